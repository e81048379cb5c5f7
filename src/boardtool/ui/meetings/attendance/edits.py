"""Every change that the attendance list can make, each as one step."""

from collections.abc import Callable, Sequence
from functools import partial

from boardtool.domain.meetings import Attendance, Capacity, InterestTier, Presence
from boardtool.ui.context import Context


class AttendanceEdits:
    """Calls the use cases of attendance; `refused` takes the sentence where a dialog can show it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def presence(self, person: Attendance, value: str) -> None:
        self.mark([person], Presence(value))

    def mark(self, people: Sequence[Attendance], presence: Presence) -> None:
        from boardtool.services import attendance

        for person in people:
            self._run(
                partial(
                    attendance.set_presence,
                    self._context.store,
                    meeting_id=person.meeting_id,
                    attendance_id=person.id,
                    presence=presence,
                )
            )

    def came(self, person: Attendance, words: str) -> None:
        from boardtool.services import attendance

        self._run(
            lambda: attendance.came(
                self._context.store, meeting_id=person.meeting_id, attendance_id=person.id, at=words
            )
        )

    def left(self, person: Attendance, words: str) -> None:
        from boardtool.services import attendance

        self._run(
            lambda: attendance.left(
                self._context.store, meeting_id=person.meeting_id, attendance_id=person.id, at=words
            )
        )

    def chairs(self, person: Attendance) -> None:
        from boardtool.services import attendance

        self._run(
            lambda: attendance.set_chairing(
                self._context.store, meeting_id=person.meeting_id, attendance_id=person.id
            )
        )

    def everyone_present(self, meeting_id: int) -> None:
        from boardtool.services import attendance

        self._run(lambda: attendance.everyone_present(self._context.store, meeting_id=meeting_id))

    def list_members(self, meeting_id: int) -> None:
        from boardtool.services import attendance

        self._run(lambda: attendance.list_members(self._context.store, meeting_id=meeting_id))

    def remove(self, people: Sequence[Attendance]) -> None:
        from boardtool.services import attendance

        for person in people:
            self._run(
                partial(
                    attendance.remove,
                    self._context.store,
                    meeting_id=person.meeting_id,
                    attendance_id=person.id,
                )
            )

    def add(
        self,
        meeting_id: int,
        *,
        name: str,
        post: str,
        capacity: Capacity,
        then: Callable[[int], None],
        refused: Callable[[str], None],
    ) -> None:
        from boardtool.services import attendance

        self._context.steps.run(
            lambda: attendance.add(
                self._context.store,
                meeting_id=meeting_id,
                name=name,
                post=post,
                capacity=capacity,
                presence=Presence.EXPECTED,
            ),
            then=then,
            refused=refused,
        )

    def substitute(
        self,
        person: Attendance,
        *,
        name: str,
        post: str,
        then: Callable[[int], None],
        refused: Callable[[str], None],
    ) -> None:
        from boardtool.services import attendance

        self._context.steps.run(
            lambda: attendance.substitute(
                self._context.store,
                meeting_id=person.meeting_id,
                attendance_id=person.id,
                name=name,
                post=post,
            ),
            then=then,
            refused=refused,
        )

    def declare(
        self,
        meeting_id: int,
        *,
        name: str,
        attendance_id: int | None,
        item_id: int | None,
        tier: InterestTier,
        nature: str,
        did: str,
        then: Callable[[int], None],
        refused: Callable[[str], None],
    ) -> None:
        from boardtool.services import attendance

        self._context.steps.run(
            lambda: attendance.declare_interest(
                self._context.store,
                meeting_id=meeting_id,
                name=name,
                attendance_id=attendance_id,
                item_id=item_id,
                tier=tier,
                nature=nature,
                did=did,
            ),
            then=then,
            refused=refused,
        )

    def withdraw(self, meeting_id: int, interest_id: int) -> None:
        from boardtool.services import attendance

        self._run(
            lambda: attendance.withdraw_interest(
                self._context.store, meeting_id=meeting_id, interest_id=interest_id
            )
        )

    def _run(self, use_case: Callable[[], object]) -> None:
        self._context.steps.run(use_case)
