"""Minutes laid out as one table (number, item, action): its rows, turned into headings, lines and actions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from boardtool.data.word.headings import MinuteStart
from boardtool.data.word.lines import Line, Row, broken
from boardtool.domain.markdown import Run

_KINDS = {
    "number": {"no", "no.", "item no", "ref", "number", "#", "agenda item no", "minute no", "min no"},
    "item": {"item", "agenda item", "subject", "topic", "heading", "title", "agenda"},
    "notes": {
        *("discussion", "notes", "minute", "minutes", "discussion and decisions", "key points", "summary"),
        *("discussion/decision", "comments", "details", "detail", "discussion points", "update"),
    },
    "action": {
        *("action", "actions", "action required", "actions required", "action point", "action points"),
        *("action/decision", "decision/action", "actions agreed", "action by"),
    },
    "owners": {"owner", "owners", "lead", "by whom", "who", "responsible", "allocated to"},
    "due": {"due", "by when", "due date", "when", "deadline", "date due", "timescale", "date"},
}
_NUMBER = re.compile(r"(?:item\s+)?(?P<main>\d{1,4})(?:[.\-/](?P<sub>\d{1,3}))?[.):]?", re.IGNORECASE)
_TITLED = re.compile(r"(?P<title>[^:\n]{3,60}):\s+(?P<rest>\S.*)", re.DOTALL)
_TO_DO = re.compile(r"[A-Z][^.:;]{0,80}? to [a-z].+", re.DOTALL)
_SIGNED = re.compile(
    r"(?P<text>\S.{8,}?)\s*[-\u2013\u2014(\[]\s*(?P<owners>[A-Z]{2,4}(?:\s*[/,&]\s*[A-Z]{2,4})*)[)\]]?\.?",
    re.DOTALL,
)
_NOTHING = re.compile(r"none\.?|n/?a\.?|nil\.?|[-\u2013\u2014]|no actions?\.?", re.IGNORECASE)
_HALF = 0.5  # of the letters after the lists of people: else the table is a detail of other minutes
_LONGEST_HEADING = 120
_ACTION_HEADING = ("Action No", "Action", "Owner", "Due")


@dataclass(slots=True)
class TableMinutes:
    """The document with its table told as lines, and where each minute begins."""

    content: list[Line | Row] = field(default_factory=list)
    starts: list[MinuteStart] = field(default_factory=list)


def minutes_in_table(content: Sequence[Line | Row], after: int) -> TableMinutes | None:
    """The minutes of a document that are rows of a table; None where they stand otherwise.

    They are weighed against everything from `after` (after the attendance lists) on.
    """
    for index, part in enumerate(content):
        if isinstance(part, Row) and (columns := _columns(part)) is not None:
            if not _outweighs(content[index:], content[min(after, index) :]):
                return None
            reader = _Reader(columns, part, content)
            reader.read(index)
            return reader.told if reader.told.starts else None
    return None


def _columns(row: Row) -> dict[str, int] | None:
    """Which column is which, where the row heads minutes: an item, and what was said or is to be done."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        words = _words(cell).casefold().strip(" .:")
        kind = next((kind for kind, known in _KINDS.items() if words in known), None)
        if kind is not None:
            columns.setdefault(kind, index)
    if "item" not in columns and "notes" in columns and "number" in columns:
        columns["item"] = columns.pop("notes")
    has_item = "item" in columns and ("action" in columns or "notes" in columns)
    return columns if has_item else None


def _outweighs(table: Sequence[Line | Row], everything: Sequence[Line | Row]) -> bool:
    within = sum(_length(part) for part in table if isinstance(part, Row))
    return within >= _HALF * sum(map(_length, everything))


def _length(part: Line | Row) -> int:
    return len(part.text) if isinstance(part, Line) else sum(len(_words(cell)) for cell in part.cells)


class _Reader:
    """Goes down the rows; what is gathered of a minute is told when the next begins."""

    def __init__(self, columns: dict[str, int], head: Row, content: Sequence[Line | Row]) -> None:
        self.told = TableMinutes()
        self._columns = columns
        self._head = head
        self._content = content
        self._actions: list[tuple[Line, ...]] = []

    def read(self, index: int) -> None:
        for part in self._content[:index]:
            self.told.content.extend(_head_of(part))
        for part in self._content[index + 1 :]:
            if isinstance(part, Line):
                self._tell_actions()
                self.told.content.append(part)
            elif _texts(part) != _texts(self._head):  # else the heading, said again on another page
                self._read_row(part)
        self._tell_actions()

    def _read_row(self, row: Row) -> None:
        cells = self._aligned(row)
        if cells is None:
            self._read_odd_row(row)
            return
        number = _NUMBER.fullmatch(_words(self._at(cells, "number")))
        item, notes = self._at(cells, "item"), self._at(cells, "notes")
        if "number" not in self._columns:
            number, item = _numbered(item)
        if self._goes_on(number, item):
            notes = (*item, *notes)
        else:
            notes = (*self._begin(number, item, untold=not notes), *notes)
        self.told.content.extend(notes)
        self._gather_actions(cells)

    def _aligned(self, row: Row) -> tuple[tuple[Line, ...], ...] | None:
        """The cells, column by column; a number that reaches down over several rows is in the first alone."""
        missing = len(self._head.cells) - len(row.cells)
        if missing == 0:
            return row.cells
        return ((), *row.cells) if missing == 1 and self._columns.get("number") == 0 else None

    def _at(self, cells: Sequence[tuple[Line, ...]], kind: str) -> tuple[Line, ...]:
        index = self._columns.get(kind)
        return () if index is None else _lines(cells[index])

    def _goes_on(self, number: re.Match[str] | None, item: Sequence[Line]) -> bool:
        """Whether a row belongs to the minute before: without number or item, or a part of it ("3.2")."""
        if not self.told.starts:
            return False
        if number is None:
            return not item or ("number" in self._columns and "notes" not in self._columns)
        return number["sub"] is not None and int(number["main"]) == self.told.starts[-1].number

    def _begin(
        self, number: re.Match[str] | None, item: tuple[Line, ...], *, untold: bool
    ) -> tuple[Line, ...]:
        """Begin a minute with its heading; what of the item's cell is no heading is given back."""
        self._tell_actions()
        heading, rest = _heading_of(item, untold=untold)
        place = item[0].number if item else 0
        at = len(self.told.content)
        figure = int(number["main"]) if number else None
        self.told.starts.append(MinuteStart(at, figure, heading or f"Item {figure or ''}".strip(), place))
        self.told.content.append(Line(place, (Run(heading, bold=True),)))
        return rest

    def _read_odd_row(self, row: Row) -> None:
        """A row over the whole table is a heading of its own; any other odd one stays a row of the minute."""
        filled = [_lines(cell) for cell in row.cells if _words(cell)]
        if len(filled) == 1:
            numbered = re.match(rf"{_NUMBER.pattern}\s+(?=\S)", filled[0][0].text.strip(), re.IGNORECASE)
            if numbered is None and (len(filled[0]) > 1 or not filled[0][0].bold):
                self.told.content.extend(filled[0])
                return
            first = filled[0][0]
            words = first.text.strip()[numbered.end() :] if numbered else first.text.strip()
            named = (Line(first.number, (Run(words, bold=True),)), *filled[0][1:])
            self.told.content.extend(self._begin(numbered, named, untold=False))
        elif filled and self.told.starts:
            self.told.content.append(row)

    def _gather_actions(self, cells: Sequence[tuple[Line, ...]]) -> None:
        lines = self._at(cells, "action")
        all_owners, all_due = (self._beside(cells, kind, len(lines)) for kind in ("owners", "due"))
        for line, owners, due in zip(lines, all_owners, all_due, strict=True):
            words = " ".join(line.text.split())
            if _NOTHING.fullmatch(words):
                continue
            if owners and (len(words.split()) > 1 or due):
                self._actions.append(_action(line.number, words, owners, due))
            elif _TO_DO.fullmatch(words):
                self._note(line, f"Action: {words}")
            elif (signed := _SIGNED.fullmatch(words)) is not None:
                self._actions.append(_action(line.number, signed["text"], signed["owners"], due))
            elif len(words.split()) > 3:  # noqa: PLR2004 - fewer words are somebody's name, not a thing to do
                self._actions.append(_action(line.number, words, owners, due))
            else:
                self._note(line, f"Action: {words}")

    def _beside(self, cells: Sequence[tuple[Line, ...]], kind: str, count: int) -> list[str]:
        """What stands beside each of so many actions: line for line, or the same for all of them."""
        cell = self._at(cells, kind)
        if len(cell) == count:
            return [_words((line,)) for line in cell]
        return [_words(cell)] * count

    def _note(self, line: Line, words: str) -> None:
        self.told.content.append(Line(line.number, (Run(words),)))

    def _tell_actions(self) -> None:
        """The actions of a minute as a table of their own, as other minutes have one under each."""
        if self._actions:
            table = -len(self.told.starts)
            heads = tuple((Line(0, (Run(words),)),) for words in _ACTION_HEADING)
            rows = (heads, *(tuple((line,) for line in action) for action in self._actions))
            self.told.content.extend(Row(cells, table) for cells in rows)
            self._actions = []


def _head_of(part: Line | Row) -> tuple[Line | Row, ...]:
    """What stands before the minutes; a row that is one cell over the whole table is lines like any other."""
    if isinstance(part, Line):
        return (part,)
    filled = [_lines(cell) for cell in part.cells if _words(cell)]
    return filled[0] if len(filled) == 1 else (part,)


def _numbered(item: tuple[Line, ...]) -> tuple[re.Match[str] | None, tuple[Line, ...]]:
    """The number that an item begins with, and the item without it: "3. Finance"."""
    if not item:
        return None, item
    first, *rest = item[0].text.strip().split(" ", 1)
    if not rest or (number := _NUMBER.fullmatch(first)) is None or not first.endswith((".", ")", ":")):
        return None, item
    return number, (Line(item[0].number, (Run(rest[0], item[0].bold),)), *item[1:])


def _action(paragraph: int, text: str, owners: str, due: str) -> tuple[Line, ...]:
    return tuple(Line(paragraph, (Run(words),)) for words in ("", text, owners, due))


def _heading_of(item: tuple[Line, ...], *, untold: bool) -> tuple[str, tuple[Line, ...]]:
    """The heading in an item's cell, and the lines after it.

    It is the bold beginning, else the first line; of a lone line that tells the whole (`untold` elsewhere)
    the words before a colon, else its beginning, and then the line itself follows.
    """
    if not item:
        return "", ()
    first, rest = item[0], item[1:]
    bold, plain = _bold_beginning(first)
    if bold and plain:
        return bold, (Line(first.number, plain), *rest)
    words = " ".join(first.text.split())
    if rest or first.bold or not untold:
        return (words, rest) if len(words) <= _LONGEST_HEADING else (_shortened(words), item)
    if (titled := _TITLED.fullmatch(words)) is not None:
        return titled["title"], (Line(first.number, (Run(titled["rest"]),)),)
    return (words, ()) if len(words) <= _LONGEST_HEADING // 2 else (_shortened(words), item)


def _bold_beginning(line: Line) -> tuple[str, tuple[Run, ...]]:
    """The bold words that a line begins with, and its other runs."""
    runs = [run for run in line.runs if run.text]
    count = next((place for place, run in enumerate(runs) if not run.bold), len(runs))
    bold = " ".join("".join(run.text for run in runs[:count]).split()).rstrip(" :.-\u2013")
    rest = tuple(runs[count:])
    return bold, rest if "".join(run.text for run in rest).strip() else ()


def _shortened(words: str) -> str:
    return words[: _LONGEST_HEADING // 2].rpartition(" ")[0].rstrip(" ,.;:") + "…"


def _lines(cell: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a cell that say something, parted where they were broken by hand."""
    return tuple(
        line if "\n" not in line.text else Line(line.number, runs, line.level, line.place)
        for line in cell
        if line.text.strip()
        for runs in broken(line.runs)[: None if "\n" in line.text else 1]
    )


def _words(cell: Sequence[Line]) -> str:
    """What a cell says in one line, with the number that Word counts before it."""
    return " ".join(" ".join(line.words.split()) for line in cell if line.words).strip()


def _texts(row: Row) -> list[str]:
    return [_words(cell).casefold() for cell in row.cells]
