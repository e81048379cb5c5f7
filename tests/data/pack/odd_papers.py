"""Papers as strangers make them: locked, scanned, filled, layered, turned, damaged."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, Stream, String

from boardtool.data.documents.sample_paper import sample_paper_bytes
from boardtool.data.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

A4 = (0, 0, 595, 842)


def tagged(title: str = "Report", pages: int = 2) -> bytes:
    return sample_paper_bytes(title=title, council="Anytown Council", pages=pages)


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    target = BytesIO()
    pdf.save(target, **options)  # type: ignore[arg-type]
    return target.getvalue()


def drawing(*contents: str, box: tuple[int, int, int, int] = A4, turned: int = 0) -> bytes:
    """An untagged PDF with a page for each piece of the page's language."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for content in contents:
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array(box),
            Rotate=turned,
            Resources=Dictionary(Font=Dictionary(F1=font)),
            Contents=Stream(pdf, content.encode()),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return saved(pdf)


def words(text: str, *, before: str = "") -> str:
    return f"{before} BT /F1 12 Tf 1 0 0 1 72 700 Tm ({text}) Tj ET"


def empty() -> bytes:
    return saved(pikepdf.new())


def locked(password: str, *, of: bytes | None = None) -> bytes:
    """A paper that needs `password` to be read; "" locks only printing and the like."""
    with pikepdf.open(BytesIO(of or tagged())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="owner", user=password))


def form(name: str = "choice", value: str = "yes") -> bytes:
    with pikepdf.open(BytesIO(drawing(words("A form")))) as pdf:
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T=String(name),
                V=String(value),
                Rect=Array([72, 600, 200, 620]),
                P=pdf.pages[0].obj,
                AA=Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
            )
        )
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=0)
        return saved(pdf)


def with_destinations(names: Iterable[str]) -> bytes:
    """A paper of three pages whose first links to the last by name, with a bookmark that does so too."""
    with pikepdf.open(BytesIO(tagged(pages=3))) as pdf:
        target = Array([pdf.pages[2].obj, Name.XYZ, 0, 800, 0])
        pairs = [each for name in names for each in (String(name), target)]
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(pairs)))
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([72, 500, 200, 520]),
            Contents=String("To the end"),
            Dest=pairs[0],
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        with pdf.open_outline() as outline:
            outline.root.clear()
        top = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        entry = pdf.make_indirect(Dictionary(Title=String("The end"), Parent=top, Dest=pairs[0]))
        top.First = top.Last = entry
        pdf.Root.Outlines = top
        return saved(pdf)


def with_tags(
    *, role: tuple[str, str] | None = None, identity: str = "", css: float | None = None, newer: bool = False
) -> bytes:
    """A tagged paper whose structure has a role, an id, a class or a namespace of PDF 2.0."""
    with pikepdf.open(BytesIO(tagged(pages=1))) as pdf:
        tree = pdf.Root.StructTreeRoot
        element = tree.K[0] if isinstance(tree.K, Array) else tree.K
        kid = element.K[0] if isinstance(element.K, Array) else element.K
        if role is not None:
            kid.S = Name(f"/{role[0]}")
            tree.RoleMap = Dictionary({f"/{role[0]}": Name(f"/{role[1]}")})
        if identity:
            kid.ID = String(identity)
            tree.IDTree = pdf.make_indirect(Dictionary(Names=Array([String(identity), kid])))
        if css is not None:
            kid.C = Name.Wide
            tree.ClassMap = Dictionary(Wide=Dictionary(O=Name.Layout, SpaceAfter=css))
        if newer:
            space = pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn")))
            tree.Namespaces = Array([space])
            kid.S, kid.NS = Name.Title, space
        return saved(pdf)


def with_table(rows: int = 5) -> bytes:
    """A tagged paper of one table, whose cells name the header of their column by its id."""
    content = typst.compile(
        f"""
        #set document(title: "Spend")
        #set text(font: "Inter", lang: "en")
        #table(columns: 2, table.header([Plan], [Spend]), ..range({2 * rows}).map(x => [#x]))
        """.encode(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[resource("fonts")]),
        format="pdf",
        pdf_standards="ua-1",
    )
    assert isinstance(content, bytes)
    return content


def with_hidden_layer() -> bytes:
    with pikepdf.open(BytesIO(drawing("/OC /L BDC " + words("Layered") + " EMC"))) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L=layer)
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        return saved(pdf)
