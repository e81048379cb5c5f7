"""A Better Care Fund plan of a board and a year: what the pooled fund holds, and what it is spent on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class PlanState(StrEnum):
    """How far a plan, or a return, is; what was submitted is sealed until it is opened again."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RESUBMITTED = "resubmitted"
    APPROVED = "approved"

    @property
    def is_sealed(self) -> bool:
        return self is not PlanState.DRAFT


@dataclass(frozen=True, slots=True)
class Places:
    """Where a plan's figures stand in the workbook that it was read from, so that a finding can name a cell.

    `columns` is field to column letters on the sheet of schemes; `sheets` is part ("schemes", "income",
    "conditions", "metrics") to sheet name; `cells` names single cells ("adult_social_care": "D19").
    """

    sheets: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan; `year` is its template's ("2022-23", "2023-25"), `periods` its one or two financial years.

    The minimums (pence) are what must be spent from the NHS minimum; the government fills them into its
    template, and here the user types them. None where they are not known.
    """

    id: int
    board_id: int
    board_code: str
    board: str
    year: str
    periods: tuple[str, ...]
    state: PlanState = PlanState.DRAFT
    due: date | None = None
    out_of_hospital: tuple[int | None, ...] = (None, None)
    adult_social_care: tuple[int | None, ...] = (None, None)
    income_comment: str = ""
    narrative: str = ""
    file: str = ""
    places: Places = field(default_factory=Places)

    @property
    def ref(self) -> str:
        """NNHWB/2022-23."""
        return f"{self.board_code}/{self.year}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the scheme table.

    Money is whole pence, shares are fractions (0.6), outputs exact numbers; None where nothing stands.
    `expenditure_2` and `outputs_2` are those of a second plan year; the `previous_` ones what stood before an
    update. `unread` holds, by field, what was typed or read and is no value of it; `notes` local columns
    of a workbook by their heading; `row` its row there; `officer` who answers for it. Lines of one scheme
    share their `scheme_id`.
    """

    id: int
    position: int
    scheme_id: str = ""
    name: str = ""
    description: str = ""
    scheme_type: str = ""
    sub_type: str = ""
    type_other: str = ""
    objective: str = ""
    outputs: Decimal | None = None
    outputs_2: Decimal | None = None
    previous_outputs: Decimal | None = None
    unit: str = ""
    area_of_spend: str = ""
    area_other: str = ""
    commissioner: str = ""
    nhs_share: Decimal | None = None
    la_share: Decimal | None = None
    provider: str = ""
    source: str = ""
    new_existing: str = ""
    expenditure: int | None = None
    expenditure_2: int | None = None
    previous_expenditure: int | None = None
    share_of_spend: Decimal | None = None
    comment: str = ""
    pooling: str = ""
    lead_commissioner: str = ""
    tags: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None
    officer: str = ""

    def amount(self, period: int = 0) -> int:
        """Pence in the first (0) or second (1) plan year; what is not filled in counts as nothing."""
        return (self.expenditure_2 if period else self.expenditure) or 0


@dataclass(frozen=True, slots=True)
class Income:
    """A contribution to the pool: from which source, by which body, pence in one or two years."""

    id: int
    position: int
    source: str
    body: str = ""
    amount: int | None = None
    amount_2: int | None = None
    comment: str = ""
    unread: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None

    def in_period(self, period: int = 0) -> int:
        return (self.amount_2 if period else self.amount) or 0


@dataclass(frozen=True, slots=True)
class Condition:
    """A planning requirement or national condition: its key lines of enquiry, and whether it is met.

    `answer` is "Yes", "No" or ""; where it is no, `actions` and `timeframe` say what is done and until when.
    """

    id: int
    position: int
    code: str
    theme: str = ""
    requirement: str = ""
    enquiry: str = ""
    confirmed_through: str = ""
    answer: str = ""
    supporting: str = ""
    actions: str = ""
    timeframe: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class MetricValue:
    """A figure of a metric in a period ("2022-23 Q1"); `kind` is actual, estimated or plan."""

    id: int
    period: str
    kind: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    cell: str = ""


@dataclass(frozen=True, slots=True)
class MetricPlan:
    """A metric as the plan sets it: its figures, why they were chosen, and how they will be met."""

    id: int
    position: int
    key: str
    code: str
    name: str
    unit: str
    direction: str
    multiplier: int = 1
    rationale: str = ""
    local_plan: str = ""
    values: tuple[MetricValue, ...] = ()


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed a plan or a return, under what authority, and which meeting ratified it (R34)."""

    id: int
    position: int
    role: str
    name: str = ""
    authority: str = ""
    signed_on: date | None = None
    meeting_id: int | None = None
    meeting_ref: str = ""
    note: str = ""
    return_id: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A plan as it was sealed: `content` is everything it held, `digest` the SHA-256 over that."""

    id: int
    number: int
    state: PlanState
    sealed_at: datetime
    who: str
    note: str
    approved_on: date | None
    content: str
    digest: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A local name for lines that belong together (a tranche, a pillar), and the total some paper prints."""

    id: int
    name: str
    printed_total: int | None = None
    printed_in: str = ""


@dataclass(frozen=True, slots=True)
class WholePlan:
    """A plan with everything in it."""

    plan: Plan
    lines: tuple[Line, ...] = ()
    income: tuple[Income, ...] = ()
    conditions: tuple[Condition, ...] = ()
    metrics: tuple[MetricPlan, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    tags: tuple[Tag, ...] = ()
