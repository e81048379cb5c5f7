"""The lines and the income of a planning workbook, held against those of the plan that is here."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from boardtool.data.bcf import income, lines
from boardtool.data.excel.bcf.plan import ReadPlan
from boardtool.data.store import Step
from boardtool.domain.bcf.matching import matched_income, matched_lines
from boardtool.domain.bcf.plans import Income, Line
from boardtool.domain.bcf.shapes import in_pounds, values_shape
from boardtool.services.exchange.comparing import ComparedRow, added, held_against

# The names are those of a row's fields, and each value is of its field's type.
Values = Mapping[str, Any]


def line_rows(found: ReadPlan, held: Sequence[Line]) -> Iterator[ComparedRow]:
    rows = found.schemes.rows
    known = matched_lines([row.values for row in rows], held)
    for place, (row, line) in enumerate(zip(rows, known, strict=True)):
        key = f"{row.values['scheme_id']} {row.values.get('name') or row.values['scheme_type']}".strip()
        shape = values_shape(row.values)
        if line is None:
            preview = added(found.schemes.sheet, row.row, key, shape)
            yield ComparedRow(preview, partial(_add_line, row.values, place))
            continue
        said = {name: value for name, value in row.values.items() if name != "row"}
        ours = values_shape({name: getattr(line, name) for name in said})
        preview = held_against(found.schemes.sheet, row.row, key, shape, ours)
        yield ComparedRow(preview, partial(_change_line, line, said))


def _add_line(values: Values, place: int, step: Step, plan_id: int) -> None:
    lines.add(step, plan_id, position=place, **values)


def _change_line(line: Line, said: Values, step: Step, _plan_id: int) -> None:
    lines.change(step, line.id, {name: value for name, value in said.items() if getattr(line, name) != value})


def income_rows(found: ReadPlan, held: Sequence[Income]) -> Iterator[ComparedRow]:
    rows = found.income.rows
    known = matched_income([row.values for row in rows], held)
    for row, one in zip(rows, known, strict=True):
        values = {name: value for name, value in row.values.items() if name != "row"}
        key = f"{values['source']} {values['body']}".strip()
        shape = _income_shape(values)
        if one is None:
            preview = added(found.income.sheet, row.row, key, shape)
            yield ComparedRow(preview, partial(_add_income, row.values))
            continue
        ours = _income_shape({name: getattr(one, name) for name in values})
        preview = held_against(found.income.sheet, row.row, key, shape, ours)
        yield ComparedRow(preview, partial(_change_income, one, values))


def _income_shape(values: Values) -> dict[str, object]:
    return {
        name: in_pounds(value)
        if name in {"amount", "amount_2"}
        else dict(value)
        if isinstance(value, Mapping)
        else value
        for name, value in values.items()
    }


def _add_income(values: Values, step: Step, plan_id: int) -> None:
    income.add(step, plan_id, **values)


def _change_income(one: Income, values: Values, step: Step, _plan_id: int) -> None:
    income.change(step, one.id, **values)
