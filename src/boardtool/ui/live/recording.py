"""What the panes of live minutes ask for, handed to the use cases one after the other."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from boardtool.domain.meetings import Capacity
from boardtool.ui.context import Context
from boardtool.ui.live.action_lines import Typed
from boardtool.ui.live.clock import time_of, wall
from boardtool.ui.live.interests import Declared, InterestWindow
from boardtool.ui.live.minute_pane import MinutePane
from boardtool.ui.live.room_pane import PRESENCE, RoomPane, Wish

T = TypeVar("T")


class Recording:
    """Knows the minute and item that are shown, and has done to them what the person does.

    `flush` is called before every step, so that typed words are always written before what follows them.
    """

    def __init__(
        self, context: Context, minute_pane: MinutePane, room: RoomPane, *, flush: Callable[[], None]
    ) -> None:
        self._context = context
        self._store = context.store
        self._pane = minute_pane
        self._room = room
        self._flush = flush
        self.meeting_id: int | None = None
        self.item_id: int | None = None
        self.minute_id: int | None = None
        self._connect_resolutions()
        self._connect_actions()
        room.wished.connect(self._wished)
        room.everyone.connect(self.everyone_present)
        room.withdrawn.connect(self._withdraw)

    def run(
        self,
        use_case: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        if self._context.read_only:
            return
        self._flush()
        self._context.steps.run(use_case, then=then, refused=refused)

    # Resolutions

    def _connect_resolutions(self) -> None:
        part = self._pane.resolutions
        part.added.connect(self._resolve)
        part.changed.connect(self._change_resolution)
        part.agreed.connect(self.agree)
        part.moved.connect(self._move_resolution)
        part.removed.connect(self._remove_resolution)
        part.lead_changed.connect(self._set_lead)

    def _resolve(self, text: str) -> None:
        from boardtool.services import minutes

        minute_id = self.minute_id
        if minute_id is not None:
            self.run(
                lambda: minutes.resolve(self._store, minute_id=minute_id, text=text),
                refused=partial(self._pane.resolutions.refuse, text),
            )

    def draft_recommendations(self) -> None:
        """Offer what the report recommends as draft resolutions of the minute that is shown."""
        from boardtool.services import minutes

        minute_id = self.minute_id
        if minute_id is not None:
            self.run(
                lambda: minutes.draft_recommendations(self._store, minute_id=minute_id),
                refused=self._context.messages.say,
            )

    def _change_resolution(self, resolution_id: int, text: str) -> None:
        from boardtool.services import minutes

        self.run(lambda: minutes.change_resolution(self._store, resolution_id=resolution_id, text=text))

    def agree(self, resolution_id: int, agreed: bool) -> None:  # noqa: FBT001 - a slot: the new state
        from boardtool.services import minutes

        now = wall(self._context)
        if agreed:
            self.run(lambda: minutes.agree(self._store, resolution_id=resolution_id, now=now))
        else:
            self.run(lambda: minutes.make_draft(self._store, resolution_id=resolution_id))

    def _move_resolution(self, resolution_id: int, to: int) -> None:
        from boardtool.services import minutes

        self.run(lambda: minutes.move_resolution(self._store, resolution_id=resolution_id, to=to))

    def _remove_resolution(self, resolution_id: int) -> None:
        from boardtool.services import minutes

        self.run(lambda: minutes.remove_resolution(self._store, resolution_id=resolution_id))

    def _set_lead(self, lead: str) -> None:
        from boardtool.services import minutes

        minute_id = self.minute_id
        if minute_id is not None:
            self.run(lambda: minutes.set_lead(self._store, minute_id=minute_id, lead=lead))

    # Actions

    def _connect_actions(self) -> None:
        part = self._pane.action_lines
        part.recorded.connect(self._record)
        part.text_changed.connect(self._change_action)
        part.owners_changed.connect(self._allocate)
        part.due_changed.connect(self._set_due)
        part.removed.connect(self._remove_action)

    def _record(self, typed: Typed) -> None:
        from boardtool.services import actions

        item_id, part = self.item_id, self._pane.action_lines
        if item_id is not None:
            self.run(
                lambda: actions.record(
                    self._store, item_id=item_id, text=typed.text, owners=typed.owners, due=typed.due
                ),
                then=lambda _action: part.taken(),
                refused=part.refused,
            )

    def _change_action(self, action_id: int, text: str) -> None:
        from boardtool.services import actions

        self.run(lambda: actions.change_text(self._store, action_id=action_id, text=text))

    def _allocate(self, action_id: int, owners: tuple[str, ...]) -> None:
        from boardtool.services import actions

        self.run(lambda: actions.allocate(self._store, action_ids=[action_id], owners=owners))

    def _set_due(self, action_id: int, due: str) -> None:
        from boardtool.services import actions

        self.run(
            lambda: actions.set_due(self._store, action_ids=[action_id], due=due),
            refused=partial(self._pane.action_lines.refused_change, action_id),
        )

    def _remove_action(self, action_id: int) -> None:
        from boardtool.services import actions

        self.run(lambda: actions.remove(self._store, action_ids=[action_id]))

    # The room

    def _wished(self, wish: Wish) -> None:
        meeting_id = self.meeting_id
        if meeting_id is None or (wish.person is None and wish.letter not in {"O", "G"}):
            return
        if wish.letter in {"O", "G"}:
            self._list(meeting_id, wish)
        elif wish.person is not None:
            self._say(meeting_id, wish.person.id, wish)

    def _say(self, meeting_id: int, person: int, wish: Wish) -> None:
        from boardtool.services import attendance

        at = time_of(wall(self._context))
        use_cases: dict[str, Callable[[], object]] = {
            "L": lambda: attendance.left(self._store, meeting_id=meeting_id, attendance_id=person, at=at),
            "C": lambda: attendance.came(self._store, meeting_id=meeting_id, attendance_id=person, at=at),
            "M": lambda: attendance.set_chairing(self._store, meeting_id=meeting_id, attendance_id=person),
            "S": lambda: attendance.substitute(
                self._store, meeting_id=meeting_id, attendance_id=person, name=wish.words
            ),
        }
        if wish.letter in PRESENCE:
            presence = PRESENCE[wish.letter]
            self.run(
                lambda: attendance.set_presence(
                    self._store, meeting_id=meeting_id, attendance_id=person, presence=presence
                )
            )
        elif wish.letter in use_cases:
            asked = wish.letter == "S"
            self.run(
                use_cases[wish.letter],
                then=lambda _done: self._room.done(),
                refused=self._room.wrong if asked else self._context.messages.say,
            )

    def _list(self, meeting_id: int, wish: Wish) -> None:
        from boardtool.services import attendance

        capacity = Capacity.OFFICER if wish.letter == "O" else Capacity.GUEST
        self.run(
            lambda: attendance.add(self._store, meeting_id=meeting_id, name=wish.words, capacity=capacity),
            then=lambda _id: self._room.done(),
            refused=self._room.wrong,
        )

    def everyone_present(self) -> None:
        from boardtool.services import attendance

        meeting_id = self.meeting_id
        if meeting_id is not None:
            self.run(lambda: attendance.everyone_present(self._store, meeting_id=meeting_id))

    def declare(self, window: InterestWindow, told: Declared) -> None:
        from boardtool.services import attendance

        meeting_id = self.meeting_id
        if meeting_id is not None:
            self.run(
                lambda: attendance.declare_interest(
                    self._store,
                    meeting_id=meeting_id,
                    name=told.name,
                    tier=told.tier,
                    nature=told.nature,
                    did=told.did,
                    item_id=told.item_id,
                    attendance_id=told.attendance_id,
                ),
                then=lambda _id: window.accept(),
                refused=window.refused,
            )

    def _withdraw(self, interest_id: int) -> None:
        from boardtool.services import attendance

        meeting_id = self.meeting_id
        if meeting_id is not None:
            self.run(
                lambda: attendance.withdraw_interest(
                    self._store, meeting_id=meeting_id, interest_id=interest_id
                )
            )
