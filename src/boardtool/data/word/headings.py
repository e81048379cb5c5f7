"""Where each minute of a document begins, whatever its author took for a heading."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boardtool.data.word.lines import Line, Row
from boardtool.domain.dates import MONTHS

_NUMBERED = re.compile(
    r"(?:(?:agenda\s+)?(?:item|minute)(?:\s+no\.?)?\s+)?(?P<number>\d{1,4}(?:/\d{2})?)\s*[.):]?\s+(?:[-\u2013]\s+)?(?P<heading>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_CODED = re.compile(
    r"[A-Z]{2,8}[\s/.-]*(?:\d{2,4}[/.-])+(?P<number>\d{1,4})\s*[.):]?\s+(?:[-\u2013]\s+)?(?P<heading>\S.*)",
    re.DOTALL,
)
_A_MONTH = re.compile("(?:" + "|".join(MONTHS) + r")\b", re.IGNORECASE)
_RESOLVED = re.compile(r"(?:it was\s+)?resolved\b", re.IGNORECASE)
_LONGEST_HEADING = 200
_LABEL = re.compile(r"\d{1,4}(?:/\d{2})?[.):]?")
_ATTENDANCE = re.compile(r"^(councillor|cllr|dr|professor|prof|mr|mrs|ms|miss)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MinuteStart:
    """The heading of a minute: where it stands in the content, its number (None without) and its words."""

    index: int
    number: int | None
    heading: str
    paragraph: int


def minute_starts(content: Sequence[Line | Row], after: int) -> list[MinuteStart]:
    """The headings of the minutes, looked for from `after` (after the attendance lists) on.

    The strongest sign that the document uses decides: a numbered heading, a numbered bold line, an
    unnumbered heading, a bold line, a line with the next number. Where headings are numbered, a plain line
    with exactly the next number is one too: people forget the style.
    """
    for sign in (_numbered_heading, _numbered_bold):
        found = _found(content, sign, 0)
        if found:
            return _with_forgotten(content, found)
    plain = _consecutive(content, after)
    unnumbered = _found(content, _heading, after) or _found(content, _bold_line, after)
    return plain if len(plain) >= len(unnumbered) else unnumbered


def numbered(line: Line) -> tuple[int, str] | None:
    """The number and heading of a line that begins with a number, typed or counted by Word.

    Of a council's code it is the last figure: minute 15 is headed "HWB/22/15". A day is no number.
    """
    label = line.place.label if line.place else ""
    if label and _LABEL.fullmatch(label) and line.text.strip():
        return int(re.match(r"\d+", label)[0]), " ".join(line.text.split())  # type: ignore[index]  # it begins so
    found = _CODED.fullmatch(line.text.strip()) or _NUMBERED.fullmatch(line.text.strip())
    if found is None or label or _A_MONTH.match(found["heading"]):
        return None
    return int(found["number"].partition("/")[0]), " ".join(found["heading"].split())


_Sign = Callable[[Line], tuple[int | None, str] | None]


def _found(content: Sequence[Line | Row], sign: _Sign, after: int) -> list[MinuteStart]:
    found: list[MinuteStart] = []
    for index, part in enumerate(content):
        if index < after or not isinstance(part, Line) or len(part.text) > _LONGEST_HEADING:
            continue
        if (told := sign(part)) is not None:
            found.append(MinuteStart(index, told[0], told[1], part.number))
    return found


def _numbered_heading(line: Line) -> tuple[int | None, str] | None:
    return numbered(line) if line.level else None


def _numbered_bold(line: Line) -> tuple[int | None, str] | None:
    deep = line.place is not None and line.place.depth > 0
    return numbered(line) if line.bold and not deep else None


def _heading(line: Line) -> tuple[int | None, str] | None:
    return (None, " ".join(line.text.split())) if line.level and line.text.strip() else None


def _bold_line(line: Line) -> tuple[int | None, str] | None:
    words = " ".join(line.text.split())
    apart = line.place is not None or "\t" in line.text or words.endswith(":")
    if not line.bold or apart or _RESOLVED.match(words) or _ATTENDANCE.match(words) or words.isupper():
        return None
    return None, words


def _consecutive(content: Sequence[Line | Row], after: int) -> list[MinuteStart]:
    """Plain lines that count on, as "25. Apologies", "26. Requests"."""
    found: list[MinuteStart] = []
    for start in _found(content, _plain, after):
        if not found or start.number == (found[-1].number or 0) + 1:
            found.append(start)
    return found


def _plain(line: Line) -> tuple[int | None, str] | None:
    told = numbered(line)
    deep = line.place is not None and line.place.depth > 0
    if told is None or deep or line.text.rstrip().endswith((".", ";", ":", ",")):
        return None
    return told


def _with_forgotten(content: Sequence[Line | Row], found: list[MinuteStart]) -> list[MinuteStart]:
    """The headings, and plain lines between two of them that have just the number that is missing."""
    whole: list[MinuteStart] = []
    ends = [*found[1:], None]
    for start, following in zip(found, ends, strict=True):
        whole.append(start)
        end = following.index if following else len(content)
        wanted = start.number
        between = _found(content[:end], _plain, start.index + 1)
        for candidate in between:
            if wanted is not None and candidate.number == wanted + 1 != (
                following.number if following else None
            ):
                whole.append(candidate)
                wanted = candidate.number
    return whole
