"""What a narrative is made of: paragraphs, headings, lists, and stretches of text in one weight."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


class ListStyle(StrEnum):
    """How the items of a list are marked; the value is the first mark."""

    BULLETS = "-"
    NUMBERS = "1."
    BRACKETED_NUMBERS = "1)"
    LETTERS = "a)"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item and the lists that stand under it."""

    runs: tuple[Run, ...]
    inner: "tuple[List, ...]" = ()


@dataclass(frozen=True, slots=True)
class List:
    """A list; `start` is the number of its first item ("c)" is 3), 1 for bullets."""

    style: ListStyle
    items: tuple[ListItem, ...]
    start: int = 1

    def mark(self, index: int) -> str:
        """What stands before the item at `index`: "-", "2.", "2)" or "b)"."""
        number = self.start + index
        match self.style:
            case ListStyle.BULLETS:
                return "-"
            case ListStyle.LETTERS:
                return f"{chr(ord('a') + number - 1)})"
            case _:
                return f"{number}{self.style.value[-1]}"


Block = Heading | Paragraph | List


def plain_text(blocks: Iterable[Block]) -> str:
    """The words alone, one line for each paragraph and item."""
    return "\n".join(_words(blocks))


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs):
                yield "".join(run.text for run in runs)
            case List(_, items):
                for item in items:
                    yield "".join(run.text for run in item.runs)
                    yield from _words(item.inner)


def tidy_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same words with single spaces, none at the edges, none inside bold, neighbours joined."""
    joined: list[Run] = []
    for run in _spaces_out_of_bold(runs):
        text = re.sub(r"\s+", " ", run.text)
        before = joined[-1].text if joined else " "
        if before.endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            continue
        if joined and joined[-1].bold == run.bold:
            joined[-1] = Run(before + text, run.bold)
        else:
            joined.append(Run(text, run.bold))
    if joined and joined[-1].text.endswith(" "):
        last = joined.pop()
        if last.text != " ":
            joined.append(Run(last.text.rstrip(" "), last.bold))
    return tuple(joined)


def _spaces_out_of_bold(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        words = run.text.strip()
        if not run.bold or words == run.text:
            yield run
        elif not words:
            yield Run(run.text)
        else:
            before, after = run.text.split(words, 1)
            yield from (Run(before), Run(words, bold=True), Run(after))
