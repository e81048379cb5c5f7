"""The states of the register that are worth a picture; they change the sample board, so they come last."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from boardtool.domain.requests_to_address import Decision, Route
from boardtool.ui.meetings.workspace import Workspace
from boardtool.ui.page import Picture

_DECIDED_ON = date(2022, 8, 31)
_STRATEGY = 5
_CARER = ("Carer, Kettering", "Northamptonshire Carers", "by e-mail", "Respite for carers")
_RESIDENT = ("Resident of Corby", "", "by letter", "Buses to the hospital")
_PATIENT = ("Chair, patients' group", "Patient participation group", "by telephone", "Dentists")


def pictures_of(workspace: Workspace, go: Callable[[], None]) -> Sequence[Picture]:
    return (
        Picture("requests-none", go),
        Picture("requests", partial(_filled, workspace, go)),
        Picture("request", partial(_opened, workspace)),
    )


def _filled(workspace: Workspace, go: Callable[[], None]) -> None:
    from boardtool.services import requests_to_address

    facts, store = workspace.facts, workspace.context.store
    if facts is None:
        return
    item = facts.items[_STRATEGY].id
    asked = [
        requests_to_address.record(
            store,
            meeting_id=facts.meeting.id,
            name=name,
            organisation=organisation,
            contact=contact,
            subject=subject,
            item_id=item_id,
            route=route,
            received_at=datetime.fromisoformat(received_at),
        )
        for name, organisation, contact, subject, item_id, route, received_at in (
            (*_CARER, item, Route.EMAIL, "2022-08-25 10:12"),
            (*_RESIDENT, None, Route.LETTER, "2022-08-30 09:30"),
            (*_PATIENT, None, Route.TELEPHONE, "2022-09-05 16:05"),
        )
    ]
    requests_to_address.decide(
        store, request_id=asked[0], decision=Decision.ACCEPTED, by="Chair", on=_DECIDED_ON
    )
    requests_to_address.decide(
        store,
        request_id=asked[1],
        decision=Decision.DECLINED,
        by="Chair",
        on=_DECIDED_ON,
        reason="Not on this agenda: passed on to the council's transport team",
    )
    workspace.context.changes.deliver()
    go()


def _opened(workspace: Workspace) -> None:
    from boardtool.ui.meetings.requests.tab import RequestsTab

    tab = workspace.tab
    if isinstance(tab, RequestsTab) and tab.model.rows:
        tab.table.choose(tab.model.rows[0].id)
        tab.table.opened.emit(tab.model.rows[0])
