"""The Better Care Fund as the `export` command writes it: plans, returns, and forms to officers."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from boardtool.cli import library
from boardtool.cli.answers import answer, say
from boardtool.cli.arguments import Parser

KINDS = {
    "schemes": "a Better Care Fund plan: Excel, the national template with --template; or Word, PDF",
    "return": "a return on a plan: likewise",
    "lines": "forms to officers with their lines of a return, into a folder",
}


def add_options(to: Parser) -> None:
    to.add_argument(
        "--template", type=Path, metavar="FILE", help="the national workbook, whose own cells are filled"
    )
    to.add_argument(
        "--return", dest="name", metavar="NAME", help="which return (“Quarter 2”), where there are several"
    )


def export_better_care_fund(arguments: Namespace) -> int:
    """Write what was asked for; what a person should know of it is said."""
    if arguments.kind == "lines":
        return _send_lines(arguments)
    target: Path = arguments.target
    notes = _write(arguments)
    if arguments.json:
        answer({"kind": arguments.kind, "file": str(target), "notes": list(notes)})
    for note in notes:
        say(note)
    say(f"{target} is written.")
    return 0


def _write(arguments: Namespace) -> tuple[str, ...]:
    from boardtool.services.bcf import publishing

    what, target, template = arguments.what, arguments.target, arguments.template
    is_return, is_workbook = arguments.kind == "return", target.suffix.lower() == ".xlsx"
    today = date.today()  # noqa: DTZ011 - the day where the person is
    with library.reading(arguments) as view:
        if is_return and is_workbook:
            return publishing.export_return(
                view, ref=what, path=target, template=template, name=arguments.name
            )
        if is_return:
            publishing.export_return_paper(view, ref=what, path=target, today=today, name=arguments.name)
        elif is_workbook:
            return publishing.export_plan(view, ref=what, path=target, template=template)
        else:
            publishing.export_paper(view, ref=what, path=target, today=today)
        return ()


def _send_lines(arguments: Namespace) -> int:
    from boardtool.services.bcf.officers import send_lines
    from boardtool.services.bcf.publishing import return_named

    with library.writing(arguments) as store:
        with store.reading() as view:
            made = return_named(view, ref=arguments.what, name=arguments.name)
        sent = send_lines(
            store,
            return_id=made.id,
            folder=arguments.target,
            today=date.today(),  # noqa: DTZ011 - the day where the person is
            due_back=arguments.by,
        )
    if arguments.json:
        forms = [{"officer": one.officer, "lines": one.count, "file": str(one.workbook)} for one in sent]
        answer({"kind": "lines", "file": str(arguments.target), "forms": forms})
    count = "1 form is" if len(sent) == 1 else f"{len(sent)} forms are"
    say(f"{count} in {arguments.target}.")
    return 0
