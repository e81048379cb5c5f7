"""The Minutes tab: all minutes to read, and their way from draft to approved beside them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardtool.domain.checks.private_minutes import private_minutes
from boardtool.domain.documents.minuting import printed_minutes
from boardtool.domain.documents.sitting import Audience
from boardtool.domain.performance.metrics import LinkKind
from boardtool.ui.context import Context
from boardtool.ui.meetings.documents import (
    MINUTES_IN_PDF,
    MINUTES_IN_WORD,
    MINUTES_PACK,
    RESOLUTIONS,
    MeetingDocument,
    save_meeting_document,
)
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.minutes.approval import ApprovalDialog
from boardtool.ui.meetings.minutes.panel import MinutesPanel
from boardtool.ui.meetings.minutes.reading import MinutesReading
from boardtool.ui.meetings.minutes.summary_dialog import SummaryDialog
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.page import KeyHint
from boardtool.ui.performance.linked_metrics import linked_to
from boardtool.ui.places import Place
from boardtool.ui.widgets.notices import EmptyState


class MinutesTab(WorkspaceTab):
    """Minutes are read here and written in the live minutes."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.reading = MinutesReading()
        self.empty = EmptyState(
            "No minutes yet. They are taken as the meeting goes:", "Open live minutes", self.open_live
        )
        self.panel = MinutesPanel(
            circulate=self.circulate,
            approve=self.approve,
            open_live=self.open_live,
            word=lambda: self._save(MINUTES_IN_WORD),
            pdf=lambda: self._save(MINUTES_IN_PDF),
            resolutions=lambda: self._save(RESOLUTIONS),
            pack=lambda: self._save(MINUTES_PACK),
            summarise=lambda minute: SummaryDialog(context, self, minute).open(),
            go=context.navigate,
        )
        self._stack = Either(self.reading, self.empty)
        self.set_body(self._stack, self.panel)
        add = context.commands.add
        add(self, "Record circulation of minutes", self.circulate, writes=True)
        add(self, "Approve minutes…", self.approve, writes=True)
        add(self, "Make minutes…", lambda: self._save(MINUTES_IN_WORD))

    def fill(self, facts: MeetingFacts) -> None:
        printed = printed_minutes(facts.minutes, facts.items, facts.attendance, Audience.PRIVATE)
        exempt = [minute.number for minute in private_minutes(facts.minutes, facts.items)]
        self.reading.show_minutes(printed, exempt)
        self._stack.setCurrentWidget(self.reading if facts.minutes else self.empty)
        self.panel.show_facts(facts)
        spoken = [minute.id for minute in facts.minutes]
        self.context.asking.ask(
            (self, "metrics"),
            lambda reading: linked_to(reading, LinkKind.MINUTE, spoken),
            self.panel.metrics.show_metrics,
        )

    def choose(self, identity: int) -> None:
        """Scroll to the minute of an agenda item."""
        if self.facts is not None:
            for minute in self.facts.minutes:
                if minute.item_id == identity:
                    self.reading.find_minute(minute.number)

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Ctrl L",), "live minutes"), KeyHint(("F6",), "state and documents"))

    def open_live(self) -> None:
        if self.facts is not None:
            self.context.navigate(Place("live", ref=self.facts.meeting.ref))

    def circulate(self) -> None:
        from boardtool.services import minutes

        if self.facts is None:
            return
        meeting_id, today = self.facts.meeting.id, self.context.clock.today()
        self.context.steps.run(
            lambda: minutes.circulate(self.context.store, meeting_id=meeting_id, today=today)
        )

    def approve(self) -> None:
        if self.facts is not None:
            ApprovalDialog(self.context, self, self.facts.meeting).open()

    def _save(self, wanted: MeetingDocument) -> None:
        if self.facts is not None:
            save_meeting_document(self, self.context, self.facts.meeting, wanted)
