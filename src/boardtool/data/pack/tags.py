"""The structure trees of papers joined into one: keys, roles, classes, ids and namespaces kept apart."""

from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from boardtool.data.pack.drawings import drawn_objects
from boardtool.data.pack.renaming import listed, rename_classes, rename_headers, rename_types
from boardtool.data.pack.trees import name_tree, number_tree, whole_number

# Types that only PDF 2.0 knows, and what a reader of PDF 1.7 takes them for (ISO 14289-1, 7.1).
NEWER_TYPES = {
    "/Aside": "/Sect",
    "/DocumentFragment": "/Sect",
    "/Em": "/Span",
    "/FENote": "/Note",
    "/Strong": "/Span",
    "/Sub": "/Span",
    "/Title": "/P",
}


class JoinedTags:
    """The one structure tree of a pack while parts are added to it."""

    def __init__(self, pack: Pdf) -> None:
        self._pack = pack
        self._next_key = 0
        self._nums: list[tuple[int, Object]] = []
        self._roles: dict[str, str] = {}
        self._classes: dict[str, Object] = {}
        self._ids: dict[bytes, Object] = {}
        self._namespaces: list[Object] = []
        self._parts = 0
        self._document = pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))

    def add_part(self, title: str) -> Object:
        """A part of the pack (the front sheet, an item), to which papers are joined."""
        part = self._pack.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self._document, T=String(title), K=Array())
        )
        self._document.K.append(part)
        return part

    def join(self, part: Object, theirs: Object, pages: Sequence[Object], *, title: str, lang: str) -> None:
        """Put a paper's tree under a part; its pages are in the pack already, so the copy finds them."""
        self._parts += 1
        first = self._next_number()
        tree = self._pack.copy_foreign(theirs)
        copied = [self._pack.get_object(number, 0) for number in range(first, self._next_number())]
        _drop_files(copied)
        section = self._pack.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Sect, P=part, T=String(title), K=Array())
        )
        if lang:
            section.Lang = String(lang)
        for kid in listed(tree.get(Name.K)):
            if isinstance(kid, Dictionary):
                if kid.get(Name.S) == Name.Document:
                    kid.S = Name.Sect
                kid.P = section
                section.K.append(kid)
        part.K.append(section)
        self._renumber(tree, pages)
        self._join_names(tree, copied)

    def drop(self, pages: Sequence[Object]) -> None:
        """Take the keys of a tree that is not there off the pages of a paper without tags."""
        for page in pages:
            _take(page, Name.StructParents)
            for annotation in page.get(Name.Annots, ()):
                _take(annotation, Name.StructParent)

    def finish(self) -> None:
        root = Dictionary(
            Type=Name.StructTreeRoot,
            K=Array([self._document]),
            ParentTree=self._pack.make_indirect(
                Dictionary(Nums=Array([each for pair in self._nums for each in pair]))
            ),
            ParentTreeNextKey=self._next_key,
        )
        if self._roles:
            root.RoleMap = Dictionary({key: Name(value) for key, value in self._roles.items()})
        if self._classes:
            root.ClassMap = Dictionary(self._classes)
        if self._ids:
            names = [each for key in sorted(self._ids) for each in (String(key), self._ids[key])]
            root.IDTree = self._pack.make_indirect(Dictionary(Names=Array(names)))
        if self._namespaces:
            root.Namespaces = Array(self._namespaces)
        tree = self._pack.make_indirect(root)
        self._document.P = tree
        self._pack.Root.StructTreeRoot = tree
        self._pack.Root.MarkInfo = Dictionary(Marked=True)

    def _next_number(self) -> int:
        """The number that the next object of the pack gets; the one made to learn it is never written."""
        return self._pack.make_indirect(Dictionary()).objgen[0] + 1

    # -- keys of the parent tree -----------------------------------------------------------------

    def _renumber(self, tree: Object, pages: Sequence[Object]) -> None:
        held = dict(number_tree(tree.get(Name.ParentTree)))
        new = {key: self._next_key + place for place, key in enumerate(sorted(held))}
        self._next_key += len(held)
        self._nums += [(new[key], held[key]) for key in sorted(held)]
        left = set(held)
        for page in pages:
            left -= _renumber_key(page, Name.StructParents, new)
            for annotation in page.get(Name.Annots, ()):
                left -= _renumber_key(annotation, Name.StructParent, new)
        if left:
            for drawn in drawn_objects(pages):
                _renumber_key(drawn, Name.StructParents, new)
                _renumber_key(drawn, Name.StructParent, new)

    # -- what has names --------------------------------------------------------------------------

    def _join_names(self, tree: Object, copied: Sequence[Object]) -> None:
        """Keep names apart; `copied` are the objects that the tree's copy brought."""
        roles = self._clashing(tree.get(Name.RoleMap, Dictionary()), self._roles, str)
        classes = self._clashing(tree.get(Name.ClassMap, Dictionary()), self._classes, lambda value: value)
        ids = dict(name_tree(tree.get(Name.IDTree)))
        twice = {key: f"p{self._parts}-".encode() + key for key in ids if key in self._ids}
        self._ids |= {twice.get(key, key): element for key, element in ids.items()}
        if Name.Namespaces in tree:
            self._namespaces += list(tree.Namespaces)
            self._roles = NEWER_TYPES | self._roles
        for key, new in twice.items():
            ids[key].ID = String(new)
        if roles or classes:
            elements = [held for held in copied if isinstance(held, Dictionary)]
            rename_types(elements, roles)
            rename_classes(elements, classes)
        if twice:
            rename_headers(copied, twice)

    def _clashing(self, theirs: Object, ours: dict[str, Any], plain: Any) -> dict[str, str]:  # noqa: ANN401 - values are PDF objects or names
        """Takes names over; those that mean something else already get another, which is told."""
        renamed = {}
        for key, value in theirs.items():
            name = key
            if key in ours and not _same(ours[key], plain(value)):
                name = renamed[key] = f"{key}-{self._parts}"
            ours[name] = plain(value)
        return renamed


def _drop_files(elements: Sequence[Object]) -> None:
    """Take off what elements bring along as files, such as the figures behind a chart (H8)."""
    files = Name.AF
    for element in elements:
        if isinstance(element, Dictionary) and files in element:
            del element[files]


def _renumber_key(holder: Object, key: Name, new: Mapping[int, int]) -> set[int]:
    if key not in holder:
        return set()
    old = whole_number(holder[key])
    if old is None or old not in new:
        del holder[key]
        return set()
    holder[key] = new[old]
    return {old}


def _take(holder: Object, key: Name) -> None:
    if isinstance(holder, Dictionary) and key in holder:
        del holder[key]


def _same(one: object, other: object) -> bool:
    if isinstance(one, pikepdf.Object) and isinstance(other, pikepdf.Object):
        return one.unparse(resolved=True) == other.unparse(resolved=True)
    return one == other
