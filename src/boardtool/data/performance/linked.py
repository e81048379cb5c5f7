"""From the other side: the metrics that a scheme serves, or that a minute or an action speaks of."""

from collections.abc import Collection

from sqlalchemy import select

from boardtool.data.store import Reading
from boardtool.data.tables import METRIC, METRIC_LINK
from boardtool.domain.performance.linked import LinkedMetric
from boardtool.domain.performance.metrics import LinkKind


def linked_metrics(reading: Reading, kind: LinkKind, targets: Collection[int]) -> list[LinkedMetric]:
    """The metrics linked to these schemes, minutes or actions, in the order in which they were linked."""
    found = reading.execute(
        select(METRIC_LINK.c.target_id, METRIC.c.key, METRIC.c.name, METRIC.c.short)
        .join(METRIC, METRIC.c.id == METRIC_LINK.c.metric_id)
        .where(METRIC_LINK.c.kind == kind.value, METRIC_LINK.c.target_id.in_(targets))
        .order_by(METRIC_LINK.c.id)
    )
    return [LinkedMetric(row.target_id, row.key, row.short or row.name) for row in found]
