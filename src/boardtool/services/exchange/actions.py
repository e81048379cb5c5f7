"""An action log from a workbook: actions are known by number, and what was said of them is kept by day.

A form that an owner sent back is told from a log, and goes its own way.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial

from boardtool.data import actions, meetings
from boardtool.data.excel.action_log import ActionRow, read_action_log
from boardtool.data.excel.owner_reply import is_reply, read_reply
from boardtool.data.excel.rows import ReadTable
from boardtool.data.store import Reading, Step
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.boards import Board
from boardtool.domain.dates import mentioned_date
from boardtool.domain.imports import Choose, Warned
from boardtool.domain.progress import Progress
from boardtool.domain.text import same_words
from boardtool.services.exchange.comparing import ComparedRow, Comparison, added, held_against
from boardtool.services.exchange.opening import opened
from boardtool.services.exchange.replies import ReplyRead
from boardtool.services.exchange.request import Request, board_of

SOURCE = "import"


def read(request: Request, progress: Progress | None) -> "partial[Comparison] | ReplyRead | Choose":
    """Read the workbook: an action log, or the reply to a form.

    Raises:
        InputRefusedError: it cannot be read, or holds no action log.
    """
    workbook = opened(request, progress)
    if is_reply(workbook):
        reply = read_reply(workbook, sheet=request.sheet, columns=request.columns)
        return reply if isinstance(reply, Choose) else ReplyRead(reply)
    found = read_action_log(workbook, sheet=request.sheet, columns=request.columns)
    return found if isinstance(found, Choose) else partial(_compare, found)


def _compare(table: ReadTable[ActionRow], reading: Reading, request: Request, today: date) -> Comparison:
    board = board_of(reading, request)
    held = {action.number: action for action in actions.log(reading, board_id=board.id)}
    due = {row.row: _due(reading, board, row, today) for row in table.rows}
    without_day = [row for row in table.rows if row.due_at_next_meeting and due[row.row] is None]
    return Comparison(
        label="Import action log",
        rows=tuple(
            _compared(row, table.sheet, held.get(row.number.text), due[row.row], today) for row in table.rows
        ),
        target=lambda _step: board.id,
        sheet=table.sheet,
        rejected=table.rejected,
        warnings=(*table.warnings, *(_no_next_meeting(table.sheet, row) for row in without_day)),
    )


def _due(reading: Reading, board: Board, row: ActionRow, today: date) -> date | None:
    if not row.due_at_next_meeting:
        return row.due
    following = meetings.after(reading, board.id, row.number.raised_on or today)
    return None if following is None else following.date


def _no_next_meeting(sheet: str, row: ActionRow) -> Warned:
    reason = "the next meeting is not planned yet, so no due date was taken"
    return Warned(sheet, row.row, row.cells.get("due", ""), "", reason)


def _compared(row: ActionRow, sheet: str, known: Action | None, due: date | None, today: date) -> ComparedRow:
    said = _said(row, known, due)
    if known is None:
        return ComparedRow(
            added(sheet, row.row, row.number.text, {"number": row.number.text, **said}),
            partial(_add, row, said, today),
        )
    values = {"number": row.number.text, **said}
    return ComparedRow(
        held_against(sheet, row.row, row.number.text, values, _ours(known, row)),
        partial(_change, row, known, said, today),
    )


def _said(row: ActionRow, known: Action | None, due: date | None) -> dict[str, object]:
    """What the row says; an empty cell takes nothing away from an action that is known."""
    said: dict[str, object] = {"text": row.text, "status": _status(row, known).value}
    optional = {"owners": row.owners, "due": due, "progress": row.progress, "completed_on": row.completed_on}
    return said | {name: value for name, value in optional.items() if known is None or value}


def _status(row: ActionRow, known: Action | None) -> ActionStatus:
    """Without a word in the status column an action that stays on its side of the log keeps its status."""
    if known is not None and "status" not in row.cells and known.status.is_done == row.status.is_done:
        return known.status
    return row.status


def _ours(known: Action, row: ActionRow) -> dict[str, object]:
    """What is here; progress that was noted once, on whatever day, is known."""
    noted = any(same_words(note.text, row.progress) for note in known.notes)
    return {
        "number": known.number,
        "text": known.text,
        "owners": known.owners,
        "due": known.due,
        "status": known.status.value,
        "progress": row.progress if noted else known.progress,
        "completed_on": known.completed_on,
    }


def _add(row: ActionRow, said: Mapping[str, object], today: date, step: Step, board_id: int) -> None:
    raised_on = row.number.raised_on
    made_at = None if raised_on is None else meetings.on(step.reading, board_id, raised_on)
    action_id = actions.add(
        step,
        board_id=board_id,
        number=row.number.text,
        raised_on=raised_on,
        ordinal=row.number.ordinal,
        text=row.text,
        owners=row.owners,
        due=said["due"],
        status=said["status"],
        completed_on=row.completed_on,
        meeting_id=None if made_at is None else made_at.id,
    )
    if row.progress:
        _note(step, action_id, row, mentioned_date(row.progress, not_before=raised_on) or raised_on or today)


def _change(
    row: ActionRow, known: Action, said: Mapping[str, object], today: date, step: Step, _board_id: int
) -> None:
    facts = {name: said[name] for name in ("text", "due", "status", "completed_on") if name in said}
    if said["status"] in {ActionStatus.OPEN, ActionStatus.IN_PROGRESS}:
        facts["completed_on"] = None
    actions.change(step, known.id, **facts)
    if row.owners:
        actions.set_owners(step, known.id, row.owners)
    if row.progress and not any(same_words(note.text, row.progress) for note in known.notes):
        day = mentioned_date(row.progress, not_before=known.raised_on) or today
        # What is newest in the file is newest here, also when it speaks of an earlier day.
        _note(step, known.id, row, max([day, *(note.on for note in known.notes)]))


def _note(step: Step, action_id: int, row: ActionRow, on: date) -> None:
    actions.add_progress(step, action_id, on=on, text=row.progress, source=SOURCE, who=step.who)
