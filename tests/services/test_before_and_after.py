"""What goes out before and after a meeting: brief, register, minutes pack; each canary stays in its cage."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

import docx
import openpyxl
import page
import pikepdf
import pytest
from tests.builders import JULY, a_board, a_meeting, a_member, a_minute, an_action, an_attendance, an_item

from boardtool.data import meetings
from boardtool.data.leak_scan.in_pdf import text_of_pages
from boardtool.data.leak_scan.secrets import secrets_of
from boardtool.domain.boards import ItemRole, Mode
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind, Presence, Status
from boardtool.domain.requests_to_address import Decision, Spoke
from boardtool.services import clearance, report_facts, requests_to_address
from boardtool.services.preparing import export_brief, export_register, export_template
from boardtool.services.publishing import DOCUMENTS, export_document

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from boardtool.data.store import Store

REF = "NNHWB/2022-09-06"
TODAY = date(2022, 9, 7)
CAME = datetime(2022, 8, 30, 9)
CANARIES = (
    "Larkspur Mews 7",
    "ann.wren@example.org",
    "01536 555777",
    "Bo Siskin",
    "Zanzibar",
    "linnet reason",
)


@pytest.fixture
def meeting(store: Store) -> int:
    """A minuted meeting with requests, an exempt item, a late action and minutes that wait for approval."""
    board = a_board(store, quorum=2, council="Anytown Council")
    for name in ("Cllr Rook", "Dr Kite", "Ms Heron"):
        a_member(store, board, name)
    july = a_meeting(store, board, JULY)
    with store.step("Hold July") as step:
        meetings.change(step, july, status=Status.CIRCULATED)
    held = a_meeting(store, board)
    asked = an_item(store, held, "Requests to address the meeting", role=ItemRole.REQUESTS, length=5)
    strategy = an_item(
        store,
        held,
        "Strategy",
        presenters=["Amy Plank"],
        kind=Kind.PAPER,
        length=10,
        recommendations="- notes it",
    )
    secret = an_item(
        store, held, "Zanzibar lease", presenters=["Cy Zanzibar"], exempt="3", recommendations="- Zanzibar"
    )
    a_minute(store, held, "Requests to address the meeting", item_id=asked, number=41)
    a_minute(store, held, "Strategy", item_id=strategy, number=42, resolutions=["the strategy is noted"])
    a_minute(
        store, held, "Zanzibar lease", item_id=secret, number=43, exempt=True, resolutions=["Zanzibar is let"]
    )
    an_action(store, board, "050722/01", "Send the numbers", due=date(2022, 8, 30))
    an_attendance(store, held, "Cllr Rook", presence=Presence.EXPECTED)
    an_attendance(store, held, "Dr Kite", presence=Presence.PRESENT)
    an_attendance(store, held, "Ms Heron", presence=Presence.APOLOGIES)
    _requests(store, held, strategy, secret)
    return held


def _requests(store: Store, held: int, strategy: int, secret: int) -> None:
    def request(name: str, contact: str, **values: object) -> int:
        # A wrong fact shows in the tests that use it.
        return requests_to_address.record(
            store,
            meeting_id=held,
            name=name,
            contact=contact,
            received_at=CAME,
            **values,  # type: ignore[arg-type]
        )

    ann = request("Ann Wren", "Larkspur Mews 7, ann.wren@example.org", item_id=strategy, subject="Falls")
    bo = request("Bo Siskin", "01536 555777")
    request("Di Lark", "12 Teal Close", subject="Winter")
    decide = requests_to_address.decide
    decide(store, request_id=ann, decision=Decision.ACCEPTED, by="Chair", on=TODAY)
    decide(store, request_id=bo, decision=Decision.DECLINED, by="Chair", on=TODAY, reason="linnet reason")
    requests_to_address.say_heard(store, request_ids=[ann], spoke=Spoke.YES)
    eve = request("Eve Finch", "1 Martin Row", item_id=secret, subject="Zanzibar rents")
    decide(store, request_id=eve, decision=Decision.ACCEPTED, by="Chair", on=TODAY)
    report_facts.change(store, item_id=secret, author="Zanzibar author", background="Zanzibar survey")


def words_of(path: Path) -> str:
    return " ".join("".join(text_of_pages(path.read_bytes())).split())


def brief(store: Store, folder: Path, audience: Audience) -> str:
    path = folder / f"{audience}.pdf"
    with store.reading() as reading:
        export_brief(reading, what=REF, path=path, audience=audience)
    return words_of(path)


@pytest.mark.usefixtures("meeting")
def test_the_brief_tells_the_chair_all_that_comes(store: Store, tmp_path: Path) -> None:
    told = brief(store, tmp_path, Audience.PRIVATE)
    for words in (
        "Ann Wren (public, 3 minutes)",
        "Di Lark",
        "To be decided",
        "Requests were taken until 5.00 pm on Thursday 1 September 2022.",
        "2 of 3 voting members are expected in the room; 2 are needed.",
        "Ms Heron",
        "The minutes of 5 July 2022 are to be approved.",
        "050722/01",
        "7 days late",
        "press and public be excluded from the meeting for item 03",
        "paragraph 3 of Part 1 of Schedule 12A",
        "exempt, paragraph 3",
        "Zanzibar lease",
    ):
        assert words in told, words


@pytest.mark.usefixtures("meeting")
def test_no_brief_says_how_somebody_is_reached_or_who_was_declined(store: Store, tmp_path: Path) -> None:
    told = brief(store, tmp_path, Audience.PRIVATE)
    assert [bird for bird in CANARIES if bird in told] == ["Zanzibar"]
    assert "Teal Close" not in told


@pytest.mark.usefixtures("meeting")
def test_nothing_private_sings_in_a_public_document(store: Store, tmp_path: Path) -> None:
    told = {"brief": brief(store, tmp_path, Audience.PUBLIC)}
    for kind in DOCUMENTS:
        path = tmp_path / f"{kind}.pdf"
        with store.reading() as reading:
            export_document(reading, kind=kind, what=REF, path=path, today=TODAY)
        told[kind] = words_of(path)
    assert {kind: [bird for bird in CANARIES if bird in words] for kind, words in told.items()} == {
        kind: [] for kind in told
    }
    assert "(Ann Wren and Eve Finch addressed the meeting.)" in told["minutes"]
    assert "Di Lark" not in told["minutes"]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html"])
@pytest.mark.usefixtures("meeting")
def test_the_minutes_pack_holds_minutes_resolutions_and_the_log(
    store: Store, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"pack{ending}"
    with store.reading() as reading:
        export_document(reading, kind="minutes-pack", what=REF, path=path, today=TODAY)
    if ending == ".pdf":
        with pikepdf.open(path) as document, document.open_outline() as outline:
            assert [each.title for each in outline.root] == ["Minutes", "Resolutions", "Action log"]
    elif ending == ".docx":
        heads = [
            each.text for each in _word(path).paragraphs if each.style and each.style.name == "Heading 1"
        ]
        assert heads == ["Minutes", "Resolutions", "Action log"]
    else:
        assert path.read_text(encoding="utf-8").count("<h1") == 3


@pytest.mark.usefixtures("meeting")
def test_the_log_of_the_pack_is_of_the_day_it_is_made(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    with store.reading() as reading:
        export_document(reading, kind="minutes-pack", what=REF, path=path, today=TODAY)
    told = words_of(path)
    assert "As of 7 September 2022" in told
    assert "Actions completed since 6 September 2022" in told


@pytest.mark.usefixtures("meeting")
def test_an_independent_validator_finds_packs_briefs_and_summaries_accessible(
    store: Store, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("minutes-pack.pdf", "resolutions.pdf", "brief.pdf")]
    with store.reading() as reading:
        for path in paths[:2]:
            export_document(reading, kind=path.stem, what=REF, path=path, today=TODAY)
        export_brief(reading, what=REF, path=paths[2])
    for path in paths:
        report = page.validate_pdf_bytes(path.read_bytes(), profile=page.ValidationProfile.PDF_UA_1)
        assert not [failure.rule_id for failure in report.failures], path.name


@pytest.mark.usefixtures("meeting")
def test_exempt_resolutions_stand_apart_and_only_in_private(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "resolutions.docx"
    with store.reading() as reading:
        export_document(
            reading, kind="resolutions", what=REF, path=path, today=TODAY, audience=Audience.PRIVATE
        )
    told = [each.text for each in _word(path).paragraphs]
    apart = told.index("Exempt resolutions: not for publication")
    assert told.index("42. Strategy") < apart < told.index("43. Zanzibar lease")
    with store.reading() as reading:
        export_document(reading, kind="resolutions", what=REF, path=path, today=TODAY)
    assert not [text for text in (each.text for each in _word(path).paragraphs) if "xempt" in text]


def test_the_pack_of_a_working_group_begins_with_its_action_notes(store: Store, tmp_path: Path) -> None:
    board = a_board(store, mode=Mode.WORKING_GROUP)
    a_minute(store, a_meeting(store, board), "Roadmap", narrative="It was discussed.")
    path = tmp_path / "pack.pdf"
    with store.reading() as reading:
        export_document(reading, kind="minutes-pack", what=REF, path=path, today=TODAY)
    with pikepdf.open(path) as document, document.open_outline() as outline:
        assert [each.title for each in outline.root] == ["Action notes", "Action log"]


@pytest.mark.usefixtures("meeting")
def test_the_register_is_private_and_has_everything(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    with store.reading() as reading:
        with pytest.raises(CannotDoError, match="addresses of people"):
            export_register(reading, what=REF, path=path, audience=Audience.PUBLIC)
        assert not path.exists()
        export_register(reading, what=REF, path=path, audience=Audience.PRIVATE)
        export_register(reading, what=REF, path=tmp_path / "register.docx", audience=Audience.PRIVATE)
    sheet = openpyxl.load_workbook(path)["Requests"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    ann = dict(zip(rows[0], rows[1], strict=True))
    assert ann["Contact"] == "Larkspur Mews 7, ann.wren@example.org"
    assert (ann["Received"], ann["Decided on"]) == (CAME, datetime(2022, 9, 7))
    assert (ann["Item"], ann["Minutes"], ann["Spoke"]) == ("02 Strategy", 3, "spoke")
    declined = dict(zip(rows[0], rows[2], strict=True))
    assert (declined["Decision"], declined["Reason"], declined["Minutes"]) == (
        "declined",
        "linnet reason",
        None,
    )
    assert "Larkspur Mews 7" in _cells(_word(tmp_path / "register.docx"))


@pytest.mark.usefixtures("meeting")
def test_a_name_that_looks_like_a_formula_stays_text(store: Store, tmp_path: Path, meeting: int) -> None:
    requests_to_address.record(store, meeting_id=meeting, name="=1+1", received_at=datetime(2022, 8, 1))
    path = tmp_path / "register.xlsx"
    with store.reading() as reading:
        export_register(reading, what=REF, path=path, audience=Audience.PRIVATE)
    cell = openpyxl.load_workbook(path)["Requests"]["A4"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_template_knows_who_stands_behind_the_report_and_its_desks(store: Store, tmp_path: Path) -> None:
    item = an_item(store, a_meeting(store, a_board(store)), "Strategy", kind=Kind.PAPER, presenters=["Chair"])
    report_facts.change(
        store, item_id=item, author="Amy Plank", contact="01536 4", background="The plan\nThe act"
    )
    clearance.clear(store, item_id=item, stage="Finance", by="J Baxter", on=date(2022, 8, 16))
    path = tmp_path / "report.docx"
    with store.reading() as reading:
        export_template(reading, what=REF, number="01", path=path)
    document = _word(path)
    told = _cells(document)
    assert "Amy Plank" in told
    assert ["Finance", "17 August 2022", "J Baxter", "16 August 2022"] in [
        [cell.text for cell in row.cells] for row in document.tables[1].rows
    ]
    lines = [each.text for each in document.paragraphs]
    assert lines[-2:] == ["The plan", "The act"]


def _word(path: Path) -> Document:
    return docx.Document(io.BytesIO(path.read_bytes()))


def _cells(document: Document) -> str:
    return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


@pytest.mark.usefixtures("meeting")
def test_the_guard_knows_what_is_said_beforehand_of_an_exempt_item(store: Store) -> None:
    with store.reading() as reading:
        secrets = secrets_of(reading, None, meetings.by_ref(reading, REF).board_id)
    assert {"rents", "survey", "author"} & secrets.words.keys() == {"rents", "survey"}
