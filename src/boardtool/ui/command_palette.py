"""Ctrl+K: type a few letters and go to a page, give a command, or find something in the library."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from boardtool.ui.asking import Asking
from boardtool.ui.commands import Commands, Hit, Source
from boardtool.ui.offers import OFFER, Offer, OfferDelegate
from boardtool.ui.page import PageEntry
from boardtool.ui.places import Place
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.top_bar import PROMPT

_WIDTH = 600
_MOST_LINES = 12
_LETTERS_TO_SEARCH = 2
_MOST_COMMANDS = 8


class CommandPalette(QFrame):
    """A box to type in and the lines that fit, over the window's upper middle.

    `went(place)` is emitted when a page or something found is chosen; Esc or a click elsewhere closes it.
    """

    went = Signal(object)

    def __init__(
        self,
        window: QWidget,
        search_box: QWidget,
        *,
        commands: Commands,
        asking: Asking,
        entries: Sequence[PageEntry],
    ) -> None:
        super().__init__(window)
        self.window_above = window
        self._search_box = search_box
        self._commands = commands
        self._asking = asking
        self._entries = entries
        self._found: dict[str, Sequence[Hit]] = {}
        self._awaited: set[str] = set()
        self._before: QWidget | None = None
        self.setAccessibleName("Search and commands")
        self._box = QLineEdit()
        self._box.setPlaceholderText(PROMPT)
        self._box.setAccessibleName(PROMPT)
        self._box.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName("What fits")
        self._list.setItemDelegate(OfferDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S2, sizes.S2, sizes.S2, sizes.S2)
        column.setSpacing(sizes.S2)
        column.addWidget(self._box)
        column.addWidget(self._list)
        self._box.textChanged.connect(self._typed)
        self._list.itemClicked.connect(self._take)
        self.hide()

    def open(self, typed: str = "") -> None:
        """Show the palette with the focus in its box."""
        self._before = self.window().focusWidget()
        self._box.setText(typed)
        self._box.selectAll()
        self._fill()
        self.show()
        self.raise_()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is offered

    def _typed(self, typed: str) -> None:
        self._found.clear()
        searched = len(typed.strip()) >= _LETTERS_TO_SEARCH
        self._awaited = {source.heading for source in self._commands.sources} if searched else set()
        self._fill()
        if not searched:
            return
        for source in self._commands.sources:
            self._search(source, typed.strip())

    def _search(self, source: Source, typed: str) -> None:
        def found(hits: Sequence[Hit]) -> None:
            self._found[source.heading] = hits
            self._awaited.discard(source.heading)
            self._fill()

        self._asking.ask((self, source.heading), lambda reading: source.find(reading, typed), found)

    def _fill(self) -> None:
        typed = self._box.text().strip().casefold()
        chosen = self._list.currentRow()
        self._list.clear()
        self._add("Commands", self._commands_for(typed))
        self._add("Go to", self._pages_for(typed))
        for source in self._commands.sources:
            self._add_found(source)
        if not self._list.count() and not self._awaited:
            self._line(Offer(f"Nothing is called “{self._box.text().strip()}”."))
        self._choose(chosen if chosen > 0 and not typed else -1)
        self._fit()

    def _add_found(self, source: Source) -> None:
        there = {entry.name for entry in self._entries}
        hits = [hit for hit in self._found.get(source.heading, ()) if hit.place.page in there]
        for heading, group in groupby(hits, key=lambda hit: hit.heading or source.heading):
            self._add(heading, [self._offer_of(hit) for hit in group])

    def _commands_for(self, typed: str) -> list[Offer]:
        offers = [
            Offer(
                action.text().replace("&", ""),
                "",
                "chevron-right",
                action.shortcut().toString(),
                action.trigger,
            )
            for action in self._commands.offered()
        ]
        refused = [
            Offer(action.text().replace("&", ""), self._commands.refusal, "lock", do=_nothing)
            for action in self._commands.refused()
        ]
        return [offer for offer in (*offers, *refused) if fits(typed, offer.words)][:_MOST_COMMANDS]

    def _pages_for(self, typed: str) -> list[Offer]:
        return [
            Offer(entry.title, "", entry.icon, do=partial(self.went.emit, Place(entry.name)))
            for entry in self._entries
            if entry.rail and fits(typed, entry.title)
        ]

    def _offer_of(self, hit: Hit) -> Offer:
        return Offer(hit.words, hit.detail, hit.icon, do=partial(self.went.emit, hit.place))

    def _add(self, heading: str, offers: Sequence[Offer]) -> None:
        if offers:
            self._line(Offer(heading))
            for offer in offers:
                self._line(offer)

    def _line(self, offer: Offer) -> None:
        item = QListWidgetItem(f"{offer.words} {offer.detail} {offer.keys}".strip())
        item.setData(OFFER, offer)
        height = sizes.ROW if offer.do is not None else sizes.ROW_GRID
        item.setSizeHint(QSize(0, fonts.scaled(height)))
        if offer.do is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)

    def _fit(self) -> None:
        lines = [self._list.item(place).sizeHint().height() for place in range(self._list.count())]
        self._list.setFixedHeight(sum(lines[:_MOST_LINES]) + 4)
        around = self.window_above.rect()
        width = min(_WIDTH, around.width() - 2 * sizes.S5)
        self.adjustSize()
        left = self._anchor() if self._anchor() + width <= around.width() else (around.width() - width) // 2
        self.setGeometry(left, sizes.S1 - 2, width, self.sizeHint().height())

    def _anchor(self) -> int:
        """Where the palette's box lies upon the search box it stands for."""
        return self._search_box.mapTo(self.window_above, QPoint(0, 0)).x() - sizes.S2

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self._list.currentItem())
        elif event.key() == Qt.Key.Key_Down:
            self._choose(self._list.currentRow())
        elif event.key() == Qt.Key.Key_Up:
            self._choose(self._list.currentRow(), up=True)
        else:
            return super().eventFilter(watched, event)
        return True

    def _choose(self, after: int, *, up: bool = False) -> None:
        """Make the next line current that is no heading; at the ends it goes round."""
        count = self._list.count()
        for away in range(1, count + 1):
            place = (after - away if up else after + away) % count
            if self._list.item(place).flags() & Qt.ItemFlag.ItemIsEnabled:
                self._list.setCurrentRow(place)
                return

    def _take(self, item: QListWidgetItem | None) -> None:
        offer = item.data(OFFER) if item is not None else None
        if isinstance(offer, Offer) and offer.do is not None:
            self.dismiss()
            offer.do()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line_strong)))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), sizes.R_PAGE, sizes.R_PAGE
        )


def _nothing() -> None:
    """What a command does that is refused: its line says why."""


def fits(typed: str, words: str) -> bool:
    """Whether every word typed begins a word of what is offered, in any order."""
    offered = words.casefold().split()
    return all(any(word.startswith(part) for word in offered) for part in typed.casefold().split())
