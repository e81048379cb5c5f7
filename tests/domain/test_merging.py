from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.merging import Merged, merged

VALUES = st.sampled_from(["", "open", "closed", None, 1])


@given(VALUES, VALUES)
def test_what_they_left_alone_changes_nothing(sent: object, ours: object) -> None:
    assert merged(sent=sent, ours=ours, theirs=sent) is Merged.NOTHING


@given(VALUES, VALUES)
def test_what_both_made_of_it_alike_changes_nothing(sent: object, both: object) -> None:
    assert merged(sent=sent, ours=both, theirs=both) is Merged.NOTHING


@given(VALUES, VALUES)
def test_what_they_alone_changed_is_theirs(sent: object, theirs: object) -> None:
    expected = Merged.NOTHING if theirs == sent else Merged.THEIRS
    assert merged(sent=sent, ours=sent, theirs=theirs) is expected


@given(VALUES, VALUES, VALUES)
def test_three_values_are_a_conflict_and_nothing_else_is(sent: object, ours: object, theirs: object) -> None:
    conflict = merged(sent=sent, ours=ours, theirs=theirs) is Merged.CONFLICT
    assert conflict == (ours not in (sent, theirs) and sent != theirs)
