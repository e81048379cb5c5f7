"""The item chosen, in full: what is asked of the board, whether the public may see it, and its papers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.exempt import untitled
from boardtool.domain.meetings import AgendaItem, Paper, Purpose
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.edits import AgendaEdits
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.meetings.paper_files import choose_papers, open_paper
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import bare, link, small
from boardtool.ui.widgets.inline_text import InlineText
from boardtool.ui.widgets.labels import Words, caption, section
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.notices import FieldError

_PURPOSES = {
    Purpose.UNSAID: "Not said",
    Purpose.DECISION: "For decision",
    Purpose.NOTE: "To note",
    Purpose.DISCUSS: "To discuss",
}


class ItemDetails(QWidget):
    """A form over one agenda item; what is typed is kept as it is typed."""

    def __init__(self, context: Context, edits: AgendaEdits) -> None:
        super().__init__()
        self._context = context
        self._edits = edits
        self.item: AgendaItem | None = None
        self._shown_papers: tuple[Paper, ...] | None = None
        self._subject = Words(size=Size.READ, weight=BOLD, wrap=True)
        self._carried = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self.purpose = QComboBox()
        self.purpose.setAccessibleName("Purpose")
        for value, words in _PURPOSES.items():
            self.purpose.addItem(words, value)
        self.recommendations = KeptText("Recommendations, one on each line", lines=4)
        self.public_title = _boxed("Title for the public")
        self.exempt = _boxed("Exempt under paragraph of Schedule 12A")
        self.exempt.setPlaceholderText("1 to 7, or “confidential”; empty for an open item")
        self._exempt_error = FieldError()
        self.interest = KeptText("Why the public interest is better served by not disclosing it", lines=3)
        self.carry = QCheckBox("Carry forward to the next meeting")
        self._papers = QVBoxLayout()
        self._papers.setSpacing(0)
        self.attach = small("Attach paper…", self.attach_papers, icon="paperclip")
        self._lay_out()
        self.purpose.activated.connect(self._purpose_chosen)
        self.recommendations.typed.connect(self._recommendations_typed)
        self.public_title.committed.connect(self._public_title_typed)
        self.exempt.committed.connect(lambda _words: self._mark_exempt())
        self.interest.typed.connect(lambda _words: self._mark_exempt())
        self.carry.clicked.connect(self._carry_clicked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(self._subject)
        column.addWidget(self._carried)
        self._interest_label = caption("Why not for the public")
        for words, field in (
            (caption("Purpose"), self.purpose),
            (caption("Recommendations, one on each line"), self.recommendations),
            (caption("Title for the public"), self.public_title),
            (caption("Exempt under paragraph"), self.exempt),
            (self._interest_label, self.interest),
        ):
            column.addSpacing(sizes.S2)
            column.addWidget(words)
            column.addWidget(field)
            if field is self.exempt:
                column.addWidget(self._exempt_error)
        column.addSpacing(sizes.S2)
        column.addWidget(self.carry)
        column.addSpacing(sizes.S3)
        column.addWidget(section("Papers"))
        column.addLayout(self._papers)
        column.addSpacing(sizes.S1)
        column.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, item: AgendaItem) -> None:
        """Show an item; words typed for another one are handed over first."""
        if self.item is not None and self.item.id != item.id:
            self.recommendations.hand_over()
            self.interest.hand_over()
            self._exempt_error.say("")
        self.item = item
        self._subject.setText(item.subject)
        self._carried.setText(f"Carried forward from {item.carried_from}" if item.carried_from else "")
        self._carried.setVisible(bool(item.carried_from))
        self.purpose.setCurrentIndex(self.purpose.findData(item.purpose))
        self.recommendations.set_kept(item.recommendations)
        self.public_title.set_kept(item.public_title)
        self.public_title.setPlaceholderText(untitled(item.exempt) if item.exempt else item.subject)
        self.exempt.set_kept(item.exempt)
        self.interest.set_kept(item.public_interest)
        for widget in (self._interest_label, self.interest):
            widget.setVisible(bool(item.exempt))
        self.carry.setChecked(item.outcome == "carried forward")
        self._show_papers(item.papers)

    def set_locked(self, *, locked: bool) -> None:
        for field in (self.purpose, self.carry, self.attach):
            field.setEnabled(not locked)
        for box in (self.recommendations, self.interest):
            box.setReadOnly(locked)
        for line in (self.public_title, self.exempt):
            line.setReadOnly(locked)

    def attach_papers(self) -> None:
        if self.item is None:
            return
        files = choose_papers(self)
        if files:
            self._edits.attach(self.item, files)

    def _show_papers(self, papers: tuple[Paper, ...]) -> None:
        if papers == self._shown_papers:
            return
        self._shown_papers = papers
        clear(self._papers)
        if not papers:
            self._papers.addWidget(
                Words("None yet. Drop files on the item, or attach them.", tone=Tone.HELP, wrap=True)
            )
        for paper in papers:
            self._papers.addWidget(
                _PaperRow(
                    paper,
                    opened=partial(open_paper, self._context, paper),
                    removed=partial(self._edits.detach, paper.id),
                )
            )

    # Changes

    def _purpose_chosen(self) -> None:
        purpose = Purpose(self.purpose.currentData())
        if self.item is not None and purpose is not self.item.purpose:
            self._edits.change(self.item, purpose=purpose)

    def _recommendations_typed(self, text: str) -> None:
        if self.item is not None:
            self._edits.change(self.item, recommendations=text)

    def _public_title_typed(self, text: str) -> None:
        if self.item is not None:
            self._edits.change(self.item, public_title=text)

    def _mark_exempt(self) -> None:
        if self.item is None:
            return
        self._exempt_error.say("")
        self._edits.exempt(
            self.item,
            paragraphs=self.exempt.text(),
            public_interest=self.interest.toPlainText(),
            refused=self._exempt_error.say,
        )

    def _carry_clicked(self, forward: bool) -> None:  # noqa: FBT001 - Qt's own signal
        if self.item is not None:
            self._edits.carry(self.item, forward=forward)


class _PaperRow(QWidget):
    """A paper: its title and letter, a link that opens it, a cross that takes it off the item."""

    def __init__(self, paper: Paper, *, opened: Callable[[], None], removed: Callable[[], None]) -> None:
        super().__init__()
        letter = f"Appendix {paper.letter}" if paper.letter else "Report"
        pages = "" if paper.pages is None else f", {paper.pages} page{'' if paper.pages == 1 else 's'}"
        title = paper.title or paper.file_name
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(title, wrap=True))
        words.addWidget(caption(f"{letter}{pages}"))
        read = link("Open", opened)
        read.setAccessibleName(f"Open {title}")
        read.setToolTip(f"Open {paper.file_name}")
        words.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.S1, 0, sizes.S1)
        row.addLayout(words, 1)
        row.addWidget(bare("x", f"Remove {title}", removed), 0, Qt.AlignmentFlag.AlignTop)


def _boxed(name: str) -> InlineText:
    """A line that is kept on Enter or on leaving, within an edge."""
    field = InlineText(name=name)
    field.setProperty("look", "")
    return field
