"""One person beside the list: how to reach them, their boards, and the meetings they came to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from boardtool.domain.dates import short_date
from boardtool.domain.meetings import Presence
from boardtool.domain.people import Person, Seat
from boardtool.services import people
from boardtool.ui.context import Context
from boardtool.ui.people.columns import term_words
from boardtool.ui.people.question import Came, Record
from boardtool.ui.places import Place
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import link, small
from boardtool.ui.widgets.inline_text import InlineText
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.panel import RightPanel

_FACTS = (("post", "Post"), ("organisation", "Organisation"), ("email", "Email"), ("phone", "Phone"))
_PRESENCE = {
    Presence.PRESENT: ("circle-check", Tone.DONE, "there"),
    Presence.BY_VIDEO: ("video", Tone.DONE, "by video"),
    Presence.APOLOGIES: ("circle", Tone.HELP, "apologies"),
    Presence.ABSENT: ("circle-x", Tone.LATE, "absent"),
}
_LABEL = 84
_SHOWN = 12


class PersonPanel(RightPanel):
    """Shows one person, or a vacant seat; facts are changed where they stand."""

    def __init__(
        self,
        context: Context,
        *,
        end: Callable[[], None],
        substitute: Callable[[], None],
        remove: Callable[[], None],
    ) -> None:
        super().__init__("Person")
        self._context = context
        self._person: Person | None = None
        self._substitute = small("Substitute", substitute, icon="user-plus", writes=True)
        self._end = small("End", end, icon="calendar", writes=True)
        self._end.setAccessibleName("End membership")
        self._end.setToolTip("End membership")
        self._remove = small("Remove", remove, icon="trash-2", writes=True)
        self.set_foot(self._substitute, self._end, self._remove)

    def allow(self, *, membership: bool, remove: bool) -> None:
        """Say which buttons of the foot have something to do."""
        self._substitute.setEnabled(membership)
        self._end.setEnabled(membership)
        self._remove.setEnabled(remove)

    def show_seat(self, seat: Seat) -> None:
        """Say what is vacant and what to do about it."""
        clear(self.column)
        self._person = None
        self.column.addWidget(_read(seat.name))
        law = (
            "The law asks for this seat (Health and Social Care Act 2012, section 194). "
            if seat.statutory
            else ""
        )
        self.column.addWidget(
            Words(
                f"{law}Nobody holds it. Type a name into the list, or add a member.",
                tone=Tone.HELP,
                wrap=True,
            )
        )
        self.column.addStretch()

    def show_record(self, record: Record) -> None:
        clear(self.column)
        self._person = record.person
        self.column.addWidget(_read(record.person.name))
        self._facts(record.person)
        self._boards(record)
        self._attendance(record)
        self.column.addStretch()

    def show_nobody(self) -> None:
        clear(self.column)
        self._person = None
        self.column.addWidget(Words("Select somebody to see their record.", tone=Tone.HELP, wrap=True))
        self.column.addStretch()

    def _facts(self, person: Person) -> None:
        grid = _grid()
        for place, (fact, words) in enumerate(_FACTS):
            field = InlineText(getattr(person, fact), name=words)
            field.setPlaceholderText("not known")
            field.setToolTip(getattr(person, fact))
            field.committed.connect(partial(self._change, person.id, fact))
            grid.addWidget(labels.body(words, tone=Tone.HELP), place, 0)
            grid.addWidget(field, place, 1)
        self._add(grid)

    def _change(self, person_id: int, fact: str, words: str) -> None:
        store = self._context.store
        self._context.steps.run(lambda: people.change(store, person_id=person_id, **{fact: words}))

    def _boards(self, record: Record) -> None:
        self._heading("Boards")
        if not record.memberships:
            self.column.addWidget(Words("On no board.", tone=Tone.HELP, wrap=True))
        for board, member in record.memberships:
            vote = "" if member.voting else ", no vote"
            self.column.addWidget(Words(board.name, wrap=True))
            term = term_words(member.starts, member.ends)
            detail = ", ".join(part for part in (f"{member.role.capitalize()}{vote}", term) if part)
            self.column.addWidget(Words(detail, size=Size.CAPTION, tone=Tone.HELP, wrap=True))
            self.column.addSpacing(sizes.S1)

    def _attendance(self, record: Record) -> None:
        self._heading("Attendance")
        held = len(record.attendance)
        if not held:
            self.column.addWidget(
                Words("Listed for no meeting that was held yet.", tone=Tone.HELP, wrap=True)
            )
            return
        sent = f", apologies for {record.apologies}" if record.apologies else ""
        meetings = "meeting" if held == 1 else "meetings"
        self.column.addWidget(Words(f"At {record.came} of {held} {meetings}{sent}.", wrap=True))
        self.column.addSpacing(sizes.S1)
        for came in record.attendance[:_SHOWN]:
            self.column.addWidget(self._meeting(came))

    def _meeting(self, came: Came) -> QWidget:
        icon, tone, words = _PRESENCE[came.presence]
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        day = came.meeting.date
        row.addWidget(Icon(icon, tone, size=sizes.ICON_ROW))
        row.addWidget(labels.body(words, tone=Tone.HELP), 1)
        row.addWidget(
            link(
                f"{came.meeting.board_code}, {short_date(day)} {day.year}",
                partial(self._open, came.meeting.ref),
            )
        )
        return holder

    def _open(self, ref: str) -> None:
        self._context.navigate(Place("meetings", ref=ref, tab="attendance"))

    def _heading(self, words: str) -> None:
        self.column.addSpacing(sizes.S3)
        self.column.addWidget(labels.heading(words))

    def _add(self, grid: QGridLayout) -> None:
        holder = QWidget()
        holder.setLayout(grid)
        self.column.addWidget(holder)


def _read(words: str) -> Words:
    return Words(words, size=Size.READ, weight=fonts.BOLD, wrap=True)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, sizes.S2, 0, 0)
    grid.setHorizontalSpacing(sizes.S1)
    grid.setVerticalSpacing(0)
    grid.setColumnMinimumWidth(0, fonts.scaled(_LABEL))
    grid.setColumnStretch(1, 1)
    grid.setAlignment(Qt.AlignmentFlag.AlignTop)
    return grid
