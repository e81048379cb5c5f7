"""Drawing in SVG: elements as text, with numbers and words made safe; real text, no scripts, no styles."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

FONT = "Inter, 'Segoe UI', Arial, sans-serif"
Place = tuple[float, float]


def element(name: str, content: str = "", **attributes: float | str) -> str:
    """An element; "_" in the name of an attribute is "-", and a number has at most two decimals."""
    said = "".join(
        f" {key.replace('_', '-')}={quoteattr(_shown(value))}" for key, value in attributes.items()
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def text(
    words: str,
    at: Place,
    *,
    size: float = 12,
    colour: str,
    anchor: str = "start",
    weight: int = 400,
    halo: bool = False,
) -> str:
    """Words as text that can be read, searched and copied; `at` is where their base line begins or ends.

    A `halo` keeps lines that run beneath them apart from the letters.
    """
    around: dict[str, float | str] = (
        {"stroke": "#FFFFFF", "stroke_width": 3, "stroke_linejoin": "round", "paint_order": "stroke"}
        if halo
        else {}
    )
    return element(
        "text",
        escape(words),
        x=at[0],
        y=at[1],
        font_size=size,
        fill=colour,
        text_anchor=anchor,
        font_weight=weight,
        **around,
    )


def line(start: Place, end: Place, *, colour: str, width: float = 1, dash: str = "") -> str:
    dashed: dict[str, str] = {"stroke_dasharray": dash} if dash else {}
    return element(
        "line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=colour, stroke_width=width, **dashed
    )


def polyline(points: Sequence[Place], *, colour: str, width: float = 1.4, dash: str = "") -> str:
    dashed: dict[str, str] = {"stroke_dasharray": dash} if dash else {}
    joined = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return element(
        "polyline",
        points=joined,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        **dashed,
    )


def joined(
    places: Sequence[Place | None], *, colour: str, width: float = 1.4, dash: str = ""
) -> Iterator[str]:
    """Lines through the places, broken where one is missing."""
    run: list[Place] = []
    for place in [*places, None]:
        if place is not None:
            run.append(place)
            continue
        if len(run) > 1:
            yield polyline(run, colour=colour, width=width, dash=dash)
        run = []


def picture(
    parts: Iterable[str], *, width: float, height: float, title: str, description: str, top: float = 0
) -> str:
    """A whole drawing; `title` and `description` are what a screen reader says.

    It begins at `top`, where what stands above that is said elsewhere.
    """
    told = element("title", escape(title)) + element("desc", escape(description))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + element(
            "svg",
            told + "\n".join(parts),
            xmlns="http://www.w3.org/2000/svg",
            width=width,
            height=height - top,
            viewBox=f"0 {top:g} {width:g} {height - top:g}",
            role="img",
            font_family=FONT,
        )
        + "\n"
    )
