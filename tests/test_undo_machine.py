"""A restless user: random use cases, failing steps, undo, redo and restarts, on a real file.

After every move the file holds exactly what is remembered, and what was announced names what changed.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy.exc import DBAPIError
from tests.builders import CHERYL, Clock

from boardtool.data import (
    actions,
    agenda,
    attendance,
    boards,
    clearance,
    meetings,
    minutes,
    people,
    report_facts,
    requests_to_address,
)
from boardtool.data.journal import EditedSinceError
from boardtool.data.store import Announcement, Step, Store
from boardtool.data.tables import JOURNALLED
from boardtool.domain.clearance import Clearance
from boardtool.domain.people import Role

if TYPE_CHECKING:
    from collections.abc import Callable

Dump = dict[str, dict[int, tuple[str, ...]]]

TABLES = tuple(table.name for table in JOURNALLED)
SEARCHED = {
    "minute": 1,
    "resolution": 2,
    "action": 3,
    "agenda_item": 4,
    "action_progress": 5,
    "request_to_address": 6,
}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)  # with NUL, controls and all planes
NUMBERS = st.one_of(
    st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False), st.none()
)
PICK = st.integers(0, 1_000)
COLUMNS = st.sampled_from(["narrative", "heading", "lead"])
FIRST_DAY = date(2022, 1, 1)


class HalfWayError(Exception):
    """What a failing step fails with."""


class RestlessUser(RuleBasedStateMachine):
    """Keeps the dumps that undo and redo must lead back to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="restless-"))
        self.clock = Clock()
        self.count = 0
        self.heard: list[Announcement] = []
        self.store = Store.make(self.folder / "library", who=CHERYL, clock=self.clock)
        self.store.subscribe(self.heard.append)
        self.past: list[Dump] = []
        self.now = self.dump()
        self.future: list[Dump] = []

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    # -- what the file holds -------------------------------------------------------------------------

    def dump(self) -> Dump:
        """Every row of every journalled table by its id, types and all."""
        with closing(sqlite3.connect(self.store.folder / "board.db")) as driver:
            driver.text_factory = bytes
            return {
                table: {row[0]: tuple(map(repr, row)) for row in driver.execute(f'SELECT * FROM "{table}"')}
                for table in TABLES
            }

    def ids(self, table: str) -> list[int]:
        return sorted(self.now[table])

    def pick(self, table: str, choice: int) -> int:
        held = self.ids(table)
        return held[choice % len(held)]

    # -- how a move is made ----------------------------------------------------------------------------

    def do(self, use_case: Callable[[Step], object]) -> None:
        """Run a use case as a step; where a rule of the store refuses it nothing is left."""
        self.clock.forward(seconds=61)
        with suppress(DBAPIError), self.store.step("Do") as step:
            use_case(step)
        self.done(self.past, clears_future=True)

    def done(self, into: list[Dump], *, clears_future: bool = False) -> None:
        after = self.dump()
        if after == self.now:
            assert not self.heard
            return
        into.append(self.now)
        if clears_future:
            self.future.clear()
        self.check_announced(after)
        self.now = after

    def check_announced(self, after: Dump) -> None:
        [announcement] = self.heard
        for table in TABLES:
            before_rows, after_rows = self.now[table], after[table]
            changed = {
                row
                for row in before_rows.keys() | after_rows.keys()
                if before_rows.get(row) != after_rows.get(row)
            }
            assert changed <= announcement.rows.get(table, frozenset())
        self.heard.clear()

    # -- use cases -------------------------------------------------------------------------------------

    @initialize()
    def begin(self) -> None:
        self.add_board("North")

    @rule(name=WORDS)
    def add_board(self, name: str) -> None:
        self.count += 1
        self.do(lambda step: boards.add(step, code=f"B{self.count}", name=name))

    @precondition(lambda self: self.now["board"])
    @rule(choice=PICK, days=st.integers(0, 5))
    def plan_a_meeting_with_items(self, choice: int, days: int) -> None:
        """Two meetings of a board on one day are refused by the store, half way through the step."""
        board = self.pick("board", choice)

        def use_case(step: Step) -> None:
            boards.add_standing_item(step, board, subject="Apologies")
            day = FIRST_DAY + timedelta(days)
            meeting = meetings.add(step, board_id=board, day=day, start="13:30", place="")
            for subject in ("Apologies", "Strategy"):
                agenda.add(step, meeting, subject=subject, presenters=["Chair", "Director"])

        self.do(use_case)

    @precondition(lambda self: self.now["meeting"])
    @rule(choice=PICK, text=WORDS, resolutions=st.lists(WORDS, max_size=3))
    def minute(self, choice: int, text: str, resolutions: list[str]) -> None:
        meeting = self.pick("meeting", choice)

        def use_case(step: Step) -> None:
            attendance.add(step, meeting, name=text)
            minute_id = minutes.add(step, meeting, position=choice, heading=text, narrative=text)
            for resolution in resolutions:
                minutes.add_resolution(step, minute_id, text=resolution)

        self.do(use_case)

    @precondition(lambda self: self.now["agenda_item"])
    @rule(choice=PICK, name=WORDS, stage=st.sampled_from(["Finance", "Legal"]))
    def ask_to_speak_and_clear_a_report(self, choice: int, name: str, stage: str) -> None:
        item_id = self.pick("agenda_item", choice)

        def use_case(step: Step) -> None:
            # Asked of the row itself: an item's start is worked out from lengths, which may be nonsense here.
            asked = "SELECT meeting_id FROM agenda_item WHERE id = ?"
            meeting = step.reading.exec_driver_sql(asked, (item_id,)).scalar_one()
            came = datetime.combine(FIRST_DAY, datetime.min.time())
            requests_to_address.add(step, meeting, name=name, item_id=item_id, received_at=came)
            report_facts.change(step, item_id, author=name)
            clearance.put(step, Clearance(item_id, stage, name, FIRST_DAY))

        self.do(use_case)

    @precondition(lambda self: self.now["board"])
    @rule(choice=PICK, text=WORDS, owners=st.lists(WORDS, max_size=3))
    def record_an_action(self, choice: int, text: str, owners: list[str]) -> None:
        board = self.pick("board", choice)
        self.count += 1

        def use_case(step: Step) -> None:
            action = actions.add(step, board_id=board, number=f"A{self.count}", text=text, owners=owners)
            actions.add_progress(step, action, on=FIRST_DAY, text=text, source="you", who=CHERYL)

        self.do(use_case)

    @precondition(lambda self: self.now["action"])
    @rule(choice=PICK, owners=st.lists(WORDS, max_size=3))
    def allocate_an_action(self, choice: int, owners: list[str]) -> None:
        action = self.pick("action", choice)
        self.do(lambda step: actions.set_owners(step, action, owners))

    @precondition(lambda self: self.now["board"])
    @rule(choice=PICK, organisation=WORDS)
    def appoint_a_member_and_a_substitute(self, choice: int, organisation: str) -> None:
        board = self.pick("board", choice)

        def use_case(step: Step) -> None:
            seat = people.add_seat(step, board_id=board, name=organisation)
            person = people.add(step, name="Member", organisation=organisation)
            first = people.add_membership(
                step, board_id=board, person_id=person, role=Role.MEMBER, seat_id=seat
            )
            people.add_membership(
                step, board_id=board, person_id=person, role=Role.SUBSTITUTE, substitute_for=first
            )

        self.do(use_case)

    @precondition(lambda self: len(self.now["agenda_item"]) > 1)
    @rule()
    def turn_the_agenda_round(self) -> None:
        ids = self.ids("agenda_item")
        self.do(lambda step: agenda.reorder(step, ids[::-1]))

    @rule(value=NUMBERS, text=WORDS)
    def change_everything_at_once(self, value: float | None, text: str) -> None:
        """Bulk statements, with values that a column was not made for."""

        def use_case(step: Step) -> None:
            run = step.reading.exec_driver_sql
            run("UPDATE action SET text = ?, due = ?", (text, text))
            run("UPDATE agenda_item SET number = ?, length = ?", (value, value or 0))
            run("UPDATE resolution SET text = text || ?", (text,))
            run("REPLACE INTO excluded_day (day, why) VALUES ('2022-12-24', ?)", (text,))

        self.do(use_case)

    @precondition(lambda self: any(self.now.values()))
    @rule(choice=PICK, table=st.sampled_from(TABLES))
    def remove_a_row_with_all_that_hangs_on_it(self, choice: int, table: str) -> None:
        if self.now[table]:
            row = self.pick(table, choice)
            self.do(lambda step: step.reading.exec_driver_sql(f'DELETE FROM "{table}" WHERE id = {row}'))

    @precondition(lambda self: self.now["minute"])
    @rule(choice=PICK, letters=st.lists(st.tuples(COLUMNS, WORDS), min_size=2, max_size=4))
    def type_under_a_minute(self, choice: int, letters: list[tuple[str, str]]) -> None:
        """Typing folds: however many saves, it is one thing to undo."""
        minute_id = self.pick("minute", choice)
        self.clock.forward(seconds=61)
        begun = self.now
        for column, typed in letters:
            with self.store.step("Typing", fold=f"minute {minute_id} {self.clock.now}") as step:
                minutes.change(step, minute_id, **{column: typed})
        after = self.dump()
        if self.heard:
            self.past.append(begun)
            self.future.clear()
            self.heard.clear()
        self.now = after

    # -- what goes wrong -------------------------------------------------------------------------------

    @rule(choice=PICK, text=WORDS)
    def fail_half_way(self, choice: int, text: str) -> None:
        def use_case(step: Step) -> None:
            boards.add(step, code="HALF", name=text)
            step.reading.exec_driver_sql("DELETE FROM meeting")
            step.reading.exec_driver_sql(f'DELETE FROM "{TABLES[choice % len(TABLES)]}"')
            raise HalfWayError

        with suppress(HalfWayError, DBAPIError), self.store.step("Fail") as step:
            use_case(step)
        assert self.dump() == self.now
        assert not self.heard

    @rule()
    def write_outside_a_step(self) -> None:
        with suppress(DBAPIError):
            self.store._writer.exec_driver_sql(
                "INSERT INTO phrase (position, title, text) VALUES (0, '', '')"
            )
            raise AssertionError("written outside a step")
        assert self.dump() == self.now

    # -- there and back --------------------------------------------------------------------------------

    @rule()
    def undo(self) -> None:
        undone = self.store.undo()
        assert (undone is not None) == bool(self.past)
        if self.past:
            wanted = self.past.pop()
            self.done(self.future)
            assert self.now == wanted

    @rule()
    def redo(self) -> None:
        redone = self.store.redo()
        assert (redone is not None) == bool(self.future)
        if self.future:
            wanted = self.future.pop()
            self.done(self.past)
            assert self.now == wanted

    @rule(choice=PICK)
    def take_back_any_step_and_do_it_again(self, choice: int) -> None:
        """A step out of turn is taken back as one move, which redo answers, or refused without a trace."""
        with closing(sqlite3.connect(self.store.folder / "board.db")) as driver:
            standing = "SELECT id FROM step WHERE kind = 'do' AND undone_by IS NULL"
            steps = [row[0] for row in driver.execute(standing)]
        if not steps:
            return
        try:
            self.store.take_back(steps[choice % len(steps)])
        except EditedSinceError:
            assert not self.heard
        else:
            assert self.store.redo() is not None
            assert [each.kind for each in self.heard] == ["undo", "redo"]
            self.heard.clear()
        assert self.dump() == self.now

    @rule()
    def close_and_open_again(self) -> None:
        self.store.close()
        self.store = Store.open(self.store.folder, who=CHERYL, clock=self.clock)
        self.store.subscribe(self.heard.append)

    # -- what always holds -----------------------------------------------------------------------------

    @invariant()
    def the_file_holds_what_is_remembered(self) -> None:
        assert self.dump() == self.now

    @invariant()
    def the_file_is_whole_and_its_search_index_complete(self) -> None:
        wanted = {row * 8 + kind for table, kind in SEARCHED.items() for row in self.now[table]}
        with closing(sqlite3.connect(self.store.folder / "board.db")) as driver:
            assert driver.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert driver.execute("PRAGMA foreign_key_check").fetchall() == []
            assert {row for (row,) in driver.execute("SELECT rowid FROM search")} == wanted


class TirelessUser(RestlessUser):
    """The same user, for minutes."""


TestRestlessUser = RestlessUser.TestCase
TestRestlessUser.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestTirelessUser = pytest.mark.soak(pytest.mark.timeout(1800)(TirelessUser.TestCase))
TestTirelessUser.settings = settings(
    max_examples=400, stateful_step_count=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
