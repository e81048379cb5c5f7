"""A metric in all areas of one period, read from the store and compared."""

from boardtool.data.performance import areas, observations
from boardtool.data.store import Reading
from boardtool.domain.performance.among_areas import AmongAreas, AreaFigure, among_areas
from boardtool.domain.performance.metrics import Record


def among(reading: Reading, record: Record) -> AmongAreas:
    """The areas that have figures of a record's metric in the period of its latest figure."""
    latest = record.latest
    found = [] if latest is None else observations.in_period(reading, record.metric.id, latest.period)
    by_id = {each.id: each for each in areas.every(reading)}
    figures = [AreaFigure(by_id[each.area_id], each) for each in found]
    return among_areas(record.metric, record.area, figures)
