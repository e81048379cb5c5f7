"""What stands beside the register: until when requests are taken, the time given, and one request in full."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from boardtool.domain.dates import clock, long_date, weekday_date
from boardtool.domain.requests_to_address import accepted, minutes_allotted, undecided
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.requests.rows import RequestRow
from boardtool.ui.meetings.requests.speaking import time_given
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Words, section
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.panel import RightPanel


class RequestsPanel(RightPanel):
    """`set_rules()`, `export()` and `decide()` are what its links do."""

    def __init__(
        self, *, set_rules: Callable[[], None], export: Callable[[], None], decide: Callable[[], None]
    ) -> None:
        super().__init__("Rules for speakers, and the request chosen")
        self._closes = Words(wrap=True)
        self._time = Words(tone=Tone.HELP, wrap=True)
        self._waiting = Words(tone=Tone.DUE, wrap=True)
        self.rules = link("Rules for speakers…", set_rules, writes=True)
        self.register = link("Export the register…", export)
        self._title = Words(weight=section().font().weight(), wrap=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(sizes.S1)
        self.decide = link("Decide…", decide, writes=True)
        self.column.addWidget(section("Requests to address the meeting"))
        self.column.addWidget(self._closes)
        self.column.addWidget(self._time)
        self.column.addWidget(self._waiting)
        self.column.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.register, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(sizes.S5)
        self.column.addWidget(self._title)
        self.column.addLayout(self._facts)
        self.column.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def show_facts(self, facts: MeetingFacts) -> None:
        requests, closes = facts.case.requests, facts.case.requests_close
        open_still = facts.case.ahead and closes.date() >= facts.today
        when = f"{clock(f'{closes:%H:%M}')} on {weekday_date(closes.date())}"
        self._closes.setText(f"Requests {'are taken until' if open_still else 'closed at'} {when}.")
        self._time.setText(_time_given(facts))
        waiting = len(undecided(requests))
        self._waiting.setText(f"{waiting} request{' is' if waiting == 1 else 's are'} to be decided.")
        self._waiting.setVisible(bool(waiting))
        self.register.setVisible(bool(requests))

    def show_row(self, row: RequestRow | None) -> None:
        clear(self._facts)
        self.decide.setVisible(row is not None)
        self._title.setVisible(row is not None)
        if row is None:
            return
        request = row.request
        self._title.setText(request.named)
        self.decide.setAccessibleName(f"Decide about the request of {request.name}")
        told = (
            f"Reached at: {request.contact}" if request.contact else "",
            f"Came by {request.route.value}.",
            "It came after requests closed." if row.late else "",
            f"{request.decision.value.capitalize()} by {request.decided_by}." if request.decided_by else "",
            f"Decided on {long_date(request.decided_on)}." if request.decided_on else "",
            request.reason,
        )
        for words in filter(None, told):
            self._facts.addWidget(Words(words, tone=Tone.HELP, wrap=True))


def _time_given(facts: MeetingFacts) -> str:
    """“Speakers have 3 minutes each, 15 in all. 1 speaker is given 3 minutes.”."""
    rules, requests = facts.case.speaking, facts.case.requests
    rule = time_given(rules)
    count = len(accepted(requests))
    if not count:
        return rule
    speakers = "1 speaker is" if count == 1 else f"{count} speakers are"
    return f"{rule} {speakers} given {minutes_allotted(requests)} minutes."
