"""A file that goes away, or cannot be got at, while it is imported: a sentence, and a ledger as it was."""

import pickle
from pathlib import Path
from threading import Thread

import pytest

from app.context import Context
from app.services import importing
from app.services.errors import AppError, InputError
from app.services.importing import planning
from app.services.importing.files.child import REFUSED
from app.services.importing.files.reader import ReadWorkbook
from app.services.importing.files.serving import Server
from app.services.importing.plans import ImportOptions
from app.services.importing.tables import glance
from app.services.progress import Progress, WorkContext
from tests.services.importing.books import write_xlsx

ROWS = [("客户", "日期", "金额"), *((f"客户{n}", "2024-01-05", n + 0.5) for n in range(6000))]


def _file(folder: Path, kind: str) -> Path:
    path = folder / f"三月 台账😀.{kind}"
    if kind == "xlsx":
        return write_xlsx(path, {"订单": ROWS})
    path.write_text("\n".join(",".join(map(str, row)) for row in ROWS), "utf-8")
    return path


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("step", ["读取文件", "整理数据"])
def test_the_file_goes_away_while_it_is_read(tmp_path: Path, kind: str, step: str) -> None:
    """A stick pulled out at any moment: all of it comes in, or nothing and the reason."""
    path = _file(tmp_path, kind)

    def pull(progress: Progress) -> None:
        if progress.step == step:
            path.unlink(missing_ok=True)

    with Context.create(tmp_path / "台账.pandian") as context:
        refusal: AppError | None = None
        try:
            with context.reading() as connection:
                plan = importing.plan(connection, [path], ImportOptions(), WorkContext(pull))
            context.run(importing.command(plan))
        except AppError as error:
            refusal = error
        wanted = 0 if refusal else 6000
        assert refusal is None or refusal.code in ("storage.gone", "file.missing")
        assert refusal is None or path.name in refusal.sentence()
        with context.reading() as connection:
            assert connection.exec_driver_sql("SELECT COUNT(*) FROM order_line").scalar() == wanted
            assert connection.exec_driver_sql("SELECT COUNT(*) FROM import_batch").scalar() == (wanted > 0)


def test_a_file_gone_before_it_is_hashed_is_a_drive_that_went_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, "xlsx")
    look = glance.look

    def pulled(book: ReadWorkbook, *arguments: object) -> object:
        path.unlink()
        return look(book, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(planning, "look", pulled)
    with (
        Context.create(tmp_path / "台账.pandian") as context,
        context.reading() as connection,
        pytest.raises(AppError) as caught,
    ):
        importing.plan(connection, [path], ImportOptions(), WorkContext())
    assert (caught.value.code, caught.value.exit_status) == ("storage.gone", 5)
    assert path.name in caught.value.sentence()


class _Wire:
    """Stands for the pipe to the parent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def send_bytes(self, message: bytes) -> None:
        self.sent.append(message)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "in use"), "file.denied"),  # what Windows says of a file that is open elsewhere
        (FileNotFoundError(2, "gone"), "file.missing"),
        (OSError(5, "input/output"), "storage.gone"),
        (OSError(19, "no such device"), "storage.gone"),
    ],
)
def test_what_the_system_says_of_a_file_has_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    wire = _Wire()
    server = Server(wire)  # type: ignore[arg-type]

    def refuse(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(server, "open", refuse, raising=False)
    server.answer("open", tmp_path / "a.xlsx", None, False)
    _type, found, _facts = pickle.loads(wire.sent[-1][1:])
    assert (wire.sent[-1][:1], found) == (REFUSED, code)


def test_behind_the_last_row_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader asks for the next rows before it knows that these were the last; they are not sought from the top."""
    server = Server(_Wire())  # type: ignore[arg-type]
    server.open(str(_file(tmp_path, "csv")), None, False)
    assert len(server.rows(0, 0, 4000)) == 4000
    assert len(server.rows(0, 4000, 4000)) == 2001
    with monkeypatch.context() as patched:
        patched.setattr(server._document, "rows", None)
        assert server.rows(0, 8000, 4000) == []
    assert server.rows(0, 0, 1) == [ROWS[0]]


def test_a_refusal_comes_when_nothing_is_loading_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program may end by it, and modules half loaded by then would complain below the sentence."""
    waited_for: list[Thread] = []

    class Watched(Thread):
        def join(self, timeout: float | None = None) -> None:
            super().join(timeout)
            waited_for.append(self)

    monkeypatch.setattr(planning, "Thread", Watched)
    path = tmp_path / "账.csv"
    path.write_bytes(b"")
    desk = Context.create(tmp_path / "台账.pandian")
    with desk as context, context.reading() as connection, pytest.raises(InputError):
        importing.plan(connection, [path], ImportOptions(), WorkContext())
    assert [thread.is_alive() for thread in waited_for] == [False]
