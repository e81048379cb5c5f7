"""Days that do not count as clear days: bank holidays, which are known, and those that the person adds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.bank_holidays import bank_holidays
from boardtool.domain.dates import read_date, weekday_date
from boardtool.domain.errors import CannotDoError
from boardtool.services import boards
from boardtool.ui.context import Context
from boardtool.ui.settings.section import Section
from boardtool.ui.settings.short_table import ShortTable
from boardtool.ui.tables.column import Cell, Column, Heading, Look, Tail
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Reading

_OWN, _BANK = "Added here", "Bank holidays in England"


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """A day that does not count, and why; `own` says that somebody added it."""

    day: date
    why: str
    own: bool


def days(reading: "Reading", today: date) -> tuple[NoticeDay, ...]:
    """The days that were added, then the bank holidays of this year and the next."""
    from boardtool.data import boards as question

    own = [NoticeDay(day, why, own=True) for day, why in question.excluded_days(reading).items()]
    years = (today.year, today.year + 1)
    bank = [NoticeDay(day, why, own=False) for year in years for day, why in bank_holidays(year).items()]
    return (*own, *bank)


class NoticeDaysSection(Section):
    """Lists the days; new ones come at the top, under those that were added here."""

    watches: ClassVar[frozenset[str]] = frozenset({"excluded_day"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Notice days")
        self.add_heading(
            "Days that do not count",
            "Five clear working days lie between the agenda and the meeting. Weekends never count. "
            "Add days on which your council is closed, such as those between Christmas and New Year.",
        )
        self._model: RowModel[NoticeDay] = RowModel(
            (
                Column("day", "Day", _day, width=232),
                Column("why", "Why", lambda row: row.why, stretch=True, look=Look.HELP),
            ),
            key=lambda row: (row.day, row.own),
            group=lambda row: Heading(_OWN if row.own else _BANK),
        )
        self._model.set_tail(Tail("new", {"day": Cell("Add a day…", tone=Tone.FAINT)}))
        self.table = ShortTable(self._model, name="notice days", accessible="Days that do not count")
        self.table.tail_opened.connect(lambda _tail: self.add())
        self.column.addWidget(self.table)
        context.commands.add(self.table, "Add a day…", self.add, keys="Ctrl+N", writes=True)
        context.commands.add(self.table, "Let this day count again", self.remove, keys="Del", writes=True)

    def reload(self) -> None:
        today = self.context.clock.today()
        self.context.asking.ask((self, "days"), partial(days, today=today), self._show)

    def first_field(self) -> QWidget:
        return self.table

    def _show(self, found: Sequence[NoticeDay]) -> None:
        self._model.set_rows(found)
        self.table.fit()

    def add(self) -> None:
        NoticeDayDialog(self.context, self).open()

    def remove(self) -> None:
        row, store = self.table.current_row(), self.context.store
        if row is None:
            return
        if not row.own:
            self.context.messages.say("Bank holidays are set by law. They never count.")
            return
        day = row.day
        self.context.steps.run(lambda: boards.include_day(store, day=day))


class NoticeDayDialog(FormDialog):
    """Asks for a day and why it does not count."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, "Add a day that does not count", words="Add day", take=self._take)
        self._context = context
        self.day = DateField(name="Day", read=read_date)
        self.why = QLineEdit()
        self.form.add("day", "&Day", self.day)
        self.form.add("why", "&Why", self.why, help_text="Such as “Christmas Eve”")

    def _take(self) -> None:
        try:
            day = self.day.value()
        except CannotDoError as error:
            self.form.wrong("day", str(error))
            return
        if day is None:
            self.form.wrong("day", "Say which day, such as 24 December 2022.")
            return
        store, why = self._context.store, self.why.text()
        self._context.steps.run(
            lambda: boards.exclude_day(store, day=day, why=why),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("why" if "why" in sentence else "day", sentence),
        )


def _day(row: NoticeDay) -> Cell:
    return Cell(weekday_date(row.day), tone=None if row.own else Tone.HELP)
