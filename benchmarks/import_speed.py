"""How fast a stranger's workbook is read, gate and reading process included, and what a bomb costs."""

import random
import re
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import xlsxwriter
from _pairs import report, side_by_side

from boardtool.data.excel import opening
from boardtool.data.excel.action_log import read_action_log
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.rows import ReadTable
from boardtool.domain.errors import InputRefusedError

ROUNDS = 15
OPENPYXL = "openpyxl, read-only"
OPENED = "boardtool, opened"
LOOKED_AT = "boardtool, every value looked at"
SHEETS, ROWS, COLUMNS = 20, 100, 30
ACTIONS = 10_000
BOMB = 110 * 1024 * 1024


def plan_like(path: Path) -> Path:
    """A workbook of the size of a Better Care Fund return: texts, money, whole numbers, formulas, dates."""
    chance = random.Random(1)  # noqa: S311 - figures to read, not secrets
    with xlsxwriter.Workbook(path) as book:
        money, day = (
            book.add_format({"num_format": "£#,##0.00"}),
            book.add_format({"num_format": "dd/mm/yyyy"}),
        )
        for number in range(SHEETS):
            sheet = book.add_worksheet(f"Sheet {number}")
            for row in range(ROWS):
                for column in range(0, COLUMNS, 5):
                    sheet.write_string(row, column, f"Scheme {chance.randrange(500)} for people at home")
                    sheet.write_number(row, column + 1, round(chance.random() * 1e6, 2), money)
                    sheet.write_number(row, column + 2, chance.randrange(1000))
                    sheet.write_formula(row, column + 3, f'=A{row + 1}&"x"', None, "text")
                    sheet.write_number(row, column + 4, 44_000 + row, day)
    return path


def long_log(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Action Log")
        sheet.write_row(0, 0, ["Action No", "Action point", "Allocated to", "Due", "Progress", "Status"])
        for row in range(1, ACTIONS + 1):
            number = f"{row % 28 + 1:02d}0722/{row // 28 + 1:02d}"
            cells = [number, f"Action {row} of the Board", "Amy Plank", "14 July 2022", "Said so", "Ongoing"]
            sheet.write_row(row, 0, cells)
    return path


def bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * BOMB)
    return path


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """A measure: seconds that the work takes."""

    def measure() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return measure


def read_by_openpyxl(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(
        value is not None for sheet in book for row in sheet.iter_rows(values_only=True) for value in row
    )


def read_by_boardtool(path: Path) -> int:
    return sum(bool(cell.text) for sheet in open_workbook(path).sheets for cell in sheet.cells)


def megabytes(field: str, process: str) -> float:
    found = re.search(rf"{field}:\s+([0-9]+) kB", Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0


def reader() -> str:
    opening.start_reader()
    process = opening._reader._process  # noqa: SLF001 - its memory is what is measured
    assert process is not None
    return str(process.pid)


def measured(work: Callable[[], object]) -> str:
    """Seconds of the work, and by how much this process and the reading process grew at their most."""
    opening.stop_reader()
    child = reader()
    time.sleep(0.3)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak counts from here
    before = megabytes("VmRSS", "self"), megabytes("VmRSS", child)
    seconds = timed(work)()
    grown = megabytes("VmHWM", "self") - before[0], megabytes("VmHWM", child) - before[1]
    here, there = (f"{max(0.0, megabytes_grown):.0f} MB" for megabytes_grown in grown)
    return f"{seconds:.2f} s; grown by {here} here and {there} in the reading process"


def preview(path: Path) -> None:
    table = read_action_log(open_workbook(path))
    assert isinstance(table, ReadTable)
    assert len(table.rows) == ACTIONS


def refused(path: Path) -> None:
    try:
        open_workbook(path)
    except InputRefusedError as refusal:
        print("  said:", refusal)


def main() -> None:
    with tempfile.TemporaryDirectory() as room:
        log, spoilt = long_log(Path(room, "log.xlsx")), bomb(Path(room, "bomb.xlsx"))
        print(f"{ACTIONS:,} rows read and judged:", measured(lambda: preview(log)))
        print("a bomb refused:", measured(lambda: refused(spoilt)))
        plan = plan_like(Path(room, "plan.xlsx"))
        seconds = side_by_side(
            {
                OPENPYXL: timed(lambda: read_by_openpyxl(plan)),
                OPENED: timed(lambda: open_workbook(plan)),
                LOOKED_AT: timed(lambda: read_by_boardtool(plan)),
            },
            rounds=ROUNDS,
        )
        print(f"a workbook of {SHEETS} sheets of {ROWS} rows and {COLUMNS} columns, warm:")
        print(report(seconds, against=OPENPYXL, aims={OPENED: 0.25}))


if __name__ == "__main__":
    main()
