"""The Settings page: sections under tabs, each made at its first visit; what is changed is kept at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place
from boardtool.ui.settings.about import AboutSection
from boardtool.ui.settings.boards import BoardsSection
from boardtool.ui.settings.library import LibrarySection
from boardtool.ui.settings.notice_days import NoticeDaysSection
from boardtool.ui.settings.personal import PersonalSection
from boardtool.ui.settings.phrases import PhrasesSection
from boardtool.ui.settings.section import Section
from boardtool.ui.widgets.tabs import Tab, Tabs

if TYPE_CHECKING:
    from boardtool.data.store import Announcement

_SECTIONS: Sequence[tuple[str, str, Callable[[Context], Section]]] = (
    ("boards", "Boards", BoardsSection),
    ("notice", "Notice days", NoticeDaysSection),
    ("phrases", "Phrases", PhrasesSection),
    ("library", "Library and backups", LibrarySection),
    ("machine", "You and this laptop", PersonalSection),
    ("about", "About", AboutSection),
)


class SettingsPage(Page):
    """Shows one section at a time."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.set_title("Settings")
        self.tabs = Tabs(
            [Tab(name, words) for name, words, _make in _SECTIONS], name="Sections of the settings"
        )
        self.set_bar(self.tabs)
        self._stack = QStackedWidget()
        self.set_body(self._stack)
        self._made: dict[str, Section] = {}
        self.tabs.chosen.connect(self._show)

    def open(self, place: Place) -> None:
        if place.tab:
            self.tabs.choose(place.tab)
        shown = self.section(self.tabs.current)
        if place.ref and isinstance(shown, BoardsSection):
            shown.show_board(place.ref)

    def section(self, name: str) -> Section:
        """A section by its name, made where it has not been shown yet."""
        if name not in self._made:
            make = next(make for each, _words, make in _SECTIONS if each == name)
            self._made[name] = make(self.context)
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def reload(self) -> None:
        self._show(self.tabs.current)

    def refresh(self, announcement: "Announcement") -> None:
        shown = self.section(self.tabs.current)
        if shown.hears(announcement):
            shown.reload()

    def _show(self, name: str) -> None:
        shown = self.section(name)
        self._stack.setCurrentWidget(shown)
        self.keep_to_reading()
        shown.reload()

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F6",), "next part"), KeyHint(("Ctrl K",), "go anywhere"))

    def panes(self) -> Sequence[QWidget]:
        return (self.tabs, self.section(self.tabs.current))

    def pictures(self) -> Sequence[Picture]:
        sections = [Picture(name, partial(self.tabs.choose, name)) for name, _words, _make in _SECTIONS[1:]]
        return (
            Picture("standing-items", self._picture_standing_items),
            Picture("new-board", self._picture_new_board),
            *sections,
            Picture("backups", self._picture_backups),
            Picture("restore", self._picture_restore),
            Picture("no-board", self._picture_no_board),
        )

    def _picture_standing_items(self) -> None:
        boards = self.section("boards")
        boards.verticalScrollBar().setValue(boards.verticalScrollBar().maximum())

    def _picture_new_board(self) -> None:
        boards = self.section("boards")
        if isinstance(boards, BoardsSection):
            boards.new_board()

    def _picture_backups(self) -> None:
        self.tabs.choose("library")
        library = self.section("library")
        if isinstance(library, LibrarySection):
            library.picture_backups()

    def _picture_restore(self) -> None:
        library = self.section("library")
        if isinstance(library, LibrarySection):
            library.restore_newest()

    def _picture_no_board(self) -> None:
        self.tabs.choose("boards")
        boards = self.section("boards")
        if isinstance(boards, BoardsSection):
            boards.picture_no_board()
