"""The six kinds of writing in the search index, each joined to its own row, its meeting and its board."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, Table, column, func, literal_column, select, table

from boardtool.data.tables import (
    ACTION,
    ACTION_PROGRESS,
    AGENDA_ITEM,
    BOARD,
    MEETING,
    MINUTE,
    REQUEST_TO_ADDRESS,
    RESOLUTION,
)
from boardtool.domain.agenda import item_number
from boardtool.domain.hits import Hit, HitKind
from boardtool.domain.text import clean_line

KINDS = 8  # in the index a row's id is its own times 8, plus the number of its kind (schema/0001.sql)
INDEX = table("search", column("rowid", Integer), column("rank"))
_SNIPPET_WORDS = 14
_ABOVE = AGENDA_ITEM.alias("above")
_ITEM_PLACE = (
    select(func.count(_ABOVE.c.id))
    .where(_ABOVE.c.meeting_id == AGENDA_ITEM.c.meeting_id, _ABOVE.c.position <= AGENDA_ITEM.c.position)
    .correlate(AGENDA_ITEM)
    .scalar_subquery()
    .label("item_place")
)

Found = Row[tuple[Any, ...]]


def _own(number: int, own: Table) -> ColumnElement[bool]:
    """Joins the index to the rows of one kind, by their key (SQLite divides whole numbers without a rest)."""
    return (own.c.id == INDEX.c.rowid.op("/")(KINDS)) & (INDEX.c.rowid % KINDS == number)


def _selected(own: Table, *columns: ColumnElement[Any]) -> Select[tuple[Any, ...]]:
    snippet = func.snippet(literal_column("search"), 0, "", "", "…", _SNIPPET_WORDS).label("snippet")
    return select(INDEX.c.rank, snippet, own.c.id.label("row_id"), BOARD.c.code.label("board"), *columns)


def _minute(row: Found) -> Hit:
    return _in_meeting(HitKind.MINUTE, row, _minute_place(row))


def _decision(row: Found) -> Hit:
    return _in_meeting(HitKind.DECISION, row, f"{_minute_place(row)} {row.label}".strip())


def _minute_place(row: Found) -> str:
    return str(row.heading) if row.number is None else f"minute {row.number}"


def _item(row: Found) -> Hit:
    return _in_meeting(HitKind.ITEM, row, f"item {item_number(row.number, row.item_place)}")


def _request(row: Found) -> Hit:
    return _in_meeting(HitKind.REQUEST, row, "request to address the meeting")


def _in_meeting(kind: HitKind, row: Found, place: str) -> Hit:
    ref = f"{row.board}/{row.date.isoformat()}"
    snippet = clean_line(row.snippet)
    return Hit(
        kind, ref, row.board, row.date, snippet, place=place, row=row.row_id, meeting_id=row.meeting_id
    )


def _action(row: Found) -> Hit:
    return _of_action(HitKind.ACTION, row)


def _progress(row: Found) -> Hit:
    return _of_action(HitKind.PROGRESS, row)


def _of_action(kind: HitKind, row: Found) -> Hit:
    ref = f"{row.board}/{row.number}"
    return Hit(
        kind, ref, row.board, row.day, clean_line(row.snippet), row=row.action_id, meeting_id=row.meeting_id
    )


_OF_MEETING = (MEETING.c.date, MEETING.c.id.label("meeting_id"))
_OF_ACTION = (ACTION.c.id.label("action_id"), ACTION.c.number, ACTION.c.meeting_id)

SOURCES: tuple[tuple[Select[tuple[Any, ...]], Callable[[Found], Hit]], ...] = (
    (
        _selected(MINUTE, *_OF_MEETING, MINUTE.c.number, MINUTE.c.heading)
        .join_from(INDEX, MINUTE, _own(1, MINUTE))
        .join(MEETING, MEETING.c.id == MINUTE.c.meeting_id)
        .join(BOARD, BOARD.c.id == MEETING.c.board_id),
        _minute,
    ),
    (
        _selected(RESOLUTION, *_OF_MEETING, RESOLUTION.c.label, MINUTE.c.number, MINUTE.c.heading)
        .join_from(INDEX, RESOLUTION, _own(2, RESOLUTION))
        .join(MINUTE, MINUTE.c.id == RESOLUTION.c.minute_id)
        .join(MEETING, MEETING.c.id == MINUTE.c.meeting_id)
        .join(BOARD, BOARD.c.id == MEETING.c.board_id),
        _decision,
    ),
    (
        _selected(ACTION, *_OF_ACTION, ACTION.c.raised_on.label("day"))
        .join_from(INDEX, ACTION, _own(3, ACTION))
        .join(BOARD, BOARD.c.id == ACTION.c.board_id),
        _action,
    ),
    (
        _selected(AGENDA_ITEM, *_OF_MEETING, AGENDA_ITEM.c.number, _ITEM_PLACE)
        .join_from(INDEX, AGENDA_ITEM, _own(4, AGENDA_ITEM))
        .join(MEETING, MEETING.c.id == AGENDA_ITEM.c.meeting_id)
        .join(BOARD, BOARD.c.id == MEETING.c.board_id),
        _item,
    ),
    (
        _selected(ACTION_PROGRESS, *_OF_ACTION, ACTION_PROGRESS.c.on.label("day"))
        .join_from(INDEX, ACTION_PROGRESS, _own(5, ACTION_PROGRESS))
        .join(ACTION, ACTION.c.id == ACTION_PROGRESS.c.action_id)
        .join(BOARD, BOARD.c.id == ACTION.c.board_id),
        _progress,
    ),
    (
        _selected(REQUEST_TO_ADDRESS, *_OF_MEETING)
        .join_from(INDEX, REQUEST_TO_ADDRESS, _own(6, REQUEST_TO_ADDRESS))
        .join(MEETING, MEETING.c.id == REQUEST_TO_ADDRESS.c.meeting_id)
        .join(BOARD, BOARD.c.id == MEETING.c.board_id),
        _request,
    ),
)
