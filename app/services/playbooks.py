"""The strategy templates of a ledger: the shipped ones, as the firm has changed them."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from app.models.playbook import playbook, playbook_action, task
from app.services.cadence import Cadence, channel_name, parse_cadence
from app.services.history import Transaction
from app.services.staff import OWNER
from app.services.templates import ShippedAction, ShippedPlaybook, Words, said, shipped
from app.texts import QT_TRANSLATE_NOOP, translate

SCHEME_NAMES = {
    "value": QT_TRANSLATE_NOOP("Playbooks", "按价值分级"),
    "churn": QT_TRANSLATE_NOOP("Playbooks", "流失预警"),
    "lifecycle": QT_TRANSLATE_NOOP("Playbooks", "客户阶段"),
    "event": QT_TRANSLATE_NOOP("Playbooks", "遇到事情时"),
    "quadrant": QT_TRANSLATE_NOOP("Playbooks", "按频次和进货量"),
    "grade_abcd": QT_TRANSLATE_NOOP("Playbooks", "按成交阶段"),
    "pareto": QT_TRANSLATE_NOOP("Playbooks", "按二八分级"),
}


AFTER_DEAL = QT_TRANSLATE_NOOP("Tasks", "24 小时内更新资料和标签")
"""The task that every deal brings."""


@dataclass(frozen=True)
class Action:
    """One thing to do for the customers of a playbook, in the words that are shown."""

    id: int
    playbook: str
    code: str
    cadence: Cadence | None
    channel: str
    role: str
    minutes: int | None
    title: str
    wording: str
    active: bool
    when: str = ""


@dataclass(frozen=True)
class Playbook:
    """A strategy template with its actions."""

    id: int
    code: str
    scheme: str
    class_id: str
    title: str
    goal: str
    advice: str
    active: bool
    actions: tuple[Action, ...]

    def dated(self) -> tuple[Action, ...]:
        """The actions that make tasks."""
        return tuple(action for action in self.actions if action.active and action.cadence)


def scheme_name(scheme: str) -> str:
    return translate("Playbooks", SCHEME_NAMES.get(scheme, scheme))


def seed(connection: Connection) -> None:
    """Put the shipped templates into a new ledger; their words stay in the program and follow the language."""
    for position, book in enumerate(shipped().values()):
        values = {"code": book.code, "scheme": book.scheme, "class_id": book.class_id, "position": position}
        number = connection.execute(playbook.insert().returning(playbook.c.id), values | {"active": True}).scalar_one()
        connection.execute(
            playbook_action.insert(), [_action_row(number, place, each) for place, each in enumerate(book.actions)]
        )


def _action_row(number: int, position: int, action: ShippedAction) -> dict[str, object]:
    return {
        "playbook_id": number,
        "code": action.code,
        "cadence": action.cadence,
        "channel": parse_cadence(action.cadence).channel,
        "owner_role": action.role,
        "minutes": action.minutes,
        "active": True,
        "position": position,
    }


def playbooks(connection: Connection) -> tuple[Playbook, ...]:
    """All templates of the ledger in the order they are shown."""
    actions: dict[int, list[Action]] = defaultdict(list)
    rows = connection.execute(select(playbook).order_by(playbook.c.position, playbook.c.id)).all()
    codes = {row.id: row.code for row in rows}
    for row in connection.execute(select(playbook_action).order_by(playbook_action.c.position, playbook_action.c.id)):
        actions[row.playbook_id].append(_action(row, codes[row.playbook_id]))
    return tuple(_playbook(row, tuple(actions[row.id])) for row in rows)


def restored(book: Playbook) -> Playbook:
    """The template as it was shipped; actions the firm has added are switched off, not lost."""
    origin = shipped().get(book.code)
    if origin is None:
        return book
    return replace(
        book,
        title=said(origin.title),
        goal=said(origin.goal),
        advice=said(origin.advice),
        active=True,
        actions=tuple(_restored(action, origin.action(action.code)) for action in book.actions),
    )


def with_cadence(action: Action, code: str) -> Action:
    """The action in another rhythm or channel; InputError when the code is none."""
    cadence = parse_cadence(code)
    return replace(action, cadence=cadence, channel=cadence.channel)


def save(tx: Transaction, books: tuple[Playbook, ...]) -> bool:
    """Write edited templates; words that equal the shipped ones are not stored. Whether anything changed."""
    before = {book.code: book for book in playbooks(tx.connection)}
    steps = len(tx.steps)
    for book in books:
        old = before[book.code]
        if book == old:
            continue
        origin = shipped().get(book.code)
        tx.update(
            playbook,
            old.id,
            title=_own(book.title, origin.title if origin else None),
            goal=_own(book.goal, origin.goal if origin else None),
            advice=_own(book.advice, origin.advice if origin else None),
            active=book.active,
        )
        _save_actions(tx, old, book, origin)
    return len(tx.steps) > steps


def _save_actions(tx: Transaction, old: Playbook, book: Playbook, origin: ShippedPlaybook | None) -> None:
    for position, action in enumerate(book.actions):
        source = origin.action(action.code) if origin and action.code else None
        values: dict[str, object] = {
            "cadence": action.cadence.code if action.cadence else None,
            "channel": action.channel,
            "owner_role": action.role,
            "minutes": action.minutes,
            "title": _own(action.title, source.title if source else None),
            "wording": _own(action.wording, source.wording if source else None),
            "active": action.active,
            "position": position,
        }
        if action.id > 0:
            tx.update(playbook_action, action.id, **values)
        else:
            tx.insert(playbook_action, playbook_id=old.id, code=None, **values)
    gone = {action.id for action in old.actions} - {action.id for action in book.actions}
    for number in sorted(gone):
        tasks = tx.connection.execute(select(task.c.id).where(task.c.action_id == number)).scalars().all()
        tx.update(task, tasks, action_id=None)
        tx.delete(playbook_action, number)


def _own(text: str, words: Words | None) -> str | None:
    """What the firm wrote itself; None where it left the shipped words alone."""
    text = text.strip()
    return None if not text or (words and text in words) else text


def _restored(action: Action, origin: ShippedAction | None) -> Action:
    if origin is None:
        return replace(action, active=False)
    cadence = parse_cadence(origin.cadence)
    return replace(
        action,
        cadence=cadence,
        channel=cadence.channel,
        role=origin.role,
        minutes=origin.minutes,
        title=said(origin.title),
        wording=said(origin.wording),
        active=True,
    )


def _playbook(row: Any, actions: tuple[Action, ...]) -> Playbook:
    origin = shipped().get(row.code)
    return Playbook(
        id=row.id,
        code=row.code,
        scheme=row.scheme,
        class_id=row.class_id or "",
        title=row.title or (said(origin.title) if origin else row.code),
        goal=row.goal or (said(origin.goal) if origin else ""),
        advice=row.advice or (said(origin.advice) if origin else ""),
        active=row.active,
        actions=actions,
    )


def _action(row: Any, book: str) -> Action:
    origin = shipped_action(book, row.code)
    return Action(
        id=row.id,
        playbook=book,
        code=row.code or "",
        cadence=parse_cadence(row.cadence) if row.cadence else None,
        channel=row.channel,
        role=row.owner_role or OWNER,
        minutes=row.minutes,
        title=row.title or (said(origin.title) if origin else channel_name(row.channel)),
        wording=row.wording or (said(origin.wording) if origin else ""),
        active=row.active,
        when=origin.when if origin else "",
    )


def shipped_action(book: str, code: str | None) -> ShippedAction | None:
    origin = shipped().get(book)
    return origin.action(code) if origin and code else None


def task_title(title: str, book: str | None, action: str | None, own: str | None) -> str:
    """A task's words: shipped ones in the language of the interface, the firm's `own` of the action as they are."""
    origin = shipped_action(book or "", action)
    if origin and not own:
        return said(origin.title)
    return translate("Tasks", AFTER_DEAL) if title == AFTER_DEAL else own or title
