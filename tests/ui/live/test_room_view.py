"""The room view never says what the room may not know, and always what it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from boardtool.domain.room import RoomPicture, SeenAction, SeenResolution
from boardtool.services import agenda, minutes
from boardtool.ui.live.room_view import RoomView
from boardtool.ui.places import Place
from boardtool.ui.theme.colours import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.live.conftest import Live

    from boardtool.ui.theme.appearance import Appearance

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CANARY = "zqxjk"


def everything_said(window: QWidget) -> str:
    """All words of a window: shown, spoken, described, tooltips and its title."""
    said = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        said += [
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.whatsThis(),
        ]
        said += [str(widget.property(name)) for name in ("text", "plainText", "placeholderText")]
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None:
            said += [spoken.text(kind) for kind in QAccessible.Text if kind.value < 5]
    return "\n".join(said)


def shown(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.text()]


def room(live: Live) -> RoomView:
    view = live.page.projector.view
    assert view is not None
    return view


def test_it_follows_what_is_agreed_and_recorded(live: Live) -> None:
    live.key(KEY.Key_F7)
    live.type("notes the progress; and")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_F11)
    assert "Integrated Care Strategy" in shown(room(live))
    assert "notes the progress" not in shown(room(live))
    live.key(KEY.Key_Return, CTRL | SHIFT)
    assert "notes the progress" in shown(room(live))
    live.key(KEY.Key_F8)
    live.type("Circulate the framework")
    live.key(KEY.Key_Return)
    assert {"060922/01", "Circulate the framework", "14:07"} <= set(shown(room(live)))
    live.key(KEY.Key_Z, CTRL)
    assert "060922/01" not in shown(room(live))
    live.clock.forward(minutes=1)
    live.until(lambda: "14:08" in shown(room(live)))


def test_opening_it_leaves_the_keys_with_the_minutes(live: Live) -> None:
    live.key(KEY.Key_F11)
    assert room(live).isVisible()
    assert live.focus() is live.page.minute.narrative
    live.type("Goes on")
    live.key(KEY.Key_F11)
    assert live.page.projector.view is None
    live.until(lambda: live.narrative() == "Goes on")


def test_escape_and_f11_close_it(live: Live) -> None:
    for key in (KEY.Key_Escape, KEY.Key_F11):
        live.page.given.toggle_room_view()
        view = room(live)
        view.activateWindow()
        live.until(view.isActiveWindow)
        QTest.keyClick(view, key)
        assert live.page.projector.view is None
        assert not view.isVisible()


def test_not_a_word_of_narrative_drafts_or_exempt_items_is_in_any_of_its_widgets(live: Live) -> None:
    live.key(KEY.Key_F11)
    live.type(f"Narrative {CANARY}")
    live.key(KEY.Key_F7)
    live.type(f"drafts {CANARY}")
    live.key(KEY.Key_Return)
    assert CANARY not in everything_said(room(live))
    assert "Integrated Care Strategy" in everything_said(room(live))

    third = live.page.shown_state.items[2].id
    agenda.change(live.store, item_id=third, subject=f"Sale of {CANARY}")
    agenda.set_presenters(live.store, item_id=third, presenters=[f"Dr {CANARY}"])
    agenda.mark_exempt(live.store, item_id=third, paragraphs="3", public_title="A commercial matter")
    live.settle()
    assert CANARY not in everything_said(room(live))
    assert "A commercial matter" in shown(room(live))

    live.page.minute.narrative.setFocus()
    live.key(KEY.Key_Return, CTRL)
    live.key(KEY.Key_F7)
    live.type(f"agrees to pay {CANARY}")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_Return, CTRL | SHIFT)
    live.key(KEY.Key_F8)
    live.type(f"Pay {CANARY}")
    live.key(KEY.Key_Return)
    assert live.sql("SELECT count(*) FROM resolution WHERE agreed_at IS NOT NULL") == [(1,)]
    said = everything_said(room(live))
    assert CANARY not in said
    assert "060922" not in said
    assert "A commercial matter" in said
    minute_id = live.page._recording.minute_id
    assert minute_id is not None
    minutes.write_narrative(live.store, minute_id=minute_id, text=f"Told {CANARY}")
    live.page.reload()
    live.settle()
    assert CANARY not in everything_said(room(live))


def test_it_is_light_whatever_the_window_is_and_keeps_its_letters_large(
    qtbot: QtBot, appearance: Appearance
) -> None:
    assert appearance.colours.accent
    view = RoomView()
    qtbot.addWidget(view)
    view.resize(1440, 900)
    picture = RoomPicture(
        "Board",
        "Tuesday 6 September 2022",
        "6",
        "Integrated Care Strategy",
        lead="the Board",
        resolutions=(SeenResolution("1)", "notes it"),),
        actions=(SeenAction("060922/01", "Circulate it", "Clerk"),),
    )
    view.show_picture(picture)
    view.show_time("14:07")
    view.show()
    assert {label.font().pixelSize() for label in view.findChildren(QLabel)} == {24, 28, 32, 56}
    view.resize(720, 450)
    assert min(label.font().pixelSize() for label in view.findChildren(QLabel)) == 12
    assert view.grab().toImage().pixelColor(2, 2).name().upper() == LIGHT.surface


def test_with_more_than_the_screen_holds_the_newest_is_seen(qtbot: QtBot, appearance: Appearance) -> None:
    assert appearance.colours.accent
    view = RoomView()
    qtbot.addWidget(view)
    view.resize(960, 600)
    many = tuple(SeenAction(f"060922/{each:02}", "Circulate it", "Clerk") for each in range(1, 13))
    view.show_picture(RoomPicture("Board", "Today", "6", "Strategy", actions=many))
    view.show()
    last = next(label for label in view.findChildren(QLabel) if label.text() == "060922/12")
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_it_goes_when_the_window_goes(live: Live) -> None:
    live.key(KEY.Key_F11)
    view = room(live)
    live.window.close()
    assert not view.isVisible()
    assert live.page.projector.view is None


def test_it_follows_also_while_the_person_is_on_another_page(live: Live) -> None:
    live.key(KEY.Key_F11)
    view = room(live)
    store, item = live.store, live.page.shown_state.items[1]
    live.window.go(Place("today"))
    live.settle()
    agenda.change(store, item_id=item.id, subject="Another title")
    live.settle()
    live.until(lambda: "Another title" in shown(view))
