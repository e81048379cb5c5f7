"""To which address a message for somebody goes who is known by name or by post."""

from collections.abc import Sequence

from boardtool.domain.people import Person
from boardtool.domain.text import folded, without_honorific


def address_of(who: str, known: Sequence[Person]) -> str:
    """The address of the one person of that name, else of that post; "" where nobody or several have it."""
    name = folded(without_honorific(who))
    named = [each for each in known if folded(without_honorific(each.name)) == name]
    found = named or [each for each in known if each.post and folded(each.post) == folded(who)]
    addresses = {each.email for each in found if each.email}
    return addresses.pop() if len(addresses) == 1 else ""
