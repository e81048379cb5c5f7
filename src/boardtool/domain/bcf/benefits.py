"""What a programme is to save and to cost by year: planned, realised, and the totals that papers print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from boardtool.domain.findings import Finding, Severity
from boardtool.domain.money import PENCE

THOUSAND = 1000 * PENCE


class BenefitKind(StrEnum):
    BENEFIT = "benefit"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Figure:
    """Pence in a year; `words` stand where no figure is known yet (“TBC”)."""

    planned: int | None = None
    realised: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Benefit:
    """A line of a benefits table; `heading` groups costs (“Non-recurrent”), `printed_total` a paper's."""

    id: int
    position: int
    kind: BenefitKind
    name: str
    heading: str = ""
    printed_total: int | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def planned(self) -> int:
        return sum(figure.planned or 0 for figure in self.figures.values())

    @property
    def realised(self) -> int:
        return sum(figure.realised or 0 for figure in self.figures.values())


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme such as iCAN, with the years of its table in their order."""

    id: int
    board_id: int
    name: str
    printed_in: str = ""
    benefits: tuple[Benefit, ...] = ()

    @property
    def years(self) -> tuple[str, ...]:
        return tuple(sorted({year for benefit in self.benefits for year in benefit.figures}))

    def of(self, kind: BenefitKind) -> tuple[Benefit, ...]:
        return tuple(benefit for benefit in self.benefits if benefit.kind is kind)

    def planned(self, kind: BenefitKind, year: str | None = None) -> int:
        """Pence planned of a kind, in one year or in all."""
        return sum(_figures(self.of(kind), year, planned=True))

    def realised(self, kind: BenefitKind, year: str | None = None) -> int:
        """Pence realised of a kind, in one year or in all."""
        return sum(_figures(self.of(kind), year, planned=False))


def _figures(benefits: Sequence[Benefit], year: str | None, *, planned: bool) -> list[int]:
    return [
        (figure.planned if planned else figure.realised) or 0
        for benefit in benefits
        for of_year, figure in benefit.figures.items()
        if year in {None, of_year}
    ]


def thousands(pence: int) -> str:
    """Pence as the table shows them, in thousands of pounds: 49,358."""
    return f"{pence / THOUSAND:,.0f}"


def check_benefits(programme: Programme) -> tuple[Finding, ...]:
    """Lines whose years do not add to the total that the paper prints, and lines that await a figure."""
    found: list[Finding] = []
    for benefit in programme.benefits:
        if benefit.printed_total is not None and benefit.printed_total != benefit.planned:
            message = (
                f"{benefit.name}: the years add to £{thousands(benefit.planned)}k, "
                f"the paper prints £{thousands(benefit.printed_total)}k."
            )
            found.append(Finding("printed", Severity.WARN, message, where=benefit.name))
        waiting = [year for year, figure in benefit.figures.items() if figure.words]
        if waiting:
            message = f"{benefit.name} has no figure yet for {', '.join(waiting)}."
            found.append(Finding("benefit figure", Severity.INFORM, message, where=benefit.name))
    return tuple(found)


def says_its_totals(programme: Programme) -> Finding:
    """What all benefits and all costs of a programme add to, to be held against its paper."""
    years = f" over {programme.years[0]} to {programme.years[-1]}" if programme.years else ""
    benefit, cost = (thousands(programme.planned(kind)) for kind in (BenefitKind.BENEFIT, BenefitKind.COST))
    return Finding(
        "benefit totals",
        Severity.INFORM,
        f"{programme.name}: benefits add to £{benefit}k and costs to £{cost}k{years}.",
        where=programme.name,
    )
