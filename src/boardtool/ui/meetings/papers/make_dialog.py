"""The dialog before a pack is made: which one, and in plain words what stands in its way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boardtool.domain.checks.pack_guards import AnswerableError
from boardtool.domain.checks.prospect import Prospect
from boardtool.domain.findings import Finding
from boardtool.domain.pack.made import PackKind
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.papers.obstacles import Obstacles
from boardtool.ui.meetings.papers.pack_words import KIND_SENTENCES
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.chips import SwitchChips
from boardtool.ui.widgets.labels import Words, section
from boardtool.ui.widgets.said import Said

if TYPE_CHECKING:
    from boardtool.data.store import Reading

_CHOICES = {
    PackKind.PUBLIC: "For the public",
    PackKind.SUPPLEMENT: "Supplement",
    PackKind.PRIVATE: "Private",
}
_TALLEST = 620
_STOPPED = "Put right what stops the pack first"
_NOT_READABLE = "Ask for what cannot go in, or make the pack without it"
_UNANSWERED = "Say why the pack goes out with what is hidden in it"
_CAME_BACK = "The pack was not made: more was found when it came to print the papers."


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pack; why to go on although something in it hides text; whether without what cannot be read.

    The reason answers the findings that were shown, `answered`, and no others.
    """

    kind: PackKind
    despite: str = ""
    without_unreadable: bool = False
    answered: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """A try that came to nothing for what can be answered: what was wanted then, and what it met."""

    wanted: Wanted
    met: AnswerableError

    def with_what_was_met(self, found: Prospect) -> Prospect:
        """The prospect of that kind, and what is only known since papers became PDF."""
        return replace(
            found,
            hidden=tuple(dict.fromkeys((*found.hidden, *self.met.hidden))),
            unreadable=tuple(dict.fromkeys((*found.unreadable, *self.met.unreadable))),
        )


class MakePackDialog(QDialog):
    """`wanted` is told which pack is to be made; `mended` is told of a finding whose verb was pressed.

    After a try that came to nothing (`again`) it shows what that met, and keeps what was answered.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        facts: MeetingFacts,
        kind: PackKind,
        *,
        wanted: Callable[[Wanted], None],
        mended: Callable[[Finding], None],
        again: Again | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._page = parent
        self._meeting_id = facts.meeting.id
        self._wanted = wanted
        self._mended = mended
        self._again = again
        self._prospects: Mapping[PackKind, Prospect] = {}
        self.setWindowTitle("Make agenda pack")
        self.setAccessibleName("Make agenda pack")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(fonts.scaled(sizes.DIALOG), parent.window().width() - sizes.S7))
        self.kinds = SwitchChips("Which pack")
        for each, words in _CHOICES.items():
            self.kinds.add(each, words)
        self.sentence = Words(tone=Tone.HELP, wrap=True)
        self.came_back = Said(_CAME_BACK, "octagon-x", Tone.LATE, words_tone=Tone.TEXT)
        self.obstacles = Obstacles(self._mend)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Why the pack goes out all the same")
        self.reason.setPlaceholderText("Why the pack goes out all the same; kept in the history")
        self.without = QCheckBox("&Make it without what cannot go in")
        self.take = primary("Make pack…", self._take)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        for asked in (self.without, self.reason):
            asked.hide()
        if again is not None:
            self.reason.setText(again.wanted.despite)
            self.without.setChecked(again.wanted.without_unreadable)
        self._lay_out()
        self.kinds.chosen.connect(lambda _value: self._show())
        self.without.toggled.connect(lambda _on: self._allow())
        self.reason.textChanged.connect(lambda _text: self._allow())
        self.kinds.choose(kind)
        self._show()
        context.changes.announced.connect(self._ask)
        self._ask()

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("What stands in the way")
        self._area.setWidget(self.obstacles)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.S3)
        buttons.addStretch()
        buttons.addWidget(quiet("Cancel", self.reject))
        buttons.addWidget(self.take)
        kinds = QHBoxLayout()
        kinds.addWidget(self.kinds)
        kinds.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S5, sizes.S5, sizes.S5, sizes.S4)
        column.setSpacing(sizes.S3)
        column.addWidget(section("Make agenda pack"))
        column.addLayout(kinds)
        column.addWidget(self.came_back)
        column.addWidget(self.sentence)
        column.addWidget(self._area)
        column.addWidget(self.without)
        column.addWidget(self.reason)
        column.addSpacing(sizes.S2)
        column.addLayout(buttons)

    @property
    def kind(self) -> PackKind:
        return PackKind(self.kinds.value)

    # Showing

    def _ask(self) -> None:
        meeting_id, today = self._meeting_id, self._context.clock.today()

        def question(reading: "Reading") -> Mapping[PackKind, Prospect]:
            from boardtool.services.pack_prospects import prospects

            return prospects(reading, meeting_id=meeting_id, today=today)

        self._context.asking.ask((self, "prospects"), question, self._show_prospects)

    def _show_prospects(self, found: Mapping[PackKind, Prospect]) -> None:
        first = not self._prospects
        again = self._again
        if again is not None:
            found = {**found, again.wanted.kind: again.with_what_was_met(found[again.wanted.kind])}
        self._prospects = found
        self._show()
        if first:
            self._begin()

    def _show(self) -> None:
        self.sentence.setText(KIND_SENTENCES[self.kind])
        self.came_back.setVisible(self._again is not None and self._again.wanted.kind is self.kind)
        found = self._prospects.get(self.kind)
        if found is not None:
            self.obstacles.show_prospect(found)
            self.without.setVisible(bool(found.unreadable) and not found.stops)
            self.reason.setVisible(bool(found.hidden) and not found.stops)
        self._allow()
        self._settle()

    def _allow(self) -> None:
        """Let the pack be made when nothing stops it, and what is hidden is answered for."""
        found = self._prospects.get(self.kind)
        why_not = "" if found is not None else "Looking at the papers"
        if found is not None and found.stops:
            why_not = _STOPPED
        elif found is not None and found.unreadable and not self.without.isChecked():
            why_not = _NOT_READABLE
        elif found is not None and found.hidden and not self.reason.text().strip():
            why_not = _UNANSWERED
        self.take.setEnabled(not why_not)
        self.take.setToolTip(why_not)
        self.take.setAccessibleDescription(why_not)

    def _settle(self) -> None:
        """As tall as what there is to say, as far as the window has room for it."""
        layout, inside = self.layout(), self.obstacles.layout()
        assert layout is not None
        assert inside is not None
        width = max(self.width(), self.minimumWidth())
        tallest = min(fonts.scaled(_TALLEST), self._page.window().height() - sizes.S7)
        self._area.setFixedHeight(0)
        rest = layout.totalHeightForWidth(width)
        needed = inside.totalHeightForWidth(width - 2 * sizes.S5)
        self._area.setFixedHeight(max(min(needed, tallest - rest), fonts.scaled(sizes.ROW)))
        self.resize(width, layout.totalHeightForWidth(width))

    def _begin(self) -> None:
        """Start where there is something to answer."""
        if not self.without.isHidden() and not self.without.isChecked():
            self.without.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.reason.isHidden():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.take.isEnabled():
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    # Answering

    def _mend(self, finding: Finding) -> None:
        self.reject()
        self._mended(finding)

    def _take(self) -> None:
        if self.take.isEnabled():
            found = self._prospects[self.kind]
            despite = self.reason.text().strip() if found.hidden else ""
            self.accept()
            self._wanted(Wanted(self.kind, despite, bool(found.unreadable), found.hidden))
