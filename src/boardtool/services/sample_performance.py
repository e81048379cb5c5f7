"""The performance of the sample board: the figures of the papers, and series made for the sample."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from boardtool.data import boards, meetings, minutes
from boardtool.data.bcf import lines, plans
from boardtool.data.performance import areas, metrics, observations, remarks, shipped
from boardtool.data.resources import resource
from boardtool.data.store import Step, Store
from boardtool.domain.performance.metrics import LinkKind, Status, TargetKind
from boardtool.domain.performance.period_words import read_period
from boardtool.domain.performance.periods import (
    Frequency,
    Period,
    financial_year,
    month,
)
from boardtool.services.performance.metrics import enter_framework, enter_on_scorecard

FILE = "sample/performance.toml"
_MONTHS = 12
_PARTS = ("value", "numerator", "denominator", "note")

# What the file says has no type of its own: it ships with the program and a test reads it.
Facts = Mapping[str, Any]
Ids = Mapping[str, int]


def enter_performance(store: Store, board_id: int, *, today: date) -> None:
    """Enter metrics, figures, targets and what is said of them; put the board's on its scorecard."""
    facts: Facts = tomllib.loads(resource(FILE).read_text(encoding="utf-8"))
    with store.step("Enter metrics") as step:
        for key in facts["frameworks"]:
            enter_framework(step, shipped.known_framework(key))
        for one in facts["metric"]:
            metrics.add(step, **one)
        known = {metric.key: metric.id for metric in metrics.every(step.reading)}
        for one in facts["shown"]:
            metrics.change(step, known[one["metric"]], **{k: v for k, v in one.items() if k != "metric"})
        places = _enter_areas(step, board_id, facts)
        for metric, area in facts["scorecard"]:
            enter_on_scorecard(step, board_id, known[metric], places[area])
    with store.step("Enter figures") as step:
        _enter_figures(step, facts, known, places, today)
        _enter_remarks(step, facts, known, places, today)
        _enter_links(step, board_id, facts, known)


def _enter_areas(step: Step, board_id: int, facts: Facts) -> dict[str, int]:
    """The areas by name; those of the funnel too."""
    places = {
        one["name"]: areas.add(step, name=one["name"], code=one["code"], kind=one["kind"])
        for one in facts["area"]
    }
    for name, _, _ in facts["admissions"]["systems"]:
        if name not in places:
            places[name] = areas.add(step, name=name, kind="integrated care system")
    areas.watch(step, board_id, [places[one["name"]] for one in facts["area"] if one["watched"]])
    return places


def _enter_figures(step: Step, facts: Facts, known: Ids, places: Ids, today: date) -> None:
    for one in facts["series"]:
        for period, value in zip(_periods(one["first"]), one["values"], strict=False):
            observations.add(
                step,
                metric_id=known[one["metric"]],
                area_id=places[one["area"]],
                period=period,
                value=float(value),
                note=facts["made"],
                received_on=today,
            )
    for one in facts["figure"]:
        observations.add(
            step,
            metric_id=known[one["metric"]],
            area_id=places[one["area"]],
            period=read_period(one["period"]),
            status=one.get("status", Status.FINAL.value),
            **{name: one[name] for name in _PARTS if name in one},
            source=one["source"],
            received_on=today,
        )
    admissions = facts["admissions"]
    for name, events, people in admissions["systems"]:
        observations.add(
            step,
            metric_id=known[admissions["metric"]],
            area_id=places[name],
            period=read_period(admissions["period"]),
            value=events / people * 100_000,
            numerator=float(events),
            denominator=float(people),
            source=admissions["source"],
            received_on=today,
        )


def _periods(first: str) -> Iterator[Period]:
    """The periods from a first one on: months, or financial years."""
    period = read_period(first)
    yearly = period.frequency is Frequency.YEARLY
    place = period.start.year * _MONTHS + period.start.month - 1
    while True:
        yield period
        place += _MONTHS if yearly else 1
        year, number = divmod(place, _MONTHS)
        period = financial_year(year) if yearly else month(year, number + 1)


def _enter_remarks(step: Step, facts: Facts, known: Ids, places: Ids, today: date) -> None:
    for one in facts["target"]:
        remarks.add_target(
            step,
            metric_id=known[one["metric"]],
            kind=TargetKind(one["kind"]),
            value=one["value"],
            starts=one.get("starts"),
            ends=one.get("ends"),
            wording=one["wording"],
            source=one["source"],
        )
    for one in facts["break"]:
        remarks.add_break(
            step,
            metric_id=known[one["metric"]],
            area_id=places[one["area"]],
            on=one["on"],
            reason=one["reason"],
        )
    for one in facts["recalculation"]:
        remarks.add_recalculation(
            step,
            metric_id=known[one["metric"]],
            area_id=places[one["area"]],
            on=one["on"],
            reason=one["reason"],
            who=one["who"],
            decided_on=today,
        )
    for one in facts["comment"]:
        remarks.add_commentary(
            step,
            metric_id=known[one["metric"]],
            area_id=places[one["area"]],
            period=read_period(one["period"]),
            text=one["text"],
            author=one["author"],
            written_on=today,
        )


def _enter_links(step: Step, board_id: int, facts: Facts, known: Ids) -> None:
    """The minute that spoke of the metrics, and the schemes of the board's plan that serve them."""
    said = facts["minute"]
    meeting = meetings.by_ref(step.reading, said["meeting"])
    minute = next(
        each for each in minutes.of_meeting(step.reading, meeting.id) if each.heading == said["subject"]
    )
    for key in said["metrics"]:
        remarks.add_link(
            step,
            metric_id=known[key],
            kind=LinkKind.MINUTE,
            target_id=minute.id,
            ref=f"{said['meeting']} minute {minute.number}",
        )
    board = boards.by_id(step.reading, board_id)
    for plan in plans.every(step.reading, board_id=board_id):
        held = lines.of_plan(step.reading, plan.id)
        for one in facts["scheme"]:
            line = next(each for each in held if each.name == one["name"])
            for key in one["metrics"]:
                remarks.add_link(
                    step,
                    metric_id=known[key],
                    kind=LinkKind.SCHEME,
                    target_id=line.id,
                    ref=f"{board.code}/{plan.year} scheme {line.scheme_id}, {line.name}",
                )
