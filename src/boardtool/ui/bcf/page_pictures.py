"""The states of the Better Care Fund page that are worth a picture, on the sample board."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from boardtool.domain.bcf.returns import Part
from boardtool.domain.bcf.years import YEARS
from boardtool.services.bcf import plans, schemes
from boardtool.ui.bcf.facts import BcfFacts
from boardtool.ui.bcf.grid.columns import Shown
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.pictures.contents import Depth
from boardtool.ui.bcf.pictures.tab import PicturesTab
from boardtool.ui.bcf.returns.tab import SpendTab
from boardtool.ui.bcf.schemes.tab import SchemesTab
from boardtool.ui.bcf.tab import PlanTab
from boardtool.ui.context import Context
from boardtool.ui.page import Picture
from boardtool.ui.places import Place

_REF = "NNHWB/2022-23"
_MANY = 2_000
_TABS = ("income", "conditions", "metrics", "checks", "spend", "pictures", "versions", "benefits")


@dataclass(frozen=True)
class PagePictures:
    """Brings the page into each state, one after the other, with what the page hands over for it."""

    context: Context
    plan: OpenPlan
    open: Callable[[Place], None]
    tab: Callable[[], PlanTab]
    new_plan: Callable[[], None]
    show_facts: Callable[[BcfFacts], None]

    def all(self) -> Sequence[Picture]:
        return (
            *(Picture(tab, self._at(tab)) for tab in _TABS),
            Picture("return-income", self._return_part(Part.INCOME)),
            Picture("return-fees", self._return_part(Part.FEE)),
            Picture("providers", self._providers),
            Picture("columns", self._all_columns),
            Picture("failing", self._failing),
            Picture("line", self._line),
            Picture("sorted", self._sorted),
            Picture("found", self._found),
            Picture("new-plan", self.new_plan),
            Picture("no-lines", self._no_lines),
            Picture("many", self._many),
            Picture("empty", self._empty),
        )

    def _at(self, tab: str) -> Callable[[], None]:
        return lambda: self.open(Place("bcf", ref=_REF, tab=tab))

    def _schemes(self) -> SchemesTab:
        self._at("schemes")()
        tab = self.tab()
        assert isinstance(tab, SchemesTab)
        return tab

    def _return_part(self, part: Part) -> Callable[[], None]:
        def show() -> None:
            self._at("spend")()
            tab = self.tab()
            assert isinstance(tab, SpendTab)
            tab.part.choose(part.value)

        return show

    def _providers(self) -> None:
        self._at("pictures")()
        tab = self.tab()
        assert isinstance(tab, PicturesTab)
        tab.levels.choose(Depth.PROVIDER)

    def _all_columns(self) -> None:
        self._schemes().show_columns(Shown.ALL)

    def _failing(self) -> None:
        """A joint share of 110 %, beside the iBCF that the sample plan has out of balance."""
        tab = self._schemes()
        tab.show_columns(Shown.SHARES)
        lines = self.plan.lines
        joint = next(line for line in lines if line.commissioner == "Joint")
        self.plan.type_over(joint.id, "nhs_share", "110%")
        tab.go_to(joint.id, "nhs_share")

    def _line(self) -> None:
        tab = self._schemes()
        tab.show_columns(Shown.MAIN)
        tab.show_line()

    def _sorted(self) -> None:
        """The largest lines first, each with its own name."""
        self._schemes().grid.sorting.sort_by("expenditure", Qt.SortOrder.DescendingOrder)

    def _found(self) -> None:
        """Words that were sought, in the plan's order again."""
        tab = self._schemes()
        tab.sort_as_the_plan()
        tab.filters.find.setText("home care")
        tab.filters.find.searched.emit("home care")

    def _no_lines(self) -> None:
        self._show_new(YEARS[-1], 0)

    def _many(self) -> None:
        self._schemes().show_line()
        self._show_new(YEARS[-2], _MANY)

    def _show_new(self, year: str, lines: int) -> None:
        store = self.context.store
        board = next(each for each in self.plan.facts.boards if each.code == _REF.partition("/")[0])
        plan_id = plans.make(store, board_id=board.id, year=year)
        if lines:
            fields = ("scheme_id", "name", "scheme_type", "provider", "source", "expenditure")
            block = [
                (str(at // 3 + 1), f"Scheme {at // 3 + 1}", "Carers Services", "NHS", "iBCF", "12500")
                for at in range(lines)
            ]
            schemes.paste(store, plan_id=plan_id, line_ids=(), fields=fields, block=block)
        self.context.changes.deliver()
        self.open(Place("bcf", ref=f"{board.code}/{year}", tab="schemes"))

    def _empty(self) -> None:
        """What a library without any plan shows."""
        self.show_facts(BcfFacts(self.plan.facts.boards, ()))
