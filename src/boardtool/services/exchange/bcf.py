"""A national planning workbook of the Better Care Fund, held against the plan that is here, and taken in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from boardtool.data.bcf import lines, plans
from boardtool.data.bcf.own_lists import library_of
from boardtool.data.excel.bcf.plan import ReadPlan, read_plan
from boardtool.data.excel.workbook import Workbook
from boardtool.data.store import Reading, Step
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.matching import matched_lines
from boardtool.domain.bcf.plans import Plan, WholePlan
from boardtool.domain.bcf.shapes import in_pounds
from boardtool.domain.imports import Choose
from boardtool.domain.progress import Progress
from boardtool.services.bcf.open_plans import open_plan
from boardtool.services.exchange.bcf_answers import condition_rows, metric_rows
from boardtool.services.exchange.bcf_money import income_rows, line_rows
from boardtool.services.exchange.bcf_warnings import warnings_of
from boardtool.services.exchange.comparing import ComparedRow, Comparison, added, held_against
from boardtool.services.exchange.hwb import board_meant
from boardtool.services.exchange.opening import opened
from boardtool.services.exchange.request import Request

# The names are those of a row's fields, and each value is of its field's type.
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A planning workbook that was read; it knows its board itself."""

    workbook: Workbook

    def __call__(self, reading: Reading, request: Request, _today: date) -> Comparison:
        found = _read(self.workbook, request, reading)
        board = board_meant(reading, request, found.board)
        plan = plans.of_year(reading, board.id, found.lists.year)
        whole = None if plan is None else plans.whole(reading, plan.id)
        return Comparison(
            label=f"Import plan {found.lists.year}",
            rows=tuple(_rows(found, f"{board.code}/{found.lists.year}", whole)),
            target=partial(_target, board.id, found.lists),
            sheet=found.schemes.sheet,
            warnings=tuple(warnings_of(found, board, whole)),
            finish=partial(_finish, found, request.file.name),
        )


def read(request: Request, progress: Progress | None) -> PlanRead | Choose:
    """Read the workbook.

    Raises:
        InputRefusedError: it cannot be read, is of a year that is not known, or holds no scheme table.
    """
    workbook = opened(request, progress)
    found = read_plan(workbook, year=request.year, sheet=request.sheet, columns=request.columns)
    return found if isinstance(found, Choose) else PlanRead(workbook)


def _read(workbook: Workbook, request: Request, reading: Reading) -> ReadPlan:
    found = read_plan(
        workbook,
        library=library_of(reading),
        year=request.year,
        sheet=request.sheet,
        columns=request.columns,
    )
    assert not isinstance(found, Choose), "what was open was asked when the file was read"
    return found


def _target(board_id: int, lists: YearLists, step: Step) -> int:
    """The plan that the rows go to; it is made where the board has none of that year."""
    plan = plans.of_year(step.reading, board_id, lists.year)
    if plan is None:
        return plans.add(step, board_id=board_id, year=lists.year)
    return open_plan(step.reading, plan.id).id


def _rows(found: ReadPlan, ref: str, whole: WholePlan | None) -> Iterator[ComparedRow]:
    yield from _plan_row(found, ref, whole)
    yield from income_rows(found, () if whole is None else whole.income)
    yield from line_rows(found, () if whole is None else whole.lines)
    yield from metric_rows(found, () if whole is None else whole.metrics)
    yield from condition_rows(found, () if whole is None else whole.conditions)


def _plan_row(found: ReadPlan, ref: str, whole: WholePlan | None) -> Iterator[ComparedRow]:
    """The plan itself: what must be spent, and the comment on its income."""
    said: dict[str, object] = {"income_comment": found.income.comment}
    for key, amounts in found.above.minimums.items():
        if any(amount is not None for amount in amounts):
            said[key] = (*amounts, None)[:2]
    values = _plan_shape(said)
    if whole is None:
        yield ComparedRow(added(found.schemes.sheet, 0, ref, values), partial(_change_plan, said))
        return
    ours = _plan_shape({name: getattr(whole.plan, name) for name in said})
    if not found.income.comment:
        values["income_comment"] = ours["income_comment"]
        del said["income_comment"]
    yield ComparedRow(held_against(found.schemes.sheet, 0, ref, values, ours), partial(_change_plan, said))


def _plan_shape(values: Values) -> dict[str, object]:
    return {
        name: [in_pounds(amount) for amount in value] if isinstance(value, tuple) else value
        for name, value in values.items()
    }


def _change_plan(said: Values, step: Step, plan_id: int) -> None:
    plans.change(step, plan_id, **said)


def _finish(found: ReadPlan, file: str, step: Step, plan_id: int) -> None:
    """The lines stand in the order of the file, then those that are only here; and where each came from."""
    plan: Plan = plans.by_id(step.reading, plan_id)
    if (plan.file, plan.places) != (file, found.places):
        plans.change(step, plan_id, file=file, places=found.places)
    held = lines.of_plan(step.reading, plan_id)
    known = matched_lines([row.values for row in found.schemes.rows], held)
    order = [line.id for line in known if line is not None]
    for row, line in zip(found.schemes.rows, known, strict=True):
        if line is not None and line.row != row.row:
            lines.change(step, line.id, {"row": row.row})
    lines.reorder(step, [*order, *(line.id for line in held if line.id not in order)])
