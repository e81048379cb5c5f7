"""The whole library in open forms: every row, exact text, and nothing that a spreadsheet would run."""

import json
from datetime import date
from io import BytesIO

import openpyxl
from tests.builders import a_board, a_meeting, an_action

from boardtool.data.everything import LONGEST_IN_A_CELL, as_json, as_workbook, tables
from boardtool.data.store import Store
from boardtool.data.tables import JOURNALLED


def test_json_has_every_table_and_exact_text(store: Store) -> None:
    a_meeting(store, a_board(store), subjects=["=cmd|' /C calc'!A0"])
    with store.reading() as reading:
        held = json.loads(as_json(tables(reading)))
    assert set(held) == {table.name for table in JOURNALLED}
    assert held["agenda_item"][0]["subject"] == "=cmd|' /C calc'!A0"
    assert held["meeting"][0]["date"] == "2022-09-06"


def test_the_workbook_keeps_dates_as_dates_and_formulas_as_text(store: Store) -> None:
    board_id = a_board(store)
    an_action(store, board_id, text="=1+1", due=date(2022, 9, 16))
    an_action(store, board_id, "050722/02", "x" * (LONGEST_IN_A_CELL + 5))
    with store.reading() as reading:
        book = openpyxl.load_workbook(BytesIO(as_workbook(tables(reading))))
    sheet = book["action"]
    at = {str(cell.value): number for number, cell in enumerate(sheet[1])}
    assert (sheet[2][at["text"]].value, sheet[2][at["text"]].data_type) == ("=1+1", "s")
    assert isinstance(sheet[2][at["due"]].value, date)
    assert str(sheet[3][at["text"]].value).endswith("the JSON file has it whole)")
