"""What a file of plain text says: pages of HTML, invitations, e-mail drafts, with their encodings undone."""

import html
import re
from collections.abc import Iterator
from email import message_from_bytes, policy

from boardtool.data.leak_scan.said import Said

_FOLD = re.compile(r"\r?\n[ \t]")
_TAG = re.compile(r"<[^>]*>")
_INLINE = "a|abbr|b|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr"
_WITHIN_WORDS = re.compile(rf"</?(?:{_INLINE})\b[^>]*>", re.IGNORECASE)


def everything(content: bytes) -> Iterator[Said]:
    text = content.decode("utf-8", "replace")
    yield Said("the text", html.unescape(text))
    yield Said("the text", _FOLD.sub("", text))
    yield Said("the text without its marks", html.unescape(_TAG.sub("", text)))
    yield Said("the text without its marks", html.unescape(_TAG.sub(" ", _WITHIN_WORDS.sub("", text))))
    yield Said("the bytes", content=content)
    if text.lower().startswith(("from:", "to:", "subject:", "mime-version:", "date:", "x-unsent:")):
        yield from _in_mail(content)


def _in_mail(content: bytes) -> Iterator[Said]:
    message = message_from_bytes(content, policy=policy.default)
    for part in message.walk():
        for key, value in part.items():
            yield Said(f"the header {key}", str(value))
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield Said("the body", payload.decode("utf-8", "replace"))
