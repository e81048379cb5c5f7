"""The values of cells as a plan takes them: money, shares and numbers, or what stands there and is none."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from boardtool.data.excel.workbook import Cell, CellKind
from boardtool.domain.bcf.cells import read_share, share_of_number
from boardtool.domain.bcf.returns_fees import read_rate
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Warned
from boardtool.domain.money import nearest_pence, pounds, read_number, read_pence

_SHOWN = 200
_DECIMALS = 10  # beyond stands only what binary fractions leave behind


@dataclass(frozen=True, slots=True)
class Read:
    """A cell as it was read: its value, or the text that is none (`unread`), and what is to be said."""

    value: int | Decimal | None
    unread: str = ""
    said: str = ""

    @property
    def number(self) -> Decimal | None:
        return None if self.value is None else Decimal(self.value)

    @property
    def pence(self) -> int | None:
        return None if self.value is None else int(self.value)


NOTHING = Read(None)


def pence(cell: Cell | None, *, scale: int = 1) -> Read:
    """Whole pence of a cell in pounds; parts of a penny, as formulas leave them, are rounded and said."""

    def number(figure: Decimal) -> Read:
        amount, exact = nearest_pence(figure, scale=scale)
        return Read(amount, said="" if exact else f"rounded to {pounds(amount)}")

    return _read(cell, number, lambda text: read_pence(text, scale=scale), "an amount")


def share(cell: Cell | None) -> Read:
    """A share as a fraction, from 0.6, 60 or "60%"."""
    return _read(cell, lambda figure: Read(share_of_number(round(figure, _DECIMALS))), read_share, "a share")


def exact(cell: Cell | None) -> Read:
    """An exact number."""
    return _read(cell, lambda figure: Read(round(figure, _DECIMALS)), read_number, "a number")


def rate(cell: Cell | None) -> Read:
    """A rate in pounds, which may have parts of a penny."""
    return _read(cell, lambda figure: Read(round(figure, _DECIMALS)), read_rate, "a rate")


def _read(
    cell: Cell | None,
    from_number: Callable[[Decimal], Read],
    from_text: Callable[[str], int | Decimal],
    what: str,
) -> Read:
    if cell is None or (cell.kind == CellKind.TEXT and not cell.line):
        return NOTHING
    if cell.trouble:
        return Read(None, cell.line or "a formula without a result", cell.trouble)
    try:
        if cell.kind == CellKind.NUMBER and cell.number is not None:
            return from_number(cell.number)
        if cell.kind == CellKind.TEXT:
            return Read(from_text(cell.line))
    except CannotDoError as trouble:
        return Read(None, cell.line, f"kept as it is written: {trouble}")
    return Read(None, cell.line, f"kept as it is written: {cell.line} is not {what}")


def warned(sheet: str, cell: Cell, reason: str) -> Warned:
    return Warned(sheet, cell.row, cell.ref, cell.line[:_SHOWN], reason)
