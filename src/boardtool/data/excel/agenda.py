"""Reading the agenda workbook: the columns of the real agenda, and what the manager may add for the pack."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from boardtool.data.excel.headings import Wanted, wanted_field
from boardtool.data.excel.rows import ReadTable, RowReader, read_rows
from boardtool.data.excel.tables import find_table
from boardtool.data.excel.workbook import CellKind, Workbook
from boardtool.domain.action_words import owners_from_words
from boardtool.domain.exempt import CONFIDENTIAL
from boardtool.domain.imports import Choose
from boardtool.domain.meetings import Kind, Purpose
from boardtool.domain.text import clean_line, folded

_NUMBER = re.compile(r"(?:item\s*)?[0-9]{1,3}(?:\s?(?:[a-z]|\([a-z]\))|\.[0-9]{1,2})?[.)]?", re.IGNORECASE)
_AROUND_NUMBER = re.compile(r"^item\s+|\.$|(?<!\([a-z])(?<!\([a-z0-9]{2})\)$", re.IGNORECASE)
_RANGE = r"[0-9]{1,4}(?:\s*(?:[-\u2013\u2014]|to)\s*[0-9]{1,4})?"
_PAGES = re.compile(
    rf"\(?(?:pages?|pp?\.?)?\s*(?P<pages>{_RANGE}(?:\s*(?:[,;&]|and)\s*{_RANGE})*)\)?", re.IGNORECASE
)
_PARAGRAPHS = re.compile(
    r"(?:exempt[:,]?\s*)?(?:paragraphs?|paras?\.?)?\s*([1-7](?:\s*(?:,|and|&)\s*[1-7])*)", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[;\n]\s*")

WANTED = Wanted(
    what="agenda",
    fields=(
        wanted_field(
            "number",
            "item; item no; item number; no; number; agenda item no; agenda no; ref; item ref",
            required=True,
        ),
        wanted_field(
            "subject",
            "subject; title; item title; agenda item; topic; heading; report; report title; title of report; "
            "item description; description; business",
            required=True,
            pinch="item",
        ),
        wanted_field(
            "presenters",
            "presenting officer; presenting officers; presenter; presenters; presented by; lead; lead "
            "officer; officer; led by; who; speaker; presenting; report author; author",
        ),
        wanted_field("time", "time; start; start time; timing; timings; approx time"),
        wanted_field("pages", "page no; page; pages; page nos; page number; page numbers; paper"),
        wanted_field("purpose", "purpose; for; action required; decision or note; item purpose"),
        wanted_field("recommendations", "recommendations; recommendation; the board is asked to"),
        wanted_field("papers", "papers; files; file names; file name; documents; attachments"),
        wanted_field("exempt", "exempt; exempt paragraph; part 2; confidential; schedule 12a"),
        wanted_field("public_title", "public title; title for the public; public subject"),
    ),
    key="number",
    looks_like_key=lambda text: _NUMBER.fullmatch(text) is not None,
)

_PURPOSES = {
    Purpose.DECISION: (
        "for decision; decision; to decide; decide; approve; to approve; for approval; approval; agree; to "
        "agree; endorse; to endorse"
    ),
    Purpose.NOTE: "to note; note; for noting; noting; for information; information; update; to "
    "receive; receive; for assurance; assurance",
    Purpose.DISCUSS: (
        "to discuss; discuss; for discussion; discussion; consider; to consider; for consideration"
    ),
}
_PURPOSE_BY_WORDS = {words: purpose for purpose, many in _PURPOSES.items() for words in many.split("; ")}
_KINDS = {
    Kind.VERBAL: "verbal update; verbal; verbal report; oral; oral update; presentation; discussion",
    Kind.TO_FOLLOW: "to follow; paper to follow; report to follow; papers to follow; follow; tbf",
    Kind.LATE: "late; late paper; late report; late item; tabled",
    Kind.PAPER: "paper; attached; report; report attached; paper attached; papers attached; "
    "see attached; enclosed; paper enclosed; enc; papers",
    Kind.NONE: "; none; n a; no paper",
}
_KIND_BY_WORDS = {words: kind for kind, many in _KINDS.items() for words in many.split("; ")}
_NOT_EXEMPT = frozenset({"", "no", "n", "none", "false", "n a", "public"})


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item as the workbook has it; `start` is "HH:MM", `recommendations` one a line, `papers` file names.

    `cells` says where each field stands.
    """

    row: int
    number: str
    subject: str
    presenters: tuple[str, ...] = ()
    start: str | None = None
    kind: Kind = Kind.NONE
    pages: str = ""
    purpose: Purpose = Purpose.UNSAID
    recommendations: str = ""
    papers: tuple[str, ...] = ()
    exempt: str = ""
    public_title: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)


def read_agenda(
    workbook: Workbook, *, sheet: str | None = None, columns: Mapping[str, str] | None = None
) -> ReadTable[AgendaRow] | Choose:
    """The items of an agenda workbook.

    Raises:
        InputRefusedError: it holds no agenda.
    """
    table = find_table(workbook, WANTED, sheet=sheet, columns=columns)
    return table if isinstance(table, Choose) else read_rows(table, _row, lambda row: row.number)


def _row(reader: RowReader) -> AgendaRow:
    kind, pages = _kind_and_pages(reader)
    papers = tuple(filter(None, map(clean_line, _PARTS.split(reader.words("papers")))))
    return AgendaRow(
        row=reader.found.number,
        number=_number(reader),
        subject=reader.needed("subject", "the subject"),
        presenters=owners_from_words(reader.words("presenters")),
        start=reader.clock("time"),
        kind=Kind.PAPER if papers and kind is Kind.NONE else kind,
        pages=pages,
        purpose=_purpose(reader),
        recommendations="\n".join(
            filter(None, map(clean_line, _PARTS.split(reader.words("recommendations"))))
        ),
        papers=papers,
        exempt=_exempt(reader),
        public_title=reader.line("public_title"),
        cells=reader.refs(),
    )


def _number(reader: RowReader) -> str:
    text = reader.needed("number", "the item number")
    cell = reader.cell("number")
    if cell is not None and cell.kind in {CellKind.DATE, CellKind.TIME}:
        reader.reject(
            "number", "the item number has become a date or time: format the cell as text and retype it"
        )
    if text and not re.search("[0-9A-Za-z]", text):
        reader.reject("number", f'"{text}" is no item number')
    return _AROUND_NUMBER.sub("", text)


def _kind_and_pages(reader: RowReader) -> tuple[Kind, str]:
    """What the page column says: a range of pages, or words on how the item comes."""
    cell = reader.cell("pages")
    if cell is not None and cell.kind in {CellKind.DATE, CellKind.TIME, CellKind.ISO_DATE}:
        reader.reject("pages", "the pages have become a date: format the cell as text and retype them")
        return Kind.NONE, ""
    text = reader.line("pages")
    pages = _PAGES.fullmatch(text)
    if pages is not None:
        return Kind.PAPER, pages["pages"]
    kind = _KIND_BY_WORDS.get(folded(text))
    if kind is None:
        reader.warn("pages", "not understood as pages, verbal or to follow: left out")
    return kind or Kind.NONE, ""


def _purpose(reader: RowReader) -> Purpose:
    words = folded(reader.line("purpose"))
    if not words:
        return Purpose.UNSAID
    purpose = _PURPOSE_BY_WORDS.get(words)
    if purpose is None:
        reader.reject("purpose", "write for decision, to note or to discuss")
    return purpose or Purpose.UNSAID


def _exempt(reader: RowReader) -> str:
    """The paragraphs of Schedule 12A as "3" or "1, 3", or "confidential"; a bare "yes" is rejected."""
    text = reader.line("exempt")
    if folded(text) in _NOT_EXEMPT:
        return ""
    if folded(text) == CONFIDENTIAL:
        return CONFIDENTIAL
    found = _PARAGRAPHS.fullmatch(text)
    if found is None:
        reader.reject(
            "exempt",
            "write the number of the paragraph of Schedule 12A, 1 to 7, or “confidential”, or leave it empty",
        )
        return ""
    return ", ".join(sorted(set(re.findall("[1-7]", found[1]))))
