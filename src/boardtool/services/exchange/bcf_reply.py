"""A form that an officer sent back: merged three ways with what was sent and what the return says now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from boardtool.data import sent_forms
from boardtool.data.bcf import officer_forms, returns
from boardtool.data.excel.bcf.officer_form import SHEET, Reply, ReplyRow
from boardtool.data.store import Reading, Step
from boardtool.domain.bcf.cells import CellKind, shown_value
from boardtool.domain.bcf.officer_forms import REPLIES, OfficerForm, SentLine
from boardtool.domain.bcf.returns import Actual
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.imports import Rejected, RowPreview, RowState, ThreeWay, Warned
from boardtool.domain.merging import Merged, merged
from boardtool.services.exchange.comparing import ComparedRow, Comparison
from boardtool.services.exchange.request import Request, Take


@dataclass(frozen=True, slots=True)
class OfficerReplyRead:
    """A reply that was read; it knows itself which lines it has."""

    reply: Reply

    def __call__(self, reading: Reading, request: Request, _today: date) -> Comparison:
        form = self.reply.form
        if form.library != sent_forms.library_identity(reading):
            raise InputRefusedError(
                "This form was sent from another library: nothing of it belongs here. Open that library."
            )
        kept = officer_forms.by_digest(reading, form.digest)
        if kept is None:
            raise InputRefusedError("This form is not among those that were sent from here.")
        made = returns.by_id(reading, kept[0])
        if made.state.is_sealed:
            raise CannotDoError(f"The return {made.period} was sent. Open it again before a reply is taken.")
        held = {actual.line_id: actual for actual in made.actuals}
        outcomes = [_outcome(row, form, held, request.take) for row in self.reply.rows]
        return Comparison(
            label=f"Import reply of {form.officer}",
            rows=tuple(one for one in outcomes if isinstance(one, ComparedRow)),
            target=lambda _step: made.id,
            sheet=SHEET,
            rejected=(*(one for one in outcomes if isinstance(one, Rejected)), *_strays(self.reply)),
            warnings=tuple(_absent(self.reply)),
        )


def _strays(reply: Reply) -> Iterator[Rejected]:
    for cell in reply.without_line:
        reason = "the row names no line that was sent: new lines are not for a reply"
        yield Rejected(SHEET, cell.row, cell.ref, "line", cell.line, reason)


def _absent(reply: Reply) -> Iterator[Warned]:
    """Lines of the form that the reply does not have any more."""
    there = {row.line_id for row in reply.rows}
    for line in reply.form.lines:
        if line.line_id not in there:
            reason = f"line {line.scheme_id} {line.name} was sent, but is not in the reply: it stays as it is"
            yield Warned(SHEET, 0, "", line.scheme_id, reason)


def _outcome(
    row: ReplyRow, form: OfficerForm, held: Mapping[int, Actual], winner: Take | None
) -> ComparedRow | Rejected:
    """What taking a row would do, or why it cannot be taken."""
    sent = next((line for line in form.lines if line.line_id == row.line_id), None)
    if sent is None:
        reason = f"line {row.line_id} was not sent to {form.officer}"
        return Rejected(SHEET, row.row, row.cells["line_id"], "line", str(row.line_id), reason)
    for name, read in (("spend", row.spend), ("outputs", row.outputs)):
        if read.unread:
            return Rejected(SHEET, row.row, row.cells.get(name, ""), name, read.unread, read.said)
    return _merged(row, sent, held.get(row.line_id, Actual(row.line_id)), winner)


def _merged(row: ReplyRow, sent: SentLine, actual: Actual, winner: Take | None) -> ComparedRow:
    theirs: dict[str, Any] = {
        "spend": row.spend.pence,
        "outputs": row.outputs.number,
        "explanation": row.explanation,
        "issues": row.issues,
    }
    said = {name: _shown(name, value) for name, value in theirs.items()}
    ours = {name: _shown(name, getattr(actual, name)) for name in REPLIES}
    was: dict[str, str] = {name: getattr(sent, name) for name in REPLIES}
    found = {name: merged(sent=was[name], ours=ours[name], theirs=said[name]) for name in REPLIES}
    disputed = [name for name in REPLIES if found[name] is Merged.CONFLICT]
    taken = [name for name in REPLIES if found[name] is Merged.THEIRS]
    if winner is Take.THEIRS:
        taken += disputed
    state = RowState.UPDATED if taken else RowState.UNCHANGED
    waiting = disputed if winner is None else []
    preview = RowPreview(
        SHEET,
        row.row,
        f"{sent.scheme_id} {sent.name}".strip(),
        RowState.CONFLICT if waiting else state,
        {"scheme_id": sent.scheme_id, "name": sent.name, **said},
        {name: (ours[name], said[name]) for name in taken},
        {name: ThreeWay(was[name], ours[name], said[name]) for name in waiting},
    )
    return ComparedRow(preview, partial(_take, row.line_id, {name: theirs[name] for name in taken}))


def _shown(name: str, value: int | Decimal | str | None) -> str:
    return shown_value(CellKind.MONEY if name == "spend" else CellKind.NUMBER, value)


def _take(line_id: int, values: Mapping[str, object], step: Step, return_id: int) -> None:
    returns.set_actual(step, return_id, line_id, values)
