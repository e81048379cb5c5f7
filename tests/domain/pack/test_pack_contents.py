"""What goes into a pack: open papers in order, exempt ones only in the private pack, and after the open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from boardtool.domain.boards import Board, ItemRole
from boardtool.domain.documents import Audience, MinutesPaper, PrintedMinute, Roll, Sitting
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Paper
from boardtool.domain.pack.contents import Edition, PackContents, pack_contents, supplement_of, with_pages
from boardtool.domain.pack.made import MadePack, PackKind, changed_since, packed_items

BOARD = Board(1, "NNHWB", "Health and Wellbeing Board", "Anytown Council")
MEETING = Meeting(1, 1, "NNHWB", BOARD.name, date(2022, 9, 6), "13:30", "Chamber")
SITTING = Sitting("Anytown Council", BOARD.name, MEETING.date, "13:30", "Chamber")


def paper(name: str, letter: str = "", *, exempt: bool = False) -> Paper:
    return Paper(1, 1, 0, letter, name, f"{name}.pdf", name, 1, 1, exempt, "3" if exempt else "")


ITEMS = (
    AgendaItem(1, 1, 0, "01", "Minutes of the last meeting", kind=Kind.PAPER, role=ItemRole.LAST_MINUTES),
    AgendaItem(
        2, 1, 1, "02", "Secret", kind=Kind.PAPER, exempt="3", public_title="Land", papers=(paper("s"),)
    ),
    AgendaItem(
        3,
        1,
        2,
        "03",
        "Plan",
        kind=Kind.PAPER,
        pages="9 - 9",
        papers=(paper("p"), paper("x", "A", exempt=True)),
    ),
    AgendaItem(4, 1, 3, "04", "Later", kind=Kind.PAPER, pages="99"),
)
OPEN = MinutesPaper(SITTING, Audience.PUBLIC, "Draft", Roll(), (PrintedMinute(1, "Welcome"),))
ALL = replace(OPEN, audience=Audience.PRIVATE, minutes=(*OPEN.minutes, PrintedMinute(2, "Secret of July")))
WRITTEN = {ItemRole.LAST_MINUTES: {Audience.PUBLIC: OPEN, Audience.PRIVATE: ALL}}


def contents(audience: Audience) -> PackContents:
    return pack_contents(BOARD, MEETING, ITEMS, (), WRITTEN, audience=audience)


def test_the_public_pack_holds_open_papers_alone() -> None:
    found = contents(Audience.PUBLIC)
    assert [(section.number, [each.digest for each in section.papers]) for section in found.sections] == [
        ("01", []),
        ("03", ["p"]),
    ]
    assert found.sections[0].written == OPEN
    assert "Secret" not in repr(found)


def test_the_private_pack_puts_what_is_exempt_after_what_is_open() -> None:
    found = contents(Audience.PRIVATE)
    assert [(section.number, section.exempt) for section in found.sections] == [
        ("01", ""),
        ("03", ""),
        ("01", "exempt at that meeting"),
        ("02", "3"),
        ("03", "3"),
    ]
    apart = found.sections[2].written
    assert isinstance(apart, MinutesPaper)
    assert [minute.heading for minute in apart.minutes] == ["Secret of July"]


def test_pages_of_an_earlier_agenda_are_not_printed_again() -> None:
    rows = contents(Audience.PUBLIC).agenda.items
    assert [row.pages for row in rows] == ["", "Exempt", "", "To follow"]
    paged = with_pages(contents(Audience.PUBLIC), {2: "5 - 6"})
    assert [row.pages for row in paged.items] == ["", "Exempt", "5 - 6", "To follow"]


def test_a_supplement_has_only_what_was_not_in_the_pack_with_its_own_rows() -> None:
    whole = contents(Audience.PUBLIC)
    later = supplement_of(whole, packed=["s"], first_page=7)
    assert (later.edition, later.first_page) == (Edition.SUPPLEMENT, 7)
    assert [row.number for row in later.agenda.items] == ["03"]
    assert [section.row for section in later.sections] == [0]
    assert supplement_of(whole, packed=["p"], first_page=7).sections == ()


def made(*items: AgendaItem, kind: PackKind = PackKind.PUBLIC) -> MadePack:
    return MadePack(1, 1, kind, datetime(2022, 8, 26), "d", 1, "c", 1, 8, packed_items(items, {}, kind))


def test_what_changed_since_a_pack_is_told_by_item() -> None:
    pack = made(*ITEMS)
    assert changed_since([pack], ITEMS) == ()
    now = [
        replace(ITEMS[0], exempt="1"),
        replace(ITEMS[2], papers=(paper("p2"),)),
        replace(ITEMS[3], subject="Later still"),
        replace(ITEMS[3], id=5, number="05"),
    ]
    told = [moved.says for moved in changed_since([pack], now)]
    assert told == [
        "Item 02 was removed.",
        "Item 01 is now exempt.",
        "Item 03 has other papers.",
        "Item 04 was changed.",
        "Item 05 was added.",
    ]


def with_appendix(*, exempt: bool) -> AgendaItem:
    """The third item with an appendix beside its report."""
    return replace(ITEMS[2], papers=(*ITEMS[2].papers, replace(paper("x"), letter="A", exempt=exempt)))


def told(packed: AgendaItem, now: AgendaItem) -> list[tuple[str, bool]]:
    return [(moved.says, moved.exposed) for moved in changed_since([made(packed)], [now])]


def test_an_appendix_that_is_exempt_now_is_still_in_the_pack() -> None:
    assert told(with_appendix(exempt=False), with_appendix(exempt=True)) == [
        ("Item 03: Appendix A is now exempt.", True)
    ]


def test_an_appendix_that_was_exempt_is_not_in_the_pack_and_is_new_once_it_is_open() -> None:
    shut = with_appendix(exempt=True)
    assert "x" not in made(shut).papers
    assert told(shut, shut) == []
    assert told(shut, with_appendix(exempt=False)) == [("Item 03 has other papers.", False)]
    assert "x" in made(shut, kind=PackKind.PRIVATE).papers


def test_packs_made_before_they_were_told_apart_are_not_out_of_date_for_it() -> None:
    shut = with_appendix(exempt=True)
    [packed] = packed_items([shut], {}, PackKind.PUBLIC)
    older = replace(made(shut), items=(replace(packed, papers=tuple(each.digest for each in shut.papers)),))
    assert changed_since([older], [shut]) == ()


def test_what_a_supplement_brought_is_no_change() -> None:
    later = replace(ITEMS[3], papers=(paper("l"),))
    packs = [made(*ITEMS), made(later, kind=PackKind.SUPPLEMENT)]
    assert changed_since(packs, [*ITEMS[:3], later]) == ()
