"""Dates as ledgers write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.sheets import Cell, CellError
from app.services.importing.values.cells import Refusal
from app.services.importing.values.dates import DateReader, date_order


def read(cell: Cell) -> tuple[str | None, str]:
    """The day and how it was read, or why not."""
    try:
        reading = DateReader()(cell)
    except Refusal as refusal:
        return None, refusal.code
    return reading.value, reading.code


@pytest.mark.parametrize(
    ("cell", "day", "code"),
    [
        (date(2024, 2, 29), "2024-02-29", ""),
        (datetime(2017, 1, 2, 23, 29, 12), "2017-01-02", ""),
        ("2024-02-29", "2024-02-29", ""),
        ("2019-12-31 20:33:54", "2019-12-31", ""),
        ("2019-12-31T20:33:54.123+08:00", "2019-12-31", ""),
        (45199, "2023-09-30", "date_serial"),
        (45199.75, "2023-09-30", "date_serial"),
        ("45199", "2023-09-30", "date_serial"),
        ("2023.12.5", "2023-12-05", "date_text"),
        ("2023/8/20", "2023-08-20", "date_text"),
        ("2023/8/20 下午 3:20", "2023-08-20", "date_text"),
        ("2023／8／20", "2023-08-20", "date_text"),
        ("2022年11月10日", "2022-11-10", "date_text"),
        ("2022 年 11 月 10 日", "2022-11-10", "date_text"),
        ("2022年11月10日 星期四", "2022-11-10", "date_text"),
        ("2022年11月10号", "2022-11-10", "date_text"),
        ("22年11月10日", "2022-11-10", "date_text"),
        ("二〇二二年十一月十日", "2022-11-10", "date_text"),
        ("二零二三年十二月二十一日", "2023-12-21", "date_text"),
        ("23年5月", "2023-05-01", "date_month_only"),
        ("2023年5月", "2023-05-01", "date_month_only"),
        ("2023-05", "2023-05-01", "date_month_only"),
        ("2023.5", "2023-05-01", "date_month_only"),
        ("202305", "2023-05-01", "date_month_only"),
        (202305, "2023-05-01", "date_month_only"),
        (20230820, "2023-08-20", "date_text"),
        ("20230820", "2023-08-20", "date_text"),
        ("2/24/03", "2003-02-24", "date_text"),
        ("24.2.2003", None, "date_unreadable"),
        ("5-Jan-2020", "2020-01-05", "date_text"),
        ("Jan 5, 2020", "2020-01-05", "date_text"),
        ("10 November 2022", "2022-11-10", "date_text"),
        (None, None, ""),
        ("", None, ""),
        ("　", None, ""),
        ("-", None, "empty_word"),
        ("/", None, "empty_word"),
        ("无", None, "empty_word"),
        ("暂无", None, "empty_word"),
        ("待定", None, "empty_word"),
        ("N/A", None, "empty_word"),
        ("二月三十", None, "date_unreadable"),
        ("2023-02-30", None, "date_unreadable"),
        ("2023-13-01", None, "date_unreadable"),
        ("2月28日", None, "date_unreadable"),
        ("昨天", None, "date_unreadable"),
        ("1623-08-20", None, "date_range"),
        (35, None, "date_unreadable"),
        (True, None, "date_unreadable"),
        (time(8, 30), None, "date_unreadable"),
        (CellError("#N/A"), None, "formula_error"),
    ],
)
def test_a_cell_is_a_day(cell: Cell, day: str | None, code: str) -> None:
    assert read(cell) == (day, code)


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("mdy", "2/3/2024", "2024-02-03"),
        ("dmy", "2/3/2024", "2024-03-02"),
        ("dmy", "24.2.03", "2003-02-24"),
        ("ymd", "24-2-3", "2024-02-03"),
        ("ymd", "2/3/2024", "2024-02-03"),
        ("mdy", "2/24/98", "1998-02-24"),
    ],
)
def test_the_order_is_one_decision_of_the_column(order: str, text: str, day: str) -> None:
    assert DateReader(order)(text).value == day


@pytest.mark.parametrize(
    ("texts", "decided"),
    [
        (["2/24/03", "5/7/03"], ("mdy", True)),
        (["24/2/2003", "5/7/2003"], ("dmy", True)),
        (["1/2/2024", "3/4/2024"], ("mdy", False)),
        (["23.12.31", "23.1.5"], ("ymd", True)),
        (["2024-01-02"], ("mdy", True)),
        (["3/3/2024", "1/1/2024"], ("mdy", True)),
        ([], ("mdy", True)),
    ],
)
def test_the_texts_of_a_column_tell_the_order(texts: list[str], decided: tuple[str, bool]) -> None:
    assert date_order(texts) == decided


DAYS = st.dates(date(1950, 1, 1), date(2199, 12, 31))


@given(DAYS)
def test_every_way_to_write_a_day_reads_back(day: date) -> None:
    reader = DateReader("mdy")
    iso = day.isoformat()
    serial = (day - date(1899, 12, 30)).days
    texts: list[Cell] = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month:02}/{day.day:02} 08:05",
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%Y%m%d}",
        f"{day.day}-{day:%b}-{day.year}",
        serial,
        float(serial),
        day,
    ]
    assert [reader(text).value for text in texts] == [iso] * len(texts)
    assert DateReader("dmy")(f"{day.day}.{day.month}.{day.year}").value == iso


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    value, code = read(text)
    assert code in ("date_unreadable", "date_range") or value is None or date.fromisoformat(value)
