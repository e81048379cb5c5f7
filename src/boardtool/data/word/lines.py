"""A Word document as lines and rows of tables, in order, with tracked changes as if they were accepted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from boardtool.data.word.gate import W, WordParts, whole_number
from boardtool.data.word.numbering import ListPlace, Numbering, read_numbering
from boardtool.data.word.styles import Styles, is_on, read_styles
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.markdown import Run, tidy_runs
from boardtool.domain.text import clean_text

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PARAGRAPHS = 20_000
LONGEST_PARAGRAPH = 50_000  # characters; the longest real one has 2,000
_LEFT_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "footnotePr")}
_ADDED = {f"{W}ins", f"{W}moveTo"}
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DRAWN = {_CHOICES, f"{W}drawing", f"{W}pict", f"{W}object"}
_WRITTEN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: `number` counts the file's paragraphs from 1; `level` is that of a heading, else 0."""

    number: int
    runs: tuple[Run, ...]
    level: int = 0
    place: ListPlace | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        return bool(self.runs) and all(run.bold or not run.text.strip() for run in self.runs)

    @property
    def words(self) -> str:
        """The text with the number that Word counts before it, in one line."""
        label = f"{self.place.label} " if self.place and self.place.label else ""
        return " ".join(f"{label}{self.text}".split())


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the lines of each cell, a merged cell once."""

    cells: tuple[tuple[Line, ...], ...]
    table: int


@dataclass(slots=True)
class DocumentLines:
    """The lines and rows, and what was met on the way that a person should know."""

    content: list[Line | Row] = field(default_factory=list)
    insertions: int = 0
    deletions: int = 0
    hidden: int = 0


def read_lines(parts: WordParts) -> DocumentLines:
    """The document's text.

    Raises:
        InputRefusedError: longer than any minutes are.
    """
    reader = _Reader(read_styles(parts.styles), read_numbering(parts.numbering))
    body = parts.document.find(f"{W}body")
    if body is not None:
        reader.read.content = _joined(list(reader.content(body)))
    return reader.read


@dataclass(frozen=True, slots=True)
class _Unended(Line):
    """A paragraph whose end was deleted: the next one goes on with it."""


class _Reader:
    """Walks the body once, counting paragraphs, lists and tables."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.read = DocumentLines()
        self._styles = styles
        self._numbering = numbering
        self._paragraphs = 0
        self._tables = 0

    def content(self, parent: "_Element") -> Iterator[Line | Row]:
        for element in parent:
            if element.tag == f"{W}p":
                yield self._line(element)
            elif element.tag == f"{W}tbl":
                self._tables += 1
                yield from self._rows(element, self._tables)
            elif element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", *_ADDED}:
                yield from self.content(element)

    def _rows(self, table: "_Element", number: int) -> Iterator[Row]:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table or row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = tuple(
                tuple(line for line in _joined(list(self.content(cell))) if isinstance(line, Line))
                for cell in row.findall(f"{W}tc")
                if not _continues_above(cell)
            )
            yield Row(cells, number)

    def _line(self, paragraph: "_Element") -> Line:
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            raise InputRefusedError(
                f"The document has more than {MOST_PARAGRAPHS:,} paragraphs: it was not read."
            )
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.of(properties)
        runs = tuple(self._runs(paragraph, bold=style.bold))
        if sum(len(run.text) for run in runs) > LONGEST_PARAGRAPH:
            raise InputRefusedError(
                f"Paragraph {self._paragraphs} has over {LONGEST_PARAGRAPH:,} characters: it was not read."
            )
        place = (
            self._place(properties, style.number_id, style.depth)
            if any(r.text.strip() for r in runs)
            else None
        )
        ended = properties is None or properties.find(f"{W}rPr/{W}del") is None
        kind = Line if ended else _Unended
        return kind(self._paragraphs, runs, style.level, place)

    def _place(self, properties: "_Element | None", number_id: str, depth: int) -> ListPlace | None:
        own = properties.find(f"{W}numPr") if properties is not None else None
        if own is not None:
            found_id, found_depth = own.find(f"{W}numId"), own.find(f"{W}ilvl")
            number_id = found_id.get(f"{W}val", "") if found_id is not None else number_id
            depth = whole_number(found_depth, "val", depth)
        return self._numbering.place(number_id, depth) if number_id else None

    def _runs(self, parent: "_Element", *, bold: bool) -> Iterator[Run]:
        for element in parent:
            if element.tag in _LEFT_OUT:
                self.read.deletions += element.tag in {f"{W}del", f"{W}moveFrom"}
            elif element.tag == f"{W}r":
                yield from self._run(element, bold=bold)
            elif element.tag not in _DRAWN:
                self.read.insertions += element.tag in _ADDED
                yield from self._runs(element, bold=bold)

    def _run(self, run: "_Element", *, bold: bool) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish", default=False):
            self.read.hidden += 1
            return
        text = "".join(
            element.text or "" if element.tag == f"{W}t" else _WRITTEN.get(str(element.tag), "")
            for element in run
        )
        if text:
            cleaned = "\t".join(clean_text(part) for part in text.split("\t"))
            yield Run(cleaned, self._styles.is_bold(properties, inherited=bold))


def _continues_above(cell: "_Element") -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _joined(content: list[Line | Row]) -> list[Line | Row]:
    """Paragraphs whose end was deleted, made one with what follows."""
    joined: list[Line | Row] = []
    for part in content:
        last = joined[-1] if joined else None
        if isinstance(last, _Unended) and isinstance(part, Line):
            joined[-1] = replace(part, number=last.number, runs=(*last.runs, *part.runs))
        else:
            joined.append(part)
    return joined


def tidy(line: Line) -> tuple[Run, ...]:
    """The line's runs in one line of text."""
    return tidy_runs(line.runs)


def broken(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """The runs, parted where a line was broken by hand."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.bold))
        lines.extend([Run(text, run.bold)] for text in others)
    return [tidied for line in lines if (tidied := tidy_runs(line))]
