"""The states of the tab that are worth a picture; they change the sample board, so they come last."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from boardtool.ui.meetings.workspace import Workspace
from boardtool.ui.page import Picture

_SEPTEMBER = "NNHWB/2022-09-06"
_WITH_APPENDICES = 5
_TO_FOLLOW = 7


def pictures_of(workspace: Workspace, go_to_papers: Callable[[], None]) -> Sequence[Picture]:
    return (
        Picture("make-pack", workspace.make_pack),
        Picture("pack-made", partial(_made, workspace, go_to_papers)),
        Picture("pack-out-of-date", partial(_out_of_date, workspace)),
        Picture("make-pack-stopped", partial(_stopped, workspace)),
        Picture("papers-clearance", partial(_cleared, workspace, go_to_papers)),
        Picture("paper-exempt", partial(_exempt, workspace, go_to_papers)),
    )


def _exempt(workspace: Workspace, go_to_papers: Callable[[], None]) -> None:
    """What an appendix that is exempt by itself is asked."""
    from boardtool.ui.meetings.papers.tab import PapersTab

    go_to_papers()
    _choose(workspace, _WITH_APPENDICES)
    if isinstance(workspace.tab, PapersTab):
        workspace.tab.keep_from_public()


def _made(workspace: Workspace, go_to_papers: Callable[[], None]) -> None:
    """The pack made at once, since a picture cannot wait for a job."""
    from boardtool.services.packs import make_pack

    context = workspace.context
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pack.pdf")
        make_pack(context.store, what=_SEPTEMBER, path=path, now=context.clock.now())
    context.changes.deliver()
    go_to_papers()
    _choose(workspace, _WITH_APPENDICES)


def _out_of_date(workspace: Workspace) -> None:
    from boardtool.services import agenda

    store = workspace.context.store
    if workspace.facts is not None:
        item = workspace.facts.items[_WITH_APPENDICES]
        agenda.move_paper(store, paper_id=item.papers[2].id, to=1)
        agenda.mark_exempt(store, item_id=workspace.facts.items[8].id, paragraphs="3")
        workspace.context.changes.deliver()


def _stopped(workspace: Workspace) -> None:
    from boardtool.services import agenda

    context = workspace.context
    if workspace.facts is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder, "BCF plan figures.xlsx")
        sheet.write_bytes(b"a workbook")
        item_id = workspace.facts.items[_TO_FOLLOW].id
        agenda.attach(context.store, item_id=item_id, files=[sheet], now=context.clock.now())
    context.changes.deliver()
    workspace.make_pack()


def _cleared(workspace: Workspace, go_to_papers: Callable[[], None]) -> None:
    from boardtool.services import clearance

    facts, store = workspace.facts, workspace.context.store
    if facts is None:
        return
    item = facts.items[_WITH_APPENDICES].id
    for stage, by, on in (
        ("Author", "Director of Place", date(2022, 8, 11)),
        ("Lead officer or director", "Director of Adult Services", date(2022, 8, 16)),
        ("Finance", "Finance business partner", date(2022, 8, 17)),
    ):
        clearance.clear(store, item_id=item, stage=stage, by=by, on=on)
    workspace.context.changes.deliver()
    go_to_papers()
    _choose(workspace, _WITH_APPENDICES)


def _choose(workspace: Workspace, place: int) -> None:
    from boardtool.ui.meetings.papers.tab import PapersTab

    tab = workspace.tab
    if isinstance(tab, PapersTab) and workspace.facts is not None:
        tab.choose(workspace.facts.items[place].id)
