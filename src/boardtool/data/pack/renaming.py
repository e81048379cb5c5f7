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


def share_attributes(pdf: Pdf) -> None:
    """Let elements of a paper that say the same of themselves share one object that says it.

    A paper may have tens of thousands of cells, and those of a column say the same, which is then copied,
    renamed and written once.
    """
    said, element_type = Name.A, Name.S  # a link has /A too, but no /S
    known: dict[bytes, Object] = {}
    for element in pdf.objects:
        if isinstance(element, Dictionary) and said in element and element_type in element:
            held = element[said]
            if isinstance(held, Array | Dictionary) and not held.is_indirect:
                written = held.unparse(resolved=True)
                if written not in known:
                    known[written] = pdf.make_indirect(held)
                element[said] = known[written]


def rename_headers(objects: Sequence[Object], ids: Mapping[bytes, bytes]) -> None:
    """Give the headers that cells of tables name by their ids the new ones, wherever an object says so."""
    named = Name.Headers
    for held in objects:
        for each in held if isinstance(held, Array) else [held]:
            if isinstance(each, Dictionary) and named in each and (each is held or not each.is_indirect):
                each[named] = Array([_renamed(header, ids) for header in listed(each[named])])


def _renamed(header: Object, ids: Mapping[bytes, bytes]) -> Object:
    new = ids.get(bytes(header)) if isinstance(header, String) else None
    return header if new is None else String(new)


def listed(value: Object | None) -> list[Object]:
    """A value that may stand alone or in a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
