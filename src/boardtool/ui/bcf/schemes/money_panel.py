"""The money beside the grid: by source against what comes in, or by another group; and what must be spent."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.bcf.checks import PlanCase
from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.pool import (
    bar_of,
    longest_of,
    millions,
    parts,
    percent,
    pounds_whole,
    summed,
)
from boardtool.domain.bcf.totals import Balance, RingFence, balances, ring_fences, totals
from boardtool.ui.bcf.money_bars import MoneyBars, MoneyRow
from boardtool.ui.bcf.schemes.filters import GROUPS
from boardtool.ui.bcf.short_words import short_group, short_source
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.chips import MenuChip
from boardtool.ui.widgets.labels import Words


class MoneyPanel(QWidget):
    """Follows the lines that are shown, except for what must be spent, which is the plan's."""

    def __init__(self, type_minimum: Callable[[], None]) -> None:
        super().__init__()
        self._title = Words(size=Size.READ, weight=BOLD)
        self._whole = Words(weight=BOLD)
        self.bars = MoneyBars("Money")
        self._required_title = Words("Required spend", size=Size.READ, weight=BOLD)
        self.required = MoneyBars("Required spend")
        self._type = link("Type the minimum", type_minimum)
        self.year = MenuChip("", [("0", "")])
        self.year.setAccessibleName("Year of the plan")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(self.year, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(top)
        column.addWidget(self.bars)
        column.addSpacing(sizes.S3)
        column.addWidget(self._required_title)
        column.addWidget(self.required)
        column.addWidget(self._type, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def period(self) -> int:
        """The place of the year that is shown among those of the plan."""
        return int(self.year.value)

    def know(self, periods: Sequence[str]) -> None:
        self.year.set_choices([(str(at), year) for at, year in enumerate(periods)])
        self.year.setVisible(len(periods) > 1)

    def show_money(self, case: PlanCase, lines: Sequence[Line], by: str, *, whole: bool) -> None:
        """Show the money of `lines` by a group; `whole` where they are all of the plan's."""
        self._title.setText(f"Money by {GROUPS[by].lower()}")
        period = self.period
        by_group = totals(lines, by, period=period)
        self._whole.setText(millions(summed(lines, None, period=period).planned))
        if by == "source" and whole:
            self.bars.set_rows(_balanced(case, period))
        else:
            self.bars.set_rows(
                [
                    MoneyRow(
                        short_group(case.lists, by, part.name),
                        pounds_whole(part.pence),
                        f"{percent(part.of_whole)} of what is shown",
                        bar=float(part.of_largest),
                    )
                    for part in parts(by_group)
                ]
            )
        fences = _fences(case, period)
        self._required_title.setVisible(bool(fences) and bool(case.whole.lines))
        self.required.setVisible(self._required_title.isVisibleTo(self))
        self.required.set_rows([_required(fence) for fence in fences])
        self._type.setVisible(self.required.isVisibleTo(self) and any(one.minimum is None for one in fences))


def _balanced(case: PlanCase, period: int) -> list[MoneyRow]:
    """Each source of a plan year, on one scale, the largest first."""
    found = balances(case.lists, case.whole.lines, case.whole.income, period=period)
    shares = {part.name: part for part in parts({one.source: one.spend for one in found})}
    ordered = sorted(found, key=lambda one: -one.spend)
    longest = longest_of(found)
    return [_balance(case, one, shares[one.source].of_whole, longest) for one in ordered]


def _balance(case: PlanCase, one: Balance, of_whole: Decimal, longest: int) -> MoneyRow:
    bar = bar_of(one, longest=longest)
    status, icon, tone = "balances", "check", Tone.DONE
    if not one.holds:
        way = "over" if one.over > 0 else "under"
        status, icon, tone = f"{way} by {pounds_whole(abs(one.over))}", "triangle-alert", Tone.LATE
    return MoneyRow(
        short_source(case.lists, one.source) or "No source",
        pounds_whole(one.spend if one.holds or one.over < 0 else one.income),
        f"{percent(of_whole)} of the pool",
        bar=float(bar.within),
        over=float(bar.beyond),
        status=status,
        icon=icon,
        tone=tone,
    )


def _fences(case: PlanCase, period: int) -> tuple[RingFence, ...]:
    plan = case.whole.plan
    minimums = (plan.out_of_hospital, plan.adult_social_care)
    return ring_fences(case.lists, case.whole.lines, minimums, period=period)


def _required(fence: RingFence) -> MoneyRow:
    name = fence.name.replace(" commissioned, out of", ", out of")
    planned = f"{millions(fence.planned, places=2)} planned"
    if fence.minimum is None:
        return MoneyRow(name, "", planned, status="not known", icon="info", tone=Tone.HELP)
    said = f"{planned}, {millions(fence.minimum, places=2)} required"
    if fence.short:
        short = f"short by {pounds_whole(fence.short)}"
        return MoneyRow(name, "", said, status=short, icon="triangle-alert", tone=Tone.LATE)
    return MoneyRow(name, "", said, status="above", icon="check", tone=Tone.DONE)
