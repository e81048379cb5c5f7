"""The Better Care Fund page: the plan of a board and a year, its parts as tabs under one header."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.domain.bcf.plans import PlanState
from boardtool.ui.bcf.board_paper import BoardPaper
from boardtool.ui.bcf.facts import BcfFacts, facts
from boardtool.ui.bcf.new_plan import NewPlanDialog
from boardtool.ui.bcf.nothing_yet import NothingYet
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.plan_chips import PlanChips
from boardtool.ui.bcf.plan_files import PlanFiles
from boardtool.ui.bcf.schemes.tab import SchemesTab
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.bcf.tab_counts import tabs_of
from boardtool.ui.bcf.tabs import make_tab
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place
from boardtool.ui.theme import fonts
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import quiet
from boardtool.ui.widgets.labels import Pill
from boardtool.ui.widgets.tabs import Tab, Tabs

if TYPE_CHECKING:
    from boardtool.data.store import Announcement

FIRST = "schemes"
_REMEMBERED = "bcf/plan"
_WIDE = 1000
_MANY = 500
"""Lines beyond which it is quicker to ask for the whole plan."""

STATES = {
    PlanState.DRAFT: ("Draft", "circle-dashed", Tone.HELP),
    PlanState.SUBMITTED: ("Submitted", "lock", Tone.HELP),
    PlanState.RESUBMITTED: ("Resubmitted", "lock", Tone.HELP),
    PlanState.APPROVED: ("Approved", "circle-check", Tone.DONE),
}


class BcfPage(Page):
    """Shows one plan; each tab is made at its first visit."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            *("bcf_plan", "bcf_line", "bcf_income", "bcf_condition", "bcf_metric", "bcf_metric_value"),
            *("bcf_version", "bcf_tag", "bcf_sign_off", "bcf_return", "bcf_return_entry", "bcf_actual"),
            *("bcf_programme", "bcf_benefit", "bcf_benefit_figure", "board", "meeting"),
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: BcfFacts | None = None
        self._ref = context.preferences.choice(_REMEMBERED)
        self._plan_id: int | None = None
        self._awaited: Place | None = None
        self._arriving = False
        self._counted: list[Tab] = []
        self._made: dict[str, PlanTab] = {}
        self.plan = OpenPlan(context)
        self.files = PlanFiles(self, context, self.plan, self.strip)
        self.paper = BoardPaper(self, context, self.plan)
        self._going = Going(
            go=self._go,
            show_cell=self._show_cell,
            show_plan=self._open_id,
            say=lambda sentence: self.strip.say("Not taken.", sentence),
            tell=lambda fact, cause: self.strip.say(fact, cause, icon="info", tone=Tone.HELP),
            import_plan=self.files.import_plan,
            import_return=self.files.import_return,
            export_return=self.files.fill_return,
            paper_of_return=self.paper.make_of_return,
        )
        self._lay_out()
        self.plan.changed.connect(self._show_plan)
        self.plan.refused.connect(self._refused)
        self._offer_commands()

    def _lay_out(self) -> None:
        self.set_title("Better Care Fund")
        self.state = Pill(edged=True)
        self.chips = PlanChips(chosen=self._open_ref, wanted=self.new_plan)
        self.take_in = quiet("Import template", self.files.import_plan, icon="upload", writes=True)
        self.give_out = quiet("Fill national template", self.files.fill_template, icon="download")
        self.make_paper = quiet("Board paper", self.paper.make, icon="file-text")
        self.header.add(self.chips, self.state, self.take_in, self.give_out, self.make_paper)
        self.tabs = Tabs(tabs_of(self.plan))
        self.tabs.chosen.connect(lambda _name: self._show_tab())
        self._stack = QStackedWidget()
        self.no_plan = NothingYet(
            "No Better Care Fund plan yet. You can",
            Link("import the national workbook,", self.files.import_plan),
            "or",
            Link("make an empty plan.", self.new_plan),
        )
        self._stack.addWidget(self.no_plan)
        self.set_bar(self.tabs)
        self.set_body(self._stack)

    def _offer_commands(self) -> None:
        self.command("New plan\u2026", self.new_plan, writes=True)
        self.command("Import national workbook\u2026", self.files.import_plan, writes=True)
        self.command("Fill national template\u2026", self.files.fill_template, keys="Ctrl+E")
        self.command("Write workbook without a template\u2026", self.files.write_without_template)
        self.command("Make the board paper\u2026", self.paper.make, keys="Ctrl+Shift+E")
        self.command("Next tab", lambda: self._walk(1), keys="Ctrl+Tab")
        self.command("Previous tab", lambda: self._walk(-1), keys="Ctrl+Shift+Tab")

    # Page

    def open(self, place: Place) -> None:
        """Go to a plan by its reference, to a tab, and to the line of an id."""
        if place.ref and place.ref != self._ref:
            self._ref, self._plan_id = place.ref, None
        self._awaited = place if place.id is not None else None
        self._arriving = True
        self.tabs.choose(place.tab or self.tabs.current or FIRST)
        if self.isVisible() or not self._stale:  # a stale page asks by itself when it is shown
            self.reload()

    def reload(self) -> None:
        plan_id, ref = self._plan_id, self._ref
        self.context.asking.ask(
            (self, "facts"), lambda reading: facts(reading, plan_id=plan_id, ref=ref), self.show_facts
        )

    def refresh(self, announcement: "Announcement") -> None:
        changed = announcement.rows
        lines = changed.get("bcf_line", frozenset())
        concerned = changed.keys() & self.watches
        if concerned == {"bcf_line"} and len(lines) <= _MANY and self.plan.case is not None:
            self.plan.lines_changed(lines)
            return
        self.reload()

    def key_hints(self) -> Sequence[KeyHint]:
        return () if self.plan.case is None else self.tab.key_hints()

    def panes(self) -> Sequence[QWidget]:
        return (self.no_plan,) if self.plan.case is None else (*self.tab.panes(), self.tabs)

    def pictures(self) -> Sequence[Picture]:
        from boardtool.ui.bcf.page_pictures import PagePictures

        return PagePictures(
            self.context, self.plan, self.open, lambda: self.tab, self.new_plan, self.show_facts
        ).all()

    # Showing

    def show_facts(self, found: BcfFacts) -> None:
        """Show what was asked for."""
        self.facts = found
        case = found.case
        plan = None if case is None else case.whole.plan
        self._plan_id = None if plan is None else plan.id
        self._ref = "" if plan is None else plan.ref
        self.context.preferences.remember_choice(_REMEMBERED, self._ref)
        self.chips.show_plans(found.plans, plan)
        for widget in (self.tabs, self.state, self.give_out, self.make_paper):
            widget.setVisible(plan is not None)
        if plan is None:
            self.set_title("Better Care Fund")
            self.header.set_crumbs([])
            self.plan.load(found)
            self._stack.setCurrentWidget(self.no_plan)
        else:
            self.set_title(f"Plan {plan.year}", window=f"{plan.board}, BCF {plan.year}")
            self.state.show_status(*STATES[plan.state])
            self.plan.load(found)
            self._fit()
            self._show_tab()
            self._take_focus()
            self._choose_awaited()
        self.hints_changed.emit()
        self.content_shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In little room the header does not repeat its chips, nor say that a plan is a draft.

        The board paper is then made by its keys, or from the menu.
        """
        case = self.plan.facts.case
        if case is None:
            return
        plan = case.whole.plan
        wide = self.width() >= fonts.scaled(_WIDE)
        crumbs = [Link("BCF", lambda: self.context.navigate(Place("bcf")))]
        if wide:
            crumbs.append(Link(plan.board, partial(self._show_board, plan.board_code)))
        self.header.set_crumbs(crumbs)
        self.state.setVisible(wide or plan.state.is_sealed)
        self.make_paper.setVisible(wide)

    def _show_board(self, code: str) -> None:
        self.context.navigate(Place("people", ref=code))

    def _show_plan(self) -> None:
        """The open plan is another than it was: its tabs count anew, and the tab shown is filled."""
        if self.plan.case is None:
            return
        tabs = tabs_of(self.plan)
        if tabs != self._counted:
            self._counted = tabs
            self.tabs.set_tabs(tabs)
        shown = self._stack.currentWidget()
        if isinstance(shown, PlanTab):
            shown.fill()
            self.keep_to_reading()

    @property
    def tab(self) -> PlanTab:
        """The tab that is chosen, made if it was not visited yet."""
        name = self.tabs.current or FIRST
        if name not in self._made:
            self._made[name] = make_tab(name, self.context, self.plan, self._going)
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def _show_tab(self) -> None:
        if self.plan.case is None:
            return
        tab = self.tab
        if self._stack.currentWidget() is not tab:
            self._stack.setCurrentWidget(tab)
            tab.fill()
            self.keep_to_reading()
        self.hints_changed.emit()

    def _take_focus(self) -> None:
        """Put the keyboard into the tab once its plan is there."""
        if self._arriving and self.isVisible():
            self.tab.panes()[0].setFocus()
        self._arriving = False

    def _walk(self, by: int) -> None:
        names = [tab.name for tab in tabs_of(self.plan)]
        self.tabs.choose(names[(names.index(self.tabs.current) + by) % len(names)])
        self.tab.panes()[0].setFocus()

    def _choose_awaited(self) -> None:
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.tab.choose(awaited)

    # Doing

    def _go(self, place: Place) -> None:
        self.tabs.choose(place.tab or self.tabs.current)
        self._show_tab()
        self.tab.choose(place)
        self.tab.panes()[0].setFocus()

    def _show_cell(self, line_id: int, field: str) -> None:
        self._go(Place("bcf", tab=FIRST))
        tab = self.tab
        assert isinstance(tab, SchemesTab)
        tab.go_to(line_id, field)

    def _open_ref(self, ref: str) -> None:
        self.context.navigate(Place("bcf", ref=ref, tab=self.tabs.current))

    def _refused(self, sentence: str) -> None:
        self.strip.say("Not taken.", sentence)
        self.reload()

    def new_plan(self) -> None:
        if self.facts is None or not self.facts.boards:
            self.strip.say("There is no board yet.", "Make one under Settings; its plans stand here then.")
            return
        case = self.plan.case
        NewPlanDialog(
            self.context,
            self,
            self.facts.boards,
            board_id=None if case is None else case.whole.plan.board_id,
            made=self._open_id,
        ).open()

    def _open_id(self, plan_id: int) -> None:
        self._plan_id = plan_id
        self.reload()
