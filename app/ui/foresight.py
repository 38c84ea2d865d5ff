"""Opens a ledger and answers the first question of its page in threads, while the window is still being built."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future

    from app.context import Context
    from app.services.progress import WorkContext
    from app.ui.jobs import JobRunner

    Question = Callable[[Context, WorkContext | None], Any]
    """A long reading call that can be compared with another one."""


class Foresight:
    """What fails here fails where it is asked for: in the job that opens the ledger, in the page's own question."""

    def __init__(
        self, path: Path, find: "Callable[[], Question | None]", writer: "JobRunner", reader: "JobRunner"
    ) -> None:
        """`find` finds the question, in a thread: the modules of the page's reading are loaded there."""
        self.path = path
        self._context: Future[Context] = writer.foresee(partial(_open, path))
        self._question: Future[Question | None] = reader.foresee(find)
        self._answer: Future[Any] = reader.foresee(self._ask)

    def context(self) -> "Context":
        """The opened ledger; raises what kept it from opening."""
        return self._context.result()

    def answers(self, question: object) -> bool:
        """Whether the answer to this is on its way."""
        return self._question.result() == question

    def answer(self, _work: "WorkContext") -> Any:
        return self._answer.result()

    def discard(self, _work: "WorkContext") -> None:
        """Nobody took the ledger: close it."""
        with suppress(Exception):  # it did not even open
            self.context().close()

    def _ask(self) -> Any:
        question = self._question.result()
        return None if question is None else question(self.context(), None)


def _open(path: Path) -> "Context":
    from app.context import Context

    return Context.open(path)
