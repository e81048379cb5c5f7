"""The trees that a PDF keeps numbers and names in, read whatever a stranger put into them."""

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, String

_DEEPEST = 60  # levels; a real tree has two or three


def number_tree(tree: Object | None, depth: int = 0) -> Iterator[tuple[int, Object]]:
    """Keys and values of a number tree."""
    if not isinstance(tree, Dictionary) or depth > _DEEPEST:
        return
    nums = list(tree.get(Name.Nums, ()))
    for key, value in zip(nums[::2], nums[1::2], strict=False):
        if (number := whole_number(key)) is not None and value is not None:
            yield number, value
    for kid in tree.get(Name.Kids, ()):
        yield from number_tree(kid, depth + 1)


def name_tree(tree: Object | None, depth: int = 0) -> Iterator[tuple[bytes, Object]]:
    """Keys and values of a name tree."""
    if not isinstance(tree, Dictionary) or depth > _DEEPEST:
        return
    names = list(tree.get(Name.Names, ()))
    for key, value in zip(names[::2], names[1::2], strict=False):
        if isinstance(key, String) and value is not None:
            yield bytes(key), value
    for kid in tree.get(Name.Kids, ()):
        yield from name_tree(kid, depth + 1)


def whole_number(value: object) -> int | None:
    """A number as pikepdf hands it out; None for anything else."""
    return value if isinstance(value, int) else None
