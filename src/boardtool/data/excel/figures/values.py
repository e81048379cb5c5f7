"""A figure in a cell: a number, or the mark that says why there is none."""

import re
from dataclasses import dataclass
from math import isfinite

from boardtool.data.excel.workbook import Cell, CellKind
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.metrics import Status

_SUPPRESSED = frozenset({"c", "*", "suppressed", "s", "supp", "low number"})
_NOT_AVAILABLE = frozenset(
    {
        "x",
        "-",
        "\u2013",
        "\u2014",
        "..",
        ".",
        ":",
        "n/a",
        "na",
        "nan",
        "#n/a",
        "null",
        "none",
        "not available",
    }
)
_NOT_APPLICABLE = frozenset({"z", "not applicable"})
_PROVISIONAL = frozenset({"p", "provisional"})
_REVISED = frozenset({"r", "revised"})
_MARKED = re.compile(r"(?P<figure>.*?)\s*[\[(](?P<mark>[a-z]+)[\])]", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<sign>[-+\u2212])?£?(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|(?=\.))(?P<part>\.[0-9]*)?"
    r"(?P<power>[eE][-+]?[0-9]{1,3})?\s?(?P<cent>%)?"
)


class FigureRefusedError(CannotDoError):
    """What stands in a cell is no figure and no mark that is known."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or None, and what that says of it; `is_per_cent` where it was written with its sign."""

    number: float | None
    status: Status
    is_per_cent: bool = False


EMPTY = Figure(None, Status.NOT_AVAILABLE)


def figure_in(cell: Cell | None) -> Figure:
    """What a cell says: "1,234", "95.3%", "[c]" (suppressed), "-" (not available), "95.3 [p]" (provisional).

    Raises:
        FigureRefusedError: it says neither a number nor a mark.
    """
    if cell is None:
        return EMPTY
    if cell.kind == CellKind.ERROR and cell.text.strip().upper() == "#N/A":
        return EMPTY
    if cell.trouble:
        raise FigureRefusedError(cell.trouble)
    if cell.kind == CellKind.NUMBER and cell.number is not None:
        return Figure(float(cell.number), Status.FINAL)
    if cell.kind != CellKind.TEXT:
        raise FigureRefusedError(f"“{cell.line}” is not a number")
    return figure_from(cell.line)


def figure_from(text: str) -> Figure:
    """The same from a text.

    Raises:
        FigureRefusedError: it is neither a number nor a mark.
    """
    marked = _MARKED.fullmatch(text)
    mark, figure = (marked["mark"], marked["figure"]) if marked else ("", text)
    if marked and not figure:
        figure, mark = mark, ""
    status = _status(figure)
    if status is not None:
        return Figure(None, status)
    found = _NUMBER.fullmatch(figure.strip())
    if found is None:
        raise FigureRefusedError(f"“{text[:40]}” is not a number, nor a mark such as [c]")
    number = float(f"{found['digits'].replace(',', '') or '0'}{found['part'] or ''}{found['power'] or ''}")
    if not isfinite(number):
        raise FigureRefusedError(f"“{text[:40]}” is too large to be a figure")
    signed = -number if found["sign"] in {"-", "\u2212"} else number
    return Figure(signed, _finality(mark), bool(found["cent"]))


def _status(figure: str) -> Status | None:
    word = figure.strip().casefold()
    if not word or word in _NOT_AVAILABLE:
        return Status.NOT_AVAILABLE
    if word in _SUPPRESSED:
        return Status.SUPPRESSED
    return Status.NOT_APPLICABLE if word in _NOT_APPLICABLE else None


def _finality(mark: str) -> Status:
    if mark.casefold() in _PROVISIONAL:
        return Status.PROVISIONAL
    return Status.REVISED if mark.casefold() in _REVISED else Status.FINAL


def status_from(words: str) -> Status | None:
    """The status that a word names ("provisional", "[c]"); None for a word that names none."""
    word = words.strip().strip("[]").casefold()
    if word in _PROVISIONAL | {"yes", "y", "true"}:
        return Status.PROVISIONAL
    if word in _REVISED:
        return Status.REVISED
    if word in {"", "final", "no", "n", "false", "validated", "published"}:
        return Status.FINAL
    return _status(word)
