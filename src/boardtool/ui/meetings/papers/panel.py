"""What stands beside the papers: the pack, the paper chosen, the packs made, what else goes out."""

from collections.abc import Callable, Sequence

from boardtool.domain.pack.made import MadePack
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.papers.made_packs import MadePacks
from boardtool.ui.meetings.papers.outputs import Output
from boardtool.ui.meetings.papers.outputs_list import OutputsList
from boardtool.ui.meetings.papers.pack_state import PackState
from boardtool.ui.meetings.papers.paper_facts import PaperFacts
from boardtool.ui.meetings.papers.report_part import ReportPart, ReportVerbs
from boardtool.ui.meetings.papers.rows import PaperRow
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.panel import RightPanel


class PapersPanel(RightPanel):
    """Five parts, one beneath the other; those that have nothing to say are not there."""

    def __init__(
        self,
        *,
        make: Callable[[], None],
        open_pack: Callable[[MadePack], None],
        preview: Callable[[], None],
        open_paper: Callable[[], None],
        keep: Callable[[], None],
        report: ReportVerbs,
        outputs: Sequence[Output],
        made: Callable[[Output], None],
    ) -> None:
        super().__init__("The pack and the paper chosen")
        self.state = PackState(make=make, open_pack=open_pack)
        self.paper = PaperFacts(preview=preview, open_paper=open_paper, keep=keep)
        self.report = ReportPart(report)
        self.outputs = OutputsList(outputs, made)
        self._facts: MeetingFacts | None = None
        self.packs = MadePacks(open_pack)
        self.column.setSpacing(sizes.S5)
        for part in (self.state, self.paper, self.report, self.packs, self.outputs):
            self.column.addWidget(part)
        self.column.addStretch()

    def show_facts(self, facts: MeetingFacts) -> None:
        self._facts = facts
        self.state.show_facts(facts)
        self.outputs.show_facts(facts)

    def show_packs(self, made: Sequence[MadePack]) -> None:
        self.packs.show_packs(made)

    def show_row(self, row: PaperRow | None) -> None:
        self.paper.show_row(row)
        self.report.show_item(None if row is None else row.item, self._facts)
