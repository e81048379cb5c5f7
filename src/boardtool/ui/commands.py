"""The commands and searches that Ctrl+K offers, as pages and the window register them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it is called, what helps to know it, its icon, and where it lies.

    It stands under its own `heading`, or under that of its source.
    """

    words: str
    detail: str
    icon: str
    place: Place
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A search: `find(reading, typed)` runs off the window's thread and answers the best few hits."""

    heading: str
    find: "Callable[[Reading, str], Sequence[Hit]]"


class Commands(QObject):
    """Keeps the registered commands and sources; a command of a page is offered while its page is shown.

    `refusal` is the sentence that says why nothing can be written, where nothing can.
    """

    def __init__(self, parent: QObject | None = None, *, refusal: str = "") -> None:
        super().__init__(parent)
        self.refusal = refusal
        self._refused: set[str] = set()
        self._actions: list[QAction] = []
        self.sources: list[Source] = []

    def add(
        self,
        owner: QWidget,
        words: str,
        do: Callable[[], None],
        *,
        keys: str = "",
        everywhere: bool = False,
        writes: bool = False,
    ) -> QAction:
        """Offer a command under `owner`, in the menu and in Ctrl+K.

        `keys` ("F8", "Ctrl+Return") work while the owner or something in it has the focus; `everywhere` makes
        them work in the whole window. One that `writes` is grey in a library that can only be read.
        """
        action = QAction(words, owner)
        if keys:
            action.setShortcut(QKeySequence(keys))
        where = Qt.ShortcutContext
        action.setShortcutContext(where.WindowShortcut if everywhere else where.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: do())
        owner.addAction(action)
        if writes and self.refusal:
            action.setEnabled(False)
            action.setToolTip(self.refusal)
            self._refused.add(_bare(words))
        self._actions.append(action)
        return action

    def add_source(self, source: Source) -> None:
        self.sources.append(source)

    def offered(self) -> list[QAction]:
        """The commands that can be given now."""
        self._actions = [action for action in self._actions if isValid(action)]
        return [action for action in self._actions if action.isEnabled() and _is_shown(action)]

    def refused(self) -> list[QAction]:
        """The commands of what is shown that would write into a library that can only be read."""
        self._actions = [action for action in self._actions if isValid(action)]
        return [
            action
            for action in self._actions
            if not action.isEnabled() and _bare(action.text()) in self._refused and _is_shown(action)
        ]

    def refuses(self, words: str) -> bool:
        """Whether what bears these words is a command that is refused here."""
        return _bare(words) in self._refused


def _bare(words: str) -> str:
    """What a command is called on its button, in the menu and in Ctrl+K alike."""
    return words.replace("&", "").rstrip("…").strip().casefold()


def _is_shown(action: QAction) -> bool:
    owner = action.parent()
    return isinstance(owner, QWidget) and owner.isVisible()
