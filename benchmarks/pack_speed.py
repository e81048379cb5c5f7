"""How fast 20 tagged papers of 30 pages become a stamped, bookmarked, tagged pack, against mere joining.

qpdf only joins; pypdf joins, and joins and stamps; both lose the tags. Three figures are ours: a whole
process, a third of which loads Python and the program; the joining in a program that runs already, as a
person meets it; and the same with what no rival does: reading the pack back and looking through it for
what is exempt.

Aims: at most 4 times qpdf, faster than pypdf doing as much, under 300 MB.
"""

from __future__ import annotations

import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import page
import pikepdf
import typst
from _pairs import report, side_by_side, whole_process

from boardtool.data.resources import resource as shipped

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7
PAPERS, PAGES = 20, 30
OURS, QPDF = "boardtool, a whole process", "qpdf, a whole process"
JOINED, GUARDED = "boardtool, the joining", "boardtool, joining and guards"
PYPDF, PYPDF_STAMPED = "pypdf, joined", "pypdf, joined and stamped"
MAKE = Path(__file__).with_name("_make_pack.py")
PAPER = """
#set document(title: "Report")
#set text(font: "Inter", size: 11pt, lang: "en", region: "GB")
= Report
#for n in range({pages}) [
  == Section #n
  #lorem(220)
  #if calc.rem(n, 3) == 0 [
    #table(columns: 4, table.header([Scheme], [Plan], [Spend], [Note]), ..range(32).map(x => [#x]))
  ]
  #if n < {pages} - 1 { pagebreak() }
]
"""
JOIN_BY_PYPDF = """
import sys
from pypdf import PdfReader, PdfWriter
writer = PdfWriter()
for file in sys.argv[3:]:
    writer.append(file)
if sys.argv[2]:
    for page, stamp in zip(writer.pages, PdfReader(sys.argv[2]).pages):
        page.merge_page(stamp)
writer.write(sys.argv[1])
"""
STAMPS = """
#set text(font: "Inter", size: 10pt)
#for n in range(1, {pages} + 1) [
  #place(bottom + right)[Page #n]
  #if n < {pages} { pagebreak() }
]
"""


def set_by_typst(folder: Path, text: str, standard: Literal["ua-1", "1.7"]) -> bytes:
    source = folder / "source.typ"
    source.write_text(text, encoding="utf-8")
    content = typst.compile(
        source,
        font_paths=[shipped("fonts")],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=[standard],
    )
    assert isinstance(content, bytes)
    return content


def make_papers(folder: Path) -> list[Path]:
    content = set_by_typst(folder, PAPER.replace("{pages}", str(PAGES)), "ua-1")
    files = [folder / f"paper-{number:02d}.pdf" for number in range(PAPERS)]
    for file in files:
        file.write_bytes(content)
    with pikepdf.open(files[0]) as pdf:
        assert len(pdf.pages) == PAGES, len(pdf.pages)
    return files


def told_by(command: list[str], part: str) -> Callable[[], float]:
    """A measure: the seconds that a fresh process says a part of its work took."""

    def measure() -> float:
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return next(float(line.split()[1]) for line in said.splitlines() if line.startswith(part))

    return measure


def rivals(folder: Path, files: list[Path]) -> dict[str, Callable[[], float]]:
    make = [sys.executable, str(MAKE), str(folder)]
    found = {
        OURS: whole_process(make),
        JOINED: told_by(make, "joined"),
        GUARDED: told_by([*make, "guarded"], "guarded"),
    }
    names = [str(file) for file in files]
    if (qpdf := shutil.which("qpdf")) is not None:
        found[QPDF] = whole_process([qpdf, "--empty", "--pages", *names, "--", str(folder / "qpdf.pdf")])
    else:
        print("qpdf is not on this machine (Debian: apt-get install qpdf): left out.")
    if importlib.util.find_spec("pypdf") is not None:
        stamps = folder / "stamps.pdf"
        stamps.write_bytes(set_by_typst(folder, STAMPS.replace("{pages}", str(PAPERS * PAGES)), "1.7"))
        join = [sys.executable, "-c", JOIN_BY_PYPDF, str(folder / "pypdf.pdf")]
        found[PYPDF] = whole_process([*join, "", *names])
        found[PYPDF_STAMPED] = whole_process([*join, str(stamps), *names])
    else:
        print("pypdf is not installed here (pip install pypdf): left out.")
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = make_papers(folder)
        found = rivals(folder, files)
        found[OURS]()  # alone first: the largest child so far is then ours
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        against = QPDF if QPDF in found else OURS
        aims = {OURS: 4.0, JOINED: 4.0} if against == QPDF else {}
        print(report(side_by_side(found, rounds=ROUNDS), against=against, aims=aims))
        print(f"Largest memory of making a pack: {peak:.0f} MB (aim: under 300)")
        ours = (folder / "ours.pdf").read_bytes()
        failures = page.validate_pdf_bytes(ours, profile=page.ValidationProfile.PDF_UA_1).failures
        print(f"The pack has {len(ours) / 1e6:.1f} MB and {len(failures)} faults by PDF/UA-1")


if __name__ == "__main__":
    main()
