"""Minutes laid out as one table, as working groups write them: number, item, action."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from boardtool.data.word.minutes import read_minutes
from boardtool.domain.minutes_read import ReadAction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docx.table import _Cell

    from boardtool.domain.minutes_read import ReadMinutes

TALK = "Members heard about the work of the four wellbeing forums and discussed what would come next."
IN_TABLE = "the minutes stand in a table: each item of it was read as a minute"


def fill(cell: _Cell, text: str) -> None:
    """Paragraphs by line; those between ** are bold."""
    for place, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        for part, words in enumerate(line.split("**")):
            if words:
                paragraph.add_run(words).bold = part % 2 == 1


def read(folder: Path, heads: Sequence[str], *rows: Sequence[str], after: Sequence[str] = ()) -> ReadMinutes:
    document = docx.Document()
    document.add_paragraph("Place Delivery Group")
    document.add_paragraph("10.00am, Thursday 14 July 2022")
    document.add_paragraph("Present: Amy Plank, Bob Lee")
    table = document.add_table(rows=0, cols=len(heads))
    for row in (heads, *rows):
        cells = table.add_row().cells
        if len(row) == 1:
            fill(cells[0].merge(cells[-1]), row[0])
        else:
            for cell, text in zip(cells, row, strict=True):
                fill(cell, text)
    for line in after:
        document.add_paragraph(line)
    path = folder / "notes.docx"
    document.save(str(path))
    return read_minutes(path)


def test_number_item_and_action(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        ("No.", "Item", "Action"),
        ("1.", "**Welcome and apologies**\nApologies were received from Cy Vane (NHFT).", ""),
        ("2.", f"**Roadmap**\n{TALK}", "AP to circulate the roadmap by 28 July 2022"),
        (
            "3.",
            f"**Data**\n{TALK}\nRESOLVED that the data set be shared.",
            "Share the data set – BL/AP\nNone",
        ),
        after=["The meeting closed at 11.00am"],
    )
    assert [(each.number, each.heading) for each in told.minutes] == [
        (1, "Welcome and apologies"),
        (2, "Roadmap"),
        (3, "Data"),
    ]
    assert told.minutes[1].narrative == TALK
    assert told.minutes[1].actions == (ReadAction("", "Circulate the roadmap", "AP", "28 July 2022"),)
    assert told.minutes[2].actions == (ReadAction("", "Share the data set", "BL/AP"),)
    assert [each.text for each in told.minutes[2].resolutions] == ["the data set be shared."]
    assert [each.name for each in told.apologies] == ["Cy Vane"]
    assert (told.date, told.start, told.closed_at) == (date(2022, 7, 14), "10:00", "11:00")
    assert [each.name for each in told.present] == ["Amy Plank", "Bob Lee"]
    assert IN_TABLE in [warning.text for warning in told.warnings]


def test_discussion_and_owner_have_columns_of_their_own(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        ("Agenda item", "Discussion", "Actions required", "Lead", "By when"),
        ("Finance", TALK, "Send the forecast", "Bob Lee", "1 August"),
        ("Risks", f"{TALK}\n{TALK}", "N/A", "", ""),
    )
    finance, risks = told.minutes
    assert (finance.number, finance.heading, finance.narrative) == (None, "Finance", TALK)
    assert finance.actions == (ReadAction("", "Send the forecast", "Bob Lee", "1 August"),)
    assert (risks.heading, risks.actions) == ("Risks", ())


def test_parts_of_an_item_and_rows_without_a_number_go_on_with_it(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        ("No", "Item", "Action"),
        ("4", "**Membership**", ""),
        ("4.1", TALK, "Bob Lee to ask the Trust"),
        ("4.2", f"Second. {TALK}", ""),
        ("", f"Third. {TALK}", "Amy to check"),
        ("No", "Item", "Action"),
        ("5", f"**Next meeting** {TALK}", ""),
    )
    assert [(each.number, each.heading) for each in told.minutes] == [(4, "Membership"), (5, "Next meeting")]
    assert told.minutes[0].narrative.split("\n\n") == [TALK, f"Second. {TALK}", f"Third. {TALK}"]
    assert [each.owners for each in told.minutes[0].actions] == ["Bob Lee", "Amy"]
    assert told.minutes[1].narrative == TALK


def test_a_row_over_the_whole_table_is_a_heading(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        ("Item", "Notes", "Action"),
        ("**7. Winter plan**",),
        ("", TALK, "AP"),
        ("Any other business", TALK, ""),
    )
    assert [(each.number, each.heading) for each in told.minutes] == [
        (7, "Winter plan"),
        (None, "Any other business"),
    ]
    # Who is to do what is anybody's guess where initials stand alone: they are kept as words.
    assert told.minutes[0].narrative == f"{TALK}\n\nAction: AP"
    assert told.minutes[0].actions == ()


def test_an_item_that_is_one_line_is_told_whole(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        ("No", "Item", "Action"),
        ("1", "Actions of the last meeting: all of them were done, and the log was closed.", ""),
        ("2", TALK, ""),
        ("3", "Close", ""),
    )
    first, second, third = told.minutes
    assert (first.heading, first.narrative) == (
        "Actions of the last meeting",
        "all of them were done, and the log was closed.",
    )
    assert second.heading == "Members heard about the work of the four wellbeing forums…"
    assert second.narrative == TALK
    assert (third.heading, third.narrative) == ("Close", "")


def test_a_small_table_within_minutes_is_no_minutes(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Present: Amy Plank")
    for number in range(25, 28):
        document.add_paragraph().add_run(f"{number}. Heading {number}").bold = True
        document.add_paragraph(TALK)
        document.add_paragraph(TALK)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Item", "Action", "Slides", "AP to send"), strict=True):
        cell.text = text
    path = tmp_path / "minutes.docx"
    document.save(str(path))
    told = read_minutes(path)
    assert [each.number for each in told.minutes] == [25, 26, 27]
    assert IN_TABLE not in [warning.text for warning in told.warnings]


@pytest.mark.parametrize("kind", ["pack/minutes-2022-07-05.docx"])
def test_the_real_minutes_are_read_as_before(reference: Path, kind: str) -> None:
    told = read_minutes(reference / kind)
    assert [each.number for each in told.minutes] == list(range(25, 42))


def test_the_head_may_be_rows_of_the_same_table(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        ("Place Delivery Group", "", ""),
        ("Present: Amy Plank, Bob Lee",),
        ("Apologies: Cy Vane",),
        ("No", "Item", "Action"),
        ("1", f"Roadmap\n{TALK}", ""),
    )
    assert [each.name for each in told.apologies] == ["Cy Vane"]
    assert [(each.number, each.heading) for each in told.minutes] == [(1, "Roadmap")]


def test_items_carry_their_numbers_and_actions_their_owners_line_by_line(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        ("Item", "Discussion", "Action", "Owner"),
        ("1. Minutes of last meeting", TALK, "", ""),
        ("2. Finance", TALK, "Circulate the budget\nBook a room", "JB\nAP"),
        ("3. Data", TALK, "Share the figures\nAsk the Trust", "BL"),
    )
    assert [(each.number, each.heading) for each in told.minutes] == [
        (1, "Minutes of last meeting"),
        (2, "Finance"),
        (3, "Data"),
    ]
    assert [(each.text, each.owners) for minute in told.minutes for each in minute.actions] == [
        ("Circulate the budget", "JB"),
        ("Book a room", "AP"),
        ("Share the figures", "BL"),
        ("Ask the Trust", "BL"),
    ]
