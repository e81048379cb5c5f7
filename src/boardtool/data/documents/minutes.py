"""How minutes, action notes and the summary of resolutions are laid out."""

from collections.abc import Iterator

from boardtool.data.documents.actions import action_columns, table_of
from boardtool.data.documents.minuting import minute_blocks, roll_blocks, when_and_where
from boardtool.data.documents.sheet import Masthead, NewPage, Prose, Sheet, SheetBlock, Title
from boardtool.domain.dates import long_date
from boardtool.domain.documents import ActionNotesPaper, Audience, MinutesPaper, ResolutionsPaper, Sitting
from boardtool.domain.markdown import Paragraph, Run

_DRAFT = "Draft: subject to approval at the next meeting"
_PRIVATE = "Private: not for publication"


def minutes_sheet(paper: MinutesPaper) -> Sheet:
    return _sheet("Minutes", paper.sitting, tuple(_minutes(paper, minutes_mark(paper))))


def minutes_mark(paper: MinutesPaper) -> str:
    """What stands at the head of minutes that are a draft, or private."""
    return _marks(_DRAFT if paper.status == "Draft" else "", paper.audience)


def action_notes_sheet(paper: ActionNotesPaper) -> Sheet:
    return _sheet("Action notes", paper.sitting, tuple(_notes(paper)))


def resolutions_sheet(paper: ResolutionsPaper) -> Sheet:
    return _sheet("Summary of resolutions", paper.sitting, tuple(_resolutions(paper)))


def _sheet(kind: str, sitting: Sitting, blocks: tuple[SheetBlock, ...]) -> Sheet:
    return Sheet(
        title=f"{kind}: {sitting.board}, {long_date(sitting.date)}",
        author=sitting.council or sitting.board,
        dated=sitting.date,
        footer=f"{kind}, {long_date(sitting.date)}",
        blocks=blocks,
    )


def _marks(mark: str, audience: Audience) -> str:
    marks = (mark, _PRIVATE if audience is Audience.PRIVATE else "")
    return ". ".join(filter(None, marks))


def _head(kind: str, sitting: Sitting, mark: str) -> Iterator[SheetBlock]:
    yield Masthead(sitting.council, sitting.board, kind, mark)
    yield when_and_where(sitting)


def _minutes(paper: MinutesPaper, mark: str) -> Iterator[SheetBlock]:
    yield from _head("Minutes", paper.sitting, mark)
    yield from minuted_blocks(paper)


def minuted_blocks(paper: MinutesPaper) -> Iterator[SheetBlock]:
    """Everything under the head of minutes."""
    yield from roll_blocks(paper.roll)
    for minute in paper.minutes:
        yield from minute_blocks(minute)
    if paper.closing:
        yield Prose((Paragraph((Run(paper.closing),)),))


def _notes(paper: ActionNotesPaper) -> Iterator[SheetBlock]:
    yield from _head("Action notes", paper.sitting, _marks("", paper.audience))
    yield from noted_blocks(paper)


def noted_blocks(paper: ActionNotesPaper) -> Iterator[SheetBlock]:
    """Everything under the head of action notes."""
    yield from roll_blocks(paper.roll)
    for note in paper.notes:
        yield from minute_blocks(note)
    if paper.actions:
        yield Title(2, "Actions")
        yield table_of(action_columns(paper.actions))


def _resolutions(paper: ResolutionsPaper) -> Iterator[SheetBlock]:
    mark = _marks("Draft: the minutes are the record", paper.audience)
    yield from _head("Summary of resolutions", paper.sitting, mark)
    yield from resolved_blocks(paper)


def resolved_blocks(paper: ResolutionsPaper) -> Iterator[SheetBlock]:
    """What was resolved, minute by minute; what is exempt apart, on a page of its own."""
    for minute in paper.minutes:
        yield from minute_blocks(minute)
    if not paper.minutes:
        yield Prose((Paragraph((Run("Nothing was resolved in the open part of this meeting."),)),))
    if paper.exempt:
        yield NewPage()
        yield Title(2, "Exempt resolutions: not for publication")
        for minute in paper.exempt:
            yield from minute_blocks(minute, level=3)
