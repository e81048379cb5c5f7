"""What people write in the status, owner and due columns of an action log, and what they mean by it."""

import re

from boardtool.domain.actions import ActionStatus
from boardtool.domain.text import clean_line, folded

_WORDS = {
    ActionStatus.OPEN: (
        "open; opened; new; outstanding; not started; not yet started; not begun; to do; todo; pending; "
        "live; active; overdue; due; awaited; not complete; not completed; incomplete; not done; re "
        "opened; reopened; still open; to be started; on hold; deferred; awaiting response; awaiting reply"
    ),
    ActionStatus.IN_PROGRESS: (
        "in progress; inprogress; ongoing; on going; in hand; underway; under way; started; part complete; "
        "part completed; partly complete; partly completed; partially complete; partially completed; "
        "progressing; in train; in process; on track; work in progress; wip; carried forward; continuing; "
        "in development; nearly complete"
    ),
    ActionStatus.COMPLETED: (
        "complete; completed; done; finished; actioned; achieved; discharged; fulfilled; delivered; "
        "resolved; action complete; action completed; now complete; now completed"
    ),
    ActionStatus.CLOSED: (
        "closed; close; cancelled; canceled; withdrawn; superseded; no longer required; no longer needed; "
        "not required; n a; dropped; action closed"
    ),
}
_STATUS_BY_WORDS = {words: status for status, many in _WORDS.items() for words in many.split("; ")}
_LEADING = re.compile(r"[.;:,\u2013\u2014-]\s|[.:;,]$|\s[\u2013\u2014-]\s|\s\(")
_DONE_WITH_A_DAY = re.compile(r"(complete|completed|done|closed)( on)?( the)? [0-9].*")
_OWNERS_PARTED = re.compile(r"\s*(?:[/;,&\n]|\s\+\s|\band\b)\s*", re.IGNORECASE)
_SURELY_PARTED = re.compile(r"\s*[/;\n]\s*")
_BODY = re.compile(
    r"\b(?:team|board|council|trust|service|services|group|partnership|officers?|directors?|chair|nhs|ics|icb|care"
    r"|health|public|social|committee|unit|lead|leads|partners|all|members?|manager|police|fire|adults?|childrens?"
    r"|families|wellbeing|communities|northamptonshire|chief|executive|head|assistant|deputy|interim|leader"
    r"|secretary|consultant|commissioner|general|hospitals?|university|college|schools?|association|forum|network"
    r"|housing|education|department|office|strategy|transformation|programme|project|delivery|operations|finance"
    r"|sector|authority|county|district|borough|town)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[A-Z][\w'\u2019.-]*)(?: [A-Z][\w'\u2019.-]*){1,3}")
_NOBODY = frozenset({"", "tbc", "tba", "to be confirmed", "n a", "none", "unallocated", "not allocated"})
_NO_DAY = frozenset({"", "tbc", "tba", "to be confirmed", "n a", "none", "ongoing", "on going", "asap"})


def status_from_words(text: str) -> ActionStatus | None:
    """The status that words stand for: "Done" and "Complete" are completed; None where nobody can tell.

    A sentence counts by its first words: "Completed. Circulated on the 14th July".
    """
    words = folded(text)
    if (status := _STATUS_BY_WORDS.get(words)) is not None:
        return status
    if (done := _DONE_WITH_A_DAY.fullmatch(words)) is not None:
        return _STATUS_BY_WORDS[done[1]]
    first = _LEADING.split(clean_line(text), maxsplit=1)[0]
    return _STATUS_BY_WORDS.get(folded(first))


def owners_from_words(text: str) -> tuple[str, ...]:
    """The owners that an "Allocated to" cell names.

    "/", ";" and line ends always part them. A comma, "and" and "&" part names of people ("Sally Burns and
    Amy Plank"), not the words of one body ("Health and Wellbeing Team"): each side must be two to four words
    that all begin with a capital letter and name no team.
    """
    if folded(text) in _NOBODY:
        return ()
    names: list[str] = []
    for piece in _SURELY_PARTED.split(text):
        sides = [clean_line(side) for side in _OWNERS_PARTED.split(piece)]
        names.extend(sides if all(looks_like_a_person(side) for side in sides) else [clean_line(piece)])
    return tuple(dict.fromkeys(name.strip(" ,") for name in names if folded(name) not in _NOBODY))


def looks_like_a_person(name: str) -> bool:
    """Whether words are a person's name: two to four with capital letters, none of a team or a post."""
    return _PERSON.fullmatch(name) is not None and _BODY.search(name) is None


def says_no_day(text: str) -> bool:
    """Whether a due column's words say that there is none ("TBC", "ongoing", "ASAP", "-")."""
    return folded(text) in _NO_DAY
