"""How lines and income look in JSON: the keys that scripts and checks read, money in pounds (contract)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from boardtool.domain.bcf.cells import FIELDS
from boardtool.domain.bcf.plans import Income, Line
from boardtool.domain.money import PENCE

Shape = dict[str, object]
# The names are those of a line's or an income's fields, and each value is of its field's type.
Values = Mapping[str, Any]

_MONEY = frozenset({"expenditure", "expenditure_2", "previous_expenditure"})


def in_pounds(pence: int | None) -> float | None:
    return None if pence is None else pence / PENCE


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def field_shape(name: str, value: object) -> object:
    """One field's value as JSON says it; nothing is null."""
    if name in _MONEY and isinstance(value, int):
        return in_pounds(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    return None if value == "" else value


def values_shape(values: Values) -> Shape:
    """Values of a line by their JSON names."""
    names = {"source": "source_of_funding", "share_of_spend": "percent_of_overall_spend"}
    return {
        names.get(name, name): field_shape(name, value)
        for name, value in values.items()
        if name in FIELDS or name in {"notes", "unread"}
    }


def line_shape(line: Line, periods: Sequence[str], *, period: int = 0) -> Shape:
    """A line of the scheme table; `expenditure` and `outputs` are those of one plan year."""
    by_year = (line.expenditure, line.expenditure_2)
    outputs = (line.outputs, line.outputs_2)
    return {
        "scheme_id": line.scheme_id or None,
        "name": line.name or None,
        "description": line.description or None,
        "scheme_type": line.scheme_type or None,
        "sub_type": line.sub_type or None,
        "area_of_spend": line.area_of_spend or None,
        "commissioner": line.commissioner or None,
        "nhs_share": _number(line.nhs_share),
        "la_share": _number(line.la_share),
        "provider": line.provider or None,
        "source_of_funding": line.source or None,
        "expenditure": in_pounds(by_year[period]),
        "new_existing": line.new_existing or None,
        "outputs": _number(outputs[period]),
        "unit": line.unit or None,
        "row": line.row,
        "type_other": line.type_other or None,
        "area_other": line.area_other or None,
        "primary_objective": line.objective or None,
        "expenditure_by_year": {
            year: in_pounds(amount) for year, amount in zip(periods, by_year, strict=False)
        },
        "outputs_by_year": {year: _number(given) for year, given in zip(periods, outputs, strict=False)},
        "previous_expenditure": in_pounds(line.previous_expenditure),
        "percent_of_overall_spend": _number(line.share_of_spend),
        "comment": line.comment or None,
        "pooling": line.pooling or None,
        "lead_commissioner": line.lead_commissioner or None,
        "tags": list(line.tags),
        "officer": line.officer or None,
        "notes": dict(line.notes),
        "unread": dict(line.unread),
    }


def income_shape(income: Income, periods: Sequence[str], *, period: int = 0) -> Shape:
    amounts = (income.amount, income.amount_2)
    return {
        "source": income.source,
        "body": income.body or None,
        "amount": in_pounds(amounts[period]),
        "amount_by_year": {year: in_pounds(amount) for year, amount in zip(periods, amounts, strict=False)},
        "comment": income.comment or None,
        "unread": dict(income.unread),
    }
