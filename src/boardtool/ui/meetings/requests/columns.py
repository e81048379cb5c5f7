"""The columns of the register of requests, and what an edit of each calls."""

from boardtool.domain.dates import clock, short_weekday_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.requests_to_address import Decision, Spoke
from boardtool.ui.meetings.requests.edits import RequestEdits
from boardtool.ui.meetings.requests.rows import RequestRow
from boardtool.ui.tables.column import Align, Cell, ChoiceEdit, Column, Look, TextEdit
from boardtool.ui.theme.colours import Tone

DECISION_WORDS = {
    Decision.UNDECIDED: "To decide",
    Decision.ACCEPTED: "Accepted",
    Decision.DECLINED: "Declined",
    Decision.WITHDRAWN: "Withdrawn",
}
_LOOKS = {
    Decision.UNDECIDED: ("circle-dashed", Tone.DUE),
    Decision.ACCEPTED: ("circle-check", Tone.DONE),
    Decision.DECLINED: ("circle-x", Tone.HELP),
    Decision.WITHDRAWN: ("minus", Tone.HELP),
}
_SPOKE = {Spoke.UNSAID: "", Spoke.YES: "spoke", Spoke.NO: "did not"}


def request_columns(edits: RequestEdits) -> tuple[Column[RequestRow], ...]:
    return (
        Column(
            "name",
            "Who asks",
            lambda row: row.request.name,
            width=170,
            look=Look.SUBJECT,
            edit=TextEdit(lambda row: row.request.name, edits.name),
        ),
        Column(
            "organisation",
            "For",
            lambda row: row.request.organisation,
            width=170,
            look=Look.HELP,
            gives_way=1000,
            edit=TextEdit(lambda row: row.request.organisation, edits.organisation),
        ),
        Column(
            "item",
            "Item",
            lambda row: "" if row.item is None else row.item.number,
            width=64,
            edit=ChoiceEdit(
                lambda row: "" if row.item is None else str(row.item.id),
                lambda row: row.choices,
                edits.item,
            ),
            tooltip=lambda row: "" if row.item is None else row.item.subject,
        ),
        Column(
            "subject",
            "On",
            lambda row: row.request.subject,
            stretch=True,
            edit=TextEdit(lambda row: row.request.subject, edits.subject),
        ),
        Column("received", "Received", _received, width=178, look=Look.HELP, gives_way=700),
        Column("decision", "Decision", _decision, width=116, tooltip=lambda row: row.request.reason),
        Column(
            "minutes",
            "Minutes",
            lambda row: str(row.request.minutes or ""),
            width=72,
            align=Align.RIGHT,
            edit=TextEdit(lambda row: str(row.request.minutes or ""), edits.minutes, read=read_minutes),
        ),
        Column("spoke", "Spoke", lambda row: _SPOKE[row.request.spoke], width=76, look=Look.HELP),
    )


def read_minutes(words: str) -> int:
    """Minutes as a person types them.

    Raises:
        CannotDoError: it is no whole number.
    """
    if not words.strip().isdecimal():
        raise CannotDoError("Give whole minutes, such as 3.")
    return int(words)


def _received(row: RequestRow) -> Cell:
    at = row.request.received_at
    words = f"{short_weekday_date(at.date())}, {clock(f'{at:%H:%M}')}"
    if not row.late:
        return Cell(words)
    return Cell(words, icon="clock", tone=Tone.LATE, spoken=f"{words}, after requests closed")


def _decision(row: RequestRow) -> Cell:
    icon, tone = _LOOKS[row.request.decision]
    return Cell(DECISION_WORDS[row.request.decision], icon=icon, icon_tone=tone)
