"""Which lines of a scheme table are wanted: by source, type, area, provider, commissioner, tag or words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardtool.domain.bcf.cells import FIELDS
from boardtool.domain.bcf.plans import Line
from boardtool.domain.text import folded

_SEARCHED = (
    *("scheme_id", "name", "description", "scheme_type", "sub_type", "type_other", "area_of_spend"),
    *("commissioner", "provider", "source", "comment", "pooling", "lead_commissioner"),
)


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
        words = folded(self.words).split()
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
        said = folded(" ".join([*(getattr(line, name) for name in _SEARCHED), *line.tags]))
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
