"""What the pictures of the pooled fund show: where the money goes, plan against actual, year on year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line, WholePlan
from boardtool.domain.bcf.returns import Return, Variance, variances

QUARTERS = 4
LEVELS = ("source", "scheme_type", "provider")


@dataclass(frozen=True, slots=True)
class Flow:
    """Money that goes one way: `path` is source, type, provider as far as the level goes; pence.

    `of_whole` is its part of all the money, `of_longest` its length against the longest bar.
    """

    path: tuple[str, ...]
    pence: int
    of_whole: Decimal
    of_longest: Decimal

    @property
    def level(self) -> int:
        return len(self.path) - 1


def flows(lines: Sequence[Line], *, levels: int = len(LEVELS), period: int = 0) -> tuple[Flow, ...]:
    """The money by source, within it by type, within that by provider; the largest first at each level."""
    whole = sum(line.amount(period) for line in lines)
    by_source = _grouped(lines, LEVELS[0], period)
    longest = max([*by_source.values(), 0])
    return tuple(_flows(lines, (), levels, period, whole, longest))


def _flows(
    lines: Sequence[Line], path: tuple[str, ...], levels: int, period: int, whole: int, longest: int
) -> Iterable[Flow]:
    field = LEVELS[len(path)]
    for name, pence in sorted(_grouped(lines, field, period).items(), key=lambda one: -one[1]):
        here = (*path, name)
        yield Flow(here, pence, _part(pence, whole), _part(pence, longest))
        if len(here) < levels:
            inner = [line for line in lines if getattr(line, field) == name]
            yield from _flows(inner, here, levels, period, whole, longest)


def _grouped(lines: Iterable[Line], field: str, period: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lines:
        name: str = getattr(line, field)
        found[name] = found.get(name, 0) + line.amount(period)
    return found


def _part(pence: int, whole: int) -> Decimal:
    return max(Decimal(pence) / whole, Decimal(0)) if whole > 0 else Decimal(0)


@dataclass(frozen=True, slots=True)
class SpendSums:
    """What lines were to spend and spent (pence); `spent` None where none of `lines` says so yet."""

    lines: int
    reported: int
    planned: int
    planned_of_reported: int
    spent: int | None

    @property
    def over(self) -> int | None:
        """Pence beyond the plan of those lines that report; less than nothing below it."""
        return None if self.spent is None else self.spent - self.planned_of_reported


def spend_sums(found: Sequence[Variance]) -> SpendSums:
    reported = [one for one in found if one.spend is not None]
    return SpendSums(
        lines=len(found),
        reported=len(reported),
        planned=sum(one.planned for one in found),
        planned_of_reported=sum(one.planned for one in reported),
        spent=sum(one.spend or 0 for one in reported) if reported else None,
    )


@dataclass(frozen=True, slots=True)
class AgainstPlan:
    """Spend up to the end of a return's period, against the plan of its year (pence).

    `even` is what an even spread over the year would have spent by then; `spent` is what the lines report,
    else the return's own total, None where neither is known.
    """

    period: str
    planned: int
    even: int
    spent: int | None
    of_longest: Decimal
    even_of_longest: Decimal
    spent_of_longest: Decimal

    @property
    def over(self) -> int | None:
        """Pence beyond an even spread; less than nothing below it."""
        return None if self.spent is None else self.spent - self.even


def against_plan(whole: WholePlan, returns: Sequence[Return]) -> tuple[AgainstPlan, ...]:
    """Every return of a plan in the order of its time."""
    found = []
    for made in sorted(returns, key=lambda one: (one.year, quarters_of(one.name))):
        if made.year not in whole.plan.periods:
            continue
        period = whole.plan.periods.index(made.year)
        sums = spend_sums(variances(whole.lines, made, period=period))
        spent = made.spend_actual if sums.spent is None else sums.spent
        even = sums.planned * quarters_of(made.name) // QUARTERS
        found.append((made.period, sums.planned, even, spent))
    longest = max((max(planned, spent or 0) for _period, planned, _even, spent in found), default=0)
    return tuple(
        AgainstPlan(
            period,
            planned,
            even,
            spent,
            _part(planned, longest),
            _part(even, longest),
            _part(spent or 0, longest),
        )
        for period, planned, even, spent in found
    )


def quarters_of(name: str) -> int:
    """How many quarters of the year a return covers: “Quarter 2” two, “End of Year” all four."""
    number = name.strip()[-1:]
    return int(number) if name.casefold().startswith("quarter") and number.isdigit() else QUARTERS


@dataclass(frozen=True, slots=True)
class YearOfSource:
    """What one source pays for in one financial year (pence)."""

    key: str
    year: str
    pence: int
    of_longest: Decimal


def year_on_year(plans: Sequence[tuple[WholePlan, YearLists]]) -> Mapping[str, tuple[YearOfSource, ...]]:
    """By source (its lasting key, "" for a word that is none) the planned spend of each year."""
    pence: dict[tuple[str, str], int] = {}
    years: list[str] = []
    for whole, lists in sorted(plans, key=lambda one: one[0].plan.year):
        for period, year in enumerate(whole.plan.periods):
            years.append(year)
            for name, amount in _grouped(whole.lines, "source", period).items():
                key = lists.source_key(name)
                pence[key, year] = pence.get((key, year), 0) + amount
    longest = max([*pence.values(), 0])
    keys = sorted(
        {key for key, _year in pence}, key=lambda key: -max(pence.get((key, year), 0) for year in years)
    )
    return {
        key: tuple(
            YearOfSource(key, year, pence.get((key, year), 0), _part(pence.get((key, year), 0), longest))
            for year in dict.fromkeys(years)
        )
        for key in keys
    }
