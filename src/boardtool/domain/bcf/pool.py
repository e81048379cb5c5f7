"""The money of a plan as a footer and pictures show it: sums of what is shown, and each part of the whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from boardtool.domain.bcf.plans import Income, Line
from boardtool.domain.bcf.totals import Balance
from boardtool.domain.money import PENCE, pounds

_MILLION = 1_000_000 * PENCE


@dataclass(frozen=True, slots=True)
class Sums:
    """How many lines and schemes, and what they add to (pence); income None where it cannot be compared."""

    lines: int
    schemes: int
    planned: int
    income: int | None

    @property
    def difference(self) -> int:
        """Pence planned beyond the income; less than nothing where some is left."""
        return 0 if self.income is None else self.planned - self.income


def summed(lines: Sequence[Line], income: Iterable[Income] | None, *, period: int = 0) -> Sums:
    return Sums(
        lines=len(lines),
        schemes=len({line.scheme_id or line.id for line in lines}),
        planned=sum(line.amount(period) for line in lines),
        income=None if income is None else sum(one.in_period(period) for one in income),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One group's pence, as a fraction of the whole and of the longest bar it stands beside."""

    name: str
    pence: int
    of_whole: Decimal
    of_largest: Decimal


def parts(totals: Mapping[str, int], *, longest: int | None = None) -> tuple[Part, ...]:
    """The groups of a total, the largest first; `longest` is the pence of the longest bar, if not theirs."""
    whole = sum(totals.values())
    largest = max([*totals.values(), 0]) if longest is None else longest
    ordered = sorted(totals.items(), key=lambda one: -one[1])
    return tuple(Part(name, pence, _part(pence, whole), _part(pence, largest)) for name, pence in ordered)


@dataclass(frozen=True, slots=True)
class Bar:
    """How long a source's bar is, as fractions of the longest: within its income, and beyond it."""

    within: Decimal
    beyond: Decimal


def bar_of(balance: Balance, *, longest: int) -> Bar:
    if balance.holds:
        return Bar(_part(balance.spend, longest), Decimal(0))
    within = min(balance.spend, balance.income)
    return Bar(_part(within, longest), _part(max(balance.over, 0), longest))


def longest_of(balances: Iterable[Balance]) -> int:
    """Pence of the longest bar that the balances of a plan need."""
    return max((max(one.spend, one.income) for one in balances), default=0)


def _part(pence: int, whole: int) -> Decimal:
    return max(Decimal(pence) / whole, Decimal(0)) if whole > 0 else Decimal(0)


def percent(fraction: Decimal) -> str:
    """A fraction as a percentage with one decimal: “63.5 %”."""
    return f"{(fraction * 100).quantize(Decimal('0.1'), ROUND_HALF_UP)} %"


def pounds_whole(pence: int) -> str:
    """£420,000, with pence only where there are some."""
    return pounds(pence).removesuffix(".00")


def figure(pence: int) -> str:
    """An amount under a heading that says pounds: “420,000”, “-1,250.50”."""
    return pounds_whole(pence).replace("£", "")


def millions(pence: int, *, places: int = 1) -> str:
    """£55.6m; below a tenth of a million the whole amount."""
    if abs(pence) < _MILLION // 10:
        return pounds_whole(pence)
    shown = (Decimal(abs(pence)) / _MILLION).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{'-' if pence < 0 else ''}£{shown:,}m"
