"""The columns of the action log, and the use case that an edit in each calls."""

from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.action_numbers import read_action_number
from boardtool.domain.dates import read_date, short_date
from boardtool.domain.lateness import Standing
from boardtool.services import actions
from boardtool.ui.actions.row import LOOK, ActionRow
from boardtool.ui.context import Context
from boardtool.ui.tables.column import (
    Align,
    Cell,
    Column,
    DateEdit,
    Heading,
    Look,
    SortKey,
    TextEdit,
)
from boardtool.ui.theme.colours import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence


def heading(row: ActionRow) -> Heading:
    return Heading(row.heading, str(row.in_group))


class ActionColumns:
    """The columns over a context; `owners` are the names that completion offers."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.owners: Sequence[str] = ()

    def columns(self) -> tuple[Column[ActionRow], ...]:
        return (
            Column("number", "Action no.", _number, width=136, sort=_by_number),
            Column(
                "text",
                "Action point",
                _text,
                stretch=True,
                edit=TextEdit(lambda row: row.action.text, self._change_text),
            ),
            Column("board", "Board", lambda row: row.action.board_code, width=84, look=Look.HELP),
            Column(
                "owners",
                "Allocated to",
                lambda row: "; ".join(row.action.owners) or Cell("nobody", tone=Tone.LATE),
                width=212,
                look=Look.HELP,
                edit=TextEdit(
                    lambda row: "; ".join(row.action.owners), self._allocate, names=lambda: self.owners
                ),
            ),
            Column(
                "due",
                "Due",
                _due,
                width=72,
                align=Align.RIGHT,
                sort=lambda row: row.action.due,
                edit=DateEdit(lambda row: row.action.due, self._set_due, self._read_day),
            ),
            Column(
                "left", "Left", _left, width=100, align=Align.RIGHT, sort=lambda row: row.lateness.urgency
            ),
        )

    def _change_text(self, row: ActionRow, text: str) -> None:
        store = self._context.store
        self._context.steps.run(lambda: actions.change_text(store, action_id=row.action.id, text=text))

    def _allocate(self, row: ActionRow, names: str) -> None:
        store = self._context.store
        self._context.steps.run(
            lambda: actions.allocate(store, action_ids=[row.action.id], owners=names.split(";"))
        )

    def _set_due(self, row: ActionRow, due: date | None) -> None:
        store = self._context.store
        self._context.steps.run(lambda: actions.set_due(store, action_ids=[row.action.id], due=due))

    def _read_day(self, words: str) -> date | None:
        return read_date(words, year=self._context.clock.today().year) if words.strip() else None


def _number(row: ActionRow) -> Cell:
    icon, tone = LOOK[row.standing]
    return Cell(
        row.action.number,
        icon=icon,
        icon_tone=tone,
        tone=Tone.HELP,
        spoken=f"{row.action.number}, {row.lateness.words or row.standing}",
    )


def _by_number(row: ActionRow) -> SortKey:
    return read_action_number(row.action.number)[0].sort_key


def _text(row: ActionRow) -> Cell:
    return Cell(row.action.text, tone=Tone.FAINT if row.standing is Standing.DONE else Tone.TEXT)


def _due(row: ActionRow) -> str:
    day = row.action.completed_on if row.standing is Standing.DONE else row.action.due
    return short_date(day) if day is not None else "\u2013"


def _left(row: ActionRow) -> Cell:
    tone = {Standing.LATE: Tone.LATE, Standing.DUE_SOON: Tone.DUE}.get(row.standing, Tone.HELP)
    return Cell(row.lateness.short, tone=tone, spoken=row.lateness.words)
