"""The window in which an interest is recorded: whose, in which item, of which kind, what they then did."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boardtool.domain.meetings import Attendance, InterestTier
from boardtool.ui.live.state import LiveState, named
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.fields import Form
from boardtool.ui.widgets.labels import section
from boardtool.ui.widgets.names_field import NamesField

_DONE = {
    InterestTier.PECUNIARY: "left the room, took no part",
    InterestTier.REGISTERABLE: "spoke only as the public may, did not vote",
    InterestTier.FINANCIAL: "disclosed it, did not vote",
}


@dataclass(frozen=True, slots=True)
class Declared:
    """An interest as it was told."""

    name: str
    attendance_id: int | None
    item_id: int | None
    tier: InterestTier
    nature: str
    did: str


class InterestWindow(QDialog):
    """`declared(Declared)` when it is to be recorded; the window stays until it is `taken`."""

    declared = Signal(object)

    def __init__(
        self, state: LiveState, person: Attendance | None, item_id: int | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Declare an interest")
        self.setMinimumWidth(sizes.DIALOG)
        self._state = state
        self._name = NamesField([each.name for each in state.attendance], several=False)
        self._name.setText(person.name if person is not None else "")
        self._item = _choices([(named(item), item.id) for item in state.items])
        self._item.insertItem(0, "no item in particular", None)
        self._item.setCurrentIndex(max(self._item.findData(item_id), 0))
        self._tier = _choices([(f"{tier.value} interest", tier) for tier in InterestTier])
        self._nature = QLineEdit()
        self._did = QLineEdit(_DONE[InterestTier.PECUNIARY])
        self._tier.currentIndexChanged.connect(lambda _at: self._did.setText(_DONE[self._chosen_tier()]))
        self.form = Form()
        self.form.add("name", "&Who", self._name)
        self.form.add("item", "&Item", self._item)
        self.form.add("tier", "&Kind", self._tier)
        self.form.add("nature", "&Nature", self._nature)
        self.form.add("did", "&Then", self._did)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(quiet("Cancel", self.reject))
        record = primary("Record interest", self._record)
        record.setDefault(True)
        buttons.addWidget(record)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S5, sizes.S5, sizes.S5, sizes.S5)
        column.setSpacing(sizes.S4)
        column.addWidget(section("Declare an interest"))
        column.addWidget(self.form)
        column.addLayout(buttons)
        (self._nature if person is not None else self._name).setFocus()

    def refused(self, sentence: str) -> None:
        self.form.wrong("name", sentence)

    def _chosen_tier(self) -> InterestTier:
        return InterestTier(self._tier.currentData())

    def _record(self) -> None:
        name = self._name.text().strip()
        listed = next((each.id for each in self._state.attendance if each.name == name), None)
        self.declared.emit(
            Declared(
                name,
                listed,
                self._item.currentData(),
                self._chosen_tier(),
                self._nature.text(),
                self._did.text(),
            )
        )


def ask_for_interest(
    state: LiveState,
    person: Attendance | None,
    item_id: int | None,
    parent: QWidget,
    declare: Callable[[InterestWindow, Declared], None],
) -> InterestWindow:
    """Open the window; `declare` records what it tells, and closes it or shows why not."""
    window = InterestWindow(state, person, item_id, parent)
    window.declared.connect(lambda told: declare(window, told))
    window.open()
    return window


def _choices(offered: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    for words, value in offered:
        box.addItem(words, value)
    return box
