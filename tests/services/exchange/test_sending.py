"""Sending forms: who gets one, what is written where, and that nothing in the folder is lost."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.builders import SEPTEMBER, a_board, a_meeting, an_action, an_item
from tests.services.exchange.forms import SENT_ON, sent_to

from boardtool.data import actions, people, sent_forms
from boardtool.domain.actions import ActionStatus
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CancelledError, CannotDoError, MachineError, NotFoundError
from boardtool.services.exchange.sending import Recipient, recipients, send_forms

if TYPE_CHECKING:
    from boardtool.data.store import Store


@pytest.fixture
def board(store: Store) -> int:
    board_id = a_board(store)
    an_action(store, board_id, "050722/01", owners=["Amy Plank"], due=date(2022, 8, 1))
    an_action(store, board_id, "050722/02", owners=["Amy Plank", "David Watts"])
    an_action(store, board_id, "050722/03", owners=["David Watts"], status=ActionStatus.COMPLETED)
    an_action(store, board_id, "050722/04", owners=[])
    return board_id


def numbers(workbook: Path) -> list[object]:
    sheet = openpyxl.load_workbook(workbook)["Actions"]
    return [cell.value for cell in sheet["A"][4:]]


def test_every_owner_gets_their_open_actions_and_a_message(store: Store, board: int, tmp_path: Path) -> None:
    assert board
    sending = send_forms(store, folder=tmp_path / "forms", today=SENT_ON)
    assert {form.owner: numbers(form.workbook) for form in sending.forms} == {
        "Amy Plank": ["050722/01", "050722/02"],
        "David Watts": ["050722/02"],
    }
    assert sorted(path.name for path in (tmp_path / "forms").iterdir()) == [
        "Amy Plank actions 2022-08-24.eml",
        "Amy Plank actions 2022-08-24.xlsx",
        "David Watts actions 2022-08-24.eml",
        "David Watts actions 2022-08-24.xlsx",
    ]


def test_the_message_carries_the_workbook_to_the_address_that_is_known(
    store: Store, board: int, tmp_path: Path
) -> None:
    assert board
    with store.step("Add person") as step:
        people.add(step, name="Ms Amy Plank", email="amy@example.uk")
    first, second = send_forms(store, folder=tmp_path, today=SENT_ON, due_back=date(2022, 9, 2)).forms
    message = message_from_bytes(first.message.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    assert str(message["To"]) == "Amy Plank <amy@example.uk>"
    assert str(message["Subject"]) == "Your 2 open actions: please reply by Friday 2 September 2022"
    [attached] = message.iter_attachments()
    assert attached.get_content() == first.workbook.read_bytes()
    assert b"\nTo:" not in second.message.read_bytes()


def test_what_was_sent_is_recorded_in_one_step_that_can_be_undone(
    store: Store, board: int, tmp_path: Path
) -> None:
    sending = send_forms(store, folder=tmp_path, today=SENT_ON, board="NNHWB")
    with store.reading() as reading:
        assert sent_forms.last_sent(reading) == {"Amy Plank": SENT_ON, "David Watts": SENT_ON}
        newest = sent_forms.holding(reading, ["NNHWB/050722/02"])
        log = {action.ref: action for action in actions.log(reading, board_id=board)}
    assert [form.owner for form in newest] == ["David Watts", "Amy Plank"]
    sent = newest[0].actions[0]
    assert (sent.action_id, sent.owners, sent.text) == (
        log[sent.ref].id, ("Amy Plank", "David Watts"), log[sent.ref].text,
    )  # fmt: skip
    undone = store.undo()
    assert undone is not None
    assert (undone.label, sending.step) == ("Send forms to owners", undone.step_id - 1)
    with store.reading() as reading:
        assert sent_forms.last_sent(reading) == {}


def test_a_removed_action_stays_in_the_record_of_what_was_sent(
    store: Store, board: int, tmp_path: Path
) -> None:
    sent_to(store, tmp_path, "David Watts")
    with store.reading() as reading:
        action = actions.by_ref(reading, "NNHWB/050722/02")
    with store.step("Remove action") as step:
        actions.remove(step, action.id)
    with store.reading() as reading:
        [form] = sent_forms.holding(reading, [action.ref])
    assert (action.board_id, form.actions[0].action_id, form.actions[0].text) == (board, None, action.text)


def test_who_can_be_sent_a_form_is_told_with_what_is_late(store: Store, board: int, tmp_path: Path) -> None:
    sent_to(store, tmp_path, "David Watts")
    with store.reading() as reading:
        found = recipients(reading, today=SENT_ON)
        of_board = recipients(reading, today=SENT_ON, board="NNHWB")
    assert found.owners == (
        Recipient("Amy Plank", 2, 1, "", None),
        Recipient("David Watts", 1, 0, "", SENT_ON),
    )
    assert (board, found.without_owner, found.exempt, of_board) == (1, 1, 0, found)


def test_only_the_owners_that_are_named_get_one(store: Store, board: int, tmp_path: Path) -> None:
    assert board
    sending = send_forms(store, folder=tmp_path, today=SENT_ON, owners=["amy plank"])
    assert [form.owner for form in sending.forms] == ["Amy Plank"]


def test_an_action_of_an_exempt_item_goes_out_only_when_asked_for(
    store: Store, board: int, tmp_path: Path
) -> None:
    meeting = a_meeting(store, board, SEPTEMBER)
    item = an_item(store, meeting, "Named providers", exempt="3")
    an_action(store, board, "060922/01", "Terminate it", owners=["Finance"], item_id=item, meeting_id=meeting)
    public = send_forms(store, folder=tmp_path / "public", today=SENT_ON)
    private = send_forms(store, folder=tmp_path / "private", today=SENT_ON, audience=Audience.PRIVATE)
    assert "Finance" not in {form.owner for form in public.forms}
    assert "Finance" in {form.owner for form in private.forms}
    assert not any(b"Terminate" in path.read_bytes() for path in (tmp_path / "public").glob("*.eml"))
    with store.reading() as reading:
        assert recipients(reading, today=SENT_ON).exempt == 1


def test_nothing_in_the_folder_is_overwritten(store: Store, board: int, tmp_path: Path) -> None:
    assert board
    theirs = tmp_path / "David Watts actions 2022-08-24.xlsx"
    theirs.write_bytes(b"a reply that was saved here")
    first, second = (sent_to(store, tmp_path, "David Watts") for _ in range(2))
    assert theirs.read_bytes() == b"a reply that was saved here"
    assert first.name == "David Watts actions 2022-08-24 (2).xlsx"
    assert second.name == "David Watts actions 2022-08-24 (3).xlsx"


def test_a_file_that_cannot_be_written_leaves_none_and_no_record(
    store: Store, board: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert board
    whole = Path.replace

    def locked(path: Path, target: Path) -> Path:
        if target.name.startswith("David"):
            raise PermissionError(13, "Permission denied")
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(MachineError, match="open in another program"):
        send_forms(store, folder=tmp_path / "forms", today=SENT_ON)
    assert not (tmp_path / "forms").exists()
    with store.reading() as reading:
        assert sent_forms.last_sent(reading) == {}


class StopsAt:
    """Progress that is cancelled at its n-th report."""

    def __init__(self, count: int) -> None:
        self.left = count

    def report(self, _done: int, _total: int, _what: str = "") -> None:
        self.left -= 1
        if not self.left:
            raise CancelledError("Stopped. Nothing was changed.")


def test_a_sending_that_is_cancelled_leaves_nothing(store: Store, board: int, tmp_path: Path) -> None:
    assert board
    with pytest.raises(CancelledError):
        send_forms(store, folder=tmp_path / "forms", today=SENT_ON, progress=StopsAt(2))
    assert not (tmp_path / "forms").exists()


def test_what_cannot_be_sent_is_refused_in_a_sentence(store: Store, tmp_path: Path) -> None:
    with pytest.raises(CannotDoError, match="nobody to send to"):
        send_forms(store, folder=tmp_path, today=SENT_ON)
    with pytest.raises(CannotDoError, match="has gone by"):
        send_forms(store, folder=tmp_path, today=SENT_ON, due_back=date(2022, 8, 1))
    with pytest.raises(NotFoundError):
        send_forms(store, folder=tmp_path, today=SENT_ON, board="EAST")
    an_action(store, a_board(store))
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotDoError, match="is a file"):
        send_forms(store, folder=tmp_path / "file", today=SENT_ON)
