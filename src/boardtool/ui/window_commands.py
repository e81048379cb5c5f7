"""The commands of the window itself: help, panes, and the way to every page."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from boardtool.ui.commands import Commands
from boardtool.ui.navigation import Rail
from boardtool.ui.page import PageEntry
from boardtool.ui.places import Place


class CommandedWindow(Protocol):
    """What a window has that is given these commands."""

    @property
    def rail(self) -> Rail: ...
    def go(self, place: Place) -> None: ...
    def open_help(self) -> None: ...
    def open_keys(self) -> None: ...
    def open_palette(self) -> None: ...
    def walk_panes(self, by: int) -> None: ...


def offer_window_commands(
    window: CommandedWindow,
    commands: Commands,
    entries: Sequence[PageEntry],
    shortcut: Callable[[str, Callable[[], None]], None],
) -> None:
    """Offer what works on every page; `shortcut` gives keys to what needs no place in the menu."""
    assert isinstance(window, QWidget)
    shortcut("Ctrl+K", window.open_palette)
    commands.add(window, "Help", window.open_help, keys="F1", everywhere=True)
    commands.add(window, "Keys", window.open_keys, keys="Shift+F1", everywhere=True)
    commands.add(window, "Next pane", lambda: window.walk_panes(1), keys="F6", everywhere=True)
    commands.add(window, "Previous pane", lambda: window.walk_panes(-1), keys="Shift+F6", everywhere=True)
    for words, place in (command for entry in entries for command in entry.commands):
        commands.add(window, words, partial(window.go, place))
    upper = [entry for entry in entries if entry.rail and not entry.bottom]
    for number, entry in enumerate(entries, start=1):
        keys = "Ctrl+," if entry.bottom else f"Ctrl+{number}" if entry in upper else ""
        if entry.rail and keys:
            shortcut(keys, partial(window.go, Place(entry.name)))
    shortcut("Alt+Left", window.rail.focus)
