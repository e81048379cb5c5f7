"""What can be wrong beside the scheme table: conditions, metrics and sign-offs that lack something."""

from decimal import Decimal

from boardtool.domain.bcf.cells import plain
from boardtool.domain.bcf.checks.case import Found, PlanCase, PlanFinding
from boardtool.domain.bcf.plans import MetricPlan, MetricValue
from boardtool.domain.findings import Severity

_NEAR = Decimal("0.05")


def conditions(case: PlanCase) -> Found:
    """Every condition is answered; one that is not met says what is done, and until when."""
    places = case.whole.plan.places
    sheet = places.sheets.get("conditions", "")
    for one in case.whole.conditions:
        if not one.answer:
            name, message = "answer", f"{one.code}: is it met? Answer yes or no."
        elif one.answer == "No" and not (one.actions and one.timeframe):
            name = "timeframe" if one.actions else "actions"
            message = f"{one.code} is not met: say what is being done, and until when."
        else:
            continue
        column = places.cells.get(f"condition {name}", "")
        yield PlanFinding(
            "PR",
            Severity.WARN,
            message,
            where=one.code,
            items=(),
            sheet=sheet,
            cell=f"{column}{one.row}" if column and one.row else "",
            field=name,
        )


def income(case: PlanCase) -> Found:
    """What was typed or read as a contribution and is no amount (V7)."""
    places = case.whole.plan.places
    for one in case.whole.income:
        for name, text in one.unread.items():
            yield PlanFinding(
                "V7",
                Severity.BLOCK,
                f"The income of {one.source}: “{text}” is not an amount: write it as 1,234.50.",
                where=one.source,
                items=(),
                sheet=places.sheets.get("income", ""),
                cell=places.cells.get(f"income {name} {one.row}", ""),
                field=name,
            )


def sign_offs(case: PlanCase) -> Found:
    """A plan that was submitted is signed; what was signed by delegation is ratified by a meeting (R34)."""
    if not case.whole.plan.state.is_sealed:
        return
    signed = [one for one in case.whole.sign_offs if one.return_id is None and one.signed_on is not None]
    if not signed:
        message = "The plan was submitted, but nobody is noted to have signed it."
        yield PlanFinding("R34", Severity.WARN, message, where="sign-off")
    for one in signed:
        if "delegated" in one.authority.casefold() and one.meeting_id is None:
            message = f"{one.role} signed by delegation: name the meeting that ratified it."
            yield PlanFinding("R34", Severity.WARN, message, where=one.role)


def metrics(case: PlanCase) -> Found:
    """A rate follows from its figures, and every planned metric says why and how (V12)."""
    computed = {words.key: words.computed for words in case.lists.planned_metrics}
    sheet = case.whole.plan.places.sheets.get("metrics", "")
    for metric in case.whole.metrics:
        for value in metric.values:
            worked_out = rate(metric, value)
            if computed.get(metric.key, True) and worked_out is not None and value.value is not None:
                yield from _same_rate(metric, value, worked_out, sheet)
        planned = [value for value in metric.values if value.kind == "plan"]
        if planned and all(value.value is None for value in planned):
            message = f"{metric.name} has no planned value."
            yield PlanFinding("V12", Severity.WARN, message, metric.name, sheet=sheet, cell=planned[-1].cell)
        elif not metric.rationale or not metric.local_plan:
            lacking = "why its ambition was set" if not metric.rationale else "the local plan to meet it"
            message = f"{metric.name} does not say {lacking}."
            yield PlanFinding("V12", Severity.WARN, message, metric.name, sheet=sheet)


def rate(metric: MetricPlan, value: MetricValue) -> Decimal | None:
    """Numerator by denominator, times the multiplier; None where one of them lacks."""
    if value.numerator is None or not value.denominator:
        return None
    return value.numerator * metric.multiplier / value.denominator


def _same_rate(metric: MetricPlan, value: MetricValue, worked_out: Decimal, sheet: str) -> Found:
    if value.value is not None and abs(worked_out - value.value) > _NEAR:
        message = (
            f"{metric.name}, {value.period} {value.kind}: {plain(round(value.value, 1))} stands there, but "
            f"its figures give {plain(round(worked_out, 1))}."
        )
        yield PlanFinding("V12", Severity.WARN, message, metric.name, sheet=sheet, cell=value.cell)
