from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.data.excel.hostile import CASES, Asked, Case, Refused, Taken

from boardtool.data.excel import opening
from boardtool.data.excel.action_log import ActionRow, read_action_log
from boardtool.data.excel.opening import open_workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose

if TYPE_CHECKING:
    from boardtool.data.excel.rows import ReadTable

LONGEST = 10.0  # seconds
MOST_MEMORY = 200 * 1024  # kB that the reading process may grow by
HIDDEN_LETTERS = re.compile("[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u00a0]")


def read(case: Case, folder: Path) -> ReadTable[ActionRow] | Choose | str:
    path = case.build(folder / f"log{case.ending}")
    began = time.monotonic()
    try:
        return read_action_log(open_workbook(path), sheet=case.sheet, columns=case.columns)
    except InputRefusedError as refusal:
        return str(refusal)
    finally:
        assert time.monotonic() - began < LONGEST


def memory_of_reader(field: str) -> int:
    """Kilobytes of the reading process by the kernel's account: VmRSS now, VmHWM at its most."""
    process = opening._reader._process
    assert process is not None
    status = Path(f"/proc/{process.pid}/status").read_text()
    found = re.search(rf"{field}:\s+([0-9]+) kB", status)
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_stranger_is_met(case: Case, tmp_path: Path) -> None:
    found = read(case, tmp_path)
    outcome = case.outcome
    if isinstance(outcome, Refused):
        assert isinstance(found, str), found
        assert outcome.words in found
        assert found.endswith(".")
        assert "Error" not in found
    elif isinstance(outcome, Asked):
        assert isinstance(found, Choose), found
        assert (found.what, found.options) == (outcome.what, outcome.options)
        assert found.options[0] in found.sentence()
    else:
        assert not isinstance(found, str | Choose), found
        check_taken(found, outcome)


def check_taken(found: ReadTable[ActionRow], outcome: Taken) -> None:
    assert (len(found.rows), len(found.rejected)) == (outcome.rows, outcome.rejected), (
        found.rejected,
        found.warnings,
    )
    assert outcome.says in " | ".join(warning.reason for warning in found.warnings)
    for rejected in found.rejected:
        assert outcome.why in rejected.reason
        assert outcome.cell in rejected.cell
        assert rejected.sheet
        assert rejected.row
    for row in found.rows:
        for text in (row.number.text, row.text, row.progress, *row.owners):
            assert not HIDDEN_LETTERS.search(text)


def test_there_are_more_than_eighty_kinds_of_strangers_each_of_its_own_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 80


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the kernel gives no account of memory")
@pytest.mark.parametrize(
    "case", [case for case in CASES if case.name[:2] in {"E1", "E5"}], ids=lambda c: c.name
)
def test_no_bomb_takes_more_than_200_megabytes(case: Case, tmp_path: Path) -> None:
    opening.stop_reader()
    opening.start_reader()
    path = case.build(tmp_path / f"log{case.ending}")
    harmless = tmp_path / "empty.xlsx"
    harmless.touch()
    with pytest.raises(InputRefusedError):
        open_workbook(harmless)
    before = memory_of_reader("VmRSS")
    with contextlib.suppress(InputRefusedError):
        open_workbook(path)
    assert memory_of_reader("VmHWM") - before < MOST_MEMORY
