"""The columns of a benefits table: each line by year, in thousands of pounds as the papers print it."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from boardtool.domain.bcf.benefits import Benefit, BenefitKind, Figure, thousands
from boardtool.ui.tables.column import Align, Cell, Column, Heading, Look, TextEdit
from boardtool.ui.theme.colours import Tone

Change = Callable[[Benefit, str, str], None]
_KIND, _YEAR, _SUM = 124, 84, 92
_ROOMY = 1000


class Side(StrEnum):
    """Which figures are shown; the value is what the chip calls them."""

    PLANNED = "Planned"
    REALISED = "Realised"


def heading_of(benefit: Benefit) -> Heading:
    if benefit.kind is BenefitKind.BENEFIT:
        return Heading("Benefits")
    return Heading(
        f"Costs, {benefit.heading[0].lower()}{benefit.heading[1:]}" if benefit.heading else "Costs"
    )


def benefit_columns(
    years: Sequence[str],
    side: Side,
    *,
    write: Change,
    type_figure: Change,
    print_total: Callable[[Benefit, str], None],
) -> tuple[Column[Benefit], ...]:
    """The columns of a table over years; `write(line, "name" | "heading", text)` changes its words."""
    return (
        Column(
            "name",
            "Line, \u00a3\u2019000",
            lambda one: one.name,
            stretch=True,
            look=Look.SUBJECT,
            edit=TextEdit(lambda one: one.name, lambda one, text: write(one, "name", text)),
        ),
        Column(
            "heading",
            "Kind of cost",
            lambda one: one.heading if one.kind is BenefitKind.COST else "",
            width=_KIND,
            look=Look.HELP,
            edit=TextEdit(lambda one: one.heading, lambda one, text: write(one, "heading", text)),
            gives_way=_ROOMY,
        ),
        *(_year(year, side, type_figure) for year in years),
        Column("total", "All years", lambda one: _total(one, side), width=_SUM, align=Align.RIGHT),
        Column(
            "printed",
            "Printed",
            _printed,
            width=_SUM,
            align=Align.RIGHT,
            look=Look.HELP,
            edit=TextEdit(
                lambda one: "" if one.printed_total is None else thousands(one.printed_total), print_total
            ),
        ),
    )


def _year(year: str, side: Side, change: Change) -> Column[Benefit]:
    return Column(
        year,
        year,
        lambda one: _cell(one.figures.get(year, Figure()), side),
        width=_YEAR,
        align=Align.RIGHT,
        edit=TextEdit(
            lambda one: _typed(one.figures.get(year, Figure()), side),
            lambda one, text: change(one, year, text),
        ),
    )


def _cell(figure: Figure, side: Side) -> Cell:
    if side is Side.PLANNED and figure.words:
        return Cell(figure.words, tone=Tone.DUE, spoken=f"{figure.words}, no figure yet")
    return Cell(_typed(figure, side))


def _typed(figure: Figure, side: Side) -> str:
    pence = figure.planned if side is Side.PLANNED else figure.realised
    if pence is None:
        return figure.words if side is Side.PLANNED else ""
    return thousands(pence)


def _total(one: Benefit, side: Side) -> Cell:
    return Cell(thousands(one.planned if side is Side.PLANNED else one.realised), bold=True)


def _printed(one: Benefit) -> Cell:
    """The total that the paper prints; one that the years do not add to is marked."""
    if one.printed_total is None:
        return Cell("")
    if one.printed_total == one.planned:
        return Cell(thousands(one.printed_total))
    return Cell(
        thousands(one.printed_total), icon="equal-not", tone=Tone.DUE, spoken="differs from its years"
    )
