"""What can be done to returns: make one from the plan, fill it in, say what each line spent, send it."""

from datetime import date
from typing import Any

from boardtool.data.bcf import lines, plans, returns
from boardtool.data.bcf.national import Facts, lists_of, returns_words
from boardtool.data.store import Step, Store
from boardtool.domain.bcf.cells import CellKind, plain, shown_value
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import PlanState, WholePlan
from boardtool.domain.bcf.returns import Part, Return
from boardtool.domain.bcf.returns_fees import read_rate, unit_in
from boardtool.domain.bcf.years import periods_of
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_number, read_pence
from boardtool.domain.text import clean_line, clean_text

_MONEY = frozenset({"planned", "actual"})
FACTS = frozenset({"income_comment", "spend_changed", "spend_comment", "fees_comment"})


def names_for(year: str) -> tuple[str, ...]:
    """The returns that are asked for in a financial year: "Quarter 2", "End of Year"."""
    return tuple(one["period"] for one in returns_words()["returns"] if one["year"] == year)


def make(store: Store, *, plan_id: int, year: str, name: str, due: date | None = None) -> int:
    """Make a return with the plan's own figures in it. Its id.

    Raises:
        CannotDoError: there is one already, or the year is not one of the plan's.
    """
    with store.step(f"Make return {year} {name}") as step:
        lists = lists_of(plans.by_id(step.reading, plan_id).year, store.folder)
        return enter(step, plan_id, lists, year=year, name=clean_line(name), due=due)


def enter(
    step: Step, plan_id: int, lists: YearLists, *, year: str, name: str, due: date | None = None
) -> int:
    """Enter a return in a step; see `make`."""
    whole = plans.whole(step.reading, plan_id)
    if year not in whole.plan.periods:
        raise CannotDoError(f"{year} is no year of the plan {whole.plan.ref}.")
    period = f"{year} {name}"
    if returns.of_period(step.reading, plan_id, period) is not None:
        raise CannotDoError(f"There is a return {period} already.")
    place = whole.plan.periods.index(year)
    planned = sum(line.amount(place) for line in whole.lines)
    return_id = returns.add(step, plan_id, period=period, due=due, spend_planned=planned)
    _fill(step, return_id, whole, lists, year, name)
    return return_id


def _fill(step: Step, return_id: int, whole: WholePlan, lists: YearLists, year: str, name: str) -> None:
    place = periods_of(lists.year).index(year)
    asked = sheets_of(year, name)
    by_source = any(sheet.endswith(". Expenditure") for sheet in asked)
    part = Part.SPEND if by_source else Part.INCOME
    asks_money = by_source or not asked or any("income" in sheet.lower() for sheet in asked)
    for source in lists.sources:
        of_source = [one for one in whole.income if one.source == source.name]
        if of_source and asks_money:
            planned = sum(one.in_period(place) for one in of_source)
            actual = None if part is Part.SPEND else planned
            returns.add_entry(
                step,
                return_id,
                part=part,
                code=source.name,
                label=source.name,
                planned=planned,
                actual=actual,
            )
    for label in _asked(year, name).get("discharge", ()):
        returns.add_entry(step, return_id, part=Part.DISCHARGE, label=label)
    for number, condition in enumerate(returns_words()["conditions"][lists.year], 1):
        returns.add_entry(step, return_id, part=Part.CONDITION, code=str(number), label=condition)
    for metric in whole.metrics:
        figures = {
            value.period: shown_value(CellKind.NUMBER, value.value)
            for value in metric.values
            if value.kind == "plan" and value.period.startswith(year) and value.value is not None
        }
        returns.add_entry(
            step,
            return_id,
            part=Part.METRIC,
            code=metric.key,
            label=metric.name,
            unit=metric.unit,
            figures=figures,
        )
    if any("feedback" in sheet.lower() for sheet in asked):
        _add_feedback(step, return_id)
    if any("fee rates" in sheet.lower() for sheet in asked):
        for label in returns_words()["fees"]:
            returns.add_entry(step, return_id, part=Part.FEE, label=label, unit=unit_in(label))


def _add_feedback(step: Step, return_id: int) -> None:
    for statement in returns_words()["statements"]:
        returns.add_entry(step, return_id, part=Part.STATEMENT, label=statement)
    for part in (Part.SUCCESS, Part.CHALLENGE):
        for number in (1, 2):
            returns.add_entry(step, return_id, part=part, label=f"{part.capitalize()} {number}")


def sheets_of(year: str, name: str) -> tuple[str, ...]:
    """The sheets of a return's workbook, none where the return is not known."""
    return tuple(_asked(year, name).get("sheets", ()))


def _asked(year: str, name: str) -> Facts:
    """What the list of returns says of one; nothing where it is not known."""
    found = [one for one in returns_words()["returns"] if (one["year"], one["period"]) == (year, name)]
    return found[0] if found else {}


def change_entry(store: Store, *, entry_id: int, **texts: str) -> None:
    """Type into a row of a return: `actual`, `planned` (money), `answer`, `words`, `body` and the like.

    Raises:
        CannotDoError: an amount is none, or the return is sealed.
    """
    values: dict[str, Any] = {
        name: (read_pence(text) if clean_line(text) else None) if name in _MONEY else clean_text(text).strip()
        for name, text in texts.items()
    }
    with store.step("Change return") as step:
        made = _open(step, returns.of_entry(step.reading, entry_id))
        entry = next(one for one in made.entries if one.id == entry_id)
        unread = {name: text for name, text in entry.unread.items() if name not in values}
        returns.change_entry(step, entry_id, unread=unread, **values)
        if entry.part is Part.INCOME and _MONEY & values.keys():
            returns.change(step, made.id, pooled_planned=None, pooled_actual=None)


def change_rate(store: Store, *, entry_id: int, name: str, text: str) -> None:
    """Type a rate of a fee: `last_year`, `this_year`, `reported_last_year`.

    Raises:
        CannotDoError: it is no rate, or the return is sealed.
    """
    number = read_rate(text) if clean_line(text) else None
    with store.step("Change return") as step:
        made = _open(step, returns.of_entry(step.reading, entry_id))
        entry = next(one for one in made.entries if one.id == entry_id)
        figures = {held: figure for held, figure in entry.figures.items() if held != name}
        if number is not None:
            figures[name] = plain(number)
        unread = {held: said for held, said in entry.unread.items() if held != name}
        returns.change_entry(step, entry_id, figures=figures, unread=unread)


def change_fact(store: Store, *, return_id: int, name: str, text: str) -> None:
    """Type a fact of the whole return: one of `FACTS`, or the money of `spend_planned`, `spend_actual`."""
    value: object = clean_text(text).strip()
    if name in {"spend_planned", "spend_actual"}:
        value = read_pence(text) if clean_line(text) else None
    with store.step("Change return") as step:
        made = _open(step, return_id)
        unread = {held: said for held, said in made.unread.items() if held != name}
        returns.change(step, return_id, unread=unread, **{name: value})


def record_actual(store: Store, *, return_id: int, line_id: int, **texts: str) -> None:
    """Type what a line spent (`spend`) and delivered (`outputs`), its `explanation` and its `issues`."""
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if name == "spend":
            values[name] = read_pence(text) if clean_line(text) else None
        elif name == "outputs":
            values[name] = read_number(text) if clean_line(text) else None
        else:
            values[name] = clean_text(text).strip()
    with store.step("Record actual spend") as step:
        made = _open(step, return_id)
        if lines.plan_of(step.reading, line_id) != made.plan_id:
            raise CannotDoError("This line belongs to another plan.")
        for actual in made.actuals:
            if actual.line_id == line_id and actual.unread:
                values["unread"] = {name: said for name, said in actual.unread.items() if name not in texts}
        returns.set_actual(step, return_id, line_id, values)


def set_due(store: Store, *, return_id: int, due: date | None) -> None:
    """The national deadline of a return."""
    with store.step("Set deadline of return") as step:
        returns.change(step, return_id, due=due)


def send(store: Store, *, return_id: int, on: date) -> None:
    """Note that a return was sent: it is sealed until it is opened again."""
    with store.step("Send return") as step:
        made = returns.by_id(step.reading, return_id)
        state = PlanState.RESUBMITTED if made.sent_on else PlanState.SUBMITTED
        returns.change(step, return_id, sent_on=on, state=state)


def open_again(store: Store, *, return_id: int) -> None:
    """Make a return that was sent a draft again."""
    with store.step("Open return again") as step:
        returns.change(step, return_id, state=PlanState.DRAFT)


def remove(store: Store, *, return_id: int) -> None:
    with store.step("Remove return") as step:
        _open(step, return_id)
        returns.remove(step, return_id)


def _open(step: Step, return_id: int) -> Return:
    made = returns.by_id(step.reading, return_id)
    if made.state.is_sealed:
        raise CannotDoError(f"The return {made.period} was sent. Open it again to change it.")
    return made
