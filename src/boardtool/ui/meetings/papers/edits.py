"""Every change that the papers' table can make, each as one step."""

from collections.abc import Callable, Sequence
from functools import partial

from boardtool.domain.clearance import StageReached
from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.ui.context import Context
from boardtool.ui.meetings.papers.rows import PaperRow, place_in_item
from boardtool.ui.messages import Link


def exempt_as_a_whole(item: AgendaItem) -> str:
    return f"Item {item.number} is exempt as a whole, with all its papers."


class PaperEdits:
    """Calls the use cases of papers; what is refused is said in the status bar.

    `why` is given the id of a paper that was marked exempt and does not say why yet.
    """

    def __init__(self, context: Context, *, why: Callable[[int], None]) -> None:
        self._context = context
        self._why = why

    def retitle(self, row: PaperRow, title: str) -> None:
        from boardtool.services import agenda

        paper, store = row.paper, self._context.store
        if paper is not None:
            self._context.steps.run(lambda: agenda.change_paper(store, paper_id=paper.id, title=title))

    def exempt(self, row: PaperRow, paragraphs: str) -> None:
        """Mark one paper exempt; of an exempt item all papers are, and one alone is not asked about."""
        from boardtool.services import agenda

        paper, store = row.paper, self._context.store
        if paper is None:
            return
        if row.item.exempt:
            self._context.messages.say(exempt_as_a_whole(row.item))
            return
        asks = bool(paragraphs) and not paper.public_interest
        self._context.steps.run(
            lambda: agenda.mark_paper_exempt(store, paper_id=paper.id, paragraphs=paragraphs),
            then=lambda _nothing: self._ask_why(paper) if asks else None,
        )

    def _ask_why(self, paper: Paper) -> None:
        """R14: what the paragraphs do not say by themselves."""
        self._context.messages.say(
            f"{paper.title} is exempt. Say why the public interest is better served so.",
            Link("Say why…", partial(self._why, paper.id), writes=True),
        )

    def move(self, rows: Sequence[PaperRow], row: PaperRow, position: int) -> None:
        """Move a paper to a place among all rows, kept within those of its item."""
        from boardtool.services import agenda

        paper, store = row.paper, self._context.store
        if paper is None:
            return
        to = place_in_item(rows, row, position)
        if to != row.item.papers.index(paper):
            self._context.steps.run(lambda: agenda.move_paper(store, paper_id=paper.id, to=to))

    def take_back_clearance(self, item: AgendaItem, each: StageReached) -> None:
        from boardtool.services import clearance

        store, stage = self._context.store, each.stage.name
        self._context.steps.run(lambda: clearance.take_back(store, item_id=item.id, stage=stage))

    def detach(self, rows: Sequence[PaperRow]) -> None:
        from boardtool.services import agenda

        store = self._context.store
        for paper_id in [row.paper.id for row in rows if row.paper is not None]:
            self._context.steps.run(partial(agenda.detach, store, paper_id=paper_id))
