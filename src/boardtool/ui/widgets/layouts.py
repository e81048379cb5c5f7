"""Emptying a layout, so that it can be filled anew, and the order of the keys in what is filled late."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QLayout, QWidget


def clear(layout: QLayout) -> None:
    """Take everything out; the widgets go at the next turn of the event loop."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def in_tab_order(parts: Iterable[QWidget]) -> None:
    """Let Tab go from part to part as they stand, though some were made later than those beneath them."""
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
