"""The lists of metrics and frameworks that ship with boardtool, read from `resources/metrics`."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from boardtool.data.resources import resource
from boardtool.domain.errors import NotFoundError
from boardtool.domain.performance.frameworks import ThreadKind
from boardtool.domain.performance.lists import KnownFramework, KnownMetric, KnownPlace, KnownStep, named
from boardtool.domain.performance.metrics import Statistic
from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction
from boardtool.domain.text import folded

CATALOGUE = "catalogue"

# What a file says has no type of its own until it is read here.
Facts = Mapping[str, Any]


@cache
def known_metrics() -> Mapping[str, KnownMetric]:
    """The catalogue, by key."""
    facts = json.loads(resource(f"metrics/{CATALOGUE}.json").read_text(encoding="utf-8"))
    return {one["key"]: _metric(one) for one in facts["metrics"]}


@cache
def known_names() -> Mapping[str, str]:
    """Every name of a known metric, folded, to its key."""
    return {folded(name): key for name, key in named(known_metrics()).items()}


@cache
def known_frameworks() -> Mapping[str, KnownFramework]:
    """The frameworks, by key, in the order of their names."""
    files = sorted(file for file in resource("metrics").iterdir() if file.suffix == ".json")
    read = [json.loads(file.read_text(encoding="utf-8")) for file in files if file.stem != CATALOGUE]
    return {one["key"]: _framework(one) for one in read}


def known_framework(key: str) -> KnownFramework:
    """The framework of a key.

    Raises:
        NotFoundError: no such one ships; the sentence names those that do.
    """
    found = known_frameworks().get(key)
    if found is None:
        raise NotFoundError(f"No framework {key} is known. Known are: {', '.join(known_frameworks())}.")
    return found


def _metric(facts: Facts) -> KnownMetric:
    return KnownMetric(
        **{
            **facts,
            "direction": Direction(facts["direction"]),
            "frequency": Frequency(facts["frequency"]),
            "statistic": Statistic(facts["statistic"]),
            "also": tuple(facts.get("also", ())),
        }
    )


def _framework(facts: Facts) -> KnownFramework:
    return KnownFramework(
        key=facts["key"],
        name=facts["name"],
        source=facts["source"],
        note=facts["note"],
        starts=_day(facts["from"]),
        ends=_day(facts["to"]),
        places=tuple(KnownPlace(**place) for place in facts["metrics"]),
        threads=tuple(
            tuple(KnownStep(ThreadKind(kind), *rest) for kind, *rest in thread)
            for thread in facts.get("threads", ())
        ),
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
