"""One program per user folder: a second start hands its files to the first and leaves.

A lock file tells which is which, so that the first start needs the network library only after its first paint.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QLockFile, QObject, QThread, Signal, Slot

from app import logs, paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logs.logger("instance")
HELLO_MS = 1000
ATTEMPTS, AGAIN_MS = 5, 100  # the first one listens only once its first page is shown
LOCK = "instance.lock"


class Instance(QObject):
    """The first one holds the lock and hears of later starts."""

    called = Signal(list)  # files of a second start

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(paths.user_folder() / LOCK))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, never by age
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Take the files of later starts."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(server_name())
        if self._server.listen(server_name()):
            self._server.newConnection.connect(self._connected)
        else:
            log.warning("not listening: %s", self._server.errorString())

    def close(self) -> None:
        for call in self.findChildren(_Call):
            call.hang_up()
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _connected(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            call = _Call(self._server.nextPendingConnection(), self)
            call.told.connect(self.called)
            call.hear()


class _Call(QObject):
    """What one later start says, in as many pieces as it comes, until it hangs up."""

    told = Signal(list)

    def __init__(self, socket: "QLocalSocket", parent: QObject) -> None:
        super().__init__(parent)
        self._socket, self._said = socket, bytearray()

    def hear(self) -> None:
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self._end)
        if self._socket.state() == self._socket.LocalSocketState.UnconnectedState:
            self._end()  # it had hung up before anybody listened

    def hang_up(self) -> None:
        """What was not said to the end is not heard."""
        self._socket.disconnected.disconnect(self._end)
        self._socket.abort()

    @Slot()
    def _read(self) -> None:
        self._said += self._socket.readAll().data()

    @Slot()
    def _end(self) -> None:
        self._read()
        if self._said:
            self.told.emit([each for each in os.fsdecode(bytes(self._said)).split("\n") if each])
        self._socket.deleteLater()
        self.deleteLater()


def server_name() -> str:
    """One name for each user folder, so that the copy on a stick is a program of its own."""
    return f"pandian-{crc32(str(paths.user_folder()).encode('utf-8')):08x}"


def call_first(files: Sequence[str]) -> bool:
    """Hand files to the instance that runs already; False when it does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    for _attempt in range(ATTEMPTS):
        socket.connectToServer(server_name())
        if socket.waitForConnected(HELLO_MS):
            break
        QThread.msleep(AGAIN_MS)
    else:
        return False
    socket.write(os.fsencode("\n".join(["", *files, ""])))
    socket.waitForBytesWritten(HELLO_MS)
    socket.disconnectFromServer()
    if socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(HELLO_MS)
    return True
