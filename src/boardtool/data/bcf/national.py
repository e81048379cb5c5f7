"""The national lists of each year, from the files that ship with boardtool or a user's corrected copy."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from boardtool.data.resources import resource
from boardtool.domain.bcf.lists import (
    ColumnWords,
    ConditionWords,
    MetricWords,
    Rules,
    SchemeType,
    Source,
    Successors,
    Word,
    YearLists,
)
from boardtool.domain.bcf.years import YEARS
from boardtool.domain.errors import CannotDoError

OWN_LISTS = "lists"
"""The folder in a library whose files (`2022-23.json`) stand in for those that ship with boardtool."""

# What a file says has no type of its own until it is read here.
Facts = Mapping[str, Any]


def lists_of(year: str, library: Path | None = None) -> YearLists:
    """The lists of a year; a library's own file of the year is taken before ours.

    Raises:
        CannotDoError: the year is not known, or the library's file of it cannot be read.
    """
    if year not in YEARS:
        known = ", ".join(YEARS)
        raise CannotDoError(f"The Better Care Fund of {year} is not known here. The years are: {known}.")
    own = None if library is None else library / OWN_LISTS / f"{year}.json"
    if own is not None and own.is_file():
        return _own(own, own.stat().st_mtime_ns)
    return _shipped(year)


@lru_cache(maxsize=len(YEARS))
def _shipped(year: str) -> YearLists:
    return _lists(json.loads(resource(f"bcf/{year}.json").read_text(encoding="utf-8")))


@lru_cache(maxsize=len(YEARS))
def _own(file: Path, _changed: int) -> YearLists:
    try:
        return _lists(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotDoError(
            f"Your list {file} cannot be read ({error}). Correct it, or take it away: then ours is used."
        ) from error


@lru_cache(maxsize=1)
def returns_words() -> Facts:
    """The words of the returns: assessments, answers, statements, enablers, and the returns of each year."""
    words: Facts = json.loads(resource("bcf/returns.json").read_text(encoding="utf-8"))
    return words


def _lists(facts: Facts) -> YearLists:
    conditions = facts["conditions"]
    following = facts.get("next", {})
    return YearLists(
        year=facts["year"],
        title=facts["title"],
        periods=tuple(facts["periods"]),
        nhs_word=facts["nhs_word"],
        rules=Rules(**facts["rules"]),
        sources=tuple(
            Source(one["key"], one["name"], tuple(one.get("also", ()))) for one in facts["sources"]
        ),
        types=tuple(map(_scheme_type, facts["types"])),
        areas=_words(facts["areas"]),
        commissioners=_words(facts["commissioners"]),
        providers=_words(facts["providers"]),
        new_existing=_words(facts["new_existing"]),
        objectives=_words(facts["objectives"]),
        columns=tuple(
            ColumnWords(one["field"], one["heading"], tuple(one.get("also", ()))) for one in facts["columns"]
        ),
        sheets=tuple(one["name"] for one in facts["sheets"]),
        conditions_sheet=conditions["sheet"],
        conditions_columns=tuple(conditions["columns"]),
        conditions=tuple(map(_condition, conditions["items"])),
        metrics=tuple(map(_metric, facts["metrics"])),
        next=Successors(
            following.get("year", ""),
            following.get("types", {}),
            following.get("sub_types", {}),
            following.get("sources", {}),
            following.get("is_suggestion", False),
        ),
    )


def _words(facts: Sequence[Facts]) -> tuple[Word, ...]:
    return tuple(Word(one["name"], tuple(one.get("also", ()))) for one in facts)


def _scheme_type(facts: Facts) -> SchemeType:
    return SchemeType(
        facts["name"],
        tuple(facts.get("sub_types", ())),
        facts.get("unit", ""),
        tuple(facts.get("also", ())),
        tuple(facts.get("units_also", ())),
        tuple(facts.get("sub_types_also", ())),
    )


def _condition(facts: Facts) -> ConditionWords:
    return ConditionWords(
        facts["code"],
        facts["theme"],
        facts["requirement"],
        tuple(facts["enquiry"]),
        tuple(facts["confirmed_through"]),
    )


def _metric(facts: Facts) -> MetricWords:
    whole = MetricWords(
        key=facts["key"],
        code=facts["code"],
        name=facts["name"],
        full_name=facts["full_name"],
        unit=facts["unit"],
        direction=facts["direction"],
        multiplier=facts["multiplier"],
        computed=facts["computed"],
        also=tuple(facts.get("also", ())),
        frequency=facts["frequency"],
    )
    return replace(whole, parts=tuple(_part(whole, part) for part in facts.get("parts", ())))


def _part(whole: MetricWords, facts: Facts) -> MetricWords:
    """A part of a metric: its own name, unit and direction, all else as the whole has it."""
    return replace(
        whole,
        key=facts["key"],
        name=facts["name"],
        full_name=facts["name"],
        unit=facts["unit"],
        direction=facts["direction"],
        computed=False,
        also=(),
    )
