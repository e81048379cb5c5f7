"""How an action log is laid out: what is open, then what was completed since the last meeting."""

from collections.abc import Iterator, Sequence

from boardtool.data.documents.actions import action_columns, table_of
from boardtool.data.documents.sheet import Cell, Column, Masthead, Prose, Sheet, SheetBlock, Title
from boardtool.domain.dates import long_date
from boardtool.domain.documents import ActionLogPaper, Audience, LoggedAction
from boardtool.domain.markdown import Paragraph, Run


def action_log_sheet(paper: ActionLogPaper) -> Sheet:
    return Sheet(
        title=f"Action log: {paper.board}, {long_date(paper.as_of)}",
        author=paper.council or paper.board,
        dated=paper.as_of,
        footer=f"Action log, {long_date(paper.as_of)}",
        blocks=tuple(_blocks(paper)),
        landscape=True,
    )


def _blocks(paper: ActionLogPaper) -> Iterator[SheetBlock]:
    mark = "Private: not for publication" if paper.audience is Audience.PRIVATE else ""
    yield Masthead(paper.council, paper.board, f"Action log as of {long_date(paper.as_of)}", mark)
    yield Title(2, "Open actions")
    yield _table(paper.open, paper.completed, "No actions are open.")
    yield Title(2, paper.completed_heading)
    yield _table(paper.completed, paper.open, "None.")


def _table(actions: Sequence[LoggedAction], beside: Sequence[LoggedAction], when_empty: str) -> SheetBlock:
    if not actions:
        return Prose((Paragraph((Run(when_empty),)),))
    said = (
        (Column("Progress", 58), [Cell(action.progress) for action in actions]),
        (Column("Status", 29), [Cell(action.status) for action in actions]),
    )
    return table_of((*action_columns(actions, beside), *said))
