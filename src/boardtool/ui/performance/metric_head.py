"""The head of a metric: what its chart says in a sentence, what that asks for, three facts beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet
from boardtool.ui.charts.marks import assurance_tone, draw_assurance, draw_variation, variation_tone
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.labels import Words, caption

_ICON = 28
_VERY_NARROW = 760


class MetricHead(QWidget):
    """Shows the sentence, larger than anything in the chart, and latest, variation and assurance."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Words(size=Size.TITLE, weight=BOLD, wrap=True)
        self._asks = Words(tone=Tone.HELP, wrap=True)
        self._latest = Words(size=Size.TITLE, weight=BOLD)
        self._when = caption()
        self._variation = Sign("Variation")
        self._assurance = Sign("Assurance")
        words = QVBoxLayout()
        words.setSpacing(sizes.S1)
        words.addWidget(self._sentence)
        words.addWidget(self._asks)
        words.addStretch()
        latest = QVBoxLayout()
        latest.setSpacing(sizes.S1)
        latest.addWidget(self._when)
        latest.addWidget(self._latest)
        latest.addStretch()
        facts = QHBoxLayout()
        facts.setSpacing(sizes.S6)
        facts.addLayout(latest)
        facts.addWidget(self._variation, 0, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._assurance, 0, Qt.AlignmentFlag.AlignTop)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(sizes.PAGE_EDGE, sizes.S2, sizes.PAGE_EDGE, sizes.S4)
        self._both.addLayout(words, 1)
        self._both.addLayout(facts)
        self._both.setAlignment(facts, Qt.AlignmentFlag.AlignLeft)
        self.fit(sizes.NARROW + 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit(self, width: int) -> None:
        """In a narrow page the sentence is smaller; in a very narrow one the facts stand beneath it."""
        beneath = width <= fonts.scaled(_VERY_NARROW)
        way = QBoxLayout.Direction.TopToBottom if beneath else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(way)
        self._both.setSpacing(sizes.S2 if beneath else sizes.S6)
        self._sentence.set_size(Size.READ if width <= fonts.scaled(sizes.NARROW) else Size.TITLE)

    def show_row(self, row: ScorecardRow, sentence: str, asks: str) -> None:
        """`sentence` is what the chart that is shown says, `asks` what that asks of a board."""
        self._sentence.setText(sentence)
        self._asks.setText(asks)
        self._asks.setVisible(bool(asks))
        self._when.setText(f"Latest, {row.period_shown}" if row.latest is not None else "Latest")
        self._latest.setText(row.latest_shown)
        self._variation.show_change(row)
        self._assurance.show_target(row)
        self.setAccessibleName(f"{sentence} {self._when.text()}: {row.latest_shown}. {row.change_shown}.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QColor(colours_of(self.palette()).line)
        QPainter(self).fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, line)


class Sign(QWidget):
    """A caption over a round icon and its word."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._row: ScorecardRow | None = None
        self._of_target = False
        self._word = Words()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(caption(name))
        line = QHBoxLayout()
        line.setContentsMargins(fonts.scaled(_ICON) + sizes.S2, 0, 0, 0)
        self._word.setMinimumHeight(fonts.scaled(_ICON))
        line.addWidget(self._word)
        column.addLayout(line)

    def show_change(self, row: ScorecardRow) -> None:
        plain = row.change in {Change.NOISE, Change.TOO_FEW}
        self._show(row, row.change_shown, Tone.TEXT if plain else variation_tone(row.change))

    def show_target(self, row: ScorecardRow) -> None:
        self._of_target = True
        plain = row.will_meet is WillMeet.SOMETIMES
        self._show(row, row.will_meet_shown, Tone.TEXT if plain else assurance_tone(row.will_meet))
        self.setVisible(row.will_meet not in {WillMeet.NO_TARGET, WillMeet.TOO_FEW})

    def _show(self, row: ScorecardRow, words: str, tone: Tone) -> None:
        self._row = row
        self._word.setText(words)
        self._word.set_tone(tone)
        self.setAccessibleName(f"{self._name}: {words}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        side = fonts.scaled(_ICON)
        square = QRectF(0, self._word.geometry().center().y() - side / 2 + 0.5, side, side)
        colours = colours_of(self.palette())
        if self._of_target:
            draw_assurance(QPainter(self), square, row.will_meet, colours)
        else:
            draw_variation(QPainter(self), square, row.change, row.way, colours)
