"""Random packs with canaries in every hiding place: none sings, and a guard that fails is noticed (R17)."""

from __future__ import annotations

import os
import random
import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from tests.builders import a_library
from tests.data.leak_scan.packs import Aviary, a_meeting_with_canaries, a_paper_with

from boardtool.data.leak_scan import scan, secrets
from boardtool.data.leak_scan.said import UnreadableError
from boardtool.data.leak_scan.words import words_in
from boardtool.domain.documents import Audience, ListedItem, PrintedMinute, agenda
from boardtool.domain.documents import minutes as minutes_room
from boardtool.domain.documents.minuting import printed_minutes
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem, Attendance, Paper
from boardtool.domain.pack import contents
from boardtool.services import publishing, written_papers
from boardtool.services.packs import make_pack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from boardtool.data.documents.writing import DocumentPaper
    from boardtool.data.store import Reading, Store
    from boardtool.domain.minutes import Minute

REF = "NNHWB/2022-09-06"
NOW = datetime(2022, 8, 26, 10)
FIXED = range(40)
MANY = range(40, 1000)


def singing(pdf: bytes, birds: Aviary) -> set[str]:
    """The canaries in a file, found by unpacking all of it and by reading its pages."""
    unpacked = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(
            unpacked,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    raw = unpacked.getvalue()
    reader = pypdfium2.PdfDocument(pdf)
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in reader)
    reader.close()
    found = set()
    for bird in birds.canaries:
        forms = [bird.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le", "latin-1")]
        forms.append(pikepdf.String(bird).unparse().strip(b"()<>"))
        if bird in text or any(form in raw or form in pdf for form in forms):
            found.add(birds.canaries[bird])
    return found


def pack_of(store: Store, folder: Path, audience: Audience = Audience.PUBLIC) -> bytes:
    path = folder / f"{audience}.pdf"
    make_pack(store, what=REF, path=path, now=NOW, audience=audience)
    return path.read_bytes()


def no_bird_sings(folder: Path, seed: int) -> None:
    with a_library(folder / f"library {seed}") as store:
        birds = a_meeting_with_canaries(store, seed)
        assert singing(pack_of(store, folder), birds) == set()


@pytest.mark.parametrize("seed", FIXED)
def test_no_public_pack_holds_a_canary(tmp_path: Path, seed: int) -> None:
    no_bird_sings(tmp_path, seed)


@pytest.mark.soak
@pytest.mark.skipif("BOARDTOOL_SOAK" not in os.environ, reason="takes minutes")
@pytest.mark.timeout(1800)
def test_no_canary_in_a_thousand_packs(tmp_path: Path) -> None:
    for seed in MANY:
        no_bird_sings(tmp_path, seed)


def test_the_search_for_canaries_hears_them_where_they_may_sing(store: Store, tmp_path: Path) -> None:
    birds = a_meeting_with_canaries(store, 3)
    heard = singing(pack_of(store, tmp_path, Audience.PRIVATE), birds)
    assert {"subject", "heading and bookmark of a paper", "alternative text", "action"} <= heard


def _every_paper(item: AgendaItem) -> tuple[Paper, ...]:
    return item.papers


def _every_minute(
    written: Iterable[Minute],
    items: Collection[AgendaItem],
    attendance: Collection[Attendance],
    _audience: Audience,
) -> tuple[PrintedMinute, ...]:
    return printed_minutes(written, items, attendance, Audience.PRIVATE)


def _every_action(reading: Reading, what: str, _audience: Audience, today: date) -> DocumentPaper:
    return publishing.DOCUMENTS["actions"](reading, what, Audience.PRIVATE, today)


def _whole_row(item: AgendaItem, _audience: Audience) -> ListedItem:
    return LISTED(item, Audience.PRIVATE)


LISTED = agenda._listed
OPEN = dict(publishing.DOCUMENTS)
SUBJECT = property(lambda item: item.subject)
GUARDS: dict[str, tuple[object, str, object]] = {
    "exempt papers are left out": (contents, "open_papers", _every_paper),
    "the public title stands for the subject": (AgendaItem, "title_for_the_public", SUBJECT),
    "the row of an exempt item is short": (agenda, "_listed", _whole_row),
    "exempt minutes are left out": (minutes_room, "printed_minutes", _every_minute),
    "exempt actions are left out": (written_papers, "DOCUMENTS", {**OPEN, "actions": _every_action}),
}


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("seed", [3, 5, 11])
def test_a_guard_that_is_switched_off_is_noticed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guard: str, seed: int
) -> None:
    a_meeting_with_canaries(store, seed)
    monkeypatch.setattr(*GUARDS[guard])
    with pytest.raises(CannotDoError, match="may not see"):
        pack_of(store, tmp_path)
    assert not (tmp_path / "public.pdf").exists()


def test_a_builder_that_spills_into_properties_is_noticed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    birds = a_meeting_with_canaries(store, 3)
    subject = next(bird for bird, place in birds.canaries.items() if place == "subject")
    monkeypatch.setattr(contents.PackContents, "author", property(lambda _self: subject))
    with pytest.raises(CannotDoError, match="in its properties"):
        pack_of(store, tmp_path)


def test_a_scan_that_fails_lets_nothing_through(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_meeting_with_canaries(store, 3)

    def fails(*_args: object) -> object:
        raise OSError

    monkeypatch.setattr(scan, "leaks_in", fails)
    with pytest.raises(CannotDoError, match="check for exempt matter failed"):
        pack_of(store, tmp_path)
    assert not (tmp_path / "public.pdf").exists()


def known(birds: Aviary) -> secrets.Secrets:
    return secrets.Secrets({words_in(bird)[0]: "09" for bird in birds.canaries})


def test_the_scan_hears_every_hiding_place_of_a_paper() -> None:
    birds = Aviary(random.Random(1))
    content = a_paper_with(birds, birds.canary)
    with pytest.raises(UnreadableError, match="attached"):
        list(scan.leaks_in(content, ".pdf", known(birds)))
    with pikepdf.open(BytesIO(content)) as pdf:
        for holder, key in ((pdf.Root.Names, "/EmbeddedFiles"), (pdf.Root, "/AF")):  # where attachments hang
            if key in holder:
                del holder[key]
        saved = BytesIO()
        pdf.save(saved)
    heard = {leak.words for leak in scan.leaks_in(saved.getvalue(), ".pdf", known(birds))}
    silent = {place for bird, place in birds.canaries.items() if words_in(bird)[0] not in heard}
    assert silent <= {"attachment", "name of an attachment"}


OFFICE = {
    "word/document.xml": "<d><t>{}</t></d>",
    "word/comments.xml": "<c author='{}'/>",
    "word/people.xml": "<p name='{}'/>",
    "word/settings.xml": "<s><rsid val='{}'/></s>",
    "word/_rels/settings.xml.rels": "<r><t Target='file:///{}'/></r>",
    "word/footnotes.xml": "<f><del><t>{}</t></del></f>",
    "docProps/core.xml": "<p><!-- {} --></p>",
    "docProps/custom.xml": "<p><property name='x'><v>{}</v></property></p>",
    "customXml/item1.xml": "<x>{}</x>",
    "xl/workbook.xml": "<w><sheet name='{}' state='veryHidden'/></w>",
    "xl/sharedStrings.xml": "<s><si><r><t>{}</t></r></si></s>",
    "xl/definedNames.xml": "<w><definedName name='x'>{}!A1</definedName></w>",
    "xl/externalLinks/externalLink1.xml": "<e><cell><v>{}</v></cell></e>",
    "xl/pivotCache/pivotCacheRecords1.xml": "<r><s v='{}'/></r>",
    "xl/vmlDrawing1.vml": "<x><note>{}</note></x>",
}


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_the_scan_looks_into_every_part_of_a_word_file_and_a_workbook(ending: str) -> None:
    birds = Aviary(random.Random(2))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name, part in OFFICE.items():
            parts.writestr(name, part.format(birds.canary(name)))
        picture = birds.canary("picture").encode("utf-16-le")
        parts.writestr(f"word/media/{birds.canary('name')}.png", picture)
        inner = BytesIO()
        with zipfile.ZipFile(inner, "w") as embedded:
            embedded.writestr("xl/workbook.xml", f"<w>{birds.canary('a workbook within')}</w>")
        parts.writestr("word/embeddings/book.xlsx", inner.getvalue())
        parts.comment = birds.canary("comment of the file").encode()
    heard = {leak.words for leak in scan.leaks_in(packed.getvalue(), ending, known(birds))}
    silent = {place for bird, place in birds.canaries.items() if words_in(bird)[0] not in heard}
    assert silent == set()


def test_the_scan_hears_what_an_invitation_folds_and_what_a_page_of_html_encodes() -> None:
    birds = Aviary(random.Random(4))
    folded = birds.canary("folded")
    calendar = f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:{folded[:6]}\r\n {folded[6:]}\r\nEND:VCALENDAR\r\n"
    html = "".join(f"&#{ord(letter)};" for letter in birds.canary("encoded"))
    parted = birds.canary("parted by a mark")
    html += f"<p>{parted[:5]}<b></b>{parted[5:]}</p>"
    files = {".ics": calendar, ".html": html}
    heard = {
        leak.words
        for ending, content in files.items()
        for leak in scan.leaks_in(content.encode(), ending, known(birds))
    }
    assert heard == set(known(birds).words)


def test_an_earlier_revision_is_not_looked_past() -> None:
    content = a_paper_with(Aviary(random.Random(1)), lambda _place: "plain")
    revised = content + b"\n1 0 obj null endobj\nstartxref\n9\n%%EOF\n"
    with pytest.raises(CannotDoError, match="earlier revisions"):
        scan.check_nothing_exempt(revised, ".pdf", secrets.Secrets(), name="The pack")


def test_a_file_whose_name_gives_something_away_is_not_written(store: Store, tmp_path: Path) -> None:
    birds = a_meeting_with_canaries(store, 3)
    subject = next(bird for bird, place in birds.canaries.items() if place == "subject")
    with pytest.raises(CannotDoError, match="in its name"):
        make_pack(store, what=REF, path=tmp_path / f"{subject}.pdf", now=NOW)
    with store.reading() as reading, pytest.raises(CannotDoError, match="in its name"):
        publishing.export_document(
            reading, kind="agenda", what=REF, path=tmp_path / f"{subject}.html", today=NOW.date()
        )
    assert not list(tmp_path.glob(f"*{subject}*"))


def _for_the_board(kind: str) -> publishing.Gather:
    """A document that forgets for whom it is made."""
    gather = OPEN[kind]
    return lambda reading, what, _audience, today: gather(reading, what, Audience.PRIVATE, today)


@pytest.mark.parametrize(
    ("kind", "what", "ending"),
    [
        *((kind, REF, ending) for kind in ("agenda", "actions") for ending in (".pdf", ".docx", ".html")),
        *(("minutes", "NNHWB/2022-07-05", ending) for ending in (".pdf", ".docx", ".html")),
        ("resolutions", "NNHWB/2022-07-05", ".docx"),
        ("actions", "NNHWB", ".xlsx"),
    ],
)
def test_a_document_made_for_the_wrong_reader_is_noticed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, what: str, ending: str
) -> None:
    a_meeting_with_canaries(store, 3)
    path = tmp_path / f"paper{ending}"

    def write() -> None:
        with store.reading() as reading:
            publishing.export_document(reading, kind=kind, what=what, path=path, today=NOW.date())

    write()
    path.unlink()
    monkeypatch.setattr(publishing, "DOCUMENTS", {**OPEN, kind: _for_the_board(kind)})
    with pytest.raises(CannotDoError, match="may not see"):
        write()
    assert not path.exists()


def test_what_is_also_said_openly_is_no_secret(store: Store) -> None:
    with store.reading() as reading:
        assert not secrets.secrets_of(reading, store.folder, 1)
