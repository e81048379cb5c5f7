"""How fast a thousand XmR charts of sixty points are judged."""

import random
import time
from datetime import date, timedelta

from boardtool.domain.performance.series import Direction, SeriesPoint
from boardtool.domain.performance.xmr import xmr_chart

SERIES, POINTS, ROUNDS = 1_000, 60, 5


def some_series(chance: random.Random) -> list[SeriesPoint]:
    start = date(2018, 4, 1)
    return [
        SeriesPoint(start + timedelta(days=30 * place), round(chance.gauss(95, 1), 1), 95.1)
        for place in range(POINTS)
    ]


def judge_all(every: list[list[SeriesPoint]]) -> float:
    """Seconds that all of them take."""
    started = time.perf_counter()
    for series in every:
        xmr_chart(series, direction=Direction.INCREASE, rebase={series[30].date})
    return time.perf_counter() - started


def main() -> None:
    chance = random.Random(1)  # noqa: S311 - figures to judge, not secrets
    every = [some_series(chance) for _ in range(SERIES)]
    best = min(judge_all(every) for _ in range(ROUNDS))
    print(f"{SERIES} XmR charts of {POINTS} points, two segments each: {best * 1000:.0f} ms")


if __name__ == "__main__":
    main()
