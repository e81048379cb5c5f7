"""Rivals are timed by turns and compared round by round."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from _pairs import report, side_by_side, whole_process

if TYPE_CHECKING:
    from collections.abc import Callable


def test_rivals_take_turns_and_the_first_round_only_warms_up() -> None:
    order = []

    def rival(name: str) -> Callable[[], float]:
        def measure() -> float:
            order.append(name)
            return float(len(order))

        return measure

    seconds = side_by_side({"bare": rival("bare"), "ours": rival("ours")}, rounds=2)
    assert order == ["bare", "ours"] * 3
    assert seconds == {"bare": [3.0, 5.0], "ours": [4.0, 6.0]}


def test_a_ratio_is_of_one_round_never_of_medians() -> None:
    said = report({"bare": [0.1, 0.2, 0.4], "ours": [0.3, 0.4, 0.4]}, against="bare", aims={"ours": 1.3})
    assert said.splitlines() == [
        "3 rounds, each against bare of the same round",
        "bare     200.0 ms",
        "ours     400.0 ms  2.00 times (1.00 to 3.00), aim: at most 1.3",
    ]


def test_a_process_that_fails_is_not_timed() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        whole_process([sys.executable, "-c", "raise SystemExit(3)"])()
