"""Word papers become PDF where LibreOffice is; elsewhere the person is asked for the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pikepdf
import pytest

from boardtool.data.pdf import from_word
from boardtool.data.pdf.from_word import as_pdf, converter
from boardtool.domain.errors import InputRefusedError

if TYPE_CHECKING:
    from pathlib import Path


def a_word_paper(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading("Grant", 1)
    document.add_paragraph("The Board is asked to agree the grant.")
    path = folder / "abcd.docx"
    document.save(str(path))
    return path


@pytest.mark.skipif(converter() is None, reason="LibreOffice is not on this machine")
def test_a_word_paper_becomes_a_tagged_pdf_beside_it_once(tmp_path: Path) -> None:
    paper = a_word_paper(tmp_path)
    made = as_pdf(paper, name="Grant")
    assert made == tmp_path / "abcd.pdf"
    with pikepdf.open(made) as pdf:
        assert len(pdf.pages) == 1
        assert "/StructTreeRoot" in pdf.Root
    before = made.stat().st_mtime_ns
    assert as_pdf(paper, name="Grant").stat().st_mtime_ns == before


def test_without_libreoffice_the_pdf_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_word, "converter", lambda: None)
    with pytest.raises(InputRefusedError, match=r"Grant is a Word file.*Save it as PDF"):
        as_pdf(a_word_paper(tmp_path), name="Grant")


def test_another_kind_of_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match=r"Grant is a file of the kind “\.pptx”"):
        as_pdf(tmp_path / "abcd.pptx", name="Grant")


def test_a_pdf_is_itself(tmp_path: Path) -> None:
    assert as_pdf(tmp_path / "abcd.pdf", name="Grant") == tmp_path / "abcd.pdf"
