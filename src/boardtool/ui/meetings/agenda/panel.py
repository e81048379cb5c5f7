"""What stands beside the agenda: its findings and its notice, or the item chosen in full."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.findings import Finding
from boardtool.domain.meetings import AgendaItem
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.edits import AgendaEdits
from boardtool.ui.meetings.agenda.item_details import ItemDetails
from boardtool.ui.meetings.agenda.notice_view import NoticeView
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.findings_list import FindingsList
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Words, section
from boardtool.ui.widgets.panel import RightPanel

WIDTH = 276


class AgendaPanel(RightPanel):
    """Two views in one place; the link at its top turns from one to the other."""

    def __init__(self, context: Context, edits: AgendaEdits, mended: Callable[[Finding], None]) -> None:
        super().__init__("Findings and item", width=WIDTH)
        self._item: AgendaItem | None = None
        self._count = ""
        self._heading = section()
        self._turn = link("", self.turn)
        self._fact = Words(tone=Tone.HELP, wrap=True)
        self.findings = FindingsList(mended)
        self.notice = NoticeView()
        self.details = ItemDetails(context, edits)
        first = QHBoxLayout()
        first.addWidget(self._heading)
        first.addStretch()
        first.addWidget(self._turn)
        meeting = QWidget()
        inside = QVBoxLayout(meeting)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._fact)
        inside.addSpacing(sizes.S1)
        inside.addWidget(self.findings)
        self._meeting = meeting
        self.column.addLayout(first)
        self.column.addWidget(meeting)
        self.column.addWidget(self.details)
        self.column.addStretch()
        self._notice_place = self.keep_in_view(self.notice)
        self._owes_notice = False
        self.details.hide()

    @property
    def shows_item(self) -> bool:
        return not self.details.isHidden()

    def show_facts(self, facts: MeetingFacts) -> None:
        checked = facts.checked
        count = len(checked.findings)
        self._count = f"{count} finding{'' if count == 1 else 's'}" if count else "Nothing is lacking"
        blocks = "Something blocks." if checked.blocks else "None blocks."
        holding = f"{checked.holding} check{' holds' if checked.holding == 1 else 's hold'}."
        self._fact.setText(f"{blocks} {holding}" if count else holding)
        self.findings.show_findings(checked.findings)
        self.notice.show_facts(facts)
        self._owes_notice = facts.case.statutory
        self._notice_place.setVisible(self._owes_notice and not self.shows_item)
        self.details.set_locked(locked=facts.locked)
        self._say()

    def show_item(self, item: AgendaItem | None) -> None:
        """Keep the item that the details are of; without one the findings show."""
        self._item = item
        if item is not None:
            self.details.show_item(item)
        elif self.shows_item:
            self.turn()
        self._say()

    def turn(self) -> None:
        """Turn from the findings to the item, or back."""
        to_item = self.details.isHidden() and self._item is not None
        self.details.setVisible(to_item)
        self._meeting.setVisible(not to_item)
        self._notice_place.setVisible(self._owes_notice and not to_item)
        self._say()

    def _say(self) -> None:
        if self.shows_item:
            self._heading.setText(f"Item {self._item.number}" if self._item is not None else "")
            self._turn.setText("Findings")
        else:
            self._heading.setText(self._count)
            self._turn.setText(f"Item {self._item.number}" if self._item is not None else "")
        self._turn.setVisible(self._item is not None or self.shows_item)
