"""The reading process: takes file names, sends back what the files hold, and may be killed at any time.

It reads a line of JSON for each file (`{"path": …}`) and answers with lines of JSON: one for each sheet
as soon as it is read, reports of progress between them, and a last one that says how it ended. Lines of
text, because what comes from a process that handled a stranger's file should not be able to run anything.
"""

import json
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from boardtool.data.excel.content import Content
from boardtool.data.excel.csv_text import read_csv
from boardtool.data.excel.gate import DAMAGED, Form, Parts, form_of
from boardtool.data.excel.ods import read_ods
from boardtool.data.excel.xlsx import left_out, read_xlsx
from boardtool.domain.errors import InputRefusedError

MEMORY_LIMIT = 200 * 1024 * 1024
_TOO_MUCH_MEMORY = "The file needs more than 200 MB of memory to read: it was not opened."

Send = Callable[[dict[str, object]], None]


def read_file(path: Path, send: Send) -> None:
    """Sends a file's sheets, then `{"end": …}`; whatever goes wrong becomes `{"refused": sentence}`."""
    try:
        _send_sheets(path, send)
    except InputRefusedError as refusal:
        send({"refused": str(refusal)})
    except MemoryError:
        send({"refused": _TOO_MUCH_MEMORY})
    except FileNotFoundError:
        send({"refused": f'There is no file "{path.name}" in that place.'})
    except IsADirectoryError:
        send({"refused": f'"{path.name}" is a folder, not a file.'})
    except OSError as error:
        send({"refused": f"The file could not be read ({error.strerror}): close it elsewhere and try again."})
    except Exception:  # noqa: BLE001 - a stranger's file must never show a traceback; the log has it
        send({"refused": DAMAGED, "traceback": traceback.format_exc()})


def _send_sheets(path: Path, send: Send) -> None:
    if path.is_dir():
        raise IsADirectoryError
    form = form_of(path)
    if form is Form.CSV:
        send({"sheet": read_csv(path.read_bytes(), path.stem).to_wire()})
        send({"end": {"form": form.value, "left_out": []}})
        return
    with Parts(path) as parts:
        for content in _sheets(form, parts, send):
            send({"sheet": content.to_wire()})
        send({"end": {"form": form.value, "left_out": list(left_out(parts))}})


def _sheets(form: Form, parts: Parts, send: Send) -> Iterator[Content]:
    if form is Form.ODS:
        return read_ods(parts)
    return read_xlsx(parts, lambda done, total, name: send({"progress": [done, total, name]}))


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
    out = sys.stdout.buffer

    def send(message: dict[str, object]) -> None:
        out.write(json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n")
        out.flush()

    for line in sys.stdin.buffer:
        read_file(Path(json.loads(line)["path"]), send)
    return 0


if __name__ == "__main__":
    sys.exit(main())
