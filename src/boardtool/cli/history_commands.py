"""Commands of the journal: one step back, one forward, and what was done."""

from argparse import Namespace
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say, tell
from boardtool.cli.arguments import command
from boardtool.domain.errors import CannotDoError, NotFoundError

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.data.history import PastStep
    from boardtool.data.store import Announcement, Reading

MOST = 1000
LARGEST_ROW = 2**63 - 1  # what a store can number


def add_to(commands: "Commands") -> None:
    command(commands, "undo", _undo, "take the newest step back")
    command(commands, "redo", _redo, "do again what was undone last")
    history = command(commands, "history", _history, "show what was done, the newest first")
    history.add_argument(
        "row",
        metavar="ROW",
        nargs="?",
        help="one action (NNHWB/050722/01), one meeting (NNHWB/2022-09-06), or a table and a row (minute:12)",
    )


def _undo(arguments: Namespace) -> int:
    with library.writing(arguments) as store:
        done = store.undo()
    return _told(arguments, done, "Undone", "There is nothing to undo.")


def _redo(arguments: Namespace) -> int:
    with library.writing(arguments) as store:
        done = store.redo()
    return _told(arguments, done, "Done again", "There is nothing to do again.")


def _told(arguments: Namespace, done: "Announcement | None", verb: str, nothing: str) -> int:
    if arguments.json:
        answer(
            {"step": None if done is None else done.step_id, "label": None if done is None else done.label}
        )
    say(nothing if done is None else f"{verb}: {done.label}.")
    return 0


def _history(arguments: Namespace) -> int:
    with library.reading(arguments) as view:
        changes = _newest(view) if arguments.row is None else _of_row(view, arguments.row)
    if arguments.json:
        answer({"changes": changes})
        return 0
    for step in changes:
        undone = " (undone)" if step["undone"] else ""
        tell(f"{step['step']}  {step['at']:%Y-%m-%d %H:%M}  {step['who']}  {step['label']}{undone}")
    return 0


def _newest(view: "Reading") -> list[dict[str, object]]:
    from boardtool.data.history import recent

    return [shown(step) for step in recent(view, most=MOST)]


def _of_row(view: "Reading", row: str) -> list[dict[str, object]]:
    from boardtool.data.history import of_row

    table, row_id = _named(view, row)
    done = of_row(view, table, row_id)
    if not done and ":" in row:
        raise NotFoundError(f"The journal knows nothing of {row}: there has never been such a row.")
    return [
        {**shown(step), "table": table, "row": row_id, "before": change.before, "after": change.after}
        for step, change in done
    ]


def _named(view: "Reading", row: str) -> tuple[str, int]:
    from boardtool.data import actions, meetings

    table, colon, number = row.partition(":")
    if colon:
        if not number.isdecimal() or int(number) > LARGEST_ROW:
            raise CannotDoError(f"“{row}” names no row: write a table and a number, such as minute:12.")
        return table, int(number)
    parts = row.split("/")
    if len(parts) == len(("NNHWB", "2022-09-06")) and "-" in parts[1]:
        return "meeting", meetings.by_ref(view, row).id
    return "action", actions.by_ref(view, row).id


def shown(step: "PastStep") -> dict[str, object]:
    """A step as JSON has it."""
    return {
        "step": step.id,
        "label": step.label,
        "who": step.who,
        "at": step.at,
        "kind": step.kind,
        "undone": step.undone,
    }
