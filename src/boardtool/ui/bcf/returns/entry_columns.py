"""The columns of a return's other tables: income, conditions, metrics, feedback."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtool.domain.bcf.cells import CellKind, shown_value
from boardtool.domain.bcf.pool import figure
from boardtool.domain.bcf.returns import Entry, Part
from boardtool.domain.bcf.returns_fees import fee_name
from boardtool.domain.money import read_pence
from boardtool.ui.bcf.returns.rate_columns import rate_columns, unread_cell
from boardtool.ui.tables.column import Align, Cell, ChoiceEdit, Column, Look, TextEdit
from boardtool.ui.theme.colours import Tone

if TYPE_CHECKING:
    from boardtool.data.bcf.national import Facts

Change = Callable[[Entry, str, str], None]

NAMES = {
    Part.INCOME: "Income",
    Part.CONDITION: "Conditions",
    Part.METRIC: "Metrics",
    Part.SPEND: "Spend by type",
    Part.DISCHARGE: "Discharge fund",
    Part.STATEMENT: "Statements",
    Part.SUCCESS: "Successes",
    Part.CHALLENGE: "Challenges",
    Part.FEE: "Fees",
}
_LABELS = {
    Part.INCOME: "Source of funding",
    Part.CONDITION: "Condition",
    Part.METRIC: "Metric",
    Part.STATEMENT: "Statement",
    Part.FEE: "Fee",
}
_ANSWERS = {
    Part.INCOME: "Changed?",
    Part.CONDITION: "Met?",
    Part.METRIC: "On track?",
    Part.STATEMENT: "Answer",
    Part.SUCCESS: "Enabler",
    Part.CHALLENGE: "Enabler",
}
_WORDS = {Part.METRIC: "Challenges and support", Part.STATEMENT: "Comment"}
_WITH_MONEY = {Part.INCOME, Part.SPEND, Part.DISCHARGE}


@dataclass(frozen=True, slots=True)
class Writes:
    """What the cells of a return's tables do: type a value of a row, or a figure of it by name.

    `body` is whose money a row of the discharge fund is.
    """

    change: Change
    change_rate: Change
    body: Callable[[Entry], str]


def entry_columns(part: Part, words: "Facts", year: str, writes: Writes) -> tuple[Column[Entry], ...]:
    change = writes.change
    return (
        Column(
            "label",
            _LABELS.get(part, NAMES[part]),
            _label,
            stretch=True,
            look=Look.SUBJECT,
            tooltip=lambda entry: entry.label,
        ),
        *((_body(writes),) if part is Part.DISCHARGE else ()),
        *(_amounts(change) if part in _WITH_MONEY else ()),
        *((_figures(),) if part is Part.METRIC else ()),
        *(rate_columns(writes.change_rate) if part is Part.FEE else ()),
        *((_choice(_ANSWERS[part], _answers(part, words, year), change),) if part in _ANSWERS else ()),
        *((_text("words", _WORDS.get(part, "Comment"), 160, change),) if part is not Part.FEE else ()),
        *((_text("more_words", "Achievements", 132, change),) if part is Part.METRIC else ()),
        *((_text("variance", "Variance, what is done", 148, change),) if part is Part.METRIC else ()),
    )


def _amounts(change: Change) -> tuple[Column[Entry], ...]:
    return (_amount("planned", "Planned, \u00a3", change), _amount("actual", "Actual, \u00a3", change))


def _body(writes: Writes) -> Column[Entry]:
    """Whose money it is; what the plan tells stands there until another is typed."""
    return Column(
        "body",
        "Body",
        writes.body,
        width=220,
        look=Look.HELP,
        edit=TextEdit(writes.body, lambda entry, text: writes.change(entry, "body", text)),
    )


def _answers(part: Part, words: "Facts", year: str) -> Sequence[str]:
    if part is Part.METRIC:
        return list(words.get(f"progress_{year}", words["progress"]))
    if part is Part.STATEMENT:
        return list(words["answers"])
    if part in {Part.SUCCESS, Part.CHALLENGE}:
        return list(words["enablers"])
    return ("Yes", "No")


def _label(entry: Entry) -> str:
    if entry.part is Part.FEE:
        return fee_name(entry.label)
    code = "" if entry.code in {entry.label, ""} or entry.part is not Part.CONDITION else f"{entry.code}  "
    return f"{code}{entry.label}".partition("\n")[0]


def _figures() -> Column[Entry]:
    return Column(
        "figures",
        "Figures",
        lambda entry: ", ".join(f"{name} {said}" for name, said in entry.figures.items()),
        width=148,
        look=Look.HELP,
    )


def _amount(name: str, heading: str, change: Change) -> Column[Entry]:
    return Column(
        name,
        heading,
        lambda entry: _money(entry, name),
        width=120,
        align=Align.RIGHT,
        edit=TextEdit(
            lambda entry: entry.unread.get(name) or shown_value(CellKind.MONEY, getattr(entry, name)),
            lambda entry, text: change(entry, name, text),
            read=lambda text: read_pence(text) if text.strip() else None,
        ),
        tooltip=lambda entry: "This is not an amount: write it as 1,234.50" if name in entry.unread else "",
    )


def _money(entry: Entry, name: str) -> Cell:
    if name in entry.unread:
        return unread_cell(entry.unread[name])
    pence = getattr(entry, name)
    return Cell("" if pence is None else figure(pence))


def _choice(heading: str, answers: Sequence[str], change: Change) -> Column[Entry]:
    choices = [("", "not answered"), *((answer, answer) for answer in answers)]
    return Column(
        "answer",
        heading,
        _answer,
        width=152,
        edit=ChoiceEdit(
            lambda entry: entry.answer,
            lambda _entry: choices,
            lambda entry, value: change(entry, "answer", value),
            free=True,
        ),
        tooltip=lambda entry: entry.answer,
    )


def _answer(entry: Entry) -> Cell:
    """What was answered; only additional income is asked whether it changed."""
    if entry.answer or entry.part is Part.INCOME:
        return Cell(entry.answer)
    return Cell("not answered", tone=Tone.DUE)


def _text(name: str, heading: str, width: int, change: Change) -> Column[Entry]:
    return Column(
        name,
        heading,
        lambda entry: str(getattr(entry, name)).partition("\n")[0],
        width=width,
        look=Look.HELP,
        edit=TextEdit(lambda entry: getattr(entry, name), lambda entry, text: change(entry, name, text)),
        tooltip=lambda entry: getattr(entry, name),
    )
