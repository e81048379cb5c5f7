"""Which pages the window has, in the order of the rail; each is imported and made at its first visit."""

from collections.abc import Sequence
from datetime import UTC, datetime

from boardtool.ui.context import Context
from boardtool.ui.page import Page, PageEntry
from boardtool.ui.places import Place


def page_entries() -> Sequence[PageEntry]:
    return (
        PageEntry("today", "Today", "sun", _today),
        PageEntry("meetings", "Meetings", "calendar", _meetings),
        PageEntry("actions", "Actions", "list-checks", _actions),
        PageEntry(
            "live",
            "Live minutes",
            "play",
            _live,
            rail=False,
            within="meetings",
            pictured=Place("live", ref="NNHWB/2022-09-06"),
            pictured_at=datetime(2022, 9, 6, 14, 7, 31, tzinfo=UTC),
        ),
        PageEntry("decisions", "Decisions", "gavel", _decisions),
        PageEntry("people", "People", "users", _people),
        PageEntry(
            "bcf",
            "BCF",
            "pound-sterling",
            _bcf,
            pictured_at=datetime(2022, 9, 6, 16, 42, 8, tzinfo=UTC),
        ),
        PageEntry(
            "performance",
            "Performance",
            "chart-line",
            _performance,
            pictured_at=datetime(2023, 7, 12, 16, 42, 8, tzinfo=UTC),
            commands=(("Import figures…", Place("importing", tab="metrics")),),
        ),
        PageEntry("settings", "Settings", "settings", _settings, bottom=True),
        PageEntry(
            "importing",
            "Import",
            "download",
            _importing,
            rail=False,
            pictured=Place("importing", ref="NNHWB", tab="actions"),
            commands=(
                ("Import members…", Place("importing", tab="members")),
                ("Import an agenda…", Place("importing", tab="agenda")),
                ("Import an action log…", Place("importing", tab="actions")),
                ("Import minutes…", Place("importing", tab="minutes")),
                ("Read page ranges from a published pack…", Place("importing", tab="pages")),
                ("Import a Better Care Fund plan…", Place("importing", tab="bcf")),
                ("Import a Better Care Fund return…", Place("importing", tab="return")),
            ),
        ),
    )


def _today(context: Context) -> Page:
    from boardtool.ui.today.page import TodayPage

    return TodayPage(context)


def _meetings(context: Context) -> Page:
    from boardtool.ui.meetings.page import MeetingsPage

    return MeetingsPage(context)


def _actions(context: Context) -> Page:
    from boardtool.ui.actions.page import ActionsPage

    return ActionsPage(context)


def _live(context: Context) -> Page:
    from boardtool.ui.live.page import LivePage

    return LivePage(context)


def _importing(context: Context) -> Page:
    from boardtool.ui.importing.page import ImportPage

    return ImportPage(context)


def _decisions(context: Context) -> Page:
    from boardtool.ui.decisions.page import DecisionsPage

    return DecisionsPage(context)


def _bcf(context: Context) -> Page:
    from boardtool.ui.bcf.page import BcfPage

    return BcfPage(context)


def _performance(context: Context) -> Page:
    from boardtool.ui.performance.page import PerformancePage

    return PerformancePage(context)


def _people(context: Context) -> Page:
    from boardtool.ui.people.page import PeoplePage

    return PeoplePage(context)


def _settings(context: Context) -> Page:
    from boardtool.ui.settings.page import SettingsPage

    return SettingsPage(context)
