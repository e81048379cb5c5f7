"""What a Word style says of a paragraph: whether it is a heading, bold, or in a list."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boardtool.data.word.gate import W, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = {"0", "false", "off", "none"}
_BODY_LEVEL = 9
_CHAIN = 20  # styles can be based on one another in a circle


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """`level` is the outline level of a heading from 1, 0 for body text; `number_id` names a list."""

    level: int = 0
    bold: bool = False
    number_id: str = ""
    depth: int = 0


@dataclass(slots=True)
class Styles:
    elements: "dict[str, _Element]" = field(default_factory=dict)
    default: str = ""

    def of(self, properties: "_Element | None") -> ParagraphStyle:
        """What holds for a paragraph with these properties."""
        named = properties.find(f"{W}pStyle") if properties is not None else None
        chain = self._chain(named.get(f"{W}val", "") if named is not None else self.default)
        level = _outline(properties)
        bold: bool | None = None
        number_id, depth = "", 0
        for style in chain:
            own = style.find(f"{W}pPr")
            level = level if level is not None else _heading_level(style, own)
            bold = bold if bold is not None else _on(style.find(f"{W}rPr"), "b")
            if not number_id and own is not None and (listed := own.find(f"{W}numPr")) is not None:
                number_id, depth = _list_of(listed)
        return ParagraphStyle(level or 0, bold or False, number_id, depth)

    def is_bold(self, properties: "_Element | None", *, inherited: bool) -> bool:
        """Whether a run is bold: by itself, by its character style, or by its paragraph."""
        own = _on(properties, "b")
        if own is not None or properties is None:
            return own if own is not None else inherited
        named = properties.find(f"{W}rStyle")
        chain = self._chain(named.get(f"{W}val", "")) if named is not None else []
        found = (_on(style.find(f"{W}rPr"), "b") for style in chain)
        return next((bold for bold in found if bold is not None), inherited)

    def _chain(self, style_id: str) -> "list[_Element]":
        chain: list[_Element] = []
        while style_id in self.elements and len(chain) < _CHAIN:
            chain.append(self.elements[style_id])
            based = chain[-1].find(f"{W}basedOn")
            style_id = based.get(f"{W}val", "") if based is not None else ""
        return chain


def read_styles(root: "_Element | None") -> Styles:
    styles = Styles()
    for element in root.findall(f"{W}style") if root is not None else ():
        style_id = element.get(f"{W}styleId", "")
        styles.elements[style_id] = element
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0") not in _OFF:
            styles.default = style_id
    return styles


def is_on(properties: "_Element | None", name: str, *, default: bool) -> bool:
    """Whether a yes-or-no property is set."""
    found = _on(properties, name)
    return default if found is None else found


def _on(properties: "_Element | None", name: str) -> bool | None:
    element = properties.find(f"{W}{name}") if properties is not None else None
    return None if element is None else element.get(f"{W}val", "1") not in _OFF


def _outline(properties: "_Element | None") -> int | None:
    element = properties.find(f"{W}outlineLvl") if properties is not None else None
    if element is None:
        return None
    level = whole_number(element, "val", _BODY_LEVEL)
    return level + 1 if level < _BODY_LEVEL else 0


def _heading_level(style: "_Element", own: "_Element | None") -> int | None:
    """The level of a heading style, by its outline or by its name."""
    if (level := _outline(own)) is not None:
        return level
    name = style.find(f"{W}name")
    words = name.get(f"{W}val", "").lower() if name is not None else ""
    if words == "title":
        return 1
    return int(words[-1]) if words.startswith("heading ") and words[-1].isdigit() else None


def _list_of(listed: "_Element") -> tuple[str, int]:
    number_id, depth = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
    return (
        number_id.get(f"{W}val", "") if number_id is not None else "",
        whole_number(depth, "val", 0),
    )
