"""The way from what fails to the cells that it means: step by step, to its lines, and by its mend."""

from collections.abc import Callable

from boardtool.domain.bcf.checks import Mend, PlanFinding
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.schemes.filters import LineFilters
from boardtool.ui.bcf.schemes.strip import CheckStrip


class FindingsWalk:
    """Has the strip of findings; `go_to(line_id, field)` makes a cell current, `all_checks` shows all."""

    def __init__(
        self,
        plan: OpenPlan,
        filters: LineFilters,
        *,
        go_to: Callable[[int, str], None],
        all_checks: Callable[[], None],
    ) -> None:
        self._plan = plan
        self._filters = filters
        self._go_to = go_to
        self.strip = CheckStrip(plan, take=self.take, show_lines=self._show_lines, all_checks=all_checks)

    def take(self, mend: Mend) -> None:
        """Put right what a mend says, and go to its cell."""
        self._plan.take(mend)
        if mend.part == "lines":
            self._go_to(mend.row_id, mend.field)

    def take_first(self) -> None:
        """Take the likeliest mend of the finding that is shown."""
        self.strip.take_first()

    def step(self, by: int) -> None:
        """Show the next finding, and go to its cell."""
        self.strip.step(by)
        found = self.strip.found
        if found is not None and found.items:
            self._go_to(found.items[0], found.field)

    def _show_lines(self, found: PlanFinding) -> None:
        if len(found.items) > 1:
            self._filters.show_only(frozenset(found.items))
        self._go_to(found.items[0], found.field)
