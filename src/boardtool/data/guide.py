"""The pages of the user's guide that ships with boardtool, each in Markdown with its pictures beside it."""

from dataclasses import dataclass
from pathlib import Path

from boardtool.data.resources import guide_folder

FIRST = "getting-started"
"""The page that the guide opens at."""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page of the guide: the name of its file, its title, and its words in Markdown without the title."""

    name: str
    title: str
    text: str
    folder: Path


def pages() -> tuple[GuidePage, ...]:
    """Every page, the one to begin with first, then by title.

    Raises:
        MachineError: the guide is missing on this machine.
    """
    folder = guide_folder()
    found = [_page(file) for file in folder.glob("*.md")]
    return tuple(sorted(found, key=lambda page: (page.name != FIRST, page.title)))


def _page(file: Path) -> GuidePage:
    first, _, rest = file.read_text(encoding="utf-8").partition("\n")
    return GuidePage(file.stem, first.removeprefix("#").strip(), rest.strip(), file.parent)
