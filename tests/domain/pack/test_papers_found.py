"""Where papers begin in a published pack: by their words, in their order, and never by a guess."""

from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.pack.papers_found import places_of


def said(name: str, words: int = 100) -> str:
    """A page of so many words that no other paper has."""
    return " ".join(f"{name}{number}" for number in range(words))


GRANT, PLAN, FORM = said("grant"), said("plan"), said("form")


def test_a_paper_is_where_its_first_words_stand_whatever_is_around_them() -> None:
    pages = ["Agenda", f"Page 2\nNorth Council\n{GRANT.upper()}", said("more"), f"{PLAN}\nPage 4"]
    assert places_of([[GRANT], [PLAN]], pages) == {0: 1, 1: 3}


def test_a_page_that_was_broken_otherwise_is_known_by_most_of_its_words() -> None:
    words = GRANT.split()
    assert places_of([[GRANT]], ["", " ".join(words[:60])]) == {0: 1}
    assert places_of([[GRANT]], ["", " ".join(words[:40])]) == {}


def test_a_form_that_was_filled_in_twice_is_told_apart_by_the_order() -> None:
    assert places_of([[FORM], [PLAN], [FORM]], [FORM, PLAN, FORM]) == {0: 0, 1: 1, 2: 2}


def test_a_cover_that_says_little_is_the_first_page_of_its_paper() -> None:
    assert places_of([["Report", GRANT]], ["Agenda", "Report", GRANT]) == {0: 1}
    assert places_of([["Report", GRANT]], [GRANT]) == {}


def test_papers_of_one_template_are_told_apart_by_what_is_their_own() -> None:
    template = said("heading", 60)
    one, other = f"{said('first', 15)} {template}", f"{said('second', 15)} {template}"
    assert places_of([[one], [other]], ["", other, template]) == {1: 1}


def test_a_title_alone_is_not_enough_to_know_a_paper_by() -> None:
    title = "Health equality grant, a memorandum"
    assert places_of([[title]], [title]) == {}


def test_a_paper_that_the_council_moved_is_found_where_all_its_words_stand() -> None:
    assert places_of([[GRANT], [PLAN], [FORM]], [FORM, GRANT, PLAN]) == {0: 1, 1: 2, 2: 0}


def test_the_agenda_in_front_that_names_a_paper_is_not_the_paper() -> None:
    named = " ".join(GRANT.split()[:20])
    assert places_of([[GRANT]], [f"Agenda {named}", GRANT]) == {0: 1}


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=12))
def test_no_page_is_given_to_two_papers_and_every_paper_found_is_there(
    pages: list[int], papers: list[int]
) -> None:
    found = places_of([[said(f"p{paper}x")] for paper in papers], [said(f"p{page}x") for page in pages])
    assert len(set(found.values())) == len(found)
    assert all(pages[place] == papers[number] for number, place in found.items())


def test_thousands_of_pages_that_are_all_alike_take_no_longer_than_others() -> None:
    assert len(places_of([[FORM]] * 40, [FORM] * 2000)) <= 40
