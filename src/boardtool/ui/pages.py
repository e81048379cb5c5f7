"""Which pages the window has, in the order of the rail; each is imported and made at its first visit."""

from collections.abc import Sequence
from datetime import UTC, datetime

from boardtool.ui.context import Context
from boardtool.ui.page import Page, PageEntry
from boardtool.ui.places import Place


def page_entries() -> Sequence[PageEntry]:
    return (
        PageEntry("today", "Today", "sun", _today),
        PageEntry("actions", "Actions", "list-checks", _actions),
        PageEntry(
            "live",
            "Live minutes",
            "play",
            _live,
            rail=False,
            pictured=Place("live", ref="NNHWB/2022-09-06"),
            pictured_at=datetime(2022, 9, 6, 14, 7, 31, tzinfo=UTC),
        ),
    )


def _today(context: Context) -> Page:
    from boardtool.ui.today.page import TodayPage

    return TodayPage(context)


def _actions(context: Context) -> Page:
    from boardtool.ui.actions.page import ActionsPage

    return ActionsPage(context)


def _live(context: Context) -> Page:
    from boardtool.ui.live.page import LivePage

    return LivePage(context)
