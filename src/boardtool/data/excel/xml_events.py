"""Reading XML that strangers wrote: no document type, no entities, no endless depth; local names only."""

import io
from collections.abc import Callable, Mapping
from typing import IO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from boardtool.data.excel.gate import DAMAGED
from boardtool.domain.errors import InputRefusedError

DEEPEST = 200
_PIECE = 64 * 1024  # bytes
_LONGEST_MARK = 1024 * 1024
_UNSAFE = "The file was blocked as unsafe: it holds a document type, which no spreadsheet program writes."

Attributes = Mapping[str, str]


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2] if ":" in name else name


def read_events(
    stream: IO[bytes],
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Calls the handlers for every element of a part, with local names only.

    Raises:
        InputRefusedError: it is not well-formed, too deep, or has a document type.
    """
    depth = 0

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise InputRefusedError(DAMAGED)
        if ":" in "".join(attributes):
            attributes = {local(key): value for key, value in attributes.items()}
        start(local(name), attributes)

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(local(name))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        _feed(parser, stream)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise InputRefusedError(DAMAGED) from error


def _feed(parser: expat.XMLParserType, stream: IO[bytes]) -> None:
    """Hands the parser a part piece by piece.

    The parser looks at an unfinished mark again with every piece, so one endless comment or attribute would
    hold it for minutes: no mark of a workbook is longer than a few pieces.
    """
    fed = 0
    while piece := stream.read(_PIECE):
        parser.Parse(piece, False)  # noqa: FBT003 - expat takes it only by its place
        fed += len(piece)
        if fed - parser.CurrentByteIndex > _LONGEST_MARK:
            raise InputRefusedError(DAMAGED)
    parser.Parse(b"", True)  # noqa: FBT003 - likewise


def refuse_document_type(stream: IO[bytes]) -> None:
    """Looks at what stands before the first element of a part, and at nothing else of it.

    Raises:
        InputRefusedError: there is a document type.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = _begin
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        _feed(parser, stream)
    except (_BegunError, expat.ExpatError, LookupError, ValueError):
        return  # whether it is well-formed is told where the part is read


class _BegunError(Exception):
    """The first element was reached."""


def _begin(*_: object) -> None:
    raise _BegunError


def _refuse_document_type(*_: object) -> None:
    raise InputRefusedError(_UNSAFE)


def refuse_unsafe(data: bytes) -> None:
    """Raises InputRefusedError when a part is not well-formed, too deep, or has a document type."""
    read_events(io.BytesIO(data), start=_pass, end=_pass, text=_pass)


def _pass(*_: object) -> None:
    """Takes an event and does nothing."""


def read_tree(stream: IO[bytes]) -> Element:
    """A small part as a tree of elements with local names."""
    builder = TreeBuilder()

    def start(name: str, attributes: Attributes) -> None:
        builder.start(name, dict(attributes))

    def end(name: str) -> None:
        builder.end(name)

    read_events(stream, start=start, end=end, text=builder.data)
    return builder.close()
