"""Which column is meant by which heading, as people vary, misspell and break headings."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, lru_cache

from boardtool.domain.text import clean_line, folded

EXACT = 1.0
ASKED_FOR = 2.0
_WITHOUT_BRACKETS = 0.97
_LEAST_LIKE = 0.86
_SHORTEST_FOR_LIKENESS = 5
_MOST_LETTERS_APART = 2
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class WantedField:
    """A column that is looked for: our name of it, and the headings that people give it."""

    name: str
    headings: tuple[str, ...]
    required: bool = False


def wanted_field(name: str, headings: str, *, required: bool = False) -> WantedField:
    """A wanted column, its headings in one line: "action no; number"."""
    return WantedField(name, tuple(headings.split("; ")), required)


def _never(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A table that is looked for; `what` names it in sentences ("action log").

    `key` is the field that tells rows apart, and `looks_like_key` whether a lone text in its column is one
    (a row that lacks the rest) rather than a heading or a note.
    """

    what: str
    fields: tuple[WantedField, ...]
    key: str
    looks_like_key: Callable[[str], bool] = _never


@dataclass(frozen=True, slots=True)
class Matched:
    """Which columns of a row are headings of what: field to column, and what remains open.

    `rivals` are fields for which several columns fit equally well, `unused` headings that fit nothing.
    """

    columns: Mapping[str, int]
    headings: Mapping[str, str]
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.missing and len(self.columns) + len(self.rivals) > 1


@lru_cache(maxsize=8192)  # one text is asked about for many rows and fields
def likeness(heading: str, wanted: WantedField) -> float:
    """How well a heading fits a field, from 0 (not) to 1 (word for word); "#" is read as "no"."""
    written = folded(heading.replace("#", " no "))
    bare = folded(_BRACKETS.sub(" ", heading)) if _BRACKETS.search(heading) else written
    best = 0.0
    for accepted in _accepted(wanted):
        if written == accepted:
            return EXACT
        if bare == accepted:
            best = max(best, _WITHOUT_BRACKETS)
        elif _may_be_like(written, accepted):
            ratio = SequenceMatcher(None, written, accepted).ratio()
            best = max(best, ratio if ratio >= _LEAST_LIKE else 0.0)
    return best


@cache
def _accepted(wanted: WantedField) -> tuple[str, ...]:
    return tuple(map(folded, wanted.headings))


def is_word_of(text: str, fields: Iterable[WantedField]) -> bool:
    """Whether a text is, word for word, a heading of some field: the cheap question before the dear one."""
    return len(text) <= _LONGEST_HEADING and folded(text) in _all_accepted(tuple(fields))


@cache
def _all_accepted(fields: tuple[WantedField, ...]) -> frozenset[str]:
    return frozenset(accepted for one in fields for accepted in _accepted(one))


def _may_be_like(written: str, accepted: str) -> bool:
    """Whether a misspelling is thinkable: long enough, of nearly one length, and beginning alike."""
    return (
        min(len(written), len(accepted)) >= _SHORTEST_FOR_LIKENESS
        and abs(len(written) - len(accepted)) <= _MOST_LETTERS_APART
        and written[:1] == accepted[:1]
    )


def match_headings(
    texts: Mapping[int, Sequence[str]], fields: Iterable[WantedField], asked: Mapping[str, str]
) -> Matched:
    """Finds the column of each field among the texts that could be a column's heading.

    `texts` gives, by column, the ways to read its heading (alone, or joined with the row below). `asked` are
    the headings that the person named for a field.
    """
    wanted = tuple(fields)
    shown = {column: clean_line(readings[0]) for column, readings in texts.items()}
    scores = [
        (score, one.name, column)
        for one in wanted
        for column, readings in texts.items()
        if (score := _score(readings, one, asked.get(one.name)))
    ]
    columns: dict[str, int] = {}
    rivals: dict[str, tuple[str, ...]] = {}
    for score, name, column in sorted(scores, key=lambda found: (-found[0], found[2])):
        if name in columns or name in rivals or column in columns.values():
            continue
        equal = [other for rank, field_name, other in scores if field_name == name and rank == score]
        equal = [other for other in equal if other not in columns.values()]
        if len(equal) > 1:
            rivals[name] = tuple(f"{shown[other]}" for other in equal)
        else:
            columns[name] = column
    found = set(columns) | set(rivals)
    used = {*columns.values()}
    return Matched(
        columns=columns,
        headings={name: shown[column] for name, column in columns.items()},
        rivals=rivals,
        unused=tuple(text for column, text in shown.items() if column not in used and text),
        missing=tuple(one.name for one in wanted if one.required and one.name not in found),
    )


def _score(readings: Sequence[str], wanted: WantedField, asked: str | None) -> float:
    short = [reading for reading in readings if len(reading) <= _LONGEST_HEADING]
    if asked is not None:
        return ASKED_FOR if any(folded(reading) == folded(asked) for reading in short) else 0.0
    return max((likeness(reading, wanted) for reading in short), default=0.0)
