"""How minutes name people: "Name (via Teams)<tab>Post", cells of a table, or a sentence of apologies."""

import re
from dataclasses import replace

from boardtool.domain.action_words import looks_like_a_person
from boardtool.domain.errors import CannotDoError
from boardtool.domain.minutes_read import ReadPerson
from boardtool.domain.text import clean_line, without_honorific
from boardtool.domain.times import read_clock

TIME = r"\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?\s?m\b\.?|hrs|noon)|\d{1,2}[.:]\d{2}"
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_POST_IN_BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<post>[^()]+)\)")
_COMMA_OUTSIDE = re.compile(r",(?![^()]*\))|\s(?:and|&)\s(?![^()]*\))")
_VIDEO = re.compile(
    r"(?:via|by|on|through|using|over)?\s*(?:MS |Microsoft )?"
    r"(?:teams|zoom|video(?: ?link)?|video ?conference)"
    r"|(?:joined )?virtual(?:ly)?|remote(?:ly)?|online|on-line",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"(?:in the )?chair(?:man|woman|person)?|chairing|presiding", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"(?:as |attending as )?(?:a )?"
    r"(?:sub(?:stitute|stituting)?|deputis(?:ing|ed)|deputy|standing in|on behalf of)\b"
    r"(?: for| of)?\s*(?P<name>.+)",
    re.IGNORECASE,
)
_LEFT = re.compile(rf"(?:until|left|to|departed)(?: the meeting)?(?: at)? (?P<at>{TIME})", re.IGNORECASE)
_CAME = re.compile(rf"(?:from|joined|arrived|since)(?: the meeting)?(?: at)? (?P<at>{TIME})", re.IGNORECASE)
_GAP = re.compile(r"\t+| {3,}")
_DASH = re.compile(r"\s+[-\u2013\u2014]\s+")
_APOLOGY = re.compile(
    r"\bapolog(?:y|ies)\b(?:\s+for\s+(?:absence|non-attendance|lateness))?\s+"
    r"(?:(?:was|were|had been|have been)\s+)?(?:received|given|submitted|noted|made|sent)?\s*"
    r"(?:from|by|on behalf of)\s*:?\s*(?P<people>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SEVERAL = re.compile(r"\s*(?:;|,|\band\b|&)\s*")
_SEVERAL_COUNCILLORS = re.compile(r"(?:councillors|cllrs)\s*:?\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:[;,]\s*(?:and\b)?|\band\b|&)\s*(?![^()]*\))")
_HONORED = re.compile(r"^(councillor|cllr|dr|professor|prof|mr|mrs|ms|miss|rev)\.?\s", re.IGNORECASE)


def read_person(words: str, post: str = "", paragraph: int = 0) -> ReadPerson | None:
    """Somebody from a line of a list; None where the line names nobody."""
    name, own_post = _split(words)
    return read_named(name, clean_line(post) or own_post, paragraph)


def is_by_video(words: str) -> bool:
    """Whether words say that somebody was there from afar ("via Teams")."""
    return _VIDEO.fullmatch(words.strip()) is not None


def read_named(name: str, post: str = "", paragraph: int = 0) -> ReadPerson | None:
    """Somebody whose name and post stand apart; None where nobody is named."""
    person = ReadPerson(name="", paragraph=paragraph)
    name, person = _marks(clean_line(name), person)
    shown, person = _marks(clean_line(post), person)
    if not re.search(r"[^\W\d_]", name):
        return None
    if not shown and (bracket := _POST_IN_BRACKETS.fullmatch(name)) is not None:
        name, shown = bracket["name"], bracket["post"]
    if _CHAIR.fullmatch(shown):
        person = replace(person, chairing=True)
    return replace(person, name=name.strip(" ,;:-"), post=shown.strip(" ,;"))


def read_people(words: str, paragraph: int = 0) -> list[ReadPerson]:
    """Everybody that a line of a list names: one with a post, some parted by ";", "Councillors A and B".

    Three or more names parted by commas, or two of which the second has a title, are as many people.
    """
    return _read_ones(words, 3, paragraph)


def read_people_in_line(words: str, paragraph: int = 0) -> list[ReadPerson]:
    """Everybody that stands behind a label: in "Present: Jon Carr, Amy Bee" two names are two people."""
    return _read_ones(words, 2, paragraph)


def _read_ones(words: str, fewest: int, paragraph: int) -> list[ReadPerson]:
    ones = [name for one in words.split(";") for name in _parted(one, fewest)]
    if (several := _SEVERAL_COUNCILLORS.match(words)) is not None:
        ones = [
            f"Councillor {name}" for name in _BETWEEN_NAMES.split(words[several.end() :].rstrip(" .")) if name
        ]
    read = (read_person(one, paragraph=paragraph) for one in ones)
    return [person for person in read if person is not None]


def _parted(words: str, fewest: int) -> list[str]:
    """The people that commas part, where every part is a name and there are enough of them; else one."""
    parts = [part.strip() for part in _COMMA_OUTSIDE.split(words.rstrip(" ."))]
    bare = [without_honorific(_BRACKET.sub("", part)) for part in parts]
    titled = len(parts) > 1 and all(_HONORED.match(part) for part in parts[1:])
    enough = len(parts) >= fewest or titled
    return parts if enough and all(map(looks_like_a_person, bare)) and not _GAP.search(words) else [words]


def _split(words: str) -> tuple[str, str]:
    """Name and post, parted by a tab, a dash, or the first comma outside brackets."""
    for gap in (_GAP, _DASH):
        parts = gap.split(words.strip(), maxsplit=1)
        if len(parts) > 1:
            return clean_line(parts[0]), clean_line(parts[1])
    depth = 0
    line = clean_line(words)
    for index, letter in enumerate(line):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            return line[:index], line[index + 1 :].strip()
    return line, ""


def _marks(words: str, person: ReadPerson) -> tuple[str, ReadPerson]:
    """Take out the brackets that say how somebody was there; others stay where they are."""
    for bracket in _BRACKET.finditer(words):
        told = person
        for mark in re.split(r"\s*[,;]\s*", bracket[1].strip()):
            told = _told(mark, told)
        if told != person:
            person = told
            words = words.replace(bracket[0], "", 1)
    return words.strip(), person


def _told(mark: str, person: ReadPerson) -> ReadPerson:
    if _VIDEO.fullmatch(mark):
        return replace(person, by_video=True)
    if _CHAIR.fullmatch(mark):
        return replace(person, chairing=True)
    if (stands_in := _SUBSTITUTE.fullmatch(mark)) is not None:
        return replace(person, substitute_for=stands_in["name"].strip())
    if (left := _LEFT.fullmatch(mark)) is not None:
        return replace(person, left_at=clock_or_none(left["at"]))
    if (came := _CAME.fullmatch(mark)) is not None:
        return replace(person, came_at=clock_or_none(came["at"]))
    return person


def clock_or_none(text: str) -> str | None:
    try:
        return read_clock(text)
    except CannotDoError:
        return None


def apologies_in(sentence: str, paragraph: int) -> tuple[tuple[ReadPerson, ...], tuple[str, ...]]:
    """Who sent apologies by a sentence, and the names that look as if a comma was misplaced."""
    found = _APOLOGY.search(sentence)
    if found is None:
        return (), ()
    people: list[ReadPerson] = []
    doubtful: list[str] = []
    for words, post in _bracketed(found["people"].strip().rstrip(".")):
        names, doubts = _names(words)
        doubtful.extend(doubts)
        people.extend(ReadPerson(name, paragraph=paragraph) for name in names[:-1])
        if names:
            people.append(ReadPerson(names[-1], post, paragraph=paragraph))
    return tuple(people), tuple(doubtful)


def _bracketed(text: str) -> list[tuple[str, str]]:
    """Names and posts of "A (post), B and C (post)": A with the post, ", B and C" with the other."""
    parts: list[tuple[str, str]] = []
    end = 0
    for bracket in _BRACKET.finditer(text):
        parts.append((text[end : bracket.start()], clean_line(bracket[1])))
        end = bracket.end()
    parts.append((text[end:], ""))
    return parts


def _names(words: str) -> tuple[list[str], list[str]]:
    """The names in "Councillors A B, C D and E F"; a lone word goes with the next, and is doubted."""
    honorific = (
        "Councillor " if re.match(r"\W*(?:and )?(?:councillors|cllrs)\b", words, re.IGNORECASE) else ""
    )
    plain = re.sub(r"\b(?:councillors|cllrs)\b", "", words, flags=re.IGNORECASE) if honorific else words
    parts = [clean_line(part) for part in _SEVERAL.split(plain) if part.strip(" .,;")]
    names: list[str] = []
    doubtful: list[str] = []
    waiting = ""
    for part in parts:
        whole = f"{waiting} {part}".strip()
        if " " not in whole:
            waiting = whole
            continue
        if waiting:
            doubtful.append(whole)
        waiting = ""
        names.append(whole if _HONORED.match(whole) else f"{honorific}{whole}")
    if waiting:
        names.append(f"{honorific}{waiting}")
    return names, doubtful
