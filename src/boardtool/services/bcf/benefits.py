"""What can be done to a programme's benefits table: make it, add lines, type figures in thousands."""

from boardtool.data.bcf import benefits
from boardtool.data.store import Store
from boardtool.domain.bcf.benefits import THOUSAND, BenefitKind
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_number
from boardtool.domain.text import clean_line


def make_programme(store: Store, *, board_id: int, name: str, printed_in: str = "") -> int:
    """Make a programme, such as iCAN. Its id."""
    with store.step(f"Make programme {clean_line(name)}") as step:
        return benefits.add_programme(step, board_id=board_id, name=clean_line(name), printed_in=printed_in)


def add_benefit(store: Store, *, programme_id: int, kind: BenefitKind, name: str, heading: str = "") -> int:
    """Add a line of benefits or of costs. Its id."""
    with store.step(f"Add {kind}") as step:
        return benefits.add(step, programme_id, kind=kind, name=clean_line(name), heading=clean_line(heading))


def change_benefit(store: Store, *, benefit_id: int, **texts: str) -> None:
    """Change `name` or `heading` of a line."""
    with store.step("Change benefit") as step:
        benefits.change(step, benefit_id, **{name: clean_line(text) for name, text in texts.items()})


def remove_benefit(store: Store, *, benefit_id: int) -> None:
    with store.step("Remove benefit") as step:
        benefits.remove(step, benefit_id)


def type_figure(store: Store, *, benefit_id: int, year: str, field: str, text: str) -> None:
    """Type a figure in £'000 as `planned` or `realised` of a year; words such as “TBC” stand for none yet.

    Raises:
        CannotDoError: words in place of what was realised.
    """
    written = clean_line(text)
    words = ""
    pence: int | None = None
    try:
        pence = int(read_number(written) * THOUSAND) if written else None
    except CannotDoError:
        if field != "planned":
            raise
        words = written
    values: dict[str, object] = {field: pence}
    if field == "planned":
        values["words"] = words
    with store.step(f"Set {field} benefit") as step:
        benefits.set_figure(step, benefit_id, year, values)
