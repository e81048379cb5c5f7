"""The scorecard seen otherwise: as small charts side by side, or as the matrix of change by target.

Their table is the list itself, which shows the same rows.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet
from boardtool.ui.performance.filters import MATRIX
from boardtool.ui.performance.matrix import MatrixGrid
from boardtool.ui.performance.tiles import Tiles
from boardtool.ui.theme import sizes
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.labels import Words

Open = Callable[[ScorecardRow], None]


class Overview(QScrollArea):
    """A sentence over rows shown in one way; F6 and Tab walk into it."""

    def __init__(self, name: str, inside: Tiles | MatrixGrid) -> None:
        super().__init__()
        self.inside = inside
        self._sentence = Words(size=Size.TITLE, weight=BOLD, wrap=True)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(inside)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(sizes.PAGE_EDGE, sizes.S4, sizes.PAGE_EDGE, sizes.S5)
        column.setSpacing(sizes.S4)
        column.addWidget(self._sentence)
        column.addWidget(inside)
        column.addStretch()
        self.setWidget(holder)

    def set_rows(self, rows: Sequence[ScorecardRow]) -> None:
        said = sentence(rows)
        self._sentence.setText(said)
        self.inside.setAccessibleDescription(said)
        self.inside.set_rows(rows)


def overview(view: str, open_row: Open) -> Overview:
    """The overview of a name of `filters`."""
    if view == MATRIX:
        return Overview("Matrix of change and target", MatrixGrid(open_row))
    return Overview("Small charts", Tiles(open_row))


def sentence(rows: Sequence[ScorecardRow]) -> str:
    """What the rows say together: "Of 12 metrics 1 is getting worse and 2 will miss the target …"."""
    worse = sum(row.change is Change.WORSENING for row in rows)
    better = sum(row.change is Change.IMPROVING for row in rows)
    missing = sum(row.will_meet is WillMeet.NO for row in rows)
    counted = "1 metric" if len(rows) == 1 else f"{len(rows)} metrics"
    return (
        f"Of {counted}, {worse or 'none'} {_is(worse)} getting worse, {better or 'none'} {_is(better)} "
        f"getting better, and {missing or 'none'} will miss the target as things are."
    )


def _is(count: int) -> str:
    return "are" if count > 1 else "is"
