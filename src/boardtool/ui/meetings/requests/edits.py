"""Every change that the register of requests can make, each as one step."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from boardtool.domain.requests_to_address import Decision, Route, Spoke
from boardtool.ui.context import Context
from boardtool.ui.meetings.requests.rows import RequestRow


class RequestEdits:
    """Calls the use cases of requests; `refused` takes the sentence where a dialog can show it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def name(self, row: RequestRow, words: str) -> None:
        self._change(row, name=words)

    def organisation(self, row: RequestRow, words: str) -> None:
        self._change(row, organisation=words)

    def subject(self, row: RequestRow, words: str) -> None:
        self._change(row, subject=words)

    def item(self, row: RequestRow, item_id: str) -> None:
        self._change(row, item_id=int(item_id) if item_id else None)

    def minutes(self, row: RequestRow, words: str) -> None:
        self._change(row, minutes=int(words))

    def record(
        self,
        meeting_id: int,
        *,
        then: Callable[[int], None],
        refused: Callable[[str], None],
        name: str,
        organisation: str,
        contact: str,
        subject: str,
        item_id: int | None,
        route: Route,
        received_at: datetime,
    ) -> None:
        from boardtool.services import requests_to_address

        self._context.steps.run(
            lambda: requests_to_address.record(
                self._context.store,
                meeting_id=meeting_id,
                name=name,
                organisation=organisation,
                contact=contact,
                subject=subject,
                item_id=item_id,
                route=route,
                received_at=received_at,
            ),
            then=then,
            refused=refused,
        )

    def change(
        self,
        row: RequestRow,
        *,
        then: Callable[[None], None],
        refused: Callable[[str], None],
        **facts: object,
    ) -> None:
        from boardtool.services import requests_to_address

        self._context.steps.run(
            lambda: requests_to_address.change(self._context.store, request_id=row.id, **facts),
            then=then,
            refused=refused,
        )

    def decide(
        self,
        row: RequestRow,
        decision: Decision,
        *,
        by: str,
        on: date,
        reason: str,
        minutes: int | None,
        then: Callable[[None], None],
        refused: Callable[[str], None],
    ) -> None:
        from boardtool.services import requests_to_address

        self._context.steps.run(
            lambda: requests_to_address.decide(
                self._context.store,
                request_id=row.id,
                decision=decision,
                by=by,
                on=on,
                reason=reason,
                minutes=minutes,
            ),
            then=then,
            refused=refused,
        )

    def settle(self, rows: Sequence[RequestRow], decision: Decision, *, by: str, on: date) -> None:
        from boardtool.services import requests_to_address

        ids = [row.id for row in rows]
        self._context.steps.run(
            lambda: requests_to_address.settle(
                self._context.store, request_ids=ids, decision=decision, by=by, on=on
            )
        )

    def heard(self, rows: Sequence[RequestRow], spoke: Spoke) -> None:
        from boardtool.services import requests_to_address

        ids = [row.id for row in rows]
        self._context.steps.run(
            lambda: requests_to_address.say_heard(self._context.store, request_ids=ids, spoke=spoke)
        )

    def remove(self, rows: Sequence[RequestRow]) -> None:
        from boardtool.services import requests_to_address

        ids = [row.id for row in rows]
        self._context.steps.run(lambda: requests_to_address.remove(self._context.store, request_ids=ids))

    def _change(self, row: RequestRow, **facts: object) -> None:
        from boardtool.services import requests_to_address

        self._context.steps.run(
            lambda: requests_to_address.change(self._context.store, request_id=row.id, **facts)
        )
