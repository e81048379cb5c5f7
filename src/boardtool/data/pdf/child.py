"""The process that looks into papers: takes file names, sends what was found, and may be killed any time.

It reads a line of JSON for each file and answers with one.
"""

import json
import sys
from pathlib import Path

MEMORY_LIMIT = 600 * 1024 * 1024


def main() -> int:
    """Serve files until the parent closes the pipe."""
    _limit_memory()
    from boardtool.data.pdf.looking import look_into
    from boardtool.data.pdf.looking_word import look_into_word

    for line in sys.stdin.buffer:
        path = Path(json.loads(line))
        word = path.suffix.lower() == ".docx"
        pages, tagged, findings = (None, False, look_into_word(path)) if word else look_into(path)
        told = [[each.kind, each.severity, each.says, each.pages] for each in findings]
        print(json.dumps([pages, tagged, told]), flush=True)  # noqa: T201 - the parent reads it
    return 0


def _limit_memory() -> None:
    """Keep a file made to be huge from taking the machine; on Windows the time limit stands alone."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


if __name__ == "__main__":
    sys.exit(main())
