"""The metrics that a scheme serves or a meeting discussed, each a link to its chart, for their panels."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.performance.linked import LinkedMetric
from boardtool.domain.performance.metrics import LinkKind
from boardtool.ui.performance.wrapped_link import WrappedLink
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.labels import heading
from boardtool.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from boardtool.data.store import Reading


def linked_to(reading: "Reading", kind: LinkKind, targets: Collection[int]) -> Sequence[LinkedMetric]:
    """The metrics linked to these schemes or minutes."""
    from boardtool.data.performance import linked

    return linked.linked_metrics(reading, kind, targets)


class LinkedMetrics(QWidget):
    """Hidden while there are none; `go` is told the place of the one that was followed."""

    def __init__(self, title: str, go: Callable[[Place], None]) -> None:
        super().__init__()
        self._go = go
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(heading(title))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(sizes.S1)
        column.addLayout(self._lines)
        self.hide()

    def show_metrics(self, found: Sequence[LinkedMetric]) -> None:
        clear(self._lines)
        for key, title in dict.fromkeys((each.key, each.title) for each in found):
            self._lines.addWidget(WrappedLink(title, partial(self._follow, key)))
        self.setVisible(bool(found))

    def _follow(self, key: str) -> None:
        self._go(Place("performance", ref=f"{key}/"))
