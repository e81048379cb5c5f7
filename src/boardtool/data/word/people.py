"""How minutes name people: "Name (via Teams)<tab>Post", cells of a table, or a sentence of apologies."""

import re
from dataclasses import replace

from boardtool.domain.errors import CannotDoError
from boardtool.domain.minutes_read import ReadPerson
from boardtool.domain.text import clean_line
from boardtool.domain.times import read_clock

TIME = r"\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?\s?m\b\.?|hrs|noon)|\d{1,2}[.:]\d{2}"
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
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
    person = ReadPerson(name="", paragraph=paragraph)
    name, person = _marks(name, person)
    shown, person = _marks(clean_line(post) or own_post, person)
    if not re.search(r"[^\W\d_]", name):
        return None
    if _CHAIR.fullmatch(shown):
        person = replace(person, chairing=True)
    return replace(person, name=name.strip(" ,;:-"), post=shown.strip(" ,;"))


def read_people(words: str, paragraph: int = 0) -> list[ReadPerson]:
    """Everybody that a line names: one with a post, some parted by ";", or "Councillors A (Chair) and B"."""
    ones = words.split(";")
    if (several := _SEVERAL_COUNCILLORS.match(words)) is not None:
        ones = [
            f"Councillor {name}" for name in _BETWEEN_NAMES.split(words[several.end() :].rstrip(" .")) if name
        ]
    read = (read_person(one, paragraph=paragraph) for one in ones)
    return [person for person in read if person is not None]


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
