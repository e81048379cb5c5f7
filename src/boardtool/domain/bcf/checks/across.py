"""What can be wrong between lines: balances, ring-fences, IDs and names, duplicates, section 75."""

from collections.abc import Iterable, Iterator, Mapping

from boardtool.domain.bcf.cells import CellKind, shown_value
from boardtool.domain.bcf.checks.case import Found, Mend, PlanCase, PlanFinding, Recent, line_finding
from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.totals import Balance, RingFence, balances, ring_fences
from boardtool.domain.findings import Severity
from boardtool.domain.money import PENCE, pounds

AMOUNTS = ("expenditure", "expenditure_2")


def pounds_short(pence: int) -> str:
    """£100,000 without pence where there are none."""
    return pounds(pence).removesuffix(".00")


def sources_balance(case: PlanCase) -> Found:
    """What is planned from each source is what comes in, to a pound (V1), in each plan year (V14)."""
    for period in range(len(case.whole.plan.periods)):
        for balance in balances(case.lists, case.whole.lines, case.whole.income, period=period):
            if not balance.holds:
                yield _out_of_balance(case, balance)


def _out_of_balance(case: PlanCase, balance: Balance) -> PlanFinding:
    lines = {line.id: line for line in case.whole.lines if line.source == balance.source}
    name = AMOUNTS[balance.period]
    cause = _cause(case, balance, lines, name)
    meant = None if cause is None else lines[cause.line_id]
    mends = (*([] if cause is None else [_put_back(cause)]), *_from_income(case, balance))
    places = case.whole.plan.places
    column = places.columns.get(name, "")
    way = "over" if balance.over > 0 else "under"
    message = (
        f"{balance.source or 'What has no source'}{case.period_name(balance.period)} is {way} by "
        f"{pounds_short(abs(balance.over))}: income {pounds_short(balance.income)}, "
        f"planned {pounds_short(balance.spend)}."
    )
    return PlanFinding(
        rule="V1",
        severity=Severity.BLOCK,
        message=message if meant is None or cause is None else f"{message} {_said(case, meant, cause)}",
        where=balance.source,
        mend=mends[0].says if mends else "",
        items=(*([] if meant is None else [meant.id]), *(one for one in lines if meant is not lines[one])),
        sheet=places.sheets.get("schemes", ""),
        cell=_cell(column, meant, lines.values()),
        field=name,
        mends=mends,
        source=balance.source,
    )


def _cell(column: str, meant: Line | None, lines: Iterable[Line]) -> str:
    """The cell of the line that is meant, else of the first line of the source that came from a workbook."""
    rows = [meant.row] if meant else [line.row for line in lines]
    row = next((row for row in rows if row), None)
    return f"{column}{row}" if column and row else ""


def _cause(case: PlanCase, balance: Balance, lines: Mapping[int, Line], name: str) -> Recent | None:
    """The newest change of an amount that alone explains by how much the source is out."""
    for recent in case.recent:
        if recent.field != name or recent.line_id not in lines or recent.before is None:
            continue
        now: int = getattr(lines[recent.line_id], name) or 0
        if abs(now - recent.before - balance.over) <= PENCE:
            return recent
    return None


def _said(case: PlanCase, line: Line, cause: Recent) -> str:
    number = case.numbers.get(line.id, line.position + 1)
    at = f" at {cause.at}" if cause.at else ""
    now: int = getattr(line, cause.field) or 0
    return (
        f"Line {number}, {line.name}, was changed{at}: "
        f"{pounds_short(cause.before or 0)} \u2192 {pounds_short(now)}."
    )


def _put_back(cause: Recent) -> Mend:
    text = shown_value(CellKind.MONEY, cause.before)
    return Mend(f"Put {pounds_short(cause.before or 0)} back", cause.line_id, cause.field, text)


def _from_income(case: PlanCase, balance: Balance) -> Iterator[Mend]:
    """Let the income be what is planned, where one line of income is the whole of the source."""
    of_source = [one for one in case.whole.income if one.source == balance.source]
    if len(of_source) == 1:
        name = "amount_2" if balance.period else "amount"
        text = shown_value(CellKind.MONEY, balance.spend)
        yield Mend(f"Set the income to {pounds_short(balance.spend)}", of_source[0].id, name, text, "income")


def minimums_are_met(case: PlanCase) -> Found:
    """What must be spent from the NHS minimum is planned (V2, V3); an unknown minimum is asked for."""
    plan = case.whole.plan
    for period in range(len(plan.periods)):
        fences = ring_fences(
            case.lists, case.whole.lines, (plan.out_of_hospital, plan.adult_social_care), period=period
        )
        for fence in fences:
            rule = "V3" if fence.key == "adult_social_care" else "V2"
            if fence.minimum is None and case.whole.lines:
                yield _fence(case, rule, Severity.INFORM, fence, "the minimum is not typed in yet.")
            elif fence.short:
                said = (
                    f"{pounds_short(fence.planned)} is planned, {pounds_short(fence.short)} short of the "
                    f"minimum of {pounds_short(fence.minimum or 0)}."
                )
                yield _fence(case, rule, Severity.BLOCK, fence, said)


def _fence(case: PlanCase, rule: str, severity: Severity, fence: RingFence, said: str) -> PlanFinding:
    places = case.whole.plan.places
    key = f"{fence.key}_2" if fence.period else fence.key
    return PlanFinding(
        rule,
        severity,
        f"{fence.name}{case.period_name(fence.period)}: {said}",
        where="required spend",
        mend="Type the minimum" if fence.minimum is None else "",
        sheet=places.sheets.get("schemes", ""),
        cell=places.cells.get(key, ""),
        field=key,
    )


def ids_and_names(case: PlanCase) -> Found:
    """A scheme ID is a whole number, and all lines of one ID have one name (V8)."""
    first: dict[str, Line] = {}
    for line in case.whole.lines:
        if not line.scheme_id:
            continue
        if not line.scheme_id.isdigit():
            message = f"The scheme ID “{line.scheme_id}” is not a whole number."
            yield line_finding(case, "V8", Severity.WARN, line, "scheme_id", message)
        known = first.setdefault(line.scheme_id, line)
        if known.name != line.name and known.name and line.name:
            message = f"Scheme {line.scheme_id} is called “{known.name}” on another line."
            yield line_finding(
                case,
                "V8",
                Severity.WARN,
                line,
                "name",
                message,
                Mend(f"Put “{known.name}”", line.id, "name", known.name),
            )


def duplicates(case: PlanCase) -> Found:
    """No two lines say the same of a scheme: its words, area, provider, source and amount."""
    first: dict[tuple[object, ...], Line] = {}
    for line in case.whole.lines:
        key = (
            *(line.scheme_id, line.name, line.description, line.scheme_type, line.sub_type),
            *(line.area_of_spend, line.commissioner, line.provider, line.source),
            *(line.expenditure, line.expenditure_2),
        )
        known = first.setdefault(key, line)
        if known is not line and (line.name or line.scheme_type):
            number = case.numbers.get(known.id, known.position + 1)
            message = f"The same as line {number} in every word and amount: is it entered twice?"
            yield line_finding(case, "duplicate", Severity.WARN, line, "scheme_id", message)


def section_75(case: PlanCase) -> Found:
    """Lines under the section 75 agreement say whether they are pooled or aligned; pooled ones who leads.

    No national template asks for it, so a plan that says it nowhere is told so once.
    """
    lines = case.whole.lines
    if lines and not any(line.pooling for line in lines):
        yield PlanFinding(
            "section 75",
            Severity.INFORM,
            "No line says whether it is pooled or aligned under the section 75 agreement.",
            where="pooled or aligned",
            field="pooling",
        )
        return
    for line in lines:
        if not line.pooling:
            message = "Pooled or aligned (section 75)? The line does not say."
            yield line_finding(
                case,
                "section 75",
                Severity.WARN,
                line,
                "pooling",
                message,
                Mend("Pooled", line.id, "pooling", "Pooled"),
                Mend("Aligned", line.id, "pooling", "Aligned"),
            )
        elif not case.lists.has("pooling", line.pooling):
            message = f"“{line.pooling}” is neither “Pooled” nor “Aligned”."
            yield line_finding(case, "section 75", Severity.WARN, line, "pooling", message)
        elif line.pooling == "Pooled" and not line.lead_commissioner:
            message = "A pooled line has a lead commissioner: say who it is."
            yield line_finding(case, "section 75", Severity.WARN, line, "lead_commissioner", message)


def printed_totals(case: PlanCase) -> Found:
    """A total that a paper prints for a tag is the sum of its lines."""
    for tag in case.whole.tags:
        if tag.printed_total is None:
            continue
        tagged = [line for line in case.whole.lines if tag.name in line.tags]
        total = sum(line.amount() for line in tagged)
        if total != tag.printed_total:
            printed_in = f" ({tag.printed_in})" if tag.printed_in else ""
            yield PlanFinding(
                "printed",
                Severity.INFORM,
                f"The {len(tagged)} lines of {tag.name} add to {pounds_short(total)}; the paper"
                f"{printed_in} prints {pounds_short(tag.printed_total)}.",
                where=tag.name,
                items=tuple(line.id for line in tagged),
                field="tags",
            )
