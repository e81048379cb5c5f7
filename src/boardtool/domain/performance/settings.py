"""How a chart is judged: what may be set for a metric, and the line that says so under the chart."""

from dataclasses import dataclass
from enum import StrEnum

from boardtool.domain.performance.series import SeriesRefusedError

SHORTEST_BASELINE = 12
SHORTEST_RUN = 6
LONGEST_RUN = 8


class Conflict(StrEnum):
    """What a point is called that is improving by one rule and worsening by another."""

    PRECEDENCE = "the first rule that fires"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of NHSRplotthedots 0.2.2 by default; the others are those of NHS England's own tools.

    `screening` leaves moving ranges of 3.267 times their average or more out of the limits. `fix_after` is
    the number of points of each segment that its limits come from. `outside_is_near` lets a point outside
    the limits count towards two of three; `trends_cross_segments` lets a trend run on over a recalculation.
    `moving_ranges` draws these beneath the chart; `over_dispersion` widens the limits of the metric's funnel
    by what areas differ beyond chance.
    """

    screening: bool = True
    fix_after: int | None = None
    trend_length: int = 7
    shift_length: int = 7
    outside_is_near: bool = False
    trends_cross_segments: bool = False
    conflict: Conflict = Conflict.PRECEDENCE
    moving_ranges: bool = False
    over_dispersion: bool = False

    def __post_init__(self) -> None:
        if self.fix_after is not None and self.fix_after < SHORTEST_BASELINE:
            raise SeriesRefusedError(
                "fix_after_n_points_below_12",
                f"Limits need {SHORTEST_BASELINE} points or more; {self.fix_after} are too few.",
            )
        if not all(
            SHORTEST_RUN <= length <= LONGEST_RUN for length in (self.trend_length, self.shift_length)
        ):
            raise SeriesRefusedError(
                "run_length", f"A run is {SHORTEST_RUN} to {LONGEST_RUN} points long; 7 is usual."
            )


USUAL = Settings()


def footer(settings: Settings = USUAL) -> str:
    """The line under a chart: "XmR chart. Limits: mean ± 2.66 × average moving range, …"."""
    said = [
        "XmR chart",
        "limits: mean ± 2.66 × average moving range",
        "moving ranges of 3.267 × their average or more left out" if settings.screening else "no screening",
        f"runs of {settings.shift_length} on one side",
        f"trends of {settings.trend_length}",
        "two of three near a limit",
    ]
    if settings.fix_after is not None:
        said.append(f"limits from the first {settings.fix_after} points of each segment")
    if settings.moving_ranges:
        said.append("moving ranges: upper limit 3.267 × their average")
    if settings.outside_is_near:
        said.append("points outside count towards two of three")
    if settings.trends_cross_segments:
        said.append("trends run on over a recalculation")
    if settings.conflict is not Conflict.PRECEDENCE:
        said.append(f"where rules disagree a point is called {settings.conflict}")
    return "; ".join(said) + "."
