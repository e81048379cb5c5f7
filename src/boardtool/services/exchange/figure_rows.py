"""One figure of a file held against the library: what taking it would change, and the write that takes it."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from boardtool.data.excel.figures.found import FoundFigure
from boardtool.data.performance import observations, remarks
from boardtool.data.store import Step
from boardtool.domain.performance.metrics import Commentary, Observation, Status, Target
from boardtool.services.exchange.comparing import ComparedRow, added, held_against
from boardtool.services.exchange.figure_names import Entered, MeantArea, MeantMetric

AUTHOR = "import"
_PARTS = ("value", "numerator", "denominator", "lower", "upper")


@dataclass(frozen=True, slots=True)
class Held:
    """What the library holds for the metric, area and period of a figure."""

    observation: Observation | None = None
    target: Target | None = None
    commentary: Commentary | None = None


@dataclass(frozen=True, slots=True)
class MeantFigure:
    """A figure of a file with what its names mean, and what the library holds in its place."""

    found: FoundFigure
    metric: MeantMetric
    area: MeantArea
    held: Held = field(default_factory=Held)

    @property
    def key(self) -> str:
        """What names its row: metric, area and period."""
        return f"{self.metric.key}/{self.area.name}/{self.found.period.label}"


def compared(figure: MeantFigure, entered: Entered, *, source: str, today: date) -> ComparedRow:
    """The row as it would be taken."""
    said, ours = _said(figure), _ours(figure)
    found = figure.found
    write = partial(_write, figure, entered, source, today)
    at = (found.sheet, found.row, figure.key)
    preview = added(*at, said) if ours is None else held_against(*at, said, ours)
    return ComparedRow(replace(preview, cell=found.cell), write)


def _said(figure: MeantFigure) -> dict[str, object]:
    """What the file says; a part that it leaves out takes nothing away from a figure that is known."""
    found, held = figure.found, figure.held
    said: dict[str, object] = _names(figure)
    if found.has_figure:
        known = held.observation
        said["value"] = _value(figure)
        for part in _PARTS[1:]:
            if known is None or getattr(found, part) is not None:
                said[part] = getattr(found, part)
        said["status"] = _status(figure).value
        if known is None or found.note:
            said["note"] = found.note
    if found.target is not None:
        said["target"] = found.target
    if found.comment:
        said["comment"] = found.comment
    return said


def _names(figure: MeantFigure) -> dict[str, object]:
    return {
        "metric": figure.metric.key,
        "name": figure.metric.facts.name,
        "area": figure.area.name,
        "period": figure.found.period.label,
        "unit": figure.metric.facts.unit,
    }


def _value(figure: MeantFigure) -> float | None:
    """The value said, else that of numerator and denominator."""
    found = figure.found
    if (
        found.value is not None
        or found.numerator is None
        or not found.denominator
        or not found.status.has_value
    ):
        return found.value
    return found.numerator / found.denominator * figure.metric.facts.multiplier


def _status(figure: MeantFigure) -> Status:
    """A final figure that differs from a final one here is a revision, and stays one when it comes again."""
    known, status = figure.held.observation, figure.found.status
    if known is None or status is not Status.FINAL:
        return status
    differs = known.value != _value(figure)
    if (known.status is Status.FINAL and differs) or (known.status is Status.REVISED):
        return Status.REVISED
    return status


def _ours(figure: MeantFigure) -> dict[str, object] | None:
    held = figure.held
    if held.observation is None and held.target is None and held.commentary is None:
        return None
    ours: dict[str, object] = _names(figure)
    if held.observation is not None:
        ours |= {part: getattr(held.observation, part) for part in _PARTS}
        ours |= {"status": held.observation.status.value, "note": held.observation.note}
    if held.target is not None:
        ours["target"] = held.target.value
    if held.commentary is not None:
        ours["comment"] = held.commentary.text
    return ours


def _write(figure: MeantFigure, entered: Entered, source: str, today: date, step: Step, _board: int) -> None:
    metric_id = entered.metric(step, figure.metric)
    area_id = entered.area(step, figure.area)
    said = _said(figure)
    found, held = figure.found, figure.held
    if found.has_figure:
        facts = {name: said[name] for name in (*_PARTS, "status", "note") if name in said}
        facts |= {"source": source, "received_on": today}
        if held.observation is None:
            ends = {"starts": found.period.start, "ends": found.period.end}
            entered.waiting.append({"metric_id": metric_id, "area_id": area_id, **ends, **facts})
        else:
            observations.change(step, held.observation.id, **facts)
    if found.target is not None:
        _write_target(step, figure, metric_id, area_id, source)
    if found.comment:
        _write_comment(step, figure, metric_id, area_id, today)


def _write_target(step: Step, figure: MeantFigure, metric_id: int, area_id: int, source: str) -> None:
    found, held = figure.found, figure.held
    assert found.target is not None
    if held.target is not None:
        remarks.change_target(step, held.target.id, value=found.target, source=source)
        return
    remarks.add_target(
        step,
        metric_id=metric_id,
        area_id=area_id,
        kind=found.target_kind,
        value=found.target,
        starts=found.period.start,
        ends=found.period.end,
        source=source,
    )


def _write_comment(step: Step, figure: MeantFigure, metric_id: int, area_id: int, today: date) -> None:
    found, held = figure.found, figure.held
    if held.commentary is not None:
        remarks.change_commentary(step, held.commentary.id, text=found.comment, written_on=today)
        return
    remarks.add_commentary(
        step,
        metric_id=metric_id,
        area_id=area_id,
        period=found.period,
        text=found.comment,
        author=AUTHOR,
        written_on=today,
    )
