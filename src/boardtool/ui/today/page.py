"""The Today page: what the day asks for, from the next meeting down, and the late actions beside it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boardtool.domain.dates import weekday_date
from boardtool.domain.findings import Finding
from boardtool.domain.reconcile import Commitment
from boardtool.ui.context import Context
from boardtool.ui.meetings.finding_look import writes
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.today.empty import NothingYet
from boardtool.ui.today.late_actions import LateActions
from boardtool.ui.today.next_meeting import NextMeetingHead
from boardtool.ui.today.off_plan import OffPlan
from boardtool.ui.today.part import Part
from boardtool.ui.today.question import Day, ask, ask_off_plan, people_to_chase
from boardtool.ui.today.sentences import (
    binding_sentence,
    finding_sentence,
    promise_sentence,
    promised_heading,
)
from boardtool.ui.widgets.buttons import quiet, with_count

if TYPE_CHECKING:
    from boardtool.data.today import NextMeeting, Promised
    from boardtool.domain.actions import Action
    from boardtool.domain.performance.scorecard import ScorecardRow


NEAR = 5
"""How many of the dates that bind are shown at first."""


class TodayPage(Page):
    """Shows one day of the library; every verb on it does something at once or leads to where it is done."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day: Day | None = None
        self._told = False
        self._all_dates = False
        self._chase = with_count("Send chasers", "", self._send_chasers, icon="mail")
        self._chase.hide()
        self._new = quiet("New meeting", self._plan, icon="plus")
        self.header.add(self._chase, self._new)
        self.head = NextMeetingHead(self._open_meeting)
        self.nothing = NothingYet()
        self.lacks = Part("What it still lacks")
        self.dates = Part("Dates that bind")
        self.promises = Part("Promised")
        self.late = LateActions(open_action=self._open_action, open_log=self._open_log)
        self.off_plan = OffPlan(open_metric=self._open_metric, open_all=self._open_scorecard)
        self.late.add_beneath(self.off_plan)
        self.set_body(self._scrolling(), self.late)
        self.setFocusProxy(self._area)
        self.command("New meeting", self._plan, keys="Ctrl+N", writes=True)
        self.command("Send chasers…", self._send_chasers, writes=True)

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, sizes.S1, 0, sizes.S5)
        column.setSpacing(sizes.S4)
        for part in (self.nothing, self.head, self.lacks, self.dates, self.promises):
            part.hide()
            column.addWidget(part)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName("The day")
        area.setWidget(inside)
        self._area = area
        return area

    def reload(self) -> None:
        on = self.context.clock.today()
        self.set_title(weekday_date(on), window="Today")
        self.context.asking.ask((self, "day"), lambda reading: ask(reading, on), self._show)

    def panes(self) -> Sequence[QWidget]:
        return (self._area, self.late)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Ctrl N",), "new meeting"), KeyHint(("Ctrl K",), "go anywhere"))

    def pictures(self) -> Sequence[Picture]:
        return (Picture("empty", self._show_nothing_yet),)

    # Showing

    def _show(self, day: Day) -> None:
        self._day = day
        today = day.today
        self._show_coming(today.coming, day.subjects)
        self.nothing.setVisible(today.coming is None)
        if today.coming is None:
            self._say_nothing_comes(day)
        self._show_dates()
        self._show_promised(today.promised)
        self.late.show_late(today)
        if self._told:
            self._ask_the_rest()
        self.update()

    def _ask_the_rest(self) -> None:
        """Ask for what the day itself does not wait for: whom to chase, and what is judged."""
        on = self.context.clock.today()
        self.context.asking.ask(
            (self, "chasers"), lambda reading: people_to_chase(reading, on), self._offer_chasers
        )
        self.context.asking.ask((self, "off plan"), ask_off_plan, self.off_plan.show_rows)

    def _offer_chasers(self, people: int) -> None:
        self._chase.set_count(f"{people} {'person' if people == 1 else 'people'}")
        self._chase.setVisible(bool(people))

    def _show_dates(self) -> None:
        """Show the nearest dates; the rest once they are asked for."""
        if self._day is None:
            return
        today = self._day.today
        near = today.binding if self._all_dates else today.binding[:NEAR]
        more = len(today.binding) - len(near)
        self.dates.show_rows([(binding_sentence(each, today), None) for each in near])
        self.dates.offer(f"{more} more in the next six weeks" if more else "", self._want_all_dates)

    def _want_all_dates(self) -> None:
        self._all_dates = True
        self._show_dates()

    def _show_coming(self, coming: "NextMeeting | None", subjects: dict[int, str]) -> None:
        self.head.setVisible(coming is not None)
        if coming is None:
            self.lacks.hide()
            return
        self.head.show_meeting(coming)
        self.lacks.set_heading("What it still lacks", coming.checked.sentence)
        self.lacks.show_rows(
            [
                (finding_sentence(each, subjects), Link(each.mend, partial(self._mend, each), writes(each)))
                for each in coming.checked.findings
            ],
            always=True,
        )

    def _show_promised(self, promised: "Promised | None") -> None:
        if promised is None or self._day is None:
            self.promises.hide()
            return
        self.promises.set_heading(*promised_heading(promised, self._day.today))
        self.promises.show_rows(
            [
                (
                    promise_sentence(each),
                    Link("Make an action", partial(self._take_up, each), writes=True),
                    Link("None needed", partial(self._let_go, each), writes=True),
                )
                for each in promised.reconciliation.followed_by_nothing
            ]
        )

    def _say_nothing_comes(self, day: Day) -> None:
        plan = (Link("Plan a meeting", self._plan), "Choose a board and a date; the dates that bind follow.")
        if day.any_meeting:
            self.nothing.say("No meeting is planned", "Plan the next one: its dates appear here.", [plan])
            return
        self.nothing.say(
            "No meeting yet",
            "This page shows the next meeting, what it still lacks and what is late.",
            [plan, *self._other_ways()],
        )

    def _other_ways(self) -> list[tuple[Link, str]]:
        return [
            (
                Link("Import an agenda", lambda: self.context.navigate(Place("importing", tab="agenda"))),
                "From the workbook it was made in, with its times and presenters.",
            ),
            (
                Link("Look around the sample board", self._enter_sample),
                "Two boards and a working group of 2022 are entered here; each step can be undone.",
            ),
        ]

    def _show_nothing_yet(self) -> None:
        from boardtool.data.today import Today

        on = self.context.clock.today()
        self._show(Day(Today(on, None, (), (), 0, None), {}, any_meeting=False))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._day is not None and not self._told:
            self._told = True
            QTimer.singleShot(0, self, self._tell_shown)

    def _tell_shown(self) -> None:
        self.content_shown.emit()
        QTimer.singleShot(0, self, self._ask_the_rest)

    # Acting

    def _enter_sample(self) -> None:
        from boardtool.services.sample import enter_sample

        store, now = self.context.store, self.context.clock.now()
        self.context.jobs.run(
            "Entering the sample board",
            lambda _progress: enter_sample(store, now=now),
            then=lambda _nothing: self.context.messages.say("The sample board is here."),
        )

    def _plan(self) -> None:
        from boardtool.ui.meetings.new_meeting import ask_for_new_meeting

        ask_for_new_meeting(self.context, self)

    def _send_chasers(self) -> None:
        from boardtool.ui.actions.send_to_owners import ask_whom_to_send

        ask_whom_to_send(self)

    def _open_meeting(self) -> None:
        coming = self._day.today.coming if self._day is not None else None
        if coming is not None:
            self.context.navigate(Place("meetings", ref=coming.meeting.ref))

    def _mend(self, finding: Finding) -> None:
        # Loaded when it is wanted: the page opens sooner without.
        from boardtool.ui.meetings.mending import mend

        coming = self._day.today.coming if self._day is not None else None
        if coming is not None:
            mend(self.context, finding, meeting=coming.meeting, board=coming.board, parent=self)

    def _open_action(self, action: "Action") -> None:
        self.context.navigate(Place("actions", id=action.id))

    def _open_metric(self, row: "ScorecardRow") -> None:
        self.context.navigate(Place("performance", ref=row.record.ref))

    def _open_scorecard(self) -> None:
        self.context.navigate(Place("performance"))

    def _open_log(self) -> None:
        self.context.navigate(Place("actions"))

    def _take_up(self, commitment: Commitment) -> None:
        from boardtool.services import promises

        promised = self._day.today.promised if self._day is not None else None
        if promised is None:
            return
        today = self.context.clock.today()
        self.context.steps.run(
            lambda: promises.take_up(
                self.context.store,
                meeting_id=promised.meeting.id,
                item_id=commitment.item_id,
                text=commitment.text,
                who=commitment.who,
                today=today,
            ),
            then=self._say_recorded,
        )

    def _let_go(self, commitment: Commitment) -> None:
        from boardtool.services import promises

        store, minute_id, text = self.context.store, commitment.minute_id, commitment.text
        self.context.steps.run(
            lambda: promises.need_none(store, minute_id=minute_id, text=text),
            then=lambda _nothing: self.context.messages.say(
                "No action is needed for this promise.", Link("Undo", self.context.undo.take_back)
            ),
        )

    def _say_recorded(self, action: "Action") -> None:
        self.context.messages.say(
            f"Recorded action {action.number}.", Link("Undo", self.context.undo.take_back)
        )
