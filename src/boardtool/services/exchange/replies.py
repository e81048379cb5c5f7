"""A form that an owner sent back: merged three ways with what was sent and what the library says now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from boardtool.data import actions, sent_forms
from boardtool.data.excel.owner_reply import Reply, ReplyRow, Stamp
from boardtool.data.store import Reading, Step
from boardtool.domain.actions import Action, ActionStatus, ProgressNote
from boardtool.domain.dates import long_date, mentioned_date
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Rejected, RowPreview, RowState, ThreeWay, Warned
from boardtool.domain.merging import Merged, merged
from boardtool.domain.owner_forms import OwnerForm, SentAction
from boardtool.domain.text import clean_line, clean_text, folded
from boardtool.services.exchange.comparing import ComparedRow, Comparison, plain
from boardtool.services.exchange.request import Request, Take

SOURCE = "reply"
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ReplyRead:
    """A reply that was read; called, it is held against the library. It knows itself whose actions it has."""

    reply: Reply

    def __call__(self, reading: Reading, request: Request, today: date) -> Comparison:
        """What taking the reply would do.

        Raises:
            InputRefusedError: it answers no form that was sent from this library.
        """
        form, said = _form(self.reply, reading)
        held = {
            action.id: action
            for action in actions.by_ids(reading, [each.action_id for each in form.actions if each.action_id])
        }
        merging = _Merging(form, held, request.take, today, self.reply.table.sheet)
        outcomes = [merging.outcome(row) for row in self.reply.table.rows]
        return Comparison(
            label=f"Import reply of {form.owner}",
            rows=tuple(each for each in outcomes if isinstance(each, ComparedRow)),
            target=lambda _step: 0,
            sheet=self.reply.table.sheet,
            rejected=(
                *self.reply.table.rejected,
                *(each for each in outcomes if isinstance(each, Rejected)),
            ),
            warnings=(
                *self.reply.table.warnings,
                *said,
                *_both_typed(self.reply, form),
                *_absent(self.reply, form),
            ),
        )


def _form(reply: Reply, reading: Reading) -> tuple[OwnerForm, tuple[Warned, ...]]:
    """The form that a reply answers, as the library kept it if it did, and what to say about that."""
    stamp = reply.stamp
    if stamp is not None:
        if stamp.form.library != sent_forms.library_identity(reading):
            raise InputRefusedError(
                "This form was sent from another library: nothing of it belongs here. Open that library."
            )
        kept = sent_forms.by_digest(reading, stamp.digest)
        if kept is not None:
            return kept, ()
        if stamp.is_whole:
            return stamp.form, (_about(reply, _not_recorded(stamp)),)
    form = _form_of_rows(reply, reading)
    if form is None:
        raise InputRefusedError(
            "This looks like a reply to a form, but no form with these actions was sent from this library. "
            "Ask for the workbook that was sent, or type the progress in."
        )
    missing = "the sheet that says what was sent is missing or was changed"
    return form, (
        _about(reply, f"{missing}: taken as the form sent to {form.owner} on {long_date(form.sent_on)}"),
    )


def _not_recorded(stamp: Stamp) -> str:
    return (
        f"this form, sent on {long_date(stamp.form.sent_on)}, is not among those recorded here: what it says "
        "itself was sent is used"
    )


def _about(reply: Reply, words: str) -> Warned:
    return Warned(reply.table.sheet, 0, "", "", words)


def _form_of_rows(reply: Reply, reading: Reading) -> OwnerForm | None:
    """The newest form that holds the most of the reply's actions, first of the owner that its top names."""
    numbers = {row.number for row in reply.table.rows}
    refs = {action.ref for action in actions.log(reading) if action.number in numbers}
    forms = sent_forms.holding(reading, refs)
    title = folded(reply.title)

    def fits(form: OwnerForm) -> tuple[bool, int]:
        return folded(form.owner) in title, sum(action.number in numbers for action in form.actions)

    return max(forms, key=fits, default=None)


def _both_typed(reply: Reply, form: OwnerForm) -> Iterator[Warned]:
    known = {action.number: action.progress for action in form.actions}
    for row in reply.table.rows:
        if row.progress and row.number in known and _edited(row.known_progress, known[row.number]):
            reason = "the progress so far was changed too; only the new progress is read"
            cell = row.cells.get("known_progress", "")
            yield Warned(reply.table.sheet, row.row, cell, row.known_progress[:_SHOWN], reason)


def _absent(reply: Reply, form: OwnerForm) -> Iterator[Warned]:
    """Actions of the form that the reply does not have any more, unless a row that cannot be read is one."""
    there = {row.number for row in reply.table.rows}
    for action in form.actions if not reply.table.rejected else ():
        if action.number not in there:
            reason = "was sent, but is not in the reply: it stays as it is"
            yield Warned(reply.table.sheet, 0, "", action.ref, reason)


@dataclass(frozen=True, slots=True)
class _Merging:
    """What all rows of a reply are merged with."""

    form: OwnerForm
    held: Mapping[int, Action]
    winner: Take | None
    today: date
    sheet: str

    def outcome(self, row: ReplyRow) -> ComparedRow | Rejected:
        """What taking a row would do, or why it cannot be taken."""
        alike = [action for action in self.form.actions if action.number == row.number]
        sent = _of_board(alike, row.board)
        if sent is None:
            return self._not_sent(row, known=bool(alike))
        if _differs(row.text, sent.text):
            reason = "the action point was changed: that is not for a reply"
            return self._reject(row, "text", row.text, reason)
        ours = None if sent.action_id is None else self.held.get(sent.action_id)
        if ours is None or ours.number != sent.number:
            return self._reject(row, "number", row.number, f"{sent.ref} is not in the library any more")
        return self._merged(row, sent, ours)

    def _not_sent(self, row: ReplyRow, *, known: bool) -> Rejected:
        if known:
            return self._reject(row, "board", row.board, "the board was changed: that is not for a reply")
        reason = f"was not sent to {self.form.owner}: new actions are recorded in the log, not in a reply"
        return self._reject(row, "number", row.number, f"{row.number} {reason}")

    def _reject(self, row: ReplyRow, name: str, value: str, reason: str) -> Rejected:
        return Rejected(self.sheet, row.row, row.cells.get(name, ""), name, value[:_SHOWN], reason)

    def _merged(self, row: ReplyRow, sent: SentAction, ours: Action) -> ComparedRow:
        theirs = _theirs(row, sent)
        was, now = _replied(sent), _replied(ours)
        if any(_said_since(note, self.form.sent_on, theirs["progress"]) for note in ours.notes):
            now["progress"] = theirs["progress"]
        found = {name: merged(sent=was[name], ours=now[name], theirs=value) for name, value in theirs.items()}
        taken = {name: theirs[name] for name, what in found.items() if what is Merged.THEIRS}
        disputed = [name for name, what in found.items() if what is Merged.CONFLICT]
        if self.winner is Take.THEIRS:
            taken |= {name: theirs[name] for name in disputed}
        conflicts = {
            name: ThreeWay(*plain({"sent": was[name], "ours": now[name], "theirs": theirs[name]}).values())
            for name in (disputed if self.winner is None else ())
        }
        return ComparedRow(
            self._preview(row, ours, theirs, taken, conflicts),
            partial(_take, ours, taken, self.form.owner, self.today),
        )

    def _preview(
        self,
        row: ReplyRow,
        ours: Action,
        theirs: Mapping[str, object],
        taken: Mapping[str, object],
        conflicts: Mapping[str, ThreeWay],
    ) -> RowPreview:
        state = RowState.CONFLICT if conflicts else RowState.UPDATED if taken else RowState.UNCHANGED
        was, will = plain(_replied(ours)), plain(taken)
        return RowPreview(
            sheet=self.sheet,
            row=row.row,
            key=ours.ref,
            state=state,
            values=plain({"number": ours.number, "text": ours.text, "owners": ours.owners, **theirs}),
            changes={name: (was[name], value) for name, value in will.items()},
            conflicts=conflicts,
        )


def _of_board(alike: list[SentAction], board: str) -> SentAction | None:
    """The one action of a number; where a board is named, the one of that board."""
    if not board:
        return alike[0] if len(alike) == 1 else None
    return next((action for action in alike if folded(action.board) == folded(board)), None)


def _differs(theirs: str, sent: str) -> bool:
    """Whether a text that came back is another; an empty cell says nothing."""
    return bool(theirs) and clean_line(theirs) != clean_line(sent)


def _edited(theirs: str, sent: str) -> bool:
    return bool(theirs) and theirs != clean_text(sent).strip()


def _said_since(note: ProgressNote, sent_on: date, words: object) -> bool:
    """Whether a note says the words of the reply, and may come from it: the same reply a second time."""
    return note.on >= sent_on and clean_text(note.text).strip() == words


def _replied(action: Action | SentAction) -> dict[str, object]:
    """The fields that a reply may change, as the library or the form has them."""
    return {
        "status": action.status.value,
        "due": action.due,
        "progress": clean_text(action.progress).strip(),
    }


def _theirs(row: ReplyRow, sent: SentAction) -> dict[str, object]:
    """What the reply says of those fields; what it leaves empty is as it was sent.

    An owner who takes the lock off and writes over the progress or the date that was sent means the same
    as one who uses the cells beside them.
    """
    was = _replied(sent)
    progress = row.progress or row.known_progress
    return {
        "status": was["status"] if row.status is None else row.status.value,
        "due": row.proposed or row.due or was["due"],
        "progress": progress or was["progress"],
    }


def _take(
    ours: Action, taken: Mapping[str, object], owner: str, today: date, step: Step, _target: int
) -> None:
    facts = {name: taken[name] for name in ("status", "due") if name in taken}
    words = str(taken.get("progress", ""))
    if "status" in facts:
        status = facts["status"] = ActionStatus(str(facts["status"]))
        done_on = ours.completed_on or mentioned_date(words, not_before=ours.raised_on) or today
        facts["completed_on"] = done_on if status.is_done else None
    actions.change(step, ours.id, **facts)
    if words:
        # What is newest in the reply is newest here, also where a note bears a later day.
        day = max([today, *(note.on for note in ours.notes)])
        actions.add_progress(step, ours.id, on=day, text=words, source=SOURCE, who=owner)
