"""Word is driven as its script promises: a stand-in for PowerShell writes, refuses, hangs, or is silent."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from boardtool.data.pdf.by_word import (
    COM_CLASS,
    PROGRAM,
    SCRIPT,
    MicrosoftWord,
    Told,
    command,
    installed,
    is_there,
    read,
)
from boardtool.data.pdf.turning import NotTurnedError
from boardtool.data.resources import resource

needs_a_shebang = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is started by its shebang")

STAND_IN = """#!{python}
import subprocess, sys, time
from pathlib import Path
given = dict(zip(sys.argv[-4::2], sys.argv[-3::2]))
source, target = Path(given["-Source"]), Path(given["-Target"])
Path({noted!r}).write_text("\\n".join([str(source), source.read_text(), *sys.argv[1:]]))
def say(line): print(line, flush=True)
def start_word():
    word = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    Path({word!r}).write_text(str(word.pid))
    say("word %s" % word.pid)
    return word
{does}
"""
WRITES = "say('word 999999999'); target.write_bytes(b'%PDF-1.7 made'); say('done')"
TRIES_TO_WRITE_THE_SOURCE = "source.write_text('changed'); target.write_bytes(b'%PDF-1.7'); say('done')"
HANGS = "start_word(); time.sleep(60)"
HANGS_WHEN_IT_IS_DONE = (
    "word = start_word(); target.write_bytes(b'%PDF-1.7 made'); say('done'); time.sleep(60)"
)
DIES = "start_word(); sys.exit(3)"
LEAVES_WORD_TO_A_PERSON = "start_word(); target.write_bytes(b'%PDF-1.7 made'); say('done')"
REFUSES = {
    "password": "is protected by a password",
    "open": "Word cannot open it",
    "export": "could not write its pages",
    "start": "Word could not be started",
}


def standing_in(folder: Path, does: str, *, time_limit_s: float = 20.0) -> MicrosoftWord:
    program = folder / "powershell"
    text = STAND_IN.format(
        python=sys.executable, noted=str(folder / "noted"), word=str(folder / "word"), does=does
    )
    program.write_text(text)
    program.chmod(0o755)
    return MicrosoftWord(program, time_limit_s)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "Tom's $(rm) grant.DOCX"
    file.write_text("a paper")
    return file


def word_runs(folder: Path) -> bool:
    """Whether the Word that the stand-in started still runs; one that ended is seen to within a second."""
    pid = (folder / "word").read_text()
    for _ in range(20):
        state = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True, check=False)
        if not state.stdout.strip() or state.stdout.startswith("Z"):
            return False
        time.sleep(0.05)
    return True


@needs_a_shebang
def test_word_writes_the_pdf_of_a_copy(tmp_path: Path, paper: Path) -> None:
    assert standing_in(tmp_path, WRITES).turn(paper) == b"%PDF-1.7 made"
    source, content, *arguments = (tmp_path / "noted").read_text().splitlines()
    assert content == "a paper"
    assert Path(source).name == "boardtool-paper.docx"
    assert not Path(source).parent.exists()
    assert arguments[:5] == ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]


@needs_a_shebang
def test_the_paper_itself_is_never_touched(tmp_path: Path, paper: Path) -> None:
    standing_in(tmp_path, TRIES_TO_WRITE_THE_SOURCE).turn(paper)
    assert paper.read_text() == "a paper"


@needs_a_shebang
def test_a_word_that_hangs_is_ended_with_its_script(tmp_path: Path, paper: Path) -> None:
    started = time.monotonic()
    with pytest.raises(NotTurnedError, match="Word did not come to an end in 1 seconds"):
        standing_in(tmp_path, HANGS, time_limit_s=1.0).turn(paper)
    assert time.monotonic() - started < 15
    assert not word_runs(tmp_path)


@needs_a_shebang
def test_a_pdf_is_taken_from_a_word_that_hangs_in_closing(tmp_path: Path, paper: Path) -> None:
    word = standing_in(tmp_path, HANGS_WHEN_IT_IS_DONE, time_limit_s=1.0)
    assert word.turn(paper) == b"%PDF-1.7 made"
    assert not word_runs(tmp_path)


@needs_a_shebang
def test_where_the_script_dies_the_word_it_started_is_ended(tmp_path: Path, paper: Path) -> None:
    with pytest.raises(NotTurnedError, match="Word could not be started"):
        standing_in(tmp_path, DIES).turn(paper)
    assert not word_runs(tmp_path)


@needs_a_shebang
def test_a_word_that_the_script_leaves_is_a_persons_and_stays(tmp_path: Path, paper: Path) -> None:
    standing_in(tmp_path, LEAVES_WORD_TO_A_PERSON).turn(paper)
    assert word_runs(tmp_path)
    os.kill(int((tmp_path / "word").read_text()), 9)


@needs_a_shebang
@pytest.mark.parametrize("step", REFUSES)
def test_what_word_refuses_is_said(tmp_path: Path, paper: Path, step: str) -> None:
    with pytest.raises(NotTurnedError, match=REFUSES[step]):
        standing_in(tmp_path, f"say('refused {step} -2146822880')").turn(paper)


@needs_a_shebang
def test_a_machine_that_runs_no_scripts_is_said_to_forbid_it(tmp_path: Path, paper: Path) -> None:
    with pytest.raises(NotTurnedError, match="A rule of this machine may forbid it"):
        standing_in(tmp_path, "sys.exit(1)").turn(paper)


@needs_a_shebang
@pytest.mark.parametrize("does", ["say('done')", "target.write_text('no'); say('done')"])
def test_a_script_that_claims_what_is_not_there_is_not_believed(
    tmp_path: Path, paper: Path, does: str
) -> None:
    with pytest.raises(NotTurnedError, match="could not be turned into PDF"):
        standing_in(tmp_path, does).turn(paper)


def test_a_powershell_that_is_not_there_is_said(tmp_path: Path, paper: Path) -> None:
    with pytest.raises(NotTurnedError, match=r"No such file|cannot find"):
        MicrosoftWord(tmp_path / "nothing").turn(paper)


def test_names_are_arguments_and_never_code() -> None:
    line = command(Path("ps.exe"), Path("s.ps1"), Path("a'; rm.docx"), Path("b.pdf"))
    assert line[-6:] == ["-File", "s.ps1", "-Source", "a'; rm.docx", "-Target", "b.pdf"]
    assert "-Command" not in line


def test_what_the_script_says_is_read_line_by_line() -> None:
    assert read(b"Welcome to the council\r\nword 12\r\ndone\r\n") == Told(12, done=True)
    assert read("word zwölf\nrefused password -1".encode()) == Told(refused="password")
    assert read(b"") == Told()


def test_word_is_there_where_its_class_is_registered_and_its_program_lies(tmp_path: Path) -> None:
    program = tmp_path / "WINWORD.EXE"
    registry = {COM_CLASS: "{000209FF-0000-0000-C000-000000000046}", PROGRAM: f'"{program}"'}

    def there() -> bool:
        return is_there(lambda key: registry.get(key, ""))

    assert not there()  # the class outlived the program
    program.touch()
    assert there()
    del registry[PROGRAM]
    assert there()
    del registry[COM_CLASS]
    assert not there()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may have Word")
def test_elsewhere_there_is_no_word() -> None:
    assert installed() is None


def test_the_script_says_what_is_read_and_opens_as_it_must() -> None:
    """It runs on Windows alone; here its words and its settings are held against what is read of it."""
    content = resource(SCRIPT).read_bytes()
    script = content.decode(
        "ascii"
    )  # Windows PowerShell 5.1 reads a file without a mark as its own code page
    assert "Write-Output 'done'" in script
    assert 'Write-Output "word $($started[0])"' in script
    assert 'Write-Output "refused $step $number"' in script
    steps = {part.split("'")[0] for part in script.split("$step = '")[1:]}
    assert steps == set(REFUSES)
    for setting in (
        "$AlertsNone = 0 ",
        "$MacrosNever = 3 ",
        "$FormatPdf = 17 ",
        "$WrongPassword = 0x800A1520 ",
    ):
        assert setting in script
    assert 0x800A1520 == 0x800A0000 + 5408
    assert "Open($Source, $false, $true, $false, $NotThePassword)" in script
    assert "Invoke-Expression" not in script
    assert "Stop-Process" not in script
