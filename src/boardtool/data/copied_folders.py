"""Which folders another program copies to other computers, or lie on one: no place for a library in use."""

import os
from collections.abc import Mapping
from pathlib import PurePath

_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud",
    "sharepoint": "SharePoint",
}


def copied_by(folder: PurePath, environment: Mapping[str, str] | None = None) -> str:
    """Who copies a folder or where it lies ("OneDrive", "a network drive"); "" for a folder of this laptop.

    OneDrive calls its folder "OneDrive - Name of the council", and may have taken Documents into it.
    """
    set_there = os.environ if environment is None else environment
    for variable, name in _VARIABLES.items():
        root = set_there.get(variable)
        if root and folder.is_relative_to(type(folder)(root)):
            return name
    if str(folder).startswith(("\\\\", "//")):
        return "a network drive"
    for part in folder.parts:
        known = _NAMES.get(part.casefold().partition(" - ")[0].strip())
        if known:
            return known
    return ""
