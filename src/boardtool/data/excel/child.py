"""The reading process: takes file names, sends back what the files hold, and may be killed at any time.

It reads a line of JSON for each file (`{"path": ...}`) and answers with messages: one for each sheet as
soon as it is read (their names come first), and a last one that says how it ended.
"""

import gc
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from boardtool.data.excel.content import Content
from boardtool.data.excel.csv_text import read_csv
from boardtool.data.excel.gate import (
    ALL_CELLS_LIMIT,
    ALL_TEXT_LIMIT,
    DAMAGED,
    Form,
    Parts,
    form_of_parts,
    is_zip,
)
from boardtool.data.excel.ods import read_ods
from boardtool.data.excel.wire import Message, sheet_message, write_message
from boardtool.data.excel.xlsx import left_out, read_xlsx
from boardtool.domain.errors import InputRefusedError

MEMORY_LIMIT = 200 * 1024 * 1024
_TOO_MUCH_MEMORY = "The file needs more than 200 MB of memory to read: it was not opened."
_TOO_MUCH_ON_ALL = "The sheets of the workbook hold too much together: leave out those that are not wanted."

Send = Callable[[Message], None]


def read_file(path: Path, send: Send) -> None:
    """Sends a file's sheets, then `{"end": …}`; whatever goes wrong becomes `{"refused": sentence}`."""
    try:
        _send_sheets(path, send)
    except InputRefusedError as refusal:
        send(Message({"refused": str(refusal)}))
    except MemoryError:
        send(Message({"refused": _TOO_MUCH_MEMORY}))
    except FileNotFoundError:
        send(Message({"refused": f'There is no file "{path.name}" in that place.'}))
    except IsADirectoryError:
        send(Message({"refused": f'"{path.resolve().name}" is a folder, not a file: name the file in it.'}))
    except OSError as error:
        sentence = f"The file could not be read ({error.strerror}): close it elsewhere and try again."
        send(Message({"refused": sentence}))
    except Exception:  # noqa: BLE001 - a stranger's file must never show a traceback; the log has it
        send(Message({"refused": DAMAGED, "traceback": traceback.format_exc()}))


def _send_sheets(path: Path, send: Send) -> None:
    if path.is_dir():
        raise IsADirectoryError
    if not is_zip(path):
        send(sheet_message(read_csv(path.read_bytes(), path.stem)))
        send(Message({"end": {"form": Form.CSV.value, "left_out": []}}))
        return
    with Parts(path) as parts:
        form = form_of_parts(parts)
        cells = size = 0
        for content in _sheets(form, parts, send):
            message = sheet_message(content)
            cells, size = cells + len(content.rows), size + sum(map(len, message.blocks))
            if cells > ALL_CELLS_LIMIT or size > ALL_TEXT_LIMIT:
                raise InputRefusedError(_TOO_MUCH_ON_ALL)
            send(message)
        send(Message({"end": {"form": form.value, "left_out": list(left_out(parts))}}))


def _sheets(form: Form, parts: Parts, send: Send) -> Iterator[Content]:
    if form is Form.ODS:
        return read_ods(parts)
    return read_xlsx(parts, lambda names: send(Message({"names": names})))


def limit_memory() -> None:
    """Lets this process grow by no more than 200 MB; on Windows the counts of the gate stand alone."""
    if sys.platform == "win32":
        return
    import resource

    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # no such file on other systems; the limit is then a round figure
        pages = 0
    most = pages * resource.getpagesize() + MEMORY_LIMIT
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main() -> int:
    """Serves files until the parent closes the pipe."""
    limit_memory()
    gc.disable()  # reading makes many objects and no circles; looking for some costs a third of the time
    out = sys.stdout.buffer

    for line in sys.stdin.buffer:
        read_file(Path(json.loads(line)["path"]), lambda message: write_message(out, message))
        gc.collect()
    return 0


if __name__ == "__main__":
    sys.exit(main())
