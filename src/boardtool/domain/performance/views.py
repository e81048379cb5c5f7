"""The charts there are of a metric, and the two of a whole scorecard."""

from enum import StrEnum


class ChartView(StrEnum):
    """Which chart is drawn: the first four of one metric, the others of a board's scorecard."""

    TIME = "time"
    YEAR = "year"
    AREAS = "areas"
    FUNNEL = "funnel"
    SMALL = "small"
    MATRIX = "matrix"

    @property
    def is_of_scorecard(self) -> bool:
        return self in {ChartView.SMALL, ChartView.MATRIX}
