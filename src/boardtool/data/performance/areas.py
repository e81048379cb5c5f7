"""The areas that figures are of, and those that a board watches."""

from collections.abc import Sequence

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import AREA, BOARD_AREA
from boardtool.domain.performance.metrics import Area
from boardtool.domain.text import folded


def every(reading: Reading) -> list[Area]:
    """All areas in the order in which they came."""
    found = reading.execute(select(AREA).order_by(AREA.c.id))
    return [Area(row.id, row.code, row.name, row.kind) for row in found]


def watched(reading: Reading, board_id: int) -> list[Area]:
    """The areas that a board watches, its own first."""
    found = reading.execute(
        select(AREA)
        .join(BOARD_AREA, BOARD_AREA.c.area_id == AREA.c.id)
        .where(BOARD_AREA.c.board_id == board_id)
        .order_by(BOARD_AREA.c.position)
    )
    return [Area(row.id, row.code, row.name, row.kind) for row in found]


def names(reading: Reading) -> dict[str, int]:
    """Every code and every name of an area, folded, to its id; a code goes before a name."""
    areas = every(reading)
    by_name = {folded(area.name): area.id for area in reversed(areas)}
    return by_name | {folded(area.code): area.id for area in areas if area.code}


def add(step: Step, *, name: str, code: str = "", kind: str = "") -> int:
    return rows.add(step, AREA, name=name, code=code, kind=kind)


def change(step: Step, area_id: int, **values: object) -> None:
    rows.change(step, AREA, area_id, values)


def watch(step: Step, board_id: int, area_ids: Sequence[int]) -> None:
    """Make these the areas that a board watches, in this order."""
    held = step.reading.execute(select(BOARD_AREA).where(BOARD_AREA.c.board_id == board_id)).all()
    known = {row.area_id: row for row in held}
    for gone in known.keys() - {*area_ids}:
        rows.remove(step, BOARD_AREA, known[gone].id)
    for position, area_id in enumerate(area_ids):
        if area_id not in known:
            rows.add(step, BOARD_AREA, board_id=board_id, area_id=area_id, position=position)
        elif known[area_id].position != position:
            rows.change(step, BOARD_AREA, known[area_id].id, {"position": position})
