"""A Word paper as PDF, where LibreOffice is on this machine; else the person is asked for the PDF."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from boardtool.domain.errors import InputRefusedError

ENDINGS = frozenset({".docx", ".doc", ".odt", ".rtf"})
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_TIME_LIMIT = 120  # seconds
_WINDOWS_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)


def converter() -> Path | None:
    """The program that turns Word into PDF; None where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is not None:
        return Path(found)
    if sys.platform == "win32":
        return next((place for place in _WINDOWS_PLACES if place.is_file()), None)
    return None


def as_pdf(paper: Path, *, name: str) -> Path:
    """The PDF of a paper of the library: itself, or beside a Word file the one made of it.

    Raises:
        InputRefusedError: it is neither PDF nor Word, or Word cannot be turned into PDF here.
    """
    ending = paper.suffix.lower()
    if ending == ".pdf":
        return paper
    if ending not in ENDINGS:
        raise InputRefusedError(f"{name} is a file of the kind “{ending}”. Ask for it as PDF.")
    made = paper.with_suffix(".pdf")
    if not made.is_file():
        _turn(paper, made, name)
    return made


def _turn(paper: Path, target: Path, name: str) -> None:
    program = converter()
    if program is None:
        raise InputRefusedError(
            f"{name} is a Word file, and there is no LibreOffice on this machine to turn it into PDF. "
            "Save it as PDF in Word and attach that."
        )
    with tempfile.TemporaryDirectory(prefix="boardtool-word-") as folder:
        command = [
            str(program),
            "--headless",
            "--norestore",
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--convert-to",
            _TAGGED,
            "--outdir",
            folder,
            str(paper),
        ]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=_TIME_LIMIT)  # noqa: S603 - LibreOffice, found above
            shutil.move(Path(folder, f"{paper.stem}.pdf"), target)
        except (subprocess.SubprocessError, OSError) as error:
            raise InputRefusedError(
                f"{name} could not be turned into PDF by LibreOffice. Save it as PDF and attach that."
            ) from error
