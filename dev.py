#!/usr/bin/env python3
"""The one door to this checkout: prepare it, run it, check it, picture it, measure it, package it.

Standard library only, because it runs before anything is installed; Linux and Windows, Python 3.11 and later.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Command = Sequence[str | Path]

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
OUT = ROOT / "out"
SAMPLE = OUT / "sample"
SCREENSHOTS = OUT / "screenshots"

WINDOWS = sys.platform == "win32"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "boardtool.stamp"

# What Qt's wheel expects of the system: the file it loads, and the Debian package that holds it.
DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Every document of the sample board: what is exported, for each of which, in which forms.
DOCUMENTS = (
    ("agenda", "meetings", "ref", ("docx", "pdf")),
    ("minutes", "meetings", "ref", ("docx", "pdf")),
    ("actions", "boards", "code", ("docx", "pdf", "xlsx")),
)
NOTHING_TO_EXPORT = 3  # exit code of `boardtool` for "read and refused", such as minutes not yet taken


class StoppedError(Exception):
    """Something outside this checkout must be put right first; the sentence says what."""


def say(sentence: str) -> None:
    print(sentence, flush=True)


def call(command: Command, extra: Mapping[str, str] | None = None) -> int:
    """Run a program in the checkout, its output going straight to the terminal; its exit code comes back."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(extra or {})}, check=False).returncode


def must(command: Command) -> None:
    if code := call(command):
        raise StoppedError(f"This did not work (exit code {code}): {shlex.join(map(str, command))}")


# The system


def has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_display() -> dict[str, str]:
    """The environment in which Qt draws into memory; on a machine with a screen nothing is changed."""
    return {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def need_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages where that is allowed to us; elsewhere stop and give the command."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise StoppedError(f"{why} Install it with:\n  sudo {shlex.join(install)}")
    say(f"{why} Installing {' '.join(packages)} ...")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    must(["apt-get", "update", "-q"])
    must(install)


def need_libraries(libraries: Mapping[str, str]) -> None:
    """See that Qt finds what it loads from a Linux system."""
    if sys.platform != "linux":
        return
    missing = [name for name in libraries if not loads(name)]
    if not missing:
        return
    why = f"Qt needs libraries that this system lacks: {', '.join(missing)}."
    if shutil.which("apt-get"):
        need_packages([libraries[name] for name in missing], why)
    else:
        wanted = shlex.join(f"{name}()(64bit)" for name in missing)
        raise StoppedError(f"{why} On Fedora, Red Hat or SUSE:\n  sudo dnf install {wanted}")


# The environment


def wanted() -> str:
    """What the environment must have been made from: the lock, the project file and this Python."""
    facts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        if not shutil.which("apt-get"):
            raise StoppedError("This Python cannot make a virtual environment: its ensurepip is missing.")
        need_packages(["python3-venv"], "This Python cannot make a virtual environment without python3-venv.")
    say(f"Making the environment in {VENV} ...")
    must([sys.executable, "-m", "venv", "--clear", VENV])


def made_by_this_python() -> bool:
    notes = VENV / "pyvenv.cfg"
    return PYTHON.exists() and f"version = {platform.python_version()}" in notes.read_text(encoding="utf-8")


def set_up() -> None:
    """Make `.venv` hold the pinned set and this checkout; at once when it already does."""
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted():
        return
    if not made_by_this_python():
        make_venv()
    say("Installing the pinned set (about a minute the first time) ...")
    pip: Command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK])
    must([*pip, "--no-index", "--no-deps", "--no-build-isolation", "-e", ROOT])
    STAMP.write_text(wanted(), encoding="utf-8")


def boardtool(*arguments: str | Path) -> int:
    return call([PYTHON, "-m", "boardtool", *arguments], without_display())


def need_sample() -> None:
    if not (SAMPLE / "board.db").exists():
        must([PYTHON, "-m", "boardtool", "init", SAMPLE, "--sample"])


# The verbs


def run(arguments: Sequence[str]) -> int:
    need_libraries(DRAWING if not os.environ.get("DISPLAY") else {**DRAWING, **SCREEN})
    set_up()
    need_sample()
    if has_display():
        say(f"Opening the sample board in {SAMPLE} ...")
        return boardtool("--library", SAMPLE, *arguments)
    say(f"There is no display here, so the documents and pictures of the sample board go to {OUT}.")
    return write_documents() or screenshots([])


def listed(kind: str, key: str) -> list[str]:
    command: Command = [PYTHON, "-m", "boardtool", "--library", SAMPLE, "list", kind, "--json"]
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return [str(row[key]) for row in json.loads(answer)[kind]]


def write_documents() -> int:
    """Export every document of the sample board into `out/documents`; the worst exit code comes back."""
    folder = OUT / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    codes = [0]
    for document, kind, key, forms in DOCUMENTS:
        for name in listed(kind, key):
            for form in forms:
                target = folder / f"{name.replace('/', ' ')} {document}.{form}"
                codes.append(boardtool("--library", SAMPLE, "export", document, name, "-o", target))
    say(f"{codes.count(0) - 1} documents are in {folder}.")
    return max(code for code in codes if code != NOTHING_TO_EXPORT)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold of the checkout, and the command that tells."""

    name: str
    command: Command


CHECKS = (
    Check("lint", (PYTHON, "-m", "ruff", "check")),
    Check("format", (PYTHON, "-m", "ruff", "format", "--check")),
    Check("types", (PYTHON, "-m", "mypy")),
    Check("imports", (PROGRAMS / "lint-imports",)),
)


def test(arguments: Sequence[str]) -> int:
    """Run every check, also after a failure, so that one run shows everything; pytest has the last word."""
    need_libraries(DRAWING)
    set_up()
    failed = []
    for check in CHECKS:
        say(f"\n== {check.name}")
        started = time.monotonic()
        if call(check.command):
            failed.append(check.name)
        say(f"== {check.name}: {time.monotonic() - started:.1f} s")
    passed = [check.name for check in CHECKS if check.name not in failed]
    say(f"\nHeld: {', '.join(passed) or 'none'}. Failed: {', '.join(failed) or 'none'}.\n\n== tests")
    if call([PYTHON, "-m", "pytest", *arguments]):
        failed.append("tests")
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def screenshots(arguments: Sequence[str]) -> int:
    need_libraries(DRAWING)
    set_up()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    command: Command = [PYTHON, "-m", "boardtool.ui.pictures", SCREENSHOTS, *arguments]
    code = call(command, {"QT_QPA_PLATFORM": "offscreen"})
    say(f"The pictures are in {SCREENSHOTS}." if code == 0 else "The pictures could not all be made.")
    return code


def bench(arguments: Sequence[str]) -> int:
    """Run every benchmark, or those named; each prints its own figures side by side."""
    need_libraries(DRAWING)
    set_up()
    need_sample()
    there = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("[!_]*.py"))}
    unknown = [name for name in arguments if name not in there]
    if unknown:
        raise StoppedError(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(there)}.")
    codes = []
    for name in arguments or there:
        say(f"\n== {name.replace('_', ' ')}")
        codes.append(
            call([PYTHON, there[name]], {"QT_QPA_PLATFORM": "offscreen", "BOARDTOOL_LIBRARY": str(SAMPLE)})
        )
    return max(codes)


def soak(arguments: Sequence[str]) -> int:
    need_libraries(DRAWING)
    set_up()
    return call([PYTHON, "-m", "pytest", "-m", "soak", *arguments], {"BOARDTOOL_SOAK": "1"})


def package(arguments: Sequence[str]) -> int:
    need_libraries(DRAWING)
    set_up()
    return call([PYTHON, ROOT / "packaging" / "one_folder.py", *arguments])


def lock(arguments: Sequence[str]) -> int:
    """Make the lock again; `--upgrade` takes newer versions. It names no place to download from."""
    set_up()
    options = ["--universal", "--python-version", "3.11", "--only-binary", ":all:", "--generate-hashes"]
    silence = ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"]
    compile_: Command = [PYTHON, "-m", "uv", "pip", "compile", "pyproject.toml", "--group", "dev"]
    code = call([*compile_, *options, *silence, *arguments, "-o", LOCK.name])
    if "://" in LOCK.read_text(encoding="utf-8"):
        raise StoppedError(
            f"{LOCK.name} names a place to download from; it must hold versions and hashes only."
        )
    return code


def tidy(arguments: Sequence[str]) -> int:
    set_up()
    return call([PYTHON, "-m", "ruff", "format", *arguments]) or call(
        [PYTHON, "-m", "ruff", "check", "--fix"]
    )


VERBS: Mapping[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "run": (run, "open boardtool on the sample board; without a display, write its documents and pictures"),
    "test": (test, "lint, format, types, import contracts and all tests; more words go to pytest"),
    "screenshots": (screenshots, "a picture of every page and dialog, light and dark, at 100 % and 200 %"),
    "bench": (bench, "the benchmarks, or those named"),
    "soak": (soak, "the tests that take minutes"),
    "package": (package, "the one-folder build for this platform, tried by its own self test"),
    "lock": (lock, "make requirements.lock again; --upgrade for newer versions"),
    "format": (tidy, "lay the code out and mend what lint can mend"),
}


def overview() -> str:
    lines = [f"  {verb:<12} {sentence}" for verb, (_, sentence) in VERBS.items()]
    return "\n".join(["python dev.py VERB", "", *lines])


def main(words: Sequence[str]) -> int:
    if not words or words[0] in {"-h", "--help", "help"}:
        say(overview())
        return 0
    if words[0] not in VERBS:
        say(f"There is no verb '{words[0]}'.\n\n{overview()}")
        return 2
    try:
        return VERBS[words[0]][0](words[1:])
    except StoppedError as error:
        say(str(error))
        return 2


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - dev.py is started by whatever Python is at hand
        sys.exit("boardtool needs Python 3.11 or later.")
    sys.exit(main(sys.argv[1:]))
