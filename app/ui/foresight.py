"""Opens a ledger and answers the first question of its page in a thread, while the window is still being built."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from app.context import Context
    from app.services.progress import WorkContext
    from app.ui.jobs import JobRunner

    Question = Callable[[Context, WorkContext | None], Any]
    """A long reading call that can be compared with another one."""

T = TypeVar("T")


class Opened(NamedTuple):
    """An open ledger, perhaps with the answer to its page's first question on the way."""

    context: "Context"
    foresight: "Foresight | None" = None


class Foresight:
    """What fails here fails where it is asked for: in the job that opens the ledger, in the page's own question."""

    def __init__(self, path: Path, find: "Callable[[], Question | None]", reader: "JobRunner") -> None:
        """`find` finds the question, in the thread: the modules of the page's reading are loaded there."""
        from concurrent.futures import Future

        self.path = path
        self.opened: Future[Opened] = Future()
        self._question: Future[Question | None] = Future()
        self.answer: Future[Any] = reader.foresee(partial(self._run, find))

    def answers(self, question: object) -> bool:
        """Whether the answer to this is on its way."""
        return self._question.result() == question

    def discard(self, _work: "WorkContext") -> None:
        """Nobody took the ledger: close it."""
        if self.opened.exception() is None:
            self.opened.result().context.close()

    def _run(self, find: "Callable[[], Question | None]") -> Any:
        _settle(self.opened, self._open)
        _settle(self._question, find)
        question = self._question.result()
        return None if question is None else question(self.opened.result().context, None)

    def _open(self) -> Opened:
        from app.context import Context

        return Opened(Context.open(self.path), self)


def _settle(future: "Future[T]", call: "Callable[[], T]") -> None:
    try:
        future.set_result(call())
    except BaseException as error:
        future.set_exception(error)
