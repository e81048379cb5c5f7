"""A Word paper as PDF, where this machine has Word or LibreOffice; else the person is asked for the PDF.

Word goes first where both are there: the author saw the paper in it, so its lines and pages break as they did
there, and references to its pages stay true. Where Word fails, LibreOffice is tried.
"""

from collections.abc import Sequence
from pathlib import Path

from boardtool.data.pdf import by_libreoffice, by_word
from boardtool.data.pdf.turning import NotTurnedError, Turner
from boardtool.data.writing_files import write_whole
from boardtool.domain.errors import InputRefusedError

ENDINGS = frozenset({".docx", ".doc", ".odt", ".rtf"})


def turners() -> tuple[Turner, ...]:
    """The programs of this machine that turn Word papers into PDF, the one to ask first at the front."""
    return in_order(by_word.installed(), by_libreoffice.installed())


def in_order(word: Turner | None, libreoffice: Turner | None) -> tuple[Turner, ...]:
    return tuple(each for each in (word, libreoffice) if each is not None)


def as_pdf(paper: Path, *, name: str) -> Path:
    """The PDF of a paper of the library: itself, or beside a Word file the one made of it.

    Raises:
        InputRefusedError: it is neither PDF nor Word, or Word cannot be turned into PDF here.
        MachineError: the PDF cannot be kept beside it.
    """
    ending = paper.suffix.lower()
    if ending == ".pdf":
        return paper
    if ending not in ENDINGS:
        raise InputRefusedError(f"{name} is a file of the kind “{ending}”. Ask for it as PDF.")
    made = paper.with_suffix(".pdf")
    if not made.is_file():
        write_whole(made, _turned(paper, turners(), name))
    return made


def _turned(paper: Path, programs: Sequence[Turner], name: str) -> bytes:
    """The PDF by the first program that makes one; where none does, what the first said."""
    said: list[NotTurnedError] = []
    for program in programs:
        try:
            return program.turn(paper)
        except NotTurnedError as failure:
            said.append(failure)
    if not said:
        raise InputRefusedError(
            f"{name} is a Word file, and neither Word nor LibreOffice is on this machine to turn it into PDF."
            " Save it as PDF from Word and drop that."
        )
    raise InputRefusedError(f"{name} {said[0]} Save it as PDF from Word and drop that.") from said[0]
