"""Which lines of a scheme table are wanted: by source, type, area, provider, commissioner, tag or words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from boardtool.domain.bcf.cells import FIELDS, CellKind, shown_value
from boardtool.domain.bcf.plans import Line
from boardtool.domain.text import folded

_TEXTS = (
    *("name", "description", "scheme_type", "sub_type", "type_other", "objective", "unit", "area_of_spend"),
    *("area_other", "commissioner", "provider", "source", "new_existing", "comment", "pooling"),
    *("lead_commissioner", "officer"),
)
_AMOUNTS = ("expenditure", "expenditure_2", "previous_expenditure")
_AMOUNT = re.compile(r"£?([0-9][0-9,]*(?:\.[0-9]+)?)")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")


@lru_cache(maxsize=16_384)  # a plan says little that is new
def _comparable(said: str) -> str:
    """The words of a text, and its numbers as they are sought: "Phase 2.1 of 1,200" has "2.1" and "1200"."""
    return f"{folded(said)} {_THOUSANDS.sub('', said)}"


def words_sought(text: str) -> tuple[str, ...]:
    """What is looked for, word by word; an amount is found however its thousands are parted: "£420,000"."""
    sought: list[str] = []
    for word in text.split():
        amount = _AMOUNT.fullmatch(word)
        sought.extend([amount[1].replace(",", "")] if amount else folded(word).split())
    return tuple(sought)


def fields_with(words: Sequence[str], line: Line) -> frozenset[str]:
    """The fields of a line in which all the words stand; where none has them all, those with one of them."""
    said = [(name, text) for name, text in _said(line) if any(word in text for word in words)]
    whole = frozenset(name for name, text in said if all(word in text for word in words))
    return whole or frozenset(name for name, _text in said)


def _said(line: Line) -> Iterator[tuple[str, str]]:
    """What the cells of a line say, for comparing: an ID and an amount as they stand, words folded."""
    yield "scheme_id", line.scheme_id.casefold()
    for name in _TEXTS:
        if said := getattr(line, name):
            yield name, _comparable(said)
    for name in _AMOUNTS:
        pence = getattr(line, name)
        if pence is not None:
            yield name, shown_value(CellKind.MONEY, pence)
    for name, said in line.unread.items():
        yield name, _comparable(said)
    if line.tags:
        yield "tags", _comparable(" ".join(line.tags))


@dataclass(frozen=True, slots=True)
class LineFilter:
    """What is wanted; "" wants everything. `only` are the ids of the lines that alone are wanted."""

    source: str = ""
    scheme_type: str = ""
    area_of_spend: str = ""
    provider: str = ""
    commissioner: str = ""
    tags: str = ""
    words: str = ""
    only: frozenset[int] | None = None

    @property
    def narrows(self) -> bool:
        return self != LineFilter()

    @property
    def is_of_source(self) -> bool:
        """Whether all of one source is wanted and nothing narrows it further: then its income is known."""
        return bool(self.source) and self == LineFilter(source=self.source)

    def wanted(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The lines that are wanted, in their order."""
        if not self.narrows:
            return tuple(lines)
        words = words_sought(self.words)
        return tuple(line for line in lines if self._wants(line, words))

    def _wants(self, line: Line, words: Sequence[str]) -> bool:
        if self.only is not None and line.id not in self.only:
            return False
        if self.tags and self.tags not in line.tags:
            return False
        for name in ("source", "scheme_type", "area_of_spend", "provider", "commissioner"):
            if (wanted := getattr(self, name)) and getattr(line, name) != wanted:
                return False
        if not words:
            return True
        said = "\n".join([said for _name, said in _said(line)])
        return all(word in said for word in words)

    @property
    def says(self) -> str:
        """What narrows the table, in words: "Source of funding: iBCF, “carers”"."""
        said = [
            f"{FIELDS[name].heading}: {value}"
            for name in ("source", "scheme_type", "area_of_spend", "provider", "commissioner", "tags")
            if (value := getattr(self, name))
        ]
        if self.only is not None:
            said.append("lines of one check")
        if self.words.strip():
            said.append(f"“{self.words.strip()}”")
        return ", ".join(said)
