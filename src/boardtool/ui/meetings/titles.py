"""Titles of an agenda beside those of the reports, where they differ (R10), each mended by one press."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.titles import alike, report_title
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import quiet
from boardtool.ui.widgets.labels import Words, section
from boardtool.ui.widgets.sentence_row import Sentence, SentenceRows

if TYPE_CHECKING:
    from boardtool.data.store import Reading

_WIDTH = 900
_SAME = "Agenda and reports call everything by the same name."
_DIFFER = "The agenda's title stands first, the report's behind it. Small differences are not listed."


class TitlesDialog(QDialog):
    """Lists items whose report has another title; the verb gives the item the report's."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent)
        self._context = context
        self._meeting_id = meeting.id
        self.setWindowTitle("Compare titles")
        self.setAccessibleName("Compare titles")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(fonts.scaled(_WIDTH), parent.window().width() - sizes.S7))
        self._sentence = Words(_DIFFER, tone=Tone.HELP, wrap=True)
        self.rows = SentenceRows("Titles that differ")
        head = QVBoxLayout()
        head.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.PAGE_EDGE, sizes.S3)
        head.addWidget(section("Compare titles"))
        head.addWidget(self._sentence)
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.PAGE_EDGE, sizes.S4, sizes.PAGE_EDGE, 0)
        foot.addStretch()
        foot.addWidget(quiet("Close", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S5, 0, sizes.S4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addStretch(1)
        column.addLayout(foot)
        context.changes.announced.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        meeting_id = self._meeting_id

        def items(reading: "Reading") -> list[AgendaItem]:
            from boardtool.data import agenda

            return agenda.items(reading, meeting_id)

        self._context.asking.ask((self, "items"), items, self._show)

    def _show(self, items: list[AgendaItem]) -> None:
        differing = [
            item for item in items if (title := report_title(item)) and not alike(item.subject, title)
        ]
        self._sentence.setText(_DIFFER if differing else _SAME)
        self.rows.set_sentences([(_sentence(item), self._link(item)) for item in differing])
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _link(self, item: AgendaItem) -> Link:
        return Link("Use the report's", partial(self._take_title, item), writes=True)

    def _take_title(self, item: AgendaItem) -> None:
        from boardtool.services import agenda

        self._context.steps.run(
            partial(agenda.change, self._context.store, item_id=item.id, subject=report_title(item))
        )


def _sentence(item: AgendaItem) -> Sentence:
    return Sentence(
        text=item.subject,
        lead=item.number,
        who=report_title(item),
        verb="Use the report's",
        icon="equal-not",
        icon_tone=Tone.DUE,
    )
