"""Times rivals by turns, so that a busy moment meets them all, and prints them side by side."""

from __future__ import annotations

import os
import subprocess
import time
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def whole_process(command: Sequence[str], **extra: str) -> Callable[[], float]:
    """A measure: seconds from the start of a fresh process to its end. One that fails stops the benchmark."""

    def measure() -> float:
        started = time.perf_counter()
        subprocess.run(command, env={**os.environ, **extra}, check=True)
        return time.perf_counter() - started

    return measure


def side_by_side(rivals: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, list[float]]:
    """Seconds of every rival in every round, after one round that only warms up."""
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for turn in range(rounds + 1):
        for name, measure in rivals.items():
            taken = measure()
            if turn:
                seconds[name].append(taken)
    return seconds


def report(seconds: Mapping[str, Sequence[float]], *, against: str, aims: Mapping[str, float]) -> str:
    """A line a rival: median milliseconds, and the ratio to `against` round by round (median, range)."""
    width = max(map(len, seconds))
    lines = []
    for name, taken in seconds.items():
        line = f"{name:<{width}}  {median(taken) * 1000:8.1f} ms"
        if name != against:
            ratios = [one / other for one, other in zip(taken, seconds[against], strict=True)]
            line += f"  {median(ratios):.2f} times ({min(ratios):.2f} to {max(ratios):.2f})"
        if name in aims:
            line += f", aim: at most {aims[name]:g}"
        lines.append(line)
    rounds = len(seconds[against])
    return "\n".join([f"{rounds} rounds, each against {against} of the same round", *lines])
