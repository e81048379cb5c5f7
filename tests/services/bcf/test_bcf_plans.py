"""Plans as a whole: begun, answered, signed, with what papers print and lists that a user corrects."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.builders import a_meeting

from boardtool.data.bcf import (
    conditions,
    deadlines,
    lines,
    metrics,
    plans,
    sign_offs,
)
from boardtool.data.bcf.cases import case_of, checked
from boardtool.data.bcf.national import lists_of
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError, NotFoundError
from boardtool.services.bcf import plans as making
from boardtool.services.bcf import schemes
from boardtool.services.bcf import versions as sealing

NOW = datetime(2022, 9, 26, 12)
TODAY = date(2022, 9, 26)


def test_a_plan_begins_with_its_years_conditions_and_metrics(store: Store, plan: int) -> None:
    with store.reading() as reading:
        assert [one.code for one in conditions.of_plan(reading, plan)] == [f"PR{n}" for n in range(1, 9)]
        assert [one.code for one in metrics.of_plan(reading, plan)] == ["8.1", "8.3", "8.4", "8.5"]


@pytest.mark.usefixtures("plan")
def test_a_board_has_one_plan_a_year(store: Store, board: int) -> None:
    with pytest.raises(CannotDoError, match="There is a plan NNHWB/2022-23 already"):
        making.make(store, board_id=board, year="2022-23")


@pytest.mark.usefixtures("plan")
def test_a_plan_that_is_not_there_is_told_with_those_that_are(store: Store) -> None:
    with store.reading() as reading, pytest.raises(NotFoundError, match="The plans are: NNHWB/2022-23"):
        plans.by_ref(reading, "NNHWB/2024-25")


def test_conditions_are_answered_and_metrics_set(store: Store, plan: int) -> None:
    with store.reading() as reading:
        condition, metric = conditions.of_plan(reading, plan)[0], metrics.of_plan(reading, plan)[1]
    making.answer_condition(store, condition_id=condition.id, answer="No", actions="a", timeframe="May")
    making.set_metric_value(
        store, metric_id=metric.id, period="2022-23", kind="plan", value="95.3 %", numerator="953"
    )
    with store.reading() as reading:
        assert conditions.of_plan(reading, plan)[0].answer == "No"
        assert metrics.of_plan(reading, plan)[1].values[0].value == Decimal("95.3")
    with pytest.raises(CannotDoError):
        making.answer_condition(store, condition_id=condition.id, answer="perhaps")


def test_a_sign_off_names_the_meeting_that_ratified_it(store: Store, board: int, plan: int) -> None:
    meeting = a_meeting(store, board)
    sign_off = making.sign(store, plan_id=plan, role="Chair", authority="Delegated", signed_on=TODAY)
    making.change_sign_off(store, sign_off_id=sign_off, meeting_id=meeting)
    with store.reading() as reading:
        [signed] = sign_offs.of_plan(reading, plan)
    assert (signed.meeting_ref, signed.signed_on) == ("NNHWB/2022-09-06", TODAY)


def test_the_sample_has_one_source_over_and_says_what_the_paper_prints(store: Store, sample: int) -> None:
    with store.reading() as reading:
        found = checked(reading, sample)
    assert [finding.rule for finding in found.findings] == ["V1", "printed"]
    assert "iBCF is over by £100,000" in found.findings[0].message
    assert "add to £36,184,565" in found.findings[1].message


def test_a_librarys_own_list_is_taken_before_ours(store: Store, plan: int) -> None:
    folder = store.folder / "lists"
    folder.mkdir()
    from boardtool.data.resources import resource

    text = resource("bcf/2022-23.json").read_text(encoding="utf-8")
    (folder / "2022-23.json").write_text(text.replace('"Private Sector"', '"Independent Sector"'), "utf-8")
    assert lists_of("2022-23", store.folder).has("provider", "Independent Sector")
    line = schemes.add_line(store, plan_id=plan, provider="independent sector")
    with store.reading() as reading:
        assert lines.by_id(reading, line).provider == "Independent Sector"
        assert case_of(reading, plan).lists.has("provider", "Independent Sector")
    assert not lists_of("2022-23").has("provider", "Independent Sector")


def test_a_list_that_cannot_be_read_is_told_by_its_file(store: Store) -> None:
    folder = store.folder / "lists"
    folder.mkdir()
    (folder / "2022-23.json").write_text('{"year": "2022-23"}', "utf-8")
    with pytest.raises(CannotDoError, match="Correct it, or take it away"):
        lists_of("2022-23", store.folder)


def test_what_was_signed_by_delegation_is_to_be_ratified(store: Store, board: int, sample: int) -> None:
    with store.reading() as reading:
        assert "R34" not in {finding.rule for finding in checked(reading, sample).findings}
    sealing.submit(store, plan_id=sample, now=NOW)
    with store.reading() as reading:
        [found] = [finding for finding in checked(reading, sample).findings if finding.rule == "R34"]
        delegated = sign_offs.of_plan(reading, sample)[0]
    assert found.message.endswith("signed by delegation: name the meeting that ratified it.")
    making.change_sign_off(store, sign_off_id=delegated.id, meeting_id=a_meeting(store, board))
    with store.reading() as reading:
        second = [finding.where for finding in checked(reading, sample).findings if finding.rule == "R34"]
    assert found.where not in second


def test_deadlines_of_drafts_bind_until_they_are_sent(store: Store, sample: int) -> None:
    with store.reading() as reading:
        [due] = deadlines.unsent(reading, date(2022, 9, 6))
        assert (due.on, due.what, due.days) == (TODAY, "Better Care Fund plan 2022-23 due", 20)
        assert [one.days for one in deadlines.unsent(reading, date(2022, 9, 28))] == [-2]
        [made] = deadlines.unsent(reading, date(2023, 5, 1))
        assert made.what == "Better Care Fund return 2022-23 End of Year due"
    sealing.submit(store, plan_id=sample, now=NOW)
    with store.reading() as reading:
        assert deadlines.unsent(reading, date(2022, 9, 6)) == ()
