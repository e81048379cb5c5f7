"""Good files damaged at random: every one is read or refused in a sentence, and the process lives on."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from tests.data.excel.hostile import CSV, ODS_TYPE, ods_content, ods_rows
from tests.data.excel.packing import LOG, pack, parts_of, shared_strings, sheet_xml

from boardtool.data.excel.action_log import read_action_log
from boardtool.data.excel.opening import open_workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose

if TYPE_CHECKING:
    from pathlib import Path


def good_files(folder: Path) -> list[bytes]:
    shared = parts_of({"Log": sheet_xml(LOG), "Other": sheet_xml((("a", 1),))})
    shared["xl/sharedStrings.xml"] = shared_strings(["one", "two"])
    stored = pack(folder / "stored.xlsx", parts_of(), compression=0)
    packed = pack(folder / "packed.xlsx", shared)
    ods = pack(folder / "log.ods", {"mimetype": ODS_TYPE, "content.xml": ods_content(ods_rows(LOG))})
    return [stored.read_bytes(), packed.read_bytes(), ods.read_bytes(), CSV]


def damaged(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    kind = chance.choice(("flip", "cut", "splice", "zeros"))
    at = chance.randrange(len(spoilt))
    length = chance.randrange(1, 200)
    if kind == "flip":
        for _ in range(chance.randrange(1, 20)):
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    elif kind == "cut":
        del spoilt[at : at + length]
    elif kind == "splice":
        other = chance.randrange(len(spoilt))
        spoilt[at:at] = spoilt[other : other + length]
    else:
        spoilt[at : at + length] = bytes(min(length, len(spoilt) - at))
    return bytes(spoilt)


def meet(seed: int, folder: Path) -> str:
    chance = random.Random(seed)
    path = folder / f"spoilt{chance.choice(('.xlsx', '.ods', '.csv', '.xls'))}"
    path.write_bytes(damaged(chance.choice(good_files(folder)), chance))
    try:
        found = read_action_log(open_workbook(path))
    except InputRefusedError as refusal:
        return str(refusal)
    return found.sentence() if isinstance(found, Choose) else f"Read {found.sheet}."


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_file_is_met(seed: int, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert meet(seed, tmp_path).endswith(".")
    assert not caplog.records, "it was met by the last net only"


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_two_thousand_damaged_files_are_met(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for seed in range(1000, 3000):
        assert meet(seed, tmp_path).endswith(".")
        assert not caplog.records, f"seed {seed}"
