"""The Better Care Fund plan of the sample board, with its benefits table, from a readable file of facts."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from boardtool.data.bcf import benefits, conditions, income, lines, metrics, plans, sign_offs, tags
from boardtool.data.bcf.national import lists_of
from boardtool.data.resources import resource
from boardtool.data.store import Step, Store
from boardtool.domain.bcf.benefits import THOUSAND, BenefitKind
from boardtool.domain.bcf.block import typed
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line
from boardtool.domain.money import read_number, read_pence
from boardtool.services.bcf import returns, schemes
from boardtool.services.bcf.income import MINIMUMS
from boardtool.services.bcf.plans import add_conditions

FILE = "sample/bcf_north.toml"
FIGURES = ("value", "numerator", "denominator")

# What the file says has no type of its own: it ships with the program and a test reads it.
Facts = Mapping[str, Any]


def enter_plan(store: Store, board_id: int) -> None:
    """Enter the plan, complete and balanced; then type one line over, so that a check speaks of it."""
    facts: Facts = tomllib.loads(resource(FILE).read_text(encoding="utf-8"))
    lists = lists_of(facts["year"])
    with store.step(f"Enter plan {facts['year']}") as step:
        plan_id = plans.add(
            step,
            board_id=board_id,
            year=facts["year"],
            due=facts["due"],
            narrative=facts["narrative"],
            income_comment=facts["income_comment"],
            **{key: (read_pence(facts[key]), None) for key in MINIMUMS},
        )
        for one in facts["income"]:
            income.add(step, plan_id, **{**one, "amount": read_pence(one["amount"])})
        for place, texts in enumerate(facts["line"]):
            lines.add(step, plan_id, position=place, **typed(lists, Line(0, place), texts))
        _enter_answers(step, plan_id, lists, facts)
        for one in facts["sign_off"]:
            sign_offs.add(step, plan_id, **one)
        for one in facts["return"]:
            returns.enter(step, plan_id, lists, **one)
        _enter_programme(step, board_id, facts)
    _type_over(store, plan_id, facts["changed"])


def _enter_answers(step: Step, plan_id: int, lists: YearLists, facts: Facts) -> None:
    """The answers to the conditions, the planned metrics, and the total that a paper prints."""
    add_conditions(step, plan_id, lists)
    known = {one.code: one.id for one in conditions.of_plan(step.reading, plan_id)}
    for one in facts["condition"]:
        conditions.change(step, known[one["code"]], answer=one["answer"], supporting=one["supporting"])
    words = {one.key: one for one in lists.metrics}
    for one in facts["metric"]:
        metric = words[one["key"]]
        metric_id = metrics.add(
            step,
            plan_id,
            key=metric.key,
            name=metric.name,
            code=metric.code,
            unit=metric.unit,
            direction=metric.direction,
            multiplier=metric.multiplier,
            rationale=one["rationale"],
            local_plan=one["local_plan"],
        )
        for value in one["values"]:
            figures = {name: Decimal(value[name]) for name in FIGURES if name in value}
            metrics.set_value(step, metric_id, period=value["period"], kind=value["kind"], figures=figures)
    tag = facts["tag"]
    tags.put(
        step,
        plan_id,
        name=tag["name"],
        printed_total=read_pence(tag["printed_total"]),
        printed_in=tag["printed_in"],
    )


def _enter_programme(step: Step, board_id: int, facts: Facts) -> None:
    programme = facts["programme"]
    programme_id = benefits.add_programme(
        step, board_id=board_id, name=programme["name"], printed_in=programme["printed_in"]
    )
    for one in facts["benefit"]:
        printed = one.get("printed_total")
        benefit_id = benefits.add(
            step,
            programme_id,
            kind=BenefitKind(one["kind"]),
            name=one["name"],
            heading=one.get("heading", ""),
            printed_total=None if printed is None else int(read_number(printed) * THOUSAND),
        )
        for year, text in zip(programme["years"], one["planned"], strict=True):
            figure: dict[str, object] = {"words": text}
            if not text.isalpha():
                figure = {"planned": int(read_number(text) * THOUSAND) if text else None}
            benefits.set_figure(step, benefit_id, year, figure)


def _type_over(store: Store, plan_id: int, changed: Facts) -> None:
    with store.reading() as reading:
        held = lines.of_plan(reading, plan_id)
    line = next(line for line in held if line.name == changed["line"])
    schemes.change_cell(store, line_id=line.id, field=changed["field"], text=changed["text"])
