"""Which colours there are, by what they mean, in light, in dark and in high contrast."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by meaning, as "#RRGGBB"; the names are those of the design's tokens."""

    window: str
    surface: str
    sunken: str
    hover: str
    select: str
    line: str
    line_strong: str
    ctl_border: str
    text: str
    text_2: str
    text_3: str
    accent: str
    on_accent: str
    pressed: str
    late: str
    late_bg: str
    due: str
    due_bg: str
    done: str
    done_bg: str
    better: str
    worse: str
    common: str
    band: str


class Tone(StrEnum):
    """What a colour of text or an icon says; the value is the field of `Colours`."""

    TEXT = "text"
    HELP = "text_2"
    FAINT = "text_3"
    ACCENT = "accent"
    LATE = "late"
    DUE = "due"
    DONE = "done"
    BETTER = "better"
    WORSE = "worse"
    COMMON = "common"


LIGHT = Colours(
    window="#F4F3F5",
    surface="#FFFFFF",
    sunken="#FAF9FB",
    hover="#F1EFF3",
    select="#EFE8F3",
    line="#E6E4E9",
    line_strong="#CFCBD4",
    ctl_border="#8C8792",
    text="#1E1B22",
    text_2="#55515C",
    text_3="#6A6571",
    accent="#653A78",
    on_accent="#FFFFFF",
    pressed="#5E376F",
    late="#B3261E",
    late_bg="#FCEDEB",
    due="#855000",
    due_bg="#FBF1DF",
    done="#2C6B45",
    done_bg="#E9F4ED",
    better="#1F5FA8",
    worse="#B0450A",
    common="#6A6571",
    band="#F3F1F5",
)

DARK = Colours(
    window="#17151A",
    surface="#1E1C22",
    sunken="#1A181D",
    hover="#2A272F",
    select="#382B40",
    line="#312E37",
    line_strong="#4A4651",
    ctl_border="#817B89",
    text="#EDEAF1",
    text_2="#BAB5C1",
    text_3="#A19BA9",
    accent="#CBA2DD",
    on_accent="#26102F",
    pressed="#CEA9DF",
    late="#FF9A90",
    late_bg="#43211F",
    due="#F0BC6A",
    due_bg="#3B2D17",
    done="#86D0A2",
    done_bg="#1B3526",
    better="#86B9F2",
    worse="#F5A66B",
    common="#A19BA9",
    band="#26232B",
)

_BY_ACCENT = {QColor(colours.accent).rgb(): colours for colours in (LIGHT, DARK)}


def colours_of(palette: QPalette) -> Colours:
    """The colours that a palette carries.

    Qt hands the palette to every widget and every delegate, so the accent in it is all that a painter needs
    to know which set is on. A palette that is neither of ours is the system's in high contrast.
    """
    known = _BY_ACCENT.get(palette.color(QPalette.ColorRole.Accent).rgb())
    return known or high_contrast(palette)


def colour(palette: QPalette, tone: Tone) -> QColor:
    return QColor(getattr(colours_of(palette), tone.value))


def high_contrast(system: QPalette) -> Colours:
    """The system's own colours, every tint off and every edge as strong as the text."""
    base = system.color(QPalette.ColorRole.Base).name()
    text = system.color(QPalette.ColorRole.Text).name()
    highlight = system.color(QPalette.ColorRole.Highlight).name()
    highlighted = system.color(QPalette.ColorRole.HighlightedText).name()
    return Colours(
        window=base,
        surface=base,
        sunken=base,
        hover=base,
        select=base,
        line=text,
        line_strong=text,
        ctl_border=text,
        text=text,
        text_2=text,
        text_3=text,
        accent=highlight,
        on_accent=highlighted,
        pressed=highlight,
        late=text,
        late_bg=base,
        due=text,
        due_bg=base,
        done=text,
        done_bg=base,
        better=text,
        worse=text,
        common=text,
        band=base,
    )


def qt_palette(colours: Colours) -> QPalette:
    """A palette in which our colours stand at Qt's roles."""
    role = QPalette.ColorRole
    group = QPalette.ColorGroup
    palette = QPalette()
    for at, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.PlaceholderText: colours.text_3,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.Highlight: colours.select,
        role.HighlightedText: colours.text,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line_strong,
        role.Dark: colours.ctl_border,
        role.Shadow: colours.line_strong,
        role.Accent: colours.accent,
    }.items():
        palette.setColor(at, QColor(value))
    for at in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, at, QColor(colours.text_3))
    palette.setColor(group.Disabled, role.Base, QColor(colours.sunken))
    return palette
