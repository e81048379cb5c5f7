"""A paper taken over into another PDF: its pages with their links, layers, fields and tags."""

from pikepdf import Array, Name, Object, Pdf

from boardtool.data.pack.forms import join_forms
from boardtool.data.pack.layers import join_layers
from boardtool.data.pack.renaming import share_attributes
from boardtool.data.pack.source import Source
from boardtool.data.pack.tags import JoinedTags


def take_over(pack: Pdf, tags: JoinedTags, part: Object, paper: Source, number: int) -> list[Object]:
    """Add the pages of the paper that is `number` in the pack, under a part of its structure; the pages."""
    start = len(pack.pages)
    for page in paper.pdf.pages:  # extend() would warn of the form fields that are joined below
        pack.pages.append(page)
    pages: list[Object] = [page.obj for page in pack.pages[start:]]
    for (place, annotation), (to, view) in paper.links.items():
        pages[place].Annots[annotation].Dest = Array([pages[to], *view])
    join_layers(pack, paper.pdf)
    join_forms(pack, paper.form, number)
    if paper.tagged:
        share_attributes(paper.pdf)
        tree = paper.pdf.make_indirect(paper.pdf.Root.StructTreeRoot)
        language = str(paper.pdf.Root.get(Name.Lang, ""))
        tags.join(part, tree, pages, title=paper.title, lang=language)
    else:
        tags.drop(pages)
    return pages
