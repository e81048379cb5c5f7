#!/usr/bin/env python3
"""The one door to this checkout: prepare it, run it, check it, picture it, measure it, package it.

Standard library only, because it runs before anything is installed; Linux and Windows, Python 3.11 and later.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from development.environment import IMPORT_LINTER, LOCK, PYTHON, set_up
from development.guide import take_pictures
from development.programs import ROOT, StoppedError, call, say
from development.sample import OUT, SAMPLE, boardtool, need_sample, write_documents
from development.system import DRAWING, SCREEN, has_display, need_libraries, need_libreoffice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from development.programs import Command

SCREENSHOTS = OUT / "screenshots"


def run(arguments: Sequence[str]) -> int:
    need_libraries(DRAWING if not os.environ.get("DISPLAY") else {**DRAWING, **SCREEN})
    set_up()
    need_sample()
    if has_display():
        say(f"Opening the sample board in {SAMPLE} ...")
        return boardtool("--library", SAMPLE, *arguments)
    say(f"There is no display here, so the documents and pictures of the sample board go to {OUT}.")
    return max(write_documents(), screenshots([]))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold of the checkout, and the command that tells."""

    name: str
    command: Command


CHECKS = (
    Check("lint", (PYTHON, "-m", "ruff", "check")),
    Check("format", (PYTHON, "-m", "ruff", "format", "--check")),
    Check("types", (PYTHON, "-m", "mypy")),
    Check("imports", (IMPORT_LINTER,)),
)


def test(arguments: Sequence[str]) -> int:
    """Run every check, also after a failure, so that one run shows everything; pytest has the last word."""
    need_libraries(DRAWING)
    need_libreoffice()
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


def guide(arguments: Sequence[str]) -> int:
    """Make the screenshots anew and put those that the guide shows beside it."""
    code = screenshots(arguments)
    if code == 0:
        say(f"{take_pictures(SCREENSHOTS)} pictures of the guide are new.")
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
    "guide": (guide, "the same, and those that the guide shows put into docs/pictures"),
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
