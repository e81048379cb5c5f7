"""From one version of the store to the next: frozen SQL, one file a version, all in one transaction."""

import re
from importlib.resources import files
from sqlite3 import Connection as Driver
from sqlite3 import complete_statement

from boardtool.domain.errors import LibraryError

# "brdt": so that no other program's database is ever taken for a library.
APPLICATION_ID = 0x62726474


class NewerLibraryError(LibraryError):
    """A newer boardtool has made or upgraded the library: it is whole, and not for this program."""


class OlderLibraryError(LibraryError):
    """The library is of an older version, and reading alone does not bring it up to date."""


def versions() -> dict[int, str]:
    """Version number → the frozen SQL that makes it from the one before."""
    return {
        int(found[1]): file.read_text(encoding="utf-8")
        for file in files("boardtool.data").joinpath("schema").iterdir()
        if (found := re.fullmatch(r"(\d{4})\.sql", file.name))
    }


def latest() -> int:
    return max(versions())


def version_of(driver: Driver) -> int:
    """The version of an open store; 0 for an empty file.

    Raises:
        LibraryError: it is another program's database, or newer than this program.
    """
    application = int(driver.execute("PRAGMA application_id").fetchone()[0])
    version = int(driver.execute("PRAGMA user_version").fetchone()[0])
    empty = driver.execute("PRAGMA page_count").fetchone()[0] == 0
    if application != APPLICATION_ID and not empty:
        raise LibraryError("This file is a database of another program, not a boardtool library.")
    if version > latest():
        raise NewerLibraryError(
            f"This library was made by a newer boardtool (store version {version}; this program knows "
            f"version {latest()}). Nothing was changed. Install the newer boardtool to open it."
        )
    return version


def migrate(driver: Driver) -> None:
    """Bring a store to the latest version; all of it or nothing."""
    version = version_of(driver)
    pending = sorted(number for number in versions() if number > version)
    if not pending:
        return
    driver.execute("BEGIN IMMEDIATE")
    try:
        for number in pending:
            for statement in statements(versions()[number]):
                driver.execute(statement)
            driver.execute(f"PRAGMA user_version = {number}")
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        driver.execute("ROLLBACK")
        raise
    driver.execute("COMMIT")


def statements(script: str) -> list[str]:
    """The statements of a script one by one: executescript would commit behind our back."""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if complete_statement(current):
            found.append(current)
            current = ""
    return found
