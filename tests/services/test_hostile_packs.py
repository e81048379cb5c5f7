"""Papers made to do harm, from arrival to pack: named, kept out by themselves, nothing half-written."""

from __future__ import annotations

import time
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pikepdf
import pytest
from docx.shared import RGBColor
from tests.builders import a_board, a_meeting, an_item
from tests.data.leak_scan.packs import attach
from tests.data.pack import hostile_papers as hostile
from tests.data.pack import odd_papers as odd

from boardtool.data import paper_checks
from boardtool.data.pdf.from_word import turners
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind
from boardtool.domain.pack.contents import Broken
from boardtool.services import agenda as agendas
from boardtool.services.hand_over import export_folder
from boardtool.services.packs import PackResult, make_pack

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store

REF = "NNHWB/2022-09-06"
NOW = datetime(2022, 8, 26, 10, 30)
LONGEST = 30.0  # seconds for a pack with one paper in it that does harm

UNFIT = {
    "user password": (odd.locked("secret"), "protected by a password"),
    "truncated": (hostile.truncated(), "damaged"),
    "garbage": (bytes(range(256)) * 40, "damaged"),
    "no pages": (odd.empty(), "no pages"),
    "larger than any reader shows": (hostile.boxed((0, 0, 200_000, 200_000)), "too small or too large"),
    "smaller than its number": (hostile.boxed((0, 0, 1, 1)), "too small or too large"),
    "XFA": (hostile.with_xfa(), "only Adobe Reader fills"),
    "a Word file by another name": (hostile.a_word_file("<w:p/>"), "a Word file"),
    "a picture by another name": (hostile.PNG * 100, "a picture"),
    "pages in a circle": (hostile.with_circular_pages(), "damaged"),
    "structure in a circle": (hostile.with_circular_structure(), "goes round in circles"),
    "drawing itself": (hostile.with_forms_within_themselves(), "a part of itself"),
    "nested deeply": (hostile.nested_deeply(), "damaged"),
    "swelling": (hostile.swelling(), "damaged"),
}
FIT = {
    "owner password": odd.locked(""),
    "A3 landscape": odd.drawing(odd.words("A plan"), box=(0, 0, 1191, 842)),
    "turned by 90": odd.drawing(odd.words("A plan"), turned=90),
    "turned by 270": odd.drawing(odd.words("A plan"), turned=270),
    "cropped to nothing": hostile.boxed((0, 0, 595, 842), (1000, 1000, 1200, 1200)),
    "cropped from the wrong corner": hostile.boxed((0, 0, 595, 842), (500, 800, 100, 100)),
    "without a size": hostile.boxed((0, 0, 0, 0)),
    "cross references lost": hostile.without_cross_references(),
    "bookmarks in a circle": hostile.with_circular_bookmarks(),
    "fonts missing": hostile.with_fonts_missing(),
    "signed": hostile.signed(),
    "active": hostile.active(),
    "form": odd.form(),
    "2,000 pages": odd.drawing(*[odd.words("Long")] * 2_000),
}


@pytest.fixture
def second(store: Store) -> int:
    """The second item of a meeting that has a sound paper in its first, and exempt business."""
    meeting_id = a_meeting(store, a_board(store, council="Anytown Council"))
    first = an_item(store, meeting_id, "Strategy", kind=Kind.PAPER)
    attach(store, first, odd.tagged("Strategy"), title="Strategy", name="strategy.pdf")
    item_id = an_item(store, meeting_id, "Grant", kind=Kind.PAPER)
    an_item(store, meeting_id, "Zanzibar lease", kind=Kind.PAPER, exempt="3", public_title="Property")
    return item_id


def arrived(store: Store, item_id: int, folder: Path, content: bytes) -> None:
    coming = folder / "grant.pdf"
    coming.write_bytes(content)
    agendas.attach(store, item_id=item_id, files=[coming], now=NOW)
    coming.unlink()


def made(store: Store, folder: Path, broken: Broken = Broken.STOPS) -> PackResult:
    return make_pack(store, what=REF, path=folder / "pack.pdf", now=NOW, broken=broken)


def everything_of(file: Path) -> bytes:
    unpacked = BytesIO()
    with pikepdf.open(file) as pdf:
        pdf.save(
            unpacked,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return unpacked.getvalue()


@pytest.mark.parametrize("case", UNFIT)
@pytest.mark.filterwarnings("ignore")  # what the library says of damage, whatever it is
def test_an_unfit_paper_is_named_stops_only_itself_and_leaves_nothing(
    store: Store, second: int, tmp_path: Path, case: str
) -> None:
    content, says = UNFIT[case]
    started = time.monotonic()
    arrived(store, second, tmp_path, content)
    with pytest.raises(CannotDoError, match=rf"Item 02, grant\.pdf: .*{says}"):
        made(store, tmp_path)
    with pytest.raises(CannotDoError, match=rf"Item 02, grant\.pdf: .*{says}"):
        export_folder(store, what=REF, folder=tmp_path / "out", now=NOW)
    assert list(tmp_path.iterdir()) == [store.folder] or not list(tmp_path.glob("*.pdf"))
    assert not (tmp_path / "out").exists()
    result = made(store, tmp_path, Broken.TO_FOLLOW)
    assert result.made.last_page == 6
    assert time.monotonic() - started < LONGEST


@pytest.mark.parametrize("case", FIT)
@pytest.mark.filterwarnings("ignore")  # what the library says of damage, whatever it is
def test_an_odd_paper_goes_in_with_its_number_on_every_page(
    store: Store, second: int, tmp_path: Path, case: str
) -> None:
    started = time.monotonic()
    arrived(store, second, tmp_path, FIT[case])
    result = made(store, tmp_path)
    assert result.made.last_page in {6, 2_004}
    held = everything_of(tmp_path / "pack.pdf")
    for never in hostile.NEVER_IN_A_PACK:
        assert never.encode() not in held, never
    assert time.monotonic() - started < LONGEST


@pytest.mark.skipif(not turners(), reason="there is no Word or LibreOffice here to turn Word into PDF")
def test_white_text_in_a_word_paper_is_found_in_the_pdf_that_would_be_read(
    store: Store, second: int, tmp_path: Path
) -> None:
    document = docx.Document()
    said = document.add_paragraph().add_run("What nobody sees")
    said.font.color.rgb = RGBColor(255, 255, 255)
    coming = tmp_path / "grant.docx"
    document.save(str(coming))
    agendas.attach(store, item_id=second, files=[coming], now=NOW)
    with pytest.raises(CannotDoError, match=r"Item 02, grant\.docx: It has white text on white on page 1"):
        made(store, tmp_path)
    with pytest.raises(CannotDoError, match="white text"):
        export_folder(store, what=REF, folder=tmp_path / "out", now=NOW)
    with pytest.raises(CannotDoError, match="white text"):
        export_folder(store, what=REF, folder=tmp_path / "out", now=NOW, despite="  ")
    despite = "It is a mark for the printer"
    assert export_folder(store, what=REF, folder=tmp_path / "out", now=NOW, despite=despite).files
    assert despite in (tmp_path / "out" / "00 Contents and checklist.html").read_text(encoding="utf-8")
    assert make_pack(store, what=REF, path=tmp_path / "pack.pdf", now=NOW, despite=despite).remade


def test_the_person_is_told_what_a_paper_would_have_done(store: Store, second: int, tmp_path: Path) -> None:
    arrived(store, second, tmp_path, hostile.active())
    with store.reading() as reading:
        [told] = paper_checks.of_meeting(reading, 1).values()
    assert {"scripts", "active", "media", "attachments"} <= {finding.kind for finding in told.findings}
    export_folder(store, what=REF, folder=tmp_path / "out", now=NOW)
    [file] = (tmp_path / "out").glob("*Grant.pdf")
    held = everything_of(file)
    assert not [never for never in hostile.NEVER_IN_A_PACK if never.encode() in held]
