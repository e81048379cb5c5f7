"""The `export` command: documents written from what the library holds."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool.cli import bcf_exports, library, pack_commands, performance_exports, preparing_commands
from boardtool.cli.answers import answer, say
from boardtool.cli.arguments import WrongLineError, command, day, named, one_of, place

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.data.store import Reading
    from boardtool.domain.documents import Audience
    from boardtool.services.exchange.sending import Sending

KINDS = {
    "agenda": "of a meeting: Word, PDF or HTML",
    "notice": "of a meeting, for the public: Word, PDF or HTML",
    "minutes": "of a meeting (action notes of a working group): Word, PDF or HTML",
    "minutes-pack": "of a meeting: minutes, resolutions and the action log in one: PDF, Word or HTML",
    "resolutions": "of a meeting, alone: Word or PDF",
    "actions": "the log of a board, or as of a meeting: Word, PDF or Excel",
    "chase": "forms to owners with their open actions, of a board or of all, into a folder",
    "pack": "of a meeting, PDF: agenda, minutes of the last meeting, action log and papers",
    "call": "for the papers of a meeting: a draft message to each author, with templates, into a folder",
    "report": "template of an item of a meeting (--item): Word",
    "brief": "of a meeting, for the chair: Word, PDF or HTML",
    "requests": "to address a meeting, the register with addresses, with --private: Excel, Word or PDF",
    "folder": "of a meeting: each public paper as a file of its own, for the council's publishing system",
    "invite": "of a meeting, for calendars: .ics",
    **bcf_exports.KINDS,
    **performance_exports.KINDS,
    "everything": "the whole library, with --private: JSON or Excel",
}
OWN = {**pack_commands.OWN, **preparing_commands.OWN}


def add_to(commands: "Commands") -> None:
    export = command(commands, "export", _export, "write a document")
    export.add_argument(
        "kind",
        metavar="KIND",
        type=one_of("document", KINDS),
        help="; ".join(f"{kind} {what}" for kind, what in KINDS.items()),
    )
    export.add_argument(
        "what",
        metavar="WHAT",
        nargs="?",
        type=named,
        help="a meeting (NNHWB/2022-09-06), a board (NNHWB), or a plan (NNHWB/2022-23)",
    )
    export.add_argument(
        "-o", dest="target", type=place, metavar="FILE", required=True, help="the ending chooses the format"
    )
    export.add_argument(
        "--by", type=day, metavar="DATE", help="the day by which owners are asked to reply (else in a week)"
    )
    bcf_exports.add_options(export)
    pack_commands.add_options(export)
    preparing_commands.add_options(export)
    performance_exports.add_options(export)
    export.add_argument(
        "--private", action="store_true", help="with what is exempt, for those who may see it"
    )


def _export(arguments: Namespace) -> int:
    from boardtool.domain.documents import Audience

    _refuse_missing_folder(arguments.target)
    if arguments.kind in performance_exports.KINDS:
        return performance_exports.export_performance(arguments)
    if arguments.kind == "chase":
        return _chase(arguments)
    if arguments.what is None and arguments.kind != "everything":
        raise WrongLineError(
            "Say what to export: a meeting, such as NNHWB/2022-09-06; for an action log also a board."
        )
    if (own := OWN.get(arguments.kind)) is not None:
        return own(arguments)
    if arguments.kind in bcf_exports.KINDS:
        return bcf_exports.export_better_care_fund(arguments)
    target: Path = arguments.target
    with library.reading(arguments) as view:
        _write(view, arguments, Audience.PRIVATE if arguments.private else Audience.PUBLIC)
    if arguments.json:
        answer({"kind": arguments.kind, "file": str(target), "private": arguments.private})
    say(f"{target} is written.")
    return 0


def _refuse_missing_folder(target: Path) -> None:
    """What `-o` names is made, a file or a folder; where it is to lie must be there: a slip makes no folders.

    Raises:
        CannotDoError: it is not.
    """
    from boardtool.domain.errors import CannotDoError

    if not target.absolute().parent.is_dir():
        raise CannotDoError(f"There is no folder {target.parent}. Choose another place for {target.name}.")


def _write(view: "Reading", arguments: Namespace, audience: "Audience") -> None:
    from boardtool.services.publishing import export_document, export_everything

    if arguments.kind == "everything":
        export_everything(view, path=arguments.target, audience=audience)
        return
    export_document(
        view,
        kind=arguments.kind,
        what=arguments.what,
        path=arguments.target,
        audience=audience,
        today=date.today(),  # noqa: DTZ011 - the day where the person is
    )


def _chase(arguments: Namespace) -> int:
    from boardtool.domain.documents import Audience
    from boardtool.services.exchange.sending import send_forms

    with library.writing(arguments) as store:
        sending = send_forms(
            store,
            folder=arguments.target,
            board=arguments.what,
            today=date.today(),  # noqa: DTZ011 - the day where the person is
            due_back=arguments.by,
            audience=Audience.PRIVATE if arguments.private else Audience.PUBLIC,
        )
    _tell_sending(arguments, sending)
    return 0


def _tell_sending(arguments: Namespace, sending: "Sending") -> None:
    forms = [
        {"owner": form.owner, "actions": form.count, "file": str(form.workbook), "mail": str(form.message)}
        for form in sending.forms
    ]
    if arguments.json:
        shown = {"kind": "chase", "file": str(arguments.target), "private": arguments.private}
        answer({**shown, "step": sending.step, "forms": forms})
    count = "1 form is" if len(forms) == 1 else f"{len(forms)} forms are"
    say(f"{count} in {arguments.target}, each with a draft message.")
