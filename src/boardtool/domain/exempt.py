"""Why an item is closed to the public: paragraphs 1 to 7 of Schedule 12A (R13), or confidential (R15)."""

import re

from boardtool.domain.errors import CannotDoError

PARAGRAPHS = {
    1: "information relating to any individual",
    2: "information which is likely to reveal the identity of an individual",
    3: "information relating to the financial or business affairs of any particular person",
    4: "information relating to consultations or negotiations in connection with labour relations",
    5: "information in respect of which legal professional privilege could be maintained",
    6: "information about a proposed statutory notice, order or direction",
    7: "information relating to the prevention, investigation or prosecution of crime",
}

# Kept in place of paragraphs where a government department gave information on terms that forbid to disclose
# it, or where law or a court's order does. The public must be excluded: there is no paragraph, no weighing
# and no choice (Local Government Act 1972, s.100A(2) and (3); R15).
CONFIDENTIAL = "confidential"

OF_THE_ACT = " of the Local Government Act 1972"
_UNDER = f"confidential information, section 100A(2){OF_THE_ACT}"


def is_confidential(exempt: str) -> bool:
    return exempt == CONFIDENTIAL


def reason_of(exempt: str) -> str:
    """Why something is not public, as a document says it: "paragraphs 1, 3 of Schedule 12A".

    `exempt` may hold what several papers are closed for ("3, confidential").
    """
    numbers = [part for part in exempt.split(", ") if part != CONFIDENTIAL]
    plural = "" if len(numbers) == 1 else "s"
    named = f"paragraph{plural} {', '.join(numbers)} of Schedule 12A" if numbers else ""
    return "; ".join(filter(None, (named, _UNDER if CONFIDENTIAL in exempt else "")))


def closed_as(exempt: str) -> str:
    """The same in a few words: "exempt, paragraph 3", "confidential"."""
    if is_confidential(exempt):
        return CONFIDENTIAL
    return f"exempt, paragraph{'s' if ',' in exempt else ''} {exempt}"


def untitled(exempt: str) -> str:
    """What the public reads of a closed item that has no title for it."""
    return "Confidential item" if is_confidential(exempt) else "Exempt item"


def read_paragraphs(text: str) -> str:
    """The paragraphs that a text names, as they are kept: "paras 3 and 1" → "1, 3"; "" where it names none.

    “Confidential” stands in their place, and beside none.

    Raises:
        CannotDoError: a number is no English paragraph (Wales has 12 to 18), or stands beside “confidential”.
    """
    numbers = sorted({int(number) for number in re.findall(r"[0-9]+", text)})
    if CONFIDENTIAL in text.casefold():
        if numbers:
            raise CannotDoError(
                "What is confidential has no paragraph: write “confidential”, or the paragraphs that make it "
                "exempt."
            )
        return CONFIDENTIAL
    if not numbers and re.search(r"\w", text):
        raise CannotDoError(
            f"“{text}” names no paragraph of Schedule 12A. Give its number, such as 3, "
            "or write “confidential”."
        )
    for number in numbers:
        if number not in PARAGRAPHS:
            raise CannotDoError(
                f"Paragraph {number} does not apply in England: Schedule 12A, Part 1 has 1 to 7."
            )
    return ", ".join(map(str, numbers))
