"""Words and runs of words, folded so that accents, case and line ends make no difference."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

SHORTEST = 4  # letters; shorter words are everybody's
SHORTEST_IN_BINARY = 8  # letters; shorter ones come about by chance
_WORD = re.compile(r"[^\W_]+")

# Words in bytes, at least SHORTEST_IN_BINARY long: plain, in UTF-8 (where no letter of a script folds to more
# letters than it has bytes), and in UTF-16 with the low byte first or last.
_ASCII = re.compile(rb"[A-Za-z0-9]{8,}")
_UTF_8 = re.compile(rb"[A-Za-z0-9\x80-\xff]{8,}")
_WIDE = (
    re.compile(rb"[A-Za-z0-9]\x00(?:[A-Za-z0-9]\x00){7,}"),
    re.compile(rb"\x00[A-Za-z0-9](?:\x00[A-Za-z0-9]){7,}"),
)


def folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.replace("\N{SOFT HYPHEN}", "")).casefold()
    marks = list(filter(unicodedata.combining, set(text)))
    return text.translate(dict.fromkeys(map(ord, marks))) if marks else text


def words_in(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def telling(words: Iterable[str], *, shortest: int = SHORTEST) -> Iterator[str]:
    """The words that could give something away: long enough, and no mere number."""
    return (word for word in words if len(word) >= shortest and not word.isdigit())


def runs(words: list[str], length: int) -> Iterator[str]:
    """Every run of so many words."""
    return (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))


def words_in_bytes(content: bytes) -> list[str]:
    """The longer words in bytes of unknown meaning: as ASCII, as UTF-8, and as UTF-16 either way."""
    found = [match.decode("ascii").lower() for match in _ASCII.findall(content)]
    if b"\0" in content:
        wide = [match for pattern in _WIDE for match in pattern.findall(content)]
        found += [match.replace(b"\0", b"").decode("ascii").lower() for match in wide]
    if not content.isascii():
        found += words_in(b" ".join(_UTF_8.findall(content)).decode("utf-8", "ignore"))
    return found
