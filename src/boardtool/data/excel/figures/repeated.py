"""Two figures of one metric, area and period: whether they agree, and in which words that is said."""

from boardtool.data.excel.figures.found import FoundFigure


def repeated_words(earlier: FoundFigure, later: FoundFigure) -> str:
    """Why the later one is not taken: "row 7 gives 95 for Kettering, July 2022, but row 2 gives 94.1"."""
    here, there = _place(later, earlier), _place(earlier, later)
    gives, gave = _given(later), _given(earlier)
    what = ", ".join(filter(None, (later.area.name if later.area else "", later.period.shown)))
    if gives == gave:
        return f"{here} and {there} both give {gives} for {what}: one of the two is enough"
    return f"{here} gives {gives} for {what}, but {there} gives {gave}: keep one"


def _place(figure: FoundFigure, other: FoundFigure) -> str:
    """Its row; its cell where both are in one row, with the sheet where they are in two."""
    place = figure.cell if figure.row == other.row and figure.cell else f"row {figure.row}"
    return place if figure.sheet == other.sheet else f"“{figure.sheet}” {place}"


def _given(figure: FoundFigure) -> str:
    parts = (
        ("", figure.value),
        ("numerator ", figure.numerator),
        ("denominator ", figure.denominator),
        ("target ", figure.target),
    )
    said = [f"{name}{number:.10g}" for name, number in parts if number is not None]
    return ", ".join(said) or figure.mark or "no value"
