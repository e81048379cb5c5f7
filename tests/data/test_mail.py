from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from boardtool.data.mail import draft

WORKBOOK = ("Amy Plank actions.xlsx", b"PK workbook")


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_opens_as_unsent_with_its_workbook() -> None:
    words = "Dear Amy,\n\nPlease return it by Wednesday – “thank you”."
    message = read(
        draft(to=("Amy Plank", "amy@example.uk"), subject="Your actions", words=words, attached=[WORKBOOK])
    )
    assert (message["X-Unsent"], message["Subject"], message["From"]) == ("1", "Your actions", None)
    assert str(message["To"]) == "Amy Plank <amy@example.uk>"
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == words
    [attached] = message.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == WORKBOOK


@pytest.mark.parametrize("address", ["", "nobody", "two words@example.uk", "a@b@c", "@", "x@"])
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    message = read(draft(to=("Amy Plank", address), subject="s", words="w", attached=[WORKBOOK]))
    assert message["To"] is None


def test_a_name_cannot_add_a_header() -> None:
    message = read(
        draft(
            to=("Amy\r\nBcc: all@example.uk", "amy@example.uk"),
            subject="Yours\nBcc: all@example.uk",
            words="w",
            attached=[WORKBOOK],
        )
    )
    assert message["Bcc"] is None
    assert message["Subject"] == "Yours Bcc: all@example.uk"
