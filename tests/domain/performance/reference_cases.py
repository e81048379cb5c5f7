"""The public reference cases of XmR charts, and how an answer is held against them."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from math import isclose
from pathlib import Path
from typing import Any

FILES = ("spc_cases.json", "spc_cases_nhsrdatasets.json")
Case = Mapping[str, Any]


def xmr_cases(reference: Path) -> list[Case]:
    return [
        case
        for name in FILES
        for case in json.loads((reference / "spc" / name).read_text(encoding="utf-8"))["cases"]
    ]


def answer(case: Case) -> Mapping[str, Any]:
    """Our answer to a case; imported here, so that a mutated rule is the one that answers."""
    from boardtool.domain.performance.reference_shape import to_reference
    from boardtool.domain.performance.series import Direction, SeriesPoint, SeriesRefusedError
    from boardtool.domain.performance.settings import Settings
    from boardtool.domain.performance.xmr import xmr_chart

    given = case["input"]
    try:
        return to_reference(
            xmr_chart(
                [
                    SeriesPoint(date.fromisoformat(day), value, given["target"])
                    for day, value in zip(given["dates"], given["values"], strict=True)
                ],
                direction=Direction(given["improvement_direction"]),
                rebase={date.fromisoformat(day) for day in given["rebase_dates"]},
                settings=Settings(screening=given["screen_outliers"], fix_after=given["fix_after_n_points"]),
            )
        )
    except SeriesRefusedError as refused:
        return {"error": refused.code, "warnings": []}


def differences(case: Case, ours: Mapping[str, Any]) -> list[str]:
    """Where an answer differs from a case: from its recommended result where it has a quirk."""
    if case["quirk"]:
        return list(_from_recommended(case["recommended"], ours))
    return list(_from_expected(case["expected"], ours))


def _from_expected(expected: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[str]:
    yield from _unequal("error", expected["error"], ours["error"])
    if expected["error"]:
        return
    for name in ("variation", "variation_icon", "assurance", "assurance_icon"):
        yield from _unequal(name, expected[name], ours[name])
    yield from _unequal("warnings", expected["warnings"], ours["warnings"])
    for name, column in expected["points"].items():
        if name != "edge":
            yield from _unequal(name, column, ours["points"][name])
    for theirs, own in zip(expected["segments"], ours["segments"], strict=True):
        for name, value in theirs.items():
            yield from _unequal(name, value, own[name])


def _from_recommended(recommended: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[str]:
    for name in ("variation_icon", "assurance"):
        yield from _unequal(name, recommended[name], ours[name])
    yield from _unequal("label", recommended["special_cause_type"], ours["points"]["special_cause_type"])
    for theirs, own in zip(recommended["segments"], ours["segments"], strict=True):
        for name, value in theirs.items():
            yield from _unequal(name, value, own[name])


def _unequal(name: str, theirs: object, ours: object) -> Iterator[str]:
    if isinstance(theirs, list) and isinstance(ours, list):
        if len(theirs) != len(ours):
            yield f"{name}: {len(theirs)} entries against {len(ours)}"
        for place, (one, other) in enumerate(zip(theirs, ours, strict=False)):
            yield from _unequal(f"{name}[{place}]", one, other)
    elif not _equal(theirs, ours):
        yield f"{name}: {theirs!r} against {ours!r}"


def _equal(theirs: object, ours: object) -> bool:
    number = (int, float)
    if isinstance(theirs, number) and isinstance(ours, number) and not isinstance(theirs, bool):
        return isclose(theirs, ours, rel_tol=1e-9, abs_tol=1e-9)
    return theirs == ours
