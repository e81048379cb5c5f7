"""A document as one page of HTML to WCAG 2.2 AA: real headings, header rows, language, no other file."""

from collections.abc import Iterable
from html import escape

from boardtool.data.documents.sheet import (
    Cell,
    Facts,
    Lead,
    Masthead,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.data.resources import resource
from boardtool.domain.markdown import Block, Heading, List, ListStyle, Paragraph, Run

_LOWEST = 6


def html_bytes(sheet: Sheet) -> bytes:
    """Set a document; it needs no other file and asks for none."""
    heading = sheet.title
    parts = []
    for block in sheet.blocks:
        if isinstance(block, Title):
            heading = block.text
        parts.append(_block(block, heading))
    style = resource("html/document.css").read_text(encoding="utf-8")
    page = (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{escape(sheet.author)}">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(parts)}"
        f"</main>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _block(block: SheetBlock, heading: str) -> str:
    set_block = ""  # of a new page, which a screen does not have
    match block:
        case Masthead():
            set_block = _masthead(block)
        case Facts(rows):
            told = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>\n" for label, value in rows)
            set_block = f"<dl>\n{told}</dl>\n"
        case Title(level, text):
            set_block = f"<h{level}>{escape(text)}</h{level}>\n"
        case Prose(blocks, top):
            set_block = "".join(_prose(part, top) for part in blocks)
        case Lead(runs):
            set_block = f"<p>{_runs(runs)}</p>\n"
        case Table():
            set_block = _table(block, heading)
    return set_block


def _masthead(block: Masthead) -> str:
    council = f'<p class="council">{escape(block.council)}</p>\n' if block.council else ""
    mark = f'<p class="mark">{escape(block.mark)}</p>\n' if block.mark else ""
    kind = f'<p class="kind">{escape(block.kind)}</p>\n'
    return f"{council}<h1>{escape(block.title)}</h1>\n{kind}{mark}"


def _prose(block: Block, top: int) -> str:
    match block:
        case Heading(_, runs):
            level = min(top, _LOWEST)
            return f"<h{level}>{_runs(runs)}</h{level}>\n"
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>\n"
        case List():
            return _list(block)


def _list(block: List) -> str:
    bullets = block.style is ListStyle.BULLETS
    items = []
    for place, item in enumerate(block.items):
        inner = "".join(_list(each) for each in item.inner)
        said = f"{_runs(item.runs)}{inner}"
        if not bullets:
            said = f"<span>{escape(block.mark(place))}</span><div>{said}</div>"
        items.append(f"<li>{said}</li>\n")
    tag, kind = ("ul", "") if bullets else ("ol", ' class="marked"')
    return f"<{tag}{kind}>\n{''.join(items)}</{tag}>\n"


def _table(block: Table, heading: str) -> str:
    head = "".join(f'<th scope="col">{escape(column.heading)}</th>' for column in block.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in block.rows)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(heading)}">\n<table>\n'
        f"<caption>{escape(heading)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def _cell(cell: Cell) -> str:
    said = "<br>".join(escape(line) for line in cell.text.split("\n"))
    note = f'<span class="note">{escape(cell.note)}</span>' if cell.note else ""
    return f"<td>{said}{note}</td>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(f"<strong>{escape(run.text)}</strong>" if run.bold else escape(run.text) for run in runs)
