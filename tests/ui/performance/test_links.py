"""From a metric to the minute that discussed it and the scheme that serves it, and from those back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.builders import a_board, a_meeting, a_minute, an_item
from tests.ui.performance.library import a_scorecard
from tests.ui.performance.test_performance_page import STAY, opened, settle

from boardtool.domain.performance.metrics import LinkKind
from boardtool.services.performance import figures
from boardtool.ui.performance.linked_metrics import LinkedMetrics, linked_to
from boardtool.ui.performance.wrapped_link import WrappedLink
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context


@pytest.fixture
def minute(store: Store) -> tuple[int, int]:
    """A minute and its agenda item, linked to the first metric of a scorecard."""
    board = a_board(store)
    a_scorecard(store, board)
    meeting = a_meeting(store, board)
    item = an_item(store, meeting, "Better Care Fund")
    found = a_minute(store, meeting, "Better Care Fund", item_id=item, narrative="It was discussed.")
    ref = "NNHWB/2022-09-06 minute 37: Better Care Fund"
    figures.link(store, metric_id=1, kind=LinkKind.MINUTE, ref=ref, target_id=found)
    return found, item


def test_the_link_to_a_minute_leads_to_its_item(
    qtbot: QtBot, context: Context, minute: tuple[int, int], visited: list[Place]
) -> None:
    page = opened(qtbot, context, Place("performance", ref=STAY))
    link = next(each for each in page.one.panel.findChildren(WrappedLink) if "minute 37" in each.text())
    qtbot.keyClick(link, Qt.Key.Key_Return)
    there = Place("meetings", ref="NNHWB/2022-09-06", tab="minutes", id=minute[1])
    qtbot.waitUntil(lambda: visited == [there])
    settle(qtbot, page)


def test_a_minute_leads_to_the_metric_it_discussed(
    qtbot: QtBot, store: Store, minute: tuple[int, int]
) -> None:
    went: list[Place] = []
    part = LinkedMetrics("Metrics discussed", went.append)
    qtbot.addWidget(part)
    with store.reading() as reading:
        found = linked_to(reading, LinkKind.MINUTE, [minute[0]])
        part.show_metrics(linked_to(reading, LinkKind.SCHEME, [minute[0]]))
    assert part.isHidden()
    part.show_metrics([*found, *found])
    [link] = part.findChildren(WrappedLink)
    assert link.text() == "Length of stay 14 days or more"
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert went == [Place("performance", ref="length_of_stay_14/")]
