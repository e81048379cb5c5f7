"""The rows of Today as sentences: findings, dates that bind, promises that nothing followed."""

from boardtool.data.today import NextMeeting, Promised, Today
from boardtool.domain.dates import clock, long_date, short_weekday_date, weekday_date
from boardtool.domain.findings import Finding
from boardtool.domain.milestones import BindingDate, Milestone, Reached, days_away
from boardtool.domain.notice_words import without_year
from boardtool.domain.reconcile import Commitment
from boardtool.ui.meetings.finding_look import finding_look
from boardtool.ui.meetings.short_names import short_board, short_place
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets import timeline
from boardtool.ui.widgets.sentence_row import Sentence
from boardtool.ui.widgets.timeline import Stage

_STAGES = {
    Reached.DONE: (Stage.DONE, Tone.HELP),
    Reached.NOW: (Stage.NEXT, Tone.DUE),
    Reached.AHEAD: (Stage.AHEAD, Tone.HELP),
    Reached.MISSED: (Stage.NEXT, Tone.LATE),
}


def where_and_when(coming: NextMeeting) -> str:
    """“Tuesday 6 September 2022, 1.30 pm · The Council Chamber · 15 items · 214 pages”."""
    meeting = coming.meeting
    items = f"{coming.item_count} item{'' if coming.item_count == 1 else 's'}"
    parts = [f"{weekday_date(meeting.date)}, {clock(meeting.start)}", short_place(meeting.place), items]
    if coming.pages is not None:
        parts.append(f"{coming.pages} page{'' if coming.pages == 1 else 's'}")
    return " · ".join(part for part in parts if part)


def on_the_line(milestones: tuple[Milestone, ...]) -> list[timeline.Milestone]:
    return [
        timeline.Milestone(short_weekday_date(each.on), each.what, each.detail, *_STAGES[each.reached])
        for each in milestones
    ]


def finding_sentence(finding: Finding, subjects: dict[int, str]) -> Sentence:
    icon, tone = finding_look(finding)
    subject = subjects.get(finding.items[0], "") if len(finding.items) == 1 else ""
    return Sentence(
        text=finding.message,
        lead=finding.where or "–",
        subject=subject,
        who="; ".join(finding.who) or "You",
        verb=finding.mend,
        icon=icon,
        icon_tone=tone,
    )


def binding_sentence(binding: BindingDate, today: Today) -> Sentence:
    return Sentence(
        text=binding.what,
        lead=short_weekday_date(binding.on),
        who=short_board(short_place(binding.about)),
        end=days_away(binding.days),
        tone=Tone.DUE if _comes_next(binding, today.coming) else Tone.HELP,
    )


def _comes_next(binding: BindingDate, coming: NextMeeting | None) -> bool:
    """Whether this is the milestone that the next meeting has come to."""
    return coming is not None and any(
        each.reached is Reached.NOW and each.on == binding.on and binding.meeting_ref == coming.meeting.ref
        for each in coming.milestones
    )


def promise_sentence(commitment: Commitment) -> Sentence:
    return Sentence(
        text=commitment.text,
        lead=commitment.place,
        who=commitment.who or "Nobody named",
        verb="Make an action",
    )


def promised_heading(promised: Promised, today: Today) -> tuple[str, str]:
    """“Promised on 5 July, followed by nothing” and “3 of 9 commitments”."""
    held = promised.meeting.date
    day = without_year(long_date(held), held, today.on)
    count = len(promised.reconciliation.promises)
    fact = (
        f"{len(promised.reconciliation.followed_by_nothing)} of {count} commitment{'' if count == 1 else 's'}"
    )
    return f"Promised on {day}, followed by nothing", fact
