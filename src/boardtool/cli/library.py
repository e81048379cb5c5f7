"""Which library a command works on, and opening it: to read where reading is enough, else to write."""

import getpass
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool.domain.errors import LibraryError

if TYPE_CHECKING:
    from boardtool.data.store import Reading, Store

VARIABLE = "BOARDTOOL_LIBRARY"


def named_folder(arguments: Namespace) -> Path | None:
    """The folder that the line, the environment or the memory of this machine names; None where none does."""
    if arguments.library is not None:
        return Path(arguments.library)
    if variable := os.environ.get(VARIABLE):
        return Path(variable)
    from boardtool.data.last_library import recall

    return recall()


def folder(arguments: Namespace) -> Path:
    """The folder of the library.

    Raises:
        LibraryError: none is named anywhere.
    """
    named = named_folder(arguments)
    if named is None:
        raise LibraryError(
            f"Which library? Name its folder with --library DIR, or set {VARIABLE}; "
            "“boardtool init DIR” makes a new one."
        )
    return named


def who(arguments: Namespace) -> str:
    """Who acts."""
    if arguments.who:
        return str(arguments.who)
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a computer without names for its users
        return "somebody"


@contextmanager
def writing(arguments: Namespace) -> Iterator["Store"]:
    """The library, open for writing, while the command runs."""
    from boardtool.data.store import Store

    store = Store.open(folder(arguments), who=who(arguments))
    try:
        yield store
    finally:
        store.close()


@contextmanager
def looking(arguments: Namespace) -> Iterator["Store"]:
    """The library, open for reading alone; a window may have it open meanwhile.

    One of an older version is brought up to date first, as the window does.
    """
    from boardtool.data.migrations import OlderLibraryError
    from boardtool.data.store import Access, Store

    try:
        store = Store.open(folder(arguments), who=who(arguments), access=Access.READ)
    except OlderLibraryError:
        with writing(arguments):
            pass
        store = Store.open(folder(arguments), who=who(arguments), access=Access.READ)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def reading(arguments: Namespace) -> Iterator["Reading"]:
    """A consistent view of the library."""
    with looking(arguments) as store, store.reading() as view:
        yield view
