"""Reviews on the command line, over a ledger written here: two months signed, compared, looked at again."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.context import Context
from app.services.customers.pinning import PinTier
from app.services.reviews import books, draft

TODAY = date(2026, 12, 1)
Run = Callable[..., tuple[int, dict[str, Any]]]
OCTOBER = (("2026-03-05", "甲", 300_000), ("2026-10-20", "甲", 300_000), ("2026-10-01", "乙", 120_000))
NOVEMBER = (("2026-11-03", "乙", 500_000), ("2026-11-09", "丙", 90_000))


def ledger(path: Path, *lines: tuple[str, str, int]) -> Path:
    rows = (f"A{place},{day},{name},{amount}" for place, (day, name, amount) in enumerate(lines))
    path.write_text("\n".join(("订单号,日期,客户名称,金额", *rows)), "utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(Context, "today", lambda _self: TODAY)

    def run(*arguments: object) -> tuple[int, dict[str, Any]]:
        """Exit status and the JSON document."""
        status = cli.main([*map(str, arguments), "--ledger", str(tmp_path / "账.pandian"), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def signed(run: Run, tmp_path: Path) -> Run:
    """October and November are signed."""
    run("import", ledger(tmp_path / "十月.csv", *OCTOBER))
    run("review", "start", "--as-of", "2026-10-31", "--name", "十月")
    run("review", "finish", "--signed-by", "王经理")
    run("import", ledger(tmp_path / "十一月.csv", *OCTOBER, *NOVEMBER))
    run("review", "start", "--as-of", "2026-11-30", "--name", "十一月")
    run("review", "finish", "--signed-by", "王经理")
    return run


def test_who_was_named_in_the_window_stays_unless_another_is_named(run: Run, tmp_path: Path) -> None:
    run("import", ledger(tmp_path / "十月.csv", *OCTOBER))
    run("review", "start", "--as-of", "2026-10-31", "--name", "十月")
    with Context.open(tmp_path / "账.pandian") as context:
        with context.reading() as connection:
            begun = draft.load(connection, 1)
        wanted = replace(begun, signed_by="王经理", approved_by="李总")
        context.write_draft(lambda connection: draft.save(connection, wanted))
    run("review", "finish", "--signed-by", "赵经理")
    with Context.open(tmp_path / "账.pandian") as context, context.reading() as connection:
        found = books.book(connection, 1)
    assert (found.signed_by, found.approved_by) == ("赵经理", "李总")


def test_one_review_is_made_at_a_time(run: Run, tmp_path: Path) -> None:
    run("import", ledger(tmp_path / "十月.csv", *OCTOBER))
    run("review", "start", "--as-of", "2026-10-31", "--name", "十月")
    status, found = run("review", "start", "--name", "又一次")
    assert (status, found["error"]["code"]) == (3, "review.open")
    said = "盘点「十月」（第 1 号）还没做完，一次只做一个。请先存档，或放弃草稿，再开始新的。"
    assert found["error"]["message"] == said
    status, found = run("review", "discard")
    assert (status, found) == (0, {"review": 1, "name": "十月", "state": "discarded"})
    assert run("review", "start", "--name", "又一次")[0] == 0
    assert run("review", "discard", "7")[1]["error"]["code"] == "review.no_draft"
    assert run("review", "finish", "--signed-by", "王经理")[1]["name"] == "又一次"
    assert run("review", "discard")[1]["error"]["code"] == "review.nothing_open"


def test_no_review_begins_as_of_a_day_to_come(run: Run, tmp_path: Path) -> None:
    run("import", ledger(tmp_path / "十月.csv", *OCTOBER))
    status, found = run("review", "start", "--as-of", "2026-12-02")
    assert (status, found["error"]["code"]) == (3, "review.future")
    assert found["error"]["message"] == "盘点不能截至以后的日子 2026-12-02，今天是 2026-12-01。没有开始盘点。"
    assert run("review", "start", "--as-of", "2026-12-01")[0] == 0


def test_help_says_what_a_review_may_begin_with(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["review", "--help"])
    said = "".join(capsys.readouterr().out.split())
    assert "开始盘点不能晚于今天" in said
    assert "一次只做一个" in said


def test_two_reviews_are_compared_with_money_and_causes(signed: Run) -> None:
    status, found = signed("review", "compare", "十月", "十一月")
    assert status == 0
    assert found["matrix"]["mid"]["high"] == 1
    assert (found["stability_rate"], found["verdict"], found["mobility_index"]) == (0.5, "fluid", 1.0)
    assert found["amounts"]["mid"]["high"] == "620000.00"
    assert [each["name"] for each in found["lists"]["up"]] == ["乙"]
    assert [each["name"] for each in found["lists"]["entered"]] == ["丙"]
    assert {each["name"]: each["cause"] for each in found["moves"]} == {"乙": "purchases", "丙": "purchases"}
    for each in found["changes"]:
        for key in ("customers", "net_sales"):
            causes = sum(Decimal(change[key]) for change in each["causes"].values())
            assert Decimal(each["before"][key]) + causes == Decimal(each["after"][key])
    high = next(each for each in found["changes"] if each["class"] == "high")
    assert high["causes"]["purchases"] == {"customers": 1, "net_sales": "620000.00"}


def test_what_is_printed_names_classes_and_causes(
    signed: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["review", "compare", "1", "2", "--ledger", str(tmp_path / "账.pandian")])
    said = capsys.readouterr().out
    assert "升级 1 位，降级 0 位，新增 1 位，流失 0 位，回流 0 位。" in said
    assert "乙：中价值 → 高价值　新采购" in said
    assert "丙：不在册 → " in said


def test_a_signed_review_tells_what_has_changed_since(signed: Run, tmp_path: Path) -> None:
    before = signed("review", "show", "十月")[1]
    assert before["changed_since"] == []
    assert len(before["fingerprint"]) == 16
    signed("import", ledger(tmp_path / "补.csv", ("2026-10-07", "乙", 5)))
    after = signed("review", "show", "十月")[1]
    assert after == before | {"changed_since": ["lines"]}


def test_classes_set_by_hand_are_listed(signed: Run, tmp_path: Path) -> None:
    assert signed("review", "pins")[1]["pins"] == []
    with Context.open(tmp_path / "账.pandian") as context:
        context.run(PinTier(1, "mid", "fixed", "回款慢", date(2026, 11, 1)))
    status, found = signed("review", "pins", "--as-of", "2026-11-25")
    assert (status, found["pins"][0]["state"], found["pins"][0]["days_over"]) == (0, "overdue", 24)
    assert (found["pins"][0]["class"], found["pins"][0]["reason"]) == ("mid", "回款慢")


def test_the_quarter_is_judged_in_words(signed: Run) -> None:
    status, found = signed("review", "effectiveness", "--as-of", "2026-11-30")
    assert (status, found["since"], found["from_review"]) == (0, "2026-08-31", False)
    assert [each["name"] for each in found["checks"]] == ["潜力转化", "解释力", "稳定", "覆盖", "分布"]
    assert found["summary"]
    value = next(each for each in found["schemes"] if each["id"] == "value")
    assert {"omega2", "omega2_before", "verdict", "stability_rate", "faded"} <= value.keys()


def test_a_review_may_begin_with_a_template_and_other_schemes(run: Run, tmp_path: Path) -> None:
    run("import", ledger(tmp_path / "十月.csv", *OCTOBER))
    status, found = run("review", "start", "--as-of", "2026-10-31", "--begin", "retail", "--set", "value_high=70000")
    assert status == 0
    assert found["schemes"] == ["value", "rfm", "abc", "pareto"]
    status, found = run("review", "finish", str(found["review"]), "--signed-by", "王经理")
    assert {each["name"]: each["final"] for each in found["customers"]} == {"甲": "high", "乙": "high"}
    status, found = run("review", "start", "--as-of", "2026-11-30", "--scheme", "rfm", "--scheme", "attribute:industry")
    assert found["schemes"] == ["rfm", "attribute:industry"]
    status, found = run("review", "finish", str(found["review"]), "--signed-by", "王经理")
    assert found["scheme"] == "rfm"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--scheme", "nonsense"), "scheme.none"),
        (("--scheme", "churn"), "scheme.none"),
        (("--scheme", "kmeans"), "review.cannot_lead"),
        (("--begin", "nonsense"), "review.no_start"),
    ],
)
def test_what_no_review_can_begin_with_is_said(run: Run, tmp_path: Path, arguments: tuple[str, ...], code: str) -> None:
    run("import", ledger(tmp_path / "十月.csv", *OCTOBER))
    status, found = run("review", "start", *arguments)
    assert (status, found["error"]["code"]) == (3, code)
    assert run("review", "list")[1]["reviews"] == []
