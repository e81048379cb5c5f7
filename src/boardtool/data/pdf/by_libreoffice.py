"""LibreOffice turns Word papers into PDF: found on this machine, and run aside with a profile of its own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from boardtool.data.pdf.turning import TIME_LIMIT, NotTurnedError

_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_WINDOWS_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """`program` is its soffice."""

    program: Path
    time_limit_s: float = TIME_LIMIT

    @property
    def name(self) -> str:
        return "LibreOffice"

    def turn(self, paper: Path) -> bytes:
        """The PDF of a paper.

        Raises:
            NotTurnedError: it could not, or took too long.
        """
        with tempfile.TemporaryDirectory(prefix="boardtool-word-", ignore_cleanup_errors=True) as folder:
            command = [
                str(self.program),
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
                _run(command, self.time_limit_s)
                return Path(folder, f"{paper.stem}.pdf").read_bytes()
            except (subprocess.SubprocessError, OSError) as error:
                raise NotTurnedError("could not be turned into PDF by LibreOffice.") from error


def _run(command: list[str], time_limit_s: float) -> None:
    """Let it run to its end, or to ours: soffice starts a process that does the work, and both are ended.

    Raises:
        SubprocessError: it failed, or took too long.
    """
    process = subprocess.Popen(  # noqa: S603 - LibreOffice, found by `installed`
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        if process.wait(time_limit_s):
            raise subprocess.CalledProcessError(process.returncode, command)
    except subprocess.TimeoutExpired:
        _end_whole(process)
        raise


def _end_whole(process: "subprocess.Popen[bytes]") -> None:
    """End a process with all that it started."""
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
        subprocess.run(  # noqa: S603 - Windows' own program
            [str(taskkill), "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def installed() -> LibreOffice | None:
    """The LibreOffice of this machine; None where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is not None:
        return LibreOffice(Path(found))
    if sys.platform == "win32":
        return next((LibreOffice(place) for place in _WINDOWS_PLACES if place.is_file()), None)
    return None
