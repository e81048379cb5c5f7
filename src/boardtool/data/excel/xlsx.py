"""The parts of an .xlsx or .xlsm: which sheets there are, their shared texts, and what is left unread."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from html import unescape
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from boardtool.data.excel.cell_kinds import Kinds, unescaped
from boardtool.data.excel.content import Content
from boardtool.data.excel.gate import DAMAGED, Parts, refuse_damaged
from boardtool.data.excel.number_formats import kinds_of_styles
from boardtool.data.excel.sheet_xml import read_sheet
from boardtool.data.excel.xml_events import Attributes, read_events, read_tree, refuse_document_type
from boardtool.domain.errors import InputRefusedError

STRING_LIMIT = 1_000_000
_PLAIN_STRING = re.compile(r"<si><t(?: xml:space=\"preserve\")?>([^<]*)</t></si>")
_STRING_TAGS = 4
_DAYS_TO_1904 = 1462
_LEFT_OUT = (
    ("xl/vbaproject.bin", "macros"),
    ("xl/externallinks/", "links to other workbooks"),
    ("xl/pivotcache/", "pivot tables"),
    ("xl/embeddings/", "embedded files"),
    ("xl/connections.xml", "links to outside data"),
    ("xl/comments", "comments"),
    ("xl/threadedcomments/", "comments"),
    ("xl/macrosheets/", "Excel 4 macro sheets"),
)

Announce = Callable[[Sequence[str]], None]


def read_xlsx(parts: Parts, announce: Announce) -> Iterator[Content]:
    """The sheets of a workbook, one after another; `announce` is told their names first.

    Raises:
        InputRefusedError: it is damaged or unsafe as a whole.
    """
    _refuse_document_types(parts)
    workbook_name = workbook_part(parts)
    with parts.stream(workbook_name) as stream:
        workbook = read_tree(stream)
    relations = relations_of(parts, workbook_name)
    by_kind = {kind: target for kind, target in relations.values() if kind in {"sharedStrings", "styles"}}
    strings = _shared_strings(parts, by_kind.get("sharedStrings"))
    kinds = Kinds(_styles(parts, by_kind.get("styles")))
    sheets = [sheet for sheet in workbook.iter("sheet") if _is_read(sheet, relations)]
    if not sheets:
        raise InputRefusedError(f"The workbook has no sheet with cells. {DAMAGED}")
    shifted = starts_in_1904(workbook)
    names = [sheet.get("name", "") for sheet in sheets]
    _refuse_doubles(names, [relations.get(sheet.get("id", ""), ("", ""))[1] for sheet in sheets])
    announce(names)
    for name, sheet in zip(names, sheets, strict=True):
        content = _read_one(parts, name, relations.get(sheet.get("id", ""), ("", ""))[1], strings, kinds)
        content.hidden = sheet.get("state", "visible") != "visible"
        if shifted:
            _shift_dates(content)
        yield content


def _refuse_document_types(parts: Parts) -> None:
    """Refuses a document type in any part, read here or not: whoever writes one means harm."""
    for name in parts.names():
        if name.endswith((".xml", ".rels", ".vml")):
            with parts.stream(name) as stream:
                refuse_document_type(stream)


def _refuse_doubles(names: Sequence[str], targets: Sequence[str]) -> None:
    """Refuses two sheets of one name, which nobody could choose between, and a part that serves twice."""
    there = [target for target in targets if target]
    if len({name.casefold() for name in names}) < len(names) or len(set(there)) < len(there):
        raise InputRefusedError(f"Two sheets of the workbook are the same. {DAMAGED}")


def left_out(parts: Parts) -> tuple[str, ...]:
    """What a workbook carries beside its cells, none of which is ever read."""
    found = (what for mark, what in _LEFT_OUT if any(name.startswith(mark) for name in parts.names()))
    return tuple(dict.fromkeys(found))


def workbook_part(parts: Parts) -> str:
    """The name of the part that lists the sheets."""
    if parts.has("_rels/.rels"):
        with parts.stream("_rels/.rels") as stream:
            for relation in read_tree(stream).iter("Relationship"):
                if relation.get("Type", "").endswith("/officeDocument") and parts.has(
                    relation.get("Target", "")
                ):
                    return relation.get("Target", "").lstrip("/")
    if not parts.has("xl/workbook.xml"):
        raise refuse_damaged()
    return "xl/workbook.xml"


def relations_of(parts: Parts, name: str) -> dict[str, tuple[str, str]]:
    """What the workbook's relations point to: by id, the last word of the kind and the part."""
    folder, _, file = name.rpartition("/")
    with parts.stream(f"{folder}/_rels/{file}.rels") as stream:
        tree = read_tree(stream)
    found = {}
    for relation in tree.iter("Relationship"):
        target = relation.get("Target", "")
        inside = relation.get("TargetMode", "Internal") == "Internal"
        path = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(name), target))
        found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], path if inside else "")
    return found


def _is_read(sheet: Element, relations: dict[str, tuple[str, str]]) -> bool:
    """Whether a sheet is one of cells; one that is listed but missing counts, so that it is named."""
    return relations.get(sheet.get("id", ""), ("worksheet", ""))[0] == "worksheet"


def _read_one(parts: Parts, name: str, part: str, strings: dict[str, str], kinds: Kinds) -> Content:
    if not parts.has(part):
        return Content(name, trouble=f'The sheet "{name}" is missing from the file. {DAMAGED}')
    return read_sheet(name, lambda: parts.stream(part), strings, kinds)


def _styles(parts: Parts, name: str | None) -> list[str]:
    if name is None or not parts.has(name):
        return []
    with parts.stream(name) as stream:
        return kinds_of_styles(read_tree(stream))


def starts_in_1904(workbook: Element) -> bool:
    """Whether the days of a workbook count from 1 January 1904, as old Macs counted them."""
    settings = workbook.find("workbookPr")
    return settings is not None and settings.get("date1904") in {"1", "true"}


def _shift_dates(content: Content) -> None:
    """Turns the days of the 1904 system into those of 1900, so that nobody after us need know of either."""
    for index, kind in enumerate(content.kinds):
        if kind == "d":
            try:
                content.texts[index] = str(Decimal(content.texts[index]) + _DAYS_TO_1904)
            except InvalidOperation:
                continue  # it stays what it is, and is told as no number when it is read


def _shared_strings(parts: Parts, name: str | None) -> dict[str, str]:
    """The shared texts by their place, written as cells write it."""
    if name is None or not parts.has(name):
        return {}
    found = _strings_quickly(parts.read(name))
    if found is None:
        found = _strings_exactly(parts, name)
    if len(found) > STRING_LIMIT:
        raise InputRefusedError("The workbook has more than 1,000,000 different texts: divide it.")
    return dict(zip(map(str, range(len(found))), found, strict=True))


def _strings_quickly(data: bytes) -> list[str] | None:
    """All texts, when the part is written as plainly as most programs do; else None."""
    at = data.find(b"<si>")
    end = data.rfind(b"</sst>")
    if at < 0 or end < at or not data.startswith(b"<?xml") or b"utf-8" not in data[:100].lower():
        return None
    body = data[at:end]
    if b"<!" in data[:at] or body.count(b"<") > STRING_LIMIT * _STRING_TAGS:
        return None
    try:
        texts = _PLAIN_STRING.findall(body.decode())
    except UnicodeDecodeError:
        return None
    if len(texts) * _STRING_TAGS != body.count(b"<"):
        return None
    return [unescaped(unescape(text)) if "&" in text or "_x" in text else text for text in texts]


class _Strings:
    """The texts gathered by the exact way, without the readings that stand above Asian words."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._phonetic = 0
        self._keeping = False

    def start(self, name: str, _: Attributes) -> None:
        self._phonetic += name == "rPh"
        self._keeping = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        self._keeping = False
        self._phonetic -= name == "rPh"
        if name == "si":
            self.found.append(unescaped("".join(self._pieces)))
            self._pieces = []
            if len(self.found) > STRING_LIMIT:
                raise InputRefusedError("The workbook has more than 1,000,000 different texts: divide it.")

    def text(self, text: str) -> None:
        if self._keeping:
            self._pieces.append(text)


def _strings_exactly(parts: Parts, name: str) -> list[str]:
    strings = _Strings()
    with parts.stream(name) as stream:
        read_events(stream, start=strings.start, end=strings.end, text=strings.text)
    return strings.found
