"""The front sheet of a pack: the agenda set once its page column is known, with links to the items."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from boardtool.data.documents.agenda import COLUMNS, agenda_sheet, for_publication
from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.documents.sheet import Masthead, NewPage, Prose, Sheet, SheetBlock, Table, Title
from boardtool.domain.documents import Sitting
from boardtool.domain.markdown import Paragraph, Run
from boardtool.domain.pack.contents import PackContents, with_pages

LINK = "https://pack.invalid/row/"
"""What a link of the front sheet says before it is led to a page: the item's row of the agenda."""

_PAGE_COLUMN = [column.heading for column in COLUMNS].index("Page no.")


def front_bytes(contents: PackContents, pages: Mapping[int, str]) -> bytes:
    """The front sheet as PDF; `pages` is what the page column says of a row that has pages."""
    agenda = with_pages(contents, pages)
    sheet = for_publication(agenda_sheet(agenda))
    blocks = tuple(_blocks(sheet, contents, pages))
    return pdf_bytes(replace(sheet, title=contents.title, footer="", blocks=blocks))


def _blocks(sheet: Sheet, contents: PackContents, pages: Mapping[int, str]) -> Iterator[SheetBlock]:
    for block in sheet.blocks:
        match block:
            case Masthead():
                yield replace(block, kind=contents.kind)
            case Title(text="Items"):
                if contents.agenda.members:  # a supplement lists none, and its agenda is short
                    yield NewPage()
                yield replace(block, text="Agenda")
            case Table(columns=columns) if columns == COLUMNS:
                yield _linked(block, pages)
            case _:
                yield block


def _linked(table: Table, pages: Mapping[int, str]) -> Table:
    rows = []
    for place, cells in enumerate(table.rows):
        if place in pages:
            cell = replace(cells[_PAGE_COLUMN], link=f"{LINK}{place}")
            rows.append((*cells[:_PAGE_COLUMN], cell, *cells[_PAGE_COLUMN + 1 :]))
        else:
            rows.append(cells)
    return replace(table, rows=tuple(rows))


def to_follow_bytes(item: str, paper: str, sitting: Sitting) -> bytes:
    """A page that stands for a paper which is not there."""
    said = Prose((Paragraph((Run("This paper is to follow."),)),))
    return pdf_bytes(
        Sheet(
            title=paper,
            author=sitting.council or sitting.board,
            dated=sitting.date,
            footer="",
            blocks=(Masthead(sitting.council, item, paper), said),
        )
    )
