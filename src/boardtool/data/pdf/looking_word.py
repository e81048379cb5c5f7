"""What a Word paper is found to hold that print does not show: tracked changes, comments, hidden text (H7).

Runs in the reading process; the file is a stranger's.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperFinding

MOST_BYTES = 100 * 1024 * 1024  # of all parts, unpacked
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGED = ("ins", "del", "moveFrom", "moveTo")
_EMBEDDED = "word/embeddings/"


def look_into_word(path: Path) -> list[PaperFinding]:
    """What is found in a .docx; one that cannot be read is said to be damaged."""
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                return [_block("not looked into", "It is too large when unpacked. Ask for it as a PDF.")]
            return list(_found(parts))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError, EOFError):
        return [_block("damaged", "It is damaged or locked and cannot be read. Ask for it again.")]


def _found(parts: zipfile.ZipFile) -> Iterator[PaperFinding]:
    names = parts.namelist()
    marks: Counter[str] = Counter()
    for name in names:
        if name.startswith("word/") and name.endswith(".xml"):
            marks += _marks(parts.read(name))
    if any(marks[mark] for mark in _CHANGED):
        says = "It has tracked changes, which print as well. Ask for it with all of them settled."
        yield _block("tracked changes", says)
    if marks["vanish"]:
        yield _block("hidden text", "It has hidden text, which any reader can show. Ask for it without.")
    if marks["comment"]:
        yield _block("comments", "It has comments, which name their authors. Ask for it without.")
    if any(name.startswith(_EMBEDDED) for name in names):
        says = "It holds other files, such as a whole workbook behind a table. The pack prints their picture."
        yield PaperFinding("attachments", Severity.WARN, says)


def _marks(content: bytes) -> Counter[str]:
    """How often each mark of the Word language stands in a part."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(content, parser)
    return Counter(
        str(element.tag).removeprefix(_WORD)
        for element in root.iter(*(f"{_WORD}{mark}" for mark in (*_CHANGED, "vanish", "comment")))
        if element.get(f"{_WORD}val") not in {"0", "false"}
    )


def _block(kind: str, says: str) -> PaperFinding:
    return PaperFinding(kind, Severity.BLOCK, says)
