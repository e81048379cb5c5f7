"""The kinds of files that can be taken in, and the words in which the page speaks of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from boardtool.domain.bcf.cells import FIELDS

WORKBOOKS = "Workbooks (*.xlsx *.xlsm *.ods *.csv);;All files (*)"
WORD_FILES = "Word documents (*.docx);;All files (*)"
PDF_FILES = "PDF files (*.pdf);;All files (*)"


@dataclass(frozen=True, slots=True)
class ImportKind:
    """How a kind is spoken of.

    `key` is the heading of the column that tells rows apart, "" where the subject itself does. `fields` gives
    the words of a field, in the order in which they are shown. `subject` is the field that a row is about,
    `short` those that say in one line what a new row holds, `new` what a new row is called. `row` heads the
    column that tells where in the file something stands, and `place` names one such place. `asks_meeting`
    where no file says for which meeting it is.
    """

    name: str
    title: str
    asked: str
    sought: str
    files: str
    row: str
    key: str
    subject_heading: str
    subject: tuple[str, ...]
    short: tuple[str, ...]
    matched: str
    fields: Mapping[str, str]
    new: str = ""
    place: str = "Row"
    asks_meeting: bool = False
    key_width: int = 96

    def words_for(self, field: str) -> str:
        return self.fields.get(field, field.replace("_", " ").capitalize())


_PLAN_WORDS = {
    "income_comment": "Comment on income",
    "out_of_hospital": "Minimum out of hospital",
    "adult_social_care": "Minimum adult social care",
    "body": "Body",
    "amount": "Amount",
    "amount_2": "Amount, second year",
    "rationale": "Why this ambition",
    "local_plan": "How it will be met",
    "answer": "Met?",
    "supporting": "What shows it",
    "actions": "Action if not met",
    "timeframe": "Until",
    "enquiry": "Key lines of enquiry",
}
_RETURN_WORDS = {
    "label": "What it is about",
    "answer": "Answer",
    "words": "Comment",
    "more_words": "Achievements",
    "planned": "Planned",
    "actual": "Actual",
    "spend": "Spent",
    "outputs": "Delivered",
    "spend_planned": "Planned spend",
    "spend_actual": "Actual spend",
    "spend_changed": "Spend changed?",
    "spend_comment": "Comment on spend",
    "income_comment": "Comment on income",
    "fees_comment": "Comment on fees",
    "pooled_planned": "Pooled fund, planned",
    "pooled_actual": "Pooled fund, actual",
}

KINDS = {
    kind.name: kind
    for kind in (
        ImportKind(
            name="members",
            title="Import members",
            new="New member",
            asked="Choose the workbook that lists the members, or drop it here.",
            sought="Name, and if there: post, role on board, organisation, email, seat, voting, from, to",
            files=WORKBOOKS,
            row="Row",
            key="",
            subject_heading="Member",
            subject=("name",),
            short=("post", "role"),
            matched="Matched to members by name, whatever the title",
            fields={
                "name": "Name",
                "post": "Listed as",
                "role": "Role",
                "organisation": "Organisation",
                "email": "Email",
                "phone": "Phone",
                "seat": "Seat",
                "voting": "Voting",
                "starts": "From",
                "ends": "To",
            },
        ),
        ImportKind(
            name="agenda",
            title="Import an agenda",
            new="New item",
            asks_meeting=True,
            asked="Choose the workbook of the agenda, or drop it here.",
            sought="Item number and subject, and if there: presenting officer, time, page, purpose, papers",
            files=WORKBOOKS,
            row="Row",
            key="Item",
            subject_heading="Subject",
            subject=("subject",),
            short=("time", "presenters"),
            matched="Matched to items by subject, then by number",
            fields={
                "number": "Number",
                "subject": "Subject",
                "presenters": "Presented by",
                "time": "Starts",
                "length": "Minutes",
                "kind": "Comes as",
                "pages": "Pages",
                "purpose": "Purpose",
                "recommendations": "Recommendations",
                "papers": "Papers",
                "exempt": "Exempt",
                "public_title": "Public title",
            },
        ),
        ImportKind(
            name="actions",
            title="Import replies or an action log",
            new="New action",
            asked="Choose the workbook that an owner sent back, or that of an action log; or drop it here.",
            sought="Action number and action point, and if there: allocated to, due, progress, status",
            files=WORKBOOKS,
            row="Row",
            key="Action no.",
            key_width=136,  # a reply's actions are of any board: NNHWB/050722/01
            subject_heading="Action point",
            subject=("text",),
            short=("owners", "due"),
            matched="Matched to actions by number",
            fields={
                "number": "Number",
                "text": "Action point",
                "owners": "Allocated to",
                "due": "Due",
                "status": "Status",
                "progress": "Progress",
                "completed_on": "Completed on",
            },
        ),
        ImportKind(
            name="minutes",
            title="Import minutes",
            asked="Choose the Word file of the minutes, or drop it here.",
            sought="Who was there, the numbered minutes, what was resolved, and tables of actions",
            files=WORD_FILES,
            row="Para.",
            place="Paragraph",
            key="",
            subject_heading="What it is about",
            subject=("heading", "name", "date"),
            short=("presence", "post", "resolutions", "text"),
            matched="Matched to agenda items by subject, to people by name",
            fields={
                "number": "Number",
                "heading": "Heading",
                "text": "Narrative",
                "lead": "Before the resolutions",
                "resolutions": "Resolutions",
                "actions": "Actions",
                "name": "Name",
                "post": "Listed as",
                "capacity": "Listed under",
                "presence": "Attendance",
                "chairing": "In the chair",
                "came_at": "Came at",
                "left_at": "Left at",
                "substitute_for": "Substitute for",
                "date": "Date",
                "start": "Start",
                "closed_at": "Closed at",
                "place": "Place",
            },
        ),
        ImportKind(
            name="bcf",
            title="Import a Better Care Fund plan",
            new="New in the plan",
            asked="Choose the national planning workbook, or drop it here.",
            sought="Income, schemes, metrics and planning requirements, of any year from 2021-22 to 2025-26",
            files=WORKBOOKS,
            row="Row",
            key="",
            subject_heading="What it is about",
            subject=("name", "source", "code"),
            short=("scheme_type", "source", "expenditure", "body", "amount", "answer", "requirement"),
            matched="Matched to lines by scheme ID and words, to income by source and body",
            fields={**{name: field.heading for name, field in FIELDS.items()}, **_PLAN_WORDS},
        ),
        ImportKind(
            name="return",
            title="Import a Better Care Fund return",
            new="New in the return",
            asked="Choose the national return, or drop it here.",
            sought="Conditions, metrics, actual income and spend, year-end feedback",
            files=WORKBOOKS,
            row="Row",
            key="",
            subject_heading="What it is about",
            subject=("label", "name", "code"),
            short=("answer", "actual", "spend", "outputs", "words"),
            matched="Matched to the return of its period, to lines by scheme ID and words",
            fields=_RETURN_WORDS,
        ),
        ImportKind(
            name="metrics",
            title="Import figures of metrics",
            new="New figure",
            asked="Choose the workbook or CSV that holds the figures, or drop it here.",
            sought="Our own tables, Fingertips, ASCOF, discharge SitRep, Discharge Ready Date, BCF metrics",
            files=WORKBOOKS,
            row="Row",
            key="",
            subject_heading="Metric",
            subject=("name", "metric"),
            short=("period", "value", "area", "target"),
            matched="Matched to figures by metric, area and period",
            fields={
                "metric": "Metric",
                "area": "Area",
                "period": "Period",
                "unit": "Unit",
                "value": "Value",
                "numerator": "Numerator",
                "denominator": "Denominator",
                "lower": "Lower limit",
                "upper": "Upper limit",
                "status": "Status",
                "note": "Note",
                "target": "Target",
                "comment": "Commentary",
            },
        ),
        ImportKind(
            name="pages",
            title="Read page ranges from a published pack",
            asked="Choose the pack as the council published it, or drop it here.",
            sought="Where each item's papers begin, by their words; else bookmarks and the printed agenda",
            files=PDF_FILES,
            row="Page",
            place="Page",
            asks_meeting=True,
            key="Item",
            subject_heading="Subject",
            subject=("subject",),
            short=("pages",),
            matched="Matched to items by the words of their papers",
            fields={"subject": "Subject", "pages": "Pages", "found_by": "Found by"},
        ),
    )
}
