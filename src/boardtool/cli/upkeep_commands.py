"""Commands that look after a library: is it whole, back it up, put a backup in its place."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say, tell
from boardtool.cli.arguments import command, place

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.cli.arguments import Commands
    from boardtool.data.backups import Backup

FAULTY = 3


def add_to(commands: "Commands") -> None:
    command(commands, "verify", _verify, "say whether the library is whole: structure, references, papers")
    command(commands, "backup", _backup, "make a backup beside the library")
    restore = command(
        commands, "restore", _restore, "put a backup in the library's place, which is kept first"
    )
    restore.add_argument(
        "file", type=place, metavar="FILE", help="a backup, as “boardtool backups” lists them"
    )
    command(commands, "backups", _backups, "list the backups, the newest first")


def _verify(arguments: Namespace) -> int:
    from boardtool.services.upkeep import verify

    with library.looking(arguments) as store:
        faults = verify(store)
    if arguments.json:
        answer({"whole": not faults, "findings": [fault.to_json() for fault in faults]})
    else:
        for fault in faults:
            tell(f"{fault.rule}: {fault.message}")
    say("The library is whole." if not faults else "The library is not whole. Restore a backup.")
    return FAULTY if faults else 0


def _backup(arguments: Namespace) -> int:
    from boardtool.services.upkeep import back_up

    with library.looking(arguments) as store:
        made = back_up(store, now=datetime.now())  # noqa: DTZ005 - local time, as the names of backups are
    if arguments.json:
        answer({"backup": _shown(made)})
    say(f"Backed up to {made.path}.")
    return 0


def _restore(arguments: Namespace) -> int:
    from boardtool.services.upkeep import restore

    folder = library.folder(arguments)
    file: Path = arguments.file
    if not file.is_file() and (folder / "backups" / file).is_file():
        file = folder / "backups" / file
    now = datetime.now()  # noqa: DTZ005 - local time, as the names of backups are
    done = restore(folder, file, who=library.who(arguments), now=now)
    if arguments.json:
        answer({"restored": str(file), "before": None if done.before is None else str(done.before)})
    kept = "" if done.before is None else f" What was there is kept in {done.before}."
    say(f"{file.name} is restored.{kept}")
    return 0


def _backups(arguments: Namespace) -> int:
    from boardtool.data.backups import listed

    made = listed(library.folder(arguments))
    if not made:  # none of a whole library, or no library: opening it tells
        with library.looking(arguments):
            pass
    if arguments.json:
        answer({"backups": [_shown(backup) for backup in made]})
        return 0
    for backup in made:
        tell(f"{backup.made_at:%Y-%m-%d %H:%M}  {backup.path.name}")
    return 0


def _shown(backup: "Backup") -> dict[str, object]:
    return {"file": str(backup.path), "made_at": backup.made_at, "size": backup.size}
