"""Who came and left while the meeting went on, and when it closed, from the sentences of minutes."""

import re
from collections.abc import Sequence

from boardtool.data.word.lines import Line
from boardtool.data.word.people import TIME, clock_or_none
from boardtool.domain.minutes_read import ReadPerson, ReadStamp
from boardtool.domain.text import folded, without_honorific

_MOVED = re.compile(
    rf"(?P<who>[^.;()\n]{{3,160}}?)\s+(?P<verb>left|departed|joined|re-?joined|arrived|entered|returned to)"
    rf"(?: (?:at|in))?(?: the)?(?: meeting| room| chamber)?,?(?: at)? (?P<at>{TIME})",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:\bmeeting (?:was )?(?:then |duly |formally )?"
    r"(?:closed|ended|concluded|finished|rose|declared closed)"
    r"|\b(?:closed|ended|concluded) the meeting|\bdeclared the meeting closed"
    r"|^(?:closed?|end(?:ed)?|finish(?:ed)?)(?: of (?:the )?meeting)?(?: time)?)(?: the meeting)?"
    rf"\s*[:\u2013-]?(?: at)?(?: approximately| about| around)?\s+(?P<at>{TIME})",
    re.IGNORECASE,
)
_SMALL = {"the", "of", "and", "for", "to", "at", "in", "a"}


def closing_time(line: Line) -> str | None:
    """The "HH:MM" of "There being no further business the meeting closed at 4.43pm."."""
    found = _CLOSED.search(line.words)
    return clock_or_none(found["at"]) if found else None


def stamps_in(line: Line, minute: int | None, people: Sequence[ReadPerson]) -> list[ReadStamp]:
    """Each coming and going that a line tells with its time."""
    stamps: list[ReadStamp] = []
    for found in _MOVED.finditer(line.words):
        at = clock_or_none(found["at"])
        if at is not None:
            who = found["who"].strip(" ,")
            left = found["verb"].lower() in {"left", "departed"}
            stamps.append(ReadStamp(who, _named(who, people), left, at, minute, line.number))
    return stamps


def _named(who: str, people: Sequence[ReadPerson]) -> str:
    """The one person present who has that name or, word for word, that post; "" where it is not just one."""
    told = folded(who)
    by_name = [person.name for person in people if folded(without_honorific(person.name)) in told]
    by_post = [person.name for person in people if person.post and _weighty(person.post) == _weighty(who)]
    found = by_name or by_post
    return found[0] if len(found) == 1 else ""


def _weighty(words: str) -> frozenset[str]:
    return frozenset(folded(words).split()) - _SMALL
