"""What a Word file, a workbook or a folder in one file says: every part unpacked, markup and all."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from boardtool.data.leak_scan.said import Said, UnreadableError

_MOST_BYTES = 500 * 1024 * 1024
_XML = (".xml", ".rels", ".vml")


def everything(content: bytes) -> Iterator[Said]:
    """Names, comments and parts."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            yield Said("the comment of the file", parts.comment.decode("utf-8", "replace"))
            if sum(part.file_size for part in parts.infolist()) > _MOST_BYTES:
                raise UnreadableError("it is too large when unpacked")
            for part in parts.infolist():
                yield Said("the names of its parts", part.filename)
                yield Said("the comments of its parts", part.comment.decode("utf-8", "replace"))
                yield from _in_part(part.filename, parts.read(part))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableError("it cannot be unpacked") from error


def _in_part(name: str, content: bytes) -> Iterator[Said]:
    if name.lower().endswith(_XML):
        yield from _in_xml(name, content)
        return
    yield Said(name, content=content)


def _in_xml(name: str, content: bytes) -> Iterator[Said]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"its part {name} is damaged") from error
    # Runs of one word may be parted by markup, so each paragraph is read in one go, and all of it as well.
    texts = [str(text) for text in root.itertext()]
    yield Said(name, "".join(texts))
    yield Said(name, " ".join(texts))
    for element in root.iter():
        if not isinstance(element.tag, str):  # a comment, or an instruction
            yield Said(f"{name}, a comment", str(element.text))
            continue
        for value in element.attrib.values():
            yield Said(f"{name}, the markup", str(value))
