"""Agendas: order, numbers, times, papers, exempt items."""

from datetime import date, datetime
from pathlib import Path

import pytest

from boardtool.data import agenda as kept
from boardtool.data import meetings as kept_meetings
from boardtool.data import papers
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem, Kind, Status
from boardtool.services import agenda, boards, meetings

NOW = datetime(2022, 8, 24, 9, 0)


@pytest.fixture
def meeting(store: Store) -> int:
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    meeting_id = meetings.plan(store, board_id=board_id, day=date(2022, 9, 6), start="1.30 pm")
    for subject, length in (("Apologies", 2), ("Strategy", 20), ("Outcomes", 15)):
        agenda.add(store, meeting_id=meeting_id, subject=subject, length=length)
    return meeting_id


def items(store: Store, meeting_id: int) -> list[AgendaItem]:
    with store.reading() as reading:
        return kept.items(reading, meeting_id)


def as_printed(store: Store, meeting_id: int) -> list[tuple[str, str, str | None, int]]:
    return [(item.number, item.subject, item.start, item.length) for item in items(store, meeting_id)]


def test_times_follow_the_lengths(store: Store, meeting: int) -> None:
    assert as_printed(store, meeting) == [
        ("01", "Apologies", "13:30", 2),
        ("02", "Strategy", "13:32", 20),
        ("03", "Outcomes", "13:52", 15),
    ]


def test_moving_an_item_moves_numbers_and_times(store: Store, meeting: int) -> None:
    agenda.move(store, item_id=items(store, meeting)[2].id, to=0)
    assert as_printed(store, meeting) == [
        ("01", "Outcomes", "13:30", 15),
        ("02", "Apologies", "13:45", 2),
        ("03", "Strategy", "13:47", 20),
    ]


def test_a_start_typed_changes_the_length_above(store: Store, meeting: int) -> None:
    agenda.set_start(store, item_id=items(store, meeting)[2].id, start="2.05")
    assert [item.length for item in items(store, meeting)] == [2, 33, 15]


def test_the_first_start_moves_the_whole_agenda(store: Store, meeting: int) -> None:
    agenda.set_start(store, item_id=items(store, meeting)[0].id, start="1.45")
    assert [item.start for item in items(store, meeting)] == ["13:45", "13:47", "14:07"]


def test_no_item_starts_before_the_one_above_it(store: Store, meeting: int) -> None:
    with pytest.raises(CannotDoError, match="times run down the agenda"):
        agenda.set_start(store, item_id=items(store, meeting)[2].id, start="1.15")


def test_an_item_is_inserted_above_another(store: Store, meeting: int) -> None:
    agenda.add(store, meeting_id=meeting, subject="Late business", above=items(store, meeting)[1].id)
    assert [item.subject for item in items(store, meeting)] == [
        "Apologies",
        "Late business",
        "Strategy",
        "Outcomes",
    ]


def test_printed_numbers_stay_until_renumbered(store: Store, meeting: int) -> None:
    agenda.change(store, item_id=items(store, meeting)[2].id, number="010")
    assert [item.number for item in items(store, meeting)] == ["01", "02", "010"]
    agenda.renumber(store, meeting_id=meeting)
    assert [item.number for item in items(store, meeting)] == ["01", "02", "03"]


def test_papers_are_kept_unchanged_and_lettered(store: Store, meeting: int, tmp_path: Path) -> None:
    strategy = items(store, meeting)[1].id
    files = [tmp_path / "report.txt", tmp_path / "figures.txt"]
    for file in files:
        file.write_text(f"{file.stem} of the strategy")
    agenda.attach(store, item_id=strategy, files=files, now=NOW)
    item = items(store, meeting)[1]
    assert [(paper.letter, paper.title) for paper in item.papers] == [("", "report"), ("A", "figures")]
    assert item.kind is Kind.PAPER
    lying = papers.path_of(store.folder, item.papers[0].digest, ".txt")
    assert lying.read_text() == "report of the strategy"


def test_a_missing_file_takes_none_of_the_others(store: Store, meeting: int, tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text("here")
    with pytest.raises(CannotDoError, match="There is no file"):
        agenda.attach(
            store, item_id=items(store, meeting)[0].id, files=[there, tmp_path / "gone.txt"], now=NOW
        )
    assert items(store, meeting)[0].papers == ()


def test_a_paper_for_an_item_to_follow_is_late(store: Store, meeting: int, tmp_path: Path) -> None:
    item = items(store, meeting)[1].id
    agenda.change(store, item_id=item, kind=Kind.TO_FOLLOW)
    paper = tmp_path / "plan.txt"
    paper.write_text("plan")
    agenda.attach(store, item_id=item, files=[paper], now=NOW)
    assert items(store, meeting)[1].kind is Kind.LATE


def test_an_exempt_item_shows_the_public_its_public_title_only(store: Store, meeting: int) -> None:
    secret = items(store, meeting)[1].id
    agenda.mark_exempt(store, item_id=secret, paragraphs="para 3", public_interest="Contract still open")
    item = items(store, meeting)[1]
    assert (item.exempt, item.title_for_the_public) == ("3", "Exempt item")
    agenda.change(store, item_id=secret, public_title="A contract")
    assert items(store, meeting)[1].title_for_the_public == "A contract"


@pytest.mark.parametrize("paragraphs", ["12", "0", "commercial"])
def test_only_english_paragraphs_make_an_item_exempt(store: Store, meeting: int, paragraphs: str) -> None:
    with pytest.raises(CannotDoError):
        agenda.mark_exempt(store, item_id=items(store, meeting)[1].id, paragraphs=paragraphs)


def test_an_item_with_minutes_is_not_removed(store: Store, meeting: int) -> None:
    from boardtool.data import minutes as kept_minutes
    from boardtool.services import minutes

    item = items(store, meeting)[0].id
    meetings.open_meeting(store, meeting_id=meeting, now=NOW)
    with store.reading() as reading:
        minute = kept_minutes.of_item(reading, item)
    assert minute is not None
    minutes.write_narrative(store, minute_id=minute.id, text="None were received.")
    with pytest.raises(CannotDoError, match="has minutes"):
        agenda.remove(store, item_id=item)
    minutes.write_narrative(store, minute_id=minute.id, text="")
    agenda.remove(store, item_id=item)
    assert [each.subject for each in items(store, meeting)] == ["Strategy", "Outcomes"]


def test_an_item_added_in_session_gets_its_minute_in_its_place(store: Store, meeting: int) -> None:
    from boardtool.data import minutes as kept_minutes

    meetings.open_meeting(store, meeting_id=meeting, now=NOW)
    agenda.add(store, meeting_id=meeting, subject="Urgent", above=items(store, meeting)[1].id)
    with store.reading() as reading:
        headings = [minute.heading for minute in kept_minutes.of_meeting(reading, meeting)]
    assert headings == ["Apologies", "Urgent", "Strategy", "Outcomes"]


def test_a_paper_is_moved_among_those_of_its_item_and_letters_follow(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    files = [tmp_path / f"{name}.docx" for name in ("Report", "Prices", "Map")]
    for file in files:
        file.write_bytes(file.name.encode())
    report, prices, plan = agenda.attach(store, item_id=items(store, meeting)[1].id, files=files, now=NOW)
    agenda.move_paper(store, paper_id=plan, to=1)
    assert [(p.id, p.letter) for p in items(store, meeting)[1].papers] == [
        (report, ""),
        (plan, "A"),
        (prices, "B"),
    ]
    store.undo()
    assert [p.id for p in items(store, meeting)[1].papers] == [report, prices, plan]


def test_a_paper_that_is_gone_is_not_moved(store: Store) -> None:
    with pytest.raises(CannotDoError, match="not in the library any more"):
        agenda.move_paper(store, paper_id=99, to=0)


def test_papers_of_approved_minutes_are_locked_with_them(store: Store, meeting: int, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF-1.4 the report")
    [paper] = agenda.attach(store, item_id=items(store, meeting)[1].id, files=[file], now=NOW)
    with store.step("Approve") as step:
        kept_meetings.change(step, meeting, status=Status.APPROVED)
    locked = "approved and locked"
    with pytest.raises(CannotDoError, match=locked):
        agenda.change_paper(store, paper_id=paper, title="Another")
    with pytest.raises(CannotDoError, match=locked):
        agenda.mark_paper_exempt(store, paper_id=paper, paragraphs="3")
    with pytest.raises(CannotDoError, match=locked):
        agenda.detach(store, paper_id=paper)
