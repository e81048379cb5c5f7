"""The room at the right: who is there, said by single letters, the interests declared, and the quorum."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardtool.domain.meetings import Attendance, Interest, Presence
from boardtool.domain.quorum import Quorum, out_for
from boardtool.domain.whereabouts import Where, by_place
from boardtool.ui.live.line_field import LineField
from boardtool.ui.live.people_list import PeopleList, person_lines
from boardtool.ui.live.state import LiveState, named
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import bare, link
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.notices import FieldError

KEYS = "P present · V video · A apologies · L left · C came · S substitute · I interest"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person said of somebody: a letter, whom, and the words asked for (a time, a name)."""

    letter: str
    person: Attendance | None
    words: str = ""


_ASKS = {
    "S": "Who stands in for {name}?",
    "O": "Which officer is here?",
    "G": "Which guest is here?",
}
PRESENCE = {
    "P": Presence.PRESENT,
    "V": Presence.BY_VIDEO,
    "A": Presence.APOLOGIES,
    "X": Presence.ABSENT,
    "E": Presence.EXPECTED,
}
_AT_ONCE = {*PRESENCE, "L", "C", "M", "I"}


class RoomPane(QWidget):
    """`wished(Wish)` for every letter, answered question or press; `withdrawn(interest_id)`; `escaped`."""

    wished = Signal(object)
    everyone = Signal()
    withdrawn = Signal(int)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The room")
        self._read_only = False
        self._interests_shown: tuple[Sequence[Interest], bool] = ((), False)
        self.people = PeopleList()
        self.people.setToolTip(KEYS)
        self.people.setAccessibleDescription(KEYS)
        self.people.pressed_letter.connect(self._pressed)
        self._everyone = link("Everybody expected is here", self.everyone.emit, writes=True)
        self._interests = QVBoxLayout()
        self._interests.setSpacing(0)
        self._ask = _AskLine()
        self._ask.answered.connect(self._answered)
        self._ask.escaped.connect(self._let_go)
        self._quorum = _QuorumLine()
        self._quorum.add(
            bare("user-plus", "List an officer who is here", self._ask_officer, keys="O", writes=True)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3 - 3, 0, sizes.S3)
        column.setSpacing(sizes.S1)
        column.addWidget(self.people, 1)
        for part in (self._everyone,):
            row = QHBoxLayout()
            row.setContentsMargins(sizes.S4, 0, sizes.S4, 0)
            row.addWidget(part)
            row.addStretch()
            column.addLayout(row)
        column.addLayout(self._interests)
        column.addWidget(self._ask)
        column.addWidget(self._quorum)
        self.setFocusProxy(self.people)

    def show_room(self, state: LiveState, item_id: int | None, at: str, *, read_only: bool) -> None:
        """Show everybody as they are at "HH:MM", and who is out for an interest in the item shown."""
        self._read_only = read_only
        out = out_for(item_id, state.interests, state.attendance) if item_id is not None else frozenset[int]()
        groups = by_place(state.attendance, at)
        self.people.show_lines(person_lines(groups, at, out))
        self._everyone.setVisible(bool(groups.get(Where.EXPECTED)) and state.opened and not read_only)
        self._ask.know(state.names)
        self._quorum.say(state.quorum(item_id, at))
        self._show_interests(state)

    def ask(self, letter: str) -> None:
        """Ask for the words that a letter needs, at the foot of the pane."""
        person = self.people.person
        if letter == "S" and person is None:
            return
        name = person.name if person is not None else ""
        self._ask.ask(letter, _ASKS[letter].format(name=name), person if letter == "S" else None)

    def wrong(self, sentence: str) -> None:
        """Say why the words asked for cannot be taken; they stay."""
        self._ask.wrong(sentence)

    def done(self) -> None:
        """The answer was taken."""
        if self._ask.isVisible():
            self._let_go()

    def _pressed(self, letter: str) -> None:
        if self._read_only:
            return
        if letter in _AT_ONCE and self.people.person is not None:
            if letter in PRESENCE:
                self.people.step_down()
            self.wished.emit(Wish(letter, self.people.person))
        elif letter in _ASKS:
            self.ask(letter)

    def _ask_officer(self) -> None:
        if not self._read_only:
            self.ask("O")

    def _answered(self, letter: str, person: Attendance | None, words: str) -> None:
        self.wished.emit(Wish(letter, person, words))

    def _let_go(self) -> None:
        self._ask.hide()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_interests(self, state: LiveState) -> None:
        shown = (state.interests, self._read_only)
        if shown == self._interests_shown:
            return
        self._interests_shown = shown
        clear(self._interests)
        if not state.interests:
            return
        head = Words("Interests declared", size=Size.CAPTION, weight=BOLD, tone=Tone.HELP)
        head.setContentsMargins(sizes.S4, sizes.S2, sizes.S4, 0)
        self._interests.addWidget(head)
        for interest in state.interests:
            withdraw = None if self._read_only else self._withdraw(interest)
            self._interests.addWidget(_InterestLine(interest, _about(state, interest), withdraw))

    def _withdraw(self, interest: Interest) -> Callable[[], None]:
        return lambda: self.withdrawn.emit(interest.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        QPainter(self).fillRect(self.rect(), QColor(colours.sunken))


def _about(state: LiveState, interest: Interest) -> str:
    item = state.item(interest.item_id)
    parts = (
        f"item {named(item).split(' ')[0]}" if item is not None else "",
        interest.tier.value,
        interest.did,
    )
    return " · ".join(part for part in parts if part)


class _InterestLine(QWidget):
    def __init__(self, interest: Interest, about: str, withdraw: Callable[[], None] | None) -> None:
        super().__init__()
        words = Words(f"{interest.name}: {about}", size=Size.CAPTION, wrap=True)
        words.setToolTip(interest.nature)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.S4, 0, sizes.S3, 0)
        row.addWidget(words, 1)
        if withdraw is not None:
            row.addWidget(bare("x", f"Remove the interest of {interest.name}", withdraw))


class _AskLine(QWidget):
    """A question and a field at the foot of the pane; Enter answers, Esc lets go."""

    answered = Signal(str, object, str)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""
        self._person: Attendance | None = None
        self._question = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self._field = LineField("Answer", several=False)
        self._field.setProperty("look", "")
        self._error = FieldError()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S4, sizes.S2, sizes.S4, sizes.S2)
        column.setSpacing(sizes.S1)
        for part in (self._question, self._field, self._error):
            column.addWidget(part)
        self._field.entered.connect(self._enter)
        self._field.escaped.connect(self.escaped)
        self.hide()

    def know(self, names: Sequence[str]) -> None:
        self._field.know(names)

    def ask(self, letter: str, question: str, person: Attendance | None) -> None:
        self._letter, self._person = letter, person
        self._question.setText(question)
        self._field.setAccessibleName(question)
        self._field.empty()
        self._error.say("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def wrong(self, sentence: str) -> None:
        self._error.say(sentence)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        self.answered.emit(self._letter, self._person, self._field.text())


class _QuorumLine(QWidget):
    """“7 in the room, 6 needed”, with a shape that says whether that will do."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("info", Tone.HELP, size=sizes.ICON_ROW)
        self._words = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.S4, 0, sizes.S3, 0)
        self._row.setSpacing(sizes.S2)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self.setMinimumHeight(fonts.scaled(sizes.ROW_DENSE))

    def add(self, button: QWidget) -> None:
        self._row.addWidget(button)

    def say(self, quorum: Quorum) -> None:
        if quorum.needed is None:
            self._tell("info", Tone.HELP, "Quorum not set for this board")
        elif quorum.met:
            self._tell("circle-check", Tone.DONE, f"Quorum: {quorum.sentence}")
        else:
            self._tell("triangle-alert", Tone.DUE, f"No quorum: {quorum.sentence}")

    def _tell(self, icon: str, tone: Tone, words: str) -> None:
        self._icon.show_icon(icon, tone)
        self._words.set_tone(Tone.HELP if tone is Tone.DONE else tone)
        self._words.setText(words)
        self.setAccessibleName(words)
