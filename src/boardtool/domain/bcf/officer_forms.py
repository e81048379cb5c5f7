"""The form that goes to an officer with their lines of a plan: what each was planned, and what to fill in."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from boardtool.domain.bcf.cells import CellKind, shown_value
from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.returns import Actual
from boardtool.domain.text import folded

REPLIES = ("spend", "outputs", "explanation", "issues")
"""What an officer fills in; each is an attribute of `Actual` and of `SentLine`."""


@dataclass(frozen=True, slots=True)
class SentLine:
    """A line as a form shows it; all texts, the four replies as they were when it was sent."""

    line_id: int
    scheme_id: str
    name: str
    description: str
    source: str
    planned: str
    planned_outputs: str
    unit: str
    spend: str = ""
    outputs: str = ""
    explanation: str = ""
    issues: str = ""


@dataclass(frozen=True, slots=True)
class OfficerForm:
    """What is sent to one officer; `library` is the identity of the library that knows of it.

    `plan` is "NNHWB/2022-23", `period` the return's ("2022-23 End of Year").
    """

    library: str
    plan: str
    period: str
    officer: str
    sent_on: date
    due_back: date
    lines: tuple[SentLine, ...] = ()

    @property
    def content(self) -> str:
        """Everything in it, as one text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, default=date.isoformat)

    @property
    def digest(self) -> str:
        """What tells this form from every other, and whether its stamp is as it was written."""
        return sha256(self.content.encode()).hexdigest()


def form_of(content: str) -> OfficerForm:
    """A form from its content.

    Raises:
        ValueError, TypeError, KeyError: it is the content of no form.
    """
    held = json.loads(content)
    days = {name: date.fromisoformat(held[name]) for name in ("sent_on", "due_back")}
    return OfficerForm(**{**held, **days, "lines": tuple(SentLine(**line) for line in held["lines"])})


def as_sent(line: Line, actual: Actual, *, period: int) -> SentLine:
    """A line as it goes into a form, with what is known of it so far."""
    return SentLine(
        line_id=line.id,
        scheme_id=line.scheme_id,
        name=line.name,
        description=line.description,
        source=line.source,
        planned=shown_value(CellKind.MONEY, line.amount(period)),
        planned_outputs=shown_value(CellKind.NUMBER, line.outputs_2 if period else line.outputs),
        unit=line.unit,
        spend=shown_value(CellKind.MONEY, actual.spend),
        outputs=shown_value(CellKind.NUMBER, actual.outputs),
        explanation=actual.explanation,
        issues=actual.issues,
    )


def by_officer(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines of each officer, under the name as it is written first; a line without one is nobody's."""
    found: dict[str, list[Line]] = {}
    names: dict[str, str] = {}
    for line in lines:
        if folded(line.officer):
            found.setdefault(names.setdefault(folded(line.officer), line.officer), []).append(line)
    return found
