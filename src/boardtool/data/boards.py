"""Boards as the store keeps them, with the items that stand on every agenda and the phrases they use."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BOARD, EXCLUDED_DAY, PHRASE, STANDING_ITEM
from boardtool.domain.boards import Board, ItemRole, Mode, QuorumKind, QuorumRule, Restart, StandingItem
from boardtool.domain.errors import NotFoundError
from boardtool.domain.notice import Counting


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to insert while minuting, under a short title."""

    id: int
    title: str
    text: str


def every(reading: Reading) -> list[Board]:
    return [_board(row) for row in reading.execute(select(BOARD).order_by(BOARD.c.id))]


def by_id(reading: Reading, board_id: int) -> Board:
    return _board(reading.execute(select(BOARD).where(BOARD.c.id == board_id)).one())


def by_code(reading: Reading, code: str) -> Board:
    """The board with a code, whatever its capitals.

    Raises:
        NotFoundError: there is none; the sentence names those there are.
    """
    for board in every(reading):
        if board.code.casefold() == code.strip().casefold():
            return board
    codes = ", ".join(board.code for board in every(reading)) or "none yet"
    raise NotFoundError(f"There is no board with the code {code}. The boards are: {codes}.")


def standing_items(reading: Reading, board_id: int) -> list[StandingItem]:
    found = reading.execute(
        select(STANDING_ITEM).where(STANDING_ITEM.c.board_id == board_id).order_by(STANDING_ITEM.c.position)
    )
    return [
        StandingItem(
            row.id,
            row.position,
            row.subject,
            row.presenter,
            row.kind,
            row.purpose,
            row.length,
            ItemRole(row.role),
        )
        for row in found
    ]


def phrases(reading: Reading) -> list[Phrase]:
    return [
        Phrase(row.id, row.title, row.text)
        for row in reading.execute(select(PHRASE).order_by(PHRASE.c.position))
    ]


def excluded_days(reading: Reading) -> dict[date, str]:
    """Days that the person added to the bank holidays (R3), with the reason."""
    return {row.day: row.why for row in reading.execute(select(EXCLUDED_DAY).order_by(EXCLUDED_DAY.c.day))}


def add(step: Step, *, code: str, name: str, **values: object) -> int:
    return rows.add(step, BOARD, code=code, name=name, **values)


def change(step: Step, board_id: int, **values: object) -> None:
    rows.change(step, BOARD, board_id, values)


def set_quorum(step: Step, board_id: int, rule: QuorumRule) -> None:
    change(
        step,
        board_id,
        quorum_kind=rule.kind,
        quorum_number=rule.number,
        quorum_numerator=rule.numerator,
        quorum_denominator=rule.denominator,
    )


def remove(step: Step, board_id: int) -> None:
    rows.remove(step, BOARD, board_id)


def add_standing_item(step: Step, board_id: int, **values: object) -> int:
    position = rows.next_position(step, STANDING_ITEM, "board_id", board_id)
    return rows.add(step, STANDING_ITEM, board_id=board_id, position=position, **values)


def change_standing_item(step: Step, item_id: int, **values: object) -> None:
    rows.change(step, STANDING_ITEM, item_id, values)


def remove_standing_item(step: Step, item_id: int) -> None:
    rows.remove(step, STANDING_ITEM, item_id)


def reorder_standing_items(step: Step, ids: list[int]) -> None:
    rows.reorder(step, STANDING_ITEM, ids)


def add_phrase(step: Step, *, title: str, text: str) -> int:
    position = len(phrases(step.reading))
    return rows.add(step, PHRASE, position=position, title=title, text=text)


def change_phrase(step: Step, phrase_id: int, **values: object) -> None:
    rows.change(step, PHRASE, phrase_id, values)


def remove_phrase(step: Step, phrase_id: int) -> None:
    rows.remove(step, PHRASE, phrase_id)


def add_excluded_day(step: Step, *, day: date, why: str) -> int:
    return rows.add(step, EXCLUDED_DAY, day=day, why=why)


def remove_excluded_day(step: Step, day: date) -> None:
    step.reading.execute(EXCLUDED_DAY.delete().where(EXCLUDED_DAY.c.day == day))


def _board(row: Row[tuple[object, ...]]) -> Board:
    return Board(
        id=row.id,
        code=row.code,
        name=row.name,
        council=row.council,
        mode=Mode(row.mode),
        quorum=QuorumRule(
            QuorumKind(row.quorum_kind), row.quorum_number, row.quorum_numerator, row.quorum_denominator
        ),
        restart=Restart(row.restart),
        first_minute_number=row.first_minute_number,
        item_number_width=row.item_number_width,
        usual_place=row.usual_place,
        usual_start=row.usual_start,
        proper_officer=row.proper_officer,
        administrator=row.administrator,
        contact_phone=row.contact_phone,
        contact_email=row.contact_email,
        notices=row.notices,
        duplex=row.duplex,
        remote_counts=row.remote_counts,
        counting=Counting(row.counting),
    )
