"""A photograph in a paper loses where, by whom and with what it was taken, and not one of its points."""

from __future__ import annotations

import base64
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image
from tests.data.pack import odd_papers as odd

from boardtool.data.pack.jpeg import without_particulars
from boardtool.data.pack.source import open_source

if TYPE_CHECKING:
    from collections.abc import Callable

CANARY = b"zqkanarienvogel"
GPS = 0x8825
ARTIST = 0x013B


def a_photograph(*, progressive: bool = False, comment: bool = True) -> bytes:
    """A JPEG with place, author, XMP, IPTC, comment, a profile of colours, and a second one behind it."""
    picture = Image.effect_mandelbrot((160, 120), (-2, -1.5, 1, 1.5), 100).convert("RGB")
    exif = Image.Exif()
    exif[ARTIST] = CANARY.decode()
    exif.get_ifd(GPS)[29] = CANARY.decode()
    held = BytesIO()
    picture.save(
        held,
        "JPEG",
        exif=exif,
        icc_profile=b"profile of colours",
        comment=CANARY if comment else b"",
        progressive=progressive,
        restart_marker_blocks=4,
    )
    content = held.getvalue()
    extra = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + CANARY) + segment(
        0xED, b"Photoshop 3.0\0" + CANARY
    )
    return content[:2] + extra + content[2:] + b"\xff\xd8\xff\xe1" + CANARY


def segment(marker: int, held: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(held) + 2).to_bytes(2) + held


def points(content: bytes) -> bytes:
    return Image.open(BytesIO(content)).tobytes()


def a_paper_with(image: Callable[[pikepdf.Pdf], Stream]) -> bytes:
    with pikepdf.open(BytesIO(odd.drawing("q 100 0 0 80 50 50 cm /Photo Do Q"))) as pdf:
        pdf.pages[0].obj.Resources.XObject = Dictionary(Photo=image(pdf))
        return odd.saved(pdf)


def as_image(pdf: pikepdf.Pdf, content: bytes, **more: object) -> Stream:
    held = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": 160,
        "Height": 120,
        "ColorSpace": Name.DeviceRGB,
        "BitsPerComponent": 8,
        "Filter": Name.DCTDecode,
        **more,
    }
    return Stream(pdf, content, **held)


def taken_in(content: bytes) -> pikepdf.Pdf:
    return open_source(content, name="Item 02, Grant", title="Grant").pdf


def photograph_of(pdf: pikepdf.Pdf) -> Stream:
    photo = pdf.pages[0].obj.Resources.XObject.Photo
    assert isinstance(photo, Stream)
    return photo


@pytest.mark.parametrize("before", [a_photograph(), a_photograph(progressive=True)], ids=["one scan", "many"])
def test_a_photograph_keeps_its_points_and_its_colours_alone(before: bytes) -> None:
    assert before.count(CANARY) == 6
    after = without_particulars(before)
    assert CANARY not in after
    assert points(after) == points(before)
    left = Image.open(BytesIO(after))
    assert left.info["icc_profile"] == b"profile of colours"
    assert "jfif" in left.info
    assert not left.getexif()
    assert without_particulars(after) == after


def test_the_preview_beside_its_density_goes_and_the_density_stays() -> None:
    whole = a_photograph(comment=False)
    jfif = whole.index(b"\xff\xe0")
    density = whole[jfif + 4 : jfif + 16]
    preview = segment(0xE0, density + b"\x01\x05" + CANARY)
    after = without_particulars(whole[:jfif] + preview + whole[jfif + 18 :])
    assert CANARY not in after
    assert segment(0xE0, density + b"\0\0") in after
    assert points(after) == points(whole)


def test_the_mark_that_says_how_colours_are_coded_stays() -> None:
    held = BytesIO()
    Image.new("CMYK", (16, 16), (10, 200, 30, 40)).save(held, "JPEG")
    before = held.getvalue()
    assert b"Adobe" in before
    after = without_particulars(before[:2] + segment(0xE1, b"Exif\0\0" + CANARY) + before[2:])
    assert after == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"\xff\xd8",
        b"\xff\xd8\xff\xe1\xff\xff" + CANARY,
        b"\xff\xd8\xff\xe1\x00\x01" + CANARY,
        b"\xff\xd8" + CANARY,
        b"\xff\xd8\xff\xd0" + CANARY,
        a_photograph()[:400],
    ],
)
def test_what_is_not_built_as_a_jpeg_is_left(content: bytes) -> None:
    assert without_particulars(content) == content


def test_a_photograph_that_was_cut_off_in_its_scan_is_not_cut_shorter() -> None:
    whole = a_photograph()
    scan = whole.index(b"\xff\xda")
    cut = whole[: scan + 200]
    after = without_particulars(cut)
    assert CANARY not in after
    assert after.endswith(cut[scan:])


def packed(pdf: pikepdf.Pdf, content: bytes) -> Stream:
    return as_image(pdf, zlib.compress(content), Filter=Array([Name.FlateDecode, Name.DCTDecode]))


def cut_off(pdf: pikepdf.Pdf, content: bytes) -> Stream:
    """Packed, without the sum at the end that says it is whole."""
    return as_image(pdf, zlib.compress(content)[:-4], Filter=Array([Name.FlateDecode, Name.DCTDecode]))


def in_letters(pdf: pikepdf.Pdf, content: bytes) -> Stream:
    """As programs write it that send PDF through e-mail of old."""
    written = base64.a85encode(zlib.compress(content)) + b"~>"
    kinds = [Name.ASCII85Decode, Name.FlateDecode, Name.DCTDecode]
    return as_image(pdf, written, Filter=Array(kinds))


def in_hexadecimal(pdf: pikepdf.Pdf, content: bytes) -> Stream:
    return as_image(pdf, content.hex().encode() + b">", Filter=Array([Name.ASCIIHexDecode, Name.DCTDecode]))


@pytest.mark.parametrize("image", [as_image, packed, cut_off, in_letters, in_hexadecimal])
def test_a_paper_taken_into_a_pack_has_none_of_it(image: Callable[[pikepdf.Pdf, bytes], Stream]) -> None:
    photograph = a_photograph()
    with taken_in(a_paper_with(lambda pdf: image(pdf, photograph))) as pdf:
        held = photograph_of(pdf)
        assert CANARY not in held.read_raw_bytes()
        assert held.Filter == Name.DCTDecode
        assert points(held.read_raw_bytes()) == points(photograph)
        assert pikepdf.PdfImage(held).as_pil_image().size == (160, 120)


def test_how_its_colours_are_to_be_turned_is_kept() -> None:
    with taken_in(
        a_paper_with(lambda pdf: as_image(pdf, a_photograph(), DecodeParms=Dictionary(ColorTransform=0)))
    ) as pdf:
        assert photograph_of(pdf).DecodeParms.ColorTransform == 0


def test_masks_patterns_and_appearances_are_looked_into_as_well() -> None:
    def image(pdf: pikepdf.Pdf) -> Stream:
        mask = as_image(pdf, a_photograph(), Metadata=Stream(pdf, CANARY))
        return as_image(pdf, a_photograph(), SMask=pdf.make_indirect(mask))

    with pikepdf.open(BytesIO(a_paper_with(image))) as pdf:
        page = pdf.pages[0].obj
        inner = Dictionary(XObject=Dictionary(Deep=as_image(pdf, a_photograph(comment=False))))
        pattern = Stream(pdf, b"/Deep Do", PatternType=1, Resources=inner)
        page.Resources.Pattern = Dictionary(P=pdf.make_indirect(pattern))
        stamped = Stream(pdf, b"/Deep Do", Subtype=Name.Form, Resources=inner, BBox=Array([0, 0, 9, 9]))
        stamp = Dictionary(Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=stamped))
        page.Annots = Array([pdf.make_indirect(stamp)])
        content = odd.saved(pdf)
    with taken_in(content) as pdf:
        out = BytesIO()
        pdf.save(out, compress_streams=False)
    whole = out.getvalue()
    assert whole.count(b"ICC_PROFILE") == 3
    assert CANARY not in whole


def test_a_photograph_that_is_broken_goes_in_as_it_is() -> None:
    broken = b"\xff\xd8\xff\xe1\xff\xff" + CANARY
    with taken_in(a_paper_with(lambda pdf: as_image(pdf, broken))) as pdf:
        assert photograph_of(pdf).read_raw_bytes() == broken
