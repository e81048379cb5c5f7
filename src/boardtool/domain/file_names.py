"""What a file may be called on every system that boardtool runs on, Windows' rules being the narrowest."""

import re

LONGEST = 120  # letters: with the folders above it a path stays under Windows' 260
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "123456789¹²³"}
)


def file_name(wanted: str, *, otherwise: str = "file") -> str:
    """A name as near to the one wanted as may be, its ending kept; `otherwise` where nothing is left.

    Letters that are forbidden become spaces, a device of Windows ("CON.pdf", "nul") is no name, and a name
    neither begins nor ends with a space or ends with a point.
    """
    neat = " ".join(_FORBIDDEN.sub(" ", wanted).split())
    stem, point, ending = neat.rpartition(".")
    if not (point and stem.strip(" .") and ending and " " not in ending):
        stem, point, ending = neat, "", ""
    stem = stem[:LONGEST].strip(" .") or otherwise
    if stem.partition(".")[0].rstrip().casefold() in _DEVICES:
        stem = f"{stem[:1]}_{stem[1:]}"
    return f"{stem}{point}{ending}"
