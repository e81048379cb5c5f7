"""The owner round trip: what they changed alone is taken, what both changed is asked; one undo ends it."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import CHERYL, Clock, a_board, an_action
from tests.services.exchange.forms import BACK_ON, SENT_ON, read, sent_to, taken, type_into

from boardtool.data import actions as kept
from boardtool.data.excel.owner_form import STAMP_SHEET
from boardtool.data.store import Store
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import ImportReport, RowState, ThreeWay
from boardtool.services import actions
from boardtool.services.exchange import importing
from boardtool.services.exchange.request import Take
from boardtool.services.exchange.sending import send_forms

if TYPE_CHECKING:
    from pathlib import Path

DUE = date(2022, 9, 6)
LATER = date(2022, 9, 20)
STATUS, PROGRESS, PROPOSED = "F5", "G5", "H5"


@pytest.fixture
def action(store: Store) -> int:
    board_id = a_board(store, name="North Board")
    action_id = an_action(store, board_id, due=DUE)
    actions.add_progress(store, action_ids=[action_id], text="Asked both", today=date(2022, 7, 14))
    actions.set_status(store, action_ids=[action_id], status=ActionStatus.OPEN, today=SENT_ON)
    return action_id


@pytest.fixture
def form(store: Store, action: int, tmp_path: Path) -> Path:
    assert action
    return sent_to(store, tmp_path, "Amy Plank")


def held(store: Store, ref: str = "NNHWB/050722/01") -> Action:
    with store.reading() as reading:
        return kept.by_ref(reading, ref)


def only(report: ImportReport) -> RowState:
    [row] = report.rows
    return row.state


# -- their words alone -------------------------------------------------------------------------------


def test_a_reply_with_nothing_typed_changes_nothing(store: Store, form: Path) -> None:
    before = held(store)
    report = taken(store, form)
    assert (report.applied, report.step, only(report)) == (True, None, RowState.UNCHANGED)
    assert held(store) == before


def test_progress_becomes_a_note_of_the_day_from_its_owner(store: Store, form: Path) -> None:
    report = taken(store, type_into(form, {PROGRESS: "Sent to the Board"}))
    assert report.rows[0].key == "NNHWB/050722/01"
    assert report.rows[0].changes == {"progress": ("Asked both", "Sent to the Board")}
    note = held(store).notes[-1]
    assert (note.text, note.on, note.source, note.who) == ("Sent to the Board", BACK_ON, "reply", "Amy Plank")
    assert held(store).status is ActionStatus.OPEN


def test_a_status_of_done_is_done_on_the_day_it_mentions(store: Store, form: Path) -> None:
    taken(store, type_into(form, {STATUS: "Completed", PROGRESS: "Circulated on 26 August 2022"}))
    assert (held(store).status, held(store).completed_on) == (ActionStatus.COMPLETED, date(2022, 8, 26))


def test_a_proposed_date_becomes_the_due_date(store: Store, form: Path) -> None:
    taken(store, type_into(form, {PROPOSED: LATER}))
    assert held(store).due == LATER


def test_one_who_writes_over_what_was_sent_means_the_same(store: Store, form: Path) -> None:
    taken(store, type_into(form, {"D5": LATER, "E5": "Asked both. One answered."}))
    assert (held(store).due, held(store).progress) == (LATER, "Asked both. One answered.")


def test_new_progress_beside_progress_that_was_changed_is_what_counts(store: Store, form: Path) -> None:
    report = taken(store, type_into(form, {"E5": "Spoilt", PROGRESS: "Sent"}))
    assert held(store).progress == "Sent"
    assert "only the new progress is read" in report.warnings[0].reason


def test_a_cleared_cell_takes_nothing_away(store: Store, form: Path) -> None:
    before = held(store)
    assert only(taken(store, type_into(form, {STATUS: None, "D5": None, "E5": None}))) is RowState.UNCHANGED
    assert held(store) == before


def test_the_same_reply_twice_changes_nothing(store: Store, form: Path) -> None:
    type_into(form, {STATUS: "In progress", PROGRESS: "Sent", PROPOSED: LATER})
    taken(store, form)
    before = held(store)
    report = taken(store, form)
    assert (report.changes_nothing, report.step) == (True, None)
    assert held(store) == before


def test_words_that_were_said_before_the_form_went_out_are_news_again(store: Store, form: Path) -> None:
    actions.add_progress(store, action_ids=[held(store).id], text="Ongoing", today=date(2022, 7, 20))
    again = sent_to(store, form.parent, "Amy Plank")
    assert only(taken(store, type_into(again, {PROGRESS: "Asked both"}))) is RowState.UPDATED
    assert [note.text for note in held(store).notes] == ["Asked both", "Ongoing", "Asked both"]


def test_one_undo_takes_all_of_a_reply_back(store: Store, form: Path) -> None:
    before = held(store)
    taken(store, type_into(form, {STATUS: "Closed", PROGRESS: "Sent", PROPOSED: LATER}))
    undone = store.undo()
    assert undone is not None
    assert undone.label == "Import reply of Amy Plank"
    assert held(store) == before


# -- both sides --------------------------------------------------------------------------------------


@pytest.fixture
def disputed(store: Store, form: Path) -> Path:
    """A reply with words and a date where the library has other ones since it was sent."""
    actions.add_progress(store, action_ids=[held(store).id], text="Chased by phone", today=BACK_ON)
    actions.set_status(store, action_ids=[held(store).id], status=ActionStatus.OPEN, today=BACK_ON)
    return type_into(form, {PROGRESS: "Sent to the Board", PROPOSED: LATER})


def test_what_both_changed_is_a_conflict_of_three_values_and_not_taken(store: Store, disputed: Path) -> None:
    before = held(store)
    report = taken(store, disputed)
    [row] = report.rows
    assert row.state is RowState.CONFLICT
    assert row.to_json()["fields"] == {
        "progress": {"sent": "Asked both", "ours": "Chased by phone", "theirs": "Sent to the Board"}
    }
    assert row.changes == {"due": ("2022-09-06", "2022-09-20")}
    assert held(store) == before


def test_theirs_takes_their_words_and_keeps_ours_in_the_history(store: Store, disputed: Path) -> None:
    assert only(taken(store, disputed, winner=Take.THEIRS)) is RowState.UPDATED
    assert [note.text for note in held(store).notes] == ["Asked both", "Chased by phone", "Sent to the Board"]
    assert held(store).due == LATER
    assert taken(store, disputed).changes_nothing


def test_ours_keeps_our_words_and_takes_what_they_changed_alone(store: Store, disputed: Path) -> None:
    taken(store, disputed, winner=Take.OURS)
    assert (held(store).progress, held(store).due) == ("Chased by phone", LATER)


def test_what_both_made_of_it_alike_is_no_conflict(store: Store, form: Path) -> None:
    actions.set_status(store, action_ids=[held(store).id], status=ActionStatus.CLOSED, today=BACK_ON)
    assert only(taken(store, type_into(form, {STATUS: "Closed"}))) is RowState.UNCHANGED


def test_what_only_we_changed_stays(store: Store, form: Path) -> None:
    actions.set_due(store, action_ids=[held(store).id], due=LATER)
    taken(store, type_into(form, {PROGRESS: "Sent"}))
    assert (held(store).due, held(store).progress) == (LATER, "Sent")


# -- what is not for a reply -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "field", "reason"),
    [
        ({"C5": "Do something else"}, "text", "the action point was changed"),
        ({"B5": "West Board"}, "board", "the board was changed"),
        ({"A5": "050722/77"}, "number", "was not sent to Amy Plank"),
        ({"A6": "300822/01", "C6": "Something new", "G6": "Begun"}, "number", "was not sent to Amy Plank"),
        ({"C6": "Something new", "G6": "Begun"}, "number", "the action number is missing"),
        ({STATUS: "perhaps"}, "status", "choose open, in progress, completed or closed"),
        ({PROPOSED: "when I can"}, "proposed", ""),
    ],
)
def test_a_row_that_is_not_theirs_to_change_stops_the_reply(
    store: Store, form: Path, cells: dict[str, str], field: str, reason: str
) -> None:
    before = held(store)
    report = taken(store, type_into(form, {PROGRESS: "Sent", **cells}))
    [rejected] = report.rejected
    assert (report.applied, rejected.field) == (False, field)
    assert reason in rejected.reason
    assert held(store) == before


def test_the_good_rows_can_be_taken_alone(store: Store, form: Path) -> None:
    type_into(form, {PROGRESS: "Sent", "A6": "300822/01", "C6": "Something new", "G6": "Begun"})
    assert taken(store, form, partial=True).applied
    assert held(store).progress == "Sent"


def test_an_action_that_is_gone_is_rejected_by_name(store: Store, form: Path, action: int) -> None:
    actions.remove(store, action_ids=[action])
    [rejected] = taken(store, type_into(form, {PROGRESS: "Sent"})).rejected
    assert rejected.reason == "NNHWB/050722/01 is not in the library any more"


def test_an_action_that_is_missing_from_the_reply_is_said(store: Store, form: Path) -> None:
    an_action(store, held(store).board_id, "050722/02")
    both = sent_to(store, form.parent, "Amy Plank")
    book = openpyxl.load_workbook(both)
    book["Actions"].delete_rows(6)
    book.save(both)
    report = taken(store, both)
    assert [(each.value, each.reason) for each in report.warnings] == [
        ("NNHWB/050722/02", "was sent, but is not in the reply: it stays as it is")
    ]


# -- which form it answers ---------------------------------------------------------------------------


def without_stamp(file: Path) -> Path:
    book = openpyxl.load_workbook(file)
    del book[STAMP_SHEET]
    book.save(file)
    return file


def test_without_its_hidden_sheet_a_reply_is_known_by_its_headings(store: Store, form: Path) -> None:
    actions.add_progress(store, action_ids=[held(store).id], text="Chased by phone", today=BACK_ON)
    report = taken(store, without_stamp(type_into(form, {PROGRESS: "Sent"})))
    assert report.rows[0].conflicts["progress"] == ThreeWay("Asked both", "Chased by phone", "Sent")
    assert "form sent to Amy Plank on 24 August 2022" in report.warnings[0].reason


def test_of_several_forms_the_owner_s_is_meant(store: Store, action: int, tmp_path: Path) -> None:
    actions.allocate(store, action_ids=[action], owners=["Amy Plank", "David Watts"])
    amy, _david = send_forms(store, folder=tmp_path, today=SENT_ON).forms
    taken(store, without_stamp(type_into(amy.workbook, {PROGRESS: "Sent"})))
    assert held(store).notes[-1].who == "Amy Plank"


def test_a_stamp_that_was_tampered_with_is_not_believed(store: Store, form: Path) -> None:
    actions.add_progress(store, action_ids=[held(store).id], text="Chased by phone", today=BACK_ON)
    book = openpyxl.load_workbook(type_into(form, {PROGRESS: "Sent"}))
    stamp = book[STAMP_SHEET]
    stamp["H8"] = "Chased by phone"
    book.save(form)
    assert taken(store, form).rows[0].conflicts["progress"].sent == "Asked both"
    stamp["B6"] = "0" * 64
    book.save(form)
    assert taken(store, form).rows[0].conflicts["progress"].sent == "Asked both"


def test_a_form_whose_sending_was_undone_speaks_for_itself(store: Store, form: Path) -> None:
    store.undo()
    report = taken(store, type_into(form, {PROGRESS: "Sent"}))
    assert held(store).progress == "Sent"
    assert "is not among those recorded here" in report.warnings[0].reason


def test_a_form_of_another_library_is_refused(form: Path, tmp_path: Path) -> None:
    with closing(Store.make(tmp_path / "other", who=CHERYL)) as other:
        an_action(other, a_board(other))
        with pytest.raises(InputRefusedError, match="another library"):
            importing.preview(other, read(form), today=BACK_ON)


def test_headings_of_a_form_that_nobody_sent_are_refused(store: Store, form: Path) -> None:
    store.undo()
    with pytest.raises(InputRefusedError, match="no form with these actions was sent"):
        importing.preview(store, read(without_stamp(form)), today=BACK_ON)


def test_one_number_of_two_boards_is_told_apart_by_the_board(
    store: Store, action: int, tmp_path: Path
) -> None:
    west = a_board(store, "WNHWB", name="West Board")
    an_action(store, west, text="West's own")
    form = sent_to(store, tmp_path, "Amy Plank")
    taken(store, type_into(form, {"G5": "North has sent it", "G6": "West has sent it"}))
    assert held(store).id == action
    assert held(store).progress == "North has sent it"
    assert held(store, "WNHWB/050722/01").progress == "West has sent it"


# -- laws --------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["=1+1", "+44 1536", "-", "@all", "Sent", "Two\nlines", "£1.2m – “done”", "=cmd|' /C'!A0"]
)
EDIT = st.fixed_dictionaries(
    {
        "status": st.none() | st.sampled_from(list(ActionStatus)),
        "due": st.none() | st.sampled_from([LATER, date(2022, 12, 1)]),
        "progress": st.none() | WORDS,
    }
)


def fields(action: Action) -> dict[str, object]:
    return {"status": action.status, "due": action.due, "progress": action.progress}


def changed(sent: dict[str, object], edit: dict[str, object]) -> dict[str, object]:
    return sent | {name: value for name, value in edit.items() if value is not None}


@settings(max_examples=40, deadline=None)
@given(ours=EDIT, theirs=EDIT)
def test_edits_of_one_side_are_kept_and_a_conflict_is_where_both_differ(
    tmp_path_factory: pytest.TempPathFactory, ours: dict[str, object], theirs: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with closing(Store.make(folder / "library", who=CHERYL, clock=Clock())) as store:
        action_id = an_action(store, a_board(store), due=DUE)
        sent = fields(held(store))
        form = sent_to(store, folder, "Amy Plank")
        with store.step("Edit here") as step:
            plain = {name: ours[name] for name in ("status", "due") if ours[name] is not None}
            kept.change(step, action_id, **plain)
            if ours["progress"] is not None:
                words = str(ours["progress"])
                kept.add_progress(step, action_id, on=BACK_ON, text=words, source="you", who=CHERYL)
        mine = fields(held(store))
        yours = changed(sent, theirs)
        status = theirs["status"]
        type_into(
            form,
            {
                STATUS: None if status is None else str(status).capitalize(),
                PROGRESS: None if theirs["progress"] is None else str(theirs["progress"]),
                PROPOSED: theirs["due"],  # type: ignore[dict-item]
            },
        )
        [row] = taken(store, form).rows
        disputed = {name for name in sent if len({sent[name], mine[name], yours[name]}) == 3}
        assert set(row.conflicts) == disputed
        expected = {name: yours[name] if mine[name] == sent[name] else mine[name] for name in sent}
        assert fields(held(store)) == (mine if disputed else expected)
