"""Packs as a council's own system publishes them: its front sheet, papers printed anew, its page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem, Pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

A4 = (595, 842)


@dataclass(frozen=True)
class Part:
    """Some pages: of a file, or as many as `pages` with `lines` on the first; `title` is its bookmark."""

    file: Path | None = None
    lines: tuple[str, ...] = ()
    pages: int = 1
    title: str = ""
    level: int = 0


def council_pack(target: Path, parts: Sequence[Part], *, first: int = 1, stamped: bool = True) -> Path:
    """Write the parts one after the other; the page at place 0 is numbered `first`."""
    with Pdf.new() as pdf:
        marks: list[tuple[Part, int]] = []
        for part in parts:
            if part.title:
                marks.append((part, len(pdf.pages)))
            if part.file is not None:
                with pikepdf.open(part.file) as paper:
                    pdf.pages.extend(paper.pages)
            else:
                for number in range(part.pages):
                    a_page(pdf, part.lines if number == 0 else (f"{part.lines[0]}, continued",))
        for place, page in enumerate(pdf.pages):
            if stamped:
                _write(pdf, page, (f"Page {first + place}",), top=30)
        with pdf.open_outline() as outline:
            for part, place in marks:
                entry = OutlineItem(part.title, place)
                if part.level and outline.root:
                    outline.root[-1].children.append(entry)
                else:
                    outline.root.append(entry)
        pdf.save(target)
    return target


def a_page(pdf: Pdf, lines: Sequence[str]) -> None:
    """A page that says these lines."""
    page = pdf.add_blank_page(page_size=A4)
    _write(pdf, page, lines, top=780)


def a_paper(target: Path, *pages: str) -> Path:
    """A paper of the council's: each page says its words, ten a line."""
    with Pdf.new() as pdf:
        for said in pages:
            words = said.split()
            a_page(pdf, [" ".join(words[at : at + 10]) for at in range(0, len(words), 10)])
        pdf.save(target)
    return target


def _write(pdf: Pdf, page: pikepdf.Page, lines: Sequence[str], *, top: int) -> None:
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    name = page.add_resource(pdf.make_indirect(font), Name.Font)
    drawn = [f"Q q BT {name} 11 Tf 14 TL 1 0 0 1 60 {top} Tm"]
    for line in lines:
        said = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        drawn.append(f"({said}) Tj T*")
    page.contents_add(b"q", prepend=True)
    page.contents_add("\n".join([*drawn, "ET Q"]).encode("cp1252", "replace"))
