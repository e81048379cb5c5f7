"""Programmes and their benefits tables as the store keeps them."""

from collections.abc import Mapping

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_BENEFIT, BCF_BENEFIT_FIGURE, BCF_PROGRAMME
from boardtool.domain.bcf.benefits import Benefit, BenefitKind, Figure, Programme


def every(reading: Reading, *, board_id: int | None = None) -> list[Programme]:
    """All programmes, or those of a board."""
    wanted = select(BCF_PROGRAMME).order_by(BCF_PROGRAMME.c.id)
    if board_id is not None:
        wanted = wanted.where(BCF_PROGRAMME.c.board_id == board_id)
    return [
        Programme(row.id, row.board_id, row.name, row.printed_in, tuple(_benefits(reading, row.id)))
        for row in reading.execute(wanted).all()
    ]


def by_id(reading: Reading, programme_id: int) -> Programme:
    return next(one for one in every(reading) if one.id == programme_id)


def _benefits(reading: Reading, programme_id: int) -> list[Benefit]:
    of_programme = select(BCF_BENEFIT.c.id).where(BCF_BENEFIT.c.programme_id == programme_id)
    figures: dict[int, dict[str, Figure]] = {}
    for row in reading.execute(
        select(BCF_BENEFIT_FIGURE)
        .where(BCF_BENEFIT_FIGURE.c.benefit_id.in_(of_programme))
        .order_by(BCF_BENEFIT_FIGURE.c.year)
    ):
        figures.setdefault(row.benefit_id, {})[row.year] = Figure(row.planned, row.realised, row.words)
    found = reading.execute(
        select(BCF_BENEFIT).where(BCF_BENEFIT.c.programme_id == programme_id).order_by(BCF_BENEFIT.c.position)
    )
    return [
        Benefit(
            row.id,
            row.position,
            BenefitKind(row.kind),
            row.name,
            row.heading,
            row.printed_total,
            figures.get(row.id, {}),
        )
        for row in found
    ]


def add_programme(step: Step, *, board_id: int, name: str, printed_in: str = "") -> int:
    return rows.add(step, BCF_PROGRAMME, board_id=board_id, name=name, printed_in=printed_in)


def remove_programme(step: Step, programme_id: int) -> None:
    rows.remove(step, BCF_PROGRAMME, programme_id)


def add(step: Step, programme_id: int, *, kind: BenefitKind, name: str, **values: object) -> int:
    position = rows.next_position(step, BCF_BENEFIT, "programme_id", programme_id)
    return rows.add(
        step, BCF_BENEFIT, programme_id=programme_id, position=position, kind=kind, name=name, **values
    )


def change(step: Step, benefit_id: int, **values: object) -> None:
    rows.change(step, BCF_BENEFIT, benefit_id, values)


def remove(step: Step, benefit_id: int) -> None:
    rows.remove(step, BCF_BENEFIT, benefit_id)


def set_figure(step: Step, benefit_id: int, year: str, values: Mapping[str, object]) -> None:
    """Set `planned`, `realised` (pence) or `words` of a benefit in a year."""
    held = step.reading.execute(
        select(BCF_BENEFIT_FIGURE.c.id).where(
            BCF_BENEFIT_FIGURE.c.benefit_id == benefit_id, BCF_BENEFIT_FIGURE.c.year == year
        )
    ).scalar_one_or_none()
    if held is None:
        rows.add(step, BCF_BENEFIT_FIGURE, benefit_id=benefit_id, year=year, **values)
    else:
        rows.change(step, BCF_BENEFIT_FIGURE, held, values)
