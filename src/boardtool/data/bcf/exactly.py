"""How exact numbers and small tables of words stand in one column of the store."""

import json
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from decimal import Decimal

from boardtool.domain.bcf.cells import plain


def stored(value: object) -> object:
    """A value as the store keeps it: exact numbers as text, tags in one line, mappings as JSON."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if is_dataclass(value) and not isinstance(value, type):
        return json.dumps(asdict(value), ensure_ascii=False, sort_keys=True)
    return value


def all_stored(values: Mapping[str, object]) -> dict[str, object]:
    return {name: stored(value) for name, value in values.items()}


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def words(text: str) -> dict[str, str]:
    """Texts by name, from JSON."""
    held: dict[str, str] = json.loads(text) if text != "{}" else {}
    return held
