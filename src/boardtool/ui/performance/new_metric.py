"""The dialogs that begin a scorecard: a list that ships, or a metric of one's own, in an area."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction
from boardtool.services.performance import taking_in
from boardtool.ui.context import Context
from boardtool.ui.performance.question import ScorecardFacts
from boardtool.ui.places import Place
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.labels import Words

DIRECTIONS = {
    Direction.INCREASE: "Higher is better",
    Direction.DECREASE: "Lower is better",
    Direction.NEUTRAL: "Neither",
}
OWN, LIST = "", "list:"


class NewMetricDialog(FormDialog):
    """Asks what to put on the scorecard; `made(place)` leads to the metric when one was added."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        facts: ScorecardFacts,
        *,
        made: Callable[[Place], None],
    ) -> None:
        super().__init__(parent, "New metric", words="Add to scorecard", take=self._take)
        self._context, self._facts, self._made = context, facts, made
        self.what = QComboBox()
        self.what.addItem("A metric of our own", OWN)
        for key, name in taking_in.lists():
            self.what.addItem(f"All of: {name}", f"{LIST}{key}")
        for metric in facts.known.metrics:
            self.what.addItem(metric.title, metric.key)
        self.about = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self.area = QComboBox()
        self.area.setEditable(True)
        for area in facts.areas:
            self.area.addItem(area.name)
        self.area.setEditText(facts.areas[0].name if facts.areas else "")
        self.name = QLineEdit()
        self.unit = QLineEdit()
        self.unit.setPlaceholderText("%, per 100,000, days")
        self.direction = QComboBox()
        for direction, words in DIRECTIONS.items():
            self.direction.addItem(words, direction)
        self.frequency = QComboBox()
        for frequency in Frequency:
            self.frequency.addItem(frequency.value.capitalize(), frequency)
        self.frequency.setCurrentIndex(self.frequency.findData(Frequency.MONTHLY))
        self.owner = QLineEdit()
        self.form.add("what", "&What", self.what)
        self.form.add("about", "", self.about)
        self.form.add("area", "&Area", self.area, help_text="The place or organisation that figures are of")
        self.form.add("name", "&Name", self.name)
        self.form.add("unit", "&Unit", self.unit)
        self.form.add("direction", "Which way is &better", self.direction)
        self.form.add("frequency", "&Figures come", self.frequency)
        self.form.add("owner", "&Owner", self.owner, help_text="Who answers for the figures")
        self.what.currentIndexChanged.connect(lambda _at: self._settle())
        self._settle()

    def _settle(self) -> None:
        """Only a metric of one's own needs a name and the rest."""
        chosen: str = self.what.currentData()
        own = chosen == OWN
        listed = chosen.startswith(LIST)
        self.about.setText(taking_in.list_says(chosen.removeprefix(LIST)) if listed else "")
        self.about.setVisible(listed)
        for field in (self.name, self.unit, self.direction, self.frequency, self.owner):
            field.setEnabled(own)

    def _take(self) -> None:
        store, board = self._context.store, self._facts.board
        if board is None:
            return
        chosen, area = self.what.currentData(), self.area.currentText()
        board_id = board.id
        if chosen.startswith(LIST):
            key = chosen.removeprefix(LIST)
            self._context.steps.run(
                lambda: taking_in.put_list_on_scorecard(store, board_id=board_id, key=key, area=area),
                then=self._listed,
                refused=lambda sentence: self.form.wrong("area", sentence),
            )
            return
        if chosen != OWN:
            self._context.steps.run(
                lambda: taking_in.put_metric_on_scorecard(store, board_id=board_id, key=chosen, area=area),
                then=self._done,
                refused=lambda sentence: self.form.wrong("area", sentence),
            )
            return
        name, unit, owner = self.name.text(), self.unit.text(), self.owner.text()
        direction = Direction(self.direction.currentData())
        frequency = Frequency(self.frequency.currentData())
        self._context.steps.run(
            lambda: taking_in.add_metric_to_scorecard(
                store,
                board_id=board_id,
                area=area,
                name=name,
                unit=unit,
                direction=direction,
                frequency=frequency,
                owner=owner,
            ),
            then=self._done,
            refused=lambda sentence: self.form.wrong("area" if name.strip() else "name", sentence),
        )

    def _listed(self, count: int) -> None:
        self.accept()
        self._context.messages.say(f"{count} metrics are on the scorecard")

    def _done(self, key: str) -> None:
        self.accept()
        self._made(Place("performance", ref=f"{key}/{self.area.currentText()}"))
