"""What a file goes to: a board, or a meeting of one; chosen where the place does not say it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardtool.domain.boards import Board
from boardtool.domain.dates import long_date, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.chips import MenuChip
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.labels import body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtool.data.store import Reading

ANOTHER_DAY = "another day"
_LATEST = 12


@dataclass(frozen=True, slots=True)
class Known:
    """The boards and meetings there are; meetings the latest first."""

    boards: tuple[Board, ...]
    meetings: tuple[Meeting, ...]


def known(reading: "Reading") -> Known:
    from boardtool.data import boards, meetings

    return Known(tuple(boards.every(reading)), tuple(reversed(meetings.every(reading))))


class Target(QWidget):
    """Chips that say what a file goes to; `changed` when another is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known = Known((), ())
        self._wants_meeting = False
        self.board = MenuChip("Board", [])
        self.meeting = MenuChip("Meeting", [])
        self.day = DateField(name="Day of the meeting", read=read_date)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        row.addWidget(body("Goes to", tone=Tone.HELP))
        for part in (self.board, self.meeting, self.day):
            row.addWidget(part)
        row.addStretch()
        self.board.chosen.connect(lambda _code: self._offer_meetings(""))
        self.meeting.chosen.connect(lambda _ref: self._settle())

    def offer(self, there: Known, *, ref: str, wants_meeting: bool) -> None:
        """Offer what there is, with `ref` (a board's code or a meeting's reference) chosen."""
        self._known = there
        self._wants_meeting = wants_meeting
        self.board.set_choices([(board.code, board.name) for board in there.boards])
        code = ref.partition("/")[0]
        if any(board.code == code for board in there.boards):
            self.board.choose(code)
        self._offer_meetings(ref if "/" in ref else "")

    def _offer_meetings(self, ref: str) -> None:
        own: Sequence[Meeting] = [
            meeting for meeting in self._known.meetings if meeting.board_code == self.board.value
        ]
        refs = [(meeting.ref, long_date(meeting.date)) for meeting in own[:_LATEST]]
        if ref and ref not in dict(refs):
            refs.insert(0, (ref, long_date(date.fromisoformat(ref.partition("/")[2]))))
        self.meeting.set_choices([*refs, (ANOTHER_DAY, "Another day…")])
        if ref:
            self.meeting.choose(ref)
        self._settle()

    def _settle(self) -> None:
        self.board.setVisible(len(self._known.boards) > 0)
        self.meeting.setVisible(self._wants_meeting)
        self.day.setVisible(self._wants_meeting and self.meeting.value == ANOTHER_DAY)
        self.changed.emit()

    @property
    def board_code(self) -> str:
        return self.board.value

    def meeting_ref(self) -> str:
        """The meeting's reference.

        Raises:
            CannotDoError: no day is given, or what was typed is none.
        """
        if self.meeting.value != ANOTHER_DAY:
            return self.meeting.value
        day = self.day.value()
        if day is None:
            raise CannotDoError("Say on which day the meeting is, such as 6 September 2022.")
        return f"{self.board.value}/{day.isoformat()}"
