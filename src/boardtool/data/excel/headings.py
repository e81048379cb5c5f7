"""Which column is meant by which heading, as people vary, misspell and break headings."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, lru_cache

from boardtool.domain.text import clean_line, folded

EXACT = 1.0
ASKED_FOR = 2.0
_WITHOUT_BRACKETS = 0.97
_AT_A_PINCH = 0.9
_LEAST_LIKE = 0.86
_SHORTEST_FOR_LIKENESS = 5
_MOST_LETTERS_APART = 2
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class WantedField:
    """A column that is looked for: our name of it, and the headings that people give it.

    `pinch` are headings that mean it only where no other column does ("Item", beside a "No."). `parts` are
    fields whose texts make it together where it has no column of its own (first name and surname).
    """

    name: str
    headings: tuple[str, ...]
    required: bool = False
    pinch: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def wanted_field(
    name: str, headings: str, *, required: bool = False, pinch: str = "", parts: tuple[str, ...] = ()
) -> WantedField:
    """A wanted column, its headings in one line: "action no; number"."""
    return WantedField(
        name, tuple(headings.split("; ")), required, tuple(filter(None, pinch.split("; "))), parts
    )


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


@lru_cache(maxsize=8192)  # a text may stand in many rows
def likeness(heading: str, fields: tuple[WantedField, ...]) -> Mapping[str, float]:
    """How well a heading fits each field that it fits at all, from 0 to 1 (word for word); "#" means "no"."""
    words = heading.replace("#", " no ")
    written, bare = folded(words), folded(_BRACKETS.sub(" ", words))
    scores: dict[str, float] = {}
    for accepted, name, most in _beginning_with(fields).get(written[:1], ()):
        score = (
            EXACT
            if written == accepted
            else _WITHOUT_BRACKETS
            if bare == accepted
            else _ratio(written, accepted)
        )
        score = min(score, most)
        if score > scores.get(name, 0.0):
            scores[name] = score
    return scores


def is_word_of(text: str, fields: tuple[WantedField, ...]) -> bool:
    """Whether a text is, word for word, a heading of some field: the cheap question before the dear one."""
    if len(text) > _LONGEST_HEADING:
        return False
    written = folded(text)
    return any(written == accepted for accepted, *_ in _beginning_with(fields).get(written[:1], ()))


@cache
def _beginning_with(fields: tuple[WantedField, ...]) -> Mapping[str, Sequence[tuple[str, str, float]]]:
    """By first letter (a misspelt heading still begins alike), each heading, its field, its highest score."""
    by_letter: dict[str, list[tuple[str, str, float]]] = {}
    for one in fields:
        for headings, most in ((one.headings, EXACT), (one.pinch, _AT_A_PINCH)):
            for accepted in map(folded, headings):
                by_letter.setdefault(accepted[:1], []).append((accepted, one.name, most))
    return by_letter


def _ratio(written: str, accepted: str) -> float:
    """How like a misspelt text is, 0 where it is too short, too different in length, or not like enough."""
    if min(len(written), len(accepted)) < _SHORTEST_FOR_LIKENESS:
        return 0.0
    if abs(len(written) - len(accepted)) > _MOST_LETTERS_APART:
        return 0.0
    match = SequenceMatcher(None, written, accepted, autojunk=False)
    if match.quick_ratio() < _LEAST_LIKE:
        return 0.0
    ratio = match.ratio()
    return ratio if ratio >= _LEAST_LIKE else 0.0


def match_headings(
    texts: Mapping[int, Sequence[str]], fields: tuple[WantedField, ...], asked: Mapping[str, str]
) -> Matched:
    """Finds the column of each field among the texts that could be a column's heading.

    `texts` gives, by column, the ways to read its heading (alone, or joined with the row below). `asked` are
    the headings that the person named for a field.
    """
    shown = {column: clean_line(readings[0]) for column, readings in texts.items()}
    scores = [
        (score, name, column)
        for column, readings in texts.items()
        for name, score in _scores(readings, fields, asked).items()
    ]
    columns: dict[str, int] = {}
    rivals: dict[str, list[int]] = {}
    for score, name, column in sorted(scores, key=lambda found: (-found[0], found[2])):
        if name in columns or name in rivals or column in columns.values():
            continue
        equal = [other for rank, field_name, other in scores if field_name == name and rank == score]
        equal = [other for other in equal if other not in columns.values()]
        if len(equal) > 1:
            rivals[name] = equal
        else:
            columns[name] = column
    rivals = _still_rivals(rivals, columns)
    found = set(columns) | set(rivals)
    used = {*columns.values()}
    return Matched(
        columns=columns,
        headings={name: shown[column] for name, column in columns.items()},
        rivals={name: tuple(shown[other] for other in equal) for name, equal in rivals.items()},
        unused=tuple(text for column, text in shown.items() if column not in used and text),
        missing=tuple(one.name for one in fields if one.required and not _is_found(one, found)),
    )


def _still_rivals(rivals: Mapping[str, list[int]], columns: dict[str, int]) -> dict[str, list[int]]:
    """The rivals that are left once other fields have taken their columns; the last one of several is it."""
    left: dict[str, list[int]] = {}
    for name, equal in rivals.items():
        still = [column for column in equal if column not in columns.values()]
        if len(still) == 1:
            columns[name] = still[0]
        elif still:
            left[name] = still
    return left


def _is_found(one: WantedField, found: set[str]) -> bool:
    return one.name in found or (bool(one.parts) and found.issuperset(one.parts))


def _scores(
    readings: Sequence[str], fields: tuple[WantedField, ...], asked: Mapping[str, str]
) -> Mapping[str, float]:
    """How well a column fits the fields; a field whose heading the person named fits by that name alone."""
    short = [reading for reading in readings if len(reading) <= _LONGEST_HEADING]
    best: dict[str, float] = {}
    for reading in short:
        for name, score in likeness(reading, fields).items():
            if name not in asked:
                best[name] = max(score, best.get(name, 0.0))
    for name, heading in asked.items():
        if any(folded(reading) == folded(heading) for reading in short):
            best[name] = ASKED_FOR
    return best
