"""How a return on a Better Care Fund plan is laid out as a paper for the board that ratifies it."""

from collections.abc import Iterator, Sequence
from datetime import date

from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Facts,
    Masthead,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.domain.bcf.cells import plain
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import PlanState, WholePlan
from boardtool.domain.bcf.returns import Entry, Part, Return, variances
from boardtool.domain.bcf.returns_checks import check_return
from boardtool.domain.bcf.returns_fees import FEE_FIGURES, fee_name, implied_uplift
from boardtool.domain.bcf.returns_pool import body_of, pooled
from boardtool.domain.dates import long_date
from boardtool.domain.markdown import Paragraph, Run
from boardtool.domain.money import pounds

_NARROW, _MONEY, _WORDS = 26, 36, 70


def return_sheet(made: Return, whole: WholePlan, lists: YearLists, *, council: str, today: date) -> Sheet:
    """The paper: money, discharge fund, conditions, metrics, feedback, fees, lines that report, sign-off."""
    title = f"Better Care Fund return {made.period}"
    return Sheet(
        title=f"{title}: {whole.plan.board}",
        author=council or whole.plan.board,
        dated=today,
        footer=f"{title}, {long_date(today)}",
        blocks=tuple(_blocks(made, whole, lists, council, title)),
        landscape=True,
    )


def _blocks(
    made: Return, whole: WholePlan, lists: YearLists, council: str, title: str
) -> Iterator[SheetBlock]:
    yield Masthead(council, whole.plan.board, title, "Draft" if made.state is PlanState.DRAFT else "")
    yield Facts(tuple(_facts(made)))
    yield from _headed("Income", _income(made))
    yield from _said(made.income_comment)
    yield from _headed("Discharge fund", _discharge(made, whole, lists))
    yield from _headed("Spend by source", _spend(made))
    yield from _said(made.spend_comment)
    yield from _headed("National conditions", _conditions(made))
    yield from _headed("Metrics", _metrics(made))
    yield from _headed("Year-end feedback", _feedback(made))
    yield from _headed("Successes and challenges", _enablers(made))
    yield from _headed("Fee rates of adult social care", _fees(made))
    yield from _said(made.fees_comment)
    yield from _headed("Spend by scheme", _schemes(made, whole))
    yield from _headed("To be looked at", _findings(made, whole))
    yield from _headed("Sign-off", _sign_offs(made, whole))


def _facts(made: Return) -> Iterator[tuple[str, str]]:
    pool = pooled(made)
    yield "State", made.state.capitalize()
    if made.due is not None:
        yield "Due", long_date(made.due)
    if made.sent_on is not None:
        yield "Sent", long_date(made.sent_on)
    if pool.planned is not None:
        yield "Pooled fund", f"planned {_money(pool.planned)}, came in {_money(pool.actual)}"
    if made.spend_planned is not None:
        yield (
            "Spend",
            f"planned {_money(made.spend_planned)}, spent {_money(made.spend_actual) or 'not said'}",
        )


def _headed(heading: str, table: Table) -> Iterator[SheetBlock]:
    """A table under its heading; nothing where the return has no such rows."""
    if table.rows:
        yield Title(2, heading)
        yield table


def _said(text: str) -> Iterator[Prose]:
    if text:
        yield Prose((Paragraph((Run(text),)),))


def _money(pence: int | None) -> str:
    return "" if pence is None else pounds(pence).removesuffix(".00")


def _table(heads: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> Table:
    columns = tuple(Column(heading, width) for heading, width in heads)
    return Table(columns, tuple(tuple(Cell(text) for text in row) for row in rows))


def _amount(entry: Entry, name: str) -> str:
    """An amount, or what stands in its place and is none."""
    return entry.unread.get(name) or _money(getattr(entry, name))


def _income(made: Return) -> Table:
    rows = [
        (entry.label, _amount(entry, "planned"), _amount(entry, "actual"), entry.answer, entry.words)
        for entry in made.part(Part.INCOME)
    ]
    if rows:
        pool = pooled(made)
        rows.append(("Total BCF pooled fund", _money(pool.planned), _money(pool.actual), "", ""))
    heads = (
        ("Source of funding", 0),
        ("Planned", _MONEY),
        ("Actual", _MONEY),
        ("Changed", 26),
        ("Comment", 80),
    )
    return _table(heads, rows)


def _discharge(made: Return, whole: WholePlan, lists: YearLists) -> Table:
    rows = [
        (entry.label, body_of(entry, whole, lists), _amount(entry, "planned"), _amount(entry, "actual"))
        for entry in made.part(Part.DISCHARGE)
    ]
    return _table((("", 0), ("Body", 80), ("Planned", _MONEY), ("Actual", _MONEY)), rows)


def _spend(made: Return) -> Table:
    rows = [
        (entry.label, _amount(entry, "planned"), _amount(entry, "actual"), entry.words)
        for entry in made.part(Part.SPEND)
    ]
    return _table((("Source of funding", 0), ("Income", _MONEY), ("Spent", _MONEY), ("Comment", 80)), rows)


def _conditions(made: Return) -> Table:
    rows = [(entry.label, entry.answer or "not answered", entry.words) for entry in made.part(Part.CONDITION)]
    return _table((("Condition", 0), ("Met", _NARROW), ("Why not, and what is done", _WORDS)), rows)


def _metrics(made: Return) -> Table:
    rows = [
        (
            entry.label,
            _planned(entry, made.year),
            entry.answer or "not answered",
            entry.words,
            "; ".join(filter(None, (entry.more_words, entry.variance))),
        )
        for entry in made.part(Part.METRIC)
    ]
    heads = (("Metric", 0), ("Planned", 44), ("Progress", 36), ("Challenges", 64), ("Achievements", 64))
    return _table(heads, rows)


def _planned(entry: Entry, year: str) -> str:
    """The plan of a metric, by quarter where it is set so: “Q1 95.1, Q2 95.1 %”."""
    figures = (
        f"{period.removeprefix(year).strip()} {figure}".strip() for period, figure in entry.figures.items()
    )
    return f"{', '.join(figures)} {entry.unit}".strip() if entry.figures else ""


def _feedback(made: Return) -> Table:
    rows = [(entry.label, entry.answer or "not answered", entry.words) for entry in made.part(Part.STATEMENT)]
    return _table((("Statement", 0), ("Response", 40), ("Comment", _WORDS)), rows)


def _enablers(made: Return) -> Table:
    rows = [
        (entry.label, entry.answer, entry.words)
        for part in (Part.SUCCESS, Part.CHALLENGE)
        for entry in made.part(part)
        if entry.answer or entry.words
    ]
    return _table((("", 28), ("Enabler", 80), ("Response", 0)), rows)


def _fees(made: Return) -> Table:
    rows = []
    for entry in made.part(Part.FEE):
        rates = [entry.unread.get(name) or entry.figures.get(name, "") for name in FEE_FIGURES]
        uplift = implied_uplift(entry.figures)
        rows.append((fee_name(entry.label), entry.unit, *rates, "" if uplift is None else f"{uplift:+.1%}"))
    heads = (
        ("Paid for", 0),
        ("Unit", 44),
        *((name, 34) for name in FEE_FIGURES.values()),
        ("Uplift", _NARROW),
    )
    return _table(heads, rows)


def _schemes(made: Return, whole: WholePlan) -> Table:
    """The lines that report something."""
    place = whole.plan.periods.index(made.year) if made.year in whole.plan.periods else 0
    rows = [
        (
            row.line.scheme_id,
            row.line.name,
            row.line.source,
            _money(row.planned),
            _money(row.spend),
            _money(row.over),
            "" if row.outputs is None else f"{plain(row.outputs)} {row.line.unit}".strip(),
            "; ".join(filter(None, (row.explanation, row.issues))),
        )
        for row in variances(whole.lines, made, period=place)
        if row.spend is not None or row.outputs is not None or row.explanation or row.issues
    ]
    heads = (
        *(("ID", 12), ("Scheme", 0), ("Source", _MONEY), ("Planned", 30), ("Spent", 30), ("Over", 28)),
        *(("Delivered", 34), ("Explanation", 60)),
    )
    return _table(heads, rows)


def _findings(made: Return, whole: WholePlan) -> Table:
    rows = [(finding.message, finding.where) for finding in check_return(made, whole)]
    return _table((("What was found", 0), ("Where", 60)), rows)


def _sign_offs(made: Return, whole: WholePlan) -> Table:
    rows = [
        (
            one.role,
            one.name,
            one.authority,
            "" if one.signed_on is None else long_date(one.signed_on),
            one.meeting_ref,
        )
        for one in whole.sign_offs
        if one.return_id == made.id
    ]
    heads = (("Role", 60), ("Signed by", 0), ("Authority", _WORDS), ("On", 36), ("Ratified", 34))
    return _table(heads, rows)
