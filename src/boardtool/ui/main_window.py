"""The one main window: rail, top bar, the page, and the status bar; it knows no page by name."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from boardtool.ui.grounds import Ground

if TYPE_CHECKING:
    from boardtool.ui.command_palette import CommandPalette
    from boardtool.ui.context import Context
    from boardtool.ui.furniture import Furniture
    from boardtool.ui.help.window import HelpWindow
    from boardtool.ui.menus import Menus
    from boardtool.ui.messages import Link
    from boardtool.ui.navigation import Rail
    from boardtool.ui.page import Page, PageEntry
    from boardtool.ui.places import Place
    from boardtool.ui.status_bar import StatusBar
    from boardtool.ui.top_bar import TopBar
    from boardtool.ui.widgets.notices import Strip

FIRST_SIZE = (1440, 868)
EN_DASH = "\N{EN DASH}"


class MainWindow(QMainWindow):
    """Shows its bare ground before anything is known; `set_context` gives it the library and the pages.

    The furniture, and every import that it needs, comes when it is first asked for: the frame is on the
    screen before that. `painted` is emitted once, after the first paint; `closing` when the person closes it.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._context: Context | None = None
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._was_painted = False
        self._takes_the_room = False
        self._palette: CommandPalette | None = None
        self._menus: Menus | None = None
        self._furnished = False
        self.afterwards: Callable[[], str] | None = None
        """What is to be done once the library is closed; the window opens again and says its sentence."""
        self.setWindowTitle("boardtool")
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(640, 310)
        self.setCentralWidget(Ground())

    @cached_property
    def _furniture(self) -> "Furniture":
        from boardtool.ui.furniture import Furniture
        from boardtool.ui.places import Place

        furniture = Furniture()
        furniture.top_bar.search.clicked.connect(lambda _checked=False: self.open_palette())
        furniture.rail.chosen.connect(lambda name: self.go(Place(name)))
        self.setCentralWidget(furniture)
        self._furnished = True
        return furniture

    @property
    def rail(self) -> "Rail":
        return self._furniture.rail

    @property
    def top_bar(self) -> "TopBar":
        return self._furniture.top_bar

    @property
    def strip(self) -> "Strip":
        return self._furniture.strip

    @property
    def stack(self) -> QStackedWidget:
        return self._furniture.stack

    @property
    def status_bar(self) -> "StatusBar":
        return self._furniture.status_bar

    # Pages

    def set_context(self, context: "Context", entries: "Sequence[PageEntry]") -> None:
        """Give the window its library; the pages are made at their first visit."""
        from boardtool.ui.command_palette import CommandPalette

        self._context = context
        self._entries = {entry.name: entry for entry in entries}
        self.rail.set_entries(entries)
        self.top_bar.set_undo(context.undo.undo, context.undo.redo)
        self._palette = CommandPalette(
            self,
            self.top_bar.search,
            commands=context.commands,
            asking=context.asking,
            entries=entries,
        )
        self._palette.went.connect(self.go)
        self._listen(context)
        self._offer_commands(context, entries)

    def _listen(self, context: "Context") -> None:
        context.changes.announced.connect(lambda _what: self.status_bar.saved(context.clock.now()))
        context.steps.saving.connect(self.status_bar.saving)
        context.steps.idle.connect(self.status_bar.settled)
        context.steps.not_saved.connect(self.status_bar.not_saved)
        context.steps.written.connect(lambda: self.status_bar.saved(context.clock.now()))
        context.messages.said.connect(self.status_bar.say)
        context.messages.stripped.connect(self._say_in_strip)
        context.jobs.reported.connect(self.status_bar.report)
        context.jobs.ended.connect(self.status_bar.job_over)
        self.status_bar.cancel.clicked.connect(lambda _checked=False: context.jobs.cancel())
        if context.read_only:
            self.status_bar.read_only()
        else:
            self.status_bar.opened()

    def go(self, place: "Place") -> None:
        """Show a place, unless the page that is shown must be answered first."""
        now = self.page
        if self._context is None or place.page not in self._entries:
            return
        if now is not None and place.page != self._current and not now.leaving():
            self._mark_in_rail()
            return
        page = self._page(place.page)
        self._current = place.page
        self._mark_in_rail()
        page.open(place)
        was_left = bool(page.focusWidget())
        self.stack.setCurrentWidget(page)
        self._takes_the_room = page.takes_the_room
        self._fold()
        self._name()
        self._show_hints()
        from boardtool.ui import panes

        # Qt puts the focus of a page that goes onto the next one's first button: that is no place left there.
        if page.panes() and not (was_left and panes.holds_focus(page)):
            panes.focus_in(page.panes()[0])

    def _mark_in_rail(self) -> None:
        self.rail.show_place(self._entries[self._current].within or self._current)

    def _page(self, name: str) -> "Page":
        if name not in self._pages:
            assert self._context is not None
            page = self._entries[name].make(self._context)
            page.title_changed.connect(self._name)
            page.hints_changed.connect(self._show_hints)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    @property
    def page(self) -> "Page | None":
        return self._pages.get(self._current)

    @property
    def entries(self) -> "Sequence[PageEntry]":
        return tuple(self._entries.values())

    def _name(self) -> None:
        page = self.page
        self.setWindowTitle(
            f"{page.title} {EN_DASH} boardtool" if page is not None and page.title else "boardtool"
        )

    def _show_hints(self) -> None:
        page = self.page
        hints = tuple(page.key_hints()) if page is not None else ()
        self.status_bar.set_hints(hints)

    def _say_in_strip(self, sentence: str, links: "tuple[Link, ...]") -> None:
        fact, point, cause = sentence.partition(". ")
        self.strip.say(f"{fact}." if point else fact, cause, links=links)

    # Commands of the window

    def _offer_commands(self, context: "Context", entries: "Sequence[PageEntry]") -> None:
        from boardtool.ui.menus import Menus
        from boardtool.ui.window_commands import offer_window_commands

        self._menus = Menus(self)
        offer_window_commands(self, context.commands, entries, self._shortcut)
        self.addActions([context.undo.undo, context.undo.redo])
        self._menus.fill(context.undo, context.commands, entries, self.go)
        self._shortcut("F10", self._menus.turn)
        self._watch_keys()

    def _shortcut(self, keys: str, do: Callable[[], None]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: do())
        self.addAction(action)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch_keys()

    def _watch_keys(self) -> None:
        """Let Alt turn the menus on, as soon as there is a window of the system's and there are menus."""
        if self._menus is not None and self.isVisible():
            self.windowHandle().installEventFilter(self._menus)

    def open_help(self) -> None:
        """Open the guide beside the window."""
        self._help().show()

    def open_keys(self) -> None:
        opened = self._help()
        opened.show()
        opened.open_keys()

    def _help(self) -> "HelpWindow":
        from boardtool.ui.help.keys import keys_table
        from boardtool.ui.help.window import HelpWindow

        context = self._context
        keys = keys_table(context.commands, self.entries) if context is not None else None
        return HelpWindow(self, keys)

    def open_palette(self) -> None:
        if self._palette is not None:
            self._palette.open()

    def close_palette(self) -> None:
        if self._palette is not None:
            self._palette.hide()

    def walk_panes(self, by: int) -> None:
        from boardtool.ui import panes

        page = self.page
        panes.walk([self.rail, *(page.panes() if page is not None else ())], by)

    # Shape

    def _fold(self) -> None:
        from boardtool.ui.theme import fonts, sizes

        folded = self._takes_the_room or self.width() <= fonts.scaled(sizes.NARROW)
        self.rail.set_folded(folded=folded)
        self.top_bar.set_indent(self.rail.width())
        self.top_bar.setVisible(self._context is not None and not self._takes_the_room)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._furnished:
            self._fold()
            if self._palette is not None:
                self._palette.hide()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def close_for(self, work: Callable[[], str]) -> None:
        """Close, have `work` done while the library is closed, and open again saying its sentence."""
        self.afterwards = work
        if not self.close():
            self.afterwards = None

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page
        if page is not None and not page.leaving():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
