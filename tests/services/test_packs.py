"""Making packs: once while nothing changed, supplements numbered on, out of date after a change, refusals."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pikepdf
import pytest
from tests.builders import a_board, a_meeting, an_item
from tests.data.leak_scan.packs import attach
from tests.data.pack import odd_papers as odd

from boardtool.data import agenda, cases, packs
from boardtool.data.leak_scan.in_pdf import text_of_pages
from boardtool.data.soundness import faults
from boardtool.data.store import Access, Store
from boardtool.domain.boards import ItemRole
from boardtool.domain.checks.pack_guards import AnswerableError
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.findings import Severity
from boardtool.domain.meetings import Kind
from boardtool.domain.pack.contents import Broken, Edition
from boardtool.domain.pack.made import PackKind
from boardtool.domain.paper_check import PaperCheck, PaperFinding
from boardtool.services import agenda as agendas
from boardtool.services.packs import PackResult, make_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from boardtool.domain.findings import Finding
    from boardtool.domain.meetings import AgendaItem, Paper
    from boardtool.domain.progress import Progress

REF = "NNHWB/2022-09-06"
NOW = datetime(2022, 8, 26, 10, 30)
TODAY = date(2022, 8, 26)


@pytest.fixture
def meeting(store: Store) -> int:
    """A meeting with an open item of two pages, one to follow, and an exempt one."""
    board_id = a_board(store, council="Anytown Council")
    meeting_id = a_meeting(store, board_id)
    report = an_item(store, meeting_id, "Strategy", kind=Kind.PAPER)
    attach(store, report, odd.tagged("Strategy"), title="Strategy", name="report.pdf")
    an_item(store, meeting_id, "Grant", kind=Kind.TO_FOLLOW)
    secret = an_item(
        store,
        meeting_id,
        "Zanzibar lease",
        kind=Kind.PAPER,
        exempt="3",
        public_title="Property",
        public_interest="…",
    )
    attach(store, secret, odd.tagged("Zanzibar"), title="Zanzibar", name="zanzibar.pdf")
    return meeting_id


def made(
    store: Store,
    folder: Path,
    name: str = "pack.pdf",
    *,
    audience: Audience = Audience.PUBLIC,
    edition: Edition = Edition.PACK,
    despite: str = "",
) -> PackResult:
    return make_pack(
        store,
        what=REF,
        path=folder / name,
        now=NOW,
        audience=audience,
        edition=edition,
        despite=despite,
    )


def text_of(path: Path) -> list[str]:
    return text_of_pages(path.read_bytes())


def items_of(store: Store, meeting_id: int) -> dict[str, int]:
    with store.reading() as reading:
        return {item.subject: item.id for item in agenda.items(reading, meeting_id)}


def findings(store: Store, meeting_id: int) -> list[Finding]:
    with store.reading() as reading:
        checked = cases.checked(reading, meeting_id, today=TODAY)
    return [finding for finding in checked.findings if "pack" in finding.message]


def test_while_nothing_changed_the_same_file_is_written_again(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    first, second = made(store, tmp_path), made(store, tmp_path, "again.pdf")
    assert (first.remade, second.remade) == (True, False)
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "pack.pdf").read_bytes()
    with store.reading() as reading:
        [kept] = packs.of_meeting(reading, meeting)
    assert packs.path_of(store.folder, kept.digest).read_bytes() == (tmp_path / "pack.pdf").read_bytes()


def test_the_pages_go_into_the_agenda_and_one_undo_takes_them_back(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    made(store, tmp_path)
    with store.reading() as reading:
        assert [item.pages for item in agenda.items(reading, meeting)] == ["3 - 4", "", ""]
    store.undo()
    with store.reading() as reading:
        assert [item.pages for item in agenda.items(reading, meeting)] == ["", "", ""]
        assert packs.of_meeting(reading, meeting) == []


def test_a_changed_item_makes_the_pack_out_of_date_and_the_earlier_one_is_kept(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    first = made(store, tmp_path)
    assert findings(store, meeting) == []
    agendas.change(store, item_id=items_of(store, meeting)["Strategy"], subject="Strategy and plan")
    [finding] = findings(store, meeting)
    assert finding.message.endswith("item 01 was changed.")
    second = made(store, tmp_path)
    assert second.remade
    assert findings(store, meeting) == []
    for result in (first, second):
        assert packs.path_of(store.folder, result.made.digest).is_file()


def test_an_item_that_became_exempt_blocks_what_was_made_of_it(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    made(store, tmp_path)
    agendas.mark_exempt(store, item_id=items_of(store, meeting)["Strategy"], paragraphs="3")
    [finding] = findings(store, meeting)
    assert (finding.rule, finding.severity) == ("R17", "block")
    assert "item 01 is now exempt" in finding.message


def test_what_comes_later_goes_into_a_supplement_numbered_on(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    with pytest.raises(CannotDoError, match="no pack yet"):
        made(store, tmp_path, edition=Edition.SUPPLEMENT)
    pack = made(store, tmp_path)
    with pytest.raises(CannotDoError, match="No paper has come"):
        made(store, tmp_path, "more.pdf", edition=Edition.SUPPLEMENT)
    grant = items_of(store, meeting)["Grant"]
    attach(store, grant, odd.tagged("Grant", pages=3), title="Grant", name="grant.pdf")
    supplement = made(store, tmp_path, "more.pdf", edition=Edition.SUPPLEMENT)
    assert supplement.made.kind is PackKind.SUPPLEMENT
    assert supplement.made.first_page == pack.made.last_page + 1 == 5
    texts = text_of(tmp_path / "more.pdf")
    assert "Public supplementary pack" in texts[0]
    assert "Strategy" not in "".join(texts)
    assert "Page 7" in texts[2]
    with pikepdf.open(tmp_path / "more.pdf") as pdf:
        assert int(pdf.Root.PageLabels.Nums[1].St) == 5
    with store.reading() as reading:
        assert [item.pages for item in agenda.items(reading, meeting)] == ["3 - 4", "7 - 10", ""]
    assert findings(store, meeting) == []
    assert not made(store, tmp_path, "more.pdf", edition=Edition.SUPPLEMENT).remade


def test_a_supplement_that_is_made_again_takes_the_place_of_the_first(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    made(store, tmp_path)
    grant = items_of(store, meeting)["Grant"]
    attach(store, grant, odd.tagged("Grant"), title="Grant", name="grant.pdf")
    first = made(store, tmp_path, "more.pdf", edition=Edition.SUPPLEMENT)
    for subject in ("Grants", "Grants and loans"):
        agendas.change(store, item_id=grant, subject=subject)
        again = made(store, tmp_path, "more.pdf", edition=Edition.SUPPLEMENT)
        assert again.remade
        assert (again.made.first_page, again.made.last_page) == (first.made.first_page, first.made.last_page)
        assert findings(store, meeting) == []
    with store.reading() as reading:
        kinds = [pack.kind for pack in packs.standing(reading, meeting)]
    assert kinds == [PackKind.PUBLIC, PackKind.SUPPLEMENT]


def test_the_private_pack_has_the_exempt_papers_after_the_open_ones(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    public, private = made(store, tmp_path), made(store, tmp_path, "private.pdf", audience=Audience.PRIVATE)
    assert meeting
    open_pages, all_pages = text_of(tmp_path / "pack.pdf"), text_of(tmp_path / "private.pdf")
    assert "Zanzibar" not in "".join(open_pages)
    assert "Property" in "".join(open_pages[:2])
    assert "Zanzibar lease" in "".join(all_pages[:2]).replace("\r\n", " ")
    assert "Strategy" in all_pages[2]
    assert "Page 3" in all_pages[2]
    assert "Not for publication: paragraph 3 of Schedule 12A" in all_pages[4]
    assert public.made.last_page == 4
    assert private.made.last_page == 6


def test_confidential_papers_name_the_law_on_each_page_and_are_in_nothing_public(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    with store.reading() as reading:
        [lease] = [item for item in agenda.items(reading, meeting) if item.exempt]
    agendas.mark_exempt(store, item_id=lease.id, paragraphs="confidential")
    made(store, tmp_path)
    made(store, tmp_path, "private.pdf", audience=Audience.PRIVATE)
    said = text_of(tmp_path / "private.pdf")
    assert all("Not for publication: confidential information, section 100A(2)" in page for page in said[4:])
    public = " ".join(text_of(tmp_path / "pack.pdf")).replace("\r\n", " ")
    assert "Zanzibar" not in public
    assert "Confidential item" in public


def test_an_exempt_appendix_of_an_open_item_needs_its_paragraph(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    item_id = items_of(store, meeting)["Strategy"]
    attach(store, item_id, odd.tagged("Costings"), title="Costings", name="costings.pdf", letter="A")
    with store.reading() as reading:
        paper = agenda.item(reading, item_id).papers[1]
    with store.step("Exempt") as step:
        agenda.change_paper(step, paper.id, exempt=True)
    with pytest.raises(CannotDoError, match="names no paragraph"):
        made(store, tmp_path)
    agendas.mark_paper_exempt(store, paper_id=paper.id, paragraphs="para 3")
    made(store, tmp_path)
    assert "Costings" not in "".join(text_of(tmp_path / "pack.pdf"))
    private = made(store, tmp_path, "private.pdf", audience=Audience.PRIVATE)
    assert next(item.pages for item in private.made.items if item.item_id == item_id) == "3 - 4, 5 - 6"


def test_a_file_that_is_exempt_in_one_item_cannot_be_open_in_another(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    grant = items_of(store, meeting)["Grant"]
    attach(store, grant, odd.tagged("Zanzibar"), title="Grant", name="grant.pdf")
    with pytest.raises(CannotDoError, match=r"Item 02, grant\.pdf is open here, but exempt in item 03"):
        made(store, tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []


def test_an_open_paper_that_hides_text_stops_the_pack_until_a_reason_is_given(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    coming = tmp_path / "redacted.pdf"
    coming.write_bytes(odd.drawing(odd.words("A name") + " 0 g 60 690 200 30 re f"))
    agendas.attach(store, item_id=items_of(store, meeting)["Grant"], files=[coming], now=NOW)
    with pytest.raises(CannotDoError, match=r"redacted\.pdf: A black box covers text on page 1"):
        made(store, tmp_path)
    with pytest.raises(CannotDoError, match="A black box covers text"):
        made(store, tmp_path, despite=" \t\u200b")
    result = made(store, tmp_path, despite="The box is part of a chart")
    assert result.made.untagged == ("Item 02, redacted",)
    assert any("not tagged" in warning for warning in result.warnings)


def test_what_is_found_in_the_pdf_of_a_word_paper_keeps_it_out_whatever_the_reason(
    store: Store, meeting: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(store, items_of(store, meeting)["Grant"], odd.tagged("Grant"), title="Grant", name="grant.pdf")

    def harmful(
        _folder: Path,
        going: Sequence[tuple[AgendaItem, Paper]],
        checks: Mapping[str, PaperCheck],
        _progress: Progress,
    ) -> dict[str, PaperCheck]:
        says = PaperFinding("not looked into", Severity.BLOCK, "It could not be looked into in time.")
        paper = next(paper for _, paper in going if paper.file_name == "grant.pdf")
        return {**checks, paper.digest: PaperCheck(paper.digest, None, findings=(says,))}

    monkeypatch.setattr("boardtool.services.packs.with_made_pdfs", harmful)
    with pytest.raises(AnswerableError, match=r"Item 02, grant\.pdf: It could not be looked into") as stopped:
        made(store, tmp_path, despite="It is wanted")
    assert [finding.rule for finding in stopped.value.unreadable] == ["R12"]
    assert stopped.value.hidden == ()
    assert list(tmp_path.glob("*.pdf")) == []


def test_minutes_and_log_are_written_where_no_paper_is_attached(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    an_item(store, meeting, "Action log", kind=Kind.PAPER, role=ItemRole.ACTION_LOG)
    made(store, tmp_path)
    texts = text_of(tmp_path / "pack.pdf")
    assert "Agenda item 04" in texts[4]
    assert "Page 1 of" not in texts[4]


def test_a_library_that_is_only_read_gives_its_pack_but_keeps_none(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    reader = Store.open(store.folder, who="Reader", access=Access.READ)
    try:
        result = made(reader, tmp_path)
    finally:
        reader.close()
    assert not result.recorded
    assert (tmp_path / "pack.pdf").is_file()
    with store.reading() as reading:
        assert packs.of_meeting(reading, meeting) == []


def test_a_pack_is_written_as_pdf_and_of_an_agenda(store: Store, tmp_path: Path) -> None:
    a_meeting(store, a_board(store))
    with pytest.raises(CannotDoError, match=r"as \.pdf"):
        made(store, tmp_path, "pack.docx")
    with pytest.raises(CannotDoError, match="no agenda yet"):
        made(store, tmp_path)


def test_a_broken_paper_names_itself_and_stops_only_itself_where_it_may(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    grant = items_of(store, meeting)["Grant"]
    attach(store, grant, b"%PDF-1.7 no more", title="Grant", name="grant.pdf")
    for despite in ("", "It cannot be had"):
        with pytest.raises(CannotDoError, match=r"Item 02, grant\.pdf: It is damaged"):
            made(store, tmp_path, despite=despite)
    result = make_pack(store, what=REF, path=tmp_path / "pack.pdf", now=NOW, broken=Broken.TO_FOLLOW)
    assert result.warnings[0] == "Item 02, Grant cannot be read: a page says that it is to follow."
    assert "This paper is to follow." in text_of(tmp_path / "pack.pdf")[4]
    assert "item 02 has other papers" in findings(store, meeting)[0].message


def test_a_paper_that_nobody_looked_into_is_before_the_pack_is_made(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    hiding = odd.drawing(odd.words("A name") + " 0 g 60 690 200 30 re f")
    attach(store, items_of(store, meeting)["Grant"], hiding, title="Grant", name="grant.pdf")
    reader = Store.open(store.folder, who="Reader", access=Access.READ)
    for opened in (reader, store):
        with pytest.raises(CannotDoError, match=r"Item 02, grant\.pdf: A black box covers text"):
            made(opened, tmp_path)
    reader.close()
    assert not (tmp_path / "pack.pdf").exists()
    assert made(store, tmp_path, "private.pdf", audience=Audience.PRIVATE).recorded


def test_a_pack_that_was_changed_in_the_library_is_a_fault(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    result = made(store, tmp_path)
    kept = packs.path_of(store.folder, result.made.digest)
    kept.write_bytes(b"changed")
    with store.reading() as reading:
        [fault] = faults(reading, store.folder)
    assert fault.message == "A public pack was changed since it was made."
    assert made(store, tmp_path).remade
    with store.reading() as reading:
        assert list(faults(reading, store.folder)) == []
    assert meeting
