"""The papers that an agenda workbook names: files beside it, taken into the library with their item."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from boardtool.data import agenda, papers
from boardtool.data.store import Step
from boardtool.domain.agenda import appendix_letter
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.text import clean_line


def paper_trouble(names: Sequence[str], folder: Path) -> str:
    """Why the named files cannot be taken, "" where they can: each is a file beside the workbook."""
    for name in names:
        if name in {".", ".."} or PureWindowsPath(name).name != name or PurePosixPath(name).name != name:
            return f"“{name}” is no file name: put the file beside the workbook and write its name alone"
        if not (folder / name).is_file():
            return f"there is no file “{name}” beside the workbook"
        if (folder / name).stat().st_size == 0:
            return f"the file “{name}” is empty"
    return ""


def papers_to_come(names: Sequence[str], folder: Path, item: AgendaItem) -> tuple[str, ...]:
    """The named files that the item does not hold yet, told by what is in them."""
    held = {paper.digest for paper in item.papers}
    return tuple(name for name in names if papers.digest_of(folder / name) not in held)


def attach(step: Step, item_id: int, names: Sequence[str], folder: Path, *, exempt: bool) -> None:
    """Give an item its files, which the library keeps by now: the report first, then the appendices."""
    for name in names:
        place = len(agenda.item(step.reading, item_id).papers)
        file = folder / name
        agenda.add_paper(
            step,
            item_id,
            added_at=step.now.astimezone().replace(tzinfo=None),
            letter=appendix_letter(place),
            title=clean_line(Path(name).stem),
            file_name=clean_line(name),
            digest=papers.digest_of(file),
            size=file.stat().st_size,
            pages=papers.page_count(file),
            exempt=exempt,
        )
