"""Random meetings with a canary in every place of their exempt part, for packs that must not sing."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from tests.builders import JULY, a_board, a_meeting, a_member, a_minute, an_action, an_item

from boardtool.data import actions, agenda, minutes, papers
from boardtool.data.documents.sample_paper import sample_paper_bytes
from boardtool.domain.boards import ItemRole
from boardtool.domain.meetings import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardtool.data.store import Store

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
OPEN_WORDS = ("Plan", "Grant", "Update", "Strategy", "Framework", "Report", "Review", "Partnership")
ACCENTS = {"a": "á", "e": "é", "o": "ö"}


@dataclass(slots=True)
class Aviary:
    """The canaries of one meeting, by the place that each sits in."""

    chance: random.Random
    canaries: dict[str, str] = field(default_factory=dict)

    def canary(self, place: str) -> str:
        """A word of its own for a place: plain, with accents, or of three words."""
        words = [self._word() for _ in range(self.chance.choice((1, 1, 3)))]
        if self.chance.random() < 0.3:
            words[0] = "".join(ACCENTS.get(letter, letter) for letter in words[0])
        for word in words:
            self.canaries[word] = place
        return " ".join(words)

    def _word(self) -> str:
        return "zq" + "".join(self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS) for _ in range(5))


def a_meeting_with_canaries(store: Store, seed: int) -> Aviary:
    """A July meeting with exempt minutes, and a September one whose exempt items stand anywhere."""
    chance = random.Random(seed)
    birds = Aviary(chance)
    board_id = a_board(store, council="Anytown Council", duplex=chance.random() < 0.7)
    a_member(store, board_id, "Amy Plank")
    july = a_meeting(store, board_id, JULY, status=Status.DRAFT)
    _exempt_business(store, birds, board_id, july, number="050722/01")
    meeting_id = a_meeting(store, board_id, published_although=birds.canary("what stood against publication"))
    an_item(store, meeting_id, "Minutes of the last meeting", kind=Kind.PAPER, role=ItemRole.LAST_MINUTES)
    an_item(store, meeting_id, "Action log", kind=Kind.PAPER, role=ItemRole.ACTION_LOG)
    for place in range(chance.randint(1, 6)):
        if place == 0 or chance.random() < 0.5:
            _exempt_item(store, birds, meeting_id, place)
        else:
            _open_item(store, birds, meeting_id, place)
    if chance.random() < 0.3:  # moved: exempt business among open, wherever
        with store.step("Move") as step:
            order = [item.id for item in agenda.items(step.reading, meeting_id)]
            chance.shuffle(order)
            agenda.reorder(step, order)
    return birds


def _exempt_business(store: Store, birds: Aviary, board_id: int, meeting_id: int, *, number: str) -> None:
    item_id = an_item(store, meeting_id, birds.canary("subject of July"), exempt="3", public_title="Land")
    a_minute(store, meeting_id, "Welcome", narrative="The Chair opened the meeting.")
    a_minute(
        store,
        meeting_id,
        birds.canary("heading of an exempt minute"),
        item_id=item_id,
        narrative=birds.canary("narrative"),
        resolutions=[birds.canary("resolution")],
        exempt=True,
    )
    action_id = an_action(store, board_id, number, birds.canary("action"), owners=[birds.canary("owner")])
    with store.step("Tie") as step:
        actions.change(step, action_id, meeting_id=meeting_id, item_id=item_id)
        actions.add_progress(step, action_id, on=JULY, text=birds.canary("progress"), source="you", who="")
        minutes.change(step, minutes.of_item(step.reading, item_id).id, exempt=True)  # type: ignore[union-attr]


def _exempt_item(store: Store, birds: Aviary, meeting_id: int, place: int) -> None:
    titled = birds.chance.random() < 0.5
    item_id = an_item(
        store,
        meeting_id,
        birds.canary("subject"),
        presenters=[birds.canary("presenter")],
        kind=Kind.PAPER,
        exempt=birds.chance.choice(("1", "3", "1, 3")),
        public_interest=birds.canary("public interest"),
        public_title=f"Matter {place}" if titled else "",
        recommendations=birds.canary("recommendation"),
    )
    for letter in ("", "A")[: birds.chance.randint(1, 2)]:
        title, name = birds.canary("title of a paper"), birds.canary("file name")
        content = a_paper_with(birds, birds.canary)
        attach(store, item_id, content, title=title, name=f"{name}.pdf", letter=letter)


def _open_item(store: Store, birds: Aviary, meeting_id: int, place: int) -> None:
    subject = f"{birds.chance.choice(OPEN_WORDS)} {place}"
    item_id = an_item(store, meeting_id, subject, kind=Kind.PAPER)
    content = sample_paper_bytes(title=subject, council="Anytown Council", pages=birds.chance.randint(1, 3))
    attach(store, item_id, content, title=subject, name="report.pdf")
    if birds.chance.random() < 0.4:
        exempt = a_paper_with(birds, birds.canary)
        name = f"{birds.canary('name of an exempt appendix')}.pdf"
        attach(
            store,
            item_id,
            exempt,
            title=birds.canary("title"),
            name=name,
            letter="A",
            paragraphs="3",
            public_interest=birds.canary("public interest of an appendix"),
        )


def attach(
    store: Store,
    item_id: int,
    content: bytes,
    *,
    title: str,
    name: str,
    letter: str = "",
    paragraphs: str = "",
    public_interest: str = "",
) -> None:
    """A paper with a file in the library."""
    folder: Path = store.folder
    coming = folder / name
    coming.write_bytes(content)
    kept = papers.keep(folder, coming)
    coming.unlink()
    with store.step("Attach") as step:
        agenda.add_paper(
            step,
            item_id,
            added_at=datetime(2022, 8, 20, 12),
            title=title,
            file_name=name,
            digest=kept.digest,
            size=kept.size,
            pages=kept.pages,
            letter=letter,
            exempt=bool(paragraphs),
            paragraphs=paragraphs,
            public_interest=public_interest,
        )


def a_paper_with(birds: Aviary, canary: Callable[[str], str]) -> bytes:
    """A tagged paper with a canary in every hiding place that a PDF has."""
    title = canary("heading and bookmark of a paper")
    content = sample_paper_bytes(title=title, council=canary("author"), pages=birds.chance.randint(1, 2))
    with pikepdf.open(BytesIO(content)) as pdf:
        sheet = pdf.pages[0].obj
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array([10, 10, 20, 20]),
            Contents=String(canary("comment")),
            T=String(canary("author of a comment")),
        )
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([10, 30, 20, 40]),
            Contents=String(canary("alternative text of a link")),
            A=Dictionary(
                S=Name.URI, URI=String(f"https://example.org/{canary('address').replace(' ', '-')}")
            ),
        )
        sheet.Annots = Array([pdf.make_indirect(note), pdf.make_indirect(link)])
        sheet.PieceInfo = Dictionary(Private=String(canary("private data")))
        element = pdf.Root.StructTreeRoot.K
        element = element[0] if isinstance(element, Array) else element
        element.Alt = String(canary("alternative text"))
        element.ActualText = String(canary("actual text"))
        element.T = String(canary("title of an element"))
        pdf.attachments[f"{canary('name of an attachment')}.txt"] = canary("attachment").encode()
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(canary("page label")))]))
        with pdf.open_metadata() as metadata:
            metadata["dc:description"] = canary("metadata")
        pdf.docinfo["/Subject"] = canary("properties")
        _hide_beside_the_pages(pdf, canary)
        _hide_in_what_is_drawn(pdf, sheet, canary)
        saved = BytesIO()
        pdf.save(saved)
    return saved.getvalue()


def _hide_beside_the_pages(pdf: pikepdf.Pdf, canary: Callable[[str], str]) -> None:
    """Canaries where a paper names things: its places, layers, fields, scripts, elements and their files."""
    sheet = pdf.pages[0].obj
    place = Array([sheet, Name.Fit])
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(canary("bookmark"), 0))
    pdf.Root.Names.Dests = Dictionary(Names=Array([String(canary("name of a place")), place]))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(canary("script")))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(canary("name of a layer"))))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String(canary("name of a field")),
            TU=String(canary("explanation of a field")),
            V=String(canary("value of a field")),
            Rect=Array([10, 50, 20, 60]),
            P=sheet,
        )
    )
    sheet.Annots.append(field)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    tree = pdf.Root.StructTreeRoot
    element = tree.K[0] if isinstance(tree.K, Array) else tree.K
    element.E = String(canary("expansion"))
    element.ID = String(canary("id of an element"))
    figures = Dictionary(Type=Name.Filespec, UF=String(canary("name of a file of an element")))
    element.AF = Array([pdf.make_indirect(figures)])


def _a_photograph(pdf: pikepdf.Pdf, canary: Callable[[str], str]) -> pikepdf.Stream:
    """A JPEG that says where and by whom it was taken."""
    held = BytesIO()
    Image.new("RGB", (8, 8)).save(held, "JPEG", comment=canary("comment in a photograph").encode())
    plain = held.getvalue()
    about = b"Exif\0\0" + canary("place of a photograph").encode()
    content = plain[:2] + b"\xff\xe1" + (len(about) + 2).to_bytes(2) + about + plain[2:]
    return pikepdf.Stream(
        pdf,
        content,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=8,
        Height=8,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )


def _hide_in_what_is_drawn(pdf: pikepdf.Pdf, sheet: pikepdf.Object, canary: Callable[[str], str]) -> None:
    """Canaries in pictures, in what a form draws, and in words that are written in pieces."""
    sheet.Thumb = pikepdf.Stream(pdf, canary("thumbnail").encode(), Width=1, Height=1)
    picture = pikepdf.Stream(
        pdf, b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8
    )
    picture.ColorSpace = Name.DeviceGray
    about = f"<x><creator>{canary('properties of a picture')}</creator></x>".encode()
    picture.Metadata = pikepdf.Stream(pdf, about, Type=Name.Metadata, Subtype=Name.XML)
    picture.PieceInfo = Dictionary(Private=String(canary("private data of a picture")))
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    words = canary("words in pieces").translate(str.maketrans("áéö", "aeo"))  # the letters of a plain font
    pieces = " -20 ".join(f"({words[at : at + 2]})" for at in range(0, len(words), 2))
    content = f"q BT /Split 9 Tf 40 40 Td [{pieces}] TJ ET 1 0 0 1 300 300 cm /Picture Do Q".encode()
    if Name.XObject not in sheet.Resources:
        sheet.Resources.XObject = Dictionary()
    sheet.Resources.XObject.Picture = pdf.make_indirect(picture)
    sheet.Resources.XObject.Photograph = pdf.make_indirect(_a_photograph(pdf, canary))
    sheet.Resources.Font.Split = font
    held = list(sheet.Contents) if isinstance(sheet.Contents, Array) else [sheet.Contents]
    sheet.Contents = Array([*held, pikepdf.Stream(pdf, content)])
