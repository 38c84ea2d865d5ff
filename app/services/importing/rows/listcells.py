"""The composite cells of a customer list: tags in slots, follow-up records, contacts, contradictions."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from app.services.importing.rows.staging import FollowUp
from app.services.importing.tables.fields import bracketed
from app.services.importing.values import vocabulary
from app.services.importing.values.cells import EMPTY_TEXTS, Refusal, narrow
from app.services.importing.values.dates import DateReader
from app.services.tag_words import canonical

Tag = tuple[str, str]  # group, name
VALUE, NEED, BEHAVIOUR, OWN = "价值", "需求", "行为", "自定义"
SEGMENT, LEVEL = "细分", "等级"  # groups of what a column of its own says
SINGLE = frozenset((VALUE, SEGMENT, LEVEL))  # groups of which a customer has one tag
KEY_PERSON = "决策关键人"
SLOTS = (VALUE, NEED, BEHAVIOUR)
_SPLIT = re.compile(r"[/／、，,;；|\n]+")
_INNER = re.compile(r"[、，,;；|\n]+")


def slots_of(title: str) -> tuple[str, ...]:
    """The tag groups a heading names, 细分标签(价值/需求/行为); () where tags stand in no order."""
    for inside in bracketed(title):
        parts = tuple(part.strip() for part in re.split(r"[/、，,;；]", inside) if part.strip())
        if len(parts) > 1:
            return parts
    return SLOTS if "细分" in title else ()


def read_tags(text: str, slots: Sequence[str]) -> tuple[tuple[Tag, ...], bool]:
    """The tags of a cell, and whether 流失风险 had to be moved out of the value slot; Refusal when slots do not fit."""
    if not slots:
        return tuple(_free(part) for part in _parts(_SPLIT, text)), False
    cells = [part.strip() for part in re.split(r"[/／]", text)]
    if len(cells) == 1:
        cells = [part.strip() for part in re.split(r"[、，,;；|]", text)]
    if len(cells) != len(slots):
        raise Refusal("tag_slots")
    tags: list[Tag] = []
    moved = False
    for group, cell in zip(slots, cells, strict=True):
        for name in _parts(_INNER, cell):
            churn = group == VALUE and vocabulary.is_churn(name) and BEHAVIOUR in slots
            moved = moved or churn
            tags.append((BEHAVIOUR, name) if churn else (group, canonical(group, name)))
    return tuple(dict.fromkeys(tags)), moved


def _parts(pattern: re.Pattern[str], text: str) -> list[str]:
    return [part for piece in pattern.split(text) if (part := piece.strip()) and part not in EMPTY_TEXTS]


def _free(text: str) -> Tag:
    """价值-高价值 names its group."""
    group, dash, name = text.partition("-")
    if not dash or group.strip() not in SLOTS or not name.strip():
        return OWN, text
    return group.strip(), canonical(group.strip(), name.strip())


# follow-ups

_DAY = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{2}年\d{1,2}月\d{1,2}日|\d{8})"
_HEAD = rf"(?:(?P<first>[^\W\d_]{{2,4}})\s+)?(?P<day>{_DAY})\s*+(?P<who>[^:：;；。,，\n]{{0,8}}?)\s*[:：]"
_ENTRY = re.compile(rf"^\s*{_HEAD}\s*(?P<rest>.+)$", re.S)
_STARTS = re.compile(r"(?:^\s*+|[\n;；。][^\S\n]*+)(?=" + re.sub(r"\?P<\w+>", "?:", _HEAD) + ")")
_ANSWERED = re.compile(r"反馈|表示|回复|答复|同意|认可|要求|希望")
_MONTH_DUE = re.compile(r"(\d{1,2})月(?:(\d{1,2})[日号])?(底)?(?:之|以)?前")
_PROMISE = re.compile(r"需|要|前|安排|准备|提供|发送|报价|方案|约|下周|下月|跟进")


def read_log(text: str) -> tuple[tuple[FollowUp, ...], str]:
    """The dated entries of a 跟进记录 cell, oldest first as written, and what carries no date."""
    starts = [match.end() for match in _STARTS.finditer(text)]
    if not starts:
        return (), text.strip()
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    undated = text[: starts[0]].strip()
    return tuple(_follow_up(piece.strip(" \n;；。")) for piece in pieces), undated


def _follow_up(piece: str) -> FollowUp:
    match = _ENTRY.match(piece)
    if match is None:
        raise Refusal("date_unreadable")
    day = DateReader("ymd")(match["day"]).value
    if day is None:
        raise Refusal("date_unreadable")
    said, words = match["who"].strip(" ()（）[]【】-—"), match["rest"].strip()
    who = next((name for name in (match["first"], said) if name and vocabulary.is_person(name)), None)
    words = "：".join(part for part in (match["first"], said, words) if part and part != who)
    text, *answer = (part.strip() for part in re.split(r"[,，]", words, maxsplit=1))
    feedback = answer[0] if answer else ""
    promise = next((part for part in re.split(r"[,，;；。]", words) if _MONTH_DUE.search(part)), None)
    step = promise or (feedback if feedback and _PROMISE.search(feedback) else None)
    return FollowUp(
        day,
        text,
        feedback or None,
        step,
        deadline(promise, date.fromisoformat(day)) if promise else None,
        vocabulary.channel_of(words),
        True if _ANSWERED.search(words) else None,
        who,
    )


def deadline(text: str, said_on: date) -> str | None:
    """The last day of a promise such as 3月前 (before March), 3月15日前, 3月底前, said on a day."""
    match = _MONTH_DUE.search(text)
    if match is None or not 1 <= int(match[1]) <= 12:
        return None
    month = int(match[1])
    year = said_on.year + (month < said_on.month)
    if match[2]:
        day = int(match[2])
        return date(year, month, day).isoformat() if day <= monthrange(year, month)[1] else None
    if match[3]:
        return date(year, month, monthrange(year, month)[1]).isoformat()
    return (date(year, month, 1) - timedelta(days=1)).isoformat()


# contacts

_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1\d{10}|0\d{2,3}[- ]?\d{7,8}|\d{3,4}-\d{7,8})(?!\d)")


def read_contacts(
    text: str | None, role: str | None, phone: str | None, wechat: str | None, birthday: str | None
) -> tuple[dict[str, str | None], ...]:
    """People at a customer; two in one cell are two, a number in the cell is a phone; masked names stay masked."""
    people = [_person(part) for part in _parts(re.compile(r"[/／、;；\n]|，|,(?=\s*\D)"), text or "")]
    if not people:
        if not any((phone, wechat, role, birthday)):
            return ()
        people = [{"name": role or "", "phone": None}]  # a number is nobody's name
    people[0]["phone"] = phone or people[0]["phone"]
    people[0].update(decision_role=role, wechat=wechat, birthday=birthday)
    blank = {"decision_role": None, "wechat": None, "birthday": None}
    return tuple({**blank, **person} for person in people)


def key_people(text: str, known: Sequence[str | None]) -> tuple[dict[str, str | None], ...]:
    """Who decides there, 采购负责人:王总, each with the part he plays; those named already are left out."""
    found = []
    for part in _parts(_SPLIT, text):
        role, _colon, name = re.sub("：", ":", part).rpartition(":")
        person = _person(name.strip())
        if not person["name"] or person["name"] not in known:
            found.append({"wechat": None, "birthday": None, **person, "decision_role": role.strip() or KEY_PERSON})
    return tuple(found)


def _person(text: str) -> dict[str, str | None]:
    match = _PHONE.search(text)
    name = _PHONE.sub("", text).strip(" ()（）:：-") if match else text
    return {"name": name, "phone": match[0] if match else None}


# contradictions

_OPEN_DEAL = re.compile(r"未成交|没有成交|尚未成交|未合作|未下单")


def contradictions(first: str | None, last: str | None, total: int | None, said: Sequence[str]) -> tuple[str, ...]:
    """Flags of a row that contradicts itself; it is imported all the same."""
    flags = []
    if total and total > 0:
        if last is None:
            flags.append("amount_without_last_date")
        if any(map(_OPEN_DEAL.search, said)):
            flags.append("amount_but_not_closed")
    if first and last and last < first:
        flags.append("last_before_first")
    return tuple(flags)


def size_band(text: str) -> str:
    """500—1000 人 and 500~1000人 are 500-1000人."""
    plain = re.sub(r"\s+", "", narrow(text))
    plain = re.sub(r"(?<=\d)(?:人)?[-~—–至到]+(?=\d)", "-", plain)
    return plain + "人" if re.fullmatch(r"\d+(?:-\d+)?", plain) else plain


def customer_kind(text: str) -> str | None:
    """企业 or 个人, however the list says it."""
    if re.search(r"个人|消费者|散客|person|individual|consumer", text, re.I) and "个体工商" not in text:
        return "person"
    return "company" if re.search(r"企业|公司|单位|机构|个体|company|corporate|business", text, re.I) else None
