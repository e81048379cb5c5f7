"""Which paragraphs of Schedule 12A make an item exempt in England (R13): 1 to 7, and no others."""

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


def read_paragraphs(text: str) -> str:
    """The paragraphs that a text names, as they are kept: "paras 3 and 1" → "1, 3"; "" where it names none.

    Raises:
        CannotDoError: a number is no English paragraph (Wales has 12 to 18).
    """
    numbers = sorted({int(number) for number in re.findall(r"[0-9]+", text)})
    if not numbers and re.search(r"\w", text):
        raise CannotDoError(f"“{text}” names no paragraph of Schedule 12A. Give its number, such as 3.")
    for number in numbers:
        if number not in PARAGRAPHS:
            raise CannotDoError(
                f"Paragraph {number} does not apply in England: Schedule 12A, Part 1 has 1 to 7."
            )
    return ", ".join(map(str, numbers))
