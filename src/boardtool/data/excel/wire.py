"""How the reading process hands over what it read: lines of JSON, with the cells of a sheet as plain bytes.

Nothing that could run is ever sent, for it comes from a process that handled a stranger's file. The cells
go as bytes because JSON would cost a quarter of the reading time.
"""

import json
from collections.abc import Callable, Mapping
from typing import IO, Any, NamedTuple

from boardtool.data.excel.cell_kinds import SHARED
from boardtool.data.excel.content import Content
from boardtool.data.excel.workbook import CellKind, Merged, Sheet, column_number

Blocks = tuple[bytes, ...]
_SURROGATES = "surrogatepass"  # halves of characters, which escapes can make; cleaning drops them


class Message(NamedTuple):
    """A line, and the blocks of bytes that follow it."""

    line: Mapping[str, Any]
    blocks: Blocks = ()

    @property
    def is_last(self) -> bool:
        return "end" in self.line or "refused" in self.line


def sheet_message(content: Content) -> Message:
    """A sheet as it is sent: rows, columns, kinds, and texts parted by NUL, which no text holds."""
    if content.trouble:
        content.clear()
    about = {
        "name": content.name,
        "hidden": content.hidden,
        "hidden_rows": [row for row in content.hidden_rows if str(row) in content.row_names],
        "hidden_columns": content.hidden_columns,
        "merged": content.merged,
        "trouble": content.trouble,
    }
    blocks = (
        " ".join(content.rows).encode("ascii"),
        " ".join(content.columns).encode("ascii"),
        "".join(content.kinds).replace(SHARED, CellKind.TEXT).encode("ascii"),
        "\0".join(content.texts).encode("utf-8", _SURROGATES),
    )
    return Message({"sheet": about}, blocks)


def sheet_of(message: Message) -> Sheet:
    """A sheet as it was sent."""
    about = message.line["sheet"]
    rows, columns, kinds, texts = message.blocks
    return Sheet(
        name=about["name"],
        row_numbers=_numbers(rows, int),
        column_numbers=_numbers(columns, column_number),
        kinds=kinds.decode("ascii"),
        texts=texts.decode("utf-8", _SURROGATES).split("\0") if kinds else [],
        hidden=about["hidden"],
        hidden_rows=frozenset(about["hidden_rows"]),
        hidden_columns=frozenset(about["hidden_columns"]),
        merged=tuple(Merged(*block) for block in about["merged"]),
        trouble=about["trouble"],
    )


def _numbers(block: bytes, number_of: Callable[[str], int]) -> list[int]:
    """The numbers of many written rows or columns, each different one worked out once."""
    written = block.decode("ascii").split()
    numbers = {one: number_of(one) for one in set(written)}
    return list(map(numbers.__getitem__, written))


def write_message(pipe: IO[bytes], message: Message) -> None:
    """Sends a message at once."""
    line = {**message.line, "sizes": [len(block) for block in message.blocks]}
    pipe.write(json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n" + b"".join(message.blocks))
    pipe.flush()


def read_message(pipe: IO[bytes]) -> Message | None:
    """The next message; None when the other side is gone."""
    written = pipe.readline()
    if not written.endswith(b"\n"):
        return None
    line = json.loads(written)
    blocks = tuple(pipe.read(size) for size in line["sizes"])
    complete = all(len(block) == size for block, size in zip(blocks, line["sizes"], strict=True))
    return Message(line, blocks) if complete else None
