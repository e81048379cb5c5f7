"""The plan, with its pictures, and a return as papers for the board, made from the window."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from boardtool.data.documents.sheet import Picture
from boardtool.domain.bcf.checks import PlanCase
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import WholePlan
from boardtool.domain.bcf.returns import Return
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.pictures.contents import (
    Contents,
    Depth,
    money_flows,
    plan_against_actual,
    years_side_by_side,
)
from boardtool.ui.bcf.pictures.parts import parts_of
from boardtool.ui.bcf.pictures.saving import WIDTH, svg_of
from boardtool.ui.bcf.pictures.tab import plans_of_board
from boardtool.ui.context import Context
from boardtool.ui.saving import choose_target, write_in_background

FORMS = (".docx", ".pdf")
_WIDTH_MM = 240
_HIGHEST = 150 * WIDTH // _WIDTH_MM
"""Pixels of a drawing that have room on a page, which lies on its side: 150 mm of it."""


class BoardPaper:
    """Asks for the other years of the board, draws, asks where to, and has the paper written."""

    def __init__(self, parent: QWidget, context: Context, plan: OpenPlan) -> None:
        self._parent = parent
        self._context = context
        self._plan = plan

    def make(self) -> None:
        case = self._plan.case
        if case is not None:
            board = case.whole.plan.board_id
            self._context.asking.ask(
                (self._parent, "paper"), lambda reading: plans_of_board(reading, board), self._ask_where
            )

    def _ask_where(self, years: Sequence[tuple[WholePlan, YearLists]]) -> None:
        case = self._plan.case
        if case is None:
            return
        pictures = tuple(pictures_of(case, self._plan.facts.returns, years))
        plan = case.whole.plan
        choose_target(
            self._parent,
            self._context,
            name=f"BCF plan {plan.board_code} {plan.year}",
            endings=FORMS,
            then=partial(self.write, plan.ref, pictures),
        )

    def make_of_return(self, period: str) -> None:
        """A return ("2022-23 End of Year") as a paper for the board that ratifies it (R34)."""
        case = self._plan.case
        if case is not None:
            plan = case.whole.plan
            choose_target(
                self._parent,
                self._context,
                name=f"BCF return {plan.board_code} {period}",
                endings=FORMS,
                then=partial(self.write_return, plan.ref, period),
            )

    def write_return(self, ref: str, period: str, path: Path) -> None:
        """Write the paper of a return on a plan in the background."""
        store, today = self._context.store, self._context.clock.today()

        def export(target: Path) -> None:
            from boardtool.services.bcf.publishing import export_return_paper

            with store.reading() as reading:
                export_return_paper(reading, ref=ref, path=target, today=today, name=period)

        write_in_background(self._context, path, export)

    def write(self, ref: str, pictures: Sequence[Picture], path: Path) -> None:
        """Write the paper of a plan ("NNHWB/2022-23") in the background."""
        store, today = self._context.store, self._context.clock.today()

        def export(target: Path) -> None:
            from boardtool.services.bcf.publishing import export_paper

            with store.reading() as reading:
                export_paper(reading, ref=ref, path=target, today=today, pictures=pictures)

        write_in_background(self._context, path, export)


def pictures_of(
    case: PlanCase, returns: Sequence[Return], years: Sequence[tuple[WholePlan, YearLists]]
) -> Iterator[Picture]:
    """The pictures that have something to show: the money of each year, what was spent, and year on year."""
    for period in range(len(case.whole.plan.periods)):
        yield from _drawn(money_flows(case, Depth.TYPE, period=period))
    if returns:
        yield from _drawn(plan_against_actual(case.whole, returns))
    if len(years) > 1:
        yield from _drawn(years_side_by_side(case.whole.plan.board, years))


def _drawn(contents: Contents) -> Iterator[Picture]:
    if contents.rows:
        for part in parts_of(contents.drawing, highest=_HIGHEST):
            yield Picture(svg_of(part).decode("utf-8"), part.aloud, _WIDTH_MM)
