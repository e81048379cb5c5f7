"""The dialog that plans a meeting: board, date with its clear days explained, start, place, from the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from boardtool.domain.boards import Board, Mode
from boardtool.domain.dates import WEEKDAYS, clock, long_date, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.notice import DayRules, notice
from boardtool.domain.notice_words import holidays_sentence, notice_sentence
from boardtool.ui.context import Context
from boardtool.ui.meetings.new_board import NewBoardDialog
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from boardtool.data.store import Reading, Store

_CHOICE = "meetings/board"


@dataclass(frozen=True, slots=True)
class BoardsToMeet:
    """The boards, the days on which each meets by its id, and the days that do not count."""

    boards: tuple[Board, ...]
    days: Mapping[int, Sequence[date]]
    rules: DayRules

    def last(self, board: Board, before: date | None) -> date | None:
        """The board's last meeting before a day, or its last of all."""
        days = [day for day in self.days.get(board.id, ()) if before is None or day < before]
        return max(days, default=None)


def ask_for_new_meeting(context: Context, parent: QWidget, *, board_id: int | None = None) -> None:
    """Open the dialog; in a library without a board, first the one that makes a board."""

    def opened(known: BoardsToMeet) -> None:
        if known.boards:
            NewMeetingDialog(context, parent, known, board_id=board_id).open()
        else:
            NewBoardDialog(
                context, parent, lambda made: ask_for_new_meeting(context, parent, board_id=made)
            ).open()

    context.asking.ask((parent, "new meeting"), boards_to_meet, opened)


def boards_to_meet(reading: "Reading") -> BoardsToMeet:
    from boardtool.data import boards, cases, meetings

    days: dict[int, list[date]] = {}
    for meeting in meetings.every(reading):
        days.setdefault(meeting.board_id, []).append(meeting.date)
    return BoardsToMeet(tuple(boards.every(reading)), days, cases.day_rules(reading))


class NewMeetingDialog(FormDialog):
    """Asks for a meeting and plans it; then it is opened at its agenda."""

    def __init__(
        self, context: Context, parent: QWidget, known: BoardsToMeet, *, board_id: int | None = None
    ) -> None:
        super().__init__(parent, "New meeting", words="Plan meeting", take=self._take)
        self._context = context
        self._known = known
        self._parent = parent
        self.board = QComboBox()
        for board in known.boards:
            self.board.addItem(board.name, board.id)
        self.day = DateField(name="Date", read=self._read)
        self.notice = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self.start = QLineEdit()
        self.place = QLineEdit()
        self.from_last = QCheckBox()
        self.from_last.setChecked(True)
        self.form.add("board", "&Board", _stacked(self.board, link("New board…", self._new_board)))
        self.form.add("day", "&Date", _stacked(self.day, self.notice))
        self.form.add("start", "&Start", self.start)
        self.form.add("place", "&Place", self.place)
        self.form.add("from", "", self.from_last)
        self.from_last.setAccessibleName("Start from the last meeting")
        self.board.currentIndexChanged.connect(self._board_chosen)
        self.day.changed.connect(self._explain)
        self._choose_board(board_id)
        self._board_chosen()
        if len(known.boards) == 1:
            self.first = self.day.box

    @property
    def chosen(self) -> Board:
        return self._known.boards[self.board.currentIndex()]

    def _choose_board(self, board_id: int | None) -> None:
        remembered = self._context.preferences.choice(_CHOICE)
        wanted = board_id if board_id is not None else int(remembered) if remembered.isdigit() else -1
        self.board.setCurrentIndex(max(self.board.findData(wanted), 0))

    def _board_chosen(self) -> None:
        board = self.chosen
        self.start.setText(clock(board.usual_start))
        self.start.setPlaceholderText(clock(board.usual_start))
        self.place.setText(board.usual_place)
        self.place.setCursorPosition(0)
        self.from_last.setToolTip(
            "Standing items, the last minutes, what was carried forward, and the members"
        )
        self._explain()

    def _read(self, typed: str) -> date:
        return read_date(typed, year=self._context.clock.today().year)

    def _explain(self) -> None:
        """Say, while the date is chosen, by when the agenda must be out, and which meeting was the last."""
        try:
            day = self.day.value()
        except CannotDoError:
            day = None
        self.notice.setText(self._explanation(day) if day is not None else "")
        self.notice.setVisible(day is not None)
        last = self._known.last(self.chosen, day)
        if last is None:
            self.from_last.setText("Start with the standing items and the members")
        else:
            self.from_last.setText(f"Start from the last meeting ({long_date(last)})")

    def _explanation(self, day: date) -> str:
        weekday = WEEKDAYS[day.weekday()]
        if self.chosen.mode is not Mode.STATUTORY:
            return f"{weekday}."
        counted = notice(day, self._known.rules.by(self.chosen.counting))
        said = [f"{weekday}.", notice_sentence(counted, today=self._context.clock.today())]
        if holidays := holidays_sentence(counted):
            said.append(f"{holidays}.")
        return " ".join(said)

    def _new_board(self) -> None:
        self.reject()
        context, parent = self._context, self._parent
        NewBoardDialog(
            context, parent, lambda made: ask_for_new_meeting(context, parent, board_id=made)
        ).open()

    def _take(self) -> None:
        try:
            day = self.day.value()
        except CannotDoError as error:
            self.form.wrong("day", str(error))
            return
        if day is None:
            self.form.wrong("day", "Say on which day the board meets, such as 6 September 2022.")
            return
        board = self.chosen
        facts = (board.id, day, self.start.text(), self.place.text())
        from_last = self.from_last.isChecked()
        self._context.steps.run(
            lambda: _plan(self._context.store, *facts, from_last=from_last),
            then=lambda _meeting_id: self._planned(board, day),
            refused=lambda sentence: self.form.wrong("start" if "time" in sentence else "day", sentence),
        )

    def _planned(self, board: Board, day: date) -> None:
        self._context.preferences.remember_choice(_CHOICE, str(board.id))
        self.accept()
        self._context.navigate(Place("meetings", ref=f"{board.code}/{day.isoformat()}", tab="agenda"))


def _plan(store: "Store", board_id: int, day: date, start: str, place: str, *, from_last: bool) -> int:
    from boardtool.services import meetings

    return meetings.plan(store, board_id=board_id, day=day, start=start, place=place, from_last=from_last)


def _stacked(field: QWidget, under: QWidget) -> QWidget:
    """A field with something under it, in one row of a form."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(sizes.S1)
    column.addWidget(field)
    column.addWidget(under, 0)
    holder.setFocusProxy(field.focusProxy() or field)
    return holder
