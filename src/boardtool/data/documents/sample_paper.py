"""Stand-ins for the papers of the sample board: tagged PDFs with the title and page count of real ones."""

import json

from boardtool.data.resources import resource

_SAID = (
    "This paper belongs to the sample board. It stands in for a public paper of 2022 and has as many pages; "
    "put your own in its place."
)


def sample_paper_bytes(*, title: str, council: str, pages: int) -> bytes:
    import typst

    shown = {"title": title, "council": council, "pages": pages, "said": _SAID}
    pdf = typst.compile(
        str(resource("typst/sample_paper.typ")),
        root=str(resource("typst")),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": json.dumps(shown, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    assert isinstance(pdf, bytes)
    return pdf
