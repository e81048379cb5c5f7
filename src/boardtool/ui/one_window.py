"""One window a library: who starts the program again is led to the window that is open.

The window that may write listens under a name of this person and this library; a later start asks it to come
forward, and to go to a place. Nothing but places travels, and only between programs of the same person.
"""

import json
import sys
from dataclasses import asdict
from functools import partial
from hashlib import sha256
from os.path import normcase
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from boardtool.ui.places import Place

PATIENCE = 1000
"""How long an answer is waited for, in ms; who does not answer by then may hang, and is left alone."""
_HERE = b"here\n"
_LONGEST = 4096


class OneWindow(QObject):
    """Listens while its library is open; `called(place)` asks the window forward, to a place or to None."""

    called = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(folder)
        QLocalServer.removeServer(name)  # what a killed program left; who asks here has the library's lock
        self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(_LONGEST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        asked = bytes(socket.readLine().data())
        socket.write(_HERE)
        socket.flush()
        self.called.emit(_place(asked))


def call(folder: Path, at: Place | None, *, patience: int = PATIENCE) -> bool:
    """Ask the window that is open on a library to come forward; whether it answered in `patience` ms."""
    until = QDeadlineTimer(patience)
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(patience):
        return False
    socket.write(json.dumps(None if at is None else asdict(at)).encode() + b"\n")
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(max(int(until.remainingTime()), 0)):
            return False
    return bool(socket.readLine().data() == _HERE)


def let_it_come_forward(process: int) -> None:
    """Give another process the right to come forward, which Windows gives to a new program alone."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)


def _name(folder: Path) -> str:
    """A name of this person (by where they are at home) and this library."""
    whose = f"{Path.home()}\n{normcase(folder.resolve())}"
    return f"boardtool-{sha256(whose.encode()).hexdigest()[:24]}"


def _place(asked: bytes) -> Place | None:
    """The place that a line names; None where it names none, or is not ours."""
    try:
        return Place(**json.loads(asked))
    except (TypeError, ValueError):
        return None
