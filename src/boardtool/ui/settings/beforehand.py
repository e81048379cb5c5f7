"""What a board has settled for the weeks before a meeting: rules for speakers, and the desks of a report."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.boards import Board
from boardtool.domain.clearance import ClearanceStage
from boardtool.domain.dates import clock
from boardtool.domain.requests_to_address import SpeakingRules
from boardtool.ui.context import Context
from boardtool.ui.meetings.papers.report_dialogs import DesksDialog
from boardtool.ui.meetings.requests.speaking import SpeakingRulesDialog, time_given
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.fields import Form
from boardtool.ui.widgets.labels import Words, section


class Beforehand(QWidget):
    """Two facts in words, each with the dialog that the meeting opens too."""

    def __init__(self, context: Context, *, label_width: int) -> None:
        super().__init__()
        self._context = context
        self._board: Board | None = None
        self._rules = SpeakingRules()
        self._chain: tuple[ClearanceStage, ...] = ()
        self.speakers, self.desks = Words(wrap=True), Words(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.setSpacing(sizes.S2)
        column.addWidget(section("Before a meeting"))
        form = Form(label_width=label_width)
        column.addWidget(form)
        self.change_speakers = link("Change", self.set_rules, writes=True)
        self.change_desks = link("Change", self.set_desks, writes=True)
        for fact, words, told, change in (
            ("speakers", "Requests to speak", self.speakers, self.change_speakers),
            ("desks", "Desks of a report", self.desks, self.change_desks),
        ):
            change.setAccessibleName(f"Change: {words}")
            form.add(fact, words, _beside(told, change))

    def show_board(self, board: Board, rules: SpeakingRules, chain: Sequence[ClearanceStage]) -> None:
        self._board, self._rules, self._chain = board, rules, tuple(chain)
        self.speakers.setText(rules_words(rules))
        self.desks.setText(desks_words(chain))

    def set_rules(self) -> None:
        if self._board is not None:
            SpeakingRulesDialog(self._context, self, self._board, self._rules).open()

    def set_desks(self) -> None:
        if self._board is not None:
            DesksDialog(self._context, self, self._board, self._chain).open()


def rules_words(rules: SpeakingRules) -> str:
    """“Taken until 5.00 pm, 2 full days before the meeting. Speakers have 3 minutes each, 15 in all.”."""
    days = f"{rules.clear_days} full day{'' if rules.clear_days == 1 else 's'} before the meeting"
    return f"Taken until {clock(rules.closes_at)}, {days}. {time_given(rules)}"


def desks_words(chain: Sequence[ClearanceStage]) -> str:
    """“Author 10, Finance 7: days before publication”."""
    return f"{', '.join(f'{each.name} {each.days}' for each in chain)}: days before publication."


def _beside(told: Words, change: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(sizes.S2 + 2, 0, 0, 0)
    row.addWidget(told, 1)
    row.addWidget(change)
    return holder
