"""Which pages the window has, in the order of the rail; each is imported and made at its first visit."""

from collections.abc import Sequence

from boardtool.ui.context import Context
from boardtool.ui.page import Page, PageEntry


def page_entries() -> Sequence[PageEntry]:
    return (
        PageEntry("today", "Today", "sun", _today),
        PageEntry("actions", "Actions", "list-checks", _actions),
    )


def _today(context: Context) -> Page:
    from boardtool.ui.today.page import TodayPage

    return TodayPage(context)


def _actions(context: Context) -> Page:
    from boardtool.ui.actions.page import ActionsPage

    return ActionsPage(context)
