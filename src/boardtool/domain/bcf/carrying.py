"""A plan carried into the next year: its words become that year's, and what has no successor is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from boardtool.domain.bcf.block import content
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Income, Line

# The names are those of a line's or an income's fields, and each value is of its field's type.
Values = dict[str, Any]

_SAME_WORDS = ("area_of_spend", "commissioner", "provider", "new_existing")


@dataclass(frozen=True, slots=True)
class NoSuccessor:
    """A word of a line that the next year does not have; the line keeps it until somebody chooses another.

    `became` is a suggestion that was taken, where the next year has one: it waits to be confirmed.
    """

    line: Line
    field: str
    word: str
    became: str = ""


@dataclass(slots=True)
class Carried:
    """What a plan becomes: values of its lines and income in the next year, and what must be looked at."""

    lines: list[Values] = field(default_factory=list)
    income: list[Values] = field(default_factory=list)
    to_look_at: list[NoSuccessor] = field(default_factory=list)


def carried(now: YearLists, then: YearLists, lines: Sequence[Line], income: Sequence[Income]) -> Carried:
    """Carry lines and income of a plan into the year that follows.

    Amounts and outputs go with them: of a plan of two years those of its second.
    """
    found = Carried()
    for line in lines:
        found.lines.append(_line(now, then, line, found.to_look_at))
    for one in income:
        source = _source(now, then, one.source)
        amount = one.amount_2 if len(now.periods) > 1 else one.amount
        second = amount if len(then.periods) > 1 else None
        found.income.append(
            {
                "source": source or one.source,
                "body": one.body,
                "amount": amount,
                "amount_2": second,
                "comment": one.comment,
            }
        )
    return found


def _line(now: YearLists, then: YearLists, line: Line, to_look_at: list[NoSuccessor]) -> Values:
    values: Values = {**content(line), "new_existing": "Existing" if then.new_existing else ""}
    two_years = len(now.periods) > 1
    amount = line.expenditure_2 if two_years else line.expenditure
    outputs = line.outputs_2 if two_years else line.outputs
    values |= {"expenditure": amount, "expenditure_2": None, "previous_expenditure": None}
    values |= {"outputs": outputs if then.rules.outputs else None, "outputs_2": None}
    values |= {"previous_outputs": None, "share_of_spend": None, "comment": ""}
    if then.rules.update:
        values |= {"previous_expenditure": amount, "previous_outputs": outputs}
    if len(then.periods) > 1:
        values |= {"expenditure_2": amount, "outputs_2": values["outputs"]}
    _carry_words(now, then, line, values, to_look_at)
    return values


def _carry_words(
    now: YearLists, then: YearLists, line: Line, values: Values, to_look_at: list[NoSuccessor]
) -> None:
    kind = _type(now, then, line, to_look_at)
    values["scheme_type"] = kind
    values["unit"] = then.unit_of(kind) if then.rules.outputs else ""
    values["sub_type"] = _sub_type(now, then, line, kind, to_look_at)
    for name in _SAME_WORDS:
        word: str = getattr(line, name)
        if name not in then.fields:
            values[name] = ""
        elif word and name != "new_existing":
            values[name] = then.read(name, word) or _lacking(line, name, word, to_look_at)
    if "commissioner" not in then.fields:
        values |= {"nhs_share": None, "la_share": None}
    source = _source(now, then, line.source)
    if line.source and source is None:
        _lacking(line, "source", line.source, to_look_at)
    values["source"] = source or line.source


def _type(now: YearLists, then: YearLists, line: Line, to_look_at: list[NoSuccessor]) -> str:
    successor = now.next.types.get(line.scheme_type)
    if successor:
        if now.next.is_suggestion:
            to_look_at.append(NoSuccessor(line, "scheme_type", line.scheme_type, successor))
        return successor
    if not line.scheme_type:
        return ""
    return then.read("scheme_type", line.scheme_type) or _lacking(
        line, "scheme_type", line.scheme_type, to_look_at
    )


def _sub_type(now: YearLists, then: YearLists, line: Line, kind: str, to_look_at: list[NoSuccessor]) -> str:
    if not line.sub_type or not then.rules.sub_types:
        return ""
    for word in (line.sub_type, now.next.sub_types.get(line.sub_type, "")):
        if word and (found := then.read("sub_type", word, kind)):
            return found
    return _lacking(line, "sub_type", line.sub_type, to_look_at)


def _source(now: YearLists, then: YearLists, name: str) -> str | None:
    key = now.source_key(name)
    found = then.source_with(now.next.sources.get(key, key)) if key else None
    return None if found is None else found.name


def _lacking(line: Line, name: str, word: str, to_look_at: list[NoSuccessor]) -> str:
    to_look_at.append(NoSuccessor(line, name, word))
    return word
