"""A figure in a cell: a number, or the mark that says why there is none."""

import re
from dataclasses import dataclass
from math import isfinite

from boardtool.data.excel.workbook import Cell, CellKind
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.metrics import Status

_SUPPRESSED = frozenset(
    {"c", "*", "suppressed", "s", "supp", "low", "low number", "small number", "disclosive"}
)
_NOT_AVAILABLE = frozenset(
    {
        "x",
        "w",
        "-",
        "\u2013",
        "\u2014",
        "..",
        "...",
        ".",
        ":",
        "n/a",
        "na",
        "nan",
        "#n/a",
        "null",
        "none",
        "not available",
        "no data",
    }
)
_NOT_APPLICABLE = frozenset({"z", "not applicable"})
_PROVISIONAL = frozenset({"p", "provisional"})
_REVISED = frozenset({"r", "revised"})
_OF_QUALITY = frozenset(
    {"b", "e", "estimated", "f", "ns", "sig", "u"}
)  # break, estimate, forecast, unreliable
_SMALL = re.compile(
    r"(?:<|\u2264|<=|(?:less|fewer|lower) than|under|up to)\s?[0-9]+(?:\.[0-9]+)?", re.IGNORECASE
)
NOTES = re.compile(r"\s*\[note[^\]]*\]", re.IGNORECASE)  # as official spreadsheets point to their notes
_MARKED = re.compile(r"(?P<figure>.*?)\s*[\[(](?P<mark>[a-z]+)[\])]", re.IGNORECASE)
_SIGN = r"(?P<sign>[-+\u2212])?\s?\u00a3?"
_NUMBER = re.compile(
    rf"{_SIGN}(?P<digits>[1-9][0-9]{{0,2}}(?P<by>[, ])[0-9]{{3}}(?:(?P=by)[0-9]{{3}})*|[0-9]+|(?=\.))"
    r"(?P<part>\.[0-9]*)?(?P<power>[eE][-+]?[0-9]{1,3})?\s?(?P<cent>%|per ?cent|pc)?",
    re.IGNORECASE,
)
_DECIMAL_COMMA = re.compile(
    rf"{_SIGN}(?P<whole>[0-9]+|[0-9]{{1,3}}(?:\.[0-9]{{3}})+),(?P<part>[0-9]+)\s?(?P<cent>%?)"
)


class FigureRefusedError(CannotDoError):
    """What stands in a cell is no figure and no mark that is known."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or None, and what that says of it.

    `is_per_cent` where it was written with its sign, `mark` what stands there in place of a number.
    """

    number: float | None
    status: Status
    is_per_cent: bool = False
    mark: str = ""


EMPTY = Figure(None, Status.NOT_AVAILABLE)


def figure_in(cell: Cell | None) -> Figure:
    """What a cell says: "1,234", "95.3%", "[c]" (suppressed), "-" (not available), "95.3 [p]" (provisional).

    Raises:
        FigureRefusedError: it says neither a number nor a mark.
    """
    if cell is None:
        return EMPTY
    if cell.kind == CellKind.ERROR and cell.text.strip().upper() == "#N/A":
        return Figure(None, Status.NOT_AVAILABLE, mark="#N/A")
    if cell.trouble:
        raise FigureRefusedError(cell.trouble)
    if cell.kind == CellKind.NUMBER and cell.number is not None:
        return Figure(float(cell.number), Status.FINAL)
    if cell.kind != CellKind.TEXT:
        raise FigureRefusedError(_neither(cell.line))
    return figure_from(cell.line)


def figure_from(text: str) -> Figure:
    """The same from a text: "<5" is suppressed, "[low]" too; "10,5" is refused with how to write it.

    Raises:
        FigureRefusedError: it is neither a number nor a mark.
    """
    plain = NOTES.sub("", text).strip()
    status = _status(plain)
    if status is not None:
        return Figure(None, status, mark=text.strip())
    marked = _MARKED.fullmatch(plain)
    mark, figure = (marked["mark"].casefold(), marked["figure"]) if marked else ("", plain)
    if marked and not figure and (status := _status(mark)) is not None:
        return Figure(None, status, mark=text.strip())
    found = _NUMBER.fullmatch(figure.strip())
    if found is None or mark not in {"", *_PROVISIONAL, *_REVISED, *_OF_QUALITY}:
        raise FigureRefusedError(_decimal_comma(text) or _neither(text))
    digits = re.sub("[, ]", "", found["digits"]) or "0"
    number = float(f"{digits}{found['part'] or ''}{found['power'] or ''}")
    if not isfinite(number):
        raise FigureRefusedError(f"“{text[:40]}” is too large to be a figure")
    signed = -number if found["sign"] in {"-", "\u2212"} else number
    return Figure(signed, _finality(mark), bool(found["cent"]))


def _neither(text: str) -> str:
    return f"“{text[:40]}” is not a number: write one, or [c] for suppressed, [x] for not available"


def _decimal_comma(text: str) -> str:
    found = _DECIMAL_COMMA.fullmatch(text.strip())
    if found is None:
        return ""
    right = f"{found['sign'] or ''}{found['whole'].replace('.', '')}.{found['part']}{found['cent']}"
    return f"“{text[:40]}” has a decimal comma: write {right}"


def _status(figure: str) -> Status | None:
    word = figure.strip().casefold()
    if not word or word in _NOT_AVAILABLE:
        return Status.NOT_AVAILABLE
    if word in _SUPPRESSED or _SMALL.fullmatch(word) is not None:
        return Status.SUPPRESSED
    return Status.NOT_APPLICABLE if word in _NOT_APPLICABLE else None


def _finality(mark: str) -> Status:
    if mark in _PROVISIONAL:
        return Status.PROVISIONAL
    return Status.REVISED if mark in _REVISED else Status.FINAL


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
