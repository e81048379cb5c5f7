"""Walking the panes of a window with F6: which comes next, and where in it the focus goes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from boardtool.ui.widgets.panel import RightPanel


def walk(panes: Sequence[QWidget], by: int) -> None:
    """Put the focus into the next pane that is shown (`by` is 1), or the one before (-1).

    A panel that is folded away is gone to by its handle.
    """
    stops = [stop for stop in map(_stop, panes) if stop.isVisible()]
    here = next((place for place, stop in enumerate(stops) if holds_focus(stop)), 0 if by > 0 else 1)
    if stops:
        focus_in(stops[(here + by) % len(stops)])


def _stop(pane: QWidget) -> QWidget:
    if isinstance(pane, RightPanel) and pane.handle is not None and not pane.isVisible():
        return pane.handle
    return pane


def holds_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def focus_in(pane: QWidget) -> None:
    """Give the focus to a pane, or to the first thing in it that takes it."""
    if pane.focusPolicy() != Qt.FocusPolicy.NoFocus or pane.focusProxy() is not None:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    inside = next((each for each in pane.findChildren(QWidget) if _takes_focus(each)), None)
    if inside is not None:
        inside.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isVisible() and widget.isEnabled()
