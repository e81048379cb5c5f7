"""What a file says, channel by channel: everything that a curious reader could get at, files in it too."""

from collections.abc import Callable, Iterator, Mapping

from boardtool.data.leak_scan import in_pdf, in_zip, plain
from boardtool.data.leak_scan.said import Said, UnreadableError

_DEEPEST = 4
_READERS: Mapping[str, Callable[[bytes], Iterator[Said]]] = {
    ".pdf": in_pdf.everything,
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip"), in_zip.everything),
    **dict.fromkeys((".html", ".ics", ".eml", ".txt", ".csv"), plain.everything),
}


def everything_in(content: bytes, ending: str, depth: int = 0) -> Iterator[Said]:
    """Everything that a file of this kind holds.

    Raises:
        UnreadableError: it cannot be looked through, or holds what nobody can look into.
    """
    reader = _READERS.get(ending.lower())
    if reader is None or depth > _DEEPEST:
        raise UnreadableError(f"files of the kind “{ending}” cannot be looked through")
    for said in reader(content):
        yield said
        _, dot, inner = said.where.rpartition(".")
        if said.content and dot and f".{inner}" in _READERS:
            yield from everything_in(said.content, f".{inner}", depth + 1)
