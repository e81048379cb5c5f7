"""What is wrong in a return: figures that are none, a pool that does not add up, what is unexplained."""

from collections.abc import Iterator
from dataclasses import dataclass

from boardtool.domain.bcf.plans import WholePlan
from boardtool.domain.bcf.returns import Entry, Part, Return, variances
from boardtool.domain.bcf.returns_fees import fee_name
from boardtool.domain.bcf.returns_pool import Pooled, incomes, unlike
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.money import pounds

END_OF_YEAR = "End of Year"

_SHEETS = {
    Part.INCOME: "income",
    Part.DISCHARGE: "income",
    Part.SPEND: "spend",
    Part.METRIC: "metrics",
    Part.FEE: "fees",
}


@dataclass(frozen=True, slots=True)
class ReturnFinding(Finding):
    """A finding of a return: `items` holds the id of the row meant, () where no row is.

    `part` is the table of that row; None where it is the spend by line, and the row a line of the plan.
    """

    part: Part | None = None


def check_return(made: Return, whole: WholePlan) -> tuple[ReturnFinding, ...]:
    """Everything that is found, each with the cell of the workbook that it came from, where one is known."""
    return (*_unread(made, whole), *_pool(made), *_unexplained(made, whole))


def _unread(made: Return, whole: WholePlan) -> Iterator[ReturnFinding]:
    """What was read as a figure of the return and is none."""
    for name, text in made.unread.items():
        part = Part.INCOME if name.startswith("pooled") else None
        cell = made.places.cells.get(name, "")
        yield _no_figure(made, "income", cell, name.replace("_", " "), text, part=part)
    for entry in made.entries:
        for name, text in entry.unread.items():
            sheet, cell = _SHEETS.get(entry.part, ""), entry.cells.get(name, "")
            yield _no_figure(made, sheet, cell, _named(entry), text, items=(entry.id,), part=entry.part)
    lines = {line.id: line for line in whole.lines}
    for actual in made.actuals:
        for text in actual.unread.values():
            where = f"scheme {lines[actual.line_id].scheme_id}"
            yield _no_figure(made, "actuals", "", where, text, items=(actual.line_id,))


def _named(entry: Entry) -> str:
    return fee_name(entry.label) if entry.part is Part.FEE else entry.label


def _no_figure(
    made: Return,
    sheet: str,
    cell: str,
    where: str,
    text: str,
    *,
    items: tuple[int, ...] = (),
    part: Part | None = None,
) -> ReturnFinding:
    return ReturnFinding(
        "V7",
        Severity.WARN,
        f"{made.period}, {where}: “{text}” is not a figure: write it as 1,234.50.",
        where=where,
        items=items,
        sheet=made.places.sheets.get(sheet, ""),
        cell=cell,
        part=part,
    )


def _pool(made: Return) -> Iterator[ReturnFinding]:
    """The whole pool as the workbook prints it is what its sources add to, to a pound."""
    for name, shown, ours in unlike(Pooled(made.pooled_planned, made.pooled_actual), incomes(made)):
        adds = f"the sources add to {pounds(ours)} {name}"
        yield ReturnFinding(
            "printed",
            Severity.INFORM,
            f"{made.period}: {adds}, the workbook prints {pounds(shown)}.",
            where="pooled fund",
            sheet=made.places.sheets.get("income", ""),
            cell=made.places.cells.get(f"pooled_{name}", ""),
            part=Part.INCOME,
        )


def _unexplained(made: Return, whole: WholePlan) -> Iterator[ReturnFinding]:
    """At the end of the year a line that spent more or less than planned says why."""
    if made.name != END_OF_YEAR or made.year not in whole.plan.periods:
        return
    period = whole.plan.periods.index(made.year)
    for row in variances(whole.lines, made, period=period):
        if row.over and not (row.explanation or row.issues):
            way = "more" if row.over > 0 else "less"
            yield ReturnFinding(
                "variance",
                Severity.INFORM,
                f"{made.period}: {row.line.name} spent {pounds(abs(row.over))} {way} than planned; say why.",
                where=f"scheme {row.line.scheme_id}",
                items=(row.line.id,),
            )
