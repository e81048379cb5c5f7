"""Word papers become PDF where Word or LibreOffice is; elsewhere the person is asked for the PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import docx
import pikepdf
import pytest

from boardtool.data.pdf import from_word
from boardtool.data.pdf.from_word import as_pdf, in_order, turners
from boardtool.data.pdf.turning import NotTurnedError
from boardtool.domain.errors import InputRefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.pdf.turning import Turner


@dataclass
class Standing:
    """Stands in for a program: it turns a paper into `made`, or fails with `why`."""

    name: str
    made: bytes = b""
    why: str = ""
    asked: list[Path] = field(default_factory=list)

    def turn(self, paper: Path) -> bytes:
        self.asked.append(paper)
        if self.why:
            raise NotTurnedError(self.why)
        return self.made


def a_word_paper(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading("Grant", 1)
    document.add_paragraph("The Board is asked to agree the grant.")
    path = folder / "abcd.docx"
    document.save(str(path))
    return path


def with_programs(monkeypatch: pytest.MonkeyPatch, *programs: Turner) -> None:
    monkeypatch.setattr(from_word, "turners", lambda: programs)


@pytest.mark.skipif(not turners(), reason="neither Word nor LibreOffice is on this machine")
def test_a_word_paper_becomes_a_tagged_pdf_beside_it_once(tmp_path: Path) -> None:
    paper = a_word_paper(tmp_path)
    made = as_pdf(paper, name="Grant")
    assert made == tmp_path / "abcd.pdf"
    with pikepdf.open(made) as pdf:
        assert len(pdf.pages) == 1
        assert "/StructTreeRoot" in pdf.Root
    before = made.stat().st_mtime_ns
    assert as_pdf(paper, name="Grant").stat().st_mtime_ns == before


def test_word_is_asked_before_libreoffice() -> None:
    word, libreoffice = Standing("Word"), Standing("LibreOffice")
    assert in_order(word, libreoffice) == (word, libreoffice)
    assert in_order(None, libreoffice) == (libreoffice,)
    assert in_order(None, None) == ()


def test_where_word_fails_libreoffice_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word, libreoffice = Standing("Word", why="failed."), Standing("LibreOffice", made=b"%PDF-1.7")
    with_programs(monkeypatch, word, libreoffice)
    paper = a_word_paper(tmp_path)
    assert as_pdf(paper, name="Grant").read_bytes() == b"%PDF-1.7"
    assert word.asked == libreoffice.asked == [paper]


def test_where_word_turns_a_paper_nothing_else_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word, libreoffice = Standing("Word", made=b"%PDF-1.7"), Standing("LibreOffice", why="failed.")
    with_programs(monkeypatch, word, libreoffice)
    assert as_pdf(a_word_paper(tmp_path), name="Grant").read_bytes() == b"%PDF-1.7"
    assert libreoffice.asked == []


def test_what_the_first_program_said_is_said_when_all_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_programs(monkeypatch, Standing("Word", why="is locked."), Standing("LibreOffice", why="failed."))
    with pytest.raises(InputRefusedError) as refused:
        as_pdf(a_word_paper(tmp_path), name="Grant")
    assert str(refused.value) == "Grant is locked. Save it as PDF from Word and drop that."
    assert [file.name for file in tmp_path.iterdir()] == ["abcd.docx"]


def test_without_a_program_the_pdf_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_programs(monkeypatch)
    with pytest.raises(
        InputRefusedError, match=r"Grant is a Word file, and neither.*Save it as PDF from Word"
    ):
        as_pdf(a_word_paper(tmp_path), name="Grant")


def test_another_kind_of_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match=r"Grant is a file of the kind “\.pptx”"):
        as_pdf(tmp_path / "abcd.pptx", name="Grant")


def test_a_pdf_is_itself(tmp_path: Path) -> None:
    assert as_pdf(tmp_path / "abcd.pdf", name="Grant") == tmp_path / "abcd.pdf"
