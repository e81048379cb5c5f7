"""Which areas of a file of figures are taken: those asked for, else those that the board watches."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Warned
from boardtool.domain.performance.metrics import Area
from boardtool.domain.text import folded
from boardtool.services.exchange.figure_names import MeantArea, without_council

_SHOWN = 12
_FEWEST_TO_CHOOSE = 2
_ENGLAND = "england"


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


@dataclass(frozen=True, slots=True)
class AreasOffered:
    """The areas of a publication to choose from, in its order.

    `ticked` are those that the board watches, at first its own and England; `open` where none was chosen yet.
    """

    names: tuple[str, ...]
    ticked: frozenset[str]
    open: bool


def offered(found: FoundFigures, watched: Sequence[Area], council: str) -> AreasOffered | None:
    """The areas of a file to choose from; None where it is no publication, or of one area alone."""
    by_name = {each.area.name: each.area for each in found.figures if each.area is not None}
    if not found.origin.is_publication or len(by_name) < _FEWEST_TO_CHOOSE:
        return None
    words = {word for area in watched for word in _words(area.name, area.code)}
    known = frozenset(name for name, area in by_name.items() if _names_of(area) & words)
    usual = {without_council(council), _ENGLAND}
    first = frozenset(name for name in by_name if without_council(name) in usual)
    return AreasOffered(tuple(by_name), known or first, open=not known)


def area_names(figures: Iterable[FoundFigure]) -> list[str]:
    """The areas of a file, each once, in its order."""
    return list(dict.fromkeys(each.area.name for each in figures if each.area is not None))


def remembered(
    watched: Sequence[MeantArea],
    taken: Sequence[MeantArea],
    there: Collection[NamedArea],
    own: MeantArea | None,
) -> list[MeantArea]:
    """The areas that a board watches once some of a file were chosen: those, and the others it watched.

    One that it watched and that is in the file (`there`) without being chosen is not watched any more. The
    board's own stays the first.
    """
    words = {word for area in there for word in _names_of(area)}
    chosen_keys = {area.key for area in taken}
    kept = [area for area in watched if area.key in chosen_keys or not _words(area.name, area.code) & words]
    every = {area.key: area for area in (*kept, *taken)}
    of_own = set() if own is None else _words(own.name, own.code)
    return sorted(every.values(), key=lambda area: not _words(area.name, area.code) & of_own)


def in_order(areas: Collection[MeantArea], asked: Sequence[str]) -> list[MeantArea]:
    """The areas as they were asked for, by name or code."""
    names = [folded(name) for name in asked]
    return sorted(areas, key=lambda area: min(_place(names, area)))


def _place(names: Sequence[str], area: MeantArea) -> list[int]:
    return [names.index(word) for word in _words(area.name, area.code) if word in names] or [len(names)]


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
