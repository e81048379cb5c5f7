"""What the reading process does, done here: the same outcomes without the walls around it."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
from tests.data.excel.hostile import CASES, Case, Refused
from tests.data.excel.packing import pack, parts_of

from boardtool.data.excel import child
from boardtool.data.excel.child import read_file
from boardtool.data.excel.gate import DAMAGED
from boardtool.data.excel.wire import Message, read_message, sheet_of, write_message

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("E1 five million", "E1 a directory", "E5 a million")
LIGHT = [case for case in CASES if not case.name.startswith(HEAVY)]


@pytest.mark.parametrize("case", LIGHT, ids=lambda case: case.name)
def test_a_file_is_refused_here_as_it_is_there(case: Case, tmp_path: Path) -> None:
    sent: list[Message] = []
    read_file(case.build(tmp_path / f"log{case.ending}"), sent.append)
    *sheets, last = (message for message in sent if "names" not in message.line)
    assert last.is_last
    assert "traceback" not in last.line
    sheet_troubles = [message.line["sheet"]["trouble"] for message in sheets]
    if "refused" in last.line:
        assert isinstance(case.outcome, Refused)
        assert case.outcome.words in last.line["refused"]
    elif any(sheet_troubles):
        assert isinstance(case.outcome, Refused)
        assert case.outcome.words in " ".join(sheet_troubles)
    else:
        assert sum(len(sheet_of(message).cells) for message in sheets) or case.name.startswith("E11")


def test_messages_arrive_as_they_were_sent(tmp_path: Path) -> None:
    sent: list[Message] = []
    read_file(pack(tmp_path / "log.xlsx", parts_of()), sent.append)
    pipe = io.BytesIO()
    for message in sent:
        write_message(pipe, message)
    pipe.seek(0)
    received = [read_message(pipe) for _ in sent]
    assert [message.blocks for message in received if message] == [message.blocks for message in sent]
    assert read_message(pipe) is None


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_message_that_breaks_off_is_none(cut: int, tmp_path: Path) -> None:
    sent: list[Message] = []
    read_file(pack(tmp_path / "log.xlsx", parts_of()), sent.append)
    pipe = io.BytesIO()
    write_message(pipe, next(message for message in sent if "sheet" in message.line))
    assert read_message(io.BytesIO(pipe.getvalue()[:-cut])) is None


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (MemoryError(), "more than 200 MB of memory"),
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (ZeroDivisionError(), DAMAGED),
    ],
)
def test_whatever_goes_wrong_is_a_sentence(
    trouble: Exception, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> bool:
        raise trouble

    monkeypatch.setattr(child, "is_zip", fail)
    sent: list[Message] = []
    read_file(tmp_path / "log.xlsx", sent.append)
    assert sentence in sent[0].line["refused"]
    assert ("traceback" in sent[0].line) == isinstance(trouble, ZeroDivisionError)


def test_the_process_serves_until_its_pipe_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe:
        def __init__(self, data: bytes) -> None:
            self.buffer = io.BytesIO(data)

    asked = f'{{"path": "{tmp_path.as_posix()}/none.xlsx"}}\n'.encode()
    out = Pipe(b"")
    monkeypatch.setattr(sys, "stdin", Pipe(asked * 2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(child, "limit_memory", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)
    assert child.main() == 0
    assert out.buffer.getvalue().count(b'no file \\"none.xlsx\\"') == 2
