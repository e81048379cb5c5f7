"""The words that close a meeting to press and public before its exempt business (R16)."""

import re
from collections.abc import Sequence

from boardtool.domain.exempt import is_confidential
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.text import listed


def words_to_exclude(items: Sequence[AgendaItem]) -> str:
    """The words for all closed items of an agenda, by number and paragraph alone; "" where none is closed."""
    exempt = [item for item in items if item.exempt and not is_confidential(item.exempt)]
    confidential = [item for item in items if is_confidential(item.exempt)]
    words = (_resolution(exempt) if exempt else "", _statement(confidential) if confidential else "")
    return " ".join(filter(None, words))


def _statement(closed: Sequence[AgendaItem]) -> str:
    """Of confidential items the law decides (Local Government Act 1972, s.100A(2)); nothing is weighed."""
    numbers = listed([item.number for item in closed])
    plural = "" if len(closed) == 1 else "s"
    return (
        "That under section 100A(2) of the Local Government Act 1972 the press and public must be excluded "
        f"from the meeting for item{plural} {numbers}, because confidential information "
        "would be disclosed in breach of the obligation of confidence."
    )


def _resolution(closed: Sequence[AgendaItem]) -> str:
    """Of exempt items the meeting decides, as the Local Government Act 1972, s.100A(4) has it.

    A resolution names the part of the proceedings and describes the exempt information by its paragraph of
    Schedule 12A; with each goes the test of the public interest.
    """
    paragraphs = sorted({number for item in closed for number in re.findall(r"[0-9]+", item.exempt)}, key=int)
    numbers = listed([item.number for item in closed])
    one = len(closed) == 1
    return (
        "That under section 100A(4) of the Local Government Act 1972 the press and public be excluded from "
        f"the meeting for item{'' if one else 's'} {numbers}, because exempt information as defined in "
        f"{_of_paragraphs(paragraphs)}Part 1 of Schedule 12A to the Act is likely to be disclosed, and "
        "because in all the circumstances the public interest in maintaining the exemption outweighs the "
        "public interest in disclosing the information."
    )


def _of_paragraphs(numbers: Sequence[str]) -> str:
    """“paragraphs 1 and 3 of ”; "" where none was named yet."""
    return f"paragraph{'' if len(numbers) == 1 else 's'} {listed(numbers)} of " if numbers else ""
