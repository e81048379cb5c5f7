"""Word papers are turned into PDF one by one: each is told of, may be stopped before, and may fail alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item
from tests.data.leak_scan.packs import attach
from tests.data.pack import odd_papers as odd

from boardtool.data import agenda
from boardtool.data.pdf import from_word
from boardtool.data.pdf.turning import NotTurnedError
from boardtool.domain.checks import pack_guards as guards
from boardtool.domain.errors import CancelledError
from boardtool.domain.meetings import Kind
from boardtool.domain.pack.made import PackKind
from boardtool.domain.progress import Silent
from boardtool.services.pack_guards import with_made_pdfs

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store
    from boardtool.domain.meetings import AgendaItem, Paper


@dataclass
class Turner:
    """Stands in for Word: a paper that holds “locked” fails, another becomes a PDF of white words."""

    name = "Word"
    asked: list[bytes] = field(default_factory=list)

    def turn(self, paper: Path) -> bytes:
        content = paper.read_bytes()
        self.asked.append(content)
        if b"locked" in content:
            raise NotTurnedError("is protected by a password.")
        return odd.drawing(odd.words("White", before="1 1 1 rg"))


class StopsAt:
    """A progress that is cancelled when it is told of so many."""

    def __init__(self, count: int) -> None:
        self.told: list[str] = []
        self._count = count

    def report(self, _done: int, _total: int, what: str = "") -> None:
        self.told.append(what)
        if len(self.told) == self._count:
            raise CancelledError("Stopped. Nothing was changed.")


@pytest.fixture
def turner(monkeypatch: pytest.MonkeyPatch) -> Turner:
    standing = Turner()
    monkeypatch.setattr(from_word, "turners", lambda: (standing,))
    return standing


@pytest.fixture
def going(store: Store) -> tuple[tuple[AgendaItem, Paper], ...]:
    """A locked Word paper, an open one, and a PDF, each of an item of its own."""
    meeting_id = a_meeting(store, a_board(store))
    for title, name, content in (
        ("Grant", "grant.docx", b"locked"),
        ("Plan", "plan.docx", b"open"),
        ("Map", "map.pdf", odd.tagged("Map")),
    ):
        attach(store, an_item(store, meeting_id, title, kind=Kind.PAPER), content, title=title, name=name)
    with store.reading() as reading:
        return guards.going_in(agenda.items(reading, meeting_id), PackKind.PUBLIC)


def test_one_that_cannot_be_turned_cannot_go_in_and_the_next_is_looked_into(
    store: Store, turner: Turner, going: tuple[tuple[AgendaItem, Paper], ...]
) -> None:
    checks = with_made_pdfs(store.folder, going, {}, Silent())
    assert turner.asked == [b"locked", b"open"]
    [(paper, finding)] = guards.unreadable(going, checks)
    assert paper.file_name == "grant.docx"
    assert "Grant is protected by a password. Save it as PDF from Word" in finding.message
    [hidden] = guards.hidden(going, checks, PackKind.PUBLIC)
    assert "plan.docx: It has white text" in hidden.message


def test_each_is_told_of_and_the_next_is_not_begun_when_that_is_cancelled(
    store: Store, turner: Turner, going: tuple[tuple[AgendaItem, Paper], ...]
) -> None:
    progress = StopsAt(2)
    with pytest.raises(CancelledError):
        with_made_pdfs(store.folder, going, {}, progress)
    assert progress.told == ["Grant as PDF", "Plan as PDF"]
    assert turner.asked == [b"locked"]
