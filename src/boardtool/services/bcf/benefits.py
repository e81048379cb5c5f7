"""What can be done to a programme's benefits table: make it, add lines, type figures in thousands."""

from boardtool.data.bcf import benefits
from boardtool.data.store import Store
from boardtool.domain.bcf.benefits import THOUSAND, BenefitKind
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_number
from boardtool.domain.text import clean_line


def make_programme(store: Store, *, board_id: int, name: str, printed_in: str = "") -> int:
    """Make a programme, such as iCAN, whose table is held against a paper's totals. Its id.

    Raises:
        CannotDoError: it has no name, or the board has one of that name.
    """
    called = clean_line(name)
    if not called:
        raise CannotDoError("A programme needs a name, such as iCAN.")
    with store.step(f"Make programme {called}") as step:
        if any(one.name == called for one in benefits.every(step.reading, board_id=board_id)):
            raise CannotDoError(f"The board has a programme {called} already.")
        return benefits.add_programme(step, board_id=board_id, name=called, printed_in=clean_line(printed_in))


def remove_programme(store: Store, *, programme_id: int) -> None:
    """Remove a programme with its whole table."""
    with store.step("Remove programme") as step:
        benefits.remove_programme(step, programme_id)


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


def print_total(store: Store, *, benefit_id: int, text: str) -> None:
    """Note the total that a paper prints for a line, in £'000, so that a difference is said; "" forgets it.

    Raises:
        CannotDoError: it is no number.
    """
    written = clean_line(text)
    pence = int(read_number(written) * THOUSAND) if written else None
    with store.step("Set printed total") as step:
        benefits.change(step, benefit_id, printed_total=pence)
