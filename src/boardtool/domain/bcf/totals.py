"""Sums of a plan: by source, type, area, provider, commissioner or tag; balances; the two ring-fences."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from boardtool.domain.bcf.lists import ACUTE, JOINT, NHS_MINIMUM, SOCIAL_CARE, YearLists
from boardtool.domain.bcf.plans import Income, Line

TOLERANCE = 100
"""Pence by which a source may be out: published tables add roundings to whole pounds."""

Group = Callable[[Line], Iterable[str]]

GROUPS: Mapping[str, Group] = {
    "source": lambda line: (line.source,),
    "scheme_type": lambda line: (line.scheme_type,),
    "area_of_spend": lambda line: (line.area_of_spend,),
    "provider": lambda line: (line.provider,),
    "commissioner": lambda line: (line.commissioner,),
    "tags": lambda line: line.tags or ("",),
}


def totals(lines: Iterable[Line], by: str, *, period: int = 0) -> dict[str, int]:
    """Pence by group, in the order in which the groups are met; a line with two tags counts under both."""
    found: dict[str, int] = {}
    group = GROUPS[by]
    for line in lines:
        for name in group(line):
            found[name] = found.get(name, 0) + line.amount(period)
    return found


@dataclass(frozen=True, slots=True)
class Balance:
    """A source's income against what is planned from it, in pence."""

    source: str
    income: int
    spend: int
    period: int = 0

    @property
    def over(self) -> int:
        """Pence planned beyond the income; less than nothing where some is left."""
        return self.spend - self.income

    @property
    def holds(self) -> bool:
        return abs(self.over) <= TOLERANCE


def balances(
    lists: YearLists, lines: Iterable[Line], income: Iterable[Income], *, period: int = 0
) -> tuple[Balance, ...]:
    """Every source that has income or spend, in the order of the year's list; unknown ones after them."""
    spend = totals(lines, "source", period=period)
    came: dict[str, int] = {}
    for one in income:
        came[one.source] = came.get(one.source, 0) + one.in_period(period)
    known = [source.name for source in lists.sources]
    others = [name for name in {**came, **spend} if name not in known and name]
    return tuple(
        Balance(name, came.get(name, 0), spend.get(name, 0), period)
        for name in (*known, *others)
        if name in came or name in spend
    )


@dataclass(frozen=True, slots=True)
class RingFence:
    """What must be spent from the NHS minimum on something, and what is planned (pence)."""

    key: str
    name: str
    minimum: int | None
    planned: int
    period: int = 0

    @property
    def short(self) -> int:
        """Pence that are lacking; 0 where the minimum is reached, or not known."""
        return max(0, (self.minimum or 0) - self.planned)


def out_of_hospital(lists: YearLists, lines: Sequence[Line], *, period: int = 0) -> int:
    """Pence of the NHS minimum that the NHS commissions outside acute care; of a joint line its share."""
    whole = Decimal(0)
    for line in lines:
        if lists.source_key(line.source) == NHS_MINIMUM and line.area_of_spend != ACUTE:
            whole += line.amount(period) * _nhs_part(line)
    return int(whole.to_integral_value(ROUND_HALF_EVEN))


def _nhs_part(line: Line) -> Decimal:
    if line.commissioner == JOINT:
        return line.nhs_share or Decimal(0)
    return Decimal(line.commissioner in {"NHS", "CCG"})


def adult_social_care(lists: YearLists, lines: Iterable[Line], *, period: int = 0) -> int:
    """Pence of the NHS minimum that go to social care, whoever commissions it."""
    return sum(
        line.amount(period)
        for line in lines
        if line.area_of_spend == SOCIAL_CARE and lists.source_key(line.source) == NHS_MINIMUM
    )


def ring_fences(
    lists: YearLists,
    lines: Sequence[Line],
    minimums: tuple[Sequence[int | None], Sequence[int | None]],
    *,
    period: int = 0,
) -> tuple[RingFence, ...]:
    """The ring-fences of a year; `minimums` are those of out-of-hospital and of social care, by period."""
    social = RingFence(
        "adult_social_care",
        "Adult social care",
        minimums[1][period],
        adult_social_care(lists, lines, period=period),
        period,
    )
    if not lists.rules.out_of_hospital:
        return (social,)
    outside = RingFence(
        "out_of_hospital",
        f"{lists.nhs_word} commissioned, out of hospital",
        minimums[0][period],
        out_of_hospital(lists, lines, period=period),
        period,
    )
    return (outside, social)
