"""Which library was opened last on this machine, so that the next start can open it again."""

import json
from pathlib import Path

import platformdirs


def remember(folder: Path) -> None:
    """Keep the folder; a machine that lets us write no settings just forgets it."""
    place = _place()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps({"folder": str(folder.absolute())}), encoding="utf-8")
    except OSError:
        return


def recall() -> Path | None:
    """The folder that was opened last; None where none was, or it is not known any more."""
    try:
        return Path(json.loads(_place().read_text(encoding="utf-8"))["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place() -> Path:
    return platformdirs.user_config_path("boardtool", appauthor=False) / "last-library.json"
