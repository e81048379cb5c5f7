"""A report that came back: what it says otherwise is shown first, then taken in one step."""

from collections.abc import Collection
from pathlib import Path

from boardtool.data import agenda, report_facts
from boardtool.data.store import Reading, Store
from boardtool.data.word.report import read_report
from boardtool.domain.errors import CannotDoError
from boardtool.domain.report_read import NAMES, ReportChange, changes_of
from boardtool.domain.text import clean_line, clean_text
from boardtool.services.open_records import open_item


def preview(reading: Reading, *, item_id: int, path: Path) -> tuple[ReportChange, ...]:
    """What the report in `path` would change about an item; nothing is changed.

    Raises:
        CannotDoError: it says that it is on another item.
        InputRefusedError: it is no report from the template.
    """
    item, read = agenda.item(reading, item_id), read_report(path)
    if read.number and read.number != item.number:
        raise CannotDoError(
            f"{path.name} says that it is on item {read.number}, not on item {item.number}. "
            "Choose that item, or correct the number in the report."
        )
    return changes_of(read, item, report_facts.of_item(reading, item_id))


def take(store: Store, *, item_id: int, changes: Collection[ReportChange]) -> None:
    """Take in what was chosen of a returned report.

    Raises:
        CannotDoError: a fact is unknown, or the minutes of the meeting are approved.
    """
    if unknown := {each.fact for each in changes} - set(NAMES):
        raise CannotDoError(f"A report has no {', '.join(sorted(unknown))}.")
    taken = {each.fact: _cleaned(each) for each in changes}
    if not taken:
        return
    with store.step("Take in report") as step:
        open_item(step, item_id)
        if "recommendations" in taken:
            agenda.change(step, item_id, recommendations=taken.pop("recommendations"))
        if taken:
            report_facts.change(step, item_id, **taken)


def _cleaned(change: ReportChange) -> str:
    if change.fact in {"recommendations", "background"}:
        return clean_text(change.theirs).strip()
    return clean_line(change.theirs)
