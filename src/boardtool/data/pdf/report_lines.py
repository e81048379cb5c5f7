"""The lines of a paper as a report is read by: what it lacks of its parts, and what it lists (R11).

Runs in the reading process; the file is a stranger's.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from boardtool.data.pdf.page_texts import text_of
from boardtool.data.word.gate import open_parts
from boardtool.data.word.lines import Line, Row, read_lines
from boardtool.domain.errors import BoardtoolError
from boardtool.domain.paper_check import PaperFinding
from boardtool.domain.report_shape import shape_of

_PAGES = 40  # of a PDF; a report is short, and what comes after it in the file is an appendix


def report_findings(path: Path) -> tuple[PaperFinding, ...]:
    """What a PDF or a Word paper lacks as a report; () where it is none."""
    shape = shape_of(list(_of_word(path) if path.suffix.lower() == ".docx" else _of_pdf(path)))
    return () if shape is None else shape.findings


def _of_pdf(path: Path) -> Iterator[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        for place in range(min(len(document), _PAGES)):
            yield from text_of(document, place).splitlines()
    finally:
        document.close()


def _of_word(path: Path) -> Iterator[str]:
    try:
        content = read_lines(open_parts(path)).content
    except BoardtoolError:
        return
    for part in content:
        yield part.text if isinstance(part, Line) else _row(part)


def _row(row: Row) -> str:
    """A row of a table as a line, its cells parted by tabs."""
    return "\t".join(" ".join(line.text for line in cell) for cell in row.cells)
