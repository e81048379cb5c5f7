"""`export pack`: the document pack of a meeting, its supplement, or the private one."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say
from boardtool.domain.errors import CannotDoError, LibraryError, MachineError

if TYPE_CHECKING:
    from boardtool.data.store import Store
    from boardtool.services.packs import PackResult


def add_options(export: ArgumentParser) -> None:
    export.add_argument(
        "--supplement", action="store_true", help="pack: only what came since the pack, numbered on from it"
    )
    export.add_argument(
        "--leave-out-broken",
        action="store_true",
        help="pack: a page says “to follow” for each paper that cannot be read, instead of stopping there",
    )
    export.add_argument(
        "--despite",
        default="",
        metavar="REASON",
        help="pack, folder: go on although an open paper hides text that any reader can copy",
    )


def export_pack(arguments: Namespace) -> int:
    from boardtool.domain.documents import Audience
    from boardtool.domain.pack.contents import Broken, Edition
    from boardtool.services.packs import make_pack

    with _writing_if_free(arguments) as store:
        result = make_pack(
            store,
            what=arguments.what,
            path=arguments.target,
            now=datetime.now(),  # noqa: DTZ005 - the time where the person is
            audience=Audience.PRIVATE if arguments.private else Audience.PUBLIC,
            edition=Edition.SUPPLEMENT if arguments.supplement else Edition.PACK,
            despite=arguments.despite,
            broken=Broken.TO_FOLLOW if arguments.leave_out_broken else Broken.STOPS,
            progress=_Told(),
        )
    if arguments.json:
        answer(_shape(arguments, result))
    for warning in result.warnings:
        say(warning)
    if not result.recorded:
        say("The library cannot be written now, so it does not know of this pack. Make it again to keep it.")
    say(f"{arguments.target} is written: pages {result.made.first_page} to {result.made.last_page}.")
    return 0


def export_folder(arguments: Namespace) -> int:
    from boardtool.services.hand_over import export_folder as write

    if arguments.private:
        raise CannotDoError("The hand-over folder is for the public: there is no private one.")
    with library.looking(arguments) as store:
        made = write(
            store,
            what=arguments.what,
            folder=arguments.target,
            despite=arguments.despite,
            now=datetime.now(),  # noqa: DTZ005 - the time where the person is
            progress=_Told(),
        )
    if arguments.json:
        answer(
            {
                "kind": "folder",
                "folder": str(arguments.target),
                "files": list(made.files),
                "warnings": list(made.warnings),
            }
        )
    for warning in made.warnings:
        say(warning)
    say(
        f"{arguments.target} holds {len(made.files)} files and a contents list. Nothing is published by this."
    )
    return 0


def export_invite(arguments: Namespace) -> int:
    from boardtool.domain.documents import Audience
    from boardtool.services.publishing import export_invitation

    with library.reading(arguments) as view:
        export_invitation(
            view,
            what=arguments.what,
            path=arguments.target,
            now=datetime.now().astimezone(),
            audience=Audience.PRIVATE if arguments.private else Audience.PUBLIC,
        )
    if arguments.json:
        answer({"kind": "invite", "file": str(arguments.target), "private": arguments.private})
    say(f"{arguments.target} is written.")
    return 0


def _shape(arguments: Namespace, result: "PackResult") -> dict[str, object]:
    made = result.made
    return {
        "kind": "pack",
        "file": str(arguments.target),
        "private": arguments.private,
        "edition": made.kind.value,
        "first_page": made.first_page,
        "last_page": made.last_page,
        "remade": result.remade,
        "digest": made.digest,
        "items": [{"number": item.number, "pages": item.pages} for item in made.items],
        "untagged": list(made.untagged),
        "warnings": list(result.warnings),
    }


@contextmanager
def _writing_if_free(arguments: Namespace) -> Iterator["Store"]:
    """The library for writing; while a window has it, or its disk is read-only, for reading."""
    from contextlib import ExitStack

    with ExitStack() as opened:
        try:
            store = opened.enter_context(library.writing(arguments))
        except (LibraryError, MachineError):
            store = opened.enter_context(library.looking(arguments))
        yield store


class _Told:
    """Progress told on a terminal; Ctrl+C stops the job, and nothing is kept."""

    def report(self, done: int, total: int, what: str = "") -> None:
        if sys.stderr.isatty():
            far = f" {done} of {total}" if total else ""
            print(f"\r{what}{far}\033[K", end="\r", file=sys.stderr, flush=True)


OWN = {"pack": export_pack, "folder": export_folder, "invite": export_invite}
"""What is more than a document: each writes in a way of its own."""
