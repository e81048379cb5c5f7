"""The national words of one Better Care Fund year, and how what people write is matched to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from re import compile as pattern

from boardtool.domain.text import clean_line, folded

NHS_MINIMUM, IBCF, DFG = "nhs_minimum", "ibcf", "dfg"
LA_ADDITIONAL, NHS_ADDITIONAL = "la_additional", "nhs_additional"
JOINT, OTHER, SOCIAL_CARE, ACUTE = "Joint", "Other", "Social Care", "Acute"

_NUMBERED = pattern(r"^\s*\d{1,2}[.)]\s+")
_LIKE = 0.75
_MOST_AS_FRACTION = Decimal("1.5")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a list, and other ways in which it is written."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source of funding: `key` is the same every year, `name` is that year's label.

    The council's Better Care Grant of 2025-26 has the key of the iBCF that went into it.
    """

    key: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemeType:
    """A scheme type (2025-26: an activity), its sub types, and the unit of its outputs ("" without one)."""

    name: str
    sub_types: tuple[str, ...] = ()
    unit: str = ""
    also: tuple[str, ...] = ()
    units_also: tuple[str, ...] = ()
    sub_types_also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """A column of the national scheme table: our field, its heading, and headings that are also met."""

    field: str
    heading: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """A planning requirement (2025-26: a national condition) with its key lines of enquiry."""

    code: str
    theme: str
    requirement: str
    enquiry: tuple[str, ...] = ()
    confirmed_through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricWords:
    """A metric of the plan; `computed` where its rate follows from numerator, denominator and multiplier.

    `parts` are the metrics that it is planned by, where there are several (stays of 14 and of 21 days).
    """

    key: str
    code: str
    name: str
    full_name: str
    unit: str
    direction: str
    multiplier: int = 1
    computed: bool = True
    also: tuple[str, ...] = ()
    frequency: str = "annual"
    parts: tuple["MetricWords", ...] = ()

    def shown(self, written: Decimal) -> Decimal:
        """A workbook's value in the unit shown: 95.3 for a percentage that it keeps as 0.953."""
        return written * 100 if self.unit == "%" and abs(written) <= _MOST_AS_FRACTION else written


@dataclass(frozen=True, slots=True)
class Successors:
    """What the words of a year become in the next one; a type that is in neither list has no successor."""

    year: str = ""
    types: Mapping[str, str] = field(default_factory=dict)
    sub_types: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    is_suggestion: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """Which parts of the template a year has."""

    commissioner: bool = True
    out_of_hospital: bool = True
    sub_types: bool = True
    outputs: bool = False
    objective: bool = False
    update: bool = False


@dataclass(frozen=True)
class YearLists:
    """Everything national about one year: its periods (financial years), lists, labels and rules.

    `sheets` names the template's sheets in order; `conditions_sheet` the one of the conditions.
    """

    year: str
    title: str
    periods: tuple[str, ...]
    nhs_word: str
    rules: Rules
    sources: tuple[Source, ...]
    types: tuple[SchemeType, ...]
    areas: tuple[Word, ...]
    commissioners: tuple[Word, ...]
    providers: tuple[Word, ...]
    new_existing: tuple[Word, ...]
    objectives: tuple[Word, ...]
    columns: tuple[ColumnWords, ...]
    sheets: tuple[str, ...] = ()
    conditions_sheet: str = ""
    conditions_columns: tuple[str, ...] = ()
    conditions: tuple[ConditionWords, ...] = ()
    metrics: tuple[MetricWords, ...] = ()
    next: Successors = field(default_factory=Successors)

    @cached_property
    def planned_metrics(self) -> tuple[MetricWords, ...]:
        """The metrics that a plan sets values for: the parts of those that have parts."""
        return tuple(part for words in self.metrics for part in (words.parts or (words,)))

    @cached_property
    def type_named(self) -> Mapping[str, SchemeType]:
        return {one.name: one for one in self.types}

    @cached_property
    def source_named(self) -> Mapping[str, Source]:
        return {one.name: one for one in self.sources}

    @cached_property
    def _words(self) -> Mapping[str, tuple[Word, ...]]:
        return {
            "scheme_type": tuple(Word(one.name, one.also) for one in self.types),
            "area_of_spend": self.areas,
            "commissioner": self.commissioners,
            "provider": self.providers,
            "source": tuple(Word(one.name, one.also) for one in self.sources),
            "new_existing": self.new_existing,
            "objective": self.objectives,
            "pooling": (Word("Pooled"), Word("Aligned")),
        }

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields of a line that this year's template asks for."""
        return frozenset(column.field for column in self.columns)

    def source_key(self, name: str) -> str:
        """The lasting key of a source as this year names it, "" for a word that is none."""
        found = self.source_named.get(name)
        return found.key if found else ""

    def source_with(self, key: str) -> Source | None:
        return next((one for one in self.sources if one.key == key), None)

    def unit_of(self, scheme_type: str) -> str:
        found = self.type_named.get(scheme_type)
        return found.unit if found else ""

    def options(self, name: str, scheme_type: str = "") -> tuple[str, ...]:
        """The words that a field takes; those of a sub type and a unit depend on the scheme type."""
        kind = self.type_named.get(scheme_type)
        if name == "sub_type":
            return kind.sub_types if kind else ()
        if name == "unit":
            return (kind.unit, *kind.units_also) if kind and kind.unit else ()
        return tuple(word.name for word in self._words.get(name, ()))

    def _taken(self, name: str, scheme_type: str) -> tuple[str, ...]:
        """The words of a type that are taken: also sub types that another year's list gives it."""
        kind = self.type_named.get(scheme_type)
        also = kind.sub_types_also if kind and name == "sub_type" else ()
        return (*self.options(name, scheme_type), *also)

    def has(self, name: str, text: str, scheme_type: str = "") -> bool:
        """Whether a text is a word of the list as it stands."""
        if name in {"sub_type", "unit"}:
            return text in self._taken(name, scheme_type)
        return text in self._names[name]

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(word.name for word in words) for name, words in self._words.items()}

    def read(self, name: str, text: str, scheme_type: str = "") -> str | None:
        """The word of a list that a text means, None where it means none.

        Word for word; then without case, spaces and punctuation; by another name of it; by what stands
        before its bracket; without a number before it.
        """
        if name in {"sub_type", "unit"}:
            return meant(text, tuple(map(Word, self._taken(name, scheme_type))))
        return meant(text, self._words.get(name, ()))

    def nearest(self, name: str, text: str, scheme_type: str = "") -> str:
        """The word that a misspelt text is most like, "" where none is near."""
        options = self.options(name, scheme_type)
        near = get_close_matches(folded(text), [folded(one) for one in options], n=1, cutoff=_LIKE)
        return next((one for one in options if near and folded(one) == near[0]), "")


def meant(text: str, words: tuple[Word, ...]) -> str | None:
    """The word that a text means; see `YearLists.read`."""
    written = clean_line(text)
    for word in words:
        if word.name == written:
            return word.name
    for reading in (written, _NUMBERED.sub("", written)):
        plain = folded(reading)
        for word in words:
            if plain in {folded(word.name), *map(folded, word.also)}:
                return word.name
        head = folded(reading.partition("(")[0])
        heads = [word.name for word in words if head and folded(word.name.partition("(")[0]) == head]
        if len(heads) == 1:
            return heads[0]
    return None
