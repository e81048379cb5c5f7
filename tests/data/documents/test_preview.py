"""Pages of a PDF as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from boardtool.data.documents.preview import page_images

if TYPE_CHECKING:
    from pathlib import Path


def a_pdf(file: Path, pages: int) -> Path:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    document.save(file)
    return file


def test_every_page_is_as_wide_as_asked_and_white(tmp_path: Path) -> None:
    images = page_images(a_pdf(tmp_path / "paper.pdf", 3), width=300)
    assert [image.width for image in images] == [300, 300, 300]
    assert len(images[0].pixels) == 4 * images[0].width * images[0].height
    assert images[0].pixels[:3] == b"\xff\xff\xff"


def test_a_long_document_shows_its_first_pages(tmp_path: Path) -> None:
    assert len(page_images(a_pdf(tmp_path / "paper.pdf", 5), width=50, most=2)) == 2
