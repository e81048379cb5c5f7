"""The matrix of variation by assurance: where a row stands, and what that asks of a board."""

from tests.domain.performance.makers import a_record

from boardtool.domain.performance.matrix import JUDGED, asks_of, matrix
from boardtool.domain.performance.scorecard import Change, WillMeet, scorecard_row

NOISE = [95.0, 94.0] * 7
PLAIN = scorecard_row(a_record([*NOISE], target=95.1))
FAILING = scorecard_row(a_record([*NOISE, 80.0], target=99))
FEW = scorecard_row(a_record([]))


def test_every_row_stands_once_and_each_cell_says_what_it_asks() -> None:
    shown = matrix((PLAIN, FAILING, FEW))
    cells = [cell for _change, across in shown.lines for cell in across]
    assert [row for cell in cells for row in cell.rows].count(FEW) == 1
    assert sum(len(cell.rows) for cell in cells) == 3
    asked = {(cell.change, cell.will_meet): cell.asks for cell in cells}
    assert asked[Change.WORSENING, WillMeet.NO] == asks_of(FAILING) == "Escalate: first on the agenda."
    assert asks_of(FEW) == ""


def test_what_is_not_judged_has_a_column_and_a_line_only_where_there_is_some() -> None:
    usual = [Change.IMPROVING, Change.NOISE, Change.WORSENING]
    without, with_it = matrix((PLAIN,)), matrix((PLAIN, FEW))
    assert ([change for change, _ in without.lines], without.has_unjudged) == (usual, False)
    assert ([change for change, _ in with_it.lines], with_it.has_unjudged) == ([*usual, Change.TOO_FEW], True)
    assert {len(across) for _, across in without.lines} == {len(JUDGED)}
    assert {len(across) for _, across in with_it.lines} == {len(JUDGED) + 1}


def test_an_empty_scorecard_still_has_its_nine_cells() -> None:
    assert [len(across) for _change, across in matrix(()).lines] == [3, 3, 3]
