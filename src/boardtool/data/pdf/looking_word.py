"""What a Word paper is found to hold that print does not show: tracked changes, comments, hidden text (H7).

It is turned into PDF by another program, so nothing may make that program fetch what lies elsewhere.

Runs in the reading process; the file is a stranger's.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from boardtool.data.pdf.report_lines import report_findings
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperFinding

MOST_BYTES = 100 * 1024 * 1024  # of all parts, unpacked
_WORD = "{*}"  # the language has two names: that of Word as it comes, and that of “Strict Open XML”
_CHANGED = ("ins", "del", "moveFrom", "moveTo")
_EMBEDDED = "word/embeddings/"
_MACROS = "word/vbaProject.bin"
_LINKED = ("/image", "/oleObject", "/subDocument", "/frame", "/aFChunk", "/video", "/audio")
_QUOTED = re.compile(r'"[^"]*"')
_FETCHES = re.compile(r"\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDE|DDEAUTO|LINK)\b", re.IGNORECASE)


def look_into_word(path: Path) -> list[PaperFinding]:
    """What is found in a .docx, as a file and as a report; one that cannot be read is said to be damaged."""
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                return [_block("not looked into", "It is too large when unpacked. Ask for it as a PDF.")]
            found = list(_found(parts))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError, EOFError):
        return [_block("damaged", "It is damaged or locked and cannot be read. Ask for it again.")]
    return found if any(each.kind == "damaged" for each in found) else [*found, *report_findings(path)]


def _found(parts: zipfile.ZipFile) -> Iterator[PaperFinding]:
    names = parts.namelist()
    if not any(name.startswith("word/document") for name in names):
        yield _block("damaged", "It is no Word file, though its name says so. Ask for it as PDF.")
        return
    texts = [_parsed(parts.read(name)) for name in names if _is_part(name, ".xml")]
    relations = [_parsed(parts.read(name)) for name in names if _is_part(name, ".rels")]
    if any(map(_fetches, texts)) or any(map(_is_linked, relations)):
        says = "It shows parts that lie elsewhere, which would be fetched when it is turned into PDF."
        yield _block("elsewhere", f"{says} Save it as PDF in Word and attach that.")
    yield from _unsettled(sum(map(_marks, texts), Counter[str]()))
    if any(name.startswith(_EMBEDDED) for name in names):
        says = "It holds other files, such as a whole workbook behind a table. The pack prints their picture."
        yield PaperFinding("attachments", Severity.WARN, says)
    if _MACROS in names:
        yield PaperFinding("scripts", Severity.WARN, "It holds macros. The pack leaves them out.")


def _unsettled(marks: Counter[str]) -> Iterator[PaperFinding]:
    """What is not as it will be printed, or not for the reader's eye."""
    if any(marks[mark] for mark in _CHANGED):
        says = "It has tracked changes, which print as well. Ask for it with all of them settled."
        yield _block("tracked changes", says)
    if marks["vanish"]:
        yield _block("hidden text", "It has hidden text, which any reader can show. Ask for it without.")
    if marks["comment"]:
        yield _block("comments", "It has comments, which name their authors. Ask for it without.")


def _is_part(name: str, ending: str) -> bool:
    return name.startswith("word/") and name.endswith(ending)


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def _is_linked(relations: etree._Element) -> bool:
    """Whether a part shows what lies outside the file; where links lead that are clicked is no matter."""
    return any(
        str(relation.get("Type", "")).endswith(_LINKED)
        for relation in relations
        if relation.get("TargetMode") == "External"
    )


def _fetches(root: etree._Element) -> bool:
    """Whether a field takes in a file or a picture; its instruction may be parted over runs."""
    said = "".join(str(element.text or "") for element in root.iter(f"{_WORD}instrText"))
    simple = " ".join(_said_of(element, "instr") for element in root.iter(f"{_WORD}fldSimple"))
    return bool(_FETCHES.search(_QUOTED.sub("", f"{said} {simple}")))


def _marks(root: etree._Element) -> Counter[str]:
    """How often each mark of the Word language stands in a part."""
    return Counter(
        etree.QName(element).localname
        for element in root.iter(*(f"{_WORD}{mark}" for mark in (*_CHANGED, "vanish", "comment")))
        if _said_of(element, "val") not in {"0", "false"}
    )


def _said_of(element: etree._Element, attribute: str) -> str:
    """An attribute, by its name in whichever of the two languages."""
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == attribute), ""
    )


def _block(kind: str, says: str) -> PaperFinding:
    return PaperFinding(kind, Severity.BLOCK, says)
