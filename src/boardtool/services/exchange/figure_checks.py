"""Which figures of a file cannot be: said twice, of no area, denied by their parts, beyond all measure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from boardtool.data.excel.figures.found import FoundFigure
from boardtool.data.excel.figures.repeated import repeated_words
from boardtool.data.performance import shipped
from boardtool.domain.imports import Rejected, Warned, as_written
from boardtool.domain.performance.metrics import Statistic
from boardtool.services.exchange.figure_names import Names
from boardtool.services.exchange.figure_rows import MeantFigure

_OFF_BY = 0.01  # of the value: more than rounding can do
_WHOLE = 100
_NEVER_NEGATIVE = {Statistic.PROPORTION, Statistic.RATE, Statistic.STANDARDISED, Statistic.COUNT}


@dataclass(slots=True)
class Sorted:
    """The figures that can be taken, and what is said of the others and of doubtful ones."""

    good: list[MeantFigure] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


def meant(figures: Sequence[FoundFigure], names: Names, *, published: bool) -> Sorted:
    """The figures with their metric and area.

    Of two of one metric, area and period the second is rejected; in a publication, whose tables repeat an
    area under each region, one that says the same is passed over instead.
    """
    found = Sorted()
    first: dict[str, FoundFigure] = {}
    again: list[FoundFigure] = []
    for each in figures:
        area = names.area(each.area)
        if area is None:
            reason = "it names no area: add a column for it, or say --board"
            found.rejected.append(_rejected(each, "area", reason))
            continue
        figure = MeantFigure(each, names.metric(each.metric, each.period.frequency), area)
        kind = each.target_kind.value if not each.has_figure else ""
        earlier = first.setdefault(f"{figure.metric.key}/{area.key}/{each.period.label}/{kind}", each)
        if earlier is each:
            found.good.append(figure)
        elif published and _says_the_same(earlier, each):
            again.append(each)
        else:
            found.rejected.append(_rejected(each, "period", repeated_words(earlier, each)))
    if again:
        figures_stand = "figure stands" if len(again) == 1 else "figures stand"
        said = f"{len(again)} {figures_stand} in the file twice with the same value: taken once"
        found.warnings.append(Warned(again[0].sheet, again[0].row, "", "", said))
    return found


def _says_the_same(one: FoundFigure, other: FoundFigure) -> bool:
    parts = ("value", "numerator", "denominator", "target", "status")
    return all(getattr(one, part) == getattr(other, part) for part in parts)


def checked(figures: Sequence[MeantFigure]) -> Sorted:
    """The figures that can be: no part above its whole, none that its own parts deny, no share above 100 %.

    A metric that boardtool does not know may be in per cent and no share of a whole, so it is told only.
    """
    found = Sorted()
    for figure in figures:
        denied = _denied(figure)
        if denied:
            found.rejected.append(_rejected(figure.found, "value", denied))
            continue
        beyond = next(_beyond(figure), None)
        if beyond is not None and _is_known(figure):
            found.rejected.append(_rejected(figure.found, *beyond))
            continue
        found.good.append(figure)
        if beyond is not None:
            name, words = beyond
            each = figure.found
            found.warnings.append(Warned(each.sheet, each.row, each.cells.get(name, each.cell), "", words))
    return found


def _is_known(figure: MeantFigure) -> bool:
    return figure.metric.key in shipped.known_metrics()


def _denied(figure: MeantFigure) -> str:
    found, facts = figure.found, figure.metric.facts
    x, n = found.numerator, found.denominator
    if x is None or n is None or facts.statistic not in {Statistic.PROPORTION, Statistic.RATE}:
        return ""
    if n <= 0 or x < 0:
        return f"numerator {x:g} and denominator {n:g} cannot be"
    if facts.statistic is Statistic.PROPORTION and x > n:
        return f"numerator {x:g} is above denominator {n:g}"
    expected = x / n * facts.multiplier
    if found.value is not None and abs(found.value - expected) > max(_OFF_BY * abs(expected), _OFF_BY * 10):
        return f"{found.value:g} is not {x:g} of {n:g}, which is {expected:.4g}"
    return ""


def _beyond(figure: MeantFigure) -> Iterator[tuple[str, str]]:
    """Which part lies outside of what such a metric can be ("value", "target"), and why."""
    facts = figure.metric.facts
    for part, number in (("value", figure.found.value), ("target", figure.found.target)):
        if number is None or facts.statistic not in _NEVER_NEGATIVE:
            continue
        name = "target " if part == "target" else ""
        if number < 0:
            yield part, f"{name}{number:g} is negative: {facts.name} cannot be below 0"
        elif facts.statistic is Statistic.PROPORTION and facts.unit == "%" and number > _WHOLE:
            whole = "is a share of a whole" if _is_known(figure) else "can be so only if it is no share"
            yield part, f"{name}{number:g} is above 100 %: {facts.name} {whole}"


def _rejected(figure: FoundFigure, name: str, reason: str) -> Rejected:
    cell = figure.cells.get(name) or figure.cell
    values = {"period": figure.period.label, "target": as_written(figure.target)}
    value = values.get(name, as_written(figure.value))
    return Rejected(figure.sheet, figure.row, cell, name, value, reason)
