"""What a PDF says: every object and stream, and the text of its pages read by another library."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from boardtool.data.leak_scan.said import Said, UnreadableError

_MOST_BYTES = 64 * 1024 * 1024  # of one stream, unpacked
_NUMBER = re.compile(rb"(?<=[ \[])-?[0-9.]+(?=[ \]])")
_STRING = re.compile(rb"\(|(?<!<)<(?!<)")


def everything(content: bytes) -> Iterator[Said]:
    """Bytes as they lie, objects and streams unpacked, page text.

    Raises:
        UnreadableError: it is damaged or locked, has earlier revisions, or files within it.
    """
    if content.count(b"%%EOF") != 1:
        raise UnreadableError("it has earlier revisions, or is not whole")
    yield Said("the bytes of the file", content=content)
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            for held in _different(pdf.objects):
                yield from _in_object(held)
        yield from _pages(content)
    except (pikepdf.PdfError, pikepdf.PasswordError, pypdfium2.PdfiumError) as error:
        raise UnreadableError("it is damaged or locked") from error


def text_of_pages(content: bytes) -> list[str]:
    """The text of every page.

    Raises:
        UnreadableError: it is damaged or locked.
    """
    try:
        return [said.text for said in _pages(content)]
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("it is damaged or locked") from error


def names_and_strings(content: bytes) -> set[str]:
    """What the objects of a PDF are called and say, its properties and comments apart.

    Raises:
        UnreadableError: it is damaged or locked.
    """
    found: set[str] = set()
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            if Name.Info in pdf.trailer:
                del pdf.trailer.Info
            for held in _different(pdf.objects):
                if isinstance(held, Dictionary) and Name.CreationDate in held:
                    continue
                found.update(said.text for said in _values(held, ""))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise UnreadableError("it is damaged or locked") from error
    return found


def _pages(content: bytes) -> Iterator[Said]:
    document = pypdfium2.PdfDocument(content)
    try:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            yield Said(f"page {number}", text.get_text_range(errors="replace"))
            text.close()
            page.close()
    finally:
        document.close()


def _different(objects: Iterable[Object]) -> Iterator[Object]:
    """Objects, without those that say what one before said: thousands in a structure differ in numbers alone.

    Names hold no spaces, so a number between spaces is none; an object with strings must be quite the same.
    """
    before: set[bytes] = set()
    for held in objects:
        if isinstance(held, Dictionary | Array):
            written = held.unparse(resolved=True)
            said = written if _STRING.search(written) else _NUMBER.sub(b"", written)
            if said in before:
                continue
            before.add(said)
        yield held


def _in_object(held: Object) -> Iterator[Said]:
    where = _called(held)
    yield from _values(held, where)
    if isinstance(held, Dictionary | Stream) and (
        Name.EF in held or held.get(Name.Type) == Name.EmbeddedFile
    ):
        raise UnreadableError("a file is attached to it")
    if isinstance(held, Stream):
        yield from _in_stream(held, where)


def _in_stream(held: Stream, where: str) -> Iterator[Said]:
    try:
        content = held.read_bytes()
    except pikepdf.PdfError:
        content = held.read_raw_bytes()
    if len(content) > _MOST_BYTES:
        raise UnreadableError("one of its streams is too large when unpacked")
    if held.get(Name.Subtype) == Name.XML:
        yield Said("its properties", content.decode("utf-8", "replace"))
    yield Said(where, content=content)


def _called(held: Object) -> str:
    """What an object is, for the person."""
    if not isinstance(held, Dictionary | Stream):
        return "an object"
    if Name.Title in held and Name.Parent in held:
        return "a bookmark"
    if held.get(Name.Subtype) == Name.XML or Name.CreationDate in held:
        return "its properties"
    if Name.S in held and Name.P in held:
        return "its structure"
    if Name.Rect in held:
        return "a link or comment"
    return "an object"


def _values(held: Object, where: str) -> Iterator[Said]:
    """Every name and string in an object, not going into others."""
    waiting: list[Object] = [held]
    while waiting:
        each = waiting.pop()
        if isinstance(each, String):
            told, plain = str(each), bytes(each).decode("latin-1")
            yield Said(where, told)
            if plain != told:
                yield Said(where, plain)
        elif isinstance(each, Name):
            yield Said(where, str(each))
        elif isinstance(each, Array):
            waiting += [kid for kid in each if _is_direct(kid)]
        elif isinstance(each, Dictionary | Stream):
            for key, kid in each.items():
                yield Said(where, key)
                if _is_direct(kid):
                    waiting.append(kid)


def _is_direct(held: object) -> bool:
    return isinstance(held, Object) and not held.is_indirect
