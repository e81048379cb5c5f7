"""The `spc` command: a series in a file judged as an XmR chart."""

from argparse import Namespace
from typing import TYPE_CHECKING

from boardtool.cli.answers import answer, say, tell
from boardtool.cli.arguments import command, day, finite, place

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.domain.performance.xmr import XmrChart

REFUSED = 3


def add_to(commands: "Commands") -> None:
    spc = command(commands, "spc", _spc, "judge a series of figures: change or noise, target met or not")
    spc.add_argument(
        "file", type=place, metavar="FILE", help="with the headings date, value and perhaps target"
    )
    spc.add_argument(
        "--improvement",
        choices=["increase", "decrease", "neutral"],
        default="increase",
        help="which way is better (increase, if nothing is said)",
    )
    spc.add_argument("--target", type=finite, metavar="X", help="where the file has no target of its own")
    spc.add_argument(
        "--rebase",
        type=day,
        metavar="DATE",
        action="append",
        default=[],
        help="limits begin anew at this date of the series; may be said several times",
    )
    spc.add_argument(
        "--fix-after",
        type=int,
        metavar="N",
        help="limits from the first N points of each segment (12 or more)",
    )
    spc.add_argument(
        "--no-screening",
        dest="screening",
        action="store_false",
        help="keep moving ranges that are far beyond their average",
    )


def _spc(arguments: Namespace) -> int:
    from boardtool.domain.performance.reference_shape import to_reference
    from boardtool.domain.performance.series import Direction, SeriesRefusedError
    from boardtool.domain.performance.settings import Settings
    from boardtool.services.performance.judging import judge_file

    try:
        chart = judge_file(
            arguments.file,
            direction=Direction(arguments.improvement),
            target=arguments.target,
            rebase=arguments.rebase,
            settings=Settings(screening=arguments.screening, fix_after=arguments.fix_after),
        )
    except SeriesRefusedError as refused:
        if arguments.json:
            answer({"error": refused.code, "warnings": [], "message": str(refused)})
        say(str(refused))
        return REFUSED
    if arguments.json:
        answer(to_reference(chart))
    else:
        _tell(chart)
    return 0


def _tell(chart: "XmrChart") -> None:
    from boardtool.domain.performance.numbers import shown
    from boardtool.domain.performance.sentences import chart_sentence, point_sentence
    from boardtool.domain.performance.settings import footer

    for point in chart.points:
        limits = chart.limits_at(point)
        figures = (point.value, limits.mean, limits.lower, limits.upper)
        line = "  ".join(f"{shown(figure):>10}" for figure in figures)
        tell(f"{point.date.isoformat()}  {line}  {point_sentence(point)}".rstrip())
    for unmatched in chart.unmatched:
        say(f"No point is dated {unmatched.isoformat()}: the limits do not begin anew there.")
    tell(chart_sentence(chart, period="point"))
    tell(footer(chart.settings))
