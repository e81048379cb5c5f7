"""The pictures of the guide: each is the screenshot of the same name, light and at 100 %."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from development.programs import ROOT, StoppedError

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = ROOT / "docs"
_PICTURE = re.compile(r"\]\((?:docs/)?pictures/([a-z0-9-]+)\.png\)")


def pictures_named() -> set[str]:
    """The pictures that the guide and the README show."""
    pages = [*GUIDE.glob("*.md"), ROOT / "README.md"]
    return {name for page in pages for name in _PICTURE.findall(page.read_text(encoding="utf-8"))}


def take_pictures(screenshots: Path) -> int:
    """Copy what the guide shows from a folder of screenshots; how many there are."""
    names = sorted(pictures_named())
    for name in names:
        made = screenshots / f"{name}-light-100.png"
        if not made.is_file():
            raise StoppedError(f"The guide shows {name}.png, but there is no screenshot {made.name}.")
        shutil.copyfile(made, GUIDE / "pictures" / f"{name}.png")
    return len(names)
