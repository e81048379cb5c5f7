"""Plan against actual through a financial year, with where it may end, drawn as SVG."""

from collections.abc import Iterable, Iterator

from boardtool.data.charts import paper
from boardtool.data.charts.drawing import element, joined, picture, polyline, text
from boardtool.data.charts.paper import (
    ACCENT,
    BAND,
    DASHED,
    HAIR,
    HEAD,
    HEIGHT,
    INK,
    LINE,
    QUIET,
    WIDTH,
    EndLabel,
    Plane,
)
from boardtool.domain.performance.axis import bounds, ticks
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.forecast import Forecast
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.year import YearPeriod, year_footer, year_of, year_sentence

_AIR = 0.06
_BAR = 10.0


def year_svg(chart: MetricChart) -> str:
    """The drawing; its description says the same in words."""
    return _drawn(chart, paper.head(chart.record.metric, chart.record.area, year_sentence(chart)), top=0)


def year_figure(chart: MetricChart) -> str:
    """The same without its head, for a paper that says that itself."""
    return _drawn(chart, (), top=HEAD)


def _drawn(chart: MetricChart, head: Iterable[str], *, top: float) -> str:
    record = chart.record
    return picture(
        (paper.background(), *head, *_body(chart)),
        width=WIDTH,
        height=HEIGHT,
        title=f"{record.metric.name}, {record.area.name}: plan against actual",
        description=year_alternative(chart),
        top=top,
    )


def year_alternative(chart: MetricChart) -> str:
    """The year in words, for those who cannot see it."""
    year, unit = year_of(chart), chart.record.metric.unit
    came = [each for each in year if each.actual is not None]
    title = f"{chart.record.metric.name}, {chart.record.area.name}: plan against actual."
    said = [title, year_sentence(chart)]
    if came:
        last = came[-1]
        planned = "" if last.planned is None else f", planned {shown(last.planned, unit)}"
        said.append(f"Latest {shown(last.actual, unit)} in {last.period.shown}{planned}.")
    return " ".join(said)


def _body(chart: MetricChart) -> Iterator[str]:
    year, ahead, metric = year_of(chart), chart.forecast, chart.record.metric
    plane = _plane(year, ahead, metric.unit)
    yield from paper.value_axis(plane, metric.unit)
    yield from paper.time_axis(plane, [each.period for each in year])
    if ahead is not None:
        yield from _range(year, ahead, plane)
    yield from joined(plane.places([each.planned for each in year]), colour=ACCENT, dash=DASHED)
    yield from joined(plane.places([each.actual for each in year]), colour=INK)
    for number, each in enumerate(year):
        if each.actual is not None:
            yield element("circle", cx=plane.x(number), cy=plane.y(each.actual), r=3.5, fill=INK)
    yield from paper.end_labels(plane, _labels(year, ahead))
    y = plane.bottom + 58
    yield polyline([(plane.left, y - 4), (plane.left + 28, y - 4)], colour=INK)
    yield text("actual", (plane.left + 36, y), size=11, colour=QUIET)
    yield polyline([(plane.left + 96, y - 4), (plane.left + 124, y - 4)], colour=ACCENT, dash=DASHED)
    yield text("planned", (plane.left + 132, y), size=11, colour=QUIET)
    if ahead is not None:
        yield from paper.foot(year_footer(chart))


def _plane(year: tuple[YearPeriod, ...], ahead: Forecast | None, unit: str) -> Plane:
    held = [] if ahead is None else [ahead.lower, ahead.upper]
    low, high = bounds([*(each.planned for each in year), *(each.actual for each in year), *held], unit)
    air = (high - low) * _AIR
    marks = ticks(low - (air if low else 0), high + air)
    return Plane(marks[0], marks[-1], len(year))


def _range(year: tuple[YearPeriod, ...], ahead: Forecast, plane: Plane) -> Iterator[str]:
    """The likely range of the year's average at its end, its middle a strong stroke."""
    seen = max((number for number, each in enumerate(year) if each.actual is not None), default=0)
    last, end = year[seen].actual, plane.right - _BAR
    low, high, middle = plane.y(ahead.lower), plane.y(ahead.upper), plane.y(ahead.expected)
    if last is not None:
        yield paper.polygon([(plane.x(seen), plane.y(last)), (end, high), (end, low)], BAND)
    yield element("rect", x=end, y=high, width=_BAR, height=max(low - high, 1.0), fill=HAIR)
    yield element("rect", x=end, y=middle - 1, width=_BAR, height=2, fill=LINE)


def _labels(year: tuple[YearPeriod, ...], ahead: Forecast | None) -> list[EndLabel]:
    planned = next((each.planned for each in reversed(year) if each.planned is not None), None)
    labels = [] if planned is None else [EndLabel(planned, f"Plan {shown(planned)}", ACCENT, 600)]
    if ahead is not None:
        labels.append(EndLabel(ahead.expected, f"Likely {shown(ahead.expected)}", INK, 600))
    return labels
