"""Which areas of a file of figures are taken: those asked for, else those that the board watches."""

from collections.abc import Collection, Iterable, Sequence

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Warned
from boardtool.domain.text import folded
from boardtool.services.exchange.figure_names import MeantArea

_SHOWN = 12


def chosen(
    found: FoundFigures, asked: Sequence[str], watched: Sequence[MeantArea]
) -> tuple[list[FoundFigure], list[Warned]]:
    """The figures of the areas asked for (names or codes), else of those watched, and what is left out.

    Where nobody has chosen, and in files of our own, they are all taken.

    Raises:
        CannotDoError: an area that is asked for is not in the file.
    """
    if asked:
        _refuse_unknown(found, asked)
        taken = _of_areas(found.figures, [folded(name) for name in asked])
    elif found.origin.is_publication and watched:
        taken = _of_areas(found.figures, [word for area in watched for word in _words(area.name, area.code)])
    else:
        return found.figures, []
    left = len(found.figures) - len(taken)
    said = [f"{left} figures of other areas are not taken"] if left else []
    if not taken and not asked:
        names = ", ".join(area.name for area in watched)
        said.append(f"the file has no figure of {names}, the areas that the board watches: name others")
    return taken, [Warned(found.sheet, 0, "", "", words) for words in said]


def area_names(figures: Iterable[FoundFigure]) -> list[str]:
    """The areas of a file, each once, in its order."""
    return list(dict.fromkeys(each.area.name for each in figures if each.area is not None))


def _refuse_unknown(found: FoundFigures, asked: Sequence[str]) -> None:
    there = {word for each in found.figures for word in _names_of(each.area)}
    for name in asked:
        if folded(name) not in there:
            some = ", ".join(area_names(found.figures)[:_SHOWN])
            raise CannotDoError(f"The file has no area {name}. Among its areas are: {some}.")


def _of_areas(figures: Iterable[FoundFigure], words: Collection[str]) -> list[FoundFigure]:
    wanted = set(words)
    return [each for each in figures if each.area is None or _names_of(each.area) & wanted]


def _names_of(area: NamedArea | None) -> set[str]:
    return set() if area is None else _words(area.name, area.code)


def _words(name: str, code: str) -> set[str]:
    return {folded(name), folded(code)} - {""}
