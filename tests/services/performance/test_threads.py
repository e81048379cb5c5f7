"""Making golden threads: begun, added to, changed, taken away, and each undone."""

import pytest

from boardtool.data.performance import frameworks
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError, NotFoundError
from boardtool.domain.performance.frameworks import ThreadKind
from boardtool.services.performance import metrics, threads

OUTCOME, AMBITION = ThreadKind.POPULATION_OUTCOME, ThreadKind.AMBITION


def said(store: Store, framework: str) -> list[tuple[int | None, str]]:
    with store.reading() as reading:
        [held] = [each for each in frameworks.every(reading) if each.name == framework]
        return [(node.parent_id, node.text) for node in frameworks.thread(reading, held.id)]


def test_a_thread_is_begun_in_a_framework_of_its_own_and_added_to(store: Store) -> None:
    top = threads.begin_thread(store, framework="Live Your Best Life", kind=OUTCOME, text=" Stay  Well ")
    threads.add_step(store, parent_id=top, kind=AMBITION, text="Fit, well and independent")
    assert said(store, "Live Your Best Life") == [(None, "Stay Well"), (top, "Fit, well and independent")]
    store.undo()
    assert said(store, "Live Your Best Life") == [(None, "Stay Well")]


def test_a_thread_joins_the_framework_that_is_there(store: Store) -> None:
    metrics.use_framework(store, key="ican")
    before = len(said(store, "iCAN KPIs"))
    threads.begin_thread(store, framework="ican kpis", kind=OUTCOME, text="Start Well")
    assert said(store, "iCAN KPIs")[-1] == (None, "Start Well")
    assert len(said(store, "iCAN KPIs")) == before + 1


def test_a_step_taken_away_takes_what_hangs_on_it_and_undo_brings_all_back(store: Store) -> None:
    top = threads.begin_thread(store, framework="Ours", kind=OUTCOME, text="Stay Well")
    threads.add_step(store, parent_id=top, kind=AMBITION, text="Independent")
    threads.remove_step(store, step_id=top)
    assert said(store, "Ours") == []
    store.undo()
    assert said(store, "Ours") == [(None, "Stay Well"), (top, "Independent")]


def test_a_step_is_said_otherwise_where_it_stands(store: Store) -> None:
    top = threads.begin_thread(store, framework="Ours", kind=OUTCOME, text="Stay Well")
    threads.change_step(store, step_id=top, kind=AMBITION, text="Age Well", metric_id=None)
    with store.reading() as reading:
        node = frameworks.node(reading, top)
    assert (node.kind, node.text, node.parent_id) == (AMBITION, "Age Well", None)


def test_what_cannot_be_is_refused_in_words(store: Store) -> None:
    with pytest.raises(CannotDoError, match="Say what this step"):
        threads.begin_thread(store, framework="Ours", kind=OUTCOME, text="  ")
    with pytest.raises(CannotDoError, match="in which framework"):
        threads.begin_thread(store, framework=" ", kind=OUTCOME, text="Stay Well")
    with pytest.raises(NotFoundError, match="not there any more"):
        threads.add_step(store, parent_id=99, kind=AMBITION, text="Independent")
    with pytest.raises(NotFoundError, match="not there any more"):
        threads.remove_step(store, step_id=99)
