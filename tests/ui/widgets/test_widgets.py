"""The small parts: what they say aloud, and what they tell when they are used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.ui.messages import Link
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import bare, link, with_count
from boardtool.ui.widgets.chips import MenuChip, SwitchChips
from boardtool.ui.widgets.day_strip import Day, DayKind, DayStrip
from boardtool.ui.widgets.fields import DateField, Form, HintedField, SearchField
from boardtool.ui.widgets.labels import OneLine, Pill, SectionHeading, Words
from boardtool.ui.widgets.notices import EmptyState, Strip
from boardtool.ui.widgets.panel import RightPanel
from boardtool.ui.widgets.tabs import Tab, Tabs
from boardtool.ui.widgets.timeline import Milestone, Stage, Timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("appearance")


def aloud(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return str(found.text(QAccessible.Text.Name))


def test_every_part_says_aloud_what_it_shows(qtbot: QtBot) -> None:
    timeline = Timeline()
    timeline.set_milestones([Milestone("Fri 26 Aug", "Publish agenda", "in 2 days", Stage.NEXT, Tone.DUE)])
    days = DayStrip()
    days.set_days([Day(date(2022, 8, 29), DayKind.HOLIDAY), Day(date(2022, 8, 30), DayKind.COUNTED, 1)])
    said = {
        with_count("Send chasers", "5 people"): "Send chasers, 5 people",
        bare("x", "Close the panel"): "Close the panel",
        link("Compare three"): "Compare three",
        Pill("Open, due in 6 days", "clock", Tone.DUE): "Open, due in 6 days",
        SectionHeading("What it still lacks", "3 findings"): "What it still lacks, 3 findings",
        EmptyState("No actions yet."): "No actions yet.",
        SearchField("Find a person"): "Find a person",
        Words("A sentence <b>as typed</b>.", wrap=True): "A sentence <b>as typed</b>.",
        timeline: "Fri 26 Aug: Publish agenda, in 2 days, next",
        days: "Monday 29 August, bank holiday; Tuesday 30 August, clear day 1",
    }
    for widget, words in said.items():
        qtbot.addWidget(widget)
        assert aloud(widget) == words


def test_a_menu_chip_reads_as_its_choice_and_tells_of_another(qtbot: QtBot) -> None:
    chip = MenuChip("Status", [("", "any"), ("open", "open and recent")])
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Status: any"
    with qtbot.waitSignal(chip.chosen) as chosen:
        chip.choose("open")
    assert chosen.args == ["open"]
    assert chip.accessibleName() == "Status: open and recent"
    assert chip.property("on") is True


def test_of_switch_chips_one_is_on(qtbot: QtBot) -> None:
    chips = SwitchChips("Shown rows")
    qtbot.addWidget(chips)
    chips.add("all", "All", "26")
    chips.add("new", "New", "2")
    with qtbot.waitSignal(chips.chosen) as chosen:
        chips.choose("new")
    assert chosen.args == ["new"]
    assert chips.value == "new"


def test_tabs_tell_which_was_chosen_and_keep_it_when_counts_change(qtbot: QtBot) -> None:
    tabs = Tabs([Tab("agenda", "Agenda", "15"), Tab("checks", "Checks", "3")])
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(tabs.chosen) as chosen:
        tabs.choose("checks")
    assert chosen.args == ["checks"]
    tabs.set_tabs([Tab("agenda", "Agenda", "16"), Tab("checks", "Checks", "2")])
    assert tabs.current == "checks"


def test_a_hinted_field_takes_words_by_enter_and_ignores_blanks(qtbot: QtBot) -> None:
    field = HintedField("What has happened since…", name="Progress")
    qtbot.addWidget(field)
    taken: list[str] = []
    field.taken.connect(taken.append)
    qtbot.keyClicks(field, "  ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "done")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert taken == ["  done"]


def test_a_date_field_reads_what_people_type_and_empty_is_no_date(qtbot: QtBot) -> None:
    field = DateField(name="Due", read=read_date)
    qtbot.addWidget(field)
    assert field.value() is None
    field.box.setText("6 Sept 2022")
    assert field.value() == date(2022, 9, 6)
    field.box.setText("31 February 2022")
    with pytest.raises(CannotDoError):
        field.value()


def test_a_wrong_field_keeps_its_words_and_says_what_is_wanted(qtbot: QtBot) -> None:
    form = Form()
    name = QLineEdit("Chery")
    form.add("name", "&Name", name)
    qtbot.addWidget(form)
    form.show()
    form.wrong("name", "Nobody of that name is known.")
    assert name.text() == "Chery"
    assert name.property("wrong") is True
    assert name.accessibleDescription() == "Nobody of that name is known."
    form.right()
    assert name.property("wrong") is False
    assert aloud(name) == "Name"


def test_a_strip_shows_its_links_and_is_silent_once_cleared(qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    pressed: list[str] = []
    strip.say(
        "iBCF is over by £100,000.", "Line 22.", links=(Link("Put it back", lambda: pressed.append("back")),)
    )
    assert strip.isVisible()
    assert strip.accessibleName() == "iBCF is over by £100,000. Line 22."
    strip._links[0].click()  # type: ignore[attr-defined] # the link is a button
    assert pressed == ["back"]
    strip.clear()
    assert not strip.isVisible()


def test_what_a_panel_keeps_in_view_stands_under_what_scrolls_unless_the_panel_is_low(qtbot: QtBot) -> None:
    panel = RightPanel("Findings")
    for _ in range(40):
        panel.column.addWidget(Words("A finding"))
    part = Words("Notice holds")
    part.setFixedHeight(160)
    panel.keep_in_view(part)
    qtbot.addWidget(panel)
    panel.show()
    for height, in_view in ((500, True), (300, False), (500, True)):
        panel.resize(panel.width(), height)
        qtbot.waitUntil(lambda wanted=in_view: is_in_view(part, panel) is wanted)  # type: ignore[misc]


def is_in_view(part: QWidget, panel: QWidget) -> bool:
    return panel.rect().contains(part.mapTo(panel, part.rect().bottomRight()))


def test_words_that_do_not_fit_end_in_the_tooltip(qtbot: QtBot) -> None:
    line = OneLine("The Council Chamber, Corby Cube, George Street, Corby")
    qtbot.addWidget(line)
    line.resize(80, 20)
    line.grab()
    assert line.toolTip() == "The Council Chamber, Corby Cube, George Street, Corby"
