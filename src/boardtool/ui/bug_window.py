"""The window that owns up to a defect of ours: what happened, and a log to send."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.labels import Words, section

_SENTENCE = (
    "What you did last may not have been done; everything saved before it is safe. "
    "Please send the text below to whoever looks after boardtool for you. It names no people and no papers "
    "beyond what you see."
)


class BugWindow(QDialog):
    """Shows a report once; it can be copied and closed, and work goes on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("boardtool made a mistake")
        self.resize(640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S5, sizes.S5, sizes.S5, sizes.S5)
        column.setSpacing(sizes.S3)
        column.addWidget(section("boardtool made a mistake"))
        column.addWidget(Words(_SENTENCE, tone=Tone.HELP, wrap=True))
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName("Report")
        column.addWidget(text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(
            quiet("Copy the report", lambda: QGuiApplication.clipboard().setText(report), icon="copy")
        )
        buttons.addWidget(primary("Go on working", self.accept))
        column.addLayout(buttons)
