"""A funnel drawn as SVG: areas by how many people stand behind their figure, between the curves of chance."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from boardtool.data.charts import paper
from boardtool.data.charts.drawing import line, picture, polyline, text
from boardtool.data.charts.paper import (
    ACCENT,
    BAND,
    DOTTED,
    HAIR,
    HEAD,
    HEIGHT,
    INK,
    LIMIT,
    LINE,
    QUIET,
    WHITE,
    WIDTH,
    EndLabel,
    Plane,
)
from boardtool.domain.performance.among_areas import AmongAreas
from boardtool.domain.performance.axis import bounds, ticks
from boardtool.domain.performance.funnel_words import STANDINGS, funnel_footer, funnel_sentence
from boardtool.domain.performance.funnels import Funnel, FunnelLimits, FunnelPlace, Standing
from boardtool.domain.performance.numbers import shown

_AIR = 0.06
_HIGH = {Standing.HIGH_2, Standing.HIGH_3}
_FAR = {Standing.HIGH_3, Standing.LOW_3}
_INSIDE = {Standing.WITHIN, Standing.NOT_APPLICABLE}


def funnel_svg(among: AmongAreas, funnel: Funnel) -> str:
    """The drawing; its description says the same in words."""
    return _drawn(among, funnel, paper.head(among.metric, None, funnel_sentence(among)), top=0)


def funnel_figure(among: AmongAreas, funnel: Funnel) -> str:
    """The same without its head, for a paper that says that itself."""
    return _drawn(among, funnel, (), top=HEAD)


def _drawn(among: AmongAreas, funnel: Funnel, head: Iterable[str], *, top: float) -> str:
    return picture(
        (paper.background(), *head, *_body(among, funnel)),
        width=WIDTH,
        height=HEIGHT,
        title=f"{among.metric.name}: funnel of areas",
        description=funnel_alternative(among, funnel),
        top=top,
    )


def funnel_alternative(among: AmongAreas, funnel: Funnel) -> str:
    """The funnel in words, for those who cannot see it: every area outside is named."""
    said = [f"{among.metric.name}: funnel of areas.", funnel_sentence(among)]
    said.append(f"Average {shown(funnel.average, among.metric.unit)}.")
    said += [
        f"{place.area} {shown(place.value, among.metric.unit)}: {STANDINGS[place.standing].lower()}."
        for place in funnel.places
        if place.standing not in _INSIDE
    ]
    return " ".join(said)


def _body(among: AmongAreas, funnel: Funnel) -> Iterator[str]:
    metric = among.metric
    plane = _plane(funnel, metric.unit)
    across = ticks(funnel.curve[0].denominator, funnel.curve[-1].denominator, about=7)
    start, end = across[0], max(funnel.curve[-1].denominator, across[0] + 1)

    def x(denominator: float) -> float:
        return plane.left + (plane.right - plane.left) * (denominator - start) / (end - start)

    yield from _curves(funnel.curve, plane, x)
    yield from paper.value_axis(plane, metric.unit)
    yield line((plane.left, plane.bottom), (plane.right, plane.bottom), colour=HAIR)
    for value in (each for each in across if each <= end):
        yield text(paper.round_value(value), (x(value), plane.bottom + 18), colour=QUIET, anchor="middle")
    below = metric.denominator or "people"
    middle = ((plane.left + plane.right) / 2, plane.bottom + 36)
    yield text(below[:1].upper() + below[1:], middle, colour=QUIET, anchor="middle")
    average = plane.y(funnel.average)
    yield line((plane.left, average), (plane.right, average), colour=LINE)
    label = EndLabel(funnel.average, f"Average {shown(funnel.average)}", INK, 600)
    yield from paper.end_labels(plane, [label])
    yield from _places(funnel.places, among.own.name, plane, x)
    yield from _legend(plane)
    yield from paper.foot(funnel_footer(among))


def _plane(funnel: Funnel, unit: str) -> Plane:
    """What the areas reach, and the curves where areas are: left of the smallest they rise without bound."""
    least = min((each.denominator for each in funnel.places if each.denominator is not None), default=0.0)
    seen = [each for each in funnel.curve if each.denominator >= least]
    edges = [edge for each in seen for edge in (each.lower_3, each.upper_3)]
    low, high = bounds([funnel.average, *(each.value for each in funnel.places), *edges], unit)
    air = (high - low) * _AIR
    marks = ticks(low - (air if low else 0), high + air)
    return Plane(marks[0], marks[-1], 1)


def _curves(curve: Sequence[FunnelLimits], plane: Plane, x: Callable[[float], float]) -> Iterator[str]:
    """The band that holds 95 in 100, and around it the curves that hold 998 in 1,000."""

    def edge(of: Callable[[FunnelLimits], float]) -> list[tuple[float, float]]:
        return [(x(each.denominator), plane.y(of(each))) for each in curve]

    upper, lower = edge(lambda each: each.upper_2), edge(lambda each: each.lower_2)
    yield paper.polygon([*upper, *reversed(lower)], BAND)
    for points in (upper, lower):
        yield polyline(points, colour=LIMIT, width=1, dash=DOTTED)
    for points in (edge(lambda each: each.upper_3), edge(lambda each: each.lower_3)):
        yield polyline(points, colour=LIMIT, width=1)


def _places(
    places: Sequence[FunnelPlace], own: str, plane: Plane, x: Callable[[float], float]
) -> Iterator[str]:
    """Rings within chance, triangles outside, filled where far; one's own in the accent and named always."""
    for place in sorted(places, key=lambda each: each.area == own):
        if place.value is None or place.denominator is None:
            continue
        at, y, mine = x(place.denominator), plane.y(place.value), place.area == own
        colour = ACCENT if mine else INK
        yield _dot(place.standing, at, y, colour, mine=mine)
        if mine or place.standing not in _INSIDE:
            fits = at + 10 + paper.width_of(place.area, 11) < plane.right + 100
            beside, anchor = (at + 9, "start") if fits else (at - 9, "end")
            weight = 600 if mine else 400
            yield text(
                place.area, (beside, y + 4), size=11, colour=colour, anchor=anchor, weight=weight, halo=True
            )


def _dot(standing: Standing, x: float, y: float, colour: str, *, mine: bool) -> str:
    if standing in _INSIDE:
        return paper.ring(x, y, colour=colour if mine else LINE, fill=colour if mine else WHITE)
    fill = colour if standing in _FAR else WHITE
    return paper.triangle(x, y, up=standing in _HIGH, colour=colour, fill=fill)


def _legend(plane: Plane) -> Iterator[str]:
    """What the shapes mean."""
    x, y = plane.left + 5, plane.bottom + 58
    for standing, words in (
        (Standing.WITHIN, "within the curves"),
        (Standing.HIGH_2, "outside the inner curves"),
        (Standing.HIGH_3, "outside the outer curves"),
    ):
        yield _dot(standing, x, y - 4, INK, mine=False)
        yield text(words, (x + 12, y), size=11, colour=QUIET)
        x += 12 + paper.width_of(words, 11) + 24
