"""Which role an item of an agenda has, told by its subject, as the subjects of real agendas are worded."""

import re

from boardtool.domain.boards import ItemRole
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.text import folded

MADE_HERE = frozenset({ItemRole.LAST_MINUTES, ItemRole.ACTION_LOG})
"""Items whose paper boardtool writes itself."""

_ROLE_BY_WORDS = (
    (re.compile(r"^(?:welcome.*)?apologies\b"), ItemRole.APOLOGIES),
    (re.compile(r"\brequests? to (?:address|speak)\b"), ItemRole.REQUESTS),
    (re.compile(r"\bdeclarations? of (?:\w+ )?interests?\b"), ItemRole.DECLARATIONS),
    (
        re.compile(r"^(?:draft )?minutes (?:of|from) (?:the )?(?:previous |last )?meeting\b"),
        ItemRole.LAST_MINUTES,
    ),
    (re.compile(r"^action log\b"), ItemRole.ACTION_LOG),
    (re.compile(r"^close(?: of)?(?: the)?(?: public)? meeting\b"), ItemRole.CLOSE),
)


def role_of_item(item: AgendaItem) -> ItemRole:
    """The role of an item, by its subject where it was added by hand and nobody said."""
    return role_of_subject(item.subject) if item.role is ItemRole.PLAIN else item.role


def role_of_subject(subject: str) -> ItemRole:
    """The role that a subject tells: "Minutes from the Previous Meeting" is the last minutes."""
    words = folded(subject)
    return next((role for told, role in _ROLE_BY_WORDS if told.search(words)), ItemRole.PLAIN)
