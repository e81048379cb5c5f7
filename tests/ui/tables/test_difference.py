"""How one order of ids becomes another."""

from hypothesis import given
from hypothesis import strategies as st

from boardtool.ui.tables.difference import moves_between, runs


def test_neighbouring_places_are_joined() -> None:
    assert runs([1, 2, 3, 7]) == [(1, 3), (7, 7)]


@given(st.permutations(range(9)))
def test_the_moves_turn_the_held_order_into_the_wanted_one(held: list[int]) -> None:
    wanted = list(range(9))
    moves = moves_between(held, wanted, at_most=9)
    assert moves is not None
    for source, target in moves:
        row = held.pop(source)
        held.insert(target - (target > source), row)
    assert held == wanted


def test_one_row_that_went_to_the_top_is_one_move() -> None:
    assert moves_between([1, 2, 3, 4], [4, 1, 2, 3], at_most=9) == [(3, 0)]


def test_too_many_moves_are_not_worked_out() -> None:
    assert moves_between(list(range(50)), list(reversed(range(50))), at_most=24) is None
