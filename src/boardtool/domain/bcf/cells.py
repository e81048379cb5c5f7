"""The cells of the scheme table: what each field holds, and how what is typed becomes its value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import PENCE, read_number, read_pence
from boardtool.domain.text import clean_line, clean_text

Value = str | int | Decimal | tuple[str, ...] | None

ONE = Decimal(1)
_MOST_AS_FRACTION = Decimal(2)


class CellKind(StrEnum):
    TEXT = "text"
    LIST = "list"
    MONEY = "money"
    SHARE = "share"
    NUMBER = "number"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a line: its name, kind, and heading on the screen."""

    name: str
    kind: CellKind
    heading: str


FIELDS: Mapping[str, Field] = {
    name: Field(name, CellKind(kind), heading)
    for name, kind, heading in (
        ("scheme_id", "text", "ID"),
        ("name", "text", "Scheme"),
        ("description", "text", "Description"),
        ("scheme_type", "list", "Scheme type"),
        ("sub_type", "list", "Sub type"),
        ("type_other", "text", "If type is other"),
        ("objective", "list", "Primary objective"),
        ("outputs", "number", "Outputs"),
        ("outputs_2", "number", "Outputs, second year"),
        ("previous_outputs", "number", "Outputs before"),
        ("unit", "list", "Unit"),
        ("area_of_spend", "list", "Area of spend"),
        ("area_other", "text", "If area is other"),
        ("commissioner", "list", "Commissioner"),
        ("nhs_share", "share", "% NHS"),
        ("la_share", "share", "% LA"),
        ("provider", "list", "Provider"),
        ("source", "list", "Source of funding"),
        ("new_existing", "list", "New or existing"),
        ("expenditure", "money", "Expenditure"),
        ("expenditure_2", "money", "Expenditure, second year"),
        ("previous_expenditure", "money", "Expenditure before"),
        ("share_of_spend", "share", "% of overall spend"),
        ("comment", "text", "Comment"),
        ("pooling", "list", "Pooled or aligned"),
        ("lead_commissioner", "text", "Lead commissioner"),
        ("tags", "tags", "Local tags"),
        ("officer", "text", "Officer"),
    )
}
LOCAL = frozenset({"pooling", "lead_commissioner", "tags", "officer"})
"""Fields that are ours: no national template has them."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell takes: its value, or what was typed and is none (`unread`), with the reason."""

    value: Value
    unread: str = ""
    reason: str = ""


def read_cell(lists: YearLists, name: str, text: str, *, scheme_type: str = "") -> Typed:
    """What a text typed or pasted into a field means; text that is no value is kept as `unread`.

    A word that is in no list is kept as it is: a check says so, and nothing is lost.
    """
    return _READERS[FIELDS[name].kind](lists, name, text, scheme_type)


def _text(_lists: YearLists, name: str, text: str, _scheme_type: str) -> Typed:
    several_lines = name in {"description", "comment", "type_other", "area_other"}
    return Typed(clean_text(text).strip() if several_lines else clean_line(text))


def _word(lists: YearLists, name: str, text: str, scheme_type: str) -> Typed:
    written = clean_line(text)
    return Typed(lists.read(name, written, scheme_type) or written)


def _tags(_lists: YearLists, _name: str, text: str, _scheme_type: str) -> Typed:
    return Typed(tags_of(text))


def tags_of(text: str) -> tuple[str, ...]:
    """Tags parted by semicolons, each once, in their order."""
    return tuple(dict.fromkeys(tag for part in text.split(";") if (tag := clean_line(part))))


def _attempt(text: str, read: Callable[[str], Value]) -> Typed:
    written = clean_line(text)
    if not written:
        return Typed(None)
    try:
        return Typed(read(written))
    except CannotDoError as trouble:
        return Typed(None, written, str(trouble))


def _money(_lists: YearLists, _name: str, text: str, _scheme_type: str) -> Typed:
    return _attempt(text, read_pence)


def _number(_lists: YearLists, _name: str, text: str, _scheme_type: str) -> Typed:
    return _attempt(text, read_number)


def _share(_lists: YearLists, _name: str, text: str, _scheme_type: str) -> Typed:
    return _attempt(text, read_share)


_READERS: Mapping[CellKind, Callable[[YearLists, str, str, str], Typed]] = {
    CellKind.TEXT: _text,
    CellKind.LIST: _word,
    CellKind.MONEY: _money,
    CellKind.SHARE: _share,
    CellKind.NUMBER: _number,
    CellKind.TAGS: _tags,
}


def read_share(text: str) -> Decimal:
    """A share as a fraction, from "60 %", "60" or "0.6"; a number below 2 is a fraction already.

    Raises:
        MoneyRefusedError: it is no number.
    """
    number = read_number(text)
    return number if "%" in text else share_of_number(number)


def share_of_number(number: Decimal) -> Decimal:
    """A bare number as a share: 0.6 and 1.1 are fractions, 60 and 110 per cent."""
    return number / 100 if abs(number) >= _MOST_AS_FRACTION else number


def shown(name: str, line: Line) -> str:
    """What a cell shows and copies: "420000", "60%", "12.5"; what could not be read shows as it was typed."""
    if name in line.unread:
        return line.unread[name]
    value: Value = getattr(line, name)
    return shown_value(FIELDS[name].kind, value)


def shown_value(kind: CellKind, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, int):
        whole, rest = divmod(abs(value), PENCE)
        sign = "-" if value < 0 else ""
        return f"{sign}{whole}.{rest:02d}" if rest else f"{sign}{whole}"
    if isinstance(value, Decimal):
        return f"{plain(value * 100)}%" if kind is CellKind.SHARE else plain(value)
    return value


def plain(number: Decimal) -> str:
    """A number as people write it: no exponent, no noughts that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def values_of(lists: YearLists, line: Line, name: str, text: str) -> dict[str, object]:
    """Every field that typing a text into one cell changes, by name, with `unread` as it will be.

    Choosing a type fills the unit; typing the NHS share fills the council's, as the template does.
    """
    typed = read_cell(lists, name, text, scheme_type=line.scheme_type)
    changed: dict[str, object] = {name: typed.value}
    unread = {key: words for key, words in line.unread.items() if key != name}
    if typed.unread:
        unread[name] = typed.unread
    if name == "scheme_type" and lists.rules.outputs:
        changed["unit"] = lists.unit_of(str(typed.value))
    if name == "nhs_share" and isinstance(typed.value, Decimal) and 0 <= typed.value <= ONE:
        changed["la_share"] = ONE - typed.value
        unread.pop("la_share", None)
    if unread != dict(line.unread):
        changed["unread"] = unread
    return changed
