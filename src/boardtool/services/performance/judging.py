"""Judging a series that stands in a file, without a library."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.series import read_series
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import Settings
from boardtool.domain.performance.xmr import XmrChart, xmr_chart


def judge_file(
    path: Path,
    *,
    direction: Direction,
    target: float | None = None,
    rebase: Collection[date] = (),
    settings: Settings,
) -> XmrChart:
    """The XmR chart of a file with the headings date, value and perhaps target.

    Raises:
        InputRefusedError: the file cannot be read, or holds no such table.
        SeriesRefusedError: its values cannot be judged; `code` says why.
    """
    series = read_series(open_workbook(path), target=target)
    return xmr_chart(series, direction=direction, rebase=rebase, settings=settings)
