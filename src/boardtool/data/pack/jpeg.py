"""What a JPEG carries besides its picture: place, camera and author, comments, previews of what was cut away.

Segments are taken out whole; not a byte of the picture itself is coded anew (ITU T.81, B.1).
"""

import re
from collections.abc import Iterator

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})

# What decides how the picture looks, by marker: its density and its colours. EXIF does not: no viewer of PDF
# turns a picture by it.
_JFIF = 0xE0
_DENSITY, _NO_PREVIEW = 12, b"\0\0"  # bytes before the size of its preview, and a size of nothing (JFIF 1.02)
_KEPT = {_JFIF: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}

# What ends the coded data of a scan; within it 0xFF is followed by zero or by a mark to restart from.
_NEXT_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")


class _OddError(Exception):
    """The bytes are not built as a JPEG is."""


def without_particulars(content: bytes) -> bytes:
    """A JPEG with the picture alone; as it was, where it is not built as a JPEG is."""
    try:
        return b"".join(_parts(content))
    except _OddError:
        return content


def _parts(content: bytes) -> Iterator[bytes]:
    """The parts that stay, in order; what follows the end of the picture, such as a second one, does not."""
    if content[:2] != bytes((0xFF, _START)):
        raise _OddError
    yield content[:2]
    at = 2
    while True:
        marker, after = _marker(content, at)
        if marker == _END:
            yield content[at:after]
            return
        end = _segment_end(content, marker, after)
        yield _left_of(marker, content[after + 2 : end], whole=content[at:end])
        at = end
        if marker == _SCAN:
            found = _NEXT_MARKER.search(content, at)
            if found is None:  # it was cut off; readers show what there is
                yield content[at:]
                return
            yield content[at : found.start()]
            at = found.start()


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """The marker that begins at a place, which may be filled up with 0xFF, and where it ends."""
    end = at
    while content[end : end + 1] == b"\xff":
        end += 1
    if end == at or end >= len(content):
        raise _OddError
    return content[end], end + 1


def _segment_end(content: bytes, marker: int, after: int) -> int:
    shortest = 2
    length = int.from_bytes(content[after : after + 2])
    if marker in _WITHOUT_LENGTH or length < shortest or after + length > len(content):
        raise _OddError
    return after + length


def _left_of(marker: int, held: bytes, *, whole: bytes) -> bytes:
    """What stays of a segment that is `whole`: all, nothing, or of its density all but a small picture."""
    if marker == _COMMENT:
        return b""
    if marker not in _APPLICATION:
        return whole
    if not (marker in _KEPT and held.startswith(_KEPT[marker])):
        return b""
    if marker == _JFIF and len(held) > _DENSITY + len(_NO_PREVIEW):
        kept = held[:_DENSITY] + _NO_PREVIEW
        return bytes((0xFF, _JFIF)) + (len(kept) + 2).to_bytes(2) + kept
    return whole
