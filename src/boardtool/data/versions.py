"""Which versions are at work: of boardtool, of Python, and of the store's engine."""

import platform
import sqlite3
from dataclasses import dataclass
from importlib import metadata

from boardtool import __version__


@dataclass(frozen=True, slots=True)
class Part:
    """A library that boardtool stands on: its name, its version, and its licence as it names it."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Versions:
    boardtool: str
    python: str
    sqlite: str
    parts: tuple[Part, ...]


def versions() -> Versions:
    """What is at work now; the libraries by name, as far as this installation knows them."""
    return Versions(__version__, platform.python_version(), sqlite3.sqlite_version, tuple(_parts()))


def _parts() -> list[Part]:
    try:
        needed = metadata.requires("boardtool") or []
    except metadata.PackageNotFoundError:
        return []
    found = [_part(need) for need in needed if "extra ==" not in need]
    return sorted((part for part in found if part is not None), key=lambda part: part.name.casefold())


def _part(need: str) -> Part | None:
    name = need
    for mark in " ;<>=!~[(":
        name = name.partition(mark)[0]
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    return Part(about["Name"], about["Version"], _licence(about))


def _licence(about: metadata.PackageMetadata) -> str:
    """The licence in a few words; packages say it in one of three places, some at full length."""
    for field in ("License-Expression", "License"):
        words = (about[field] or "").strip() if field in about else ""
        if words and "\n" not in words:
            return words
    classified = [
        each.rpartition(" :: ")[2] for each in about.get_all("Classifier") or () if each.startswith("License")
    ]
    return ", ".join(classified)
