"""The sample board in `out/`, and every document that boardtool can write of it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from development.environment import PYTHON
from development.programs import ROOT, call, must, say
from development.system import without_display

if TYPE_CHECKING:
    from pathlib import Path

    from development.programs import Command

OUT = ROOT / "out"
SAMPLE = OUT / "sample"

NOTHING_TO_EXPORT = 3  # exit code of `boardtool` for "read and refused", such as minutes not yet taken


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document that boardtool writes of each meeting or each board."""

    kind: str
    of: str
    forms: tuple[str, ...]


DOCUMENTS = (
    Document("agenda", "meetings", ("docx", "pdf")),
    Document("minutes", "meetings", ("docx", "pdf")),
    Document("resolutions", "meetings", ("docx", "pdf")),
    Document("actions", "boards", ("docx", "pdf", "xlsx")),
)
KEYS = {"meetings": "ref", "boards": "code"}


def boardtool(*arguments: str | Path) -> int:
    return call([PYTHON, "-m", "boardtool", *arguments], without_display())


def need_sample() -> None:
    if not (SAMPLE / "board.db").exists():
        must([PYTHON, "-m", "boardtool", "init", SAMPLE, "--sample"])


def listed(kind: str) -> list[str]:
    """The names by which the command knows every meeting or board of the sample."""
    command: Command = [PYTHON, "-m", "boardtool", "--library", SAMPLE, "list", kind, "--json"]
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return [str(row[KEYS[kind]]) for row in json.loads(answer)[kind]]


def write_documents() -> int:
    """Export every document of the sample board into `out/documents`; the worst exit code comes back.

    What a meeting does not have yet, such as minutes, is refused by the command and is no failure.
    """
    folder = OUT / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    subjects = {kind: listed(kind) for kind in KEYS}
    codes = []
    for document in DOCUMENTS:
        for subject, form in product(subjects[document.of], document.forms):
            target = folder / f"{subject.replace('/', ' ')} {document.kind}.{form}"
            codes.append(boardtool("--library", SAMPLE, "export", document.kind, subject, "-o", target))
    say(f"{codes.count(0)} documents are in {folder}.")
    return max(code for code in [0, *codes] if code != NOTHING_TO_EXPORT)
