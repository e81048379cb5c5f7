"""The scorecard: every metric of a board in one table, with change told from noise and the target judged."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardtool.domain.performance.benchmark import meets
from boardtool.domain.performance.charts import MetricChart, metric_chart
from boardtool.domain.performance.metrics import Observation, Record, interval_of, value_shown
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.rules import ABOVE
from boardtool.domain.performance.sentences import target_sentence, variation_sentence
from boardtool.domain.performance.xmr import FEWEST_FOR_LIMITS, Assurance, Kind

SPARK_POINTS = 24


class Change(StrEnum):
    """The variation of a metric in a word; TOO_FEW where nothing can be told yet."""

    IMPROVING = "improving"
    WORSENING = "getting worse"
    CHANGED = "changed"
    NOISE = "no real change"
    TOO_FEW = "too few figures"


class WillMeet(StrEnum):
    """The assurance of a metric in words."""

    YES = "will meet it"
    SOMETIMES = "sometimes meets it"
    NO = "will not meet it"
    NO_TARGET = "no target"
    TOO_FEW = "too few figures"


_CHANGE_WORDS = {
    Change.IMPROVING: "Better",
    Change.WORSENING: "Worse",
    Change.CHANGED: "Changed",
    Change.NOISE: "No change",
    Change.TOO_FEW: "Too few figures",
}
_WILL_MEET_WORDS = {
    WillMeet.YES: "Will meet",
    WillMeet.SOMETIMES: "Hit or miss",
    WillMeet.NO: "Will miss",
    WillMeet.NO_TARGET: "",
    WillMeet.TOO_FEW: "Too few figures",
}
WILL_MEET = {
    WillMeet.YES: "Will meet",
    WillMeet.SOMETIMES: "Hit or miss",
    WillMeet.NO: "Will miss",
    WillMeet.NO_TARGET: "No target",
    WillMeet.TOO_FEW: "Too few points",
}
CHANGES = {
    Change.IMPROVING: "Getting better",
    Change.NOISE: "No change",
    Change.WORSENING: "Getting worse",
    Change.CHANGED: "Changed",
    Change.TOO_FEW: "Too few points",
}
_SAYS = {
    Change.IMPROVING: "A real change, the right way",
    Change.WORSENING: "A real change, the wrong way",
    Change.CHANGED: "A real change",
    Change.NOISE: "No real change",
}
_TARGET_WORDS = {
    WillMeet.YES: "the target will go on being met",
    WillMeet.SOMETIMES: "the target is met by chance",
    WillMeet.NO: "the target will be missed until the service changes",
    WillMeet.NO_TARGET: "",
    WillMeet.TOO_FEW: "",
}


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """A metric on the scorecard.

    `latest` is the newest figure with a value, else the newest, which says why it has none. `met` says
    whether it reaches its target, `by_chance` whether the target lies within the
    figure's own limits, so that "met" or "missed" may be chance. `spark` are the latest values, None a gap.
    """

    chart: MetricChart
    headings: tuple[str, ...]
    latest: Observation | None
    target: float | None
    met: bool | None
    by_chance: bool
    change: Change
    will_meet: WillMeet
    spark: tuple[float | None, ...]
    comment: str

    @property
    def record(self) -> Record:
        return self.chart.record

    @property
    def name(self) -> str:
        return self.record.metric.title

    @property
    def latest_shown(self) -> str:
        return value_shown(self.record.metric, self.latest)

    @property
    def target_shown(self) -> str:
        return "" if self.target is None else shown(self.target, self.record.metric.unit)

    @property
    def period_shown(self) -> str:
        return "" if self.latest is None else self.latest.period.shown

    @property
    def way(self) -> int:
        """Whether the latest change is upwards (1) or downwards (-1)."""
        latest = self.chart.xmr.latest
        return 0 if latest is None else latest.way

    @property
    def change_shown(self) -> str:
        """“No change”, “Better, high”, “Worse, low”."""
        latest = self.chart.xmr.latest
        words = _CHANGE_WORDS[self.change]
        if latest is None or self.change in {Change.NOISE, Change.TOO_FEW}:
            return words
        return f"{words}, {'high' if latest.way == ABOVE else 'low'}"

    @property
    def will_meet_shown(self) -> str:
        """“Will meet”, “Hit or miss”, “Will miss”; "" without a target."""
        return _WILL_MEET_WORDS[self.will_meet]

    @property
    def says(self) -> str:
        """What the row says in one short sentence: "No real change; the target is met by chance."."""
        if self.change is Change.TOO_FEW:
            return "Too few figures to tell a change from noise."
        target = _TARGET_WORDS[self.will_meet]
        return f"{_SAYS[self.change]}; {target}." if target else f"{_SAYS[self.change]}."

    @property
    def spark_said(self) -> str:
        """The spark line in words: its last figures; "" without any."""
        known = [shown(value) for value in self.spark if value is not None]
        return f"The last {len(known)} figures: {', '.join(known)}" if known else ""

    @property
    def met_shown(self) -> str:
        """“Met”, “Missed”, with “within chance” where its own limits hold the target."""
        if self.met is None:
            return ""
        return f"{'Met' if self.met else 'Missed'}{', within chance' if self.by_chance else ''}"


def scorecard_row(record: Record, *, headings: tuple[str, ...] = ()) -> ScorecardRow:
    """A row of the scorecard; the target is the one that held in the period of the latest figure."""
    chart = metric_chart(record)
    latest = record.latest or next(reversed(record.observations), None)
    held = record.target_on(latest.period.end if latest else date.max)
    target = None if held is None else held.value
    interval = None if latest is None else interval_of(record.metric, latest)
    met = None
    if latest is not None and latest.value is not None and target is not None:
        met = meets(latest.value, target, record.metric.direction)
    return ScorecardRow(
        chart=chart,
        headings=headings,
        latest=latest,
        target=target,
        met=met,
        by_chance=bool(interval and target is not None and interval.lower <= target <= interval.upper),
        change=_change(chart),
        will_meet=_will_meet(chart, target),
        spark=tuple(each.value for each in record.observations[-SPARK_POINTS:]),
        comment=record.commentary[-1].text if record.commentary else "",
    )


def _enough(chart: MetricChart) -> bool:
    return chart.xmr.variation is not None and chart.xmr.segments[-1].present >= FEWEST_FOR_LIMITS


def _change(chart: MetricChart) -> Change:
    if not _enough(chart) or chart.xmr.variation is None:
        return Change.TOO_FEW
    return {
        Kind.IMPROVEMENT: Change.IMPROVING,
        Kind.CONCERN: Change.WORSENING,
        Kind.NEUTRAL: Change.CHANGED,
        Kind.COMMON_CAUSE: Change.NOISE,
    }[chart.xmr.variation]


def _will_meet(chart: MetricChart, target: float | None) -> WillMeet:
    if target is None:
        return WillMeet.NO_TARGET
    if not _enough(chart) or chart.xmr.assurance is None:
        return WillMeet.TOO_FEW
    return {
        Assurance.PASS: WillMeet.YES,
        Assurance.HIT_OR_MISS: WillMeet.SOMETIMES,
        Assurance.FAIL: WillMeet.NO,
    }[chart.xmr.assurance]


def row_sentence(row: ScorecardRow) -> str:
    """What a row says, for print and for a screen reader."""
    xmr, metric = row.chart.xmr, row.record.metric
    said = [f"{row.name}: {row.latest_shown}"]
    if row.target is not None:
        said[0] += f" against {row.target_shown}"
    said[0] += "."
    if row.met_shown:
        said.append(f"{row.met_shown}.")
    if row.change is Change.TOO_FEW:
        said.append("Too few figures to tell a change from noise.")
    else:
        said.append(variation_sentence(xmr, period=metric.frequency.period))
        said.append(target_sentence(xmr, unit=metric.unit, period=metric.frequency.period))
    return " ".join(part for part in said if part)
