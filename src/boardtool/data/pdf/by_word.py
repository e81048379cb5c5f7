"""Microsoft Word turns Word papers into PDF: found in the registry, driven by Windows' own PowerShell.

Nothing here imports Windows' interfaces: a script of ours that PowerShell runs (`resources/word`) speaks to
Word, and says in lines of ASCII how far it came. Word gets a copy of the paper: the one kept is never locked.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from boardtool.data.pdf.turning import TIME_LIMIT, NotTurnedError
from boardtool.data.resources import resource

SCRIPT = "word/paper_to_pdf.ps1"
COM_CLASS = r"HKEY_CLASSES_ROOT\Word.Application\CLSID"
PROGRAM = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\Winword.exe"

_NOT_DRIVEN = (
    "could not be turned into PDF: Word could not be started by boardtool. "
    "A rule of this machine may forbid it, or Word waits to be signed in to."
)
_REFUSED = {
    "start": _NOT_DRIVEN,
    "password": "is protected by a password. Ask for it without one.",
    "open": "could not be turned into PDF: Word cannot open it. It may be damaged.",
    "export": "could not be turned into PDF: Word opened it, but could not write its pages.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the script said: the process of the Word that it started, whether it came through, what failed."""

    word: int | None = None
    done: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class MicrosoftWord:
    """`powershell` is the program that runs our script."""

    powershell: Path
    time_limit_s: float = TIME_LIMIT

    @property
    def name(self) -> str:
        return "Word"

    def turn(self, paper: Path) -> bytes:
        """The PDF of a paper.

        Raises:
            NotTurnedError: Word asks for a password, cannot open it, cannot be driven, or takes too long.
        """
        try:
            with tempfile.TemporaryDirectory(prefix="boardtool-word-", ignore_cleanup_errors=True) as folder:
                source = Path(folder).resolve() / f"boardtool-paper{paper.suffix.lower()}"
                target = source.with_name("boardtool-paper.pdf")
                shutil.copyfile(paper, source)
                self._ask(source, target)
                return _read(target)
        except OSError as error:
            why = error.strerror or str(error)
            raise NotTurnedError(f"could not be turned into PDF by Word: {why}.") from error

    def _ask(self, source: Path, target: Path) -> None:
        """Let the script run to its end, or to ours; only the Word that it started is ended with it."""
        process = subprocess.Popen(  # noqa: S603 - Windows' own PowerShell, with our script
            command(self.powershell, resource(SCRIPT), source, target),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        in_time = True
        try:
            said, _ = process.communicate(timeout=self.time_limit_s)
        except subprocess.TimeoutExpired:
            in_time = False
            process.kill()
            said, _ = process.communicate()
        told = read(said)
        ended = told.done or bool(told.refused)
        if told.word is not None and not (in_time and ended):
            with suppress(OSError):  # it ended by itself meanwhile
                os.kill(told.word, signal.SIGTERM)
        if told.done:
            return
        if not in_time and not ended:
            limit = f"{self.time_limit_s:.0f} seconds"
            raise NotTurnedError(f"could not be turned into PDF: Word did not come to an end in {limit}.")
        raise NotTurnedError(_REFUSED.get(told.refused, _NOT_DRIVEN))


def command(powershell: Path, script: Path, source: Path, target: Path) -> list[str]:
    """The command line; with -File the names are taken as they are, never read as code.

    The policy for scripts is lifted for this process alone, because Windows' default lets none run; one that
    administrators set for the machine stands above that, and is heeded.
    """
    quietly = ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
    return [
        str(powershell), *quietly, "-File", str(script), "-Source", str(source), "-Target", str(target),
    ]  # fmt: skip


def read(said: bytes) -> Told:
    """What the script said, by its lines; those that are not ours are passed over."""
    word, done, refused = None, False, ""
    for line in said.decode("ascii", errors="replace").splitlines():
        match line.split():
            case ["word", number] if number.isdecimal():
                word = int(number)
            case ["done"]:
                done = True
            case ["refused", step, *_]:
                refused = step
    return Told(word, done, refused)


def is_there(value_of: Callable[[str], str]) -> bool:
    """Whether Word can be driven, by values of the registry; "" stands for a key that is not there.

    Its class must be registered; where the registry also says which program it is, that must be there, for a
    class may outlive the Word that was removed.
    """
    program = os.path.expandvars(value_of(PROGRAM).strip().strip('"'))
    return bool(value_of(COM_CLASS)) and (not program or Path(program).is_file())


def installed() -> MicrosoftWord | None:
    """The Word of this machine; None where there is none."""
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", "C:/Windows"))
        powershell = windows / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
        if powershell.is_file() and is_there(_registered):
            return MicrosoftWord(powershell)
    return None


def _registered(key: str) -> str:
    """The default value of a key of the registry."""
    if sys.platform == "win32":
        import winreg

        root, _, path = key.partition("\\")
        with suppress(OSError):
            return winreg.QueryValue(getattr(winreg, root), path)
    return ""


def _read(target: Path) -> bytes:
    content = target.read_bytes()
    if not content.startswith(b"%PDF-"):
        raise NotTurnedError("could not be turned into PDF: what Word wrote is no PDF.")
    return content
