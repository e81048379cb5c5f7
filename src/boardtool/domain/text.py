"""Cleaning words at the door, telling whether two people typed the same, and naming several in a sentence."""

import re
import unicodedata
from collections.abc import Iterable

_BREAKS = "\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_LINE_BREAK = re.compile(_BREAKS)
_SPACE = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"  # soft hyphens, zero width, bidi marks
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff"  # embeddings, fillers, nothing at all
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e0fff]"  # halves of characters, tags
    "|[" + "".join(chr(plane * 0x10000 + 0xFFFE + end) for plane in range(1, 17) for end in (0, 1)) + "]"
)
_FOLDED_SPACE = re.compile(r"\s+")
_APOSTROPHE = re.compile("['\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_HONORIFIC = re.compile(
    r"(?:(?:the\s+)?(?:rt\.?\s+hon|right\s+honourable)|councillor|cllr|cllr\s+mrs|professor|prof|doctor|dr"
    r"|mrs|mr|ms|miss|mx|sir|dame|lord|lady|baroness|baron|canon|reverend|revd|rev|alderman|ald"
    r"|(?:deputy\s+|assistant\s+)?chief\s+constable|(?:chief\s+)?superintendent|supt|(?:chief\s+)?inspector)"
    r"\.?\s+(?=\S)",
    re.IGNORECASE,
)


def clean_text(text: str) -> str:
    r"""Text of several lines, without what nobody can see.

    Line ends become ``\n``, tabs and odd spaces become plain spaces, control, zero-width and direction
    marks go, and letters are composed (NFC). Cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text  # nothing of all this can be in it, and most texts are such
    lined = _LINE_BREAK.sub("\n", text)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _SPACE.sub(" ", lined)))


def clean_line(text: str) -> str:
    r"""Text of one line: cleaned, line breaks and runs of spaces folded to one space, ends stripped."""
    return _FOLDED_SPACE.sub(" ", clean_text(text)).strip()


def folded(text: str) -> str:
    """The words alone, for comparing: no case, accents, apostrophes, hyphens or other punctuation.

    ``folded("Jon-Paul  O'Carr") == folded("jon paul ocarr")``.
    """
    plain = _APOSTROPHE.sub("", clean_line(text)).casefold()
    letters = plain if plain.isascii() else _without_accents(plain)
    return _NOT_A_WORD.sub(" ", letters).strip()


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter)
    )


def same_words(one: str, other: str) -> bool:
    """Whether two people typed the same words, spacing, case, hyphens and apostrophes aside."""
    return folded(one) == folded(other)


def listed(words: Iterable[str]) -> str:
    """Words as a sentence names them: "Ann Lee", "Ann Lee and Di Fox", "pages 7, 9 and 12"."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def shortened(text: str, longest: int) -> str:
    """A text up to the last whole word that there is room for, in letters."""
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0] or text[:longest]}…"


def begun(words: str) -> str:
    """Words as they begin a line; a name that is written with a small letter (iBCF, iCAN) keeps it."""
    return f"{words[0].upper()}{words[1:]}" if words.split(maxsplit=1)[0].islower() else words


def is_honorific(text: str) -> bool:
    """Whether a text is titles and nothing else: "Cllr", "Dr."; an empty text is none."""
    return bool(text) and without_honorific(f"{text} x") == "x"


def without_honorific(name: str) -> str:
    """A name without the titles before it: "Cllr Jon Paul Carr" is "Jon Paul Carr"."""
    rest = clean_line(name)
    while (title := _HONORIFIC.match(rest)) is not None:
        rest = rest[title.end() :]
    return rest
