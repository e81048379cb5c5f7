"""A document as tagged PDF (PDF/UA-1 and PDF/A-2a), set by Typst from one template."""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum

from boardtool.data.documents.sheet import Sheet
from boardtool.data.resources import resource
from boardtool.domain.errors import CannotDoError
from boardtool.domain.markdown import List, ListItem

_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)


def pdf_bytes(sheet: Sheet) -> bytes:
    """Set a document; the same sheet gives the same bytes.

    Raises CannotDoError where the text has a character that no font of ours can show.
    """
    import typst

    noon = datetime.combine(sheet.dated, datetime.min.time().replace(hour=12), UTC)
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(resource("typst/document.typ")),
            root=str(resource("typst")),
            font_paths=[str(resource("fonts"))],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"sheet": json.dumps(_plain(sheet), ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(noon.timestamp()),
        )
    except typst.TypstError as error:
        if (shown := _UNSHOWN.search(str(error))) is None:
            raise
        raise CannotDoError(
            f"The document has a character that its font cannot show: {shown[1]}. Write it in another way."
        ) from error
    if warnings:  # a missing font is only a warning, and would change every page
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf).__name__)
    return pdf


def _plain(value: object) -> object:
    """Values as JSON knows them; each block says what it is under "is"."""
    if isinstance(value, List):
        return {
            "is": "List",
            "bullets": value.style.value == "-",
            "items": [_item(value, i) for i in range(len(value.items))],
        }
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, Enum | int | str | bool):
        return value
    return str(value)


def _item(of: List, index: int) -> dict[str, object]:
    item: ListItem = of.items[index]
    return {"mark": of.mark(index), "runs": _plain(item.runs), "inner": _plain(item.inner)}
