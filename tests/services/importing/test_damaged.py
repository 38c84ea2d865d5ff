"""Whatever bytes a file holds, reading it ends in rows or in an InputError; the child may die, nothing else may."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.errors import SENTENCES, InputError
from app.services.importing.files.reader import ChildGone, ChildProcess
from tests.services.importing.books import write_xls, write_xlsx

SECONDS = 20
FINE = {"read", "failed", "died", *SENTENCES}
ROWS: list[tuple[str | float, ...]] = [
    ("客户", "日期", "金额"),
    *((f"客户{n % 5}", f"2024-01-{n:02}", n * 1.25) for n in range(1, 29)),
]


class Patient:
    """A child kept from file to file, because starting one for each would take most of the time."""

    def __init__(self) -> None:
        self._child = ChildProcess(SECONDS)

    def outcome(self, path: Path, sparse: bool = False) -> str:
        """Reads all of a file, as open_workbook would: "read", the code of the refusal, "failed" or "died"."""
        try:
            self._child.ask("open", path, None, sparse)
            sheets = self._child.reply()[1]
            for number in range(len(sheets)):
                self._child.ask("rows", number, 0, 5000)
                self._child.reply()
        except InputError as error:
            return error.code
        except ChildGone as gone:
            if gone.args[0] not in ("died", "silent"):
                return "failed"
            self.stop()
            self._child = ChildProcess(SECONDS)
            return str(gone)
        return "read"

    def stop(self) -> None:
        self._child.stop()


@pytest.fixture(scope="module")
def patient() -> Iterator[Patient]:
    child = Patient()
    yield child
    child.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged")


@pytest.fixture(scope="module")
def good(folder: Path) -> dict[str, bytes]:
    """Valid files to be spoiled, by suffix."""
    cells = {(r, c): value for r, row in enumerate(ROWS) for c, value in enumerate(row)}
    xlsx, xls = write_xlsx(folder / "good.xlsx", {"订单": ROWS}), write_xls(folder / "good.xls", "订单", cells)
    return {".xlsx": xlsx.read_bytes(), ".xls": xls.read_bytes()}


STARTS = [b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"\xff\xfe", b"\x09\x08\x10\x00", b"a,b\n"]


@given(start=st.sampled_from(STARTS), noise=st.binary(max_size=3000))
def test_random_bytes(patient: Patient, folder: Path, start: bytes, noise: bytes) -> None:
    path = folder / "noise.xlsx"
    path.write_bytes(start + noise)
    assert patient.outcome(path) in FINE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from([".xlsx", ".xls"]),
    cut=st.floats(0, 1),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), max_size=6),
    sparse=st.booleans(),
)
def test_spoiled_workbooks(
    patient: Patient,
    folder: Path,
    good: dict[str, bytes],
    kind: str,
    cut: float,
    flips: list[tuple[float, int]],
    sparse: bool,
) -> None:
    data = bytearray(good[kind])
    for place, mask in flips:
        data[int(place * len(data))] ^= mask
    path = folder / f"spoiled{kind}"
    path.write_bytes(data[: round(cut * len(data))] if cut < 0.7 else data)
    assert patient.outcome(path, sparse) in FINE


@pytest.mark.long
@pytest.mark.parametrize("filler", [b" ", b"<row/>"])
def test_a_bomb_is_refused_within_its_limits(patient: Patient, folder: Path, filler: bytes) -> None:
    """One sheet of 1.5 GB in a package of a few MB."""
    path = write_xlsx(folder / "bomb.xlsx", {"S": [("客户",)]})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if "sheet1" not in name}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in parts.items():
            package.writestr(name, data)
        with package.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(1500):
                sheet.write(filler * ((1 << 20) // len(filler)))
    assert patient.outcome(path) in {"failed", "died", "silent"}
    assert patient.outcome(path, sparse=True) in {"failed", "died", "silent"}
