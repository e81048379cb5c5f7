"""The small Markdown of narratives: paragraphs, headings, lists and **bold**, read and printed back.

What is not of this small language (links, tables, italics) is kept as the characters that were typed. Reading
never fails, and printing what was read and reading it again gives the same blocks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from boardtool.domain.blocks import (
    Block,
    Heading,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Run,
    plain_text,
    tidy_runs,
)

__all__ = [
    "Block",
    "Heading",
    "List",
    "ListItem",
    "ListStyle",
    "Paragraph",
    "Run",
    "labelled",
    "parse",
    "plain_text",
    "tidy_runs",
    "to_markdown",
]

_MARKER = re.compile(r"(?P<mark>[-*+•]|\d{1,3}[.)]|[a-z]\)) +(?=\S)")
_LABEL = re.compile(r"\d{1,3}[.)]|[a-z]\)")
_HEADING = re.compile(r"(?P<hashes>#{1,6}) +(?=\S)")
_TOKEN = re.compile(r"\\(?P<escaped>[!-/:-@\[-`{-~])|\*\*|.", re.DOTALL)
_BULLET = "•"
_NEST = 2  # spaces by which an item stands in before it belongs to the item above


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading, a paragraph or one item, its lines joined; `mark` is "" for a paragraph."""

    indent: int
    mark: str
    text: str


def parse(text: str) -> tuple[Block, ...]:
    """Read Markdown into blocks."""
    entries = list(_entries(text))
    blocks: list[Block] = []
    position = 0
    while position < len(entries):
        entry = entries[position]
        if _is_item(entry):
            end = next(
                (i for i in range(position, len(entries)) if not _is_item(entries[i])),
                len(entries),
            )
            blocks.extend(_lists(entries[position:end]))
            position = end
            continue
        runs = _runs(entry.text)
        blocks.append(Heading(len(entry.mark), runs) if entry.mark else Paragraph(runs))
        position += 1
    return tuple(blocks)


def labelled(rows: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    """Plain sentences as a list under the labels they have ("1)", "b)"); other labels make paragraphs."""
    blocks: list[Block] = []
    for known, group in groupby(rows, key=lambda row: bool(_LABEL.fullmatch(row[0]))):
        if known:
            blocks.extend(_lists([_Entry(0, label, _inline((Run(text),))) for label, text in group]))
        else:
            blocks.extend(Paragraph(tidy_runs((Run(f"{label} {text}"),))) for label, text in group)
    return tuple(blocks)


def to_markdown(blocks: Iterable[Block]) -> str:
    """Print blocks as Markdown, a blank line between them."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks)


def _entries(text: str) -> Iterator[_Entry]:
    """Gather lines: a blank line or a mark ends what went before; other lines go on with it."""
    gathered: _Entry | None = None
    for line in text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n"):
        words = line.strip()
        found = _marked(line, words, inside_paragraph=gathered is not None and not gathered.mark)
        if gathered and (not words or found):
            yield gathered
            gathered = None
        if found and found.mark.startswith("#"):
            yield found
        elif found:
            gathered = found
        elif gathered and gathered == _Entry(0, "", _BULLET):
            # A bullet alone on its line marks the words beneath: nothing could be printed to keep it apart.
            gathered = _Entry(0, _BULLET, words)
        elif gathered:
            gathered = _Entry(gathered.indent, gathered.mark, f"{gathered.text} {words}")
        elif words:
            gathered = _Entry(0, "", words)
    if gathered:
        yield gathered


def _marked(line: str, words: str, *, inside_paragraph: bool) -> _Entry | None:
    """The heading or item that a line begins, if it does.

    Inside a paragraph only a first number or letter begins a list: a line may happen to start with "12. ".
    """
    indent = len(line) - len(line.lstrip())
    heading = _HEADING.match(words)
    if heading:
        return _Entry(0, heading["hashes"], words[heading.end() :])
    item = _MARKER.match(words)
    if not item or (inside_paragraph and _number(item["mark"]) != 1):
        return None
    return _Entry(indent, item["mark"], words[item.end() :])


def _is_item(entry: _Entry) -> bool:
    return bool(entry.mark) and not entry.mark.startswith("#")


def _style(mark: str) -> ListStyle:
    if mark[0].isdigit():
        return ListStyle.NUMBERS if mark.endswith(".") else ListStyle.BRACKETED_NUMBERS
    return ListStyle.LETTERS if mark.endswith(")") else ListStyle.BULLETS


def _number(mark: str) -> int:
    match _style(mark):
        case ListStyle.BULLETS:
            return 1
        case ListStyle.LETTERS:
            return ord(mark[0]) - ord("a") + 1
        case _:
            return int(mark[:-1])


def _lists(entries: Sequence[_Entry]) -> tuple[List, ...]:
    """Lists of neighbouring items; an item that stands further in belongs to the one above."""
    lists: list[List] = []
    position = 0
    while position < len(entries):
        entry = entries[position]
        end = position + 1
        while end < len(entries) and entries[end].indent >= entry.indent + _NEST:
            end += 1
        item = ListItem(_runs(entry.text), _lists(entries[position + 1 : end]))
        style, number = _style(entry.mark), _number(entry.mark)
        last = lists[-1] if lists else None
        follows = style is ListStyle.BULLETS or (last and number == last.start + len(last.items))
        if last and last.style is style and follows:
            lists[-1] = List(style, (*last.items, item), last.start)
        else:
            lists.append(List(style, (item,), number))
        position = end
    return tuple(lists)


def _runs(text: str) -> tuple[Run, ...]:
    """Read **bold**: two stars open it before a word and close it after one; others are just stars."""
    tokens = [
        ("", found["escaped"]) if found["escaped"] else (found[0], found[0])
        for found in _TOKEN.finditer(text)
    ]
    stars = [i for i, (kind, _) in enumerate(tokens) if kind == "**"]
    closing: int | None = None
    runs: list[Run] = []
    for index, (kind, shown) in enumerate(tokens):
        if kind == "**" and index == closing:
            closing = None
        elif kind == "**" and closing is None and (closing := _closing(tokens, stars, index)) is not None:
            pass
        else:
            runs.append(Run(shown, closing is not None))
    return tidy_runs(runs)


def _closing(tokens: Sequence[tuple[str, str]], stars: Sequence[int], opening: int) -> int | None:
    """Where the bold that opens here closes, or None where it does not."""
    after = opening + 1
    if after >= len(tokens) or tokens[after][0] == "**" or tokens[after][1].isspace():
        return None
    return next((i for i in stars if i > after and not tokens[i - 1][1].isspace()), None)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, runs):
            yield f"{'#' * level} {_inline(runs)}"
        case Paragraph(runs):
            yield _inline(runs)
        case List():
            yield from _list_lines(block, "")


def _list_lines(block: List, indent: str) -> Iterator[str]:
    for index, item in enumerate(block.items):
        mark = block.mark(index)
        yield f"{indent}{mark} {_inline(item.runs)}"
        for inner in item.inner:
            yield from _list_lines(inner, indent + " " * (len(mark) + 1))


def _inline(runs: Iterable[Run]) -> str:
    text = "".join(f"**{_escaped(run.text)}**" if run.bold else _escaped(run.text) for run in runs)
    return _unlike_a_mark(text)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("*", "\\*")


def _unlike_a_mark(text: str) -> str:
    """Keep a paragraph that begins with "# ", "1. " or "- " from being read as a heading or an item."""
    if _HEADING.match(text):
        return "\\" + text
    found = _MARKER.match(text)
    if not found or found["mark"] == _BULLET:  # only punctuation of ASCII can be escaped
        return text
    last = found.end("mark") - 1
    return f"{text[:last]}\\{text[last:]}"
