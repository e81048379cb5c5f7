"""Plans as the store keeps them, each with everything in it."""

import json
from collections.abc import Mapping

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.bcf import conditions, income, lines, metrics, sign_offs, tags
from boardtool.data.bcf.exactly import all_stored
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_PLAN, BOARD
from boardtool.domain.bcf.plans import Places, Plan, PlanState, WholePlan
from boardtool.domain.bcf.years import periods_of, plan_year_for, tidy_year
from boardtool.domain.errors import NotFoundError

_WITH_BOARD = select(BCF_PLAN, BOARD.c.code.label("board_code"), BOARD.c.name.label("board")).join(
    BOARD, BOARD.c.id == BCF_PLAN.c.board_id
)


def every(reading: Reading, *, board_id: int | None = None) -> list[Plan]:
    """All plans, or those of a board, the newest year first."""
    wanted = _WITH_BOARD if board_id is None else _WITH_BOARD.where(BCF_PLAN.c.board_id == board_id)
    return [_plan(row) for row in reading.execute(wanted.order_by(BCF_PLAN.c.year.desc(), BCF_PLAN.c.id))]


def by_id(reading: Reading, plan_id: int) -> Plan:
    return _plan(reading.execute(_WITH_BOARD.where(BCF_PLAN.c.id == plan_id)).one())


def of_year(reading: Reading, board_id: int, year: str) -> Plan | None:
    """The plan of a template's year ("2022-23", "2023-25"), None where there is none."""
    found = reading.execute(
        _WITH_BOARD.where(BCF_PLAN.c.board_id == board_id, BCF_PLAN.c.year == year)
    ).one_or_none()
    return None if found is None else _plan(found)


def by_ref(reading: Reading, ref: str) -> Plan:
    """The plan of "NNHWB/2022-23"; a year within a plan of two years means that plan.

    Raises:
        NotFoundError: there is no such plan; the sentence names those there are.
        CannotDoError: it is no year.
    """
    code, _, year = ref.partition("/")
    year = tidy_year(year)
    plans = [plan for plan in every(reading) if plan.board_code.casefold() == code.strip().casefold()]
    meant = plan_year_for(year, [plan.year for plan in plans])
    for plan in plans:
        if plan.year == meant:
            return plan
    there = ", ".join(plan.ref for plan in every(reading)) or "none yet"
    raise NotFoundError(f"There is no Better Care Fund plan {ref}. The plans are: {there}.")


def whole(reading: Reading, plan_id: int) -> WholePlan:
    """A plan with its lines, income, conditions, metrics, sign-offs and tags."""
    return WholePlan(
        plan=by_id(reading, plan_id),
        lines=tuple(lines.of_plan(reading, plan_id)),
        income=tuple(income.of_plan(reading, plan_id)),
        conditions=tuple(conditions.of_plan(reading, plan_id)),
        metrics=tuple(metrics.of_plan(reading, plan_id)),
        sign_offs=tuple(sign_offs.of_plan(reading, plan_id)),
        tags=tuple(tags.of_plan(reading, plan_id)),
    )


def add(step: Step, *, board_id: int, year: str, **values: object) -> int:
    return rows.add(step, BCF_PLAN, board_id=board_id, year=year, **_stored(values))


def change(step: Step, plan_id: int, **values: object) -> None:
    """Change facts of a plan; `out_of_hospital` and `adult_social_care` are pence by period."""
    rows.change(step, BCF_PLAN, plan_id, _stored(values))


def remove(step: Step, plan_id: int) -> None:
    rows.remove(step, BCF_PLAN, plan_id)


def _stored(values: Mapping[str, object]) -> dict[str, object]:
    kept = dict(values)
    for name in ("out_of_hospital", "adult_social_care"):
        if isinstance(by_period := kept.get(name), tuple):
            kept[name], kept[f"{name}_2"] = (*by_period, None)[:2]
    return all_stored(kept)


def _plan(row: Row[tuple[object, ...]]) -> Plan:
    return Plan(
        id=row.id,
        board_id=row.board_id,
        board_code=row.board_code,
        board=row.board,
        year=row.year,
        periods=periods_of(row.year),
        state=PlanState(row.state),
        due=row.due,
        out_of_hospital=(row.out_of_hospital, row.out_of_hospital_2),
        adult_social_care=(row.adult_social_care, row.adult_social_care_2),
        income_comment=row.income_comment,
        narrative=row.narrative,
        file=row.file,
        places=places_of(row.places),
    )


def places_of(text: str) -> Places:
    """Places as the store keeps them, in one text."""
    held = json.loads(text)
    return Places(held.get("sheets", {}), held.get("columns", {}), held.get("cells", {}))
