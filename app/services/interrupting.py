"""Lets a long query be given up as soon as its answer is no longer wanted."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.services.progress import Cancelled, WorkContext

STEPS = 20_000  # of SQLite's machine between two looks, about a millisecond


@contextmanager
def interruptible(connection: Connection, work: WorkContext) -> Iterator[None]:
    """Within this, a cancelled `work` stops the running query and raises Cancelled."""
    driver: Any = connection.connection.driver_connection
    driver.set_progress_handler(lambda: work.cancelled, STEPS)
    try:
        yield
    except DBAPIError as error:
        if work.cancelled:
            raise Cancelled from error
        raise
    except Exception as error:
        if work.cancelled and type(error).__name__ == "OperationalError":  # the driver's own, where it is used bare
            raise Cancelled from error
        raise
    finally:
        driver.set_progress_handler(None, 0)
