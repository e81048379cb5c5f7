"""The pack of a meeting made from the window: asked for, made as a job, out of date, and handed over."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import docx
import pikepdf
import pytest
from PySide6.QtCore import Qt
from tests.builders import an_item
from tests.data.pack import odd_papers as odd
from tests.ui.meetings.conftest import REF, press, the_dialog, type_in

from boardtool.data import agenda, history, packs, paper_checks, papers
from boardtool.data.documents.sample_paper import sample_paper_bytes
from boardtool.data.pdf import from_word
from boardtool.data.pdf.turning import NotTurnedError
from boardtool.domain.documents import Audience
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import Kind
from boardtool.domain.pack.made import PackKind
from boardtool.domain.paper_check import PaperCheck, PaperFinding
from boardtool.services import agenda as agenda_services
from boardtool.services import meetings as meeting_services
from boardtool.ui.meetings.mending import mend
from boardtool.ui.meetings.papers import making
from boardtool.ui.meetings.papers.hand_over import write_hand_over
from boardtool.ui.meetings.papers.hidden_dialog import HiddenDialog
from boardtool.ui.meetings.papers.invitations import write_invitation
from boardtool.ui.meetings.papers.make_dialog import MakePackDialog, Wanted
from boardtool.ui.meetings.papers.pack_words import file_name
from boardtool.ui.meetings.papers.tab import PapersTab
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.domain.meetings import AgendaItem
    from boardtool.domain.pack.made import MadePack
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key
LONG = 20_000


def items(store: Store, meeting: int) -> list[AgendaItem]:
    with store.reading() as reading:
        return agenda.items(reading, meeting)


def made(store: Store, meeting: int) -> list[MadePack]:
    with store.reading() as reading:
        return packs.of_meeting(reading, meeting)


def a_report(folder: Path, name: str, pages: int = 2) -> Path:
    file = folder / f"{name}.pdf"
    file.write_bytes(sample_paper_bytes(title=name, council="A council", pages=pages))
    return file


def found_in(store: Store, meeting: int, *findings: PaperFinding) -> None:
    """Let the report of the second item be found to be like this."""
    digest = items(store, meeting)[1].papers[0].digest
    with store.step("Look into papers") as step:
        paper_checks.add(step, [PaperCheck(digest, 2, tagged=True, findings=findings)])


@pytest.fixture
def report(store: Store, meeting: int, context: Context, tmp_path: Path) -> int:
    """The id of the second item, which has a report of two pages that was never looked into."""
    item = items(store, meeting)[1]
    kept = papers.keep(store.folder, a_report(tmp_path, "Strategy"))
    with store.step("Attach paper") as step:
        agenda.add_paper(
            step,
            item.id,
            added_at=context.clock.now(),
            letter="",
            title="Integrated Care Strategy",
            file_name="Strategy.pdf",
            digest=kept.digest,
            size=kept.size,
            pages=kept.pages,
        )
        agenda.change(step, item.id, kind=Kind.PAPER)
    return item.id


@pytest.fixture
def tab(report: int, open_at: Callable[[str], MeetingsPage]) -> PapersTab:
    assert report
    shown = open_at("papers").workspace.tab
    assert isinstance(shown, PapersTab)
    return shown


def the_pack_dialog(qtbot: QtBot, context: Context) -> MakePackDialog:
    dialog = the_dialog(MakePackDialog)
    assert isinstance(dialog, MakePackDialog)
    qtbot.waitUntil(lambda: context.asking.is_idle)
    return dialog


def make(tab: PapersTab, qtbot: QtBot, path: Path, wanted: Wanted | None = None) -> None:
    """Make a pack to its end, and see it shown."""
    assert tab.facts is not None
    tab.making.make(tab.facts, wanted or Wanted(PackKind.PUBLIC), path)
    qtbot.waitUntil(lambda: not tab.context.jobs.is_busy, timeout=LONG)
    tab.context.changes.deliver()
    qtbot.waitUntil(lambda: tab.context.asking.is_idle)


def test_papers_are_looked_into_before_the_pack_is_asked_for(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    tab.make_pack()
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    dialog = the_pack_dialog(qtbot, context)
    with store.reading() as reading:
        assert len(paper_checks.of_meeting(reading, meeting)) == 1
    assert dialog.take.isEnabled()
    assert dialog.obstacles.clear.words.text() == "Nothing stops the pack: 1 paper goes in."
    assert [f.where for f in dialog.obstacles.lacking.findings.shown] == ["03"]
    dialog.reject()


def test_a_pack_is_made_and_the_agenda_has_its_pages(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, tmp_path: Path, visited: list[Place]
) -> None:
    make(tab, qtbot, tmp_path / "pack.pdf")
    pack = made(store, meeting)[0]
    assert items(store, meeting)[1].pages == pack.items[1].pages != ""
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert len(pdf.pages) == pack.last_page
    assert tab.panel.state.title.text() == "The pack is up to date"
    assert tab.panel.state.digest.toolTip() == pack.digest
    assert Place("meetings", ref=REF, tab="papers") in visited


def test_a_change_shows_the_pack_as_out_of_date(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    make(tab, qtbot, tmp_path / "pack.pdf")
    agenda_services.change(store, item_id=items(store, meeting)[1].id, subject="Another strategy")
    context.changes.deliver()
    qtbot.waitUntil(lambda: tab.panel.state.title.text() == "The pack is out of date")
    assert tab.facts is not None
    assert "Make the pack again" in {finding.mend for finding in tab.facts.checked.findings}


def test_every_pack_made_is_listed_the_newest_first(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    make(tab, qtbot, tmp_path / "pack.pdf")
    late = a_report(tmp_path, "Better Care Fund Plan", pages=3)
    agenda_services.attach(store, item_id=items(store, meeting)[2].id, files=[late], now=context.clock.now())
    make(tab, qtbot, tmp_path / "supplement.pdf", Wanted(PackKind.SUPPLEMENT))
    first, second = made(store, meeting)
    assert (second.kind, second.first_page) == (PackKind.SUPPLEMENT, first.last_page + 1)
    lines = tab.panel.packs.lines
    assert [line.accessibleName().partition(",")[0] for line in lines] == [
        "Supplementary pack",
        "Agenda pack",
    ]


def test_a_job_that_is_stopped_leaves_nothing(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    assert tab.facts is not None
    tab.making.make(tab.facts, Wanted(PackKind.PUBLIC), tmp_path / "pack.pdf")
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    assert not (tmp_path / "pack.pdf").exists()
    assert made(store, meeting) == []


def test_hidden_text_asks_for_a_reason_which_is_kept(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    found_in(store, meeting, PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees."))
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    tab.make_pack()
    dialog = the_pack_dialog(qtbot, context)
    assert not dialog.take.isEnabled()
    assert dialog.reason.hasFocus()
    dialog.reason.setText("The author agreed")
    assert dialog.take.isEnabled()
    shown = tuple(dialog.obstacles.hidden.findings.shown)
    dialog.reject()
    make(tab, qtbot, tmp_path / "pack.pdf", Wanted(PackKind.PUBLIC, "The author agreed", answered=shown))
    assert len(made(store, meeting)) == 1


class Turner:
    """Stands in for Word: every paper becomes this PDF, or fails."""

    name = "Word"

    def __init__(self, makes: bytes = b"") -> None:
        self._makes = makes

    def turn(self, _paper: Path) -> bytes:
        if not self._makes:
            raise NotTurnedError("is protected by a password. Ask for it without one.")
        return self._makes


@pytest.fixture
def word_paper(tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context) -> PapersTab:
    """The tab, with a Word paper on the third item; in a .docx itself nothing is found."""
    with TemporaryDirectory() as folder:
        coming = Path(folder, "grant.docx")
        docx.Document().save(str(coming))
        agenda_services.attach(
            store, item_id=items(store, meeting)[2].id, files=[coming], now=context.clock.now()
        )
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    return tab


def going_to(monkeypatch: pytest.MonkeyPatch, path: Path, turner: Turner) -> list[str]:
    """Let the dialog for files answer with this path; the names that it proposed. And let Word be this."""
    proposed: list[str] = []

    def choose(*_: object, name: str, then: Callable[[Path], None], **__: object) -> None:
        proposed.append(name)
        then(path)

    monkeypatch.setattr(making, "choose_target", choose)
    monkeypatch.setattr(from_word, "turners", lambda: (turner,))
    return proposed


def the_end_of_the_job(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)


def test_what_a_word_paper_hides_is_answered_when_its_pdf_is_there(
    word_paper: PapersTab,
    store: Store,
    meeting: int,
    qtbot: QtBot,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    white = odd.drawing(odd.words("What nobody sees", before="1 1 1 rg"))
    proposed = going_to(monkeypatch, tmp_path / "pack.pdf", Turner(white))
    word_paper.make_pack()
    the_end_of_the_job(qtbot, context)
    first = the_pack_dialog(qtbot, context)
    assert first.came_back.isHidden()
    assert first.reason.isHidden()
    press(Key.Key_Return)
    the_end_of_the_job(qtbot, context)
    assert not (tmp_path / "pack.pdf").exists()
    again = the_pack_dialog(qtbot, context)
    assert not again.came_back.isHidden()
    assert [f.where for f in again.obstacles.hidden.findings.shown] == ["03"]
    assert "white text" in again.obstacles.hidden.findings.shown[0].message
    assert again.reason.hasFocus()
    press(Key.Key_Return)  # nothing is said yet
    assert again.isVisible()
    type_in("A mark for the printer")
    press(Key.Key_Return)
    the_end_of_the_job(qtbot, context)
    assert (tmp_path / "pack.pdf").exists()
    assert len(made(store, meeting)) == 1
    assert len(proposed) == 1  # the second try goes where the first was to go
    with store.reading() as reading:
        assert "A mark for the printer" in history.recent(reading, most=1)[0].label


def test_a_word_paper_that_cannot_be_turned_may_be_left_out_when_that_shows(
    word_paper: PapersTab,
    store: Store,
    meeting: int,
    qtbot: QtBot,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    going_to(monkeypatch, tmp_path / "pack.pdf", Turner())
    word_paper.make_pack()
    the_end_of_the_job(qtbot, context)
    the_pack_dialog(qtbot, context)
    press(Key.Key_Return)
    the_end_of_the_job(qtbot, context)
    again = the_pack_dialog(qtbot, context)
    assert "protected by a password" in again.obstacles.unreadable.findings.shown[0].message
    assert (again.take.isEnabled(), again.without.hasFocus()) == (False, True)
    press(Key.Key_Space)
    press(Key.Key_Return)
    the_end_of_the_job(qtbot, context)
    assert (tmp_path / "pack.pdf").exists()
    assert len(made(store, meeting)) == 1


def test_a_reason_for_one_paper_does_not_answer_for_what_was_not_shown(
    word_paper: PapersTab,
    store: Store,
    meeting: int,
    qtbot: QtBot,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found_in(store, meeting, PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees."))
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    white = odd.drawing(odd.words("What nobody sees", before="1 1 1 rg"))
    going_to(monkeypatch, tmp_path / "pack.pdf", Turner(white))
    word_paper.make_pack()
    the_end_of_the_job(qtbot, context)
    the_pack_dialog(qtbot, context)
    type_in("The author agreed")
    press(Key.Key_Return)
    the_end_of_the_job(qtbot, context)
    assert made(store, meeting) == []
    again = the_pack_dialog(qtbot, context)
    assert [f.where for f in again.obstacles.hidden.findings.shown] == ["02", "03"]
    assert again.reason.text() == "The author agreed"
    press(Key.Key_Return)
    the_end_of_the_job(qtbot, context)
    assert len(made(store, meeting)) == 1


def test_a_paper_that_cannot_go_in_stays_out_when_the_person_says_so(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    found_in(store, meeting, PaperFinding("locked", Severity.BLOCK, "It is protected by a password."))
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    wanted: list[Wanted] = []
    assert tab.facts is not None
    MakePackDialog(
        context, tab, tab.facts, PackKind.PUBLIC, wanted=wanted.append, mended=lambda _finding: None
    ).open()
    dialog = the_pack_dialog(qtbot, context)
    assert (dialog.take.isEnabled(), dialog.without.hasFocus()) == (False, True)
    press(Key.Key_Space)
    dialog.take.click()
    assert wanted == [Wanted(PackKind.PUBLIC, "", without_unreadable=True)]


def test_an_exemption_without_paragraph_stops_the_pack_and_leads_to_its_item(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    with store.step("Mark item exempt") as step:
        agenda.change(step, items(store, meeting)[2].id, exempt="commercial")
    found_in(store, meeting)
    mended: list[Finding] = []
    assert tab.facts is not None
    MakePackDialog(
        context, tab, tab.facts, PackKind.PUBLIC, wanted=lambda _wanted: None, mended=mended.append
    ).open()
    dialog = the_pack_dialog(qtbot, context)
    assert not dialog.take.isEnabled()
    assert dialog.take.toolTip() == "Put right what stops the pack first"
    assert [finding.rule for finding in dialog.obstacles.stops.findings.shown] == ["R13"]


def test_a_supplement_without_a_pack_says_what_to_do(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    found_in(store, meeting)
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    tab.make_pack(PackKind.SUPPLEMENT)
    dialog = the_pack_dialog(qtbot, context)
    assert dialog.kind is PackKind.SUPPLEMENT
    assert "Make the pack first" in dialog.obstacles.stops.findings.shown[0].message
    dialog.kinds.choose(PackKind.PUBLIC)
    assert dialog.take.isEnabled()
    dialog.reject()


def test_what_refuses_a_pack_stays_to_be_read(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    with store.step("Mark item exempt") as step:
        agenda.change(step, items(store, meeting)[2].id, exempt="commercial")
    said: list[str] = []
    context.messages.stripped.connect(lambda sentence, _links: said.append(sentence))
    make(tab, qtbot, tmp_path / "pack.pdf")
    assert said[0].startswith("The pack was not made.")
    assert not (tmp_path / "pack.pdf").exists()


def test_the_hand_over_folder_claims_nothing(
    tab: PapersTab, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    said: list[str] = []
    context.messages.said.connect(lambda sentence, _link: said.append(sentence))
    assert tab.facts is not None
    write_hand_over(context, tab, tab.facts.meeting, tmp_path / "to publish")
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    names = sorted(file.name for file in (tmp_path / "to publish").iterdir())
    assert "02 Item 02 Integrated Care Strategy.pdf" in names
    assert said[-1].endswith("Nothing is published by this.")


def test_the_hand_over_folder_says_what_an_exemption_does_not_say_yet(
    tab: PapersTab, qtbot: QtBot, context: Context, store: Store, meeting: int, tmp_path: Path
) -> None:
    stripped: list[str] = []
    context.messages.stripped.connect(lambda sentence, _links: stripped.append(sentence))
    an_item(store, meeting, "Lease", exempt="3")
    assert tab.facts is not None
    write_hand_over(context, tab, tab.facts.meeting, tmp_path / "to publish")
    qtbot.waitUntil(lambda: bool(stripped), timeout=LONG)
    assert "Nothing is published by this. Lease does not say why the public interest" in stripped[0]


def test_what_papers_hide_asks_why_the_folder_is_made_and_the_checklist_says_it(
    tab: PapersTab, qtbot: QtBot, context: Context, store: Store, meeting: int, tmp_path: Path
) -> None:
    found_in(store, meeting, PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees."))
    assert tab.facts is not None
    folder = tmp_path / "to publish"
    write_hand_over(context, tab, tab.facts.meeting, folder)
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    dialog = the_dialog(HiddenDialog)
    assert not folder.exists()
    press(Key.Key_Return)
    assert dialog.isVisible()
    type_in("The names are on the page before")
    press(Key.Key_Return)
    qtbot.waitUntil(folder.exists, timeout=LONG)
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    told = (folder / "00 Contents and checklist.html").read_text(encoding="utf-8")
    assert "Know what is hidden: Item 02, Strategy.pdf: It has text that nobody sees." in told
    assert "It goes out all the same, because: The names are on the page before" in told


def test_an_entry_for_the_public_is_written_without_names(
    tab: PapersTab, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    assert tab.facts is not None
    write_invitation(context, tab.facts.meeting, tmp_path / "entry.ics", Audience.PUBLIC)
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    written = (tmp_path / "entry.ics").read_text(encoding="utf-8")
    assert "METHOD:PUBLISH" in written
    assert "ATTENDEE" not in written


def test_publication_is_recorded_only_ahead_of_the_meeting(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    def offered() -> list[str]:
        assert tab.facts is not None
        return [output.words for output in tab.outputs if output.offered(tab.facts)]

    assert "Record publication…" in offered()
    meeting_services.cancel(store, meeting_id=meeting)
    context.changes.deliver()
    qtbot.waitUntil(lambda: "Record publication…" not in offered())
    assert "Notice of the meeting…" in offered()


def test_a_finding_about_the_pack_leads_to_the_papers(
    tab: PapersTab, context: Context, visited: list[Place]
) -> None:
    facts = tab.facts
    assert facts is not None
    finding = Finding("R12", Severity.WARN, "Out of date.", mend="Make the pack again", items=(7,))
    mend(context, finding, meeting=facts.meeting, board=facts.board, parent=tab)
    assert visited[-1] == Place("meetings", ref=REF, tab="papers", id=7)


def test_a_pack_is_called_after_its_kind_and_its_meeting(tab: PapersTab) -> None:
    assert tab.facts is not None
    assert file_name(PackKind.PRIVATE, tab.facts.meeting) == "Private pack NNHWB 6 September 2022"
