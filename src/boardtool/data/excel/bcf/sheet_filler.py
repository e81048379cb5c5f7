"""Cells of a template being chosen and filled: formulas are left as they are, and what was left is said."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from boardtool.data.excel.bcf.formulas import Formulas, formulas_of, without_results
from boardtool.data.excel.template import Filling, fill_template
from boardtool.data.excel.workbook import Cell, Sheet, column_letters
from boardtool.domain.money import PENCE


@dataclass(slots=True)
class Filler:
    """The cells to fill of one template, and the notes for the person.

    A cell with a formula is never written: it works out for itself what belongs there.
    """

    template: Path
    formulas: Formulas
    values: dict[str, dict[str, Filling]] = field(default_factory=lambda: defaultdict(dict))
    kept: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    notes: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, template: Path) -> "Filler":
        return cls(template, formulas_of(template))

    def put(self, sheet: str, ref: str, value: Filling) -> bool:
        """Fill a cell; False where it holds a formula."""
        if ref in self.formulas.get(sheet, frozenset()):
            return False
        self.values[sheet][ref] = value if value != "" else None
        return True

    def put_money(self, sheet: Sheet, ref: str, pence: int | None, what: str) -> None:
        """Fill an amount; where a formula looks it up, its result is kept, and a difference is said."""
        if self.put(sheet.name, ref, pounds_of(pence)):
            return
        self.kept[sheet.name].add(ref)
        there = sheet.at(ref)
        if there is None or there.number is None or there.number * PENCE != (pence or 0):
            shown = "nothing" if there is None else there.line
            self.notes.append(
                f"Cell {ref} of “{sheet.name}” works out {what} by a formula and shows {shown}; "
                f"the plan here has {pounds_of(pence)}. It was not overwritten."
            )

    def to_bytes(self) -> bytes:
        """The filled workbook.

        Raises:
            InputRefusedError: the template cannot be read.
            CannotDoError: a cell lies inside a merged block, or takes only values of a list.
        """
        filled = fill_template(self.template, self.values)
        keep = {sheet: frozenset(refs) for sheet, refs in self.kept.items()}
        return without_results(filled, self.template, keep)


def pounds_of(pence: int | None) -> int | Decimal | None:
    """Pence as a workbook takes pounds: a whole number where there are no pence."""
    if pence is None:
        return None
    whole, rest = divmod(pence, PENCE)
    return whole if not rest else Decimal(pence) / PENCE


def ref(column: int | str, row: int) -> str:
    """The name of a cell: C9."""
    return f"{column if isinstance(column, str) else column_letters(column)}{row}"


def beside(sheet: Sheet, label: Cell) -> str:
    """The cell to the right of a label, beyond what is merged with it."""
    block = sheet.merged_at(label.row, label.column)
    right = label.column if block is None else block.right
    return ref(right + 1, label.row)
