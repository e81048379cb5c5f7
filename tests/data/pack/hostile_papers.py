"""Papers that do harm, or were harmed: damage, circles, sizes beyond reason, active content, wrong names."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from tests.data.pack import odd_papers as odd

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPT = "app.launchURL('https://example.org/zqscript')"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")


def truncated() -> bytes:
    content = odd.tagged(pages=3)
    return content[: len(content) // 2]


def without_cross_references() -> bytes:
    """The table that says where the objects lie is wrong; a reader finds them by looking."""
    content = odd.drawing(odd.words("Found again"))
    at = content.rindex(b"startxref")
    return content[:at] + b"startxref\n999999999\n%%EOF\n"


def with_circular_pages() -> bytes:
    with pikepdf.open(BytesIO(odd.drawing(odd.words("Round")))) as pdf:
        tree = pdf.Root.Pages
        branch = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=1, Parent=tree, Kids=Array([tree])))
        tree.Kids.append(branch)
        return odd.saved(pdf)


def with_circular_bookmarks() -> bytes:
    with pikepdf.open(BytesIO(odd.tagged())) as pdf:
        top = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        place = Array([pdf.pages[0].obj, Name.Fit])
        one = pdf.make_indirect(Dictionary(Title=String("One"), Parent=top, Dest=place))
        two = pdf.make_indirect(Dictionary(Title=String("Two"), Parent=one, Dest=place))
        one.Next, one.First, two.First, two.Next, top.First = two, two, one, one, one
        pdf.Root.Outlines = top
        return odd.saved(pdf)


def with_circular_structure() -> bytes:
    with pikepdf.open(BytesIO(odd.tagged(pages=1))) as pdf:
        tree = pdf.Root.StructTreeRoot
        first = tree.K[0] if isinstance(tree.K, Array) else tree.K
        first.K = Array([first, first])
        return odd.saved(pdf)


def nested_deeply(levels: int = 3_000) -> bytes:
    content = odd.drawing(odd.words("Deep"))
    nested = b"[" * levels + b"]" * levels
    return content.replace(b"/Type /Page\n", b"/Type /Page /Deep " + nested + b"\n").replace(
        b"/Type /Page ", b"/Deep " + nested + b" /Type /Page ", 1
    )


def with_forms_within_themselves() -> bytes:
    """A drawing that draws itself twice, and so for ever."""
    with pikepdf.open(BytesIO(odd.drawing("/X Do " + odd.words("Again")))) as pdf:
        form = pdf.make_indirect(
            Stream(pdf, b"/X Do /X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        )
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)
        return odd.saved(pdf)


def swelling(megabytes: int = 300) -> bytes:
    """A page whose drawing is short as it lies, and huge when unpacked."""
    with pikepdf.open(BytesIO(odd.drawing(odd.words("Small")))) as pdf:
        pdf.pages[0].obj.Contents = Stream(pdf, b"0 g 0 0 9 9 re f\n" * (megabytes * 1024 * 1024 // 17))
        return odd.saved(pdf, compress_streams=True)


def boxed(media: tuple[float, ...], crop: tuple[float, ...] | None = None) -> bytes:
    with pikepdf.open(BytesIO(odd.drawing(odd.words("Boxed")))) as pdf:
        sheet = pdf.pages[0].obj
        sheet.MediaBox = Array(media)
        if crop is not None:
            sheet.CropBox = Array(crop)
        return odd.saved(pdf)


def with_fonts_missing() -> bytes:
    with pikepdf.open(BytesIO(odd.drawing(odd.words("No font")))) as pdf:
        del pdf.pages[0].obj.Resources.Font
        return odd.saved(pdf)


def signed() -> bytes:
    with pikepdf.open(BytesIO(odd.tagged())) as pdf:
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String("Signature"),
                V=Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=b"\0" * 64),
                Rect=Array([0, 0, 0, 0]),
                P=pdf.pages[0].obj,
            )
        )
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
        return odd.saved(pdf)


def with_xfa() -> bytes:
    with pikepdf.open(BytesIO(odd.form())) as pdf:
        pdf.Root.AcroForm.XFA = Stream(pdf, f"<xdp><script>{SCRIPT}</script></xdp>".encode())
        return odd.saved(pdf)


def active() -> bytes:
    """A paper with everything that a PDF can run, open, play, send or bring along."""
    with pikepdf.open(BytesIO(odd.tagged())) as pdf:
        run = Dictionary(S=Name.JavaScript, JS=String(SCRIPT))
        actions = [
            run,
            Dictionary(S=Name.Launch, F=String("zqlaunch.exe")),
            Dictionary(S=Name.URI, URI=String("file:///c:/zqfile.txt")),
            Dictionary(S=Name.URI, URI=String("javascript:zqscheme()")),
            Dictionary(S=Name.SubmitForm, F=String("https://example.org/zqsubmit")),
            Dictionary(S=Name.ImportData, F=String("zqimport.fdf")),
            Dictionary(S=Name.GoToR, F=String("//server/zqshare.pdf"), D=Array([0, Name.Fit])),
            Dictionary(S=Name.GoToE, F=String("zqembedded.pdf"), D=Array([0, Name.Fit])),
            Dictionary(S=Name.Rendition, JS=String("zqrendition()")),
        ]
        links = [
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([9, 9 * n, 99, 9 * n + 8]), A=action)
            for n, action in enumerate(actions, start=1)
        ]
        chained = Dictionary(S=Name.URI, URI=String("https://example.org/"), Next=run)
        links.append(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=chained))
        others = [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name(f"/{kind}"),
                Rect=Array([9, 9, 99, 99]),
                Contents=String("zqannot"),
            )
            for kind in ("RichMedia", "Movie", "Sound", "Screen", "3D", "FileAttachment", "Text", "Popup")
        ]
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(each) for each in (*links, *others)])
        pdf.pages[0].obj.AA = Dictionary(O=run)
        pdf.pages[0].obj.PieceInfo = Dictionary(Private=String("zqpiece"))
        pdf.pages[0].obj.Thumb = Stream(pdf, b"zqthumb", Width=1, Height=1)
        pdf.Root.OpenAction = run
        pdf.Root.AA = Dictionary(WC=run)
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("zqname"), run])))
        pdf.attachments["zqattached.exe"] = b"MZ zqattachment"
        return odd.saved(pdf)


def a_word_file(body: str, parts: Mapping[str, bytes] | None = None, *, language: str = WORD) -> bytes:
    document = f'<w:document xmlns:w="{language}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": document.encode(), **(parts or {})})


def packed(parts: Mapping[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


NEVER_IN_A_PACK = (
    *("JavaScript", "launchURL", "zqscript", "zqlaunch", "zqfile", "zqscheme", "zqsubmit", "zqimport"),
    *("zqshare", "zqembedded", "zqrendition", "zqannot", "zqpiece", "zqthumb", "zqname", "zqattach"),
    *("EmbeddedFile", "OpenAction", "/AA", "/Launch", "/RichMedia", "/XFA"),
)
