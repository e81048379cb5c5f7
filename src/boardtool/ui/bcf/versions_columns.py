"""The columns of versions, and of what changed since one: line by line, from what to what."""

from dataclasses import dataclass

from boardtool.domain.bcf.cells import FIELDS, CellKind
from boardtool.domain.bcf.comparing import ComparedLine, Fate
from boardtool.domain.bcf.plans import Line, Version
from boardtool.domain.bcf.pool import figure
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_pence
from boardtool.ui.tables.column import Align, Cell, Column, Look
from boardtool.ui.theme.colours import Tone

_FATES = {
    Fate.ADDED: ("plus", Tone.DONE, "new"),
    Fate.REMOVED: ("minus", Tone.LATE, "taken out"),
    Fate.CHANGED: ("pencil", Tone.DUE, "changed"),
    Fate.SAME: ("equal", Tone.FAINT, "the same"),
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    id: int
    line: ComparedLine


def version_columns() -> tuple[Column[Version], ...]:
    return (
        Column("number", "Version", lambda one: str(one.number), width=88, look=Look.HELP),
        Column("state", "State", lambda one: str(one.state).capitalize(), stretch=True, look=Look.SUBJECT),
        Column("at", "Sealed", lambda one: f"{long_date(one.sealed_at.date())}", width=164),
        Column("who", "By", lambda one: one.who, width=164, look=Look.HELP),
        Column("note", "Note", lambda one: one.note, width=164, look=Look.HELP),
        Column(
            "approved",
            "Approved",
            lambda one: long_date(one.approved_on) if one.approved_on is not None else "\u2013",
            width=164,
            look=Look.HELP,
        ),
    )


def change_columns() -> tuple[Column[ComparedRow], ...]:
    return (
        Column("fate", "What", _fate, width=136),
        Column("id", "ID", lambda row: _line(row).scheme_id, width=56, align=Align.RIGHT, look=Look.HELP),
        Column("name", "Scheme", lambda row: _line(row).name, width=216, look=Look.SUBJECT),
        Column("changes", "From what to what", _changes, stretch=True, look=Look.HELP, tooltip=_changes),
        Column("more", "More, \u00a3", _more, width=128, align=Align.RIGHT),
    )


def _line(row: ComparedRow) -> Line:
    line = row.line.after or row.line.before
    assert line is not None
    return line


def _fate(row: ComparedRow) -> Cell:
    icon, tone, words = _FATES[row.line.fate]
    return Cell(words.capitalize(), icon=icon, icon_tone=tone)


def _changes(row: ComparedRow) -> str:
    return "; ".join(
        f"{FIELDS[name].heading} {_said(name, before)} \u2192 {_said(name, after)}"
        for name, (before, after) in row.line.changes.items()
    )


def _said(name: str, text: str) -> str:
    """An amount as the grid shows it; what is no amount, and every word, as it stands."""
    if not text or FIELDS[name].kind is not CellKind.MONEY:
        return text or "empty"
    try:
        return figure(read_pence(text))
    except CannotDoError:
        return text


def _more(row: ComparedRow) -> str:
    more = row.line.more
    return "" if not more else f"{'+' if more > 0 else ''}{figure(more)}"
