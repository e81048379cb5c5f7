"""How a Better Care Fund plan is laid out as a paper for its board: income, schemes, spend, checks."""

from collections.abc import Iterator, Sequence
from datetime import date

from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Facts,
    Masthead,
    Picture,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.domain.bcf.cells import CellKind, shown_value
from boardtool.domain.bcf.lists import JOINT, YearLists
from boardtool.domain.bcf.plans import Line, PlanState, WholePlan
from boardtool.domain.bcf.totals import GROUPS, balances, ring_fences, totals
from boardtool.domain.dates import long_date
from boardtool.domain.findings import Checked
from boardtool.domain.markdown import Paragraph, Run
from boardtool.domain.money import pounds

_BY = {"scheme_type": "Scheme type", "provider": "Provider"}


def plan_sheet(
    whole: WholePlan,
    lists: YearLists,
    checked: Checked,
    *,
    council: str,
    today: date,
    pictures: Sequence[Picture] = (),
) -> Sheet:
    """The paper; `pictures` stand after the sums that they draw."""
    plan = whole.plan
    return Sheet(
        title=f"Better Care Fund plan {plan.year}: {plan.board}",
        author=council or plan.board,
        dated=today,
        footer=f"Better Care Fund plan {plan.year}, {long_date(today)}",
        blocks=tuple(_blocks(whole, lists, checked, council, pictures)),
        landscape=True,
    )


def _blocks(
    whole: WholePlan, lists: YearLists, checked: Checked, council: str, pictures: Sequence[Picture]
) -> Iterator[SheetBlock]:
    plan = whole.plan
    mark = "Draft" if plan.state is PlanState.DRAFT else ""
    yield Masthead(council, plan.board, f"Better Care Fund plan {plan.year}", mark)
    yield Facts(tuple(_facts(whole)))
    yield Title(2, "Income and planned spend")
    yield _income(whole, lists)
    if plan.income_comment:
        yield _said(plan.income_comment)
    yield Title(2, "Required spend")
    yield _required(whole, lists)
    yield Title(2, "Checks")
    yield from _checks(checked)
    for by, heading in _BY.items():
        yield Title(2, f"Where the money goes, by {heading.lower()}")
        yield _sums(whole, by, heading)
    yield from pictures
    yield Title(2, "Schemes")
    yield _schemes(whole, lists)
    if whole.conditions:
        yield Title(2, "Conditions")
        yield _conditions(whole)
    if whole.sign_offs:
        yield Title(2, "Sign-off")
        yield _sign_offs(whole)


def _facts(whole: WholePlan) -> Iterator[tuple[str, str]]:
    plan = whole.plan
    yield "State", plan.state.capitalize()
    if plan.due is not None:
        yield "Due", long_date(plan.due)
    for place, year in enumerate(plan.periods):
        pool = sum(one.in_period(place) for one in whole.income)
        yield f"Pool {year}", _money(pool)
    yield "Schemes", f"{len({line.scheme_id for line in whole.lines})} on {len(whole.lines)} lines"
    if plan.narrative:
        yield "Narrative", plan.narrative


def _money(pence: int) -> str:
    return pounds(pence).removesuffix(".00")


def _said(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))


def _table(heads: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> Table:
    columns = tuple(Column(heading, width) for heading, width in heads)
    return Table(columns, tuple(tuple(Cell(text) for text in row) for row in rows))


def _income(whole: WholePlan, lists: YearLists) -> Table:
    rows = [
        (
            balance.source,
            whole.plan.periods[place],
            _money(balance.income),
            _money(balance.spend),
            "balances"
            if balance.holds
            else f"{_money(abs(balance.over))} {'over' if balance.over > 0 else 'under'}",
        )
        for place in range(len(whole.plan.periods))
        for balance in balances(lists, whole.lines, whole.income, period=place)
    ]
    heads = (("Source of funding", 0), ("Year", 24), ("Income", 40), ("Planned", 40), ("Balance", 46))
    return _table(heads, rows)


def _required(whole: WholePlan, lists: YearLists) -> Table:
    plan = whole.plan
    rows = [
        (
            fence.name,
            plan.periods[place],
            "not known" if fence.minimum is None else _money(fence.minimum),
            _money(fence.planned),
            f"{_money(fence.short)} short" if fence.short else "above" if fence.minimum is not None else "",
        )
        for place in range(len(plan.periods))
        for fence in ring_fences(
            lists, whole.lines, (plan.out_of_hospital, plan.adult_social_care), period=place
        )
    ]
    heads = (("From the NHS minimum", 0), ("Year", 24), ("Required", 40), ("Planned", 40), ("", 46))
    return _table(heads, rows)


def _checks(checked: Checked) -> Iterator[SheetBlock]:
    yield _said(f"{checked.sentence}.")
    if checked.findings:
        rows = [(finding.message, finding.where) for finding in checked.findings]
        yield _table((("What was found", 0), ("Where", 80)), rows)


def _sums(whole: WholePlan, by: str, heading: str) -> Table:
    years = range(len(whole.plan.periods))
    sums = [totals(whole.lines, by, period=place) for place in years]
    named = dict.fromkeys(name for line in whole.lines for name in GROUPS[by](line))
    rows = [
        (name or "not said", *(_money(sums[place].get(name, 0)) for place in years))
        for name in sorted(named, key=lambda name: -sums[0].get(name, 0))
    ]
    return _table(((heading, 0), *((year, 44) for year in whole.plan.periods)), rows)


def _schemes(whole: WholePlan, lists: YearLists) -> Table:
    two = len(whole.plan.periods) > 1
    rows = []
    above = ""
    for line in whole.lines:
        name = line.name if line.scheme_id != above else "\u2033"
        amounts = [_money(line.amount(place)) for place in range(len(whole.plan.periods))]
        rows.append((line.scheme_id, name, *_kind(line, lists), line.provider, line.source, *amounts))
        above = line.scheme_id
    heads = (
        *(("ID", 12), ("Scheme", 0), ("Type", 50), ("Area", 24)),
        *((("By", 26),) if lists.rules.commissioner else ()),
        *(("Provider", 32), ("Source", 32)),
        *((year, 28 if two else 32) for year in whole.plan.periods),
    )
    return _table(heads, rows)


def _kind(line: Line, lists: YearLists) -> tuple[str, ...]:
    """The type and the area of a line, and who commissions it where the year asks."""
    if not lists.rules.commissioner:
        return (line.scheme_type, line.area_of_spend)
    by = line.commissioner
    if by == JOINT:
        shares = (shown_value(CellKind.SHARE, share) for share in (line.nhs_share, line.la_share))
        by = f"{JOINT} {' : '.join(shares)}"
    return (line.scheme_type, line.area_of_spend, by)


def _conditions(whole: WholePlan) -> Table:
    rows = [
        (
            one.code,
            one.requirement,
            one.answer or "not answered",
            "; ".join(filter(None, (one.supporting, one.actions, one.timeframe))),
        )
        for one in whole.conditions
    ]
    return _table((("", 14), ("Condition", 0), ("Met", 28), ("Evidence, or what is done", 80)), rows)


def _sign_offs(whole: WholePlan) -> Table:
    rows = [
        (
            one.role,
            one.name,
            one.authority,
            long_date(one.signed_on) if one.signed_on else "",
            one.meeting_ref,
        )
        for one in whole.sign_offs
        if one.return_id is None
    ]
    heads = (("Role", 60), ("Signed by", 0), ("Authority", 70), ("On", 36), ("Ratified", 34))
    return _table(heads, rows)
