"""The process that reads papers: takes file names, sends what it found, and may be killed any time.

It reads a line of JSON for each file, the wish and the path, and answers with one.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool.data.pdf.apart import Wish

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY_LIMIT = 600 * 1024 * 1024


def main() -> int:
    """Serve files until the parent closes the pipe."""
    _limit_memory()
    from boardtool.data.pdf.page_texts import opening_of, pages_of

    served: dict[str, Callable[[Path], object]] = {
        Wish.FINDINGS: _findings,
        Wish.PAGES: pages_of,
        Wish.OPENING: opening_of,
    }
    for line in sys.stdin.buffer:
        wish, path = json.loads(line)
        print(json.dumps(served[wish](Path(path))), flush=True)  # noqa: T201 - the parent reads it
    return 0


def _findings(path: Path) -> object:
    """The pages, whether it is tagged, and the findings, each as a list."""
    from boardtool.data.pdf.looking import look_into
    from boardtool.data.pdf.looking_word import look_into_word

    word = path.suffix.lower() == ".docx"
    pages, tagged, findings = (None, False, look_into_word(path)) if word else look_into(path)
    return [pages, tagged, [[each.kind, each.severity, each.says, each.pages] for each in findings]]


def _limit_memory() -> None:
    """Keep a file made to be huge from taking the machine; on Windows the time limit stands alone."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


if __name__ == "__main__":
    sys.exit(main())
