"""A place in which one of several widgets stands, such as a table or the sentence that it is empty."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class Either(QStackedWidget):
    """Shows one of the widgets that it was made with; `shown` is which."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        for widget in widgets:
            self.addWidget(widget)

    @property
    def shown(self) -> QWidget:
        widget = self.currentWidget()
        assert widget is not None
        return widget
