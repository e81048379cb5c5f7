"""Names of structure elements changed where two papers use one for different things: types, classes, ids."""

from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def rename_types(elements: Sequence[Object], roles: Mapping[str, str]) -> None:
    """Give elements the new names of their types; anything else than an element has none."""
    for element in elements if roles else ():
        if (kind := str(element.get(Name.S, ""))) in roles:
            element.S = Name(roles[kind])


def rename_classes(elements: Sequence[Object], classes: Mapping[str, str]) -> None:
    for element in elements if classes else ():
        if Name.C in element:
            used = [
                Name(classes.get(str(each), str(each))) if isinstance(each, Name) else each
                for each in listed(element.C)
            ]
            element.C = Array(used)


class Headers:
    """The headers that cells of tables name by their ids, renamed.

    A pack may have tens of thousands of cells, so what is done for each is as little as can be: cells of one
    column say the same of themselves, and share one object that says it.
    """

    def __init__(self, pack: Pdf, ids: Mapping[bytes, bytes]) -> None:
        self._pack = pack
        self._ids = ids
        self._known: dict[bytes, Object | None] = {}

    def rename_in(self, elements: Sequence[Object]) -> None:
        said = Name.A
        for element in elements:
            if said not in element:
                continue
            held = element[said]
            written = held.unparse(resolved=True)
            if written not in self._known:
                self._known[written] = self._renamed(held)
            if (new := self._known[written]) is not None:
                element[said] = new

    def _renamed(self, held: Object) -> Object | None:
        """What a cell says of itself with the new ids; None where it names no headers."""
        said = [dict(each.items()) if _names_headers(each) else each for each in listed(held)]
        if all(isinstance(each, Object) for each in said):
            return None
        for each in said:
            if isinstance(each, dict):
                headers = [String(self._ids.get(named, named)) for named in map(bytes, each["/Headers"])]
                each["/Headers"] = Array(headers)
        renamed = [Dictionary(each) if isinstance(each, dict) else each for each in said]
        return self._pack.make_indirect(Array(renamed))


def _names_headers(attributes: Object) -> bool:
    return isinstance(attributes, Dictionary) and isinstance(attributes.get(Name.Headers), Array)


def listed(value: Object | None) -> list[Object]:
    """A value that may stand alone or in a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
