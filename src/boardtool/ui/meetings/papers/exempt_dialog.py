"""The dialog that keeps one paper of an open item from the public: under which paragraphs, and why."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.meetings import Paper
from boardtool.ui.context import Context
from boardtool.ui.meetings.papers.rows import PaperRow
from boardtool.ui.widgets.fields import paragraph_field
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Store

_LINES = 4


class ExemptPaperDialog(FormDialog):
    """Asks for the paragraphs (R13) and why the interest in them outweighs disclosing the paper (R14)."""

    def __init__(self, context: Context, parent: QWidget, row: PaperRow, paper: Paper) -> None:
        part = f"Appendix {paper.letter}" if paper.letter else "Report"
        super().__init__(parent, f"Item {row.item.number}, {part}: exempt", words="Keep", take=self._take)
        self._context = context
        self._paper_id = paper.id
        self.paragraphs = QLineEdit(paper.paragraphs)
        self.interest = paragraph_field("Why not for the public", lines=_LINES)
        self.interest.setPlainText(paper.public_interest)
        self.form.add(
            "paragraphs",
            "&Paragraphs",
            self.paragraphs,
            help_text="Of Schedule 12A, 1 to 7, or “confidential”; empty, the paper is open to the public",
        )
        self.form.add(
            "interest",
            "&Why not for the public",
            self.interest,
            help_text="Why the public interest is better served by not disclosing it; not published itself",
        )
        if paper.paragraphs:
            self.first = self.interest

    def _take(self) -> None:
        store, paper_id = self._context.store, self._paper_id
        paragraphs, interest = self.paragraphs.text(), self.interest.toPlainText()
        self._context.steps.run(
            lambda: _mark(store, paper_id, paragraphs, interest),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("paragraphs", sentence),
        )


def _mark(store: "Store", paper_id: int, paragraphs: str, interest: str) -> None:
    from boardtool.services import agenda

    agenda.mark_paper_exempt(store, paper_id=paper_id, paragraphs=paragraphs, public_interest=interest)
