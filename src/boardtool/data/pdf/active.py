"""What of a PDF runs, opens or plays something by itself: scripts, programs, files, films (J2).

None of it reaches a pack, whose pages are made of an allow-list (`data/pack/source.py`); the person is told
that it was there, for a paper made to do harm is worth a question to whoever sent it.
"""

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Pdf

from boardtool.data.pdf.reading import WEB
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperFinding, on_pages

_HARMLESS = frozenset({"/GoTo", "/Named"})
_PLAYED = frozenset({"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})


def active_in(pdf: Pdf) -> Iterator[PaperFinding]:
    """What would run when the paper is opened, and on which pages something runs, opens or plays."""
    names = pdf.Root.get(Name.Names, Dictionary())
    if Name.JavaScript in names or Name.OpenAction in pdf.Root or Name.AA in pdf.Root:
        says = "It runs something when it is opened. The pack leaves that out."
        yield PaperFinding("scripts", Severity.INFORM, says)
    running, playing = [], []
    for number, page in enumerate(pdf.pages, start=1):
        annotations = [each for each in page.obj.get(Name.Annots, ()) if isinstance(each, Dictionary)]
        if Name.AA in page.obj or any(_runs(each) for each in annotations):
            running.append(number)
        if any(str(each.get(Name.Subtype, "")) in _PLAYED for each in annotations):
            playing.append(number)
    if running:
        says = f"Links or fields in it run a program or open a file {on_pages(tuple(running))}."
        yield PaperFinding("active", Severity.WARN, f"{says} The pack leaves that out.", tuple(running))
    if playing:
        says = f"Something in it plays, such as a film {on_pages(tuple(playing))}."
        yield PaperFinding("media", Severity.WARN, f"{says} The pack leaves it out.", tuple(playing))


def _runs(annotation: Object) -> bool:
    """Whether a link or field does anything but lead to a page of the paper or to a page of the web."""
    if Name.AA in annotation:
        return True
    action = annotation.get(Name.A)
    if not isinstance(action, Dictionary):
        return False
    kind = str(action.get(Name.S, ""))
    if kind == "/URI":
        return Name.Next in action or not str(action.get(Name.URI, "")).lower().startswith(WEB)
    return kind not in _HARMLESS
