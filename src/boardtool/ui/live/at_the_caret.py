"""What keys put into the narrative where one is typing: the time, and phrases."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from boardtool.ui.context import Context
from boardtool.ui.live.clock import time_of, wall
from boardtool.ui.live.narrative import Narrative
from boardtool.ui.live.phrases import PhraseList, facts_for, filled
from boardtool.ui.live.state import LiveState
from boardtool.ui.theme import sizes


class AtTheCaret:
    """Fills words in; `shown` answers the meeting and the item that are shown."""

    def __init__(
        self,
        context: Context,
        narrative: Narrative,
        page: QWidget,
        *,
        shown: Callable[[], tuple[LiveState | None, int | None]],
    ) -> None:
        self._context = context
        self._narrative = narrative
        self._page = page
        self._shown = shown
        self._phrases = PhraseList(page)
        self._phrases.taken.connect(self._insert_phrase)
        self._phrases.let_go.connect(self._focus)

    def stamp(self) -> None:
        """Put in the time by the clock on the wall."""
        if not self._narrative.isReadOnly():
            self._focus()
            self._narrative.insert_words(f"{time_of(wall(self._context))} ")

    def open_phrases(self) -> None:
        """Offer the phrases at the caret."""
        state, _item_id = self._shown()
        if state is not None and not self._narrative.isReadOnly():
            below = self._narrative.cursorRect().bottomLeft() + QPoint(0, sizes.S1)
            self._phrases.open(state.phrases, self._narrative.viewport().mapTo(self._page, below))

    def _insert_phrase(self, phrase: str) -> None:
        self._focus()
        state, item_id = self._shown()
        item = state.item(item_id) if state is not None else None
        if state is not None and item is not None:
            facts = facts_for(state, item, time_of(wall(self._context)))
            self._narrative.insert_markdown(filled(phrase, facts))

    def _focus(self) -> None:
        self._narrative.setFocus(Qt.FocusReason.OtherFocusReason)
