"""Roles of agenda items, told by the subjects of real agendas."""

import pytest

from boardtool.domain.boards import ItemRole
from boardtool.domain.item_roles import role_of_item, role_of_subject
from boardtool.domain.meetings import AgendaItem


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Apologies for non-attendance", ItemRole.APOLOGIES),
        ("Welcome and apologies", ItemRole.APOLOGIES),
        ("Notification of requests to address the meeting", ItemRole.REQUESTS),
        ("Members' Declarations of Interests", ItemRole.DECLARATIONS),
        ("Members\N{RIGHT SINGLE QUOTATION MARK} Declaration of Interest", ItemRole.DECLARATIONS),
        ("Minutes from the Previous Meeting Held on 5 July 2022", ItemRole.LAST_MINUTES),
        ("Minutes of the Meeting Held on 10 March 2022", ItemRole.LAST_MINUTES),
        ("Action Log", ItemRole.ACTION_LOG),
        ("Close public meeting", ItemRole.CLOSE),
        ("Integrated Care Board Update", ItemRole.PLAIN),
        ("Closer working with the voluntary sector", ItemRole.PLAIN),
    ],
)
def test_a_subject_tells_the_role(subject: str, role: ItemRole) -> None:
    assert role_of_subject(subject) is role


def test_an_item_added_by_hand_has_the_role_of_its_subject() -> None:
    assert role_of_item(AgendaItem(1, 1, 0, "01", "Apologies")) is ItemRole.APOLOGIES


def test_a_role_that_was_given_stands() -> None:
    item = AgendaItem(1, 1, 0, "01", "Who cannot come", role=ItemRole.APOLOGIES)
    assert role_of_item(item) is ItemRole.APOLOGIES
