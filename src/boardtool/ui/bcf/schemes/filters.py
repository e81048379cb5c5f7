"""The chips over the grid: which lines are wanted, and which columns are shown."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from boardtool.domain.bcf.line_filter import LineFilter
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.totals import totals
from boardtool.ui.bcf.grid.columns import Shown
from boardtool.ui.bcf.schemes.find_field import FindField
from boardtool.ui.bcf.short_words import short_group
from boardtool.ui.theme import fonts
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import bare
from boardtool.ui.widgets.chips import ChipBar, MenuChip
from boardtool.ui.widgets.labels import Words

_ANY = ""
_ROOMY = 1100
_GIVING_WAY = {"provider", "commissioner", "tags"}
GROUPS: Mapping[str, str] = {
    "source": "Source",
    "scheme_type": "Type",
    "area_of_spend": "Area",
    "provider": "Provider",
    "commissioner": "Commissioner",
    "tags": "Tag",
}


class LineFilters(QObject):
    """Holds what is wanted of the lines; `changed` says that it changed, `shown(which)` names columns.

    `stepped(by)` asks for the next cell that is found, or the one before.
    """

    changed = Signal()
    shown = Signal(object)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._only: frozenset[int] | None = None
        self._lists: YearLists | None = None
        self._lines: tuple[Line, ...] = ()
        self._tagged = True
        self.chips = {by: MenuChip(name, [(_ANY, "all")], rest=name) for by, name in GROUPS.items()}
        self.find = FindField()
        self.found = Words(tone=Tone.HELP)
        self.before = bare(
            "chevron-up", "Previous that is found", lambda: self.stepped.emit(-1), keys="Shift+F3"
        )
        self.after = bare("chevron-down", "Next that is found", lambda: self.stepped.emit(1), keys="F3")
        self.columns = MenuChip("", [(each.value, each.value) for each in Shown])
        self.columns.setAccessibleName("Columns")
        self.bar = ChipBar(*self.chips.values(), self.find, self.found, self.before, self.after)
        self.show_found("")
        self.bar.add_at_end(self.columns)
        for by, chip in self.chips.items():
            chip.opening.connect(partial(self._offer, by))
            chip.chosen.connect(lambda _value: self._chosen())
        self.find.searched.connect(lambda _text: self._chosen())
        self.columns.chosen.connect(lambda value: self.shown.emit(Shown(value)))

    def know(self, lists: YearLists, lines: tuple[Line, ...]) -> None:
        """Offer the words that the lines hold, once a chip is opened."""
        if self._lists is not None and lists.year != self._lists.year:
            self._put_back()
        self._lists, self._lines = lists, lines
        self._tagged = any(line.tags for line in lines)
        self._make_room()

    def _offer(self, by: str) -> None:
        if self._lists is None:
            return
        names = [name for name in totals(self._lines, by) if name]
        choices = [(name, short_group(self._lists, by, name)) for name in names]
        self.chips[by].set_choices([(_ANY, "all"), *choices])

    def show_found(self, words: str) -> None:
        """Say how many cells were found, with the ways between them; nothing where nothing is sought."""
        self.found.setText(words)
        self.find.setAccessibleDescription(words)
        self._make_room()
        for widget in (self.found, self.before, self.after):
            widget.setVisible(bool(words))

    def _make_room(self) -> None:
        """In little room the chips that narrow nothing give way while one seeks, found or not."""
        crowded = self.find.text() != "" and self.bar.width() < fonts.scaled(_ROOMY)
        for by, chip in self.chips.items():
            told = by != "tags" or self._tagged
            chip.setVisible(told and not (crowded and chip.value == _ANY and by in _GIVING_WAY))

    @property
    def wanted(self) -> LineFilter:
        chosen = {by: chip.value for by, chip in self.chips.items()}
        return LineFilter(**chosen, words=self.find.text(), only=self._only)

    def show_only(self, ids: frozenset[int] | None) -> None:
        """Narrow the table to some lines, whatever the chips say."""
        self._put_back()
        self._only = ids
        self.changed.emit()

    def rest(self) -> None:
        """Show every line."""
        self.show_only(None)

    def choose(self, by: str, value: str) -> None:
        """Narrow the table to one word of a group, as the chip's menu would."""
        self._offer(by)
        self.chips[by].choose(value)

    def _put_back(self) -> None:
        self._only = None
        for chip in self.chips.values():
            chip.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            chip.choose(_ANY)
            chip.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.find.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.find.clear()
        self.find.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _chosen(self) -> None:
        self._only = None
        self.changed.emit()
