"""Makers of plans for tests: a year's real lists, and lines that lack nothing."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from boardtool.data.bcf.national import lists_of
from boardtool.domain.bcf.checks import PlanCase, Recent, check
from boardtool.domain.bcf.checks.case import PlanFinding
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Income, Line, Plan, Tag, WholePlan
from boardtool.domain.bcf.years import periods_of

WHOLE = Line(
    id=1,
    position=0,
    scheme_id="1",
    name="Carers Support",
    description="Breaks for unpaid carers",
    scheme_type="Carers Services",
    sub_type="Respite services",
    area_of_spend="Social Care",
    commissioner="LA",
    provider="Charity / Voluntary Sector",
    source="iBCF",
    new_existing="Existing",
    expenditure=100_000_00,
    pooling="Pooled",
    lead_commissioner="North Northamptonshire Council",
)


def a_line(number: int = 1, **values: Any) -> Line:  # noqa: ANN401 - each value is of the type of its field
    """A line that lacks nothing, but for what is said."""
    return replace(WHOLE, id=number, position=number - 1, **values)


def a_plan(year: str = "2022-23", **values: Any) -> Plan:  # noqa: ANN401 - as above
    facts: dict[str, Any] = {"out_of_hospital": (0, 0), "adult_social_care": (0, 0), **values}
    return Plan(1, 1, "NNHWB", "North", year, periods_of(year), **facts)


def a_case(
    lines: Sequence[Line],
    *,
    income: Sequence[Income] | None = None,
    year: str = "2022-23",
    plan: Plan | None = None,
    tags: Sequence[Tag] = (),
    recent: Sequence[Recent] = (),
) -> PlanCase:
    """A plan with these lines; the income balances unless it is said."""
    came = balancing(lines) if income is None else tuple(income)
    whole = WholePlan(plan or a_plan(year), tuple(lines), came, tags=tuple(tags))
    return PlanCase(whole, lists_of(year), tuple(recent))


def balancing(lines: Sequence[Line]) -> tuple[Income, ...]:
    sources = dict.fromkeys(line.source for line in lines if line.source)
    return tuple(
        Income(
            place,
            place,
            source,
            amount=sum(line.amount() for line in lines if line.source == source),
            amount_2=sum(line.amount(1) for line in lines if line.source == source),
        )
        for place, source in enumerate(sources, 1)
    )


def found(case: PlanCase, rule: str = "") -> list[PlanFinding]:
    """What the checks find of a rule, or of all."""
    return [
        finding
        for finding in check(case).findings
        if isinstance(finding, PlanFinding) and rule in {"", finding.rule}
    ]


def lists(year: str = "2022-23") -> YearLists:
    return lists_of(year)


def joint(nhs: str | None, la: str | None, **values: Any) -> Line:  # noqa: ANN401 - as above
    """A line that council and NHS commission together, with these shares."""
    return a_line(
        commissioner="Joint",
        nhs_share=None if nhs is None else Decimal(nhs),
        la_share=None if la is None else Decimal(la),
        **values,
    )
