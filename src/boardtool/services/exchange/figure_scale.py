"""In which scale the figures of a file are: shares made per cent, and signs and scales that do not agree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from boardtool.domain.imports import Rejected, Warned, as_written
from boardtool.services.exchange.figure_checks import Sorted
from boardtool.services.exchange.figure_names import as_per_cent
from boardtool.services.exchange.figure_rows import MeantFigure

_PER_CENT = "%"
_HUNDREDFOLD = 100
_FEWEST_TO_COMPARE = 2
_SHARE_AMONG_PER_CENT = 10  # as much smaller than all others is a share, not a small percentage


def in_scale(figures: Sequence[MeantFigure]) -> Sorted:
    """The figures of each metric in its unit, and by cell what is in another."""
    by_metric: dict[str, list[MeantFigure]] = defaultdict(list)
    for figure in figures:
        by_metric[figure.metric.key].append(figure)
    shares = {key for key, several in by_metric.items() if _are_shares(several)}
    found = Sorted()
    found.warnings += [_told_of_shares(by_metric[key][0]) for key in sorted(shares)]
    for key, several in by_metric.items():
        found.warnings += _odd_signs(several)
        found.warnings += () if key in shares else _shares_among_per_cent(several)
    foreign = {id(figure): _rejected_sign(figure) for figure in figures if _has_foreign_sign(figure)}
    found.rejected += foreign.values()
    found.good = [
        replace(figure, found=as_per_cent([figure.found])[0]) if figure.metric.key in shares else figure
        for figure in figures
        if id(figure) not in foreign
    ]
    return found


def _are_shares(figures: Sequence[MeantFigure]) -> bool:
    """Whether all values of a metric in per cent lie between 0 and 1, and none has the sign "%"."""
    if figures[0].metric.facts.unit != _PER_CENT or any(each.found.is_per_cent for each in figures):
        return False
    values = [
        number
        for figure in figures
        for number in (figure.found.value, figure.found.target)
        if number is not None
    ]
    return bool(values) and max(values) <= 1 and max(values) > 0


def _told_of_shares(first: MeantFigure) -> Warned:
    found = first.found
    words = f"{first.metric.facts.name} is in per cent: 0.953 is read as 95.3"
    return Warned(found.sheet, found.row, found.cell, as_written(found.value), words)


def _has_foreign_sign(figure: MeantFigure) -> bool:
    """Whether it is written with "%" although its metric is known to be in another unit."""
    unit = figure.metric.facts.unit
    return figure.found.is_per_cent and bool(unit) and unit != _PER_CENT


def _rejected_sign(figure: MeantFigure) -> Rejected:
    found, facts = figure.found, figure.metric.facts
    reason = f"{as_written(found.value)}% is a percentage, but {facts.name} is in {facts.unit}"
    return Rejected(found.sheet, found.row, found.cell, "value", f"{as_written(found.value)}%", reason)


def _odd_signs(figures: Sequence[MeantFigure]) -> Iterator[Warned]:
    """The few values of a metric with a sign among those without, or without among those with."""
    valued = [figure for figure in figures if figure.found.value is not None]
    signed = [figure for figure in valued if figure.found.is_per_cent]
    if not signed or len(signed) == len(valued):
        return
    few, have = (signed, "has") if len(signed) * 2 <= len(valued) else (_unsigned(valued), "has not")
    for figure in few:
        shown = as_written(figure.found.value)
        yield _warned(figure, f"{have} the sign “%”, unlike the others of its metric: read as {shown}")


def _shares_among_per_cent(figures: Sequence[MeantFigure]) -> Iterator[Warned]:
    """A value of at most 1 that is much smaller than all the others: 0.953 among 94.1 and 95.0."""
    if figures[0].metric.facts.unit != _PER_CENT:
        return
    valued = [(abs(each.found.value), each) for each in figures if each.found.value is not None]
    if len(valued) < _FEWEST_TO_COMPARE:
        return
    (least, figure), (next_least, _) = sorted(valued, key=lambda pair: pair[0])[:_FEWEST_TO_COMPARE]
    if 0 < least <= 1 and least * _SHARE_AMONG_PER_CENT < next_least and not figure.found.is_per_cent:
        right = f"{least * _HUNDREDFOLD:g}"
        yield _warned(figure, f"{least:g} among percentages may be a share: if so, write {right}")


def _unsigned(figures: Sequence[MeantFigure]) -> list[MeantFigure]:
    return [figure for figure in figures if not figure.found.is_per_cent]


def _warned(figure: MeantFigure, words: str) -> Warned:
    found = figure.found
    sign = _PER_CENT if found.is_per_cent else ""
    return Warned(found.sheet, found.row, found.cell, f"{as_written(found.value)}{sign}", words)
