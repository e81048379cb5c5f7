"""Every change that the agenda's table and panel can make, each as one step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from boardtool.domain.agenda_totals import read_length
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.ui.context import Context
from boardtool.ui.widgets.names_field import SEPARATOR


class AgendaEdits:
    """Calls the use cases of agendas; what is refused is said in the status bar."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def change(self, item: AgendaItem, **facts: object) -> None:
        from boardtool.services import agenda

        self._run(lambda: agenda.change(self._context.store, item_id=item.id, **facts))

    def number(self, item: AgendaItem, words: str) -> None:
        self.change(item, number=words.strip() or None)

    def presenters(self, item: AgendaItem, words: str) -> None:
        from boardtool.services import agenda

        names = words.split(SEPARATOR)
        self._run(lambda: agenda.set_presenters(self._context.store, item_id=item.id, presenters=names))

    def kind(self, item: AgendaItem, value: str) -> None:
        self.change(item, kind=Kind(value))

    def start(self, item: AgendaItem, words: str) -> None:
        from boardtool.services import agenda

        self._run(lambda: agenda.set_start(self._context.store, item_id=item.id, start=words))

    def length(self, item: AgendaItem, words: str) -> None:
        from boardtool.services import agenda

        self._run(lambda: agenda.set_length(self._context.store, item_id=item.id, length=read_length(words)))

    def add(self, meeting_id: int, *, above: int | None, then: Callable[[int], None]) -> None:
        """Add an item named “New item”, for its subject to be typed over."""
        from boardtool.services import agenda

        self._context.steps.run(
            lambda: agenda.add(self._context.store, meeting_id=meeting_id, subject="New item", above=above),
            then=then,
        )

    def move(self, item_id: int, to: int) -> None:
        from boardtool.services import agenda

        self._run(lambda: agenda.move(self._context.store, item_id=item_id, to=to))

    def remove(self, items: Sequence[AgendaItem]) -> None:
        from boardtool.services import agenda

        for item in items:
            self._run(partial(agenda.remove, self._context.store, item_id=item.id))

    def renumber(self, meeting_id: int) -> None:
        from boardtool.services import agenda

        self._run(lambda: agenda.renumber(self._context.store, meeting_id=meeting_id))

    def exempt(
        self, item: AgendaItem, *, paragraphs: str, public_interest: str, refused: Callable[[str], None]
    ) -> None:
        from boardtool.services import agenda

        self._context.steps.run(
            lambda: agenda.mark_exempt(
                self._context.store,
                item_id=item.id,
                paragraphs=paragraphs,
                public_interest=public_interest,
                public_title=item.public_title,
            ),
            refused=refused,
        )

    def carry(self, item: AgendaItem, *, forward: bool) -> None:
        from boardtool.services import agenda

        say = agenda.carry_forward if forward else agenda.take_here
        self._run(lambda: say(self._context.store, item_id=item.id))

    def attach(self, item: AgendaItem, files: Sequence[Path]) -> None:
        """Take files in as papers, and say of each that cannot be one why it was left."""
        from boardtool.services.dropped_papers import Dropped, attach_dropped

        store, now = self._context.store, self._context.clock.now()
        messages = self._context.messages

        def told(dropped: Dropped) -> None:
            names = dropped.taken[0] if len(dropped.taken) == 1 else f"{len(dropped.taken)} papers"
            said = f"Attached {names} to item {item.number}."
            if dropped.refused:
                messages.strip(" ".join((said, *dropped.refused)))
            else:
                messages.say(said)

        self._context.steps.run(
            lambda: attach_dropped(store, item_id=item.id, files=files, now=now), then=told
        )

    def detach(self, paper_id: int) -> None:
        from boardtool.services import agenda

        self._run(lambda: agenda.detach(self._context.store, paper_id=paper_id))

    def _run(self, use_case: Callable[[], object]) -> None:
        self._context.steps.run(use_case)
