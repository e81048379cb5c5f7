"""The paper chosen in the table, in full: its file, what was found in it, and how to look at it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.meetings import Paper
from boardtool.ui.meetings.papers.found import finding_look, findings_of
from boardtool.ui.meetings.papers.rows import PaperRow, is_pdf
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Words, section
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.said import Said

UNWEIGHED = "It does not say why the public interest is better served by not disclosing it."


class PaperFacts(QWidget):
    """`preview`, `open_paper` and `keep` (from the public) are called by its links."""

    def __init__(
        self, *, preview: Callable[[], None], open_paper: Callable[[], None], keep: Callable[[], None]
    ) -> None:
        super().__init__()
        self._shown: PaperRow | None = None
        self.title = section()
        self.subject = Words(wrap=True)
        self.file = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self._found = QVBoxLayout()
        self._found.setSpacing(sizes.S1)
        self.previewer = link("Preview pages", preview)
        self.opener = link("Open a copy", open_paper)
        self.keeper = link("Keep from the public…", keep, writes=True)
        links = QHBoxLayout()
        links.setSpacing(sizes.S4)
        links.addWidget(self.previewer)
        links.addWidget(self.opener)
        links.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(self.title)
        column.addWidget(self.subject)
        column.addWidget(self.file)
        column.addLayout(self._found)
        column.addLayout(links)
        column.addWidget(self.keeper, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_row(self, row: PaperRow | None) -> None:
        if row == self._shown:
            return
        self._shown = row
        clear(self._found)
        paper = row.paper if row is not None else None
        self.setVisible(paper is not None)
        if row is None or paper is None:
            return
        letter = f"Appendix {paper.letter}" if paper.letter else "Report"
        self.title.setText(f"Item {row.item.number}, {letter}")
        self.subject.setText(paper.title or paper.file_name)
        self.file.setText(_file_words(paper))
        self._say_why_exempt(row, paper)
        self._say_what_was_found(row, paper)
        self.keeper.setText("Why it is exempt…" if paper.exempt else "Keep from the public…")
        self.keeper.setAccessibleName(f"{self.keeper.text().removesuffix('…')}: {paper.title}")
        self.keeper.setVisible(not row.item.exempt)
        self.previewer.setAccessibleName(f"Preview pages of {paper.title}")
        self.opener.setAccessibleName(f"Open a copy of {paper.title}")
        self.previewer.setVisible(is_pdf(paper) or bool(row.turner))

    def _say_why_exempt(self, row: PaperRow, paper: Paper) -> None:
        """R14: what is said of the public interest, or that nothing is yet."""
        if not paper.exempt or row.item.exempt:
            return
        if paper.public_interest:
            self._add(f"Not for the public: {paper.public_interest}", "lock", Tone.HELP)
        else:
            self._add(UNWEIGHED, "octagon-x", Tone.LATE)

    def _say_what_was_found(self, row: PaperRow, paper: Paper) -> None:
        if row.check is not None:
            if row.check.tagged:
                self._add("It is tagged: a screen reader finds its headings.", "circle-check", Tone.DONE)
            for finding in findings_of(row):
                self._add(finding.says, *finding_look(finding))
        elif is_pdf(paper):
            self._add("It was not looked into yet; that is done before a pack is made.", "info", Tone.FAINT)
        if is_pdf(paper):
            return
        if row.turner:
            self._add(f"{row.turner} turns it into a PDF when the pack is made.", "info", Tone.FAINT)
        else:
            self._add(
                "Nothing on this machine turns it into a PDF. Save it as PDF in the program it was written "
                "in, and attach that.",
                "triangle-alert",
                Tone.DUE,
            )

    def _add(self, sentence: str, icon: str, tone: Tone) -> None:
        self._found.addWidget(Said(sentence, icon, tone))


def _file_words(paper: Paper) -> str:
    pages = "" if paper.pages is None else f" · {paper.pages} page{'' if paper.pages == 1 else 's'}"
    return f"{paper.file_name} · {_size(paper.size)}{pages}"


def _size(size: int) -> str:
    """Bytes as people say them: “340 kB”, “2.4 MB”."""
    thousand = 1000
    if size < thousand * thousand:
        return f"{max(round(size / thousand), 1)} kB"
    return f"{size / thousand / thousand:.1f} MB"
