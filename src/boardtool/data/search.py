"""Finding by words: what was written, by the index of the store; people and meetings, by name and date.

Words are as a person types them: all must be there, the last letters of each may be missing, accents and
signs do not matter, and nothing typed is ever an error.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from sqlalchemy import text

from boardtool.data import meetings, people
from boardtool.data.search_index import INDEX, SOURCES
from boardtool.data.store import Reading
from boardtool.data.tables import BOARD
from boardtool.domain.dates import weekday_date
from boardtool.domain.hits import Hit, HitKind
from boardtool.domain.text import clean_line, folded

MOST = 50
_NAMED = 8  # of the meetings and the people that fit, so that they never hide what was written
_WORD = re.compile(r"[^\W_]+")


def search(reading: Reading, words: str, *, board_code: str | None = None, most: int = MOST) -> list[Hit]:
    """What fits all words, at most `most`: a few meetings and people by name, then what was written.

    A board's code leaves only what is of that board, so no people.
    """
    typed = clean_line(words)
    if not _WORD.search(typed):
        return []
    code = None if board_code is None else board_code.strip().upper()
    met = islice(_meetings(reading, typed, code), _NAMED)
    known = islice(_people(reading, typed), _NAMED) if code is None else ()
    hits = [*met, *known, *_written(reading, typed, code, most)]
    return [replace(hit, rank=place) for place, hit in enumerate(hits[:most], start=1)]


def match_expression(typed: str) -> str:
    """What was typed, as a question to the index: every word quoted, and free to go on ("car fun")."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(typed))


def _written(reading: Reading, typed: str, code: str | None, most: int) -> list[Hit]:
    found: list[tuple[float, Hit]] = []
    asked = {"words": match_expression(typed)}
    for source, hit in SOURCES:
        query = source.where(text("search MATCH :words"))
        if code is not None:
            query = query.where(BOARD.c.code == code)
        rows = reading.execute(query.order_by(INDEX.c.rank).limit(most), asked)
        found += [(row.rank, hit(row)) for row in rows]
    return [hit for _, hit in sorted(found, key=lambda ranked: ranked[0])]


def _meetings(reading: Reading, typed: str, code: str | None) -> Iterator[Hit]:
    """Meetings whose board and date fit the words, the newest first."""
    for meeting in reversed(meetings.every(reading)):
        shown = f"{meeting.board_name}, {weekday_date(meeting.date)}"
        if code in {None, meeting.board_code} and _fits(typed, f"{shown} {meeting.ref}"):
            yield Hit(
                HitKind.MEETING,
                meeting.ref,
                meeting.board_code,
                meeting.date,
                shown,
                row=meeting.id,
                meeting_id=meeting.id,
            )


def _people(reading: Reading, typed: str) -> Iterator[Hit]:
    for person in people.everyone(reading):
        if _fits(typed, f"{person.name} {person.post} {person.organisation}"):
            shown = ", ".join(filter(None, (person.name, person.post, person.organisation)))
            yield Hit(HitKind.PERSON, person.name, "", None, shown, row=person.id)


def _fits(typed: str, known_by: str) -> bool:
    """Whether every word typed begins a word of a name."""
    words = folded(known_by).split()
    return all(any(word.startswith(start) for word in words) for start in folded(typed).split())
