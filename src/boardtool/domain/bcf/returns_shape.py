"""How a return looks in JSON: the keys that scripts and checks read, money in pounds, cells by name."""

from collections.abc import Iterable, Mapping

from boardtool.domain.bcf.areas import area_of
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line, WholePlan
from boardtool.domain.bcf.returns import Entry, Part, Return, Variance, variances
from boardtool.domain.bcf.returns_fees import FEE_FIGURES, implied_uplift
from boardtool.domain.bcf.returns_pool import body_of, pooled
from boardtool.domain.bcf.shapes import Shape, in_pounds
from boardtool.domain.cell_refs import row_of


def return_shape(made: Return, whole: WholePlan, lists: YearLists) -> Shape:
    """A return with all its tables; lines stand in it where they report something."""
    place = whole.plan.periods.index(made.year) if made.year in whole.plan.periods else 0
    return {
        "plan": whole.plan.ref,
        "return": made.name,
        "board": area_of(whole.plan.board),
        "year": made.year,
        "state": made.state.value,
        "due": made.due,
        "sent_on": made.sent_on,
        "income": [_income(entry) for entry in made.part(Part.INCOME)],
        "income_comment": made.income_comment or None,
        "income_comment_cell": made.places.cells.get("income_comment"),
        "pooled": _pooled(made),
        "discharge_fund": [_discharge(entry, whole, lists) for entry in made.part(Part.DISCHARGE)],
        "expenditure": _expenditure(made),
        "spend": [_spend(entry) for entry in made.part(Part.SPEND)],
        "schemes": list(_schemes(whole.lines, made, place)),
        "metrics": [_metric(entry, lists) for entry in made.part(Part.METRIC)],
        "conditions": [_condition(entry) for entry in made.part(Part.CONDITION)],
        "feedback": [_statement(entry) for entry in made.part(Part.STATEMENT)],
        "successes_challenges": [
            _enabler(entry) for part in (Part.SUCCESS, Part.CHALLENGE) for entry in made.part(part)
        ],
        "fee_rates": [_fee(entry) for entry in made.part(Part.FEE)],
        "fees_comment": made.fees_comment or None,
        "file": made.file or None,
        "layout": _layout(made),
        "unread": dict(made.unread),
    }


def _layout(made: Return) -> Shape:
    """Where the parts of the return stand in the workbook that it was read from."""
    places = made.places
    heading = places.cells.get("metrics")
    return {
        **{f"{part}_sheet": name for part, name in places.sheets.items()},
        "board_cell": places.cells.get("board"),
        "metrics_header_row": row_of(heading) if heading else None,
    }


def _income(entry: Entry) -> Shape:
    return {
        "source": entry.code,
        "label": entry.label,
        "planned": in_pounds(entry.planned),
        "actual": in_pounds(entry.actual),
        "changed": entry.answer or None,
        "comment": entry.words or None,
        "planned_cell": entry.cells.get("planned"),
        "actual_cell": entry.cells.get("actual"),
        "unread": dict(entry.unread),
    }


def _pooled(made: Return) -> Shape:
    pool = pooled(made)
    return {
        "planned": in_pounds(pool.planned),
        "actual": in_pounds(pool.actual),
        "planned_cell": made.places.cells.get("pooled_planned"),
        "actual_cell": made.places.cells.get("pooled_actual"),
    }


def _discharge(entry: Entry, whole: WholePlan, lists: YearLists) -> Shape:
    return {
        "label": entry.label,
        "body": body_of(entry, whole, lists) or None,
        "planned": in_pounds(entry.planned),
        "actual": in_pounds(entry.actual),
        "cell": entry.cells.get("actual"),
        "unread": dict(entry.unread),
    }


def _expenditure(made: Return) -> Shape:
    return {
        "planned": in_pounds(made.spend_planned),
        "changed": made.spend_changed or None,
        "actual": in_pounds(made.spend_actual),
        "comment": made.spend_comment or None,
        "planned_cell": made.places.cells.get("spend_planned"),
        "actual_cell": made.places.cells.get("spend_actual"),
        "changed_cell": made.places.cells.get("spend_changed"),
    }


def _spend(entry: Entry) -> Shape:
    updated = entry.figures.get("updated_income")
    return {
        "source": entry.code,
        "planned_income": in_pounds(entry.planned),
        "updated_income": in_pounds(int(updated)) if updated else None,
        "actual": in_pounds(entry.actual),
        "comment": entry.words or None,
        "cell": entry.cells.get("actual"),
        "unread": dict(entry.unread),
    }


def _schemes(lines: tuple[Line, ...], made: Return, place: int) -> Iterable[Shape]:
    unread: Mapping[int, Mapping[str, str]] = {one.line_id: one.unread for one in made.actuals}
    for row in variances(lines, made, period=place):
        if row.line.id in unread:
            yield {**_scheme(row), "unread": dict(unread[row.line.id])}


def _scheme(row: Variance) -> Shape:
    return {
        "scheme_id": row.line.scheme_id or None,
        "name": row.line.name or None,
        "scheme_type": row.line.scheme_type or None,
        "source_of_funding": row.line.source or None,
        "planned": in_pounds(row.planned),
        "actual": in_pounds(row.spend),
        "outputs_planned": None if row.outputs_planned is None else float(row.outputs_planned),
        "outputs": None if row.outputs is None else float(row.outputs),
        "unit": row.line.unit or None,
        "issues": row.issues or None,
        "explanation": row.explanation or None,
    }


def _metric(entry: Entry, lists: YearLists) -> Shape:
    words = next((one for one in lists.planned_metrics if one.key == entry.code), None)
    return {
        "code": None if words is None else words.code,
        "key": entry.code,
        "name": entry.label,
        "unit": entry.unit or (None if words is None else words.unit),
        "planned": [
            {"period": period, "value": float(figure), "cell": entry.cells.get(period)}
            for period, figure in entry.figures.items()
        ],
        "progress": entry.answer or None,
        "progress_cell": entry.cells.get("answer"),
        "challenges": entry.words or None,
        "achievements": entry.more_words or None,
        "variance": entry.variance or None,
        "row": entry.row,
        "unread": dict(entry.unread),
    }


def _condition(entry: Entry) -> Shape:
    return {
        "code": entry.code,
        "requirement": entry.label,
        "answer": entry.answer or None,
        "explanation": entry.words or None,
        "cell": entry.cells.get("answer"),
    }


def _statement(entry: Entry) -> Shape:
    return {
        "statement": entry.label,
        "response": entry.answer or None,
        "comment": entry.words or None,
        "cell": entry.cells.get("answer"),
    }


def _enabler(entry: Entry) -> Shape:
    return {
        "kind": entry.part.value,
        "enabler": entry.answer or None,
        "text": entry.words or None,
        "cell": entry.cells.get("words"),
    }


def _fee(entry: Entry) -> Shape:
    uplift = implied_uplift(entry.figures)
    return {
        "row": entry.row,
        "label": entry.label,
        "unit": entry.unit or None,
        **{name: float(entry.figures[name]) if name in entry.figures else None for name in FEE_FIGURES},
        "implied_uplift": None if uplift is None else float(uplift),
        "unread": dict(entry.unread),
    }
