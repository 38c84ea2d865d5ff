"""Text tables: the encoding, the separator and the rows Excel would show."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.errors import InputError
from app.services.importing.files.sniff import sniff
from app.services.importing.files.textfile import TextTable, like_big5, separator

SALES = "客户名称;金额\n华鑫贸易有限公司;1,5\n利达建材;2,25\n"


def rows(path: Path, content: str | bytes, encoding: str = "utf-8") -> list[list[str]]:
    path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return list(TextTable(path).rows())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_chinese_programs(tmp_path: Path, encoding: str) -> None:
    assert rows(tmp_path / "a.csv", SALES, encoding) == [line.split(";") for line in SALES.splitlines()]


@pytest.mark.parametrize("end", ["", "臺"])
def test_traditional_characters_are_read_in_big5_and_in_gb18030(tmp_path: Path, end: str) -> None:
    text = "訂單日期;客戶名稱;金額\n2024-03-01;華鑫貿易有限公司;150\n" + end
    for encoding in ("big5", "gb18030"):
        (tmp_path / "a.csv").write_bytes(text.encode(encoding))
        table = TextTable(tmp_path / "a.csv")
        assert table.encoding == encoding
        assert list(table.rows())[1][1] == "華鑫貿易有限公司"


@given(st.lists(st.text(st.characters(codec="gb2312", min_codepoint=0x4E00), min_size=2), min_size=2))
def test_simplified_characters_are_never_taken_for_big5(words: list[str]) -> None:
    assert not like_big5(",".join(words).encode("gb18030"))


def test_a_western_file_is_not_read_as_chinese(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", "Müller;Köln\nLeféb;Orléans\n", "cp1252")[1] == ["Leféb", "Orléans"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_character_cut_in_half_spoils_no_file(tmp_path: Path, encoding: str) -> None:
    whole = (SALES * 40).encode(encoding)
    assert (
        rows(tmp_path / "a.csv", whole[:-1].rstrip()[:-1] + b"\xe5" if encoding == "utf-8" else whole)[0][1] == "金额"
    )
    broken = whole.replace("利".encode(encoding), "利".encode(encoding)[:1] + b"\xff", 1)
    assert rows(tmp_path / "b.csv", broken)[1] == ["华鑫贸易有限公司", "1,5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("a\tb\n1,000\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("客户，金额\n甲，3\n", "，"),
        ("2024年销售台账\n\na,b,c\n1,2,3\n4,5,6\n", ","),
        ('"a,b";c\n"d,e";f\n', ";"),
        ("名单\n甲\n乙\n", None),
    ],
)
def test_separator(text: str, expected: str | None) -> None:
    assert separator(text) == expected


def test_the_separator_named_in_the_first_line(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", "sep=|\na|b,c\n") == [[], ["a", "b,c"]]


def test_rows_are_those_excel_shows(tmp_path: Path) -> None:
    text = 'a,b\r\n\r\n"x ""y""","1\r\n2"\r\nz\r\n'
    assert rows(tmp_path / "a.csv", text) == [["a", "b"], [], ['x "y"', "1\r\n2"], ["z"]]


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        ("a,b\n1,2\n3,\"4\n5,6\n", "file.quotes", 3),
        ('a,"' + "b\n" * 100_000, "file.quotes", 1),
        (bytes(range(1, 9)) * 50, "file.binary", None),
        (b"\xef\xbb\xbf\n", "file.empty", None),
        (b"\xff\x81\xfe\x81" * 200, "file.encoding", None),
    ],
)  # fmt: skip
def test_what_is_no_table(tmp_path: Path, content: str | bytes, code: str, row: int | None) -> None:
    with pytest.raises(InputError) as caught:
        rows(tmp_path / "a.csv", content)
    assert (caught.value.code, caught.value.facts.get("row")) == (code, row)


GUARDED = ("'=", "'+", "'-", "'@")  # the apostrophe that only marks a text is no part of it
CELLS = st.text(
    st.characters(codec="gb18030", exclude_categories=("Cc", "Cs")) | st.sampled_from('\n",; '), max_size=12
).filter(lambda text: not text.startswith(GUARDED))


@given(
    table=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
    mark=st.sampled_from(",;\t"),
)
def test_what_a_program_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, table: list[tuple[str, str, str]], encoding: str, mark: str
) -> None:
    written = io.StringIO()
    header = ("客户名称", "销售金额", "备注说明")  # enough Chinese for an encoding to be told by
    csv.writer(written, delimiter=mark, quoting=csv.QUOTE_ALL).writerows([header] * 5 + table)
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes(written.getvalue().encode(encoding))
    assert [tuple(row) for row in TextTable(path).rows()][5:] == table


def test_rare_characters_are_not_taken_for_western_letters(tmp_path: Path) -> None:
    names = ["龷\U00013142", "龷\U00013142\U000209d2", "\U0002a6a5\U00020bb7家"]
    table = [["客户名称", "销售金额", "备注说明"], *([name, "12", name] for name in names * 4)]
    text = "".join(",".join(row) + "\n" for row in table)
    assert rows(tmp_path / "a.csv", text, "gb18030") == table


def test_the_mark_of_a_text_is_no_part_of_it(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", "客户,备注\n'=甲,'好'\n'+86 10,''-1\n") == [
        ["客户", "备注"],
        ["=甲", "'好'"],
        ["+86 10", "''-1"],
    ]


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (b"\x1f\x8b\x08" + bytes(9), "file.archive"),
        (b"Rar!\x1a\x07\x00", "file.archive"),
        (b"%PDF-1.7", "file.document"),
        (b"\x89PNG\r\n", "file.document"),
        (b'<?xml version="1.0"?>\n<Orders>', "file.xml"),
    ],
)
def test_other_files_are_known_by_their_first_bytes(head: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        sniff(io.BytesIO(head))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<table><tr>", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0"?>\n<html>', "html"),
        (b"<!-- orders -->\n<TABLE>", "html"),
        (b'<?xml version="1.0"?>\n<Workbook>', "xml"),
        (b"\xef\xbb\xbf<ss:Workbook xmlns:ss='urn:x'>", "xml"),
        ("客户,备注\n甲,<table>\n".encode(), "csv"),
    ],
)
def test_markup_is_known_by_its_first_tag(head: bytes, kind: str) -> None:
    assert sniff(io.BytesIO(head)).kind == kind
