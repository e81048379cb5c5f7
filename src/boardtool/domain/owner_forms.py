"""The form that goes to an owner with their open actions: what it shows, and the letter that goes with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from json import dumps

from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.dates import long_date, weekday_date
from boardtool.domain.text import clean_line, folded, listed

LONGEST_CELL = 32_767
"""Letters that a cell of a workbook can hold."""

_CUT = " …"
_NOT_IN_A_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 60
_HOW = (
    "Please type what has happened under “New progress”, choose a status, and propose another date where one "
    "is needed. Then save the workbook and send it back with a reply to this message."
)


@dataclass(frozen=True, slots=True)
class SentAction:
    """An action as a form shows it; `action_id` is None once the action is gone from the library."""

    action_id: int | None
    ref: str
    board: str
    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    progress: str = ""

    @property
    def number(self) -> str:
        """050722/01, as the form prints it: the board stands in a column of its own."""
        return self.ref.partition("/")[2]


@dataclass(frozen=True, slots=True)
class OwnerForm:
    """What is sent to one owner; `library` is the identity of the library that knows of it."""

    library: str
    owner: str
    sent_on: date
    due_back: date
    actions: tuple[SentAction, ...] = field(default=())

    @property
    def boards(self) -> tuple[str, ...]:
        """The names of the boards whose actions are in it."""
        return tuple(dict.fromkeys(action.board for action in self.actions))

    @property
    def digest(self) -> str:
        """What tells this form from every other, and whether its stamp is as it was written."""
        said = [self.library, self.owner, self.sent_on.isoformat(), self.due_back.isoformat()]
        said += [part for action in self.actions for part in _parts(action)]
        return sha256(dumps(said, ensure_ascii=True).encode("ascii")).hexdigest()


def _parts(action: SentAction) -> tuple[str, ...]:
    due = "" if action.due is None else action.due.isoformat()
    owners = "/".join(action.owners)
    return (action.ref, action.board, action.text, owners, due, action.status.value, action.progress)


def as_sent(action: Action) -> SentAction:
    """An action as it goes into a form, its texts as long as a cell can be."""
    return SentAction(
        action_id=action.id,
        ref=action.ref,
        board=action.board_name,
        text=_fitting(action.text),
        owners=action.owners,
        due=action.due,
        status=action.status,
        progress=_fitting(action.progress),
    )


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT


def by_owner(actions: Sequence[Action]) -> dict[str, list[Action]]:
    """Open actions by the name of each of their owners, names in order; spelt alike is one owner.

    An action of several owners stands under every one of them; one without an owner under none.
    """
    names: dict[str, str] = {}
    held: dict[str, list[Action]] = {}
    for action in actions:
        if action.status.is_done:
            continue
        for key, owner in {folded(owner): owner for owner in action.owners if folded(owner)}.items():
            held.setdefault(names.setdefault(key, clean_line(owner)), []).append(action)
    return dict(sorted(held.items(), key=lambda item: folded(item[0])))


def form_name(owner: str, sent_on: date, *, of: str = "actions") -> str:
    """The name of a form's files, without an ending: no path, nothing that a file system forbids.

    `of` is what stands in the form.
    """
    bare = _NOT_IN_A_FILE_NAME.sub(" ", clean_line(owner))
    neat = clean_line(bare)[:_LONGEST_NAME].strip(" .") or "Owner"
    return f"{neat} {of} {sent_on.isoformat()}"


def subject(form: OwnerForm) -> str:
    """The subject of the covering letter."""
    return f"Your {_counted(form)}: please reply by {weekday_date(form.due_back)}"


def letter(form: OwnerForm, *, sender: str) -> str:
    """The covering letter, in plain text, one line a paragraph."""
    lines = [
        f"Dear {form.owner},",
        "",
        f"The workbook with this message lists your {_counted(form)} for {_and(form.boards)}:",
        "",
        *(f"  {action.number}  {clean_line(action.text)}{_until(action)}" for action in form.actions),
        "",
        _HOW,
        "",
        f"Please return it by {weekday_date(form.due_back)}.",
        "",
        "Thank you.",
        "",
        sender,
    ]
    return "\n".join(lines)


def _counted(form: OwnerForm) -> str:
    return "open action" if len(form.actions) == 1 else f"{len(form.actions)} open actions"


def _until(action: SentAction) -> str:
    return "" if action.due is None else f" (due {long_date(action.due)})"


def _and(names: Sequence[str]) -> str:
    return listed(f"the {name.removeprefix('the ').removeprefix('The ')}" for name in names)
