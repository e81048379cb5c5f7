"""What may enter as Word: a file is judged by its content and its size before any of it is read."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool.domain.errors import InputRefusedError, MachineError

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1024 * 1024
FILE_LIMIT = 50 * MEGABYTE  # minutes with pictures in them
PART_LIMIT = 40 * MEGABYTE  # text of one part, unpacked
PARTS = 2000
_LONGEST_NUMBER = 9

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DOCUMENT_KIND = "/relationships/officeDocument"
_SAVE_AS = "open it in Word and save it as a Word document (.docx)"
_OTHER_KINDS = (
    (b"%PDF", "This is a PDF, not a Word document: ask for the Word file it was made from."),
    (b"{\\rtf", f"This is rich text (RTF), not a Word document: {_SAVE_AS}."),
    (b"\x89PNG", "This is a picture, not a Word document."),
    (b"\xff\xd8\xff", "This is a picture, not a Word document."),
)


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of a document that hold minutes, parsed; a part that is not there is None."""

    document: "_Element"
    styles: "_Element | None"
    numbering: "_Element | None"
    has_comments: bool


def open_parts(path: Path) -> WordParts:
    """The parts of a Word document; macros, pictures and whatever else is in it are not looked at.

    Raises:
        InputRefusedError: not a Word document, too large, password-protected or damaged.
        MachineError: the disk does not give it.
    """
    try:
        _refuse_by_content(path)
        with zipfile.ZipFile(path) as archive:
            return _parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, ValueError) as error:
        raise _damaged() from error
    except OSError as error:
        raise MachineError(f"{path} could not be read: {error.strerror or error}.") from error


def _refuse_by_content(path: Path) -> None:
    if path.is_dir():
        raise InputRefusedError(f"“{path.resolve().name}” is a folder, not a file: name the file in it.")
    if not path.is_file():
        raise InputRefusedError(f"There is no file {path}.")
    size = path.stat().st_size
    if size == 0:
        raise InputRefusedError("The file is empty: nothing is in it.")
    if size > FILE_LIMIT:
        raise InputRefusedError("The file is larger than 50 MB: it was not opened.")
    with path.open("rb") as file:
        start = file.read(8)
    for mark, sentence in _OTHER_KINDS:
        if start.startswith(mark):
            raise InputRefusedError(sentence)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise _what_ole_is(path.read_bytes())
    if not start.startswith(b"PK"):
        raise InputRefusedError(f"This is not a Word document: {_SAVE_AS}.")


def _what_ole_is(content: bytes) -> InputRefusedError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return InputRefusedError(
            "The file is protected with a password: take the password off in Word, save it, and try again."
        )
    return InputRefusedError(f"This is an old Word document (.doc) or another old Office file: {_SAVE_AS}.")


def _parts(archive: zipfile.ZipFile) -> WordParts:
    names = archive.namelist()
    if len(names) > PARTS:
        raise InputRefusedError("The file has more parts than a document ever has: it was not opened.")
    main = _main_part(archive)
    folder = main.rpartition("/")[0]
    document = _parsed(archive, main)
    if document is None or not document.tag.startswith((W, _STRICT_W)):
        raise InputRefusedError("This is not a Word document: it is another kind of Office file or archive.")
    if document.tag.startswith(_STRICT_W):
        raise InputRefusedError(
            f"This is a document in the strict form of Word: {_SAVE_AS}, not as Strict Open XML."
        )
    return WordParts(
        document=document,
        styles=_parsed(archive, f"{folder}/styles.xml"),
        numbering=_parsed(archive, f"{folder}/numbering.xml"),
        has_comments=f"{folder}/comments.xml" in names,
    )


def _main_part(archive: zipfile.ZipFile) -> str:
    """Where the document is: the package says it, and it is not always word/document.xml."""
    relations = _parsed(archive, "_rels/.rels")
    if relations is not None:
        for relation in relations:
            if relation.get("Type", "").endswith(_DOCUMENT_KIND):
                return relation.get("Target", "").lstrip("/")
    raise InputRefusedError("This is not a Word document: it is another kind of archive.")


def _parsed(archive: zipfile.ZipFile, name: str) -> "_Element | None":
    from lxml import etree

    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.flag_bits & 1:
        raise InputRefusedError("The file is protected with a password: take it off in Word and try again.")
    with archive.open(entry) as part:
        content = part.read(PART_LIMIT + 1)
    if len(content) > PART_LIMIT:
        raise InputRefusedError(
            "The file is too large when unpacked (the limit is 40 MB): it was not opened."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputRefusedError(
            "The file declares XML entities, which no Word document does: it was not read."
        )
    return root


def whole_number(element: "_Element | None", name: str, default: int) -> int:
    """The number in an attribute of Word; what is no number counts as not there."""
    written = element.get(f"{W}{name}", "") if element is not None else ""
    return (
        int(written)
        if written.isascii() and written.isdigit() and len(written) < _LONGEST_NUMBER
        else default
    )


def _damaged() -> InputRefusedError:
    return InputRefusedError(
        "The file is damaged: ask for it again, or open it in Word, repair it and save it as a new document."
    )
