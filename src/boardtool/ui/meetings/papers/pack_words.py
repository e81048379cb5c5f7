"""How packs are called and told: their kind, their pages, their digest, and what they hold."""

from datetime import datetime

from boardtool.domain.dates import clock, long_date, short_date
from boardtool.domain.meetings import Meeting
from boardtool.domain.pack.made import MadePack, PackKind

KIND_WORDS = {
    PackKind.PUBLIC: "Agenda pack",
    PackKind.SUPPLEMENT: "Supplementary pack",
    PackKind.PRIVATE: "Private pack",
}
KIND_SENTENCES = {
    PackKind.PUBLIC: "For everybody: the agenda, what boardtool writes, and the open papers in order. "
    "It is looked through, and not made if anything exempt is found in it.",
    PackKind.SUPPLEMENT: "For everybody: the open papers that came since the pack, numbered on from it.",
    PackKind.PRIVATE: "Not for publication: the public pack, then the exempt papers, each marked with its "
    "paragraph of Schedule 12A.",
}
_SHOWN_OF_A_DIGEST = 12


def pages_words(made: MadePack) -> str:
    """“214 pages”, or “pages 215 – 230” of what is numbered on."""
    if made.first_page > 1:
        return f"pages {made.first_page} – {made.last_page}"
    return f"{made.last_page}\N{NO-BREAK SPACE}page{'' if made.last_page == 1 else 's'}"


def when(at: datetime, *, year: bool = True) -> str:
    """“24 August 2022, 4.42 pm”."""
    day = long_date(at.date()) if year else short_date(at.date())
    return f"{day}, {clock(f'{at:%H:%M}')}"


def short_digest(made: MadePack) -> str:
    return f"{made.digest[:_SHOWN_OF_A_DIGEST]}…"


def file_name(kind: PackKind, meeting: Meeting) -> str:
    """What a pack is called as a file, before its ending; never after an item."""
    return f"{KIND_WORDS[kind]} {meeting.board_code} {long_date(meeting.date)}"
