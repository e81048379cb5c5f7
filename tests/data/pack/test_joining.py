"""Papers of every kind in one pack: tags, names, forms, layers, sizes; and what a broken one says."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import page
import pikepdf
import pypdfium2
import pytest
from tests.data.pack import odd_papers as odd
from tests.data.pack.test_headings import with_headings

from boardtool.data.pack.joining import Built, build_pack
from boardtool.data.pack.reading_back import read_back
from boardtool.domain.documents import AgendaPaper, Audience, ListedItem, Sitting
from boardtool.domain.errors import CancelledError, InputRefusedError
from boardtool.domain.pack.arithmetic import check_pages
from boardtool.domain.pack.contents import PackContents, PackedPaper, Section
from boardtool.domain.pack.pages import Span
from boardtool.domain.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SITTING = Sitting("Anytown Council", "Health and Wellbeing Board", date(2022, 9, 6), "13:30", "The Chamber")
NOW = datetime(2022, 8, 26, 10)


def contents(
    *papers: Sequence[str], duplex: bool = True, audience: Audience = Audience.PUBLIC
) -> PackContents:
    """A pack with an item for each list of paper titles."""
    rows = tuple(ListedItem(f"{n:02d}", f"Item {n}") for n in range(1, len(papers) + 1))
    sections = tuple(
        Section(
            row,
            row + 1,
            f"{row + 1:02d}",
            f"Item {row + 1}",
            tuple(
                PackedPaper(title, title, ".pdf", chr(64 + n) if n else "") for n, title in enumerate(titles)
            ),
            exempt="3" if audience is Audience.PRIVATE else "",
        )
        for row, titles in enumerate(papers)
    )
    return PackContents(AgendaPaper(SITTING, audience, items=rows), sections, duplex)


def built(folder: Path, made: PackContents, **files: bytes) -> tuple[Path, Built]:
    for title, content in files.items():
        (folder / title).write_bytes(content)
    target = folder / "pack.pdf"
    return target, build_pack(
        made, lambda paper: folder / paper.digest, target, made_at=NOW, progress=Silent()
    )


def failures(pack: Path) -> list[str]:
    report = page.validate_pdf_bytes(pack.read_bytes(), profile=page.ValidationProfile.PDF_UA_1)
    return [failure.rule_id for failure in report.failures]


def text_of(pack: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pack)
    try:
        return [each.get_textpage().get_text_range() for each in document]
    finally:
        document.close()


def test_structures_of_many_papers_are_one_and_pass(tmp_path: Path) -> None:
    pack, told = built(
        tmp_path,
        contents(["a"], ["b", "c"]),
        a=odd.with_tags(role=("Heading", "H1"), identity="x", css=3),
        b=odd.with_tags(role=("Heading", "P"), identity="x", css=4),
        c=odd.with_tags(newer=True),
    )
    assert told.untagged == ()
    assert failures(pack) == []
    with pikepdf.open(pack) as pdf:
        tree = pdf.Root.StructTreeRoot
        assert str(tree.RoleMap.Heading) == "/H1"
        assert {str(value) for key, value in tree.RoleMap.items() if key.startswith("/Heading-")} == {"/P"}
        assert len(tree.ClassMap.keys()) == 2
        assert [bytes(each) for each in list(tree.IDTree.Names)[::2]] == sorted(
            bytes(each) for each in list(tree.IDTree.Names)[::2]
        )
        assert len({bytes(each) for each in list(tree.IDTree.Names)[::2]} & {b"x", b"p4-x", b"p3-x"}) == 2
        assert len(tree.Namespaces) == 1
        assert str(tree.RoleMap.Title) == "/P"
        parts = [str(part.T) for part in tree.K[0].K]
    assert parts == ["Agenda", "01 Item 1", "02 Item 2"]


def test_every_key_of_the_parent_tree_leads_to_an_element(tmp_path: Path) -> None:
    pack, _ = built(tmp_path, contents(["a"], ["b"]), a=odd.tagged(), b=odd.with_destinations(["end"]))
    with pikepdf.open(pack) as pdf:
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        keys = [int(key) for key in nums[::2]]
        used = [int(each.obj.StructParents) for each in pdf.pages if "/StructParents" in each.obj]
        assert keys == sorted(set(keys))
        assert len(used) == len(set(used))
        assert set(used) <= set(keys)
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(keys)


def test_a_link_and_a_bookmark_by_name_lead_to_their_page_in_the_pack(tmp_path: Path) -> None:
    pack, _ = built(
        tmp_path, contents(["a"], ["b"]), a=odd.with_destinations(["end"]), b=odd.with_destinations(["end"])
    )
    with pikepdf.open(pack) as pdf:
        places = {each.obj.objgen: number for number, each in enumerate(pdf.pages, start=1)}
        links = [
            places[link.Dest[0].objgen] for number in (3, 7) for link in pdf.pages[number - 1].obj.Annots
        ]
        with pdf.open_outline() as outline:
            ends = [kid.destination for entry in outline.root[1:] for kid in entry.children]
        assert links == [5, 9]
        assert [places[end[0].objgen] for end in ends] == [5, 9]  # type: ignore[index]
        assert "/Names" not in pdf.Root


def test_headings_of_a_paper_without_bookmarks_are_bookmarks_of_the_pack(tmp_path: Path) -> None:
    pack, _ = built(tmp_path, contents(["a"], ["b"]), a=odd.tagged(), b=with_headings())
    with pikepdf.open(pack) as pdf, pdf.open_outline() as outline:
        places = {each.obj.objgen: number for number, each in enumerate(pdf.pages, start=1)}
        [heading] = outline.root[2].children
        assert heading.title == "Health"
        [below] = heading.children
        assert [places[each.destination[0].objgen] for each in (heading, below)] == [5, 6]  # type: ignore[index]


@pytest.mark.parametrize("title", ["Health", "HEALTH ", "Appendix A: Health"])
def test_a_heading_that_repeats_the_title_above_it_is_no_bookmark(tmp_path: Path, title: str) -> None:
    made = contents(["a"], ["b", "c"])
    alone = replace(made.sections[0], title="Health")
    two = replace(
        made.sections[1], papers=(PackedPaper(title, "b", ".pdf"), PackedPaper("C", "c", ".pdf", "A"))
    )
    made = replace(made, sections=(alone, two))
    pack, _ = built(tmp_path, made, a=with_headings(), b=with_headings(), c=with_headings())
    with pikepdf.open(pack) as pdf, pdf.open_outline() as outline:
        _, first, second = outline.root
        assert [(each.title, kid.title) for each in first.children for kid in each.children] == [
            ("Purpose of the grant", "Detail")
        ]
        report, appendix = second.children
        assert [each.title for each in report.children] == ["Purpose of the grant"]
        assert [each.title for each in appendix.children] == ["Health"]


def test_an_untagged_paper_is_named_and_the_pack_claims_nothing(tmp_path: Path) -> None:
    pack, told = built(tmp_path, contents(["a"], ["b"]), a=odd.tagged(), b=odd.drawing(odd.words("A scan")))
    assert told.untagged == ("Item 02, b",)
    with pikepdf.open(pack) as pdf, pdf.open_metadata() as metadata:
        assert "pdfuaid:part" not in metadata
        assert len(pdf.Root.StructTreeRoot.K[0].K) == 3


def test_fields_of_one_name_in_two_forms_stay_apart_and_are_locked(tmp_path: Path) -> None:
    pack, _ = built(tmp_path, contents(["a"], ["b"]), a=odd.form(value="yes"), b=odd.form(value="no"))
    with pikepdf.open(pack) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert len({str(field.T) for field in fields}) == 2
        assert [str(field.V) for field in fields] == ["yes", "no"]
        assert all(int(field.Ff) & 1 for field in fields)
        assert not any("/AA" in field for field in fields)


def test_a_hidden_layer_stays_hidden(tmp_path: Path) -> None:
    pack, _ = built(tmp_path, contents(["a"]), a=odd.with_hidden_layer())
    with pikepdf.open(pack) as pdf:
        assert len(pdf.Root.OCProperties.D.OFF) == 1


def test_a_paper_that_opens_without_a_password_goes_in_unlocked(tmp_path: Path) -> None:
    pack, told = built(tmp_path, contents(["a"]), a=odd.locked(""))
    with pikepdf.open(pack) as pdf:
        assert not pdf.is_encrypted
    assert told.untagged == ()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_number_stands_upright_at_the_foot_of_a_turned_or_wide_page(tmp_path: Path, turned: int) -> None:
    wide = odd.drawing(odd.words("A plan"), box=(100, 50, 1291, 892), turned=turned)
    pack, _ = built(tmp_path, contents(["a"]), a=wide)
    document = pypdfium2.PdfDocument(pack)
    sheet = document[2]
    found = sheet.get_textpage().search("Page 3")
    place, count = found.get_next()
    box = sheet.get_textpage().get_charbox(place)
    left, bottom, right, top = sheet.get_mediabox()
    document.close()
    seen = {
        0: (right - box[0], box[1] - bottom),
        90: (top - box[1], right - box[2]),
        180: (box[2] - left, top - box[3]),
        270: (box[3] - bottom, box[0] - left),
    }[turned]
    assert count == 6
    assert seen[0] < 100
    assert seen[1] < 40


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\nnothing more", "damaged"),
        (odd.empty(), "no pages"),
        (odd.locked("secret"), "password"),
    ],
)
def test_a_paper_that_cannot_be_read_names_itself(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(InputRefusedError, match=rf"Item 02, b .*{says}"):
        built(tmp_path, contents(["a"], ["b"]), a=odd.tagged(), b=content)
    assert not (tmp_path / "pack.pdf").exists()


def test_all_broken_papers_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match=r"Item 01, a .*Item 02, c "):
        built(tmp_path, contents(["a"], ["b", "c"]), a=b"%PDF-", b=odd.tagged(), c=odd.locked("secret"))


def test_without_duplex_nothing_is_left_blank(tmp_path: Path) -> None:
    made = contents(["a"], ["b"], duplex=False)
    pack, told = built(tmp_path, made, a=odd.tagged(pages=1), b=odd.tagged(pages=1))
    assert [(span.first, span.last) for span in told.spans] == [(1, 1), (2, 2), (3, 3)]
    assert not any("intentionally" in text for text in text_of(pack))


def test_a_private_pack_says_on_every_page_why(tmp_path: Path) -> None:
    pack, _ = built(tmp_path, contents(["a"], audience=Audience.PRIVATE), a=odd.tagged())
    texts = text_of(pack)
    assert all("PRIVATE" in text.replace("\r\n", "") for text in texts)
    assert all("Not for publication: paragraph 3 of Schedule 12A" in text for text in texts[2:])


def test_private_is_read_over_a_page_that_is_one_picture_and_covers_nothing(tmp_path: Path) -> None:
    """A scan lies over the whole page: half of it white, half black."""
    scan = odd.drawing("1 g 0 0 595 842 re f 0 g 0 0 595 421 re f")
    pack, _ = built(tmp_path, contents(["a"], audience=Audience.PRIVATE), a=scan)
    document = pypdfium2.PdfDocument(pack)
    try:
        seen = document[2].render(scale=1, grayscale=True)
        shades = [
            bytes(seen.buffer)[row * seen.stride : row * seen.stride + seen.width] for row in range(60, 780)
        ]
    finally:
        document.close()
    upper, lower = b"".join(shades[:350]), b"".join(shades[370:])
    assert upper.count(round(0.9 * 255)) > 3_000
    assert set(lower) == {0}


def test_a_cancelled_pack_leaves_nothing(tmp_path: Path) -> None:
    class Stops:
        def report(self, done: int, total: int, what: str = "") -> None:
            if total and done:
                raise CancelledError(what)

    (tmp_path / "a").write_bytes(odd.tagged())
    target = tmp_path / "pack.pdf"
    with pytest.raises(CancelledError):
        build_pack(
            contents(["a"]), lambda paper: tmp_path / paper.digest, target, made_at=NOW, progress=Stops()
        )
    assert not target.exists()


def test_two_thousand_pages_are_numbered_to_the_end(tmp_path: Path) -> None:
    pack, told = built(tmp_path, contents(["a"]), a=odd.drawing(*[odd.words("Long")] * 2000))
    assert told.spans[-1].last == 2002
    found = read_back(pack, told.spans, first_page=1)
    parts = list(zip(["The agenda", "item 01"], told.spans, strict=True))
    assert check_pages(found, parts, first_page=1, duplex=True) == ()


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """A paper with a few bytes changed, dropped or doubled, its parts laid open first."""
    with pikepdf.open(BytesIO(content)) as pdf:
        plain = bytearray(
            odd.saved(
                pdf,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            )
        )
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(plain))
        match chance.randrange(3):
            case 0:
                plain[at] = chance.randrange(256)
            case 1:
                del plain[at : at + chance.randrange(1, 40)]
            case _:
                plain[at:at] = bytes(plain[at : at + chance.randrange(1, 60)])
    return bytes(plain)


@pytest.mark.filterwarnings("ignore")  # what the library says of damage, whatever it is
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_paper_goes_in_or_names_itself(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    papers = [odd.tagged(), odd.form(), odd.with_destinations(["a"]), odd.with_hidden_layer()]
    taken = 0
    for _ in range(15):
        target = tmp_path / "pack.pdf"
        target.unlink(missing_ok=True)
        try:
            built(tmp_path, contents(["a"]), a=spoilt(chance.choice(papers), chance))
        except InputRefusedError as refusal:
            assert str(refusal).startswith("Item 01, a ")  # noqa: PT017 - either way is right
            assert not target.exists()
        else:
            taken += 1
            assert read_back(target, [Span(1, 2)], first_page=1).labels[0] == "1"
    assert taken
