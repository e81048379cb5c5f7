from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml

from boardtool.data.word.minutes import read_minutes
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.minutes_read import ReadAction, ReadMinutes, ReadResolution

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO_CHANGED = 'w:id="1" w:author="An editor" w:date="2022-07-06T10:00:00Z"'


@pytest.fixture(scope="module")
def real(reference: Path) -> ReadMinutes:
    return read_minutes(reference / "pack" / "minutes-2022-07-05.docx")


def read(document: Document, folder: Path) -> ReadMinutes:
    path = folder / "minutes.docx"
    document.save(str(path))
    return read_minutes(path)


def begun() -> Document:
    document = docx.Document()
    document.add_heading("Place Delivery Group", 1)
    document.add_paragraph("At 10.00am on Monday 3 October 2022")
    document.add_paragraph("Held at the Civic Offices")
    return document


def bold(document: Document, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    return paragraph


def counted_list(document: Document, number_format: str, text: str) -> int:
    """A list that Word counts itself; gives the id that its paragraphs name."""
    root = document.part.numbering_part.element
    kind = 90 + len(root)
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {MAIN} w:abstractNumId="{kind}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{number_format}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        ),
    )
    root.append(parse_xml(f'<w:num {MAIN} w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>'))
    return kind


def start_at(document: Document, number_id: int, start: int) -> None:
    (number,) = [n for n in document.part.numbering_part.element.num_lst if n.numId == number_id]
    number.append(
        parse_xml(f'<w:lvlOverride {MAIN} w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>')
    )


def put_in_list(paragraph: Paragraph, number_id: int) -> None:
    marked = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # type: ignore[attr-defined]  # made when the class is
    marked.get_or_add_ilvl().val = 0
    marked.get_or_add_numId().val = number_id


def test_the_real_minutes_are_minutes_25_to_41(real: ReadMinutes) -> None:
    assert [minute.number for minute in real.minutes] == list(range(25, 42))
    assert real.minutes[0].heading == "Apologies for non-attendance"
    assert real.minutes[-1].heading == "Recovery from the pandemic and way ahead"


def test_the_real_minutes_say_when_and_where(real: ReadMinutes) -> None:
    assert (real.date, real.start, real.closed_at) == (date(2022, 7, 5), "13:30", "16:43")
    assert real.place.startswith("North Northamptonshire Council Offices, The Council Chamber")
    assert real.title == "Health and Wellbeing Board"


def test_the_real_minutes_list_17_members_and_7_officers(real: ReadMinutes) -> None:
    assert (len(real.present), len(real.officers)) == (17, 7)
    by_video = [person.name for person in (*real.present, *real.officers) if person.by_video]
    assert by_video == [
        "John Ashton", "Lisa Bryan", "Chief Superintendent Ashley Tuckley", "Victoria Ononeze",
    ]  # fmt: skip
    assert [person.name for person in real.present if person.chairing] == ["Councillor Jon-Paul Carr"]


def test_the_real_minutes_have_13_blocks_of_resolutions(real: ReadMinutes) -> None:
    resolved = {minute.number: [r.label for r in minute.resolutions] for minute in real.minutes}
    assert sum(bool(labels) for labels in resolved.values()) == 13
    assert resolved[30] == ["1)", "2)"]
    assert resolved[31] == ["a)", "b)", "c)"]
    assert resolved[39] == [""]
    assert {minute.number: minute.lead for minute in real.minutes}[40] == "the Board:"


def test_the_real_apologies_are_four_people_one_of_them_doubtful(real: ReadMinutes) -> None:
    assert [(person.name, person.post) for person in real.apologies] == [
        ("Alan Burns", "Chairman of KGH and NGH Group"),
        ("Colin Foster", "Chief Executive, Northamptonshire Childrens Trust"),
        ("Ann Marie Dodds", "Director for Education"),
        ("Naomi Eisenstadt", "Chairman of the Integrated Care Board"),
    ]
    assert any("Ann Marie Dodds" in warning.text for warning in real.warnings)


def test_who_left_the_real_meeting_is_found_by_their_post(real: ReadMinutes) -> None:
    (stamp,) = real.stamps
    assert (stamp.name, stamp.left, stamp.at, stamp.minute) == ("Toby Sanders", True, "15:30", 38)
    assert any("bracket" in warning.text for warning in real.warnings)


def test_every_word_of_the_real_narrative_is_kept(real: ReadMinutes) -> None:
    narrative = {minute.number: minute.narrative for minute in real.minutes}
    assert narrative[29].count("\n- ") == 4
    assert "Timescales to deliver adaptations could range from 3-9 months" in narrative[30]
    assert narrative[38].endswith("left the meeting at 3.30pm.")
    assert "closed at" not in narrative[41]


def test_attendance_in_a_table(tmp_path: Path) -> None:
    document = begun()
    table = document.add_table(rows=0, cols=2)
    for cells in (
        ("Present:", ""),
        ("Name", "Organisation"),
        ("Councillor A Brown (Chair)", "The Council"),
        ("Dr B Green (via Zoom)", "NHS"),
        ("C Grey (substitute for D White)", "Police"),
        ("In attendance:", ""),
        ("E Black", "Clerk"),
    ):
        row = table.add_row().cells
        row[0].text, row[1].text = cells
    document.add_heading("1. Welcome", 2)
    document.add_paragraph("The Chair welcomed everybody.")
    found = read(document, tmp_path)
    assert [(p.name, p.post) for p in found.present] == [
        ("Councillor A Brown", "The Council"), ("Dr B Green", "NHS"), ("C Grey", "Police"),
    ]  # fmt: skip
    assert found.present[0].chairing
    assert found.present[1].by_video
    assert found.present[2].substitute_for == "D White"
    assert [p.name for p in found.officers] == ["E Black"]


def test_a_table_with_the_label_at_the_left_and_the_names_in_one_cell(tmp_path: Path) -> None:
    document = begun()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "PRESENT:"
    table.cell(0, 1).text = "Councillor A Brown (Chair)\nCouncillor B Green"
    table.cell(0, 1).add_paragraph("C Grey, Police")
    table.cell(1, 0).text = "APOLOGIES:"
    table.cell(1, 1).text = "D White"
    document.add_heading("1. Welcome", 2)
    found = read(document, tmp_path)
    assert [p.name for p in found.present] == ["Councillor A Brown", "Councillor B Green", "C Grey"]
    assert [p.name for p in found.apologies] == ["D White"]


def test_numbers_that_word_counts_itself(tmp_path: Path) -> None:
    document = begun()
    document.add_paragraph("Present:")
    document.add_paragraph("Councillor A Brown\tThe Council")
    minutes = counted_list(document, "decimal", "%1.")
    start_at(document, minutes, 42)
    letters = counted_list(document, "lowerLetter", "(%1)")
    for heading in ("Apologies", "Strategy"):
        put_in_list(bold(document, heading), minutes)
        document.add_paragraph("It was discussed.")
    document.add_paragraph("RESOLVED that the Group:")
    for text in ("notes the report; and", "thanks the officers."):
        put_in_list(document.add_paragraph(text), letters)
    found = read(document, tmp_path)
    assert [(m.number, m.heading) for m in found.minutes] == [(42, "Apologies"), (43, "Strategy")]
    assert found.minutes[1].lead == "the Group:"
    assert found.minutes[1].resolutions == (
        ReadResolution("(a)", "notes the report; and"),
        ReadResolution("(b)", "thanks the officers."),
    )


def test_bold_lines_instead_of_headings(tmp_path: Path) -> None:
    document = begun()
    bold(document, "Present:")
    document.add_paragraph("Councillor A Brown\tThe Council")
    bold(document, "7. Apologies for absence")
    document.add_paragraph("Apologies were received from Councillors B Green, C Grey and D White.")
    bold(document, "8. Close")
    document.add_paragraph("The meeting ended at 12 noon.")
    found = read(document, tmp_path)
    assert [(m.number, m.heading) for m in found.minutes] == [(7, "Apologies for absence"), (8, "Close")]
    assert [p.name for p in found.apologies] == [
        "Councillor B Green", "Councillor C Grey", "Councillor D White",
    ]  # fmt: skip


def test_headings_without_numbers(tmp_path: Path) -> None:
    document = begun()
    bold(document, "Present")
    document.add_paragraph("Councillor A Brown, The Council")
    bold(document, "Apologies for absence")
    document.add_paragraph("There were none.")
    bold(document, "Any other business")
    document.add_paragraph("There was none.")
    found = read(document, tmp_path)
    assert [(m.number, m.heading) for m in found.minutes] == [
        (None, "Apologies for absence"), (None, "Any other business"),
    ]  # fmt: skip
    assert [p.name for p in found.present] == ["Councillor A Brown"]
    assert any("no number" in warning.text for warning in found.warnings)


def test_a_heading_that_lost_its_style_is_found_by_its_number(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Welcome", 2)
    document.add_paragraph("Welcome.")
    document.add_paragraph("2. Strategy")
    document.add_paragraph("It was discussed.")
    document.add_heading("3. Close", 2)
    assert [m.number for m in read(document, tmp_path).minutes] == [1, 2, 3]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    paragraph = document.add_paragraph("The Board agreed ")
    paragraph._p.append(
        parse_xml(f"<w:del {MAIN} {WHO_CHANGED}><w:r><w:delText>£3,000</w:delText></w:r></w:del>")
    )
    paragraph._p.append(parse_xml(f"<w:ins {MAIN} {WHO_CHANGED}><w:r><w:t>£5,000</w:t></w:r></w:ins>"))
    found = read(document, tmp_path)
    assert found.minutes[0].narrative == "The Board agreed £5,000"
    assert any(warning.text.startswith("2 tracked changes") for warning in found.warnings)


def test_two_paragraphs_joined_by_a_tracked_change_are_one(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    first = document.add_paragraph("The Board ")
    first._p.insert(0, parse_xml(f"<w:pPr {MAIN}><w:rPr><w:del {WHO_CHANGED}/></w:rPr></w:pPr>"))
    document.add_paragraph("agreed.")
    assert read(document, tmp_path).minutes[0].narrative == "The Board agreed."


def test_comments_and_hidden_text_are_left_out_and_said(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    paragraph = document.add_paragraph("Agreed.")
    paragraph.add_run(" Between ourselves.").font.hidden = True
    document.add_comment(paragraph.runs, text="Is that so?", author="An editor", initials="AE")
    found = read(document, tmp_path)
    assert found.minutes[0].narrative == "Agreed."
    assert {"comments were left out", "1 pieces of hidden text were left out"} <= {
        warning.text for warning in found.warnings
    }


def test_a_letterhead_does_not_become_the_board(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Anytown Council")
    document.add_paragraph("Telephone 01234 567 890")
    document.add_paragraph("Health and Wellbeing Board")
    document.add_paragraph("Date: 3 October 2022")
    document.add_paragraph("Time: 2.00 pm")
    document.add_paragraph("Venue: Room 3.14, Civic Offices")
    document.add_paragraph("Present: Councillor A Brown (Chair); B Green")
    bold(document, "1. Welcome")
    found = read(document, tmp_path)
    assert (found.title, found.date, found.start) == (
        "Health and Wellbeing Board",
        date(2022, 10, 3),
        "14:00",
    )
    assert found.place == "Room 3.14, Civic Offices"
    assert [p.name for p in found.present] == ["Councillor A Brown", "B Green"]


def test_bold_words_and_lists_are_kept_as_markdown(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    paragraph = document.add_paragraph("The ")
    paragraph.add_run("whole").bold = True
    paragraph.add_run(" sum was noted:")
    document.add_paragraph("first", style="List Bullet")
    document.add_paragraph("second", style="List Bullet")
    assert (
        read(document, tmp_path).minutes[0].narrative == "The **whole** sum was noted:\n\n- first\n- second"
    )


def test_what_follows_the_resolutions_is_kept(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    document.add_paragraph("RESOLVED:")
    document.add_paragraph("That the budget be approved.")
    document.add_paragraph("The Chair thanked everybody.")
    minute = read(document, tmp_path).minutes[0]
    assert minute.resolutions == (ReadResolution("", "That the budget be approved."),)
    assert minute.narrative == "The Chair thanked everybody."


def test_a_place_to_sign_after_the_close_is_left_out_and_said(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    document.add_paragraph("Agreed.")
    document.add_paragraph("There being no further business the meeting closed at 4.43pm.")
    document.add_paragraph("Chair ____________")
    found = read(document, tmp_path)
    assert found.closed_at == "16:43"
    assert found.minutes[0].narrative == "Agreed."
    assert any("after the close" in warning.text for warning in found.warnings)


def test_a_document_without_minutes_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Dear all, see you on Tuesday.")
    with pytest.raises(InputRefusedError, match="No minutes were found"):
        read(document, tmp_path)


def test_an_agenda_is_refused(reference: Path, tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="is an agenda: nothing in it says who was present"):
        read_minutes(reference / "pack" / "agenda-2022-09-06.docx")
    document = begun()
    document.add_paragraph("Agenda")
    document.add_heading("1. Apologies", 1)
    with pytest.raises(InputRefusedError, match="is an agenda"):
        read(document, tmp_path)


def test_minutes_that_name_the_agenda_are_minutes(tmp_path: Path) -> None:
    document = begun()
    document.add_paragraph("A G E N D A")
    document.add_heading("1. Grant", 1)
    document.add_paragraph("RESOLVED that the grant is agreed.")
    assert [minute.number for minute in read(document, tmp_path).minutes] == [1]


def test_names_in_one_line_are_parted(tmp_path: Path) -> None:
    document = begun()
    document.add_paragraph("Present: Councillors A Brown (Chair), B Green (via Teams) and C Grey")
    document.add_paragraph("In attendance:")
    document.add_paragraph("D White - Chair of the Trust")
    document.add_heading("Agenda Item 1 - Welcome", 2)
    found = read(document, tmp_path)
    assert [p.name for p in found.present] == [
        "Councillor A Brown",
        "Councillor B Green",
        "Councillor C Grey",
    ]
    assert [(p.chairing, p.by_video) for p in found.present] == [(True, False), (False, True), (False, False)]
    assert [(p.name, p.post) for p in found.officers] == [("D White", "Chair of the Trust")]
    assert [(m.number, m.heading) for m in found.minutes] == [(1, "Welcome")]


def test_labels_after_line_breaks_in_one_paragraph(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    document.add_paragraph("RESOLVED that the Board:\n1) notes it; and\n2) thanks them.")
    minute = read(document, tmp_path).minutes[0]
    assert minute.lead == "the Board:"
    assert minute.resolutions == (ReadResolution("1)", "notes it; and"), ReadResolution("2)", "thanks them."))


def test_bullets_after_resolved_are_numbered(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    document.add_paragraph("RESOLVED that:")
    document.add_paragraph("it is noted", style="List Bullet")
    document.add_paragraph("they are thanked", style="List Bullet")
    document.add_paragraph("Then they left.")
    minute = read(document, tmp_path).minutes[0]
    assert [(r.label, r.text) for r in minute.resolutions] == [
        ("1)", "it is noted"),
        ("2)", "they are thanked"),
    ]
    assert minute.narrative == "Then they left."


def test_resolved_with_nothing_after_it_is_said(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    document.add_paragraph("RESOLVED that:")
    assert any("nothing follows" in warning.text for warning in read(document, tmp_path).warnings)


def test_a_table_in_a_minute_is_kept_as_lines(tmp_path: Path) -> None:
    document = begun()
    document.add_heading("1. Budget", 2)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Beds", "634"
    found = read(document, tmp_path)
    assert found.minutes[0].narrative == "Beds | 634"
    assert any("table" in warning.text for warning in found.warnings)


@pytest.mark.parametrize(
    "words",
    [
        "It was RESOLVED that the plan be noted.", "RESOLVED \u2013 That the plan be noted.",
        "Unanimously RESOLVED to: the plan be noted.", "Resolved unanimously: that the plan be noted.",
        "It was unanimously resolved that the plan be noted.", "The Board resolved that the plan be noted.",
        "AGREED: That the plan be noted.", "IT WAS AGREED THAT the plan be noted.",
        "DECISION: the plan be noted.",
    ],
)  # fmt: skip
def test_a_decision_in_the_words_of_other_councils(words: str, tmp_path: Path) -> None:
    document = begun()
    bold(document, "1. The plan")
    document.add_paragraph(words)
    (minute,) = read(document, tmp_path).minutes
    assert minute.resolutions == (ReadResolution("", "the plan be noted."),)
    assert minute.narrative == ""


@pytest.mark.parametrize(
    "words",
    [
        "It was agreed that officers would look into it.",
        "The Board resolved the matter.",
        "Agreed with thanks.",
    ],
)
def test_a_sentence_that_only_sounds_like_a_decision_stays_narrative(words: str, tmp_path: Path) -> None:
    document = begun()
    bold(document, "1. The plan")
    document.add_paragraph(words)
    (minute,) = read(document, tmp_path).minutes
    assert (minute.narrative, minute.resolutions) == (words, ())


def test_bullets_after_resolved_that_the_board_are_resolutions(tmp_path: Path) -> None:
    document = begun()
    bold(document, "1. The plan")
    document.add_paragraph("RESOLVED that the Board:")
    document.add_paragraph("notes the plan", style="List Bullet")
    document.add_paragraph("asks for another", style="List Bullet")
    document.add_paragraph("Thanks were given.")
    (minute,) = read(document, tmp_path).minutes
    assert minute.lead == "the Board:"
    assert minute.resolutions == (
        ReadResolution("1)", "notes the plan"),
        ReadResolution("2)", "asks for another"),
    )
    assert minute.narrative == "Thanks were given."


def test_what_the_board_noted_and_agreed_are_resolutions(tmp_path: Path) -> None:
    document = begun()
    bold(document, "1. The plan")
    for words in ("The Board:", "1) NOTED the plan; and", "2) AGREED to fund it."):
        document.add_paragraph(words)
    bold(document, "2. The rest")
    for words in ("The Board:", "1) looked at it", "2) thought about it"):
        document.add_paragraph(words)
    first, second = read(document, tmp_path).minutes
    assert first.resolutions == (
        ReadResolution("1)", "NOTED the plan; and"),
        ReadResolution("2)", "AGREED to fund it."),
    )
    assert second.resolutions == ()


def test_a_line_that_says_who_is_to_do_what_is_an_action(tmp_path: Path) -> None:
    document = begun()
    bold(document, "1. The plan")
    for words in (
        "ACTION: Amy Bee to circulate the plan by 6 September 2022",
        "Action 050722/04: Director of Place to write to the Trust. Due: next meeting",
        "Action: AB",
    ):
        document.add_paragraph(words)
    (minute,) = read(document, tmp_path).minutes
    assert minute.actions == (
        ReadAction("", "Circulate the plan", "Amy Bee", "6 September 2022"),
        ReadAction("050722/04", "Write to the Trust. Due: next meeting", "Director of Place"),
    )
    assert minute.narrative == "Action: AB"


def test_a_place_in_the_list_is_no_action_number(tmp_path: Path) -> None:
    document = begun()
    bold(document, "1. The plan")
    table = document.add_table(rows=0, cols=3)
    for cells in (("No", "Action", "Owner"), ("1.", "Circulate it", "Amy Bee")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    (minute,) = read(document, tmp_path).minutes
    assert minute.actions == (ReadAction("", "Circulate it", "Amy Bee"),)


@pytest.mark.parametrize(
    "words",
    [
        "The Chair closed the meeting at 15:45", "Closed at 3.45 pm", "Meeting closed: 15.45",
        "The meeting rose at 3.45pm", "Close of meeting: 3.45pm",
        "The Chairman declared the meeting closed at 3.45pm.",
        "The meeting ended at approximately 3.45pm",
    ],
)  # fmt: skip
def test_the_close_of_a_meeting_in_other_words(words: str, tmp_path: Path) -> None:
    document = begun()
    bold(document, "1. The plan")
    document.add_paragraph(words)
    assert read(document, tmp_path).closed_at == "15:45"


def test_a_councils_code_is_a_number_and_a_day_is_none(tmp_path: Path) -> None:
    document = begun()
    for words in ("HWB/22/15 Apologies", "HWB/22/16 COVID-19 Update", "HWB/22/17 Next meeting"):
        bold(document, words)
    document.add_paragraph("18 September 2022")
    found = read(document, tmp_path).minutes
    assert [(minute.number, minute.heading) for minute in found] == [
        (15, "Apologies"),
        (16, "COVID-19 Update"),
        (17, "Next meeting"),
    ]
    assert found[-1].narrative == "18 September 2022"


def test_attendance_under_numbered_headings(tmp_path: Path) -> None:
    document = begun()
    for heading, lines in {
        "1. Present": ("Cllr Jon Carr (Chair)", "Amy Bee (Police)"),
        "2. Apologies": ("Carl Dee",),
        "3. The plan": ("Noted.",),
    }.items():
        bold(document, heading)
        for words in lines:
            document.add_paragraph(words)
    found = read(document, tmp_path)
    assert [(person.name, person.post, person.chairing) for person in found.present] == [
        ("Cllr Jon Carr", "", True),
        ("Amy Bee", "Police", False),
    ]
    assert [person.name for person in found.apologies] == ["Carl Dee"]
    assert [minute.number for minute in found.minutes] == [1, 2, 3]


def test_names_in_one_line_are_as_many_people(tmp_path: Path) -> None:
    document = begun()
    document.add_paragraph("Present: Councillor Jon Carr (Chair), Dr Amy Bee and Carl Dee")
    document.add_paragraph("In attendance: Eve Eff, Business Manager")
    document.add_paragraph("Apologies: Gus Gee")
    bold(document, "1. Apologies")
    document.add_paragraph("Apologies were received from Mr Gus Gee.")
    found = read(document, tmp_path)
    assert [person.name for person in found.present] == ["Councillor Jon Carr", "Dr Amy Bee", "Carl Dee"]
    assert [(person.name, person.post) for person in found.officers] == [("Eve Eff", "Business Manager")]
    assert [person.name for person in found.apologies] == ["Gus Gee"]


def test_a_table_with_headings_has_whole_names_and_may_say_who_came(tmp_path: Path) -> None:
    document = begun()
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Name", "Organisation", "Attended"),
        ("Chair, Local Medical Committee", "LMC", "Yes"),
        ("Amy Bee", "Police", "Apologies"),
        ("Carl Dee", "NHS", "By Teams"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    bold(document, "1. The plan")
    found = read(document, tmp_path)
    assert [(person.name, person.post, person.by_video) for person in found.present] == [
        ("Chair, Local Medical Committee", "LMC", False),
        ("Carl Dee", "NHS", True),
    ]
    assert [(person.name, person.post) for person in found.apologies] == [("Amy Bee", "Police")]
