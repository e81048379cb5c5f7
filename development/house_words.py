"""The words that our own documents are made of, for the scan for exempt matter: none of them is a secret.

`python -m development.house_words` writes resources/leak-scan/house-words.txt again, when a template changed.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from boardtool.data.leak_scan.files import everything_in
from boardtool.data.leak_scan.words import SHORTEST_IN_BINARY, telling, words_in, words_in_bytes

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "leak-scan" / "house-words.txt"
ROOMS = (
    "domain/documents",
    "domain/briefing.py",
    "domain/clearance.py",
    "domain/excluding.py",
    "domain/quorum.py",
    "domain/requests_to_address.py",
    "domain/dates.py",
    "domain/pack/contents.py",
    "domain/meetings.py",
    "domain/exempt.py",
    "data/documents",
    "data/pack",
    "data/excel/writing.py",
    "data/calendar",
)


def house_words() -> list[str]:
    """Words of the code that writes, of its templates, and of bare files as the libraries write them."""
    found: set[str] = set()
    for room in ROOMS:
        place = ROOT / "src" / "boardtool" / room
        for file in (place,) if place.is_file() else place.rglob("*.py"):
            for text in _said_in_code(file):
                found.update(telling(words_in(text)))
    for file in (*(ROOT / "resources" / "typst").glob("*.typ"), *(ROOT / "resources" / "docx").glob("*.xml")):
        found.update(telling(words_in(file.read_text(encoding="utf-8"))))
    for content, ending in _bare_files():
        for said in everything_in(content, ending):
            found.update(telling(words_in(said.text)))
            found.update(telling(words_in_bytes(said.content), shortest=SHORTEST_IN_BINARY))
    return sorted(word for word in found if word.isascii() and word.isalpha())


def _said_in_code(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    # What stands by itself describes: the code, a function, a constant. No document says it.
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
            yield node.value


def _bare_files() -> Iterator[tuple[bytes, str]]:
    from datetime import date

    from boardtool.data.documents.writing import document_bytes
    from boardtool.domain.documents import (
        ActionLogPaper,
        AgendaPaper,
        Audience,
        LoggedAction,
        NoticePaper,
        Sitting,
    )

    sitting = Sitting("", "B", date(2022, 9, 6), "13:30", "")
    agenda = AgendaPaper(sitting, Audience.PUBLIC)
    log = ActionLogPaper("", "B", sitting.date, Audience.PUBLIC, (LoggedAction("060922/01", "A"),))
    notice = NoticePaper(sitting)
    yield document_bytes(notice, ".html"), ".html"
    for paper, ending in ((agenda, ".pdf"), (agenda, ".docx"), (log, ".pdf"), (log, ".docx"), (log, ".xlsx")):
        yield document_bytes(paper, ending), ending


def main() -> None:
    TARGET.write_text("\n".join(house_words()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
