"""What every page is: a header, a place for what it must say, a body, and when to ask again."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.only_read import let_be_read
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.beside import BesidePanel
from boardtool.ui.widgets.buttons import crumb as crumb_button
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.notices import Strip
from boardtool.ui.widgets.panel import RightPanel

if TYPE_CHECKING:
    from boardtool.data.store import Announcement


PICTURE_DAY = datetime(2022, 8, 24, 16, 42, 8, tzinfo=UTC)
"""The Wednesday on which pictures of the sample board are taken, unless a page says otherwise."""


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys and what they do, for the status bar: (("Alt ↑", "Alt ↓"), "move item")."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A state of a page worth a picture: its name and what brings it about, called on the shown page."""

    name: str
    prepare: Callable[[], None]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as the window lists it; `make` is called at the first visit.

    `rail` is False for a page that is reached otherwise; `bottom` puts it at the rail's foot;
    `within` names the place in the rail that is marked while it is shown. `pictured` is
    the place of the sample board that stands for the page in pictures, `pictured_at` the moment. `commands`
    are offered everywhere in the window: their words, and the place each leads to.
    """

    name: str
    title: str
    icon: str
    make: Callable[[Context], "Page"]
    rail: bool = True
    bottom: bool = False
    within: str = ""
    pictured: Place | None = None
    pictured_at: datetime = PICTURE_DAY
    commands: tuple[tuple[str, Place], ...] = ()


_WHOLE_WINDOW = re.compile(r"(Ctrl|Alt|Shift)\+|F\d")


class Header(QWidget):
    """Crumbs, title, a grey line, and the page's buttons at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._crumbs = QHBoxLayout()
        self._crumbs.setSpacing(sizes.S1)
        self._crumbs_holder = QWidget()
        self._crumbs_holder.setLayout(self._crumbs)
        self._crumbs.setContentsMargins(0, 0, 0, 0)
        self._crumbs_holder.hide()
        self._title: labels.Words = labels.OneLine(size=Size.TITLE, weight=BOLD)
        self._line: labels.Words = labels.OneLine(tone=Tone.HELP)
        self._line.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(sizes.S3)
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._crumbs_holder)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_EDGE, sizes.S4, sizes.PAGE_EDGE, sizes.S3)
        row.setSpacing(sizes.S5)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, words: str, line: str = "") -> None:
        self._title.setText(words)
        self._line.setText(line)
        self._line.setVisible(bool(line))

    def let_words_wrap(self) -> None:
        """Write title and line over as many lines as they need, before they are set."""
        title = labels.Words(size=Size.TITLE, weight=BOLD, wrap=True)
        line = labels.Words(tone=Tone.HELP, wrap=True)
        for before, after in ((self._title, title), (self._line, line)):
            self._words.replaceWidget(before, after)
            before.deleteLater()
        self._title, self._line = title, line

    def set_crumbs(self, crumbs: Sequence[Link]) -> None:
        """The way here: each crumb leads back; the last is the place that holds this one."""
        clear(self._crumbs)
        for place, crumb in enumerate(crumbs):
            if place:
                self._crumbs.addWidget(labels.caption("/"))
            self._crumbs.addWidget(crumb_button(crumb.words, crumb.do))
        self._crumbs.addStretch()
        self._crumbs_holder.setVisible(bool(crumbs))

    def add(self, *buttons: QWidget) -> None:
        """Put buttons at the right; the primary one comes last."""
        for button in buttons:
            self._buttons.addWidget(button)


class Page(QWidget):
    """The base of every page.

    A page fills its body in `__init__`, asks in `reload`, and names in `watches` the tables of the store
    whose changes concern it (empty: all). While it is hidden it only marks itself stale, and it reloads when
    it is shown again.
    """

    watches: ClassVar[frozenset[str]] = frozenset()
    takes_the_room: ClassVar[bool] = False
    """Whether the rail folds and the top bar goes while this page is shown (live minutes)."""

    title_changed = Signal(str)
    hints_changed = Signal()
    content_shown = Signal()
    """Emitted by a page when its first rows are on the screen; the start-up benchmark waits for Today's."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.header = Header()
        self.strip = Strip()
        self._stale = True
        self._title = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.strip)
        context.changes.announced.connect(self._hear)

    # What a page overrides

    def open(self, place: Place) -> None:
        """Go to something on this page; a page of one view needs nothing."""

    def reload(self) -> None:
        """Ask for everything that is shown."""

    def refresh(self, _announcement: "Announcement") -> None:
        """A change that concerns the page was made while it is shown; by default ask for all again."""
        self.reload()

    def key_hints(self) -> Sequence[KeyHint]:
        """Three at most, for the status bar."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks, in order; Esc returns to the first."""
        return ()

    def pictures(self) -> Sequence[Picture]:
        """Further states worth a picture: dialogs, nothing found, an error."""
        return ()

    def leaving(self) -> bool:
        """Whether the window may go elsewhere now; a page with something unanswered says so and refuses."""
        return True

    # What a page calls

    def set_title(self, words: str, line: str = "", *, window: str = "") -> None:
        """Name the page in its header, and in the title bar when that is to say something else."""
        self.header.set_title(words, line)
        self._title = window or words
        self.title_changed.emit(self._title)

    @property
    def title(self) -> str:
        return self._title

    def set_bar(self, bar: QWidget) -> None:
        """Put chips or tabs under the header, above the strip."""
        self._column.insertWidget(1, bar)

    def set_body(self, body: QWidget, panel: RightPanel | None = None) -> BesidePanel | None:
        """Fill the page; a panel stands at the right of the body."""
        if panel is None:
            self._column.addWidget(body, 1)
            return None
        beside = BesidePanel(body, panel)
        self._column.addWidget(beside, 1)
        return beside

    def command(self, words: str, do: Callable[[], None], *, keys: str = "", writes: bool = False) -> None:
        """Offer a command of this page, in the menu, in Ctrl+K and by its keys; one that `writes` says so.

        Ctrl+N or F8 work wherever the focus is while the page is shown; a bare letter or Del only within it.
        """
        everywhere = bool(_WHOLE_WINDOW.match(keys))
        self.context.commands.add(self, words, do, keys=keys, everywhere=everywhere, writes=writes)

    # When to ask again

    def _hear(self, announcement: "Announcement") -> None:
        if self.watches and not self.watches & announcement.rows.keys():
            return
        if self.isVisible():
            self.refresh(announcement)
        else:
            self._stale = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else wanted goes back to the first pane, the table."""
        panes = self.panes()
        if event.key() == Qt.Key.Key_Escape and panes:
            panes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keep_to_reading()
        if self._stale:
            self._stale = False
            self.reload()

    def keep_to_reading(self) -> None:
        """In a library that can only be read, grey what would write; to be said again of parts made later."""
        if self.context.read_only:
            let_be_read(self, self.context.commands)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.strip.clear()
