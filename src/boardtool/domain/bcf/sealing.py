"""The seal of a submitted plan: everything it holds as one text, and a digest that any change would break."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from boardtool.domain.bcf.cells import plain
from boardtool.domain.bcf.plans import Condition, Income, Line, MetricPlan, MetricValue, WholePlan

# What stands in a sealed text has no type of its own until it is read here.
Facts = Mapping[str, Any]

_PLACE = {"places", "file", "state"}
_DECIMALS = {"outputs", "outputs_2", "previous_outputs", "nhs_share", "la_share", "share_of_spend"}
_FIGURES = {"value", "numerator", "denominator"}


def content_of(whole: WholePlan) -> str:
    """Everything a plan holds but where it was read from, as JSON that is the same for the same content."""
    facts = {
        "plan": {name: value for name, value in asdict(whole.plan).items() if name not in _PLACE},
        "lines": [asdict(line) for line in whole.lines],
        "income": [asdict(one) for one in whole.income],
        "conditions": [asdict(one) for one in whole.conditions],
        "metrics": [asdict(one) for one in whole.metrics],
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def digest_of(content: str) -> str:
    """SHA-256, in hexadecimal, over a sealed content."""
    return hashlib.sha256(content.encode()).hexdigest()


def opened(content: str, plan: WholePlan) -> WholePlan:
    """A sealed content as a plan again; `plan` is the one that it is a version of."""
    facts: Facts = json.loads(content)
    return WholePlan(
        plan=plan.plan,
        lines=tuple(map(_line, facts["lines"])),
        income=tuple(Income(**one) for one in facts["income"]),
        conditions=tuple(Condition(**one) for one in facts["conditions"]),
        metrics=tuple(map(_metric, facts["metrics"])),
    )


def _line(facts: Facts) -> Line:
    exact = {name: Decimal(facts[name]) for name in _DECIMALS if facts[name] is not None}
    return Line(**{**facts, **exact, "tags": tuple(facts["tags"])})


def _metric(facts: Facts) -> MetricPlan:
    values = tuple(
        MetricValue(**{**one, **{name: Decimal(one[name]) for name in _FIGURES if one[name] is not None}})
        for one in facts["values"]
    )
    return MetricPlan(**{**facts, "values": values})


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
