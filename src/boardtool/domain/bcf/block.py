"""Editing many cells at once: what a pasted block, a fill down or a multi-edit makes of lines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from boardtool.domain.bcf.cells import FIELDS, values_of
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line

# The names are those of a line's fields, and each value is of its field's type.
Changed = dict[str, Any]

# A type decides which sub types and unit are meant; the NHS share sets the council's before that is read.
_FIRST = ("scheme_type", "commissioner", "nhs_share")


def typed(lists: YearLists, line: Line, texts: Mapping[str, str]) -> Changed:
    """Every field that changes when texts are typed into cells of a line, with its new value."""
    order = sorted(texts, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    now = line
    for name in order:
        now = with_values(now, values_of(lists, now, name, texts[name]))
    return differing(line, now)


def with_values(line: Line, values: Changed) -> Line:
    return replace(line, **values)


def differing(before: Line, after: Line) -> Changed:
    """The fields of a line that are not what they were, with `unread` and without its place."""
    names = (*FIELDS, "unread")
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


def filled_down(source: Line, names: Sequence[str], line: Line) -> Changed:
    """What a line takes from the line above it; what could not be read there is copied as it was typed."""
    unread = {name: text for name, text in line.unread.items() if name not in names}
    unread |= {name: text for name, text in source.unread.items() if name in names}
    copied: Changed = {name: getattr(source, name) for name in names}
    return differing(line, with_values(line, {**copied, "unread": unread}))


def content(line: Line) -> Changed:
    """Everything a line holds, for a copy of it: not its place, nor where it was read from."""
    return {name: getattr(line, name) for name in (*FIELDS, "unread", "notes")}


def block_of(text: str) -> tuple[tuple[str, ...], ...]:
    r"""The cells of a block as Excel copies it: rows by line ends, cells by tabs, `"…"` around odd ones."""
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    cell: list[str] = []
    quoted = False
    source = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    place = 0
    while place < len(source):
        letter = source[place]
        if quoted and letter == '"':
            if source[place + 1 : place + 2] == '"':
                cell.append('"')
                place += 1
            else:
                quoted = False
        elif not quoted and letter == '"' and not cell:
            quoted = True
        elif not quoted and letter in "\t\n":
            cells.append("".join(cell))
            cell = []
            if letter == "\n":
                rows.append(tuple(cells))
                cells = []
        else:
            cell.append(letter)
        place += 1
    return (*rows, (*cells, "".join(cell)))


def text_of(block: Sequence[Sequence[str]]) -> str:
    """A block as Excel takes it from the clipboard; a cell of several lines stands in quotes."""
    return "\n".join("\t".join(map(_quoted, row)) for row in block)


def _quoted(cell: str) -> str:
    if any(letter in cell for letter in "\t\n") or cell.startswith('"'):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell
