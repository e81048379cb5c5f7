"""Pages of a PDF as pictures, to be looked at before a document goes out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels, each four bytes (blue, green, red, unused), row after row."""

    width: int
    height: int
    pixels: bytes


def page_images(file: Path, *, width: int, most: int = 40) -> list[PageImage]:
    """The first pages of a PDF, each `width` pixels wide."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(file)
    try:
        images = []
        for number in range(min(len(document), most)):
            page = document[number]
            bitmap = page.render(
                scale=width / page.get_width(), force_bitmap_format=raw.FPDFBitmap_BGRx, may_draw_forms=False
            )
            images.append(PageImage(bitmap.width, bitmap.height, _rows(bitmap)))
            bitmap.close()
            page.close()
        return images
    finally:
        document.close()


def _rows(bitmap: "pypdfium2.PdfBitmap") -> bytes:
    """The pixels without whatever fills each row up."""
    held = bytes(bitmap.buffer)
    used = bitmap.width * 4
    if bitmap.stride == used:
        return held
    return b"".join(held[row * bitmap.stride : row * bitmap.stride + used] for row in range(bitmap.height))
