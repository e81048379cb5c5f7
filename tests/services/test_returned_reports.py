"""A report comes back in Word: what it says otherwise is shown, and what is chosen is taken in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from tests.builders import a_board, a_meeting, an_item

from boardtool.data import agenda, report_facts
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.meetings import Kind
from boardtool.domain.report_facts import ReportFacts
from boardtool.services import report_facts as facts_services
from boardtool.services.preparing import export_template
from boardtool.services.returned_reports import preview, take

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document

    from boardtool.data.store import Store
    from boardtool.domain.report_read import ReportChange

REF = "NNHWB/2022-09-06"


@pytest.fixture
def item(store: Store) -> int:
    meeting = a_meeting(store, a_board(store))
    an_item(store, meeting, "Apologies")
    return an_item(
        store, meeting, "Strategy", kind=Kind.PAPER, presenters=["Amy Plank"], recommendations="- notes it"
    )


@pytest.fixture
def returned(store: Store, item: int, tmp_path: Path) -> Callable[[Callable[[Document], None]], Path]:
    """The template of the item as its author sends it back, after an edit in Word."""
    assert item

    def edited(edit: Callable[[Document], None]) -> Path:
        path = tmp_path / "report.docx"
        with store.reading() as reading:
            export_template(reading, what=REF, number="02", path=path)
        document = docx.Document(str(path))
        edit(document)
        document.save(str(path))
        return path

    return edited


def shown(store: Store, item: int, path: Path) -> tuple[ReportChange, ...]:
    with store.reading() as reading:
        return preview(reading, item_id=item, path=path)


def fill_in(document: Document) -> None:
    people = document.tables[0]
    people.rows[1].cells[1].text = "Bob Lee, Director of Place"
    people.rows[2].cells[1].text = "Cy Vane"
    heads = [each.text for each in document.paragraphs]
    after = document.paragraphs[heads.index("notes it") + 1]
    after.insert_paragraph_before("approves the strategy; and", style="List Number")
    after.insert_paragraph_before("asks for a report in March.", style="List Number")
    document.paragraphs[-1].text = "The Care Act 2014 guidance"


def test_a_template_that_comes_back_as_it_went_changes_nothing(
    store: Store, item: int, returned: Callable[[Callable[[Document], None]], Path]
) -> None:
    facts_services.change(store, item_id=item, author="Amy Plank")
    assert shown(store, item, returned(lambda _document: None)) == ()


def test_what_the_author_filled_in_is_shown_and_taken_in_one_step(
    store: Store, item: int, returned: Callable[[Callable[[Document], None]], Path]
) -> None:
    changes = shown(store, item, returned(fill_in))
    told = {each.name: each.theirs for each in changes}
    assert told["Author"] == "Bob Lee, Director of Place"
    assert told["Contact officer"] == "Cy Vane"
    assert told["Background papers"] == "The Care Act 2014 guidance"
    for words in ("notes it", "approves the strategy; and", "asks for a report in March."):
        assert words in told["Recommendations"]
    assert "recommended to" not in told["Recommendations"]
    take(store, item_id=item, changes=changes)
    with store.reading() as reading:
        assert agenda.item(reading, item).recommendations == told["Recommendations"]
        assert report_facts.of_item(reading, item).author == "Bob Lee, Director of Place"
    store.undo()
    with store.reading() as reading:
        assert agenda.item(reading, item).recommendations == "- notes it"
        assert report_facts.of_item(reading, item) == ReportFacts(item)


def test_only_what_is_chosen_is_taken(
    store: Store, item: int, returned: Callable[[Callable[[Document], None]], Path]
) -> None:
    changes = shown(store, item, returned(fill_in))
    take(store, item_id=item, changes=[each for each in changes if each.fact == "author"])
    with store.reading() as reading:
        assert agenda.item(reading, item).recommendations == "- notes it"
        assert report_facts.of_item(reading, item) == ReportFacts(item, "Bob Lee, Director of Place")


def test_headings_may_lose_their_numbers_and_the_lead_its_words(
    store: Store, item: int, returned: Callable[[Callable[[Document], None]], Path]
) -> None:
    def edit(document: Document) -> None:
        for each in document.paragraphs:
            if each.text == "3. Recommendations":
                each.text = "RECOMMENDATIONS"
            elif each.text == "The Board is recommended to:":
                each.text = "It is recommended that the Health and Wellbeing Board is asked to"
            elif each.text == "notes it":
                each.text = "endorses it"

    [change] = [each for each in shown(store, item, returned(edit)) if each.fact == "recommendations"]
    assert change.theirs == "- endorses it"


def test_a_report_on_another_item_or_no_report_is_refused_in_words(
    store: Store, item: int, returned: Callable[[Callable[[Document], None]], Path], tmp_path: Path
) -> None:
    path = returned(fill_in)
    with store.reading() as reading:
        first = agenda.items(reading, agenda.item(reading, item).meeting_id)[0].id
    with pytest.raises(CannotDoError, match="on item 02, not on item 01"):
        shown(store, first, path)
    other = tmp_path / "letter.docx"
    document = docx.Document()
    document.add_heading("A letter", 1)
    document.save(str(other))
    with pytest.raises(InputRefusedError, match="no report from the template"):
        shown(store, item, other)
    other.write_bytes(b"%PDF-1.7")
    with pytest.raises(InputRefusedError, match="This is a PDF"):
        shown(store, item, other)
