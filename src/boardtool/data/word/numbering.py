"""The numbers that Word counts itself: what stands before a paragraph that is in a list."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boardtool.data.word.gate import W, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = 26
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list: `label` is what Word prints ("25.", "a)"), "" for a bullet."""

    depth: int
    label: str


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """Counts as Word does, paragraph after paragraph; feed it the paragraphs in order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def place(self, number_id: str, depth: int) -> ListPlace | None:
        """The next paragraph of the list `number_id` at `depth`; None where it is in no list after all."""
        kind = self.list_of.get(number_id)
        if kind is None or not 0 <= depth <= _DEEPEST:
            return None
        level = self.levels[kind].get(depth, _Level(form="none"))
        self._count(number_id, kind, depth, level)
        if level.form in {"bullet", "none"}:
            return ListPlace(depth, "") if level.form == "bullet" else None
        return ListPlace(depth, self._printed(kind, level))

    def _count(self, number_id: str, kind: str, depth: int, level: _Level) -> None:
        start = level.start
        begins = (number_id, depth) in self.starts and (number_id, depth) not in self._begun
        if begins:  # this list restarts a count that others of its kind share
            self._begun.add((number_id, depth))
            start = self.starts[number_id, depth]
        fresh = begins or (kind, depth) not in self._counts
        self._counts[kind, depth] = start if fresh else self._counts[kind, depth] + 1
        for deeper in range(depth + 1, _DEEPEST + 1):
            self._counts.pop((kind, deeper), None)

    def _printed(self, kind: str, level: _Level) -> str:
        label = level.text
        for depth in range(_DEEPEST, -1, -1):
            mark = f"%{depth + 1}"
            if mark in label:
                other = self.levels[kind].get(depth, _Level())
                count = self._counts.get((kind, depth), other.start)
                label = label.replace(mark, _in_form(count, other.form))
        return label.strip()


def read_numbering(root: "_Element | None") -> Numbering:
    """The lists that a document declares."""
    numbering = Numbering()
    if root is None:
        return numbering
    for kind in root.findall(f"{W}abstractNum"):
        levels = {whole_number(level, "ilvl", 0): _level(level) for level in kind.findall(f"{W}lvl")}
        numbering.levels[_value(kind, "abstractNumId")] = levels
    for number in root.findall(f"{W}num"):
        kind_of = number.find(f"{W}abstractNumId")
        if kind_of is None or _value(kind_of, "val") not in numbering.levels:
            continue
        number_id = _value(number, "numId")
        numbering.list_of[number_id] = _value(kind_of, "val")
        for override in number.findall(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                depth = whole_number(override, "ilvl", 0)
                numbering.starts[number_id, depth] = whole_number(start, "val", 1)
    return numbering


def _level(element: "_Element") -> _Level:
    start, form, text = (element.find(f"{W}{name}") for name in ("start", "numFmt", "lvlText"))
    return _Level(
        start=whole_number(start, "val", 0),
        form=_value(form, "val") if form is not None else "decimal",
        text=_value(text, "val") if text is not None else "",
    )


def _value(element: "_Element", name: str) -> str:
    return element.get(f"{W}{name}", "0")


def _in_form(count: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            repeated, letter = divmod(max(count, 1) - 1, _LETTERS)
            written = chr(ord("a") + letter) * (repeated + 1)
        case "lowerRoman" | "upperRoman":
            written = _roman(count)
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)
    return written.upper() if form.startswith("upper") else written


def _roman(count: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            written += letters
            count -= worth
    return written
