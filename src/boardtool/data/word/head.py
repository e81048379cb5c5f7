"""The first page of minutes: what met, when, where, and who was there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from boardtool.data.word.lines import Line, Row
from boardtool.data.word.people import (
    TIME,
    clock_or_none,
    is_by_video,
    read_named,
    read_people,
    read_people_in_line,
    read_person,
)
from boardtool.domain.dates import mentioned_date
from boardtool.domain.markdown import Run
from boardtool.domain.minutes_read import ReadPerson

_SECTIONS = {
    "present": re.compile(
        r"(?:board |voting )?(?:members? |councillors )?present|attendance|(?:board |voting )?members"
        r"|(?:board |voting )?(?:members? |councillors )in attendance|attendees",
        re.IGNORECASE,
    ),
    "officers": re.compile(
        r"(?:council )?officers?(?: (?:present|in attendance))?|in attendance|non-voting.*"
        r"|(?:also |others |other people )(?:present|attending|in attendance)|observers?|guests?|advisers?",
        re.IGNORECASE,
    ),
    "apologies": re.compile(
        r"apolog(?:y|ies)(?: (?:for (?:absence|non-attendance)|received))?(?: received)?", re.IGNORECASE
    ),
    "absent": re.compile(r"absent|not present|non-attendance", re.IGNORECASE),
}
_LABELLED = re.compile(
    r"(?P<label>date|time|venue|place|location|held at|held in|held on)\s*[:\t-]?\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:held|took place)\s+(?:at|in|on)\s+(?P<place>\S.*)", re.IGNORECASE | re.DOTALL)
_MEETS = re.compile(r"\b(?:board|committee|group|partnership|forum|panel|cabinet)\b", re.IGNORECASE)
_COLUMN_WORDS = {"name", "post", "role", "title", "organisation", "representing", "job title", "position",
                 "post or organisation", "attended", "attendance", "member", "listed as"}  # fmt: skip
_WAS_THERE = {
    "present": {"yes", "y", "present", "attended", "in attendance", "\u2713", "\u2714"},
    "apologies": {"apologies", "apologies received", "apols", "apologies given"},
    "absent": {"no", "n", "absent", "not present", "did not attend"},
}
_WORDS_OF_A_SENTENCE = 3
_NOBODY = re.compile(r"\b(?:were|was|had been|have been|received|none|nil|noted)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\b(?:were|was|had been|received|none)\b", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What the first page says; `people` by their list, `headed` the tables with headings."""

    title: str = ""
    day: date | None = None
    start: str | None = None
    place: str = ""
    people: dict[str, list[ReadPerson]] = field(default_factory=lambda: {name: [] for name in _SECTIONS})
    headed: set[int] = field(default_factory=set)


def read_head(content: Sequence[Line | Row], until: int) -> Head:
    """Read everything before the first minute (`until`)."""
    head = Head()
    section = ""
    opening: list[Line] = []
    for index, part in enumerate(content[:until]):
        if isinstance(part, Row):
            section = _read_row(part, section, head)
            continue
        for line in _split(part):
            began = _section_of(line, content[index + 1 : until])
            if began is not None:
                section, rest = began
                head.people[section].extend(read_people_in_line(rest, part.number))
            elif section:
                _add(head, section, line.text, part.number)
            else:
                opening.append(line)
    _read_opening(head, opening)
    return head


def read_list_under(head: Head, heading: str, content: Sequence[Line | Row]) -> None:
    """Read the list of people that stands under a minute's heading ("1. Present"), where no other gave one.

    A sentence of apologies is no list.
    """
    began = _section_of(Line(0, (Run(heading),)), ())
    if began is None or head.people[began[0]]:
        return
    section = began[0]
    for part in content:
        if isinstance(part, Row):
            section = _read_row(part, section, head)
            continue
        for line in _split(part):
            if not _NOBODY.search(line.text) and not line.text.rstrip().endswith("."):
                _add(head, section, line.text, line.number)


def after_the_lists(content: Sequence[Line | Row]) -> int:
    """Where the last list of people begins, plus one: the first heading after it is that of a minute."""
    after = 0
    for index, part in enumerate(content):
        if isinstance(part, Row):
            first = next((line for cell in part.cells for line in cell if line.text.strip()), None)
            after = index + 1 if after == index or (first and _section_of(first, ())) else after
        elif _section_of(part, content[index + 1 :]) is not None:
            after = index + 1
        elif after and part.text.rstrip().endswith(".") and len(part.text.split()) >= _WORDS_OF_A_SENTENCE:
            break
    return after


def _split(line: Line) -> list[Line]:
    """One line for each line break; most have none."""
    if "\n" not in line.text:
        return [line]
    return [
        Line(line.number, (Run(text, line.bold),), line.level, line.place)
        for text in line.text.split("\n")
        if text.strip()
    ]


def _section_of(line: Line, following: Sequence[Line | Row]) -> tuple[str, str] | None:
    """The list that a line begins, and who stands on the line itself ("Present: Councillor A")."""
    words = line.text.strip()
    label, colon, rest = words.partition(":")
    for name, form in _SECTIONS.items():
        if form.fullmatch(label.strip(" -.")) is None:
            continue
        if name == "apologies" and not colon and _next_is_a_sentence(following):
            return None
        return name, rest.strip(" -")
    return None


def _next_is_a_sentence(following: Sequence[Line | Row]) -> bool:
    """Whether what comes next is a minute's narrative, not a list of names."""
    told = next((part for part in following if isinstance(part, Row) or part.text.strip()), None)
    return isinstance(told, Line) and _SENTENCE.search(told.text) is not None


def _add(head: Head, section: str, words: str, paragraph: int) -> None:
    head.people[section].extend(read_people(words, paragraph))


def _read_row(row: Row, section: str, head: Head) -> str:
    """Somebody from a row of a table, or the list that the row begins."""
    cells = [[line for whole in cell for line in _split(whole) if line.text.strip()] for cell in row.cells]
    filled = [cell for cell in cells if cell]
    if not filled:
        return section
    first = filled[0][0]
    words = [" ".join(line.text.strip() for line in cell) for cell in cells]
    began = _section_of(first, ()) if len(filled[0]) == 1 else None
    if all(word.lower().strip(" :") in _COLUMN_WORDS for word in words[began is not None :] if word) and any(
        words[began is not None :]
    ):
        head.headed.add(row.table)
        return began[0] if began is not None else section or "present"
    if began is not None:
        section = began[0]
        for line in (line for cell in filled[1:] for line in cell):
            _add(head, section, line.text, line.number)
        return section
    if (labelled := _LABELLED.fullmatch("\t".join(words).strip())) is not None and not section:
        _read_labelled(head, labelled)
        return section
    if section and row.table in head.headed:
        _add_by_column(head, section, words, first.number)
    elif section and len(filled) == 1:
        for line in filled[0]:
            _add(head, section, line.text, line.number)
    elif section:
        post = ", ".join(word for word in words[1:] if word)
        person = read_person(words[0], post, first.number)
        head.people[section].extend([person] if person else [])
    return section


def _add_by_column(head: Head, section: str, words: Sequence[str], paragraph: int) -> None:
    """Somebody from a table with headings: the name whole ("Chair, Local Medical Committee"), then the post.

    A last column may say how they were there ("Yes", "Apologies", "By Teams").
    """
    name, *others = words
    last = others[-1] if others else ""
    there = next((kind for kind, said in _WAS_THERE.items() if last.lower().strip(" .") in said), None)
    by_video = is_by_video(last)
    posts = others[:-1] if there or by_video else others
    person = read_named(name, ", ".join(filter(None, posts)), paragraph)
    if person is not None:
        person = replace(person, by_video=person.by_video or by_video)
        head.people[there if there and section == "present" else section].append(person)


def _read_opening(head: Head, lines: Sequence[Line]) -> None:
    for line in lines:
        words = " ".join(line.text.split())
        if (labelled := _LABELLED.fullmatch(line.text.strip())) is not None:
            _read_labelled(head, labelled)
        head.day = head.day or mentioned_date(words)
        head.start = head.start or _time_in(words)
        if (
            not head.place
            and (held := _HELD.search(words)) is not None
            and mentioned_date(held["place"]) is None
        ):
            head.place = held["place"].strip().rstrip(".")
    headings = [line for line in lines if line.level == 1] or [
        line for line in lines if _MEETS.search(line.text)
    ]
    chosen = next(iter(headings or [line for line in lines if line.text.strip()]), None)
    head.title = " ".join(chosen.text.split()) if chosen else ""


def _read_labelled(head: Head, labelled: re.Match[str]) -> None:
    value = " ".join(labelled["value"].split())
    match labelled["label"].lower():
        case "date" | "held on":
            head.day = head.day or mentioned_date(value)
        case "time":
            head.start = head.start or _time_in(value)
        case _:
            head.place = head.place or value.rstrip(".")


def _time_in(words: str) -> str | None:
    found = re.search(rf"(?<![\d/])(?:{TIME})", words, re.IGNORECASE)
    return clock_or_none(found[0]) if found else None
