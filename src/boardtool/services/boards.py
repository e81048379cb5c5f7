"""What can be done to a board: make it, change its rules, say what stands on every agenda."""

import re
from datetime import date

from boardtool.data import boards
from boardtool.data.store import Step, Store
from boardtool.domain.boards import Board, ItemRole, Mode, QuorumKind, QuorumRule, Restart
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind, Purpose
from boardtool.domain.text import clean_line, clean_text

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")
_LINES = frozenset({"name", "council", "usual_place", "usual_start", "proper_officer", "administrator"}) | {
    "contact_phone",
    "contact_email",
}

# What the real agenda opens and closes with (6 September 2022): subject, presenter, how, minutes, role.
STANDING = (
    ("Apologies for non-attendance", "Chair", Kind.VERBAL, 2, ItemRole.APOLOGIES),
    ("Notification of requests to address the meeting", "Chair", Kind.VERBAL, 3, ItemRole.REQUESTS),
    ("Members' Declarations of Interests", "Chair", Kind.VERBAL, 2, ItemRole.DECLARATIONS),
    ("Minutes from the Previous Meeting", "Chair", Kind.PAPER, 3, ItemRole.LAST_MINUTES),
    ("Action Log", "Chair", Kind.PAPER, 5, ItemRole.ACTION_LOG),
    ("Close public meeting", "All", Kind.NONE, 0, ItemRole.CLOSE),
)
STANDING_OF_A_WORKING_GROUP = (
    ("Welcome and apologies", "Chair", Kind.VERBAL, 5, ItemRole.APOLOGIES),
    ("Action log", "Chair", Kind.PAPER, 10, ItemRole.ACTION_LOG),
    ("Any other business", "All", Kind.VERBAL, 5, ItemRole.CLOSE),
)


def make(store: Store, *, code: str, name: str, council: str = "", mode: Mode = Mode.STATUTORY) -> int:
    """Make a board with the usual standing items; its id.

    Raises:
        CannotDoError: the code is taken, or is no code.
    """
    name = _named(name)
    code = clean_line(code).upper()
    if not code:
        raise CannotDoError("A board needs a code: a few capital letters and figures, such as NNHWB.")
    if not _CODE.fullmatch(code):
        raise CannotDoError(
            f"“{code}” is not a code. Use up to 16 capital letters and figures, such as NNHWB."
        )
    with store.step(f"Make board {code}") as step:
        if any(board.code == code for board in boards.every(step.reading)):
            raise CannotDoError(f"There is a board {code} already. Choose another code.")
        board_id = boards.add(step, code=code, name=name, council=clean_line(council), mode=mode)
        _add_standing_items(step, board_id, mode)
    return board_id


def _add_standing_items(step: Step, board_id: int, mode: Mode) -> None:
    usual = STANDING if mode is Mode.STATUTORY else STANDING_OF_A_WORKING_GROUP
    for subject, presenter, kind, length, role in usual:
        boards.add_standing_item(
            step, board_id, subject=subject, presenter=presenter, kind=kind, length=length, role=role
        )


def change(store: Store, *, board_id: int, **facts: object) -> None:
    """Change facts of a board (names of `Board`'s fields, the quorum apart).

    Raises:
        CannotDoError: a fact is unknown, or a name is empty.
    """
    known = set(Board.__dataclass_fields__) - {"id", "code", "quorum"}
    if unknown := set(facts) - known:
        raise CannotDoError(f"A board has no {', '.join(sorted(unknown))}.")
    cleaned = {fact: _cleaned(fact, value) for fact, value in facts.items()}
    with store.step("Change board") as step:
        boards.change(step, board_id, **cleaned)


def _cleaned(fact: str, value: object) -> object:
    if fact == "name":
        return _named(str(value))
    if fact in _LINES:
        return clean_line(str(value))
    return clean_text(str(value)) if fact == "notices" else value


def _named(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise CannotDoError("A board needs a name.")
    return name


def set_quorum(store: Store, *, board_id: int, rule: QuorumRule) -> None:
    """Say what makes a quorum (R23).

    Raises:
        CannotDoError: the number or the fraction makes no sense.
    """
    if rule.kind is QuorumKind.NUMBER and rule.number < 1:
        raise CannotDoError("A quorum is at least one member.")
    if rule.kind is QuorumKind.FRACTION and not 0 < rule.numerator <= rule.denominator:
        raise CannotDoError("A quorum is a fraction above nothing and at most the whole, such as 1/4.")
    with store.step("Set quorum") as step:
        boards.set_quorum(step, board_id, rule)


def set_numbering(store: Store, *, board_id: int, restart: Restart, first: int) -> None:
    """Say when minute numbers start again, and what the first number here is."""
    if first < 1:
        raise CannotDoError("Minutes are numbered from 1 or above.")
    with store.step("Set minute numbering") as step:
        boards.change(step, board_id, restart=restart, first_minute_number=first)


def remove(store: Store, *, board_id: int) -> None:
    """Remove a board with everything of it; the history can bring it back."""
    with store.step("Remove board") as step:
        boards.remove(step, board_id)


def add_standing_item(
    store: Store,
    *,
    board_id: int,
    subject: str,
    presenter: str = "",
    kind: Kind = Kind.VERBAL,
    purpose: Purpose = Purpose.UNSAID,
    length: int = 5,
    role: ItemRole = ItemRole.PLAIN,
) -> int:
    subject = clean_line(subject)
    if not subject:
        raise CannotDoError("A standing item needs a subject.")
    with store.step("Add standing item") as step:
        return boards.add_standing_item(
            step,
            board_id,
            subject=subject,
            presenter=clean_line(presenter),
            kind=kind,
            purpose=purpose,
            length=length,
            role=role,
        )


def change_standing_item(store: Store, *, standing_item_id: int, **facts: object) -> None:
    with store.step("Change standing item") as step:
        boards.change_standing_item(step, standing_item_id, **facts)


def remove_standing_item(store: Store, *, standing_item_id: int) -> None:
    with store.step("Remove standing item") as step:
        boards.remove_standing_item(step, standing_item_id)


def reorder_standing_items(store: Store, *, order: list[int]) -> None:
    with store.step("Move standing item") as step:
        boards.reorder_standing_items(step, order)


def add_phrase(store: Store, *, title: str, text: str) -> int:
    """Keep words to insert while minuting."""
    title, text = clean_line(title), clean_text(text)
    if not title or not text:
        raise CannotDoError("A phrase needs a short title and its words.")
    with store.step("Add phrase") as step:
        return boards.add_phrase(step, title=title, text=text)


def change_phrase(store: Store, *, phrase_id: int, **facts: str) -> None:
    """Change the title or the text of a phrase.

    Raises:
        CannotDoError: it would be empty.
    """
    clean = {"title": clean_line, "text": clean_text}
    cleaned = {fact: clean[fact](words) for fact, words in facts.items()}
    if not all(cleaned.values()):
        raise CannotDoError("A phrase needs a short title and its words.")
    with store.step("Change phrase") as step:
        boards.change_phrase(step, phrase_id, **cleaned)


def remove_phrase(store: Store, *, phrase_id: int) -> None:
    with store.step("Remove phrase") as step:
        boards.remove_phrase(step, phrase_id)


def exclude_day(store: Store, *, day: date, why: str) -> None:
    """Add a day that does not count as a clear day (R2, R3)."""
    why = clean_line(why)
    if not why:
        raise CannotDoError("Say why this day does not count, such as “Christmas Eve”.")
    with store.step("Add excluded day") as step:
        if day in boards.excluded_days(step.reading):
            raise CannotDoError("This day is excluded already.")
        boards.add_excluded_day(step, day=day, why=why)


def include_day(store: Store, *, day: date) -> None:
    with store.step("Remove excluded day") as step:
        boards.remove_excluded_day(step, day)
