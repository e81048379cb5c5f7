"""What can be wrong within one line: its words, money, shares, outputs, and what is not filled in."""

from decimal import Decimal

from boardtool.domain.bcf.cells import FIELDS, ONE, CellKind, plain, shown_value
from boardtool.domain.bcf.checks.case import Found, Mend, PlanCase, line_finding
from boardtool.domain.bcf.lists import JOINT, OTHER
from boardtool.domain.bcf.plans import Line
from boardtool.domain.findings import Severity
from boardtool.domain.money import PENCE, pounds

MOST = 1_000_000_000 * PENCE
_WORDS = ("scheme_type", "area_of_spend", "commissioner", "provider", "source", "new_existing", "objective")
_ALWAYS = ("scheme_id", "name", "description", *_WORDS, "expenditure", "expenditure_2")
_SHARES = ("nhs_share", "la_share")


def of_line(case: PlanCase, line: Line) -> Found:
    """Everything wrong within a line; nothing of it depends on another line."""
    yield from unread(case, line)
    yield from money(case, line)
    yield from words(case, line)
    yield from sub_type(case, line)
    yield from other_in_words(case, line)
    if "commissioner" in case.lists.fields:
        yield from shares(case, line)
    yield from outputs(case, line)
    yield from complete(case, line)


def unread(case: PlanCase, line: Line) -> Found:
    """What was typed or read and is no value of its field (V7; V4 for shares, V13 for outputs)."""
    for name, text in line.unread.items():
        kind = FIELDS[name].kind
        rule, what = {
            CellKind.MONEY: ("V7", "an amount: write it as 1,234.50"),
            CellKind.SHARE: ("V4", "a share: write it as 60 %"),
        }.get(kind, ("V13", "a number"))
        yield line_finding(case, rule, Severity.BLOCK, line, name, f"“{text}” is not {what}.")


def money(case: PlanCase, line: Line) -> Found:
    """Amounts are not below nothing, nor above £1,000,000,000 (V7)."""
    for name in ("expenditure", "expenditure_2"):
        amount: int | None = getattr(line, name)
        if amount is not None and not 0 <= amount <= MOST:
            side = "less than nothing" if amount < 0 else "above £1,000,000,000"
            mends = () if amount > 0 else (_put(line, name, shown_value(CellKind.MONEY, -amount)),)
            yield line_finding(case, "V7", Severity.BLOCK, line, name, f"{pounds(amount)} is {side}.", *mends)


def words(case: PlanCase, line: Line) -> Found:
    """Words that are in no list of the year (V6)."""
    for name in _WORDS:
        text: str = getattr(line, name)
        if text and name in case.lists.fields and not case.lists.has(name, text):
            near = case.lists.nearest(name, text)
            yield line_finding(
                case,
                "V6",
                Severity.BLOCK,
                line,
                name,
                f"“{text}” is no {FIELDS[name].heading.lower()} of {case.lists.year}.",
                *([_put(line, name, near)] if near else []),
            )


def sub_type(case: PlanCase, line: Line) -> Found:
    """The sub type is one of the line's scheme type (V6)."""
    kind = case.lists.type_named.get(line.scheme_type)
    if kind is None or not line.sub_type or not case.lists.rules.sub_types:
        return
    if not case.lists.has("sub_type", line.sub_type, line.scheme_type):
        message = (
            f"“{line.sub_type}” is no sub type of {kind.name}."
            if kind.sub_types
            else f"{kind.name} has no sub types: leave it empty."
        )
        near = case.lists.nearest("sub_type", line.sub_type, line.scheme_type)
        mends = [_put(line, "sub_type", near)] if near else []
        if not kind.sub_types:
            mends = [Mend("Empty the sub type", line.id, "sub_type", "")]
        yield line_finding(case, "V6", Severity.BLOCK, line, "sub_type", message, *mends)


def other_in_words(case: PlanCase, line: Line) -> Found:
    """Where a type, sub type or area is “Other”, the words beside it say what (V5)."""
    fields = case.lists.fields
    if OTHER in {line.scheme_type, line.sub_type} and not line.type_other and "type_other" in fields:
        message = "The type or sub type is “Other”: say in words what it is."
        yield line_finding(case, "V5", Severity.BLOCK, line, "type_other", message)
    if line.area_of_spend == OTHER and not line.area_other and "area_other" in fields:
        message = "The area of spend is “Other”: say in words what it is."
        yield line_finding(case, "V5", Severity.BLOCK, line, "area_other", message)


def shares(case: PlanCase, line: Line) -> Found:
    """A joint line has both shares, each from 0 to 100 %, together 100 %; any other line has none (V4)."""
    nhs, la = line.nhs_share, line.la_share
    if line.commissioner != JOINT:
        for name in _SHARES:
            if getattr(line, name) is not None and line.commissioner:
                yield line_finding(
                    case,
                    "V4",
                    Severity.WARN,
                    line,
                    name,
                    f"Only a joint line has shares; this one is commissioned by {line.commissioner}.",
                    Mend("Empty it", line.id, name, ""),
                )
        return
    wrong = [
        (name, share)
        for name, share in (("nhs_share", nhs), ("la_share", la))
        if share is not None and not 0 <= share <= ONE
    ]
    for name, share in wrong:
        other = la if name == "nhs_share" else nhs
        mends = [_put(line, name, _percent(ONE - other))] if other is not None and 0 <= other <= ONE else []
        message = f"A share of {_percent(share)} is not between 0 % and 100 %."
        yield line_finding(case, "V4", Severity.BLOCK, line, name, message, *mends)
    if wrong:
        return
    lacking = next((name for name in _SHARES if getattr(line, name) is None), None)
    if lacking is not None:
        given = nhs if lacking == "la_share" else la
        if lacking not in line.unread:
            mends = [] if given is None else [_put(line, lacking, _percent(ONE - given))]
            message = "The line is joint: give both shares."
            yield line_finding(case, "V4", Severity.BLOCK, line, lacking, message, *mends)
        return
    if nhs is not None and la is not None and round(nhs + la, 6) != 1:
        message = f"The shares make {_percent(nhs + la)}, not 100 %."
        yield line_finding(
            case, "V4", Severity.BLOCK, line, "la_share", message, _put(line, "la_share", _percent(ONE - nhs))
        )


def outputs(case: PlanCase, line: Line) -> Found:
    """Where the type has a unit, outputs are numbers above 0 and the unit is the type's (V13)."""
    if not case.lists.rules.outputs:
        return
    kind = case.lists.type_named.get(line.scheme_type)
    if kind is None:
        return
    if kind.unit and line.unit not in {kind.unit, *kind.units_also}:
        message = f"The unit of {kind.name} is “{kind.unit}”."
        yield line_finding(case, "V13", Severity.BLOCK, line, "unit", message, _put(line, "unit", kind.unit))
    periods = len(case.lists.periods)
    for period, name in enumerate(("outputs", "outputs_2")[:periods]):
        given: Decimal | None = getattr(line, name)
        spends = line.amount(period) > 0
        if kind.unit and spends and name not in line.unread and (given is None or given <= 0):
            message = f"{kind.name} needs outputs in “{kind.unit}”, above 0."
            yield line_finding(case, "V13", Severity.BLOCK, line, name, message)
        elif not kind.unit and given is not None:
            message = f"{kind.name} has no outputs: leave them empty."
            yield line_finding(
                case, "V13", Severity.WARN, line, name, message, Mend("Empty them", line.id, name, "")
            )


def complete(case: PlanCase, line: Line) -> Found:
    """What every line must say is there (V10); one finding a line."""
    fields = case.lists.fields
    missing = [
        name
        for name in _ALWAYS
        if name in fields and getattr(line, name) in {"", None} and name not in line.unread
    ]
    if case.lists.rules.objective and "name" in missing:
        missing.remove("name")
    kind = case.lists.type_named.get(line.scheme_type)
    if kind is not None and kind.sub_types and not line.sub_type and "sub_type" in fields:
        missing.append("sub_type")
    if missing:
        names = ", ".join(FIELDS[name].heading.lower() for name in missing)
        yield line_finding(case, "V10", Severity.BLOCK, line, missing[0], f"Not filled in: {names}.")


def _put(line: Line, name: str, text: str) -> Mend:
    said = f"£{text}" if FIELDS[name].kind is CellKind.MONEY else f"“{text}”"
    if FIELDS[name].kind is CellKind.SHARE:
        said = text
    return Mend(f"Put {said}", line.id, name, text)


def _percent(share: Decimal) -> str:
    return f"{plain(round(share * 100, 4))} %"
