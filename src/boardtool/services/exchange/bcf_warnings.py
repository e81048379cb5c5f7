"""What a person should know of a planning workbook before it is taken: beside its rows, and its own sums."""

from collections.abc import Iterator
from typing import Literal

from boardtool.data.excel.bcf.plan import ReadPlan
from boardtool.domain.bcf.matching import matched_lines
from boardtool.domain.bcf.plans import Income, Line, WholePlan
from boardtool.domain.bcf.totals import TOLERANCE, balances, ring_fences
from boardtool.domain.boards import Board
from boardtool.domain.cell_refs import row_of
from boardtool.domain.imports import Warned
from boardtool.domain.money import pounds
from boardtool.services.exchange.hwb import is_of


def warnings_of(found: ReadPlan, board: Board, whole: WholePlan | None) -> Iterator[Warned]:
    """Everything to say, the whole workbook first."""
    if found.guessed:
        reason = f"the year was told by the columns: {found.lists.year}. If it is another, say --year."
        yield Warned(found.schemes.sheet, 0, "", "", reason)
    if found.board and not is_of(board, found.board):
        reason = f"the workbook is of {found.board}; it goes to {board.name}"
        yield Warned("", 0, "", found.board, reason)
    yield from found.schemes.warnings
    yield from found.income.warnings
    yield from found.above.warnings
    yield from found.metrics.warnings
    yield from _other_sums(found)
    if whole is not None:
        yield from _kept(found, whole)


def _other_sums(found: ReadPlan) -> Iterator[Warned]:
    """Where the workbook's own running balances or required spend differ from ours."""
    lines = tuple(Line(place, place, **row.values) for place, row in enumerate(found.schemes.rows))
    income = tuple(Income(place, place, **row.values) for place, row in enumerate(found.income.rows))
    for period in range(len(found.lists.periods)):
        for balance in balances(found.lists, lines, income, period=period):
            source = balance.source
            yield from _differs(found, "spend", source, period, balance.spend, f"spend from {source}")
            yield from _differs(found, "income", source, period, balance.income, f"income of {source}")
        for fence in ring_fences(found.lists, lines, ((None, None), (None, None)), period=period):
            what = f"planned spend on “{fence.name}”"
            yield from _differs(found, "planned", fence.key, period, fence.planned, what)


def _differs(
    found: ReadPlan, table: Literal["spend", "income", "planned"], key: str, period: int, ours: int, what: str
) -> Iterator[Warned]:
    amounts: dict[str, list[int | None]] = getattr(found.above, table)
    shown = amounts[key][period] if period < len(amounts.get(key, ())) else None
    if shown is not None and abs(shown - ours) > TOLERANCE:
        ref = found.above.refs[table, key][period]
        reason = f"the workbook shows {pounds(shown)} as {what}; its lines add to {pounds(ours)}"
        yield Warned(found.schemes.sheet, row_of(ref), ref, pounds(shown), reason)


def _kept(found: ReadPlan, whole: WholePlan) -> Iterator[Warned]:
    """Lines that are here and not in the file stay, after those that are."""
    known = matched_lines([row.values for row in found.schemes.rows], whole.lines)
    spoken_of = {line.id for line in known if line is not None}
    for line in whole.lines:
        if line.id not in spoken_of:
            reason = f"line {line.scheme_id} {line.name} is in the plan here, not in the file: it stays"
            yield Warned(found.schemes.sheet, 0, "", line.scheme_id, reason)
