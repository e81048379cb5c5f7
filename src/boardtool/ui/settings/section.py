"""What every section of the settings is: a column that scrolls, with headings and what stands under."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boardtool.ui.context import Context
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.labels import Words, section

if TYPE_CHECKING:
    from boardtool.data.store import Announcement

_WIDEST = 760


class Section(QScrollArea):
    """A section under its tab; it asks in `reload`, and again when a table in `watches` changes."""

    watches: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        edge = 0 if wide else sizes.PAGE_EDGE
        outer.setContentsMargins(edge, sizes.S4, edge, sizes.S5)
        holder = _Column()
        if not wide:
            holder.setMaximumWidth(fonts.scaled(_WIDEST))
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(sizes.S2)
        outer.addWidget(holder)
        outer.addStretch()
        self.setWidget(inside)

    def reload(self) -> None:
        """Ask for everything that is shown."""

    def first_field(self) -> QWidget:
        """What takes the focus when the section is gone to."""
        return self

    def hears(self, announcement: "Announcement") -> bool:
        return bool(self.watches & announcement.rows.keys())

    def add_heading(self, words: str, says: str = "") -> None:
        """Begin a part: its heading, and a sentence about it in grey."""
        self.column.addSpacing(sizes.S3)
        self.column.addWidget(section(words))
        if says:
            self.column.addWidget(Words(says, size=Size.CAPTION, tone=Tone.HELP, wrap=True))


class _Column(QWidget):
    """Holds its parts and is never lower than their words need at its width: then the section scrolls."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            layout = self.layout()
            needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
            if needed != self.minimumHeight():
                self.setMinimumHeight(max(needed, 0))
        return done
