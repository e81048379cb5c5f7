"""Clear days, explained: each day from the notice to the meeting, counted or not, and why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardtool.domain.dates import weekday_date
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, colours_of
from boardtool.ui.theme.fonts import BOLD, REGULAR, Size

_WIDEST = 24


class DayKind(Enum):
    NOTICE = auto()  # the day the agenda goes out: not counted
    COUNTED = auto()
    WEEKEND = auto()
    HOLIDAY = auto()
    MEETING = auto()


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the strip; `number` is which clear day it is, None where it is not counted."""

    on: date
    kind: DayKind
    number: int | None = None


class DayStrip(QWidget):
    """Paints the days side by side: counted ones tinted and numbered, bank holidays struck out."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[Day, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.scaled(sizes.DAY_STRIP))

    def set_days(self, days: Sequence[Day]) -> None:
        self._days = tuple(days)
        self.setAccessibleName("; ".join(_aloud(day) for day in days))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST * len(self._days), fonts.scaled(sizes.DAY_STRIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width() / len(self._days), _WIDEST)
        for place, day in enumerate(self._days):
            self._day(painter, QRectF(place * width, 0, width, self.height()), day)

    def _day(self, painter: QPainter, rect: QRectF, day: Day) -> None:
        colours = colours_of(self.palette())
        self._ground(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), day.kind, colours)
        ink = {
            DayKind.MEETING: colours.on_accent,
            DayKind.COUNTED: colours.text,
            DayKind.NOTICE: colours.text,
        }.get(day.kind, colours.text_3)
        soft = colours.on_accent if day.kind is DayKind.MEETING else colours.text_2
        third = rect.height() / 3
        letter = rect.adjusted(0, 2, 0, -2 * third)
        figure = rect.adjusted(0, third, 0, -third)
        self._write(painter, letter, "MTWTFSS"[day.on.weekday()], REGULAR, soft)
        heavy = ink != colours.text_3
        struck = day.kind is DayKind.HOLIDAY
        self._write(painter, figure, str(day.on.day), BOLD if heavy else REGULAR, ink, struck=struck)
        if day.number is not None:
            self._write(painter, rect.adjusted(0, 2 * third, 0, -2), str(day.number), BOLD, colours.done)

    def _ground(self, painter: QPainter, rect: QRectF, kind: DayKind, colours: Colours) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if kind is DayKind.COUNTED:
            painter.setBrush(QColor(colours.done_bg))
        elif kind is DayKind.MEETING:
            painter.setBrush(QColor(colours.accent))
        elif kind is DayKind.NOTICE:
            painter.setPen(QPen(QColor(colours.text_2)))
        else:
            return
        painter.drawRoundedRect(rect, 3, 3)

    def _write(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        weight: QFont.Weight,
        colour: str,
        *,
        struck: bool = False,
    ) -> None:
        font = fonts.font(Size.CAP, weight)
        font.setStrikeOut(struck)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _aloud(day: Day) -> str:
    named = weekday_date(day.on).removesuffix(f" {day.on.year}")
    return {
        DayKind.NOTICE: f"{named}, notice given, not counted",
        DayKind.COUNTED: f"{named}, clear day {day.number}",
        DayKind.WEEKEND: f"{named}, weekend",
        DayKind.HOLIDAY: f"{named}, bank holiday",
        DayKind.MEETING: f"{named}, the meeting",
    }[day.kind]
