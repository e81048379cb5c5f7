"""How the command speaks: one JSON object or plain lines on standard output, sentences on standard error."""

import json
import sys
from collections.abc import Mapping
from datetime import date, datetime


def answer(shown: Mapping[str, object]) -> None:
    """Print the one JSON object of a command; dates as ISO 8601."""
    print(json.dumps(shown, ensure_ascii=False, indent=2, default=_plain))


def tell(line: str) -> None:
    """Print a line of what was asked for."""
    print(line)


def say(sentence: str) -> None:
    """A sentence for the person: what was done, what is wrong, what to do."""
    print(sentence, file=sys.stderr)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
