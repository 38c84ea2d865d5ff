"""Ledgers that hold too little or nonsense: every command has a sentence and a sensible answer, never a silent zero."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from app import cli
from app.context import Context
from app.models.tag import tag, tag_group
from app.services import facts, own_schemes, reasons, segments
from app.services.schemes import SCHEMES, kmeans
from app.services.schemes.cards import Card, CardScheme, Condition, Group
from app.services.settings import MethodSettings
from tests.random_ledgers import Ledger, line, order
from tests.reference_ledger import add_ledger

TODAY = date(2026, 6, 30)
FEW = [f"C{n}" for n in range(8)]
MANY = [f"C{n}" for n in range(40)]
MINE = CardScheme(
    "own:1", "我的分法", (Card("t", "有标签", "gold", Group("all", (Condition("tag:行为", "in", ("旧",)),))),)
)


def bought(who: str, days: int, amount: float, **more: Any) -> dict[str, Any]:
    return dict(order(who, TODAY - timedelta(days), line(amount, **more)))


def case(names: list[str], orders: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"customers": [{"id": name} for name in names], "orders": orders, **more}


def returned(who: str, amount: float) -> dict[str, Any]:
    day = (TODAY - timedelta(3)).isoformat()
    return {"order_no": None, "customer_id": who, "date": day, "amount": amount, "qty": 1, "cost": None}


LEDGERS: dict[str, dict[str, Any]] = {
    "nobody": case([], []),
    "never bought": case(FEW, []),
    "one customer": case(["C0"], [bought("C0", 20, 500)]),
    "all amounts equal": case(MANY, [bought(name, 5 * n + 1, 100, cost=60) for n, name in enumerate(MANY)]),
    "all on one day": case(MANY, [bought(name, 30, 100 + n, cost=60) for n, name in enumerate(MANY)]),
    "all the same": case(MANY, [bought(name, 30, 100, cost=60) for name in MANY]),
    "negative totals": case(
        FEW, [bought(name, 30, 100) for name in FEW], returns=[returned(name, 400) for name in FEW]
    ),
    "nothing but returns": case(FEW, [], returns=[returned(name, 400) for name in FEW]),
    "in the future": case(FEW, [bought(name, -30 - n, 100) for n, name in enumerate(FEW)]),
    "without any cost": case(MANY, [bought(name, n + 1, 100 + n) for n, name in enumerate(MANY)]),
    "given away": case(FEW, [bought(name, 30, 0) for name in FEW]),
    "sold under cost": case(MANY, [bought(name, n + 1, 100 + n, cost=900) for n, name in enumerate(MANY)]),
    "nobody's sales": case(FEW, [dict(order(None, TODAY, line(100)))]),
}
Run = Callable[..., tuple[int, dict[str, Any]]]


@dataclass
class Desk:
    """A ledger file, and the command line on it."""

    path: Path
    capsys: pytest.CaptureFixture[str]

    def fill(self, rows: dict[str, Any]) -> "Desk":
        with Context.create(self.path) as context:
            context.write_draft(lambda connection: _add(connection, rows))
        return self

    def run(self, *words: object) -> tuple[int, dict[str, Any]]:
        """Exit status and the document, which holds no figure that is none."""
        status = cli.main([*map(str, words), "--ledger", str(self.path), "--json"])
        said = self.capsys.readouterr().out
        assert "NaN" not in said
        assert "Infinity" not in said
        document: dict[str, Any] = json.loads(said)
        assert status == 0 or document["error"]["code"] != "unexpected", document
        return status, document

    def say(self, *words: object) -> str:
        """What a person reads; one of the two streams holds it."""
        cli.main([*map(str, words), "--ledger", str(self.path)])
        said = self.capsys.readouterr()
        assert "程序出错了" not in said.err
        return (said.out + said.err).strip()


def _add(connection: Connection, rows: dict[str, Any]) -> None:
    add_ledger(connection, rows)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "账.pandian", capsys)


@pytest.mark.parametrize("name", LEDGERS)
def test_every_scheme_has_a_class_or_a_reason_for_everybody(name: str) -> None:
    rules = MethodSettings()
    with Ledger(LEDGERS[name]).opened() as connection:
        table = facts.compute(connection, TODAY, rules)
    labels = segments.classify(table, rules, (*SCHEMES, kmeans.ID))
    for scheme in labels.results:
        counts = labels.counts(scheme)
        assert sum(each.customers for each in counts) == len(table)
        assert sum(each.net_sales for each in counts) == int(table.yearly.sum())
        for row in range(len(table)):
            text = reasons.sentence(labels.reason_at(scheme, row))
            assert text
            assert not any(hole in text for hole in ("{", "nan", "None", "—")), (scheme, text)


@pytest.mark.parametrize("name", LEDGERS)
def test_every_command_answers(desk: Desk, name: str) -> None:
    desk.fill(LEDGERS[name])
    everybody = len(LEDGERS[name]["customers"])
    status, found = desk.run("facts", "--as-of", TODAY)
    assert (status, len(found["customers"])) == (0, everybody)
    assert desk.say("facts", "--as-of", TODAY)
    for scheme in cli.SCHEMES:
        status, found = desk.run("segment", scheme, "--as-of", TODAY)
        assert (status, found["scheme"].split(":")[0]) == (0, scheme)
        if scheme not in ("clv", "concentration"):
            _adds_up(found, everybody)
        text = desk.say("segment", scheme, "--as-of", TODAY)
        assert text
        assert "nan" not in text


def _adds_up(found: dict[str, Any], everybody: int) -> None:
    left_out = sum(gap["customers"] for gap in found["gaps"])
    assert found["population"] + found["unclassified"] == len(found["customers"]) == everybody
    assert (left_out, sum(each["customers"] for each in found["classes"])) == (
        found["unclassified"],
        found["population"],
    )
    assert all(each["reason"] for each in (*found["customers"], *found["gaps"]))


@pytest.mark.parametrize("name", LEDGERS)
def test_a_review_goes_through_or_says_why_not(desk: Desk, name: str) -> None:
    desk.fill(LEDGERS[name])
    status, found = desk.run("review", "start", "--as-of", TODAY, "--name", "六月")
    if not LEDGERS[name]["customers"]:
        assert (status, found["error"]["code"]) == (3, "review.nobody")
        assert "台账里还没有客户" in found["error"]["message"]
        return
    assert status == 0
    assert desk.run("review", "show", found["review"])[0] in (0, 3)
    assert desk.run("review", "finish", "--signed-by", "王经理")[0] == 0
    assert desk.run("review", "start", "--as-of", TODAY)[0] == 0
    assert desk.run("review", "finish", "--signed-by", "王经理")[0] == 0
    numbers = [each["id"] if "id" in each else each["review"] for each in desk.run("review", "list")[1]["reviews"]]
    status, compared = desk.run("review", "compare", *sorted(numbers))
    assert status == 0
    assert desk.say("review", "compare", *sorted(numbers))
    assert compared


def test_who_asks_before_there_is_anything_is_told_so(desk: Desk) -> None:
    desk.fill(LEDGERS["nobody"])
    for words in (("facts",), *(("segment", each) for each in ("value", "rfm", "attribute", "clv", "concentration"))):
        assert desk.say(*words) == "台账里还没有客户。请先导入客户台账，或新建客户。"


@pytest.mark.parametrize(
    ("name", "scheme", "said"),
    [
        ("in the future", "pareto", "其中 8 位：近 12 个月没有成交，不参加二八分级"),
        ("in the future", "rfm", "其中 8 位：近 24 个月没有成交，不参加 RFM"),
        ("in the future", "value", "未成交：8 位，年采购额 0.00 元"),
        ("all the same", "pareto", "各位客户的金额相同，无法区分。"),
        ("all the same", "quadrant", "其中 40 位：各位客户的购买天数或进货额都一样，分不出象限"),
        ("all the same", "kmeans", "其中 40 位：聚类结构不明显，建议用规则分级"),
        ("all amounts equal", "pareto", "各位客户的金额相同，无法区分。"),
        ("all on one day", "churn", "正常：40 位，年采购额 4,780.00 元"),
        ("without any cost", "pareto", "缺成本的客户太多，这里按净销售额排名。"),
        ("without any cost", "abc", "缺成本的客户太多，这里按净销售额累计。"),
        ("one customer", "pareto", "客户太少不分：1 位，年采购额 500.00 元"),
        ("one customer", "kmeans", "其中 1 位：期内成交不足 30 位，不做自动分群"),
        ("negative totals", "concentration", "期内没有净销售额，集中度无从谈起。"),
        ("negative totals", "value", "普通：8 位，年采购额 -2,400.00 元"),
        ("never bought", "relation", "其中 8 位：台账里没有跟进记录，客户关系无法判定；记下跟进后可判"),
        ("without any cost", "attribute", "其中 40 位：没有填行业；补上后归入"),
        (
            "without any cost",
            "potential",
            "其中 40 位：缺年需求、未供份额、增长、员工人数，潜力无法判定；补上任意两项可判",
        ),
        ("without any cost", "fit", "其中 40 位：已答的不足 3 条，合作质量无法判定；补答后可判"),
        ("without any cost", "decision_cycle", "其中 40 位：没有商机记录，决策周期无法判定；记下商机后可判"),
    ],
)
def test_the_sentence_names_what_is_the_matter(desk: Desk, name: str, scheme: str, said: str) -> None:
    text = desk.fill(LEDGERS[name]).say("segment", scheme, "--as-of", TODAY)
    assert said in text.splitlines(), text


@pytest.mark.parametrize(
    ("pair", "code"),
    [
        ("value_mid=60万", "settings.order"),
        ("abc_a=96%", "settings.order"),
        ("churn_at_risk=4", "settings.order"),
        ("calendar_watch=6", "settings.order"),
        ("pareto_top=90%", "settings.pareto_shares"),
        ("review_months=0", "settings.bad_value"),
        ("quadrant_cut=中间", "settings.bad_value"),
        ("rfm_mode=", "settings.bad_value"),
        ("score_weights=1/2", "settings.bad_value"),
        ("score_weights=0/0/0/0/0/0/0/0/0", "settings.no_weight"),
        ("不认识=1", "settings.unknown"),
        ("value_mid", "settings.no_value"),
    ],
)
def test_settings_that_contradict_each_other_are_refused_by_name(desk: Desk, pair: str, code: str) -> None:
    desk.fill(LEDGERS["one customer"])
    for words in (("segment", "value"), ("review", "start")):
        status, found = desk.run(*words, "--set", pair)
        assert (status, found["error"]["code"]) == (3, code)
        assert pair.partition("=")[0] in found["error"]["message"] or code in (
            "settings.pareto_shares",
            "settings.no_weight",
        )
    assert desk.run("review", "list")[1]["reviews"] == []


def _tag_of_another_name(connection: Connection) -> None:
    """The group is still there."""
    group = connection.execute(insert(tag_group).values(name="行为", position=9)).inserted_primary_key
    assert group is not None
    connection.execute(insert(tag).values(group_id=group[0], name="新"))


def test_a_rule_on_a_deleted_tag_is_said_to_ask_in_vain(desk: Desk) -> None:
    desk.fill(LEDGERS["one customer"])
    with Context.open(desk.path) as context:
        context.write_draft(_tag_of_another_name)
        context.run(own_schemes.SaveScheme(MINE))
    status, found = desk.run("segment", "own:我的分法", "--as-of", TODAY)
    assert (status, found["unclassified"]) == (0, 1)
    assert found["customers"][0]["reason"] == "哪张卡片的条件都不符合（我的分法，第 1 版）"
    assert any("「旧」已经不在了" in note for note in found["notes"]), found["notes"]
    assert "「旧」已经不在了" in desk.say("segment", "own:1", "--as-of", TODAY)
