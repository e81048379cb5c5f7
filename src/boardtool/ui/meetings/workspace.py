"""One meeting as a workspace: agenda, papers, requests, attendance, minutes, actions, checks in tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.domain.dates import clock, long_date, weekday_date
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import Status
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts, by_id, by_ref
from boardtool.ui.meetings.meeting_menu import MeetingMenu
from boardtool.ui.meetings.mending import mend
from boardtool.ui.meetings.papers.making import PackMaking
from boardtool.ui.meetings.preview import preview_document
from boardtool.ui.meetings.status_look import STATUS_LOOK, status_words
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.meetings.workspace_tabs import FIRST, made_tab, tabs_of
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page
from boardtool.ui.places import Place
from boardtool.ui.saving import save_document
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.labels import Pill
from boardtool.ui.widgets.tabs import Tabs

_MINUTED = {Status.DRAFT, Status.CIRCULATED, Status.APPROVED}
_HELD = {Status.IN_SESSION, *_MINUTED}


class Workspace(Page):
    """Shows the meeting of a place; every tab is made at its first visit.

    `lost` is emitted when the meeting is not in the library any more.
    """

    lost = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: MeetingFacts | None = None
        self._ref = ""
        self._meeting_id: int | None = None
        self._awaited: int | None = None
        self._tabs_made: dict[str, WorkspaceTab] = {}
        self.status = Pill(edged=True)
        self.live = quiet("Live minutes", self.open_live, icon="play")
        self.preview = quiet("Preview agenda", self.preview_agenda, icon="eye")
        self.make = primary("Make agenda pack…", self.make_what_is_next)
        self.menu = MeetingMenu(context, self, make_document=self.make_document)
        self.making = PackMaking(context, self, self._mend)
        self.header.add(self.status, self.live, self.preview, self.menu.button, self.make)
        self.tabs = Tabs(tabs_of(None))
        self.tabs.chosen.connect(self._show_tab)
        self._stack = QStackedWidget()
        self.set_bar(self.tabs)
        self.set_body(self._stack)
        self._offer_commands()

    def _offer_commands(self) -> None:
        self.command("Open live minutes", self.open_live, keys="Ctrl+L")
        self.command("Preview agenda", self.preview_agenda, keys="Ctrl+P")
        self.command("Make agenda pack…", self.make_pack, keys="Ctrl+Shift+E")
        self.command("Next tab", lambda: self._walk(1), keys="Ctrl+Tab")
        self.command("Previous tab", lambda: self._walk(-1), keys="Ctrl+Shift+Tab")

    # Page

    def open(self, place: Place) -> None:
        """Go to the meeting, the tab and the thing that a place names."""
        if place.ref != self._ref:
            self._ref, self._meeting_id, self.facts = place.ref, None, None
            for tab in self._tabs_made.values():
                tab.facts = None  # until the other meeting is there, no command may act on this one
        self._awaited = place.id
        self.tabs.choose(place.tab or (self.tabs.current if self.facts is not None else FIRST))
        self._show_tab(self.tabs.current)
        if self.facts is not None:
            self._choose_awaited()
        self.reload()

    def reload(self) -> None:
        today = self.context.clock.today()
        ref, meeting_id = self._ref, self._meeting_id
        if meeting_id is None:
            self.context.asking.ask((self, "facts"), lambda reading: by_ref(reading, ref, today), self._show)
        else:
            self.context.asking.ask(
                (self, "facts"), lambda reading: by_id(reading, meeting_id, today), self._show
            )

    def key_hints(self) -> Sequence[KeyHint]:
        return self.tab.key_hints()

    def panes(self) -> Sequence[QWidget]:
        return (*self.tab.panes(), self.tabs)

    # Showing

    def _show(self, facts: MeetingFacts | None) -> None:
        if facts is None:
            self.facts = None
            self.lost.emit()
            return
        first = self.facts is None
        self.facts = facts
        self._meeting_id = facts.meeting.id
        self._ref = facts.meeting.ref
        self._show_header(facts)
        self.tabs.set_tabs(tabs_of(facts))
        self.tab.show_facts(facts)
        self.keep_to_reading()
        self._choose_awaited()
        if first:
            self.content_shown.emit()

    def _show_header(self, facts: MeetingFacts) -> None:
        meeting = facts.meeting
        line = " · ".join(part for part in (clock(meeting.start), meeting.place) if part)
        self.set_title(
            weekday_date(meeting.date), line, window=f"{facts.board.name}, {long_date(meeting.date)}"
        )
        self.header.set_crumbs(
            [
                Link("Meetings", lambda: self.context.navigate(Place("meetings"))),
                Link(
                    facts.board.name, lambda: self.context.navigate(Place("meetings", tab=facts.board.code))
                ),
            ]
        )
        self.status.show_status(status_words(meeting.status), *STATUS_LOOK[meeting.status])
        held = meeting.status in _HELD
        called_off = meeting.status in {Status.CANCELLED, Status.RESCHEDULED}
        minuting = meeting.status is Status.IN_SESSION or meeting.date <= facts.today
        self.live.setVisible(minuting and not called_off and meeting.status not in _MINUTED)
        self.preview.setText("Preview minutes" if held else "Preview agenda")
        self.make.setText("Make minutes…" if held else "Make agenda pack…")
        self.menu.document.setText("Make minutes…" if held else "Make agenda…")
        self.preview.setEnabled(bool(facts.minutes if held else facts.items))
        self.make.setEnabled(bool(facts.minutes if held else facts.items))
        self.menu.show_facts(facts)

    @property
    def tab(self) -> WorkspaceTab:
        """The tab that is shown, made if it was not visited yet."""
        name = self.tabs.current or FIRST
        if name not in self._tabs_made:
            tab = made_tab(name, self.context)
            self._tabs_made[name] = tab
            self._stack.addWidget(tab)
        return self._tabs_made[name]

    def _show_tab(self, _name: str) -> None:
        tab = self.tab
        if self.facts is not None and tab.facts is not self.facts:
            tab.show_facts(self.facts)
            self.keep_to_reading()
        self._stack.setCurrentWidget(tab)
        self.hints_changed.emit()

    def _walk(self, by: int) -> None:
        names = [tab.name for tab in tabs_of(None)]
        self.tabs.choose(names[(names.index(self.tabs.current) + by) % len(names)])
        panes = self.tab.panes()
        if panes:
            panes[0].setFocus()

    def _choose_awaited(self) -> None:
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.tab.choose(awaited)

    # Commands

    def open_live(self) -> None:
        if self.facts is not None:
            self.context.navigate(Place("live", ref=self.facts.meeting.ref))

    def preview_agenda(self) -> None:
        """Show the pages of the agenda, or of the minutes once there are some."""
        if self.facts is None:
            return
        kind, name = self._document(self.facts)
        preview_document(
            self, self.context, kind, self.facts.meeting.ref, title=name, make=self.make_document
        )

    def make_what_is_next(self) -> None:
        """The pack before the meeting, the minutes after it."""
        if self.facts is not None and self.facts.meeting.status in _HELD:
            self.make_document()
        else:
            self.make_pack()

    def make_pack(self) -> None:
        """Ask which pack is wanted, and make it; what else belongs to it is in its tab."""
        if self.facts is not None and self.facts.items:
            self.making.begin(self.facts)

    def make_document(self) -> None:
        """Make the agenda by itself, or the minutes once there are some."""
        if self.facts is not None:
            kind, name = self._document(self.facts)
            endings = (".docx", ".pdf", ".html")
            save_document(self, self.context, kind, self.facts.meeting.ref, name=name, endings=endings)

    def _mend(self, finding: Finding) -> None:
        if self.facts is not None:
            mend(
                self.context,
                finding,
                meeting=self.facts.meeting,
                board=self.facts.board,
                parent=self.window(),
            )

    def _document(self, facts: MeetingFacts) -> tuple[str, str]:
        meeting = facts.meeting
        kind = "minutes" if meeting.status in _HELD else "agenda"
        return kind, f"{kind.capitalize()} {meeting.board_code} {long_date(meeting.date)}"
