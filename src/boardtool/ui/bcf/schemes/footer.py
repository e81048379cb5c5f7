"""What stands under the grid and never scrolls: the sums of the lines shown, and their totals by a group."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.pool import Sums, parts, pounds_whole
from boardtool.domain.bcf.totals import TOLERANCE
from boardtool.ui.bcf.schemes.filters import GROUPS
from boardtool.ui.bcf.short_words import short_group
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.chips import MenuChip
from boardtool.ui.widgets.labels import OneLine, Words


class Footer(QWidget):
    """Two lines: the lines shown by the group chosen, and what they add to.

    `chosen(by)` names a group; `plan_order` asks for the lines as the plan has them.
    """

    chosen = Signal(str)
    plan_order = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.by = MenuChip("By", [(by, name.lower()) for by, name in GROUPS.items()])
        self.by.chosen.connect(self.chosen)
        self._groups = OneLine(tone=Tone.HELP)
        self._lines = Words(weight=BOLD)
        self._schemes = _GivingWay()
        self._order = _GivingWay()
        self.as_planned = link("Plan order", self.plan_order.emit)
        self._income = _GivingWay()
        self._difference = Words(tone=Tone.LATE)
        self._planned = Words(weight=BOLD)
        groups = QHBoxLayout()
        groups.setSpacing(sizes.S3)
        groups.addWidget(self.by)
        groups.addWidget(self._groups, 1)
        sums = QHBoxLayout()
        sums.setSpacing(sizes.S4)
        for label in (self._lines, self._schemes, self._order, self.as_planned):
            sums.addWidget(label)
        self.show_order("")
        sums.addStretch(1)
        for label in (self._income, self._difference, self._planned):
            sums.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE_EDGE, sizes.S2, sizes.PAGE_EDGE, 0)
        column.setSpacing(0)
        column.addLayout(groups)
        holder = QWidget()
        holder.setLayout(sums)
        sums.setContentsMargins(0, 0, 0, 0)
        holder.setFixedHeight(fonts.scaled(sizes.TOTALS))
        column.addWidget(holder)
        self.setAccessibleName("Totals")

    def show_sums(self, sums: Sums, whole: int) -> None:
        """Show what the lines add to, of `whole` lines that there are."""
        narrowed = f" of {whole:,}" if sums.lines != whole else ""
        self._lines.setText(f"{sums.lines:,}{narrowed} line{'' if sums.lines == 1 and not narrowed else 's'}")
        self._schemes.setText(f"{sums.schemes:,} scheme{'' if sums.schemes == 1 else 's'}")
        self._income.setText("" if sums.income is None else f"Income {pounds_whole(sums.income)}")
        out = abs(sums.difference) > TOLERANCE
        self._difference.setText(f"Difference {pounds_whole(abs(sums.difference))}" if out else "")
        self._planned.setText(f"Planned {pounds_whole(sums.planned)}")
        self._say_aloud()

    def show_order(self, words: str) -> None:
        """Say how the lines are sorted, with the way back; nothing where they stand as the plan has them."""
        self._order.setText(words)
        self._order.setVisible(bool(words))
        self.as_planned.setVisible(bool(words))
        self._say_aloud()

    def _say_aloud(self) -> None:
        sums = (self._income, self._difference, self._planned)
        said = [label.text() for label in (self._lines, self._schemes, self._order, *sums)]
        self.setAccessibleDescription(", ".join(words for words in said if words))

    def show_groups(self, lists: YearLists, totals: Mapping[str, int]) -> None:
        said = [
            f"{short_group(lists, self.by.value, part.name)} {pounds_whole(part.pence)}"
            for part in parts(totals)
        ]
        self._groups.setText("   \u00b7   ".join(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, 0, self.width(), sizes.LINE, QColor(colours.line_strong))


class _GivingWay(OneLine):
    """Grey words that take no more room than they need, and less where the sums need it."""

    def __init__(self) -> None:
        super().__init__(tone=Tone.HELP)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
