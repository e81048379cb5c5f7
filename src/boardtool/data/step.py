"""One step: what it is while it runs, how it is written down, and what is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from boardtool.data import journal
from boardtool.data.journal import Change
from boardtool.data.tables import STEP

FOLD_WITHIN = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a committed step changed: `rows` is table → ids; `kind` is "do", "undo" or "redo"."""

    step_id: int
    label: str
    kind: str
    rows: Mapping[str, frozenset[int]]


@dataclass(slots=True)
class Step:
    """A step in progress: what data-floor writes take; `reading` sees what the step wrote so far."""

    reading: Connection
    label: str
    id: int
    who: str
    now: datetime
    kind: str = "do"
    changes: list[Change] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the step, now over, changed anything; an empty step leaves no trace."""
        return bool(self.changes)

    def announcement(self) -> Announcement:
        return Announcement(self.id, self.label, self.kind, journal.rows_of(self.changes))


def begin(
    writer: Connection,
    label: str,
    *,
    who: str,
    now: datetime,
    kind: str,
    target: int | None,
    fold: str | None,
) -> Step:
    """Write the row of a step that begins."""
    step_id = writer.execute(
        insert(STEP).values(label=label, who=who, at=_stamp(now), kind=kind, target_id=target, fold=fold)
    ).lastrowid
    return Step(writer, label, step_id, who, now, kind)


def write_down(step: Step, changes: list[Change], fold: str | None) -> None:
    """Write the changes of a step that is over; a folding one becomes part of the step before it."""
    step.changes = changes
    into = None if fold is None else _step_to_fold_into(step, fold)
    if into is None:
        journal.record(step.reading, step.id, changes)
        return
    journal.fold(step.reading, into, changes)
    step.reading.execute(STEP.delete().where(STEP.c.id == step.id))
    step.reading.execute(update(STEP).where(STEP.c.id == into).values(at=_stamp(step.now)))
    step.id = into


def _step_to_fold_into(step: Step, fold: str) -> int | None:
    newest = step.reading.execute(
        select(STEP).where(STEP.c.id < step.id).order_by(STEP.c.id.desc()).limit(1)
    ).one_or_none()
    if newest is None or newest.kind != "do" or newest.undone_by is not None:
        return None
    if newest.fold != fold or newest.who != step.who:
        return None
    recent = step.now - datetime.fromisoformat(newest.at) < FOLD_WITHIN
    return int(newest.id) if recent else None


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
