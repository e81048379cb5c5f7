"""A report that came back in Word, made from our template: who wrote it, and what it recommends."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from boardtool.data.documents.report import PEOPLE
from boardtool.data.word.body import told_in
from boardtool.data.word.gate import open_parts
from boardtool.data.word.lines import Line, Row, read_lines
from boardtool.domain.documents.report import ASKED_TO, NO_BACKGROUND, TO_FILL
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.report_read import ReadReport

_COUNTED = re.compile(r"^\s*\d{1,2}[.)]?\s+")
_NOTHING = {"", TO_FILL.casefold(), NO_BACKGROUND.casefold(), "none", "n/a"}
_ASKS = re.compile(
    r".{0,80}\b(?:recommended|recommends|asked|invited)\b.{0,40}\bto:?", re.IGNORECASE | re.DOTALL
)
_ITEM = re.compile(r"\s*item\t(?P<number>\S.*)", re.IGNORECASE)


def read_report(path: Path) -> ReadReport:
    """Read a report whose author kept the headings of the template, whatever else was done to it.

    Raises:
        InputRefusedError: not a Word document, damaged, or without the template's headings.
    """
    content = read_lines(open_parts(path)).content
    sections = dict(_sections(content))
    if "recommendations" not in sections and PEOPLE.casefold() not in sections:
        raise InputRefusedError(
            f"{path.name} is no report from the template: it has neither “{PEOPLE}” nor “Recommendations” "
            "as a heading. Type what it says into the details of the item."
        )
    people = dict(_pairs(content))
    lines = [part for part in content if isinstance(part, Line)]
    return ReadReport(
        number=next((found["number"].strip() for each in lines if (found := _ITEM.fullmatch(each.text))), ""),
        title=next((each.text.strip() for each in lines if each.level == 1), ""),
        recommendations=_recommended(sections.get("recommendations", [])),
        author=people.get("author", ""),
        contact_officer=people.get("contact officer", ""),
        contact=people.get("contact", ""),
        background="\n".join(_said(sections.get("background papers", []))),
    )


def _sections(content: Sequence[Line | Row]) -> Iterator[tuple[str, list[Line]]]:
    """The lines beneath each heading of the second level, by its words without their number."""
    name, lines = "", list[Line]()
    for part in content:
        if isinstance(part, Line) and part.level and part.level <= 2:  # noqa: PLR2004 - the template's sections
            if name:
                yield name, lines
            name, lines = _COUNTED.sub("", part.text).strip(" .:").casefold(), []
        elif isinstance(part, Line):
            lines.append(part)
    if name:
        yield name, lines


def _pairs(content: Sequence[Line | Row]) -> Iterator[tuple[str, str]]:
    """What the rows of two cells say: "Author", "Amy Plank"."""
    for part in content:
        if isinstance(part, Row) and len(part.cells) == 2:  # noqa: PLR2004 - a name and its value
            label, value = (" ".join(line.text for line in cell).strip() for cell in part.cells)
            yield label.casefold(), " ".join(value.split())


def _recommended(lines: Sequence[Line]) -> str:
    """The recommendations without the words that lead to them; "" while nothing was filled in."""
    wanted = [line for line in lines if line.text.strip() not in {"", TO_FILL, ASKED_TO}]
    if wanted and _ASKS.fullmatch(wanted[0].text.strip()):
        wanted = wanted[1:]
    return told_in(wanted)


def _said(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        words = " ".join(line.text.split())
        if words.casefold() not in _NOTHING:
            yield words
