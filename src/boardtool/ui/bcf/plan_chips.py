"""The chips in the header of the page: which board's plan, of which year."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardtool.domain.bcf.plans import Plan
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.chips import MenuChip

NEW = "new"


class PlanChips(QWidget):
    """`chosen(ref)` is called with "NNHWB/2022-23", `wanted` when a new plan is."""

    def __init__(self, *, chosen: Callable[[str], None], wanted: Callable[[], None]) -> None:
        super().__init__()
        self._plans: tuple[Plan, ...] = ()
        self._current: Plan | None = None
        self._chosen = chosen
        self._wanted = wanted
        self.board = MenuChip("", [("", "Board")])
        self.year = MenuChip("", [("", "Year")])
        self.board.setAccessibleName("Board")
        self.board.chosen.connect(self._choose_board)
        self.year.chosen.connect(self._choose_year)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        row.addWidget(self.board)
        row.addWidget(self.year)

    def show_plans(self, plans: Sequence[Plan], current: Plan | None) -> None:
        self._plans = tuple(plans)
        self._current = current
        self.setVisible(current is not None)
        if current is None:
            return
        codes = dict.fromkeys((plan.board_code, plan.board_code) for plan in plans)
        for chip, value, choices in (
            (self.board, current.board_code, sorted(codes)),
            (self.year, current.year, self._years(current)),
        ):
            chip.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            chip.set_choices(choices)
            chip.choose(value)
            chip.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _years(self, current: Plan) -> list[tuple[str, str]]:
        years = sorted(plan.year for plan in self._plans if plan.board_id == current.board_id)
        return [*((year, year) for year in years), (NEW, "New plan\u2026")]

    def _choose_board(self, code: str) -> None:
        of_board = [plan for plan in self._plans if plan.board_code == code]
        same_year = [plan for plan in of_board if self._current and plan.year == self._current.year]
        if of_board:
            self._chosen((same_year or of_board)[0].ref)

    def _choose_year(self, year: str) -> None:
        if self._current is None:
            return
        if year == NEW:
            self.show_plans(self._plans, self._current)
            self._wanted()
        else:
            self._chosen(f"{self._current.board_code}/{year}")
