"""What the preview shows in its table: one line for each value that a row of the file would change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from boardtool.domain.dates import long_date, short_date
from boardtool.domain.imports import ImportReport, Rejected, RowPreview, RowState, Warned
from boardtool.domain.text import folded
from boardtool.services.exchange.request import Take
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.told import Told

if TYPE_CHECKING:
    from boardtool.data.excel.shown import Shown
    from boardtool.services.exchange.choosing import RowName

NOTHING = "\N{EN DASH}"
_ISO_DAY = len("2022-09-06")
_SAME_SHOWN = 3
"""Rows that stay as they are and are shown among all others; their own chip shows every one."""


class Group(Enum):
    """Under which heading a line stands: its words, its icon, and the tone of that."""

    NEW = "New"
    CHANGED = "Changed"
    CONFLICT = "Changed here and in the file"
    REJECTED = "Rejected"
    SAME = "Same as before"
    NOTE = "For information"


_GROUPS = {
    RowState.ADDED: Group.NEW,
    RowState.UPDATED: Group.CHANGED,
    RowState.CONFLICT: Group.CONFLICT,
    RowState.UNCHANGED: Group.SAME,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    `name` names the row of the file, None for what cannot be taken. `first` is the first line of its row: it
    bears the tick box. `cell` is where the value stands ("F13"), `how` how it was read, or why it was not.
    `cells` are those of which something was said: they can be put right here.
    """

    place: int
    group: Group
    row: int
    sheet: str
    name: "RowName | None" = None
    key: str = ""
    subject: str = ""
    field: str = ""
    what: str = ""
    ours: str = ""
    theirs: str = ""
    how: str = ""
    cell: str = ""
    first: bool = True
    taken: bool = False
    winner: Take | None = None
    cells: tuple[str, ...] = ()


def lines_of(kind: ImportKind, report: ImportReport, shown: "Shown | None") -> list[Line]:
    """Every row of the file, once for each value that it would change, and everything else that was found."""
    read = _Reading(kind, report, shown)
    found = [line for row in report.rows for line in read.row(row)]
    found += [read.rejected(row) for row in report.rejected]
    found += [read.note(warning) for warning in read.notes()]
    order = list(Group)
    numbered = sorted(found, key=lambda line: order.index(line.group))
    return [replace(line, place=place) for place, line in enumerate(numbered)]


def with_few_same(lines: Sequence[Line]) -> list[Line]:
    """The lines of the first view: of what stays as it is only a few."""
    same = [line.place for line in lines if line.group is Group.SAME]
    hidden = frozenset(same[_SAME_SHOWN:])
    return [line for line in lines if line.place not in hidden]


def rows_in(lines: Sequence[Line], group: Group) -> int:
    return sum(line.group is group and line.first for line in lines)


def in_words(value: object) -> str:
    """A value as a person reads it: a day in words, yes or no, several apart by semicolons."""
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(in_words(each) for each in value if each is not None)
    if isinstance(value, float):
        return f"{value:,.6f}".rstrip("0").removesuffix(".")
    text = str(value)
    day = _day(text)
    return text if day is None else f"{short_date(day)} {day.year}"


def _day(text: str) -> date | None:
    if len(text) != _ISO_DAY or text[4] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class _Reading:
    """What is known of a file while its lines are made."""

    def __init__(self, kind: ImportKind, report: ImportReport, shown: "Shown | None") -> None:
        self._kind = kind
        self._report = report
        self._shown = shown
        self._told = Told(report)

    def row(self, row: RowPreview) -> Iterator[Line]:
        if row.state is RowState.UPDATED:
            yield from self._fields(row, row.changes)
        elif row.state is RowState.CONFLICT:
            pairs = {name: (three.ours, three.theirs) for name, three in row.conflicts.items()}
            agreed = {name: change for name, change in row.changes.items() if name not in pairs}
            yield from self._fields(row, {**pairs, **agreed})
        else:
            yield self._whole(row)

    def _whole(self, row: RowPreview) -> Line:
        """A new row, or one that stays as it is, in one line."""
        short = [in_words(row.values[name]) for name in self._kind.short if row.values.get(name)]
        is_new = row.state is RowState.ADDED
        theirs = ", ".join(short)
        return self._line(
            row,
            what=_thing(self._kind, row) if is_new else "",
            ours=NOTHING if is_new else theirs,
            theirs=theirs,
            how="; ".join(self._told.words(row)),
        )

    def _fields(self, row: RowPreview, changes: Mapping[str, tuple[object, object]]) -> Iterator[Line]:
        said = self._told.words(row)
        for place, (name, (ours, theirs)) in enumerate(changes.items()):
            how = [self._generously(row.row, name, theirs), *(said if place == 0 else ())]
            if row.conflicts:
                how = [] if name in row.conflicts else ["goes in with either"]
            yield self._line(
                row,
                field=name,
                what=self._kind.words_for(name),
                ours=in_words(ours),
                theirs=in_words(theirs),
                how="; ".join(filter(None, how)),
                first=place == 0,
            )

    def _line(
        self,
        row: RowPreview,
        *,
        what: str,
        ours: str,
        theirs: str,
        how: str = "",
        field: str = "",
        first: bool = True,
    ) -> Line:
        group = _GROUPS[row.state]
        return Line(
            place=0,
            group=group,
            row=row.row,
            sheet=row.sheet,
            name=(row.sheet, row.row, row.key),
            key=row.key,
            subject=self._subject(row),
            field=field,
            what=what,
            ours=ours,
            theirs=theirs,
            how=how,
            cell=row.cell or (self._shown.ref(row.row, field) if self._shown is not None and field else ""),
            first=first,
            taken=group in {Group.NEW, Group.CHANGED},
            cells=self._told.cells(row),
        )

    def _subject(self, row: RowPreview) -> str:
        words = next((row.values[name] for name in self._kind.subject if row.values.get(name)), row.key)
        return in_words(words)

    def _generously(self, row: int, field: str, value: object) -> str:
        """What stands in the cell, where that is not word for word what was taken from it."""
        text = self._shown.text(row, field) if self._shown is not None else ""
        plain = in_words(value)
        known = {plain, str(value), long_date(day) if (day := _day(str(value))) else plain}
        if not text or folded(text) in {folded(each) for each in known}:
            return ""
        return f"read “{text}”"

    def rejected(self, row: Rejected) -> Line:
        shown = self._shown
        key = shown.text(row.row, "number") if shown is not None and self._kind.key else ""
        cell = row.cell or (shown.ref(row.row, row.field) if shown is not None else "")
        naming = self._kind.subject[0]
        subject = "" if shown is None else shown.subject(row.row, naming, sheet=row.sheet, cell=cell)
        return Line(
            place=0,
            group=Group.REJECTED,
            row=row.row,
            sheet=row.sheet,
            key=key,
            subject=subject or row.value,
            field=row.field,
            what=self._kind.words_for(row.field) if row.field else "",
            ours=NOTHING,
            theirs=row.value or NOTHING,
            how=f"{cell}: {row.reason}" if cell else row.reason,
            cell=cell,
            cells=(cell,) if cell and row.sheet else (),
        )

    def notes(self) -> list[Warned]:
        """What was said of no row that is shown anyway."""
        rows = {(row.sheet, row.row) for row in self._report.rows}
        return [warning for warning in self._report.warnings if (warning.sheet, warning.row) not in rows]

    def note(self, warning: Warned) -> Line:
        return Line(
            place=0,
            group=Group.NOTE,
            row=warning.row,
            sheet=warning.sheet,
            subject=warning.value or warning.reason,
            how=warning.reason if warning.value else "",
            cell=warning.cell,
            cells=(warning.cell,) if warning.cell and warning.sheet and warning.value else (),
        )


def _thing(kind: ImportKind, row: RowPreview) -> str:
    if kind.new:
        return kind.new
    return {"Meeting": "New meeting", "Attendance": "Attendance"}.get(row.sheet, "New minute")
