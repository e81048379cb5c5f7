"""What a pack says of itself: title, author, language, page labels, PDF/UA where all of it is tagged (H4)."""

from datetime import datetime
from html import escape

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

_XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>boardtool</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
{claim}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_CLAIM = "<pdfuaid:part>1</pdfuaid:part>\n"


def write_properties(
    pack: Pdf, *, title: str, author: str, made_at: datetime, first_page: int, accessible: bool
) -> None:
    """Fixed, known values and no others; `accessible` claims PDF/UA-1."""
    root = pack.Root
    root.Lang = String("en-GB")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=first_page)]))
    stamped = made_at.replace(microsecond=0, tzinfo=None)
    pack.docinfo[Name.Title] = String(title)
    pack.docinfo[Name.Author] = String(author)
    pack.docinfo[Name.Creator] = String("boardtool")
    for key in (Name.CreationDate, Name.ModDate):
        pack.docinfo[key] = String(f"D:{stamped:%Y%m%d%H%M%S}")
    told = _XMP.format(
        title=escape(title),
        author=escape(author),
        made=stamped.isoformat(),
        claim=_CLAIM if accessible else "",
    )
    root.Metadata = Stream(pack, told.encode(), Type=Name.Metadata, Subtype=Name.XML)
