"""What a meeting promised and what followed: resolutions and the action-log minute against the actions.

Rules of thumb, tuned on the real minutes of July 2022 (nine promises, four taken up): a promise is a sentence
in which somebody will, would or is to do something; it is kept track of where an action shares its words.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from boardtool.domain.actions import Action
from boardtool.domain.markdown import parse, plain_text
from boardtool.domain.minutes import Minute
from boardtool.domain.text import clean_line, folded

ALIKE = 0.5  # share of the shorter text's telling words that must be in the other
_SAME_ITEM, _SAME_OWNER = 0.15, 0.15

_DOES = (
    "add|advis|amend|arrang|ask|attend|bring|brought|chas|check|circulat|clarif|collat|complet|confirm|consider"
    "|contact|continu|conven|discuss|draft|email|establish|explor|feed|follow|forward|give|hold|held|identif"
    "|includ|inform|investigat|invit|liais|look|meet|met|nominat|notif|obtain|organis|prepar|present|produc"
    "|provid|publish|put|rais|recirculat|refer|report|request|review|revis|schedul|seek|send|sent|shar|speak"
    "|submit|take|talk|updat|write|written"
)
_PROMISE = re.compile(
    rf"\b(?:will|would|shall|must|to)\s+(?:(?:also|then|now)\s+)?(?P<passive>be\s+)?(?:{_DOES})\w*\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[.;:])\s+(?=[A-Z])")
_ACTION_LOG = "action log"
_TELLING_LENGTH = 3
_NOT_TELLING = frozenset({
    "the", "and", "for", "that", "with", "from", "this", "these", "those", "has", "had", "have", "will",
    "would", "shall", "should", "been", "being", "are", "was", "were", "not", "but", "can", "could",
    "may", "also", "their", "them", "they", "its", "into", "onto", "about", "regarding", "following",
    "after", "before", "any", "all", "who", "which", "what", "when", "where", "there", "member",
    "members", "health", "wellbeing", "board", "boards", "council", "councils", "north", "west",
    "northants", "northamptonshire", "director", "directors", "assistant", "chief", "officer",
    "officers", "chair", "next", "meeting", "meetings", "report", "reports", "plan", "information",
    "further", "provide", "asked", "noted", "notes", "resolved", "adult", "adults", "communities",
    "community", "service", "services", "public", "care", "integrated", "local", "of", "to", "in", "on",
    "at", "by", "be", "is",
})  # fmt: skip


class Following(StrEnum):
    """What followed a line of the minutes."""

    ACTION = "has an action"
    NOTHING = "nothing follows"
    NONE_NEEDED = "none needed"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A resolution, or a promise in the action-log minute, and what followed it.

    `label` is the resolution's ("2)"), "" in a narrative; `who` promised it, "" where that is not said.
    """

    minute_id: int
    minute: int | None
    heading: str
    label: str
    text: str
    who: str
    following: Following
    actions: tuple[Action, ...] = ()
    resolution_id: int | None = None
    item_id: int | None = None

    @property
    def place(self) -> str:
        """“Minute 32 2)”."""
        return f"Minute {self.minute or ''} {self.label}".strip()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The lines of a meeting's minutes in order; `unasked` are its actions that no line stands behind."""

    commitments: tuple[Commitment, ...]
    unasked: tuple[Action, ...]

    @property
    def promises(self) -> tuple[Commitment, ...]:
        return tuple(each for each in self.commitments if each.following is not Following.NONE_NEEDED)

    @property
    def followed_by_nothing(self) -> tuple[Commitment, ...]:
        return tuple(each for each in self.commitments if each.following is Following.NOTHING)


def reconcile(
    minutes: Iterable[Minute],
    actions: Sequence[Action],
    *,
    on: date,
    let_go: Collection[tuple[int, str]] = (),
) -> Reconciliation:
    """Tie what was promised on a day to the actions of the board.

    A promise made twice counts once, as it was resolved. A resolution without a promise ("notes the update")
    needs no action, nor does one in `let_go`, of which the person said so; it is named by minute and words.
    Actions completed before the day cannot have followed.
    """
    able = [action for action in actions if action.completed_on is None or action.completed_on >= on]
    made = _once([line for minute in minutes for line in _lines(minute)])
    lines = [_followed(_judged(line, let_go), able) for line in made]
    tied = {action.id for line in lines for action in line.actions}
    unasked = tuple(action for action in able if action.raised_on == on and action.id not in tied)
    return Reconciliation(tuple(lines), unasked)


def is_promise(text: str) -> bool:
    """Whether a sentence says that somebody will do something: "X to discuss", "would bring data"."""
    return _PROMISE.search(text) is not None


def who_promised(text: str) -> str:
    """Who stands before the promise: "The Director of Public Health will ask" names the director."""
    found = _PROMISE.search(text)
    if found is None or found["passive"]:
        return ""
    subject = re.sub(r"^(?:that\s+)?(?:the\s+)?", "", clean_line(text[: found.start()]), flags=re.IGNORECASE)
    return re.sub(r"\s+(?:had asked|asked|agreed|undertook|offered)\b.*$", "", subject).rstrip(" ,:;")


def likeness(one: str, other: str) -> float:
    """How much of the shorter text's telling words the other has, from 0 to 1."""
    words, other_words = _telling(one), _telling(other)
    shorter = min(len(words), len(other_words))
    return len(words & other_words) / shorter if shorter else 0.0


def _lines(minute: Minute) -> Iterator[Commitment]:
    if _ACTION_LOG in folded(minute.heading):
        for paragraph in plain_text(parse(minute.narrative)).split("\n"):
            for sentence in _SENTENCE_ENDS.split(paragraph):
                if is_promise(sentence):
                    yield _line(minute, sentence)
    for resolution in minute.resolutions:
        line = _line(minute, resolution.text)
        yield replace(line, label=resolution.label, resolution_id=resolution.id)


def _line(minute: Minute, text: str) -> Commitment:
    promised = Following.NOTHING if is_promise(text) else Following.NONE_NEEDED
    text = clean_line(text)
    return Commitment(
        minute.id,
        minute.number,
        minute.heading,
        "",
        text,
        who_promised(text),
        promised,
        item_id=minute.item_id,
    )


def _once(lines: Sequence[Commitment]) -> list[Commitment]:
    """Leave out the narrative's promise where a resolution makes the same."""
    resolved = [line for line in lines if line.resolution_id is not None and is_promise(line.text)]
    return [
        line
        for line in lines
        if line.resolution_id is not None
        or not any(likeness(line.text, other.text) >= ALIKE for other in resolved)
    ]


def _judged(line: Commitment, let_go: Collection[tuple[int, str]]) -> Commitment:
    needless = (line.minute_id, line.text) in let_go
    return replace(line, following=Following.NONE_NEEDED) if needless else line


def _followed(line: Commitment, actions: Iterable[Action]) -> Commitment:
    if line.following is Following.NONE_NEEDED:
        return line
    scored = [(score, action) for action in actions if (score := _score(line, action)) >= ALIKE]
    if not scored:
        return line
    best = max(score for score, _ in scored)
    return replace(
        line, following=Following.ACTION, actions=tuple(action for score, action in scored if score == best)
    )


def _score(line: Commitment, action: Action) -> float:
    words = likeness(line.text, action.text)
    if not words:
        return 0.0
    said = set(folded(line.text).split())
    owned = any(folded(owner).rpartition(" ")[2] in said for owner in action.owners)
    same_item = action.item_id is not None and action.item_id == line.item_id
    return words + _SAME_OWNER * owned + _SAME_ITEM * same_item


@lru_cache(maxsize=2048)  # every line is held against every action
def _telling(text: str) -> frozenset[str]:
    words = {
        word for word in folded(text).split() if len(word) >= _TELLING_LENGTH and word not in _NOT_TELLING
    }
    return frozenset(word.removesuffix("s") for word in words)
