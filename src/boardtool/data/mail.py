"""Messages as drafts: a file that a mail program opens as a message not yet sent."""

from collections.abc import Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import PurePath

from boardtool.domain.text import clean_line

_OFFICE = "vnd.openxmlformats-officedocument"
_KINDS = {".xlsx": f"{_OFFICE}.spreadsheetml.sheet", ".docx": f"{_OFFICE}.wordprocessingml.document"}


def draft(*, to: tuple[str, str], subject: str, words: str, attached: Sequence[tuple[str, bytes]]) -> bytes:
    """A draft with files attached; `to` is a name and address, each file a name (.xlsx, .docx) and content.

    The sender is left for the mail program to fill in; an address that is none is left out.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = clean_line(subject)
    receiver = _receiver(*to)
    if receiver is not None:
        message["To"] = receiver
    message["X-Unsent"] = "1"
    message.set_content(words)
    for name, content in attached:
        kind = _KINDS[PurePath(name).suffix]
        message.add_attachment(content, maintype="application", subtype=kind, filename=name)
    return message.as_bytes()


def _receiver(name: str, address: str) -> Address | None:
    try:
        receiver = Address(display_name=clean_line(name), addr_spec=clean_line(address))
    except (MessageError, ValueError, IndexError):
        return None
    return receiver if receiver.username and receiver.domain else None
