"""Lets a long query be given up as soon as its answer is no longer wanted."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.models.glance import driver_of
from app.services.progress import Cancelled, WorkContext

if TYPE_CHECKING:
    from app.models.glance import Reader

STEPS = 20_000  # of SQLite's machine between two looks, about a millisecond
SELDOM = 1_000_000  # the same for long writing beside which Python is at work: each look waits for its turn


@contextmanager
def interruptible(connection: "Reader", work: WorkContext | None, steps: int = STEPS) -> Iterator[None]:
    """Within this, a cancelled `work` stops the running query and raises Cancelled; None cannot be cancelled.

    Each look at it costs the query a turn with the thread that builds the window.
    """
    if work is None:
        yield
        return
    driver = driver_of(connection)
    driver.set_progress_handler(lambda: work.cancelled, steps)
    try:
        yield
    except Exception as error:
        if work.cancelled and type(error).__name__ == "OperationalError":  # SQLAlchemy's, or the driver's own
            raise Cancelled from error
        raise
    finally:
        driver.set_progress_handler(None, 0)
