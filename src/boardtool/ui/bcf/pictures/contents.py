"""What each picture of a plan holds: its drawing, and the same figures as the rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardtool.domain.bcf.checks import PlanCase
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.pictures import against_plan, flows, year_on_year
from boardtool.domain.bcf.plans import WholePlan
from boardtool.domain.bcf.pool import figure, percent, pounds_whole
from boardtool.domain.bcf.returns import Return
from boardtool.ui.bcf.pictures.drawing import Bar, Drawing
from boardtool.ui.bcf.short_words import short_group, short_source
from boardtool.ui.theme.colours import Tone

_FIELDS = ("source", "scheme_type", "provider")


class Kind(StrEnum):
    """The pictures; the value is what the chip calls them."""

    FLOWS = "Where the money goes"
    AGAINST = "Plan against actual"
    YEARS = "Year on year"


class Depth(StrEnum):
    """How far down the money is followed."""

    SOURCE = "by source"
    TYPE = "by source and type"
    PROVIDER = "by source, type and provider"


_INDENT = "\u2003"
_HEADINGS = {Depth.SOURCE: "Source", Depth.TYPE: "Source, type", Depth.PROVIDER: "Source, type, provider"}


@dataclass(frozen=True, slots=True)
class Contents:
    """A picture and its table: headings, and rows of as many texts; `straight` columns hold figures."""

    drawing: Drawing
    headings: tuple[str, ...]
    straight: frozenset[int]
    rows: tuple[tuple[str, ...], ...]


def money_flows(case: PlanCase, depth: Depth, *, period: int = 0) -> Contents:
    levels = list(Depth).index(depth) + 1
    found = flows(case.whole.lines, levels=levels, period=period)
    plan = case.whole.plan
    words = [
        [short_group(case.lists, by, name) for by, name in zip(_FIELDS, one.path, strict=False)]
        for one in found
    ]
    bars = tuple(
        Bar(
            path[-1],
            float(one.of_longest),
            f"{pounds_whole(one.pence)}  {percent(one.of_whole)}"
            if one.level == 0
            else pounds_whole(one.pence),
            one.level,
        )
        for one, path in zip(found, words, strict=True)
    )
    rows = tuple(
        (f"{_INDENT * one.level}{path[-1]}", figure(one.pence), percent(one.of_whole))
        for one, path in zip(found, words, strict=True)
    )
    drawing = Drawing(Kind.FLOWS, f"{plan.board}, {plan.periods[period]}, {depth}", bars)
    return Contents(drawing, (_HEADINGS[depth], "\u00a3", "Part"), frozenset({1, 2}), rows)


def plan_against_actual(whole: WholePlan, returns: Sequence[Return]) -> Contents:
    found = against_plan(whole, returns)
    bars: list[Bar] = []
    for one in found:
        bars.append(
            Bar(f"{one.period}, planned for the year", float(one.of_longest), pounds_whole(one.planned))
        )
        spent = "nothing reported yet" if one.spent is None else f"{pounds_whole(one.spent)} spent"
        tone = Tone.LATE if one.over is not None and one.over > 0 else None
        length = float(one.spent_of_longest)
        bars.append(Bar("spent by its end", length, spent, 1, mark=float(one.even_of_longest), tone=tone))
    rows = tuple(
        (
            one.period,
            figure(one.planned),
            figure(one.even),
            "" if one.spent is None else figure(one.spent),
            "" if one.over is None else figure(one.over),
        )
        for one in found
    )
    plan = whole.plan
    note = "The upright line is what an even spread over the year would have spent by then." if found else ""
    drawing = Drawing(Kind.AGAINST, f"{plan.board}, {plan.year}, return by return", tuple(bars), note)
    headings = ("Return", "Planned, \u00a3", "Even spread, \u00a3", "Spent, \u00a3", "Over, \u00a3")
    return Contents(drawing, headings, frozenset({1, 2, 3, 4}), rows)


def years_side_by_side(board: str, plans: Sequence[tuple[WholePlan, YearLists]]) -> Contents:
    found = year_on_year(plans)
    lists = plans[-1][1]
    years = [one.year for one in next(iter(found.values()), ())]
    bars: list[Bar] = []
    rows: list[tuple[str, ...]] = []
    for key, by_year in found.items():
        source = lists.source_with(key)
        name = short_source(lists, source.name) if source is not None else "No source of the year"
        bars += [
            Bar(
                f"{name}, {one.year}" if not at else one.year,
                float(one.of_longest),
                pounds_whole(one.pence),
                min(at, 1),
            )
            for at, one in enumerate(by_year)
        ]
        rows.append((name, *(figure(one.pence) for one in by_year)))
    drawing = Drawing(Kind.YEARS, f"{board}, planned spend by source", tuple(bars))
    return Contents(
        drawing,
        ("Source", *(f"{year}, \u00a3" for year in years)),
        frozenset(range(1, len(years) + 1)),
        tuple(rows),
    )
