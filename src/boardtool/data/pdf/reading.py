"""What reading a stranger's PDF may end in, which of its links may stay, and whether it is tagged."""

import pikepdf
from pikepdf import Dictionary, Name, Pdf

DAMAGE = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError)
"""What a damaged file ends in: a part is missing or of another kind; pypdfium2 raises a RuntimeError."""

WEB = ("http:", "https:", "mailto:")
"""Links that a pack keeps and arrival does not tell of; all others lead to a file or start something."""


def is_tagged(pdf: Pdf) -> bool:
    """Whether a file says that it is tagged, and has a tree that holds something."""
    root = pdf.Root
    marked = root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False)
    tree = root.get(Name.StructTreeRoot)
    return bool(marked) and isinstance(tree, Dictionary) and Name.K in tree
