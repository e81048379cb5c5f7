"""The tables of packs that were made, and of what was found in papers."""

from boardtool.data.tables.columns import moment, number, table, text, yes

PAPER_CHECK = table("paper_check", text("digest"), number("pages"), yes("tagged"), text("findings"))
PACK = table(
    "pack",
    number("meeting_id"),
    text("kind"),
    moment("made_at"),
    text("digest"),
    number("size"),
    text("content"),
    *map(number, ("first_page", "last_page")),
    *map(text, ("items", "untagged")),
)
