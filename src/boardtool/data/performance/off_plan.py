"""Which metrics are off plan: those on a scorecard whose latest figure misses its target."""

from sqlalchemy import select

from boardtool.data.performance import records
from boardtool.data.store import Reading
from boardtool.data.tables import METRIC_TARGET, SCORECARD_METRIC
from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet, scorecard_row

_CHANGES = (Change.WORSENING, Change.CHANGED, Change.NOISE, Change.TOO_FEW, Change.IMPROVING)
_REACH = (WillMeet.NO, WillMeet.SOMETIMES, WillMeet.TOO_FEW, WillMeet.YES, WillMeet.NO_TARGET)


def off_plan(reading: Reading) -> tuple[ScorecardRow, ...]:
    """The metrics of all scorecards that miss their target, those first that will go on missing it.

    Only metrics that have a target are looked at.
    """
    found = reading.execute(
        select(SCORECARD_METRIC.c.metric_id, SCORECARD_METRIC.c.area_id)
        .where(SCORECARD_METRIC.c.metric_id.in_(select(METRIC_TARGET.c.metric_id)))
        .order_by(SCORECARD_METRIC.c.board_id, SCORECARD_METRIC.c.position)
    )
    pairs = list(dict.fromkeys((row.metric_id, row.area_id) for row in found))
    if not pairs:
        return ()
    rows = [scorecard_row(record) for record in records.records(reading, pairs)]
    missed = [row for row in rows if row.met is False]
    return tuple(sorted(missed, key=_urgency))


def _urgency(row: ScorecardRow) -> tuple[int, int]:
    return _REACH.index(row.will_meet), _CHANGES.index(row.change)
