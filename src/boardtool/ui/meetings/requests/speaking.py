"""A board's rules for speakers: the dialog that sets them, for the register and for the settings alike."""

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from boardtool.domain.boards import Board
from boardtool.domain.requests_to_address import MOST_DAYS, MOST_IN_ALL, MOST_MINUTES, SpeakingRules
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog


class SpeakingRulesDialog(FormDialog):
    """Until when a board takes requests, and how long speakers have."""

    def __init__(self, context: Context, parent: QWidget, board: Board, rules: SpeakingRules) -> None:
        super().__init__(parent, f"Speakers at the {board.name}", words="Set rules", take=self._take)
        self._context = context
        self._board_id = board.id
        self.days = spin(0, MOST_DAYS, rules.clear_days)
        self.closes_at = QLineEdit(rules.closes_at)
        self.each = spin(1, MOST_MINUTES, rules.minutes_each)
        self.in_all = spin(1, MOST_IN_ALL, rules.minutes_in_all)
        self.form.add("days", "&Full days before", self.days, help_text="Counted like the notice of meeting")
        self.form.add("closes_at", "Closes &at", self.closes_at)
        self.form.add("each", "Minutes &each", self.each)
        self.form.add("in_all", "Minutes &in all", self.in_all)

    def _take(self) -> None:
        from boardtool.services import requests_to_address

        store, board_id = self._context.store, self._board_id
        rules = SpeakingRules(
            self.days.value(), self.closes_at.text(), self.each.value(), self.in_all.value()
        )
        self._context.steps.run(
            lambda: requests_to_address.set_rules(store, board_id=board_id, rules=rules),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("closes_at", sentence),
        )


def time_given(rules: SpeakingRules) -> str:
    """“Speakers have 3 minutes each, 15 in all.”."""
    each = f"{rules.minutes_each} minute{'' if rules.minutes_each == 1 else 's'}"
    return f"Speakers have {each} each, {rules.minutes_in_all} in all."


def spin(least: int, most: int, value: int) -> QSpinBox:
    """A whole number between two others."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    return box
