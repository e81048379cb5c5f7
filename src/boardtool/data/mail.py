"""Messages as drafts: a file that a mail program opens as a message not yet sent."""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from boardtool.domain.text import clean_line

_WORKBOOK = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def draft(*, to: tuple[str, str], subject: str, words: str, workbook: tuple[str, bytes]) -> bytes:
    """A draft with a workbook attached; `to` is a name and address, `workbook` a file name and content.

    The sender is left for the mail program to fill in; an address that is none is left out.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = clean_line(subject)
    receiver = _receiver(*to)
    if receiver is not None:
        message["To"] = receiver
    message["X-Unsent"] = "1"
    message.set_content(words)
    name, content = workbook
    main, kind = _WORKBOOK
    message.add_attachment(content, maintype=main, subtype=kind, filename=name)
    return message.as_bytes()


def _receiver(name: str, address: str) -> Address | None:
    try:
        receiver = Address(display_name=clean_line(name), addr_spec=clean_line(address))
    except (MessageError, ValueError, IndexError):
        return None
    return receiver if receiver.username and receiver.domain else None
