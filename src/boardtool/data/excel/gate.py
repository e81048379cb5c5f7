"""What may enter: a file is judged by its content, its size and its parts, before any parser sees it."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, Self

from boardtool.domain.errors import InputRefusedError

MEGABYTE = 1024 * 1024
FILE_LIMIT = 20 * MEGABYTE
UNPACKED_LIMIT = 100 * MEGABYTE
PART_LIMIT = 2000
ROW_LIMIT = 20_000
COLUMN_LIMIT = 512
CELL_TEXT_LIMIT = 32_767
CELL_LIMIT = 1_000_000
ALL_CELLS_LIMIT = 2_000_000
ALL_TEXT_LIMIT = 100 * MEGABYTE
DIRECTORY_LIMIT = MEGABYTE

DAMAGED = (
    "The file is damaged: ask for it again, or open it in Excel, repair it and save it as a new workbook."
)
_SAVE_AS = "open it in Excel and save it as an Excel workbook (.xlsx)"
_LOCKED = "The file is protected with a password: take the password off in Excel, save it, and try again."
_TOO_LARGE_UNPACKED = "The file is too large when unpacked (the limit is 100 MB): it was not opened."
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    UnicodeError,
    KeyError,
)
_END_OF_ZIP = b"PK\x05\x06"
_END_OF_ZIP_FORM = struct.Struct("<4s4H2LH")
_LONGEST_END = 65_535 + _END_OF_ZIP_FORM.size
_SNIFFED = 8192


class Form(StrEnum):
    """The kinds of file that are read."""

    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"


_NOT_A_WORKBOOK = (
    (b"%PDF", "This is a PDF, not a workbook: ask for the workbook it was made from."),
    (b"{\\rtf", "This is a Word document in rich text, not a workbook."),
    (b"\x89PNG", "This is a picture, not a workbook."),
    (b"\xff\xd8\xff", "This is a picture, not a workbook."),
    (b"GIF8", "This is a picture, not a workbook."),
    (b"Rar!", "This is a RAR archive, not a workbook: unpack it and take the workbook that is in it."),
    (
        b"7z\xbc\xaf",
        "This is a 7-Zip archive, not a workbook: unpack it and take the workbook that is in it.",
    ),
    (b"\x1f\x8b", "This is a gzip archive, not a workbook: unpack it and take the workbook that is in it."),
    (b"MZ", "This is a program, not a workbook: do not open it, and tell whoever sent it."),
    (b"ID;P", f"This is a SYLK file, not a workbook: {_SAVE_AS}."),
    (b"SQLite format 3", "This is a database, not a workbook."),
)
_OLD_EXCEL = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)


def refuse_damaged() -> InputRefusedError:
    return InputRefusedError(DAMAGED)


@contextmanager
def damage_named() -> Iterator[None]:
    """Says "damaged" for whatever the unpacking libraries raise at damage."""
    try:
        yield
    except _DAMAGE as error:
        raise refuse_damaged() from error
    except RuntimeError as error:  # zipfile's word for a part that needs a password
        if isinstance(error, RecursionError) or "password" not in str(error):
            raise
        raise InputRefusedError(_LOCKED) from error


def is_zip(path: Path) -> bool:
    """Whether a file is packed parts, whatever its ending; if not, it is text to be read as CSV.

    Raises:
        InputRefusedError: too large, empty, or nothing that is read here; the sentence says what it is.
    """
    size = path.stat().st_size
    if size == 0:
        raise InputRefusedError("The file is empty: nothing is in it.")
    if size > FILE_LIMIT:
        raise InputRefusedError("The file is larger than 20 MB: it was not opened.")
    with path.open("rb") as file:
        start = file.read(_SNIFFED)
    if start.startswith(b"PK"):
        return True
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise _what_ole_is(path.read_bytes())
    _refuse_other_kinds(start)
    if path.suffix.lower() in {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}:
        words = start.replace(b"\x00", b"")
        if len(_CONTROL.findall(words)) > len(words) // 100:
            raise refuse_damaged()
        raise InputRefusedError(
            f"This is plain text (CSV) with the ending {path.suffix}: name it .csv, or {_SAVE_AS}."
        )
    return False


def _refuse_other_kinds(start: bytes) -> None:
    for mark, sentence in _NOT_A_WORKBOOK:
        if start.startswith(mark):
            raise InputRefusedError(sentence)
    if _OLD_EXCEL.match(start):
        raise InputRefusedError(f"This is a workbook of a very old Excel: {_SAVE_AS}.")
    words = start if b"\x00" not in start else start.replace(b"\x00", b"")
    words = words.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if words.startswith((b"<?xml", b"<?mso")) and b"urn:schemas-microsoft-com:office:spreadsheet" in words:
        raise InputRefusedError(f"This is a workbook in the XML form of Excel 2003: {_SAVE_AS}.")
    if _HTML.match(words) or (words.startswith(b"<") and _HTML.search(words)):
        raise InputRefusedError(f"This is a web page (HTML), not a workbook: {_SAVE_AS}.")
    if words.startswith(b"<?xml"):
        raise InputRefusedError(f"This is an XML file, not a workbook: {_SAVE_AS}.")
    if words.startswith((b"MIME-Version", b"Received:", b"Return-Path:", b"From: ")):
        raise InputRefusedError("This is an e-mail, not a workbook: save the workbook attached to it.")


def _what_ole_is(content: bytes) -> InputRefusedError:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage") or has("EncryptionInfo"):
        return InputRefusedError(_LOCKED)
    if has("WordDocument"):
        return InputRefusedError("This is an old Word document, not a workbook.")
    if has("PowerPoint Document"):
        return InputRefusedError("This is an old PowerPoint presentation, not a workbook.")
    if has("__substg1.0"):
        return InputRefusedError(
            "This is an Outlook message, not a workbook: save the workbook attached to it."
        )
    if has("Workbook") or has("Book"):
        return InputRefusedError(f"This is an old Excel workbook (.xls): {_SAVE_AS}.")
    return refuse_damaged()


def form_of_parts(parts: "Parts") -> Form:
    """What packed parts make up, by their names.

    Raises:
        InputRefusedError: something that is not read here; the sentence says what it is.
    """
    if parts.has("xl/workbook.bin"):
        raise InputRefusedError(f"This is a binary Excel workbook (.xlsb): {_SAVE_AS}.")
    if parts.has("xl/workbook.xml") or parts.main_part_is_a_workbook():
        return Form.XLSX
    if parts.has("mimetype") and parts.has("content.xml"):
        return _form_of_open_document(parts)
    if parts.has("word/document.xml"):
        raise InputRefusedError("This is a Word document, not a workbook.")
    if parts.has("ppt/presentation.xml"):
        raise InputRefusedError("This is a PowerPoint presentation, not a workbook.")
    if parts.has("[Content_Types].xml") or parts.has("_rels/.rels"):
        raise refuse_damaged()
    raise InputRefusedError(
        "This is a zip archive, not a workbook: unpack it and take the workbook that is in it."
    )


def _form_of_open_document(parts: "Parts") -> Form:
    kind = parts.read("mimetype").decode("ascii", "replace").strip()
    if not kind.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        raise InputRefusedError("This is an OpenDocument text or drawing, not a workbook.")
    if parts.has("META-INF/manifest.xml") and b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise InputRefusedError(_LOCKED)
    return Form.ODS


class Parts:
    """The parts of a zipped workbook, found as Excel finds them (any case), and never more than the limits.

    What a part claims is not trusted: zipfile unpacks no more than the size that a part declares and then
    checks the sum over it. So the declared sizes bound what is unpacked, and a lie is damage.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        try:
            with damage_named():
                _refuse_crowded(self._file)
                self._zip = zipfile.ZipFile(self._file)
            self._by_name = self._examined()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    def _examined(self) -> dict[str, zipfile.ZipInfo]:
        infos = [info for info in self._zip.infolist() if not info.filename.endswith("/")]
        if len(infos) > PART_LIMIT:
            raise InputRefusedError("The file has more than 2,000 parts: it is no usual workbook.")
        if sum(info.file_size for info in infos) > UNPACKED_LIMIT:
            raise InputRefusedError(_TOO_LARGE_UNPACKED)
        if any(info.flag_bits & 1 for info in infos):
            raise InputRefusedError(_LOCKED)
        if any(info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for info in infos):
            raise InputRefusedError(
                "The file is packed in a way that no spreadsheet program uses: ask for it again."
            )
        by_name = {_plain(info.filename): info for info in infos}
        if len(by_name) != len(infos):
            raise InputRefusedError(f"Two parts of the file have the same name. {DAMAGED}")
        return by_name

    def has(self, name: str) -> bool:
        return _plain(name) in self._by_name

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._by_name)

    def main_part_is_a_workbook(self) -> bool:
        """Whether the package says that its main part, wherever it lies, is a workbook."""
        types = self.read("[Content_Types].xml") if self.has("[Content_Types].xml") else b""
        return b"spreadsheetml" in types and b"sheet.main+xml" in types

    def read(self, name: str) -> bytes:
        """A whole part.

        Raises:
            InputRefusedError: it is missing or damaged.
        """
        with self.stream(name) as stream, damage_named():
            return stream.read()

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """A part, to be read piece by piece."""
        info = self._by_name.get(_plain(name))
        if info is None:
            raise refuse_damaged()
        with damage_named(), self._zip.open(info) as stream:
            yield stream
            if not stream.read(1) and stream.tell() != info.file_size:
                raise refuse_damaged()


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _refuse_crowded(file: IO[bytes]) -> None:
    """Refuses a directory of parts too large to be read, before zipfile makes an object of each."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read()
    at = tail.rfind(_END_OF_ZIP)
    if at < 0 or len(tail) - at < _END_OF_ZIP_FORM.size:
        raise refuse_damaged()
    directory_size = _END_OF_ZIP_FORM.unpack_from(tail, at)[5]
    if directory_size > DIRECTORY_LIMIT:
        raise InputRefusedError("The file has more than 2,000 parts: it is no usual workbook.")
    file.seek(0)
