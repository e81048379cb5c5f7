"""Where a library keeps lists of its own."""

from pathlib import Path

from boardtool.data.store import Reading


def library_of(reading: Reading) -> Path:
    """The folder of the library that is being read."""
    main = next(row for row in reading.exec_driver_sql("PRAGMA database_list") if row[1] == "main")
    return Path(main[2]).parent
