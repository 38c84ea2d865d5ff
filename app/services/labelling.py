"""Any scheme by its identifier applied to a table of facts: shipped ones, attributes, and those that users made."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from app.services import own_schemes
from app.services.facts import FactTable
from app.services.schemes import attribute, cards
from app.services.schemes.base import Result
from app.services.schemes.cards import CardScheme
from app.services.segments import Classification, Made, classify
from app.services.settings import MethodSettings


def identifier(connection: Connection, name: str, settings: MethodSettings) -> str:
    """The scheme meant: one of the user's may be named in his words, an attribute is the view of the settings."""
    if name.startswith(cards.PREFIX):
        return own_schemes.find(connection, name).id
    return f"{name}:{settings.attribute_view}" if name == attribute.ID else name


def labelled(
    connection: Connection,
    facts: FactTable,
    settings: MethodSettings,
    scheme: str,
    previous: Mapping[int, str] | None = None,
) -> Classification:
    """The classes of everybody under one scheme, beside value and churn; raises InputError for an unknown own one."""
    if scheme.startswith(cards.PREFIX):
        return labelled_by_cards(connection, facts, settings, own_schemes.find(connection, scheme), previous)
    kind, _colon, view = scheme.partition(":")
    if kind == attribute.ID:
        result = attribute.view(connection, facts, view)
        return _with(classify(facts, settings, (), previous=previous), result)
    return classify(facts, settings, (scheme,), previous=previous)


def labelled_by_cards(
    connection: Connection,
    facts: FactTable,
    settings: MethodSettings,
    scheme: CardScheme,
    previous: Mapping[int, str] | None = None,
) -> Classification:
    """A scheme that somebody made, saved or not yet; its cards may ask for the classes of any other."""
    own = {each.id: each for each in own_schemes.made(connection)} | {scheme.id: scheme}
    views = (each for each in scheme.needs() if each.startswith(f"{attribute.ID}:"))
    ready = {each: attribute.view(connection, facts, each.partition(":")[2]) for each in views}
    made = Made(own, cards.Evidence(connection, facts).read(own.values()), ready)
    return classify(facts, settings, (scheme.id,), previous=previous, made=made)


def _with(labels: Classification, result: Result) -> Classification:
    return replace(labels, results={**labels.results, result.scheme: result})
