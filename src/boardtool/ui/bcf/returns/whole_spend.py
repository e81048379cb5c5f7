"""The spend of a whole return, where it asks for it: what was planned, and what was really spent."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from boardtool.domain.bcf.pool import figure
from boardtool.domain.bcf.returns import Return
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.inline_text import InlineText
from boardtool.ui.widgets.labels import Words

_AMOUNTS = {"spend_planned": "Planned", "spend_actual": "Spent"}


class WholeSpend(QWidget):
    """`typed(name, text)` is emitted when an amount was changed."""

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(sizes.S2)
        grid.setVerticalSpacing(0)
        self.fields = {
            name: InlineText(name=f"Whole spend, {words.lower()}") for name, words in _AMOUNTS.items()
        }
        for row, (name, field) in enumerate(self.fields.items()):
            grid.addWidget(Words(f"{_AMOUNTS[name]}, \u00a3", tone=Tone.HELP), row, 0)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.committed.connect(partial(self.typed.emit, name))
            grid.addWidget(field, row, 1)

    def show_return(self, made: Return) -> None:
        for name, field in self.fields.items():
            amount = getattr(made, name)
            field.set_kept(made.unread.get(name) or ("" if amount is None else figure(amount)))
            field.setReadOnly(made.state.is_sealed)
