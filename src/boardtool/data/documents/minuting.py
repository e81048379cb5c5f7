"""How the parts that minutes and notes share are laid out: who was there, a minute, actions."""

from collections.abc import Iterator

from boardtool.data.documents.actions import action_columns, table_of
from boardtool.data.documents.sheet import Cell, Column, Facts, Lead, Prose, SheetBlock, Table, Title
from boardtool.domain.dates import clock, weekday_date
from boardtool.domain.documents import ListedPerson, PrintedMinute, PrintedResolution, Roll, Sitting
from boardtool.domain.markdown import Paragraph, Run, labelled, parse


def when_and_where(sitting: Sitting) -> Facts:
    held = (("Held at", sitting.place_in_print),) if sitting.place else ()
    return Facts((("Date", weekday_date(sitting.date)), ("Time", clock(sitting.start)), *held))


def roll_blocks(roll: Roll) -> Iterator[SheetBlock]:
    groups = {
        "Present": roll.present,
        "Officers": roll.officers,
        "Also present": roll.guests,
        "Apologies": roll.apologies,
        "Absent": roll.absent,
    }
    for heading, people in groups.items():
        if people:
            yield Title(2, heading)
            yield Table(
                (Column("Name", 70), Column("Post or organisation")), tuple(_person(p) for p in people)
            )


def minute_blocks(minute: PrintedMinute, *, level: int = 2) -> Iterator[SheetBlock]:
    """A minute under a heading of a level."""
    yield Title(level, minute.title)
    if minute.narrative.strip():
        yield Prose(parse(minute.narrative))
    if minute.resolutions:
        yield from _resolved(minute)
    if minute.stamps:
        yield Prose(tuple(Paragraph((Run(stamp),)) for stamp in minute.stamps))
    if minute.actions:
        yield Lead((Run("ACTIONS", bold=True),))
        yield table_of(action_columns(minute.actions))


def _person(person: ListedPerson) -> tuple[Cell, ...]:
    return (Cell(person.named), Cell(person.post))


def _resolved(minute: PrintedMinute) -> Iterator[SheetBlock]:
    resolved = (Run("RESOLVED", bold=True), Run(minute.resolved.removeprefix("RESOLVED")))
    match minute.resolutions:
        case (PrintedResolution(label="", text=text),):
            yield Prose((Paragraph((*resolved, Run(f" {text}"))),))
        case resolutions:
            yield Lead(resolved)
            yield Prose(labelled((r.label, r.text) for r in resolutions))
