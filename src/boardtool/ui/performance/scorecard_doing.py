"""What a person can do with a scorecard: add to it, take off, say what is to be said, copy, write files."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from boardtool.domain.boards import Board
from boardtool.domain.performance.scorecard import ScorecardRow, row_sentence
from boardtool.domain.performance.views import ChartView
from boardtool.services.performance import figures, metrics
from boardtool.ui.context import Context
from boardtool.ui.page import Page
from boardtool.ui.performance.new_metric import NewMetricDialog
from boardtool.ui.performance.question import ScorecardFacts
from boardtool.ui.performance.saving import save_metrics, save_overview, save_scorecard


class ScorecardDoing:
    """The commands over the facts of the moment; `chosen` answers the rows that are selected in the list."""

    def __init__(
        self,
        context: Context,
        page: Page,
        *,
        facts: Callable[[], ScorecardFacts | None],
        chosen: Callable[[], Sequence[ScorecardRow]],
    ) -> None:
        self._context, self._page, self._facts, self._chosen = context, page, facts, chosen

    @property
    def _board(self) -> Board | None:
        facts = self._facts()
        return None if facts is None else facts.board

    def new_metric(self) -> None:
        """Ask for a metric of one's own, or take in a list that ships."""
        facts = self._facts()
        if facts is None or facts.board is None:
            self._page.strip.say(
                "There is no board yet.", "Make one under Settings; its scorecard stands here then."
            )
            return
        NewMetricDialog(self._context, self._page, facts, made=self._context.navigate).open()

    def make_paper(self) -> None:
        if self._board is not None:
            save_scorecard(self._page, self._context, self._board)

    def draw(self, view: ChartView) -> None:
        if self._board is not None:
            save_overview(self._page, self._context, self._board, view)

    def make_workbook(self) -> None:
        if self._board is not None:
            save_metrics(self._page, self._context, self._board)

    def take_off(self) -> None:
        """Take the chosen metrics off the scorecard; their figures stay."""
        store, board = self._context.store, self._board
        if board is None:
            return
        shown = {(row.record.metric.id, row.record.area.id) for row in self._chosen()}
        if shown:
            self._context.steps.run(lambda: metrics.take_off_scorecard(store, board_id=board.id, shown=shown))

    def comment(self, row: ScorecardRow, text: str) -> None:
        """Keep what was typed of a row's latest figure."""
        latest = row.latest
        if latest is None:
            self._page.strip.say(
                f"{row.name} has no figure yet.", "What is said belongs to a figure: enter one."
            )
            return
        store, context = self._context.store, self._context
        author, today = context.preferences.who, context.clock.today()
        context.steps.run(
            lambda: figures.comment(
                store,
                metric_id=latest.metric_id,
                area_id=latest.area_id,
                period=latest.period,
                text=text,
                author=author,
                today=today,
            )
        )

    def copy_rows(self) -> None:
        """Put the sentences of the chosen rows on the clipboard."""
        said = [row_sentence(row) for row in self._chosen()]
        if said:
            QGuiApplication.clipboard().setText("\n".join(said))
            self._context.messages.say("Copied" if len(said) == 1 else f"Copied {len(said)} rows")
