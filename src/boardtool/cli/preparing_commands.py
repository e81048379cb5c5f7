"""`export call`, `report`, `brief` and `requests`: what goes out before a meeting."""

from argparse import ArgumentParser, Namespace

from boardtool.cli import library
from boardtool.cli.answers import answer, say
from boardtool.cli.arguments import WrongLineError


def add_options(export: ArgumentParser) -> None:
    export.add_argument("--item", metavar="NUMBER", help="report: of which item, as printed (06)")


def export_call(arguments: Namespace) -> int:
    from boardtool.services.preparing import call_for_papers

    with library.reading(arguments) as view:
        asked = call_for_papers(
            view, what=arguments.what, folder=arguments.target, sender=library.who(arguments)
        )
    if arguments.json:
        told = [{"to": each.to, "items": list(each.items), "file": str(each.message)} for each in asked]
        answer({"kind": "call", "folder": str(arguments.target), "messages": told})
    drafts = "1 draft" if len(asked) == 1 else f"{len(asked)} drafts"
    say(f"{arguments.target} holds {drafts}. Nothing is sent: open each in your mail program.")
    return 0


def export_report(arguments: Namespace) -> int:
    from boardtool.services.preparing import export_template

    if arguments.item is None:
        raise WrongLineError("Say of which item: --item 06.")
    with library.reading(arguments) as view:
        export_template(view, what=arguments.what, number=arguments.item, path=arguments.target)
    return _written(arguments)


def export_brief(arguments: Namespace) -> int:
    from boardtool.domain.documents import Audience
    from boardtool.services.preparing import export_brief as write

    audience = Audience.PRIVATE if arguments.private else Audience.PUBLIC
    with library.reading(arguments) as view:
        write(view, what=arguments.what, path=arguments.target, audience=audience)
    return _written(arguments)


def export_requests(arguments: Namespace) -> int:
    from boardtool.domain.documents import Audience
    from boardtool.services.preparing import export_register

    audience = Audience.PRIVATE if arguments.private else Audience.PUBLIC
    with library.reading(arguments) as view:
        export_register(view, what=arguments.what, path=arguments.target, audience=audience)
    return _written(arguments)


def _written(arguments: Namespace) -> int:
    if arguments.json:
        answer({"kind": arguments.kind, "file": str(arguments.target), "private": arguments.private})
    say(f"{arguments.target} is written.")
    return 0


OWN = {"call": export_call, "report": export_report, "brief": export_brief, "requests": export_requests}
"""What goes out before a meeting: each writes in a way of its own."""
