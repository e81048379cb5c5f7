"""The columns of an agenda, those of the printed front sheet, and what an edit of each calls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boardtool.domain.agenda import page_range
from boardtool.domain.agenda_totals import AgendaTotals, read_length
from boardtool.domain.boards import ItemRole
from boardtool.domain.dates import agenda_clock
from boardtool.domain.exempt import closed_as, reason_of
from boardtool.domain.findings import Checked
from boardtool.domain.item_roles import MADE_HERE
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.domain.times import read_clock
from boardtool.domain.titles import report_title
from boardtool.ui.meetings.agenda.edits import AgendaEdits
from boardtool.ui.meetings.finding_look import TITLES_DIFFER
from boardtool.ui.tables.column import Align, Cell, ChoiceEdit, Column, Look, Tail, TextEdit
from boardtool.ui.theme.colours import Tone

KIND_WORDS = {
    Kind.PAPER: "Paper",
    Kind.VERBAL: "Verbal update",
    Kind.TO_FOLLOW: "To follow",
    Kind.LATE: "Late paper",
    Kind.NONE: "–",
}
NEW = "new"
_NOTHING = "–"
_CHOICES = tuple(
    (kind.value, "Nothing to read" if kind is Kind.NONE else words) for kind, words in KIND_WORDS.items()
)
_EXPECTS_A_PAPER = {Kind.PAPER, Kind.TO_FOLLOW}


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item and what the checks say of it; `differs` means that its report has another title."""

    item: AgendaItem
    differs: bool = False

    @property
    def lacks_paper(self) -> bool:
        item = self.item
        return item.kind in _EXPECTS_A_PAPER and not item.papers and item.role not in MADE_HERE


def agenda_rows(items: Sequence[AgendaItem], checked: Checked) -> list[AgendaRow]:
    differing = {
        item_id for finding in checked.findings if finding.rule == TITLES_DIFFER for item_id in finding.items
    }
    return [AgendaRow(item, item.id in differing) for item in items]


def agenda_columns(edits: AgendaEdits, names: Callable[[], Sequence[str]]) -> tuple[Column[AgendaRow], ...]:
    """Columns over an agenda; `names` are those that presenters are completed from."""
    return (
        Column(
            "number",
            "Item",
            lambda row: row.item.number,
            width=58,
            look=Look.HELP,
            edit=TextEdit(lambda row: row.item.number, lambda row, words: edits.number(row.item, words)),
        ),
        Column(
            "subject",
            "Subject",
            _subject,
            stretch=True,
            look=Look.SUBJECT,
            edit=TextEdit(
                lambda row: row.item.subject, lambda row, words: edits.change(row.item, subject=words)
            ),
            tooltip=_about_the_subject,
        ),
        Column(
            "presenters",
            "Presenting officer",
            lambda row: "; ".join(row.item.presenters),
            width=190,
            look=Look.HELP,
            edit=TextEdit(
                lambda row: "; ".join(row.item.presenters),
                lambda row, words: edits.presenters(row.item, words),
                names=names,
            ),
            tooltip=lambda row: "; ".join(row.item.presenters),
            gives_way=780,
        ),
        Column(
            "kind",
            "How it comes",
            _kind,
            width=112,
            edit=ChoiceEdit(
                lambda row: row.item.kind.value,
                lambda _row: _CHOICES,
                lambda row, value: edits.kind(row.item, value),
            ),
        ),
        Column(
            "start",
            "Time",
            lambda row: agenda_clock(row.item.start) if row.item.start else "",
            width=56,
            edit=TextEdit(
                lambda row: agenda_clock(row.item.start) if row.item.start else "",
                lambda row, words: edits.start(row.item, words),
                read=read_clock,
            ),
        ),
        Column(
            "length",
            "Min.",
            lambda row: str(row.item.length) if row.item.length else "",
            width=46,
            align=Align.RIGHT,
            look=Look.FAINT,
            edit=TextEdit(
                lambda row: str(row.item.length) if row.item.length else "",
                lambda row, words: edits.length(row.item, words),
                read=read_length,
            ),
        ),
        Column(
            "pages",
            "Page no.",
            _pages,
            width=100,
            gives_way=560,
            align=Align.RIGHT,
            edit=TextEdit(lambda row: row.item.pages, lambda row, words: edits.change(row.item, pages=words)),
        ),
    )


def new_item_tail(totals: AgendaTotals) -> Tail:
    """The last line: where a new item is typed, when the agenda ends, how long it is, its last page."""
    pages = "" if totals.last_page is None else f"ends {totals.last_page}"
    return Tail(
        NEW,
        {
            "subject": Cell(
                "New item…", tone=Tone.FAINT, key="Insert", spoken="New item: press Insert or Enter"
            ),
            "start": Cell(
                agenda_clock(totals.ends), tone=Tone.HELP, spoken=f"ends at {agenda_clock(totals.ends)}"
            ),
            "length": Cell(str(totals.minutes), bold=True, spoken=f"{totals.minutes} minutes in all"),
            "pages": Cell(pages, tone=Tone.HELP),
        },
    )


def _subject(row: AgendaRow) -> Cell:
    item = row.item
    said = [item.subject]
    if row.differs:
        said.append("its report has another title")
    if item.exempt:
        said.append(closed_as(item.exempt))
    if item.carried_from:
        said.append(f"carried from {item.carried_from}")
    return Cell(
        item.subject,
        icon="lock" if item.exempt else "",
        icon_tone=Tone.FAINT,
        after="equal-not" if row.differs else "",
        after_tone=Tone.DUE,
        spoken=", ".join(said),
    )


def _about_the_subject(row: AgendaRow) -> str:
    item = row.item
    lines = []
    if row.differs:
        lines.append(f"The report is called “{report_title(item)}”.")
    if item.exempt:
        lines.append(f"Not for publication: {reason_of(item.exempt)}.")
    if item.carried_from:
        lines.append(f"Carried forward from {item.carried_from}.")
    return "\n".join(lines)


def _kind(row: AgendaRow) -> Cell:
    item = row.item
    words = KIND_WORDS[item.kind]
    if item.kind is Kind.TO_FOLLOW and row.lacks_paper:
        return Cell(words, icon="triangle-alert", tone=Tone.LATE, spoken=f"{words}, no paper yet")
    tone = Tone.TEXT if item.papers or item.kind is Kind.PAPER else Tone.HELP
    if item.papers:
        count = len(item.papers)
        papers = f"{count} paper{'' if count == 1 else 's'}"
        return Cell(words, tone=tone, after="paperclip", count=str(count), spoken=f"{words}, {papers}")
    if item.role in {ItemRole.LAST_MINUTES, ItemRole.ACTION_LOG}:
        return Cell(words, tone=tone, spoken=f"{words}, made from this library")
    return Cell(words, tone=tone)


def _pages(row: AgendaRow) -> Cell:
    if row.item.pages:
        return Cell(page_range(row.item.pages))
    if row.lacks_paper:
        return Cell("no paper", tone=Tone.LATE)
    return Cell(_NOTHING, tone=Tone.FAINT, spoken="no page")
