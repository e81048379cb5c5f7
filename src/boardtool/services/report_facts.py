"""What can be done to the facts of a report: who stands behind it, and what it leans on."""

from boardtool.data import report_facts
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import clean_line, clean_text
from boardtool.services.open_records import open_item

_FACTS = {"author", "contact_officer", "contact", "background"}


def change(store: Store, *, item_id: int, **facts: str) -> None:
    """Change facts of the report on an item: author, contact_officer, contact, background.

    Raises:
        CannotDoError: a fact is unknown, or the minutes of the meeting are approved.
    """
    if unknown := set(facts) - _FACTS:
        raise CannotDoError(f"A report has no {', '.join(sorted(unknown))}.")
    cleaned = {
        fact: clean_text(value).strip() if fact == "background" else clean_line(value)
        for fact, value in facts.items()
    }
    with store.step("Change facts of report") as step:
        open_item(step, item_id)
        report_facts.change(step, item_id, **cleaned)
