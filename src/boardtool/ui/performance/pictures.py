"""Further states of the Performance pages worth a picture."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from boardtool.data.performance import observations
from boardtool.ui.page import Picture
from boardtool.ui.performance.filters import LIST, MATRIX, SMALL
from boardtool.ui.performance.question import ScorecardFacts
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.ui.performance.metric import MetricPage
    from boardtool.ui.performance.scorecard import Scorecard


class Pictured(Protocol):
    """What of the page a picture of it needs; the page itself is not known here."""

    scorecard: "Scorecard"

    @property
    def one(self) -> "MetricPage": ...

    def open(self, place: Place) -> None: ...


def pictures_of(page: Pictured) -> tuple[Picture, ...]:
    """The overviews, each tab of the metric with the most figures, few points, dialogs, nothing yet."""
    scorecard = page.scorecard

    def shown_as(view: str) -> Callable[[], None]:
        return lambda: scorecard.filters.view.choose(view)

    def of_metric(tab: str) -> Callable[[], None]:
        return lambda: page.open(Place("performance", ref=_longest(scorecard.facts), tab=tab))

    def of_areas(tab: str) -> Callable[[], None]:
        return lambda: page.open(Place("performance", ref=_with_areas(scorecard), tab=tab))

    return (
        Picture("charts", shown_as(SMALL)),
        Picture("matrix", shown_as(MATRIX)),
        Picture("nothing", lambda: _find_nothing(page)),
        Picture("new", scorecard.doing.new_metric),
        Picture("metric", of_metric("chart")),
        Picture("year", of_metric("year")),
        Picture("ranges", lambda: _show_ranges(page)),
        Picture("areas", of_areas("areas")),
        Picture("funnel", of_areas("funnel")),
        Picture("no-funnel", of_metric("funnel")),
        Picture("recalculate", lambda: _recalculate(page)),
        Picture("settings", lambda: _set_charts(page)),
        Picture("few", lambda: page.open(Place("performance", ref=_shortest(scorecard.facts), tab="chart"))),
        Picture("empty", lambda: _show_nothing(page)),
    )


def _find_nothing(page: Pictured) -> None:
    page.scorecard.filters.view.choose(LIST)
    page.scorecard.filters.find.setText("no such words")
    page.scorecard.filters.changed.emit()


def _recalculate(page: Pictured) -> None:
    page.one.doing.recalculate()


def _set_charts(page: Pictured) -> None:
    page.one.doing.set_charts()


def _show_ranges(page: Pictured) -> None:
    """The figures over time with their moving ranges, as the switch beneath the chart shows them."""
    page.open(Place("performance", ref=_longest(page.scorecard.facts), tab="chart"))
    page.one.tabs.over_time.ranges.click()


def _with_areas(scorecard: "Scorecard") -> str:
    """The metric of the scorecard of which most areas have a numerator and a denominator."""
    rows = () if scorecard.facts is None else scorecard.facts.rows
    with scorecard.context.store.reading() as reading:
        seen = observations.every(reading)
    areas = {(each.metric_id, each.area_id) for each in seen if each.numerator and each.denominator}
    count = Counter(metric_id for metric_id, _ in areas)
    return max(rows, key=lambda row: count[row.record.metric.id]).record.ref if rows else "none/none"


def _longest(facts: ScorecardFacts | None) -> str:
    rows = () if facts is None else facts.rows
    return max(rows, key=lambda row: len(row.chart.xmr.points)).record.ref if rows else "none/none"


def _shortest(facts: ScorecardFacts | None) -> str:
    rows = [] if facts is None else [row for row in facts.rows if row.chart.xmr.latest]
    return min(rows, key=lambda row: len(row.chart.xmr.points)).record.ref if rows else "none/none"


def _show_nothing(page: Pictured) -> None:
    page.scorecard.filters.find.clear()
    page.open(Place("performance"))
    page.scorecard.show_facts(ScorecardFacts((), None, (), ()))
