from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.markdown import (
    Heading,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Run,
    labelled,
    parse,
    plain_text,
    to_markdown,
)

TYPED = st.text(alphabet="ab1 *\\-.)#\n\té£•", max_size=60)
WORDS = st.lists(
    st.sampled_from(["the", "Board", "*", "**", "-", "1.", "a)", "#", "\\", "£3k"]), min_size=1, max_size=6
)
RUNS = WORDS.map(lambda words: (Run(" ".join(words)),))


def bullets(*items: ListItem) -> List:
    return List(ListStyle.BULLETS, items)


def item(text: str, *inner: List) -> ListItem:
    return ListItem((Run(text),), inner)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


@given(TYPED)
def test_what_was_read_and_printed_reads_the_same(text: str) -> None:
    blocks = parse(text)
    assert parse(to_markdown(blocks)) == blocks


@given(TYPED)
def test_no_word_is_lost(text: str) -> None:
    assert [c for c in text if c in "é£"] == [c for c in plain_text(parse(text)) if c in "é£"]


@given(RUNS, st.lists(RUNS, min_size=1, max_size=4), RUNS)
def test_any_words_survive_as_heading_item_and_paragraph(
    title: tuple[Run, ...], items: list[tuple[Run, ...]], words: tuple[Run, ...]
) -> None:
    blocks = (
        Heading(2, title),
        Paragraph(words),
        List(ListStyle.BRACKETED_NUMBERS, tuple(ListItem(runs) for runs in items), 3),
        Paragraph(words),
    )
    assert parse(to_markdown(blocks)) == blocks


def test_a_narrative_as_it_is_typed() -> None:
    text = "The Place Director **introduced** the item:\n- first\n  - inner\n- second\n\nIt was noted."
    assert parse(text) == (
        Paragraph((Run("The Place Director "), Run("introduced", bold=True), Run(" the item:"))),
        bullets(item("first", bullets(item("inner"))), item("second")),
        paragraph("It was noted."),
    )


def test_the_lines_of_a_paragraph_are_one() -> None:
    assert parse("one\ntwo") == (paragraph("one two"),)


def test_a_line_that_happens_to_begin_with_a_number_goes_on_with_the_paragraph() -> None:
    assert parse("The group of\n12. It met.") == (paragraph("The group of 12. It met."),)


def test_a_list_keeps_the_numbers_that_were_written() -> None:
    (first, second) = parse("1) one\n2) two\n5) five")
    assert isinstance(first, List)
    assert isinstance(second, List)
    assert [first.mark(0), first.mark(1), second.mark(0)] == ["1)", "2)", "5)"]


def test_a_bullet_alone_on_its_line_marks_the_words_beneath() -> None:
    assert parse("•\none") == (bullets(item("one")),)


def test_letters_make_a_list_of_letters() -> None:
    (letters,) = parse("a) one\nb) two")
    assert letters == List(ListStyle.LETTERS, (item("one"), item("two")))


def test_a_paragraph_that_looks_like_an_item_is_printed_so_that_it_stays_one() -> None:
    assert to_markdown((paragraph("- 5 degrees"),)) == "\\- 5 degrees"


def test_single_stars_and_lone_double_stars_are_stars() -> None:
    assert parse("5 * 3 ** 2") == (paragraph("5 * 3 ** 2"),)


def test_headings_part_the_notices() -> None:
    assert parse("## Press\nWrite to us.") == (Heading(2, (Run("Press"),)), paragraph("Write to us."))


def test_sentences_become_a_list_under_the_labels_they_have() -> None:
    assert labelled([("a)", "one;"), ("b)", "- two")]) == (
        List(ListStyle.LETTERS, (item("one;"), item("- two"))),
    )


def test_labels_that_no_list_has_stay_in_the_words() -> None:
    assert labelled([("(i)", "one"), ("1)", "two")]) == (
        paragraph("(i) one"),
        List(ListStyle.BRACKETED_NUMBERS, (item("two"),)),
    )
