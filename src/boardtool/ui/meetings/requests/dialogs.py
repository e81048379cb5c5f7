"""The dialogs of the register: a request as it came, and what is decided about it."""

from datetime import date, datetime, time

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.requests_to_address import MOST_MINUTES, Decision, Route
from boardtool.domain.times import read_clock
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.requests.edits import RequestEdits
from boardtool.ui.meetings.requests.rows import RequestRow
from boardtool.ui.meetings.requests.speaking import spin
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog


class RequestDialog(FormDialog):
    """Keeps a request as it came, or changes one; an address typed here never leaves the register."""

    def __init__(
        self,
        parent: QWidget,
        edits: RequestEdits,
        facts: MeetingFacts,
        *,
        now: datetime,
        row: RequestRow | None = None,
    ) -> None:
        title = "Request to address the meeting" if row is None else f"Request of {row.request.name}"
        super().__init__(parent, title, words="Keep request", take=self._take)
        self._edits = edits
        self._facts = facts
        self._row = row
        self.name, self.organisation, self.contact, self.subject, self.time = (QLineEdit() for _ in range(5))
        self.item = QComboBox()
        self.item.addItem("No item in particular", None)
        for item in facts.items:
            self.item.addItem(f"{item.number}  {item.subject}", item.id)
        self.route = QComboBox()
        for route in Route:
            self.route.addItem(f"{route.value[0].upper()}{route.value[1:]}", route.value)
        self.day = DateField(
            name="Received on", read=lambda typed: read_date(typed, year=facts.meeting.date.year)
        )
        self.form.add("name", "&Who asks", self.name)
        self.form.add("organisation", "&For", self.organisation)
        self.form.add(
            "contact", "Reached &at", self.contact, help_text="Stays here: no document for the public has it"
        )
        self.form.add("item", "&Item", self.item)
        self.form.add("subject", "&On", self.subject)
        self.form.add("route", "Came &by", self.route)
        self.form.add("day", "Received o&n", self.day)
        self.form.add("time", "&Time", self.time)
        self._show(now)

    def _show(self, now: datetime) -> None:
        request = None if self._row is None else self._row.request
        received = now if request is None else request.received_at
        self.day.set_value(received.date())
        self.time.setText(f"{received:%H:%M}")
        if request is None:
            return
        for box, words in (
            (self.name, request.name),
            (self.organisation, request.organisation),
            (self.contact, request.contact),
            (self.subject, request.subject),
        ):
            box.setText(words)
        self.item.setCurrentIndex(max(self.item.findData(request.item_id), 0))
        self.route.setCurrentIndex(self.route.findData(request.route.value))

    def _take(self) -> None:
        received = self._received()
        if received is None:
            return
        facts = {
            "name": self.name.text(),
            "organisation": self.organisation.text(),
            "contact": self.contact.text(),
            "subject": self.subject.text(),
        }
        item_id, route = self.item.currentData(), Route(self.route.currentData())
        if self._row is None:
            self._edits.record(
                self._facts.meeting.id,
                then=lambda _id: self.accept(),
                refused=self._refuse,
                item_id=item_id,
                route=route,
                received_at=received,
                **facts,
            )
        else:
            self._edits.change(
                self._row,
                then=lambda _nothing: self.accept(),
                refused=self._refuse,
                item_id=item_id,
                route=route,
                received_at=received,
                **facts,
            )

    def _received(self) -> datetime | None:
        """When it came; None where a field was marked with what is wrong."""
        field = "day"
        try:
            day, field = self.day.value(), "time"
            clock = time.fromisoformat(read_clock(self.time.text()))
        except CannotDoError as error:
            self.form.wrong(field, str(error))
            return None
        if day is None:
            self.form.wrong("day", "Say on which day it came.")
            return None
        return datetime.combine(day, clock)

    def _refuse(self, sentence: str) -> None:
        self.form.wrong("name", sentence)


class DecideDialog(FormDialog):
    """Says what became of a request, by whom and why."""

    def __init__(
        self,
        parent: QWidget,
        edits: RequestEdits,
        row: RequestRow,
        *,
        decision: Decision,
        by: str,
        usual: int,
        today: date,
    ) -> None:
        super().__init__(parent, f"Request of {row.request.name}", words="Keep decision", take=self._take)
        self._edits = edits
        self._row = row
        self._today = today
        self.decision = QComboBox()
        for each in (Decision.ACCEPTED, Decision.DECLINED, Decision.WITHDRAWN, Decision.UNDECIDED):
            self.decision.addItem(f"{each.value[0].upper()}{each.value[1:]}", each.value)
        self.decision.setCurrentIndex(self.decision.findData(decision.value))
        self.by = QLineEdit(row.request.decided_by or by)
        self.reason = QLineEdit(row.request.reason)
        self.minutes = spin(1, MOST_MINUTES, row.request.minutes or usual)
        self.form.add("decision", "&Decision", self.decision)
        self.form.add("by", "&By whom", self.by)
        self.form.add("minutes", "&Minutes", self.minutes)
        self.form.add("reason", "&Reason", self.reason)
        self.decision.currentIndexChanged.connect(self._offer)
        self._offer()
        self.first = self.reason if decision is Decision.DECLINED else self.decision

    def _offer(self) -> None:
        self.minutes.setEnabled(Decision(self.decision.currentData()) is Decision.ACCEPTED)

    def _take(self) -> None:
        decision = Decision(self.decision.currentData())
        self._edits.decide(
            self._row,
            decision,
            by=self.by.text(),
            on=self._today,
            reason=self.reason.text(),
            minutes=self.minutes.value() if decision is Decision.ACCEPTED else None,
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("reason", sentence),
        )
