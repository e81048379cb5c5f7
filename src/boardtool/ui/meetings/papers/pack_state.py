"""The pack that stands, as the panel tells it: none yet, up to date, or out of date and why."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.pack.made import MadePack, Moved, changed_since
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.papers.pack_words import pages_words, short_digest, when
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Icon, Words, section
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.said import Said

_MOST = 4
_NONE = (
    "No pack yet. It joins the agenda, the minutes of the last meeting, the action log and the papers into "
    "one PDF, and fills the agenda's page numbers."
)
_STILL_PUBLIC = "The public still sees it in the pack: have that taken down first."
_STILL_IN_IT = "It is still in the pack that was made: do not hand that out."


class PackState(QWidget):
    """`make` and `open_pack` are called by its links."""

    def __init__(self, *, make: Callable[[], None], open_pack: Callable[[MadePack], None]) -> None:
        super().__init__()
        self._open = open_pack
        self._standing: MadePack | None = None
        self._icon = Icon("circle-dashed", Tone.FAINT)
        self.title = section("Document pack")
        self.sentence = Words(tone=Tone.HELP, wrap=True)
        self.digest = Words(size=Size.CAPTION, tone=Tone.FAINT)
        self.opener = link("Open", self._open_standing)
        self.opener.setAccessibleName("Open the agenda pack")
        self.maker = link("Make it…", make)
        first = QHBoxLayout()
        first.setSpacing(sizes.S2)
        first.addWidget(self._icon)
        first.addWidget(self.title, 1)
        self._moved = QVBoxLayout()
        self._moved.setSpacing(sizes.S1)
        links = QHBoxLayout()
        links.setSpacing(sizes.S4)
        links.addWidget(self.opener)
        links.addWidget(self.maker)
        links.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        column.addWidget(self.sentence)
        column.addWidget(self.digest)
        column.addLayout(self._moved)
        column.addLayout(links)

    def show_facts(self, facts: MeetingFacts) -> None:
        packs = facts.case.packs
        moved = changed_since(packs, facts.items) if packs and facts.case.ahead else ()
        self._standing = packs[0] if packs else None
        self._show_head(packs, moved, ahead=facts.case.ahead)
        self._show_moved(moved, published=facts.meeting.published_at is not None)
        self.opener.setVisible(bool(packs))
        self.maker.setText("Make it again…" if packs else "Make it…")
        self.maker.setVisible(facts.case.ahead and bool(facts.items))

    def _show_head(self, packs: Sequence[MadePack], moved: Sequence[Moved], *, ahead: bool) -> None:
        if not packs:
            self._icon.show_icon("circle-dashed", Tone.FAINT)
            self.title.setText("Document pack")
            self.sentence.setText(_NONE if ahead else "No pack of this meeting was made here.")
            self.digest.hide()
            return
        first = packs[0]
        exposed = any(each.exposed for each in moved)
        self._icon.show_icon(
            *(("octagon-x", Tone.LATE) if exposed else ("triangle-alert", Tone.DUE))
            if moved
            else ("circle-check", Tone.DONE)
        )
        up_to_date = "The pack is up to date" if ahead else "Document pack"
        self.title.setText("The pack is out of date" if moved else up_to_date)
        supplements = len(packs) - 1
        more = f" and {supplements} supplement{'' if supplements == 1 else 's'}" if supplements else ""
        self.sentence.setText(f"Made {when(first.made_at)}: {pages_words(first)}{more}.")
        self.digest.setText(f"SHA-256 {short_digest(first)}")
        self.digest.setToolTip(first.digest)
        self.digest.setAccessibleName(f"Digest, SHA-256 {first.digest}")
        self.digest.show()

    def _show_moved(self, moved: Sequence[Moved], *, published: bool) -> None:
        clear(self._moved)
        for each in moved[:_MOST]:
            says = (
                f"{each.says} {_STILL_PUBLIC if published else _STILL_IN_IT}" if each.exposed else each.says
            )
            look = ("octagon-x", Tone.LATE) if each.exposed else ("triangle-alert", Tone.DUE)
            self._moved.addWidget(Said(says, *look, words_tone=Tone.TEXT))
        if len(moved) > _MOST:
            self._moved.addWidget(Words(f"and {len(moved) - _MOST} more, under Checks", tone=Tone.HELP))

    def _open_standing(self) -> None:
        if self._standing is not None:
            self._open(self._standing)
