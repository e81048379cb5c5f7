"""The pack of 6 September 2022 made again: the real agenda, papers of the real lengths, the real ranges."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import openpyxl
import page
import pikepdf
import pypdfium2
import pytest
from tests.council_pack import Part, council_pack

from boardtool.cli import main
from boardtool.data.documents.sample_paper import sample_paper_bytes

if TYPE_CHECKING:
    from pathlib import Path

REF = "NNHWB/2022-09-06"
PAPERS = {
    "04": {"04 minutes.pdf": 12},
    "05": {"05 log.pdf": 1},
    "06": {"06 report.pdf": 8, "06 appendix A.pdf": 18, "06 appendix B.pdf": 6, "06 appendix C.pdf": 7},
    "09": {"09 report.pdf": 12, "09 appendix A.pdf": 52, "09 appendix B.pdf": 24},
    "010": {"010 report.pdf": 8, "010 appendix A.pdf": 23},
    "012": {"012 report.pdf": 10, "012 appendix A.pdf": 20},
    "013": {"013 report.pdf": 6},
}
RANGES = {
    "04": (5, 16),
    "05": (17, 18),
    "06": (19, 58),
    "09": (59, 146),
    "010": (147, 178),
    "012": (179, 208),
    "013": (209, 214),
}
BLANK = "This page is intentionally left blank"


@pytest.fixture(scope="module")
def told(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the command says of the pack that it made, and where it is."""
    folder = tmp_path_factory.mktemp("seed")
    library = ["--library", str(folder / "library"), "--as", "Business Manager"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("platformdirs.user_config_path", lambda *_a, **_k: folder / "config")
        assert main(["init", str(folder / "library")]) == 0
    name = "North Northamptonshire Health and Wellbeing Board"
    assert main([*library, "board", "new", "NNHWB", "--name", name, "--council", "North Council"]) == 0
    members = str(reference / "pack" / "membership-2022-09-06.xlsx")
    assert main([*library, "import", "members", members, "--board", "NNHWB"]) == 0
    agenda = with_papers(reference / "pack" / "agenda-2022-09-06.xlsx", folder)
    assert main([*library, "import", "agenda", str(agenda), "--meeting", REF]) == 0
    assert main([*library, "export", "pack", REF, "-o", str(folder / "pack.pdf")]) == 0
    assert main([*library, "export", "pack", REF, "-o", str(folder / "again.pdf")]) == 0
    with pytest.MonkeyPatch.context() as patch:
        said: list[str] = []
        patch.setattr("builtins.print", lambda *words, **_k: said.append(" ".join(map(str, words))))
        assert main([*library, "list", "items", "--meeting", REF, "--json"]) == 0
    return {"folder": folder, "items": json.loads("".join(said))["items"]}


def with_papers(workbook: Path, folder: Path) -> Path:
    """A copy of the agenda beside its papers, which it names."""
    target = folder / workbook.name
    shutil.copyfile(workbook, target)
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    [heading] = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).strip() == "Page no."]
    assert heading.row is not None
    column = sheet.max_column + 1
    sheet.cell(heading.row, column, "Papers")
    for row in range(heading.row + 1, sheet.max_row + 1):
        number = str(sheet.cell(row, 1).value).strip()
        names = PAPERS.get(number, {})
        sheet.cell(row, column, "; ".join(names))
        for name, pages in names.items():
            content = sample_paper_bytes(title=name, council="North Council", pages=pages)
            (folder / name).write_bytes(content)
    book.save(target)
    return target


@pytest.fixture(scope="module")
def pack(told: dict[str, Any]) -> Path:
    folder: Path = told["folder"]
    return folder / "pack.pdf"


def texts(pack: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pack)
    try:
        return [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()


def test_it_has_the_pages_of_the_real_one_and_every_page_says_which_it_is(pack: Path) -> None:
    pages = texts(pack)
    assert len(pages) == 214
    for number, text in enumerate(pages, start=1):
        assert f"Page {number}" in text.splitlines(), number
    assert "Page 27" in pages[26]


def test_every_item_begins_on_its_odd_page_and_blank_pages_say_so(pack: Path) -> None:
    pages = texts(pack)
    for number, (first, _last) in RANGES.items():
        assert first % 2 == 1
        assert f"Agenda item {number}" in pages[first - 1]
    assert [place + 1 for place, text in enumerate(pages) if BLANK in text] == [4, 18, 58, 178]


def test_the_page_column_of_its_agenda_and_of_the_library_is_true(pack: Path, told: dict[str, Any]) -> None:
    front = "".join("".join(texts(pack)[:4]).split())
    for first, last in RANGES.values():
        assert f"{first}-{last}" in front
    listed = {item["number"]: item["pages"] for item in told["items"]}
    assert {number: listed[number] for number in RANGES} == {
        number: f"{first} - {last}" for number, (first, last) in RANGES.items()
    }


def test_bookmarks_and_links_lead_to_the_items(pack: Path) -> None:
    with pikepdf.open(pack) as pdf:
        place = {each.obj.objgen: number for number, each in enumerate(pdf.pages, start=1)}
        with pdf.open_outline() as outline:
            found = {entry.title: place[entry.destination[0].objgen] for entry in outline.root}  # type: ignore[index]
            appendices = [kid.title for entry in outline.root for kid in entry.children]
        linked = {
            place[link.Dest[0].objgen]
            for front in list(pdf.pages)[:4]
            for link in front.obj.get("/Annots", [])
        }
        labels = pdf.Root.PageLabels.Nums
        assert [int(labels[0]), str(labels[1].S), int(labels[1].St)] == [0, "/D", 1]
    firsts = [1, *(first for first, _ in RANGES.values())]
    assert list(found.values()) == firsts
    assert [title.split()[0] for title in found] == ["Agenda", *RANGES]
    assert linked == set(firsts[1:])
    assert "Appendix A: 06 appendix A" in appendices


def test_the_headings_of_every_paper_are_bookmarks_within_its_pages(pack: Path) -> None:
    with pikepdf.open(pack) as pdf:
        place = {each.obj.objgen: number for number, each in enumerate(pdf.pages, start=1)}
        with pdf.open_outline() as outline:
            items = {entry.title.split()[0]: entry.children for entry in outline.root[1:]}
            headings = {
                number: [(each.title, place[each.destination[0].objgen]) for each in _all_below(kids)]  # type: ignore[index]
                for number, kids in items.items()
            }
    for number, (first, last) in RANGES.items():
        pages = [page for _, page in headings[number]]
        assert pages == sorted(pages), number
        assert first <= pages[0], number
        assert pages[-1] <= last, number
    titles = [title for title, _ in headings["06"]]
    for name in PAPERS["06"]:
        assert name in titles, titles


def _all_below(entries: list[pikepdf.OutlineItem]) -> list[pikepdf.OutlineItem]:
    return [found for entry in entries for found in (entry, *_all_below(entry.children))]


def test_an_independent_validator_finds_it_accessible(pack: Path) -> None:
    report = page.validate_pdf_bytes(pack.read_bytes(), profile=page.ValidationProfile.PDF_UA_1)
    assert report.rules.total > 100
    assert not report.failures


def test_its_properties_name_the_council_and_no_person(pack: Path) -> None:
    with pikepdf.open(pack) as pdf:
        assert str(pdf.docinfo["/Author"]) == "North Council"
        assert str(pdf.Root.Lang) == "en-GB"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:creator"] == ["North Council"]


def test_a_pack_of_which_nothing_changed_is_the_same_file(pack: Path) -> None:
    assert (pack.parent / "again.pdf").read_bytes() == pack.read_bytes()


def test_the_ranges_that_the_council_published_are_read_back(
    told: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own front sheet is two pages longer, it prints the minutes anew, and numbers all pages itself."""
    folder: Path = told["folder"]
    parts = [Part(lines=("North Council", "Agenda"), pages=6, title="Agenda")]
    for number, names in PAPERS.items():
        [subject] = [item["subject"] for item in told["items"] if item["number"] == number]
        if number == "04":
            parts.append(Part(lines=("Minutes of 5 July 2022",), pages=12, title=f"4 {subject}"))
            continue
        parts += [Part(folder / name) for name in names]
        if sum(names.values()) % 2:
            parts.append(Part(lines=(BLANK,)))
    published = council_pack(folder / "Public reports pack.pdf", parts)
    command = ["--library", str(folder / "library"), "--as", "Business Manager"]
    assert main([*command, "import", "pages", str(published), "--meeting", REF, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["updated"] == 7
    assert [each["reason"] for each in report["warnings"]] == [
        "Item 04: its paper was not recognised; a bookmark says where it begins."
    ]
    assert {row["key"]: row["values"]["pages"] for row in report["rows"]} == {
        number: f"{first + 2} - {last + 2}" for number, (first, last) in RANGES.items()
    }
    assert [row["values"]["found_by"] for row in report["rows"]] == ["a bookmark", *["its paper"] * 6]
    assert main([*command, "undo"]) == 0
    assert main([*command, "import", "pages", str(published)]) == 2
    assert main([*command, "import", "pages", str(folder / "06 report.pdf"), "--meeting", REF]) == 3
    assert "06 report.pdf is the paper of item 06 alone" in capsys.readouterr().err
