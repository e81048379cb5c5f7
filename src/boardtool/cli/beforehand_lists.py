"""`list requests` and `list clearance`: what is settled before a meeting, meeting by meeting."""

from datetime import date
from typing import TYPE_CHECKING

from boardtool.cli.narrowing import Filters, meetings_in

if TYPE_CHECKING:
    from boardtool.data.store import Reading

Rows = list[dict[str, object]]


def request_rows(view: "Reading", filters: Filters) -> Rows:
    """In the order in which they came."""
    from boardtool.cli.shapes import of_request
    from boardtool.data import agenda, requests_to_address

    shown: Rows = []
    for meeting in meetings_in(view, filters):
        numbers = {item.id: item.number for item in agenda.items(view, meeting.id)}
        shown += [
            of_request(request, meeting, numbers)
            for request in requests_to_address.of_meeting(view, meeting.id)
        ]
    return shown


def clearance_rows(view: "Reading", filters: Filters) -> Rows:
    """Every desk of every report that somebody writes, in the order of the agenda."""
    from boardtool.data import cases

    today = date.today()  # noqa: DTZ011 - the day where the person is
    shown: Rows = []
    for meeting in meetings_in(view, filters):
        case = cases.of_meeting(view, meeting.id, today=today)
        for item in case.items:
            for each in case.reached(item):
                passed = each.clearance
                shown.append(
                    {
                        "meeting": meeting.ref,
                        "item": item.number,
                        "desk": each.stage.name,
                        "due": each.due,
                        "cleared_by": "" if passed is None else passed.cleared_by,
                        "cleared_on": None if passed is None else passed.cleared_on,
                        "days_late": each.late,
                    }
                )
    return shown
