"""The three small pictures that a style sheet can only name as files, written in the colours of the day."""

import tempfile
from functools import lru_cache
from pathlib import Path

from boardtool.ui import icons
from boardtool.ui.theme.colours import Colours


@lru_cache(maxsize=1)
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="boardtool-look-"))


def sheet_pictures(colours: Colours) -> dict[str, str]:
    """Paths by the name under which the style sheet knows them; each colour has its own file."""
    return {
        "chevron": _written("chevron-down", colours.text_2),
        "tick": _written("check", colours.on_accent),
        "tick_dark": _written("check", colours.accent),
    }


def _written(name: str, colour: str) -> str:
    file = _folder() / f"{name}-{colour.removeprefix('#')}.svg"
    file.write_bytes(icons.outline(name, colour))
    return file.as_posix()
