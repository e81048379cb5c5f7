"""What can be done to an agenda: items added, moved, timed, given papers, marked exempt, carried forward."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from boardtool.data import agenda, meetings, minutes, paper_checks
from boardtool.data.store import Step, Store
from boardtool.domain.agenda import appendix_letter, length_for_start
from boardtool.domain.errors import CannotDoError
from boardtool.domain.exempt import read_paragraphs
from boardtool.domain.meetings import AgendaItem, Kind, Purpose
from boardtool.domain.text import clean_line, clean_text
from boardtool.domain.times import read_clock
from boardtool.services.meetings import prepare_minutes
from boardtool.services.open_records import open_item, open_meeting_record
from boardtool.services.paper_intake import take_in

LONGEST = 12 * 60
_LABEL_LENGTH = 40


def add(
    store: Store,
    *,
    meeting_id: int,
    subject: str,
    presenters: Sequence[str] = (),
    kind: Kind = Kind.VERBAL,
    purpose: Purpose = Purpose.UNSAID,
    length: int = 10,
    above: int | None = None,
) -> int:
    """Add an item: above another where `above` names one, else at the end, but before the closing item."""
    subject = _subject(subject)
    _check_length(length)
    with store.step(f"Add item “{_short(subject)}”") as step:
        open_meeting_record(step, meeting_id)
        before = agenda.items(step.reading, meeting_id)
        item_id = agenda.add(
            step,
            meeting_id,
            subject=subject,
            presenters=_names(presenters),
            kind=kind,
            purpose=purpose,
            length=length,
        )
        _place(step, meeting_id, item_id, _place_for(before, above))
        _minute_if_open(step, meeting_id)
    return item_id


def _place_for(items: Sequence[AgendaItem], above: int | None) -> int:
    if above is not None:
        return next(place for place, item in enumerate(items) if item.id == above)
    closing = [place for place, item in enumerate(items) if item.role == "close"]
    return closing[-1] if closing and closing[-1] == len(items) - 1 else len(items)


def _minute_if_open(step: Step, meeting_id: int) -> None:
    """An item added while the meeting is in session gets its minute at once."""
    if meetings.by_id(step.reading, meeting_id).opened_at is not None:
        prepare_minutes(step, meeting_id)


def change(store: Store, *, item_id: int, **facts: object) -> None:
    """Change facts of an item: subject, public_title, kind, purpose, recommendations, pages, number.

    Changing the same facts again within a minute is one thing to undo.
    """
    known = {"subject", "public_title", "kind", "purpose", "recommendations", "pages", "number"}
    if unknown := set(facts) - known:
        raise CannotDoError(f"An agenda item has no {', '.join(sorted(unknown))}.")
    cleaned = {fact: _cleaned(fact, value) for fact, value in facts.items()}
    with store.step("Change item", fold=f"item {item_id} {' '.join(sorted(facts))}") as step:
        open_item(step, item_id)
        agenda.change(step, item_id, **cleaned)


def _cleaned(fact: str, value: object) -> object:
    if fact == "subject":
        return _subject(str(value))
    if fact == "number":
        return clean_line(str(value)) or None if value is not None else None
    if fact == "recommendations":
        return clean_text(str(value)).strip()
    return clean_line(str(value)) if fact in {"public_title", "pages"} else value


def set_presenters(store: Store, *, item_id: int, presenters: Sequence[str]) -> None:
    with store.step("Change presenters") as step:
        open_item(step, item_id)
        agenda.set_presenters(step, item_id, _names(presenters))


def set_length(store: Store, *, item_id: int, length: int) -> None:
    """Say how long (minutes) an item takes; the ones below move with it."""
    _check_length(length)
    with store.step("Change length") as step:
        open_item(step, item_id)
        agenda.change(step, item_id, length=length)


def set_start(store: Store, *, item_id: int, start: str) -> None:
    """Say when an item starts: the one above takes as long as that leaves it, the ones below move.

    Raises:
        CannotDoError: no time, or one before the item above begins.
    """
    wanted = read_clock(start)
    with store.step("Change start") as step:
        item = open_item(step, item_id)
        items = agenda.items(step.reading, item.meeting_id)
        place = [each.id for each in items].index(item_id)
        if place == 0:
            meetings.change(step, item.meeting_id, agenda_start=wanted)
            return
        above = items[place - 1]
        assert above.start is not None
        agenda.change(step, above.id, length=length_for_start(above.start, wanted))


def move(store: Store, *, item_id: int, to: int) -> None:
    """Move an item to another place (from 0) on its agenda; numbers and times follow."""
    with store.step("Move item") as step:
        item = open_item(step, item_id)
        _place(step, item.meeting_id, item_id, to)


def _place(step: Step, meeting_id: int, item_id: int, to: int) -> None:
    order = [item.id for item in agenda.items(step.reading, meeting_id) if item.id != item_id]
    order.insert(max(0, min(to, len(order))), item_id)
    agenda.reorder(step, order)
    minutes.follow_agenda(step, meeting_id)


def renumber(store: Store, *, meeting_id: int) -> None:
    """Let every number follow the order again (01, 02 …), whatever was printed before."""
    with store.step("Renumber agenda") as step:
        open_meeting_record(step, meeting_id)
        for item in agenda.items(step.reading, meeting_id):
            agenda.change(step, item.id, number=None)


def remove(store: Store, *, item_id: int) -> None:
    """Remove an item.

    Raises:
        CannotDoError: something was minuted under it.
    """
    with store.step("Remove item") as step:
        item = open_item(step, item_id)
        minute = minutes.of_item(step.reading, item_id)
        if minute is not None:
            if minute.narrative or minute.resolutions or minute.actions:
                raise CannotDoError(
                    f"Item {item.number} has minutes. Remove what was minuted under it first."
                )
            minutes.remove(step, minute.id)
        agenda.remove(step, item_id)


def mark_exempt(
    store: Store, *, item_id: int, paragraphs: str, public_interest: str = "", public_title: str = ""
) -> None:
    """Mark an item exempt under paragraphs of Schedule 12A (R13, R14); no paragraph opens it again.

    Raises:
        CannotDoError: a paragraph is not one of 1 to 7.
    """
    exempt = read_paragraphs(paragraphs)
    with store.step("Mark item exempt" if exempt else "Open item to the public") as step:
        open_item(step, item_id)
        agenda.change(
            step,
            item_id,
            exempt=exempt,
            public_interest=clean_text(public_interest).strip(),
            public_title=clean_line(public_title),
        )
        minute = minutes.of_item(step.reading, item_id)
        if minute is not None:
            minutes.change(step, minute.id, exempt=bool(exempt))


def carry_forward(store: Store, *, item_id: int) -> None:
    """Say that an item was not reached: the next meeting planned from this one brings it."""
    with store.step("Carry item forward") as step:
        open_item(step, item_id)
        agenda.change(step, item_id, outcome="carried forward")


def take_here(store: Store, *, item_id: int) -> None:
    """Take back that an item is carried forward."""
    with store.step("Take item at this meeting") as step:
        open_item(step, item_id)
        agenda.change(step, item_id, outcome="")


def attach(store: Store, *, item_id: int, files: Sequence[Path], now: datetime) -> list[int]:
    """Take files in as papers of an item: the first is the report, the next are appendices A, B and on.

    What was found in each is kept for the checks of the meeting (R33, H6).

    Raises:
        CannotDoError: a file is missing, empty or too large; then none is taken.
    """
    kept, looked = take_in(store.folder, files)
    with store.step("Attach paper" if len(files) == 1 else "Attach papers") as step:
        item = open_item(step, item_id)
        paper_checks.add(step, looked)
        taken = []
        for place, (file, paper) in enumerate(zip(files, kept, strict=True), start=len(item.papers)):
            taken.append(
                agenda.add_paper(
                    step,
                    item_id,
                    added_at=now,
                    letter=appendix_letter(place),
                    title=clean_line(file.stem),
                    file_name=clean_line(file.name),
                    digest=paper.digest,
                    size=paper.size,
                    pages=paper.pages,
                    exempt=bool(item.exempt),
                )
            )
        if item.kind in {Kind.TO_FOLLOW, Kind.NONE, Kind.VERBAL}:
            agenda.change(step, item_id, kind=Kind.LATE if item.kind is Kind.TO_FOLLOW else Kind.PAPER)
    return taken


def change_paper(store: Store, *, paper_id: int, title: str) -> None:
    with store.step("Change paper") as step:
        open_item(step, agenda.item_of_paper(step.reading, paper_id).id)
        agenda.change_paper(step, paper_id, title=clean_line(title))


def move_paper(store: Store, *, paper_id: int, to: int) -> None:
    """Move a paper to another place (from 0) among those of its item; the letters follow the order."""
    with store.step("Move paper") as step:
        item = open_item(step, agenda.item_of_paper(step.reading, paper_id).id)
        order = [paper for paper in item.papers if paper.id != paper_id]
        moved = next(paper for paper in item.papers if paper.id == paper_id)
        order.insert(max(0, min(to, len(order))), moved)
        agenda.reorder_papers(step, [paper.id for paper in order])
        for place, paper in enumerate(order):
            if paper.letter != appendix_letter(place):
                agenda.change_paper(step, paper.id, letter=appendix_letter(place))


def mark_paper_exempt(
    store: Store, *, paper_id: int, paragraphs: str, public_interest: str | None = None
) -> None:
    """Mark one paper of an open item exempt under paragraphs of Schedule 12A (R13); none opens it again.

    `public_interest` is why that outweighs disclosing it (R14); None leaves what is said of it. With no
    paragraph nothing is left to say, and it goes.

    Raises:
        CannotDoError: a paragraph is not one of 1 to 7.
    """
    exempt = read_paragraphs(paragraphs)
    facts: dict[str, object] = {"exempt": bool(exempt), "paragraphs": exempt}
    if not exempt:
        facts["public_interest"] = ""
    elif public_interest is not None:
        facts["public_interest"] = clean_text(public_interest).strip()
    with store.step("Mark paper exempt" if exempt else "Open paper to the public") as step:
        open_item(step, agenda.item_of_paper(step.reading, paper_id).id)
        agenda.change_paper(step, paper_id, **facts)


def detach(store: Store, *, paper_id: int) -> None:
    """Take a paper off its item; the file stays in the library, for the history."""
    with store.step("Remove paper") as step:
        open_item(step, agenda.item_of_paper(step.reading, paper_id).id)
        agenda.remove_paper(step, paper_id)


def _subject(subject: str) -> str:
    subject = clean_line(subject)
    if not subject:
        raise CannotDoError("An agenda item needs a subject.")
    return subject


def _names(presenters: Sequence[str]) -> list[str]:
    return [name for name in map(clean_line, presenters) if name]


def _short(subject: str) -> str:
    return subject if len(subject) <= _LABEL_LENGTH else subject[: _LABEL_LENGTH - 1].rstrip() + "…"


def _check_length(length: int) -> None:
    if not 0 <= length <= LONGEST:
        raise CannotDoError("An item takes between 0 minutes and 12 hours.")
