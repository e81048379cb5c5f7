"""Boards and the people on them."""

from datetime import date

import pytest

from boardtool.data import boards as kept_boards
from boardtool.data import people as kept
from boardtool.data.store import Store
from boardtool.domain.boards import Mode, QuorumKind, QuorumRule, Restart
from boardtool.domain.errors import CannotDoError
from boardtool.services import boards, people


@pytest.fixture
def board(store: Store) -> int:
    return boards.make(store, code="nnhwb", name=" North  Health and Wellbeing Board ")


def test_a_board_is_made_with_its_standing_items(store: Store, board: int) -> None:
    with store.reading() as reading:
        made = kept_boards.by_code(reading, "NNHWB")
        standing = kept_boards.standing_items(reading, board)
    assert (made.name, made.mode) == ("North Health and Wellbeing Board", Mode.STATUTORY)
    assert [item.subject for item in standing][-1] == "Close public meeting"


def test_a_code_is_taken_once(store: Store, board: int) -> None:
    with pytest.raises(CannotDoError, match="There is a board NNHWB already"):
        boards.make(store, code="NNHWB", name=f"Another than {board}")


@pytest.mark.parametrize("code", ["north board", "NÖRD", "A" * 17])
def test_a_code_is_short_and_plain(store: Store, code: str) -> None:
    with pytest.raises(CannotDoError, match="is not a code"):
        boards.make(store, code=code, name="A board")


@pytest.mark.parametrize(("name", "lacking"), [("", "a name"), ("A board", "a code")])
def test_what_is_left_empty_is_asked_for_in_the_order_of_the_form(
    store: Store, name: str, lacking: str
) -> None:
    with pytest.raises(CannotDoError, match=f"A board needs {lacking}"):
        boards.make(store, code=" ", name=name)


def test_a_quorum_makes_sense(store: Store, board: int) -> None:
    boards.set_quorum(store, board_id=board, rule=QuorumRule(QuorumKind.FRACTION, 0, 1, 4))
    with store.reading() as reading:
        assert kept_boards.by_id(reading, board).quorum == QuorumRule(QuorumKind.FRACTION, 0, 1, 4)
    with pytest.raises(CannotDoError, match="at least one member"):
        boards.set_quorum(store, board_id=board, rule=QuorumRule(QuorumKind.NUMBER, 0))
    with pytest.raises(CannotDoError, match="fraction"):
        boards.set_quorum(store, board_id=board, rule=QuorumRule(QuorumKind.FRACTION, 0, 5, 4))


def test_numbering_is_a_choice_of_the_board(store: Store, board: int) -> None:
    boards.set_numbering(store, board_id=board, restart=Restart.MUNICIPAL_YEAR, first=25)
    with store.reading() as reading:
        made = kept_boards.by_id(reading, board)
    assert (made.restart, made.first_minute_number) == (Restart.MUNICIPAL_YEAR, 25)


def test_somebody_known_is_not_added_twice(store: Store, board: int) -> None:
    west = boards.make(store, code="WNHWB", name="West Health and Wellbeing Board")
    for board_id in (board, west):
        people.add_member(store, board_id=board_id, name="Dr Ann Example", listed_as="GP")
    with store.reading() as reading:
        assert len(kept.everyone(reading)) == 1
        assert len(kept.members(reading, west)) == 1


def test_a_membership_ends_and_past_days_still_show_it(store: Store, board: int) -> None:
    membership = people.add_member(store, board_id=board, name="A", starts=date(2021, 5, 1))
    people.end_membership(store, membership_id=membership, on=date(2022, 5, 31))
    with store.reading() as reading:
        assert len(kept.members(reading, board, on=date(2022, 5, 31))) == 1
        assert kept.members(reading, board, on=date(2022, 6, 1)) == []
    with pytest.raises(CannotDoError, match="cannot end before it starts"):
        people.end_membership(store, membership_id=membership, on=date(2020, 1, 1))


def test_a_member_is_not_removed_as_a_person(store: Store, board: int) -> None:
    people.add_member(store, board_id=board, name="A")
    with store.reading() as reading:
        person = kept.everyone(reading)[0]
    with pytest.raises(CannotDoError, match="End the membership instead"):
        people.remove(store, person_id=person.id)


def test_organisations_are_kept_once(store: Store) -> None:
    for name in ("A", "B"):
        people.add(store, name=name, organisation="NHS Northamptonshire ICB")
    with store.reading() as reading:
        assert kept.organisations(reading) == ["NHS Northamptonshire ICB"]


def test_a_day_is_excluded_with_its_reason(store: Store) -> None:
    eve = date(2024, 12, 24)
    boards.exclude_day(store, day=eve, why="Christmas Eve")
    with store.reading() as reading:
        assert kept_boards.excluded_days(reading) == {eve: "Christmas Eve"}
    boards.include_day(store, day=eve)
    with store.reading() as reading:
        assert kept_boards.excluded_days(reading) == {}
