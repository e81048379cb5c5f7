"""Minutes from Word: into a new meeting as they are; beside notes of our own, differences wait for us."""

from datetime import date
from pathlib import Path

import pytest
from tests.builders import Clock
from tests.services.exchange.files import some_minutes

from boardtool.data import actions as kept_actions
from boardtool.data import agenda as kept_agenda
from boardtool.data import attendance as kept_attendance
from boardtool.data import boards as kept_boards
from boardtool.data import meetings as kept_meetings
from boardtool.data import minutes as kept
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import ImportReport, RowPreview, RowState
from boardtool.domain.meetings import Presence, Status
from boardtool.domain.minutes import Minute
from boardtool.services import agenda, attendance, boards, meetings, minutes
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request, Take

JULY = date(2022, 7, 5)
TODAY = date(2022, 7, 12)
TOLD = {
    "Apologies for non-attendance": ["None had been received."],
    "Health Inequalities Plan": ["The plan was introduced.", "RESOLVED that: the Board notes the plan."],
}
PRESENT = ("Councillor Jon-Paul Carr (Chair)\tNorth Northamptonshire Council", "Sally Burns\tDirector")


@pytest.fixture
def board(store: Store) -> int:
    return boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return some_minutes(tmp_path / "minutes.docx", TOLD, present=PRESENT)


@pytest.fixture
def noted(store: Store, board: int) -> int:
    """The meeting, held with notes of our own under its second item."""
    now = Clock().now.replace(tzinfo=None)
    meeting_id = meetings.plan(store, board_id=board, day=JULY, start="13:30")
    agenda.add(store, meeting_id=meeting_id, subject="Apologies for non-attendance")
    item_id = agenda.add(store, meeting_id=meeting_id, subject="Health Inequalities Plan 2022")
    meetings.open_meeting(store, meeting_id=meeting_id, now=now)
    with store.reading() as reading:
        minute = kept.of_item(reading, item_id)
    assert minute is not None
    minutes.write_narrative(store, minute_id=minute.id, text="My own notes.")
    return meeting_id


def taken(store: Store, file: Path, *, winner: Take | None = None) -> ImportReport:
    found = importing.read("minutes", Request(file, board="NNHWB"))
    assert isinstance(found, FileRead)
    return importing.take(store, found, today=TODAY, winner=winner)


def written(store: Store, board: int) -> list[Minute]:
    with store.reading() as reading:
        meeting = kept_meetings.on(reading, board, JULY)
        return [] if meeting is None else kept.of_meeting(reading, meeting.id)


def row(report: ImportReport, key: str) -> RowPreview:
    return next(row for row in report.rows if row.key == key)


def test_a_new_meeting_is_made_as_the_file_tells_it(store: Store, board: int, file: Path) -> None:
    taken(store, file)
    assert [(minute.number, minute.heading) for minute in written(store, board)] == [
        (25, "Apologies for non-attendance"),
        (26, "Health Inequalities Plan"),
    ]
    assert [each.text for each in written(store, board)[1].resolutions] == ["the Board notes the plan."]
    with store.reading() as reading:
        meeting = kept_meetings.on(reading, board, JULY)
        assert meeting is not None
        people = kept_attendance.of_meeting(reading, meeting.id)
        assert kept_boards.by_id(reading, board).first_minute_number == 25
    assert (meeting.status, meeting.start, f"{meeting.closed_at:%H:%M}") == (Status.DRAFT, "13:30", "16:43")
    assert [(person.name, person.presence, person.chairing) for person in people] == [
        ("Councillor Jon-Paul Carr", Presence.PRESENT, True),
        ("Sally Burns", Presence.PRESENT, False),
    ]


def test_the_next_meeting_goes_on_from_the_last_number(store: Store, board: int, file: Path) -> None:
    taken(store, file)
    following = meetings.plan(store, board_id=board, day=date(2022, 9, 6), start="13:30")
    agenda.add(store, meeting_id=following, subject="Apologies")
    meetings.open_meeting(store, meeting_id=following, now=Clock().now.replace(tzinfo=None))
    with store.reading() as reading:
        assert kept.of_meeting(reading, following)[0].number == 27


def test_the_same_file_twice_changes_nothing(store: Store, board: int, file: Path) -> None:
    taken(store, file)
    again = taken(store, file)
    assert (again.step, again.changes_nothing) == (None, True)
    assert len(written(store, board)) == 2


def test_one_undo_takes_the_meeting_back(store: Store, board: int, file: Path) -> None:
    taken(store, file)
    store.undo()
    assert written(store, board) == []


@pytest.mark.usefixtures("noted")
def test_notes_made_here_are_kept_until_a_side_is_chosen(store: Store, board: int, file: Path) -> None:
    report = taken(store, file)
    conflict = row(report, "26")
    assert conflict.state is RowState.CONFLICT
    assert (conflict.conflicts["text"].ours, conflict.conflicts["text"].theirs) == (
        "My own notes.",
        "The plan was introduced.",
    )
    first, second = written(store, board)
    assert (first.narrative, second.narrative) == ("None had been received.", "My own notes.")


@pytest.mark.usefixtures("noted")
def test_theirs_replaces_what_was_noted(store: Store, board: int, file: Path) -> None:
    report = taken(store, file, winner=Take.THEIRS)
    assert row(report, "26").state is RowState.UPDATED
    second = written(store, board)[1]
    assert (second.number, second.heading, second.narrative) == (
        26,
        "Health Inequalities Plan",
        "The plan was introduced.",
    )
    assert taken(store, file).changes_nothing


@pytest.mark.usefixtures("noted")
def test_ours_keeps_the_words_and_takes_what_was_missing(store: Store, board: int, file: Path) -> None:
    taken(store, file, winner=Take.OURS)
    second = written(store, board)[1]
    assert second.narrative == "My own notes."
    assert [each.text for each in second.resolutions] == ["the Board notes the plan."]


def test_actions_under_a_minute_go_to_the_log(store: Store, board: int, tmp_path: Path) -> None:
    table = [("050722/01", "Circulate the numbers", "Amy Plank"), ("", "Add the Trust", "Cheryl Bird")]
    file = some_minutes(tmp_path / "m.docx", TOLD, present=PRESENT, actions=table)
    taken(store, file)
    with store.reading() as reading:
        log = kept_actions.log(reading, board_id=board)
    assert [(action.number, action.text, action.owners) for action in log] == [
        ("050722/01", "Circulate the numbers", ("Amy Plank",)),
        ("050722/02", "Add the Trust", ("Cheryl Bird",)),
    ]
    assert taken(store, file).changes_nothing


def test_an_action_worded_here_is_not_reworded_unseen(store: Store, board: int, tmp_path: Path) -> None:
    told = {"Health Inequalities Plan": ["The plan was introduced."]}
    ours, theirs = [("050722/01", "Circulate it", "")], [("050722/01", "Circulate the plan", "")]
    taken(store, some_minutes(tmp_path / "a.docx", told, present=PRESENT, actions=ours))
    file = some_minutes(tmp_path / "b.docx", told, present=PRESENT, actions=theirs)
    conflict = row(taken(store, file), "25")
    assert conflict.conflicts["actions"].theirs == ["050722/01 Circulate the plan"]
    taken(store, file, winner=Take.THEIRS)
    with store.reading() as reading:
        assert [action.text for action in kept_actions.log(reading, board_id=board)] == ["Circulate the plan"]


def test_how_resolutions_are_labelled_is_no_difference(store: Store, board: int, tmp_path: Path) -> None:
    told = {"Plan": ["The plan.", "RESOLVED that:", "1) notes the plan; and", "2) asks for more."]}
    lettered = {"Plan": ["The plan.", "RESOLVED that:", "a) notes the plan; and", "b) asks for more."]}
    taken(store, some_minutes(tmp_path / "a.docx", told, present=PRESENT))
    assert len(written(store, board)[0].resolutions) == 2
    assert taken(store, some_minutes(tmp_path / "b.docx", lettered, present=PRESENT)).changes_nothing


def test_minutes_go_to_their_items(store: Store, board: int, noted: int, file: Path) -> None:
    taken(store, file, winner=Take.THEIRS)
    with store.reading() as reading:
        items = [item.id for item in kept_agenda.items(reading, noted)]
    assert [minute.item_id for minute in written(store, board)] == items


def test_somebody_present_here_and_sorry_there_is_a_conflict(
    store: Store, board: int, tmp_path: Path
) -> None:
    meeting_id = meetings.plan(store, board_id=board, day=JULY, start="13:30")
    attendance.add(store, meeting_id=meeting_id, name="Colin Foster")
    told = {"Apologies for non-attendance": ["Apologies were received from Colin Foster (Chief Executive)."]}
    report = taken(store, some_minutes(tmp_path / "m.docx", told, present=PRESENT))
    assert row(report, "Colin Foster").state is RowState.CONFLICT
    with store.reading() as reading:
        people = {person.name: person for person in kept_attendance.of_meeting(reading, meeting_id)}
    assert people["Colin Foster"].presence is Presence.PRESENT


def test_minutes_of_another_day_are_refused(store: Store, board: int, file: Path) -> None:
    found = importing.read("minutes", Request(file, meeting="NNHWB/2022-09-06"))
    assert isinstance(found, FileRead)
    with pytest.raises(CannotDoError, match="5 July 2022, not of 6 September 2022"):
        importing.take(store, found, today=TODAY)
    assert written(store, board) == []


def test_what_is_no_word_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "minutes.docx").write_bytes(b"not a document")
    report = importing.read("minutes", Request(tmp_path / "minutes.docx", board="NNHWB"))
    assert isinstance(report, ImportReport)
    assert report.refused
