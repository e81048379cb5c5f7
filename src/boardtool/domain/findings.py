"""What a check finds: which rule, how grave, where, what is wrong, and what would mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """BLOCK stops the step until overridden with a typed reason; WARN and INFORM stop nothing."""

    BLOCK = "block"
    WARN = "warn"
    INFORM = "inform"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or wrong.

    `rule` is its number ("R8"), or a word where no rule of law or standing orders speaks of it ("presenter").
    `where` holds the item numbers ("10, 12"), "" where the whole meeting is meant; `items` their ids. `mend`
    is the verb of what would put it right ("Chase"), `who` those who must, () for the person at the keyboard.
    `sheet` and `cell` say where in a workbook.
    """

    rule: str
    severity: Severity
    message: str
    where: str = ""
    mend: str = ""
    who: tuple[str, ...] = ()
    items: tuple[int, ...] = ()
    sheet: str = ""
    cell: str = ""

    def to_json(self) -> dict[str, object]:
        return {
            "rule": self.rule, "severity": str(self.severity), "sheet": self.sheet, "cell": self.cell,
            "where": self.where, "message": self.message, "mend": self.mend,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """A check that holds: its rule, and what is so (“Every item has a presenter”)."""

    rule: str
    says: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What all checks together found, the gravest first, and which of those that apply hold."""

    findings: tuple[Finding, ...]
    holding: int
    held: tuple[Held, ...] = ()

    @property
    def blocks(self) -> bool:
        return any(finding.severity is Severity.BLOCK for finding in self.findings)

    @property
    def sentence(self) -> str:
        """“3 findings, 12 checks hold”."""
        count = len(self.findings)
        found = "Nothing is lacking" if not count else f"{count} finding{'s' if count > 1 else ''}"
        return f"{found}, {self.holding} {'check holds' if self.holding == 1 else 'checks hold'}"


def gravest_first(findings: list[Finding]) -> tuple[Finding, ...]:
    order = list(Severity)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))
