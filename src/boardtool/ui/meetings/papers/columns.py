"""The columns of the papers' table, and what an edit of each calls."""

from boardtool.domain.exempt import closed_as, is_confidential, read_paragraphs
from boardtool.ui.meetings.papers.edits import PaperEdits
from boardtool.ui.meetings.papers.found import found_cell, found_sentences
from boardtool.ui.meetings.papers.rows import PaperRow
from boardtool.ui.tables.column import Align, Cell, Column, Look, TextEdit
from boardtool.ui.theme.colours import Tone


def paper_columns(edits: PaperEdits) -> tuple[Column[PaperRow], ...]:
    return (
        Column("letter", "Paper", _letter, width=140, look=Look.HELP),
        Column(
            "title",
            "Title",
            _title,
            stretch=True,
            look=Look.SUBJECT,
            edit=TextEdit(lambda row: row.paper.title if row.paper else "", edits.retitle),
            tooltip=lambda row: row.paper.file_name if row.paper else "",
        ),
        Column(
            "found",
            "What was found",
            found_cell,
            width=236,
            look=Look.HELP,
            gives_way=620,
            tooltip=found_sentences,
        ),
        Column(
            "exempt",
            "Exempt",
            _exempt,
            width=84,
            look=Look.HELP,
            gives_way=900,
            edit=TextEdit(
                lambda row: row.paper.paragraphs if row.paper else "", edits.exempt, read=read_paragraphs
            ),
            tooltip=lambda row: "Paragraphs of Schedule 12A, 1 to 7" if row.paper else "",
        ),
        Column("pages", "Pages", _pages, width=72, align=Align.RIGHT),
    )


def _letter(row: PaperRow) -> Cell:
    if row.paper is not None:
        return Cell(f"Appendix {row.paper.letter}" if row.paper.letter else "Report", icon="file-text")
    if row.awaited is not None:
        return Cell("No paper yet", icon="triangle-alert", tone=Tone.LATE)
    return Cell("Written here", icon="square-pen") if row.written else Cell("No paper", icon="minus")


def _title(row: PaperRow) -> Cell:
    if row.paper is not None:
        title, closed = row.paper.title or row.paper.file_name, row.paper.exempt or bool(row.item.exempt)
        return Cell(title, after="lock" if closed else "", spoken=f"{title}, exempt" if closed else "")
    if row.awaited is not None:
        words = row.awaited.words
        return Cell(f"{words[:1].upper()}{words[1:]}", tone=Tone.LATE if row.awaited.late else Tone.DUE)
    if row.written:
        return Cell("boardtool writes it into the pack from this library", tone=Tone.HELP)
    return Cell("None was kept here", tone=Tone.HELP)


def _exempt(row: PaperRow) -> Cell:
    if row.paper is None or not (row.paper.exempt or row.item.exempt):
        return Cell()
    paragraphs = row.paper.paragraphs or row.item.exempt
    if not paragraphs:
        return Cell("No paragraph", icon="octagon-x", tone=Tone.LATE)
    words = "Confidential" if is_confidential(paragraphs) else f"Para {paragraphs}"
    return Cell(words, spoken=closed_as(paragraphs))


def _pages(row: PaperRow) -> str:
    return str(row.paper.pages) if row.paper is not None and row.paper.pages is not None else ""
