"""Papers looked into when they come: what is found, in words; and files made to do harm stop nobody."""

from __future__ import annotations

import sys
import time
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.data.pack import hostile_papers as hostile
from tests.data.pack import odd_papers as odd

from boardtool.data.pdf import apart, asking
from boardtool.data.pdf.asking import look_into
from boardtool.data.pdf.looking import look_into as looked_into
from boardtool.data.pdf.looking_word import look_into_word
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import UNREADABLE

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.domain.paper_check import PaperFinding

BLOCK, WARN, INFORM = Severity.BLOCK, Severity.WARN, Severity.INFORM
PICTURE = "q 595 0 0 842 0 0 cm /I Do Q"


def found(folder: Path, content: bytes) -> dict[str, PaperFinding]:
    file = folder / "paper.pdf"
    file.write_bytes(content)
    _, _, findings = looked_into(file)
    return {finding.kind: finding for finding in findings}


def changed(content: bytes, change: object) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)  # type: ignore[operator]
        return odd.saved(pdf)


def scan(content: str) -> bytes:
    """A page that is a picture, with what else is drawn on it."""

    def add_picture(pdf: pikepdf.Pdf) -> None:
        image = pikepdf.Stream(pdf, b"\0")
        image.stream_dict = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        pdf.pages[0].obj.Resources.XObject = Dictionary(I=image)

    return changed(odd.drawing(f"{PICTURE} {content}"), add_picture)


def with_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["figures.xlsx"] = b"secret"


def with_comment(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("?"))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def with_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def with_redaction(pdf: pikepdf.Pdf) -> None:
    box = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=Array([60, 690, 200, 720]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(box)])


def test_a_good_paper_has_nothing_against_it(tmp_path: Path) -> None:
    findings = found(tmp_path, odd.tagged())
    assert {finding.severity for finding in findings.values()} <= {INFORM}
    assert "“Anytown Council”" in findings["metadata"].says


@pytest.mark.parametrize(
    ("kind", "severity", "content"),
    [
        ("locked", BLOCK, odd.locked("secret")),
        ("damaged", BLOCK, b"%PDF-1.7 no more"),
        ("empty", BLOCK, odd.empty()),
        ("encrypted", INFORM, odd.locked("")),
        ("untagged", WARN, odd.drawing(odd.words("Words"))),
        ("form", INFORM, odd.form()),
        ("hidden layer", BLOCK, odd.with_hidden_layer()),
        ("attachments", WARN, changed(odd.tagged(), with_attachment)),
        ("comments", WARN, changed(odd.tagged(), with_comment)),
        ("scripts", INFORM, changed(odd.tagged(), with_script)),
        ("black box", BLOCK, changed(odd.drawing(odd.words("Name")), with_redaction)),
        ("black box", BLOCK, odd.drawing(odd.words("Name") + " 0 g 60 690 200 30 re f")),
        ("hidden text", BLOCK, odd.drawing(odd.words("Unseen", before="3 Tr"))),
        ("white text", BLOCK, odd.drawing(odd.words("White", before="1 1 1 rg"))),
        ("scanned", WARN, scan("")),
        ("recognised", INFORM, scan(odd.words("Read by a machine", before="3 Tr"))),
        ("size", INFORM, odd.drawing(odd.words("Plan"), box=(0, 0, 1191, 842))),
        ("long", WARN, odd.drawing(*[odd.words("Long")] * 501)),
    ],
)  # fmt: skip
def test_what_is_found_in_a_paper(tmp_path: Path, kind: str, severity: Severity, content: bytes) -> None:
    finding = found(tmp_path, content)[kind]
    assert finding.severity is severity
    assert finding.says.endswith((".", "?"))


@pytest.mark.parametrize(
    "content",
    [
        odd.drawing("0 g 60 690 200 30 re f " + odd.words("White on black", before="1 g")),
        odd.drawing("0.9 g 60 690 200 30 re f " + odd.words("Shaded", before="0 g")),
        odd.drawing(odd.words("Above a rule") + " 0 g 60 690 400 1 re f"),
        odd.drawing(odd.words("Bright box beside") + " 0 g 300 400 50 50 re f"),
        scan(odd.words("White on a picture", before="1 g")),
    ],
)
def test_what_a_reader_sees_is_not_called_hidden(tmp_path: Path, content: bytes) -> None:
    assert not {"hidden text", "white text", "black box"} & set(found(tmp_path, content))


def test_pages_are_named_as_they_are_counted(tmp_path: Path) -> None:
    content = odd.drawing(odd.words("Seen"), odd.words("Unseen", before="3 Tr"), odd.words("Seen"))
    finding = found(tmp_path, content)["hidden text"]
    assert finding.pages == (2,)
    assert "on page 2" in finding.says


def test_a_process_of_its_own_looks_and_answers_for_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(odd.tagged())
    (tmp_path / "b.pdf").write_bytes(odd.locked("secret"))
    (tmp_path / "c.xlsx").write_bytes(b"PK")
    checks = look_into({name: tmp_path / name for name in ("a.pdf", "b.pdf", "c.xlsx")})
    assert [(check.digest, check.pages, check.tagged) for check in checks] == [
        ("a.pdf", 2, True),
        ("b.pdf", None, False),
    ]


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    child.write_text(
        "import sys, time\n"
        "for line in sys.stdin:\n"
        "    if 'slow' in line: time.sleep(60)\n"
        "    print('[1, true, []]', flush=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(apart, "child_command", lambda: [sys.executable, str(child)])
    files = {name: tmp_path / f"{name}.pdf" for name in ("a", "slow", "b")}
    checks = look_into(files, timeout_s=1)
    assert [(check.digest, check.pages) for check in checks] == [("a", 1), ("slow", None), ("b", 1)]
    assert checks[1].blocks[0].kind == "not looked into"


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_word_file(folder: Path, body: str, **more: str) -> Path:
    path = folder / "paper.docx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
        for name, content in more.items():
            parts.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>')
    return path


@pytest.mark.parametrize(
    ("kind", "body", "more"),
    [
        ("tracked changes", "<w:p><w:ins/></w:p>", {}),
        ("tracked changes", "<w:p><w:del/></w:p>", {}),
        ("hidden text", "<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>", {}),
        ("comments", "<w:p/>", {"comments": "<w:comment/>"}),
        ("hidden text", "<w:p/>", {"header1": "<w:rPr><w:vanish/></w:rPr>"}),
    ],
)
def test_what_print_does_not_show_of_a_word_paper_is_found(
    tmp_path: Path, kind: str, body: str, more: dict[str, str]
) -> None:
    [check] = look_into({"word": a_word_file(tmp_path, body, **more)})
    assert [finding.kind for finding in check.blocks] == [kind]


def test_a_plain_word_paper_has_nothing_against_it(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Words</w:t></w:r></w:p>'
    assert look_into_word(a_word_file(tmp_path, body)) == []


def test_a_word_paper_that_is_none_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(b"PK no more")
    [finding] = look_into_word(tmp_path / "paper.docx")
    assert finding.kind == "damaged"


@pytest.mark.parametrize(
    ("kind", "severity", "content"),
    [
        ("damaged", BLOCK, b""),
        ("damaged", BLOCK, hostile.truncated()),
        ("damaged", BLOCK, bytes(range(256)) * 40),
        ("damaged", BLOCK, hostile.with_circular_pages()),
        ("damaged", BLOCK, hostile.with_circular_structure()),
        ("damaged", BLOCK, hostile.nested_deeply()),
        ("page size", BLOCK, hostile.boxed((0, 0, 200_000, 200_000))),
        ("page size", BLOCK, hostile.boxed((0, 0, 1, 1))),
        ("xfa", BLOCK, hostile.with_xfa()),
        ("signed", WARN, hostile.signed()),
        ("scripts", INFORM, hostile.active()),
        ("active", WARN, hostile.active()),
        ("media", WARN, hostile.active()),
        ("attachments", WARN, hostile.active()),
        ("comments", WARN, hostile.active()),
        ("untagged", WARN, hostile.without_cross_references()),
        ("damaged", BLOCK, hostile.with_forms_within_themselves()),
        ("untagged", WARN, hostile.with_fonts_missing()),
        ("metadata", INFORM, hostile.with_circular_bookmarks()),
    ],
)
def test_what_is_found_in_a_paper_that_does_harm(
    tmp_path: Path, kind: str, severity: Severity, content: bytes
) -> None:
    finding = found(tmp_path, content)[kind]
    assert finding.severity is severity
    assert finding.says.endswith(".")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (hostile.a_word_file("<w:p/>"), "a Word file"),
        (hostile.PNG * 100, "a picture"),
        (b"\xd0\xcf\x11\xe0" * 100, "an old Word file"),
        (b"{\\rtf1 Words}", "a text file"),
        (b"<!doctype html><html></html>", "a web page"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(tmp_path: Path, content: bytes, says: str) -> None:
    assert says in found(tmp_path, content)["damaged"].says


def test_links_within_the_paper_and_to_the_web_run_nothing(tmp_path: Path) -> None:
    def with_a_web_page(pdf: pikepdf.Pdf) -> None:
        web = Dictionary(S=Name.URI, URI=String("https://example.org"))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=web)
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))

    assert "active" not in found(tmp_path, changed(odd.with_destinations(["end"]), with_a_web_page))


def test_a_drawing_that_swells_is_given_up_within_its_limits(tmp_path: Path) -> None:
    file = tmp_path / "swells.pdf"
    file.write_bytes(hostile.swelling())
    started = time.monotonic()
    [check] = look_into({"swells": file})
    assert check.blocks[0].kind in UNREADABLE
    assert time.monotonic() - started < asking.TIME_LIMIT


INCLUDED = '<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "c:\\x"</w:instrText></w:r>'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, mode: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{RELATIONS}/{kind}" Target="file:///c:/x" TargetMode="{mode}"/></Relationships>'
    ).encode()


@pytest.mark.parametrize(
    ("kind", "severity", "content"),
    [
        ("scripts", WARN, hostile.a_word_file("<w:p/>", {"word/vbaProject.bin": b"macro"})),
        ("attachments", WARN, hostile.a_word_file("<w:p/>", {"word/embeddings/book.xlsx": b"PK"})),
        ("elsewhere", BLOCK, hostile.a_word_file(f"<w:p>{INCLUDED}</w:p>")),
        ("elsewhere", BLOCK, hostile.a_word_file('<w:p><w:fldSimple w:instr="DDEAUTO excel"/></w:p>')),
        (
            "elsewhere",
            BLOCK,
            hostile.a_word_file("<w:p/>", {"word/_rels/document.xml.rels": related("image", "External")}),
        ),
        ("damaged", BLOCK, hostile.packed({"xl/workbook.xml": b"<workbook/>"})),
        ("tracked changes", BLOCK, hostile.a_word_file("<w:p><w:ins/></w:p>", language=hostile.STRICT)),
        ("hidden text", BLOCK, hostile.a_word_file("<w:rPr><w:vanish/></w:rPr>", language=hostile.STRICT)),
    ],
)
def test_what_is_found_in_a_word_paper_that_does_harm(
    tmp_path: Path, kind: str, severity: Severity, content: bytes
) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(content)
    assert {finding.kind: finding.severity for finding in look_into_word(file)}[kind] is severity


@pytest.mark.parametrize("kind", ["attachedTemplate", "hyperlink"])
def test_a_template_and_links_of_a_word_paper_fetch_nothing(tmp_path: Path, kind: str) -> None:
    body = '<w:p><w:r><w:instrText>HYPERLINK "https://example.org/link/import"</w:instrText></w:r></w:p>'
    relations = {"word/_rels/settings.xml.rels": related(kind, "External")}
    file = tmp_path / "paper.docx"
    file.write_bytes(hostile.a_word_file(body, relations))
    assert look_into_word(file) == []


@pytest.mark.parametrize("ending", [".doc", ".odt", ".rtf"])
def test_of_older_word_papers_nobody_can_tell_what_they_hide(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"paper{ending}"
    file.write_bytes(b"anything")
    [check] = look_into({"a": file})
    assert [(each.kind, each.severity) for each in check.findings] == [("not told", WARN)]
