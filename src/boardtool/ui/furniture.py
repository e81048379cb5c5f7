"""What stands in the window's frame: rail, top bar, strip, the place of the page, status bar."""

from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout

from boardtool.ui.grounds import Ground, PageSurface
from boardtool.ui.navigation import Rail
from boardtool.ui.status_bar import StatusBar
from boardtool.ui.top_bar import TopBar
from boardtool.ui.widgets.notices import Strip


class Furniture(Ground):
    """Lays the parts out; the window gives them their meaning."""

    def __init__(self) -> None:
        super().__init__()
        self.rail = Rail()
        self.top_bar = TopBar()
        self.strip = Strip()
        self.stack = QStackedWidget()
        self.status_bar = StatusBar()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        area = PageSurface()
        column = QVBoxLayout(area)
        column.setContentsMargins(1, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        grid.addWidget(self.top_bar, 0, 0, 1, 2)
        grid.addWidget(self.rail, 1, 0)
        grid.addWidget(area, 1, 1)
        grid.addWidget(self.status_bar, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
