"""A row of the table under a chart: one period's figure, its point, and what was said of it."""

from dataclasses import dataclass
from datetime import date

from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.metrics import Metric, Observation
from boardtool.domain.performance.moving_ranges import RangePoint
from boardtool.domain.performance.sentences import point_sentence
from boardtool.domain.performance.xmr import JudgedPoint


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its judgement; `number` is its point in the chart."""

    number: int
    metric: Metric
    seen: Observation
    point: JudgedPoint
    moved: RangePoint
    remark: str

    @property
    def id(self) -> date:
        """What stays its own, also when the figure is taken away and entered again."""
        return self.seen.period.start

    @property
    def reading(self) -> str:
        """What the rules say of it: "Above the upper limit: concern"; "–" without a value."""
        if self.point.value is None:
            return "\u2013"
        said = point_sentence(self.point)
        return said[:1].upper() + said[1:] if said else "Common cause"


def figure_rows(chart: MetricChart) -> list[FigureRow]:
    """The newest first."""
    remarks = {each.period: each.text for each in chart.record.commentary}
    rows = [
        FigureRow(point.number, chart.record.metric, seen, point, moved, remarks.get(seen.period, ""))
        for seen, point, moved in zip(
            chart.record.observations, chart.xmr.points, chart.ranges.points, strict=True
        )
    ]
    rows.reverse()
    return rows
