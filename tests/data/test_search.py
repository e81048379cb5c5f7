"""Search: words as a person types them find what was written, people and meetings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import JULY, a_board, a_library, a_meeting, a_member, a_minute, an_action, an_item

from boardtool.data import actions, people
from boardtool.data.search import match_expression, search
from boardtool.domain.hits import HitKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from boardtool.data.store import Store
    from boardtool.domain.hits import Hit


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with a_library(tmp_path_factory.mktemp("search") / "library") as library:
        fill(library)
        yield library


def fill(store: Store) -> None:
    north = a_board(store)
    west = a_board(store, "WNHWB", name="West Health and Wellbeing Board")
    july = a_meeting(store, north, JULY)
    item = an_item(store, july, "Better Care Fund Plan")
    a_minute(
        store,
        july,
        "Kettering General Hospital",
        item_id=item,
        narrative="The energy centre would lower the carbon footprint; **café** culture was discussed.",
        resolutions=["notes the Strategic Case"],
        number=36,
    )
    action = an_action(store, north, "050722/01", "Circulate numbers of children")
    with store.step("Add progress") as step:
        actions.add_progress(
            step,
            action,
            on=date(2022, 7, 14),
            text="Sent to Louise De Chiara",
            source="you",
            who="Cheryl Bird",
        )
    an_action(store, west, "210622/02", "Compare carbon plans")
    a_member(store, north, "Cllr Jon-Paul Carr")
    with store.step("Add person") as step:
        people.add(step, name="Sally O'Neill", post="Director of Public Health", organisation="West Council")


def hits(store: Store, words: str, board: str | None = None) -> list[Hit]:
    with store.reading() as reading:
        return search(reading, words, board_code=board)


@pytest.mark.parametrize(
    ("words", "kind", "ref", "place"),
    [
        ("carbon footp", HitKind.MINUTE, "NNHWB/2022-07-05", "minute 36"),
        ("strategic case", HitKind.DECISION, "NNHWB/2022-07-05", "minute 36"),
        ("CHILDREN num", HitKind.ACTION, "NNHWB/050722/01", ""),
        ("050722/01", HitKind.ACTION, "NNHWB/050722/01", ""),
        ("better care", HitKind.ITEM, "NNHWB/2022-07-05", "item 01"),
        ("de chiara", HitKind.PROGRESS, "NNHWB/050722/01", ""),
        ("jon paul", HitKind.PERSON, "Cllr Jon-Paul Carr", ""),
        ("oneill", HitKind.PERSON, "Sally O'Neill", ""),
        ("5 july 2022", HitKind.MEETING, "NNHWB/2022-07-05", ""),
        ("2022-07-05", HitKind.MEETING, "NNHWB/2022-07-05", ""),
        ("north tue", HitKind.MEETING, "NNHWB/2022-07-05", ""),
        ("cafe", HitKind.MINUTE, "NNHWB/2022-07-05", "minute 36"),
    ],
)
def test_words_find_each_kind_of_thing(store: Store, words: str, kind: HitKind, ref: str, place: str) -> None:
    found = hits(store, words)
    assert [(hit.kind, hit.ref, hit.place) for hit in found] == [(kind, ref, place)]
    assert found[0].rank == 1


def test_a_hit_shows_the_words_around_and_leads_to_its_row(store: Store) -> None:
    [hit] = hits(store, "footprint")
    assert "carbon footprint" in hit.snippet
    assert hit.meeting_id is not None
    assert hit.date == JULY
    assert set(hit.to_json()) >= {"kind", "ref", "board", "date", "snippet", "rank"}


def test_all_words_must_be_there(store: Store) -> None:
    assert hits(store, "carbon kangaroo") == []


def test_a_board_s_code_leaves_only_what_is_of_that_board(store: Store) -> None:
    assert {hit.board for hit in hits(store, "carbon")} == {"NNHWB", "WNHWB"}
    assert [hit.ref for hit in hits(store, "carbon", board="wnhwb")] == ["WNHWB/210622/02"]
    assert hits(store, "jon paul", board="NNHWB") == []


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "()", "_", "\0"])
def test_what_holds_no_word_finds_nothing(store: Store, words: str) -> None:
    assert hits(store, words) == []


@pytest.mark.parametrize(
    "words", ["AND", "OR NOT", "NEAR(", 'he said "carbon', "words:carbon", "car*", "-carbon", "^carbon"]
)
def test_signs_of_the_index_s_own_language_are_only_words(store: Store, words: str) -> None:
    assert isinstance(hits(store, words), list)


def test_every_word_is_quoted_and_may_go_on() -> None:
    assert match_expression("car* fun_d") == '"car"* "fun"* "d"*'


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(words=st.text(max_size=40))
def test_nothing_typed_is_an_error(store: Store, words: str) -> None:
    assert [hit.rank for hit in hits(store, words)] == list(range(1, len(hits(store, words)) + 1))


def test_a_changed_and_a_removed_row_are_found_by_their_new_words_only(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        action = an_action(store, a_board(store), text="Ask about giraffes")
        with store.step("Edit action") as step:
            actions.change(step, action, text="Ask about zebras")
        assert (len(hits(store, "giraffe")), len(hits(store, "zebra"))) == (0, 1)
        store.undo()
        assert (len(hits(store, "giraffe")), len(hits(store, "zebra"))) == (1, 0)
        with store.step("Remove action") as step:
            actions.remove(step, action)
        assert hits(store, "giraffe") == []
