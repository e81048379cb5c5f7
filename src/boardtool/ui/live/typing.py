"""When typed words go to the store: soon after a pause, at the latest half a second after the first key.

Nothing here waits for a disk. Words that the store is slow to take, or cannot take, stay in memory, are sent
again by themselves, and are kept in the rescue file meanwhile.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from boardtool.data import rescue
from boardtool.domain.errors import CannotDoError, LibraryError, MachineError
from boardtool.ui.context import Context
from boardtool.ui.live.writing_aside import WritingAside

if TYPE_CHECKING:
    from boardtool.data.store import Store

PAUSE = 250
"""Milliseconds without a key after which the words are sent."""
LATEST = 400
"""Milliseconds after the first unsent key by which they are sent in any case."""
WATCH = 500
LATE = 1.0
"""Seconds after which the person is told that saving takes long."""
STUCK = 3.0
"""Seconds after which it counts as not saved, and the words go to the rescue file."""


@dataclass(slots=True)
class _Sent:
    """The newest words sent of a minute; `answered` is the count of answers when they were taken."""

    text: str
    since: float
    answered: int | None = None


class Autosave(QObject):
    """Sends the words of the minute being typed to the store.

    Signals, which the window is told of too: `late` while an answer takes long, `stuck(sentence)` when none
    comes, `refused(sentence)` when the store will not have the words (a minute locked meanwhile).
    """

    late = Signal()
    stuck = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        context: Context,
        *,
        read: Callable[[], str],
        keep: "Rescuer",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._read = read
        self._rescuer = keep
        self._unsent: int | None = None
        self._sent: dict[int, _Sent] = {}
        self._answers = 0
        self._disk_refuses = False
        self.late.connect(context.steps.saving)
        self.stuck.connect(context.steps.not_saved)
        self.refused.connect(context.messages.strip)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._latest = QTimer(self, interval=LATEST, singleShot=True)
        self._watch = QTimer(self, interval=WATCH)
        self._pause.timeout.connect(self.flush)
        self._latest.timeout.connect(self.flush)
        self._watch.timeout.connect(self._look)
        context.steps.not_saved.connect(self._not_saved)

    def typed(self, minute_id: int) -> None:
        """The person changed the words of a minute."""
        if self._unsent not in {None, minute_id}:
            self.flush()
        self._unsent = minute_id
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Send what is not sent yet; whatever is done next comes after it."""
        self._pause.stop()
        self._latest.stop()
        if self._unsent is None:
            return
        minute_id, self._unsent = self._unsent, None
        self.send(minute_id, self._read())

    def send(self, minute_id: int, text: str) -> None:
        self._sent[minute_id] = _Sent(text, time.monotonic())
        store = self._context.store
        self._context.steps.send(
            f"narrative {minute_id}",
            lambda: _write(store, minute_id, text),
            then=partial(self._taken, minute_id, text),
        )
        self._watch.start()

    # What is known of the words

    @property
    def answers(self) -> int:
        """A mark to be given to `text_since`, taken when a question is put."""
        return self._answers

    def text_since(self, mark: int, minute_id: int) -> str | None:
        """The words of a minute that an answer to a question put at `mark` may not know; None if it does."""
        sent = self._sent.get(minute_id)
        if sent is None or (sent.answered is not None and sent.answered <= mark):
            return None
        return sent.text

    def is_unsent(self, minute_id: int) -> bool:
        return self._unsent == minute_id

    def _waiting(self) -> dict[int, _Sent]:
        return {minute_id: sent for minute_id, sent in self._sent.items() if sent.answered is None}

    # What comes back

    def _taken(self, minute_id: int, text: str, trouble: str) -> None:
        sent = self._sent.get(minute_id)
        if sent is None or sent.text != text or sent.answered is not None:
            return
        self._answers += 1
        sent.answered = self._answers
        self._disk_refuses = False
        if not self._waiting():
            self._watch.stop()
        if trouble:
            self._rescuer.keep(minute_id, text)
            self.refused.emit(trouble)
        else:
            self._rescuer.settle(minute_id)

    def _look(self) -> None:
        waiting = self._waiting()
        oldest = min((sent.since for sent in waiting.values()), default=time.monotonic())
        waited = time.monotonic() - oldest
        if waited > STUCK:
            self._rescue()
            if not self._disk_refuses:
                self.stuck.emit("The disk does not answer.")
        elif waited > LATE and not self._disk_refuses:
            self.late.emit()

    def _not_saved(self, _sentence: str) -> None:
        self._disk_refuses = True
        self._rescue()

    def _rescue(self) -> None:
        for minute_id, sent in self._waiting().items():
            self._rescuer.keep(minute_id, sent.text)


def _write(store: "Store", minute_id: int, text: str) -> str:
    """Write a narrative; the sentence why it will never be taken, or "".

    Raises:
        MachineError: not now; a library in use for a moment counts as that, so it is tried again.
    """
    from boardtool.services import minutes

    try:
        minutes.write_narrative(store, minute_id=minute_id, text=text)
    except CannotDoError as error:
        return str(error)
    except LibraryError as error:
        raise MachineError(str(error)) from error
    return ""


class Rescuer:
    """Has words kept in the rescue file, each text once, until the store has them."""

    def __init__(
        self, file: Path, aside: WritingAside, rescued: Callable[[int, str], rescue.Rescued]
    ) -> None:
        self._file = file
        self._aside = aside
        self._rescued = rescued
        self._kept: dict[int, str] = {}

    def keep(self, minute_id: int, text: str) -> None:
        if self._kept.get(minute_id) != text:
            self._kept[minute_id] = text
            self._aside.do(partial(rescue.keep, self._file, self._rescued(minute_id, text)))

    def settle(self, minute_id: int) -> None:
        """The store has it."""
        if self._kept.pop(minute_id, None) is not None:
            self._aside.do(partial(rescue.settle, self._file, minute_id))
