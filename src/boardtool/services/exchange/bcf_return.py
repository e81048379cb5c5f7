"""A national return workbook, held against the return of the plan that is here, and taken in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from boardtool.data.bcf import plans, returns
from boardtool.data.bcf.own_lists import library_of
from boardtool.data.excel.bcf.officer_form import is_reply, read_reply
from boardtool.data.excel.bcf.return_rows import ReadActual, ReadEntry, ReadReturn
from boardtool.data.excel.bcf.returns import read_return
from boardtool.data.excel.workbook import Workbook
from boardtool.data.store import Reading, Step
from boardtool.domain.bcf.plans import Line, Plan
from boardtool.domain.bcf.returns import Actual, Entry, Part, Return
from boardtool.domain.bcf.returns_pool import Pooled, sum_of, unlike
from boardtool.domain.bcf.shapes import field_shape, in_pounds
from boardtool.domain.bcf.years import YEARS, plan_year_for
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Rejected, Warned
from boardtool.domain.money import pounds
from boardtool.domain.progress import Progress
from boardtool.services.exchange.bcf_reply import OfficerReplyRead
from boardtool.services.exchange.comparing import ComparedRow, Comparison, added, held_against
from boardtool.services.exchange.hwb import board_meant, is_of
from boardtool.services.exchange.opening import opened
from boardtool.services.exchange.request import Request

# The names are those of a row's fields, and each value is of its field's type.
Values = Mapping[str, Any]

_IN_POUNDS = frozenset(
    {"planned", "actual", "spend", "spend_planned", "spend_actual", "pooled_planned", "pooled_actual"}
)


@dataclass(frozen=True, slots=True)
class ReturnRead:
    """A return workbook that was read; it knows its board and its year itself."""

    workbook: Workbook

    def __call__(self, reading: Reading, request: Request, _today: date) -> Comparison:
        found = read_return(self.workbook, library=library_of(reading), year=request.year)
        board = board_meant(reading, request, found.board)
        plan = _plan(reading, board.id, found.year)
        made = None if plan is None else returns.of_period(reading, plan.id, found.period)
        held = () if plan is None else plans.whole(reading, plan.id).lines
        actuals = _matched(found.actuals, held)
        return Comparison(
            label=f"Import return {found.period}",
            rows=tuple(_rows(found, made, actuals)),
            target=partial(_target, board.id, found),
            sheet=next(iter(found.sheets.values()), ""),
            rejected=tuple(_without_line(found.actuals, actuals)),
            warnings=tuple(_warnings(found, board, plan)),
            finish=partial(_finish, found, request.file.name),
        )


def read(request: Request, progress: Progress | None) -> "ReturnRead | OfficerReplyRead":
    """Read the workbook: a national return, or a form that an officer sent back with lines of one.

    Raises:
        InputRefusedError: it cannot be read, is no return, or of a year that is not known.
    """
    workbook = opened(request, progress)
    if is_reply(workbook):
        return OfficerReplyRead(read_reply(workbook))
    read_return(workbook, year=request.year)
    return ReturnRead(workbook)


def _plan(reading: Reading, board_id: int, year: str) -> Plan | None:
    """The plan that a return of a year is on."""
    held = plans.every(reading, board_id=board_id)
    meant = plan_year_for(year, [plan.year for plan in held])
    return next((plan for plan in held if plan.year == meant), None)


def _target(board_id: int, found: ReadReturn, step: Step) -> int:
    """The return that the rows go to; it, and its plan, are made where they are not here yet."""
    plan = _plan(step.reading, board_id, found.year)
    plan_year = plan_year_for(found.year, YEARS) or found.year
    plan_id = plans.add(step, board_id=board_id, year=plan_year) if plan is None else plan.id
    made = returns.of_period(step.reading, plan_id, found.period)
    if made is None:
        return returns.add(step, plan_id, period=found.period)
    if made.state.is_sealed:
        raise CannotDoError(
            f"The return {made.period} was sent. Open it again before a file is taken into it."
        )
    return made.id


def _rows(found: ReadReturn, made: Return | None, actuals: Sequence[Line | None]) -> Iterator[ComparedRow]:
    yield _fact_row(found, made)
    held = {} if made is None else {_key(entry): entry for entry in made.entries}
    for entry in found.entries:
        yield _entry_row(entry, held.get((entry.part, _name(entry.values))))
    known = {} if made is None else {actual.line_id: actual for actual in made.actuals}
    for actual, line in zip(found.actuals, actuals, strict=True):
        if line is not None:
            yield _actual_row(actual, line, known.get(line.id))


def _shape(values: Values) -> dict[str, object]:
    return {
        name: in_pounds(value) if name in _IN_POUNDS else field_shape(name, value) if value != "" else ""
        for name, value in values.items()
    }


def _fact_row(found: ReadReturn, made: Return | None) -> ComparedRow:
    """The return as a whole: its comments, and the total spend."""
    sheet = found.sheets.get("income", "")
    shape = _shape(found.facts)
    if made is None:
        return ComparedRow(added(sheet, 0, found.period, shape), partial(_change_facts, found.facts))
    ours = _shape({name: getattr(made, name) for name in found.facts})
    return ComparedRow(held_against(sheet, 0, found.period, shape, ours), partial(_change_facts, found.facts))


def _change_facts(facts: Values, step: Step, return_id: int) -> None:
    returns.change(step, return_id, **facts)


def _name(values: Values) -> str:
    return str(values.get("code") or values.get("label", ""))


def _key(entry: Entry) -> tuple[str, str]:
    return entry.part, entry.code or entry.label


def _entry_row(entry: ReadEntry, held: Entry | None) -> ComparedRow:
    key = f"{entry.part}: {entry.values.get('label') or entry.values.get('code')}"[:80]
    shape = _shape(entry.values)
    if held is None:
        preview = added(entry.sheet, entry.row, key, shape)
        return ComparedRow(preview, partial(_add_entry, entry))
    ours = _shape({name: getattr(held, name) for name in entry.values})
    return ComparedRow(
        held_against(entry.sheet, entry.row, key, shape, ours), partial(_change_entry, held.id, entry.values)
    )


def _add_entry(entry: ReadEntry, step: Step, return_id: int) -> None:
    returns.add_entry(step, return_id, part=entry.part, row=entry.row, cells=entry.cells, **entry.values)


def _change_entry(entry_id: int, values: Values, step: Step, _return_id: int) -> None:
    returns.change_entry(step, entry_id, **values)


def _matched(actuals: Sequence[ReadActual], lines: Sequence[Line]) -> list[Line | None]:
    """The line of the plan that each row speaks of: of its ID, type and source, in the order of the plan."""
    free = list(lines)
    found: list[Line | None] = []
    for actual in actuals:
        fitting = [line for line in free if line.scheme_id == actual.scheme.get("scheme_id", line.scheme_id)]
        for name in ("source", "scheme_type", "sub_type", "name"):
            word = actual.scheme.get(name)
            closer = [line for line in fitting if word and getattr(line, name) == word]
            fitting = closer or fitting
        found.append(fitting[0] if fitting else None)
        free = [line for line in free if not fitting or line is not fitting[0]]
    return found


def _without_line(actuals: Sequence[ReadActual], lines: Sequence[Line | None]) -> Iterator[Rejected]:
    for actual, line in zip(actuals, lines, strict=True):
        if line is None:
            scheme = " ".join(word for word in actual.scheme.values() if word)
            reason = "the plan here has no such line: import the plan first"
            yield Rejected(actual.sheet, actual.row, "", "scheme_id", scheme, reason)


def _actual_row(actual: ReadActual, line: Line, held: Actual | None) -> ComparedRow:
    key = f"{line.scheme_id} {line.name}".strip()
    shape = _shape(actual.values)
    ours = _shape({name: getattr(held or Actual(line.id), name) for name in actual.values})
    state = held_against(actual.sheet, actual.row, key, shape, ours)
    return ComparedRow(state, partial(_take_actual, line.id, actual.values))


def _take_actual(line_id: int, values: Values, step: Step, return_id: int) -> None:
    returns.set_actual(step, return_id, line_id, values)


def _warnings(found: ReadReturn, board: Board, plan: Plan | None) -> Iterator[Warned]:
    if found.board and not is_of(board, found.board):
        reason = f"the workbook is of {found.board}; it goes to {board.name}"
        yield Warned("", 0, "", found.board, reason)
    if plan is None:
        reason = f"there is no plan of {found.year} here yet: an empty one is made"
        yield Warned("", 0, "", found.year, reason)
    yield from found.warnings
    yield from _pool_differs(found)


def _pool_differs(found: ReadReturn) -> Iterator[Warned]:
    """A whole pool that is not what its sources add to."""
    rows = [entry.values for entry in found.entries if entry.part is Part.INCOME]
    printed = Pooled(found.facts.get("pooled_planned"), found.facts.get("pooled_actual"))
    for name, theirs, ours in unlike(printed, sum_of([(row["planned"], row["actual"]) for row in rows])):
        reason = f"the sources of income add to {pounds(ours)}"
        yield Warned(found.sheets["income"], 0, found.cells[f"pooled_{name}"], pounds(theirs), reason)


def _finish(found: ReadReturn, file: str, step: Step, return_id: int) -> None:
    """Where everything came from."""
    made = returns.by_id(step.reading, return_id)
    if (made.file, made.places) != (file, found.places):
        returns.change(step, return_id, file=file, places=found.places)
    held = {_key(entry): entry for entry in made.entries}
    for entry in found.entries:
        here = held.get((entry.part, _name(entry.values)))
        if here is not None and (here.row, here.cells) != (entry.row, entry.cells):
            returns.change_entry(step, here.id, row=entry.row, cells=entry.cells)
