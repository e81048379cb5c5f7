"""Gathers the licence texts of every package that a build contains."""

from __future__ import annotations

import platform
import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

LICENCE = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors|copyright)\b[^/]*(/.*)?$", re.IGNORECASE)

TEXTS = Path(__file__).resolve().parent / "licences"

# Qt's wheels bring no text of their licence; the LGPL adds to the GPL, so both go along.
WITHOUT_TEXT = dict.fromkeys(("PySide6_Essentials", "shiboken6"), ("LGPL-3.0.txt", "GPL-3.0.txt"))


class NoLicenceError(Exception):
    """A package would be given away without its licence."""


def bundled(name: str) -> dict[str, Distribution]:
    """The package of that name and all that it needs on this platform, by name; extras stay out."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        package = distribution(waiting.pop())
        if package.name in found:
            continue
        found[package.name] = package
        needs = [Requirement(line) for line in package.requires or ()]
        waiting += [need.name for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]
    return found


def texts(package: Distribution) -> dict[str, Path]:
    """The files that hold the licence of an installed package, each under a flat name."""
    files = [file for file in package.files or () if ".dist-info/" in str(file)]
    inside = {str(file).split(".dist-info/", 1)[1]: Path(str(file.locate())) for file in files}
    own = {name.replace("/", " "): path for name, path in inside.items() if LICENCE.search(name)}
    return own or {name: TEXTS / name for name in WITHOUT_TEXT.get(package.name, ())}


def python() -> dict[str, Path]:
    """Python's own licence: with the standard library on Linux, beside the program on Windows."""
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    return {path.name: path for place in places if (path := place / "LICENSE.txt").is_file()}


def collect(name: str, target: Path) -> None:
    """Copy the licences of Python and of everything under `name` into `target`, one folder each.

    Raises NoLicenceError for a package that brings no text.
    """
    packages = bundled(name)
    del packages[name]
    found = {f"{other} {package.version}": texts(package) for other, package in packages.items()}
    for title, files in {f"Python {platform.python_version()}": python(), **found}.items():
        if not files:
            raise NoLicenceError(f"{title} brings no licence text; add it to packaging/licences.")
        (target / title).mkdir(parents=True)
        for name_, path in files.items():
            shutil.copyfile(path, target / title / name_)
