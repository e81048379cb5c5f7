"""What a check of a plan is given, and what it finds: the rule, the cell, and what would mend it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from boardtool.domain.bcf.cells import FIELDS
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line, WholePlan
from boardtool.domain.findings import Finding, Severity

RULES: Mapping[str, str] = {
    "V1": "Each source balances",
    "V2": "NHS commissioned, out of hospital: at least the minimum",
    "V3": "Adult social care: at least the minimum",
    "V4": "Joint shares are given and make 100 %",
    "V5": "“Other” is said in words",
    "V6": "Types, sub types and other words are those of the year",
    "V7": "Money is an amount between £0 and £1,000,000,000",
    "V8": "Scheme IDs are numbers, and one ID has one name",
    "V10": "Every line is complete",
    "V12": "Metrics are worked out from their figures and have a rationale",
    "V13": "Outputs are given where the type has a unit",
    "PR": "Every condition is answered",
    "R34": "The plan is signed, and what was delegated is ratified",
    "duplicate": "No line stands twice",
    "section 75": "Every line is pooled or aligned, and a pooled one has a lead commissioner",
    "printed": "Totals that papers print are the sums of their lines",
}
"""The rules, as the national template numbers them where it has them; V9 and V11 need no check here."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What puts a finding right: its words on a button, and the text that goes into one cell.

    `part` is "lines" or "income"; `field` a name of `cells.FIELDS`, or "amount", "amount_2" of an income.
    """

    says: str
    row_id: int
    field: str
    text: str
    part: str = "lines"


@dataclass(frozen=True, slots=True)
class PlanFinding(Finding):
    """A finding of a plan: `items` are the ids of the lines meant, the first the one to show.

    `field` is the field meant, `mends` what would put it right, the likeliest first; `source` the source of
    funding whose lines are meant, where it is one.
    """

    field: str = ""
    mends: tuple[Mend, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Recent:
    """The newest change of an amount: what stood there before, and when it was changed ("16:38")."""

    line_id: int
    field: str
    before: int | None
    at: str = ""


@dataclass(frozen=True, slots=True)
class PlanCase:
    """A plan as it is checked; `recent` are its newest changed amounts, the newest first."""

    whole: WholePlan
    lists: YearLists
    recent: tuple[Recent, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)

    def period_name(self, period: int) -> str:
        """The year of a period in brackets, "" where the plan has only one."""
        periods = self.whole.plan.periods
        return f" ({periods[period]})" if len(periods) > 1 else ""


def line_finding(
    case: PlanCase,
    rule: str,
    severity: Severity,
    line: Line,
    name: str,
    message: str,
    *mends: Mend,
) -> PlanFinding:
    """A finding of one cell of the scheme table, which it names as the sheet does where it came from one."""
    places = case.whole.plan.places
    column = places.columns.get(name, "")
    called = line.name or f"scheme {line.scheme_id}"
    number = case.numbers.get(line.id, line.position + 1)
    return PlanFinding(
        rule=rule,
        severity=severity,
        message=message,
        where=f"line {number}, {called}, {FIELDS[name].heading}",
        mend=mends[0].says if mends else "",
        items=(line.id,),
        sheet=places.sheets.get("schemes", ""),
        cell=f"{column}{line.row}" if column and line.row else "",
        field=name,
        mends=mends,
    )


def numbers_of(lines: tuple[Line, ...]) -> dict[int, int]:
    """The number of every line as the grid counts them, from 1, by id."""
    return {line.id: number for number, line in enumerate(lines, 1)}


Found = Iterator[PlanFinding]
