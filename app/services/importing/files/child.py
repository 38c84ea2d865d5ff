"""The process that parses a stranger's file: it answers requests over a pipe and may die without harm.

It starts here, with next to nothing loaded: the fast reader is at work before the rest of the process comes in.
"""

import gc
import os
import pickle
import signal
import warnings
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from app.services.importing.files.fastreader import FastReader, begin

# Replies are a byte for their kind and the payload by pickle. Measured on 100,000 x 15 cells: to and fro 0.54 s as it
# comes, 0.33 s with equal cells made one object per chunk; marshal 0.39 s, and it knows no dates.
OK, ALIVE, REFUSED, FAILED = b"O", b"A", b"R", b"F"


def main(connection: Connection) -> None:
    """Serve one parent until it hangs up."""
    _silence()
    gc.disable()  # rows are no garbage: looking for some takes a sixth of the time
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides
    with suppress(EOFError, OSError):
        request = pickle.loads(connection.recv_bytes())
        started = _started(connection, *request)
        from app.services.importing.files.serving import Server

        server = Server(connection, started)
        while True:
            server.answer(*request)
            request = pickle.loads(connection.recv_bytes())


def send(connection: Connection, kind: bytes, payload: Any) -> None:
    connection.send_bytes(kind + pickle.dumps(payload, pickle.HIGHEST_PROTOCOL))


def _started(connection: Connection, request: str, *arguments: Any) -> FastReader | None:
    """The fast reader at work on the file of the first request; what is wrong with that is told by its answer."""
    if request != "open":
        return None
    path, _password, sparse, *_rest = arguments
    with suppress(OSError):
        return begin(path, sparse, partial(send, connection, ALIVE, None))
    return None


def _silence() -> None:
    """The Rust reader prints its panics; a windowed program has nowhere to print to."""
    warnings.simplefilter("ignore")
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        for number in (1, 2):
            with suppress(OSError):
                os.dup2(nowhere.fileno(), number)
