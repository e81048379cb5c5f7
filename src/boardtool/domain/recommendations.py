"""What a report recommends, in the words in which a board resolves it."""

import re

from boardtool.domain.markdown import parse, plain_text

_VERBS = (
    "note", "approve", "agree", "endorse", "ratify", "receive", "support", "adopt", "consider", "delegate",
    "recommend", "comment", "discuss", "appoint", "confirm", "accept", "welcome", "request", "ask",
    "authorise", "commend", "review", "acknowledge", "nominate", "require", "instruct",
)  # fmt: skip
_THIRD_PERSON = {verb: f"{verb[:-1]}ies" if verb == "ratify" else f"{verb}s" for verb in _VERBS} | {
    "discuss": "discusses"
}
_LEADS = re.compile(r".{0,80}\b(?:recommended|recommends|asked|invited)\b.{0,40}:", re.IGNORECASE)
_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]\s+", re.IGNORECASE)
_TO = re.compile(
    r"^(?:it\s+is\s+recommended\s+)?(?:that\s+)?the\s+(?:[\w-]+\s+){0,5}?board\s+"
    r"(?:(?:is\s+(?:asked|recommended|invited)\s+)?to\s+)?|^to\s+",
    re.IGNORECASE,
)
_VERBS_FIRST = re.compile(r"^[a-z]+(?: and [a-z]+)?(?= )", re.IGNORECASE)
_AND = re.compile(r"[\s;,.]*(?:[;,]\s*and)?[\s;,.]*$", re.IGNORECASE)


def as_resolutions(recommendations: str) -> tuple[str, ...]:
    """Each recommendation (Markdown) as the rest of “RESOLVED that the Board …”, for a person to mend.

    “Note the progress of the strategy.” becomes “notes the progress of the strategy”. A line that only leads
    to those below it (“The Board is recommended to:”) is none.
    """
    lines = (line.strip() for line in plain_text(parse(recommendations)).splitlines())
    resolved = (_resolved(line) for line in lines if line and _LEADS.fullmatch(line) is None)
    return tuple(words for words in resolved if words)


def _resolved(line: str) -> str:
    words = _AND.sub("", _TO.sub("", _NUMBERED.sub("", line, count=1), count=1))
    return _VERBS_FIRST.sub(lambda found: _in_third_person(found[0]), words)


def _in_third_person(verbs: str) -> str:
    """“Note and endorse” as “notes and endorses”; other words stay as they are."""
    return " ".join(_THIRD_PERSON.get(word.casefold(), word) for word in verbs.split())
