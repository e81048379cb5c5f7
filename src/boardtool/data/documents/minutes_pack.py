"""How a minutes pack is laid out: three papers behind each other, each beginning a page under its name."""

from collections.abc import Iterator, Sequence

from boardtool.data.documents.minutes import minuted_blocks, minutes_mark, noted_blocks, resolved_blocks
from boardtool.data.documents.minuting import when_and_where
from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Masthead,
    NewPage,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.domain.dates import long_date
from boardtool.domain.documents import ActionLogPaper, Audience, LoggedAction, MinutesPackPaper, MinutesPaper
from boardtool.domain.markdown import Paragraph, Run

_PRIVATE = "Private: not for publication"


def minutes_pack_sheet(paper: MinutesPackPaper) -> Sheet:
    sitting = paper.minutes.sitting
    return Sheet(
        title=f"Minutes pack: {sitting.board}, {long_date(sitting.date)}",
        author=sitting.council or sitting.board,
        dated=sitting.date,
        footer=f"Minutes pack, {long_date(sitting.date)}",
        blocks=tuple(_blocks(paper)),
    )


def _blocks(paper: MinutesPackPaper) -> Iterator[SheetBlock]:
    """Each part has the highest heading, so that the bookmarks lead to the three of them."""
    sitting = paper.minutes.sitting
    met = f"{sitting.board}, {long_date(sitting.date)}"
    private = _PRIVATE if paper.minutes.audience is Audience.PRIVATE else ""
    minuted = paper.minutes
    if isinstance(minuted, MinutesPaper):
        yield Masthead(sitting.council, "Minutes", met, minutes_mark(minuted))
        yield when_and_where(sitting)
        yield from minuted_blocks(minuted)
    else:
        yield Masthead(sitting.council, "Action notes", met, private)
        yield when_and_where(sitting)
        yield from noted_blocks(minuted)
    if paper.resolutions is not None:
        yield NewPage()
        yield Masthead(sitting.council, "Resolutions", met, private)
        yield from resolved_blocks(paper.resolutions)
    yield NewPage()
    yield Masthead(sitting.council, "Action log", f"As of {long_date(paper.log.as_of)}", private)
    yield from _log(paper.log)


def _log(log: ActionLogPaper) -> Iterator[SheetBlock]:
    for heading, actions, when_empty in (
        ("Open actions", log.open, "No actions are open."),
        (log.completed_heading, log.completed, "None."),
    ):
        yield Title(2, heading)
        if actions:
            yield _table(actions)
        else:
            yield Prose((Paragraph((Run(when_empty),)),))


def _table(actions: Sequence[LoggedAction]) -> Table:
    """The log on an upright page: what was done stands under the action."""
    return Table(
        (
            Column("Action no.", 30),
            Column("Action and progress"),
            Column("Allocated to", 42),
            Column("Status", 28),
        ),
        tuple(
            (
                Cell(each.number),
                Cell(each.text, each.progress),
                Cell("\n".join(each.owners)),
                Cell(each.status, f"due {long_date(each.due)}" if each.due else ""),
            )
            for each in actions
        ),
    )
