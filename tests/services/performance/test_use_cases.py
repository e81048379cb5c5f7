"""What people do with metrics: take them in, enter figures, set targets, recalculate, comment, link."""

from datetime import date

import pytest
from tests.builders import a_board

from boardtool.data.performance import (
    areas,
    frameworks,
    linked,
    metrics,
    observations,
    records,
    remarks,
    shipped,
)
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError, NotFoundError
from boardtool.domain.performance.frameworks import ThreadKind
from boardtool.domain.performance.metrics import LinkKind, Status, TargetKind
from boardtool.domain.performance.periods import Frequency, financial_year, month
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import Settings
from boardtool.services.performance import figures
from boardtool.services.performance import metrics as use_cases

TODAY = date(2022, 9, 6)
JUNE = month(2022, 6)


@pytest.fixture
def place(store: Store) -> int:
    return use_cases.add_area(store, name="North Northamptonshire", code="E06000061", kind="council")


@pytest.fixture
def metric(store: Store) -> int:
    return use_cases.add_metric(
        store,
        key="Discharged home",
        name="Discharged to usual place of residence",
        unit="%",
        direction=Direction.INCREASE,
        multiplier=100,
        owner="Director of Adults",
    )


def test_every_list_that_ships_can_be_taken_in_twice_without_change(store: Store) -> None:
    for key in shipped.known_frameworks():
        use_cases.use_framework(store, key=key)
    with store.reading() as reading:
        first = [metric.key for metric in metrics.every(reading)]
        every = frameworks.every(reading)
        listed = {one.key: len(frameworks.listed(reading, one.id)) for one in every}
    assert listed == {
        "bcf-2021-22": 6, "bcf-2022-23": 4, "bcf-2023-25": 5, "bcf-2024-25": 4, "bcf-2025-26": 8,
        "icb-priorities": 9, "ican": 9, "life-course": 19,
    }  # fmt: skip
    for key in shipped.known_frameworks():
        use_cases.use_framework(store, key=key)
    with store.reading() as reading:
        assert [metric.key for metric in metrics.every(reading)] == first


def test_a_definition_holds_from_a_day_to_a_day(store: Store) -> None:
    for key in ("bcf-2021-22", "bcf-2022-23"):
        use_cases.use_framework(store, key=key)
    with store.reading() as reading:
        homes = metrics.by_key(reading, "discharge_usual_place").id
        earlier = metrics.definition_on(reading, homes, date(2022, 3, 31))
        later = metrics.definition_on(reading, homes, date(2022, 4, 1))
        stays = metrics.by_key(reading, "length_of_stay_21").id
        assert metrics.definition_on(reading, stays, date(2022, 6, 1)) is None
    assert earlier is not None
    assert later is not None
    assert (earlier.frequency, later.frequency, later.code) == ("yearly", "quarterly", "8.3")


def test_the_golden_thread_runs_from_the_outcome_to_what_people_say(store: Store) -> None:
    use_cases.use_framework(store, key="ican")
    with store.reading() as reading:
        nodes = frameworks.thread(reading, frameworks.by_key(reading, "ican").id)
        keys = {metric.id: metric.key for metric in metrics.every(reading)}
    roots = [node for node in nodes if node.parent_id is None]
    assert [(node.kind, node.text) for node in roots] == [
        (ThreadKind.POPULATION_OUTCOME, "Stay Well"),
        (ThreadKind.POPULATION_OUTCOME, "Age Well"),
    ]
    lead = [node for node in nodes if node.kind is ThreadKind.LEAD_KPI]
    assert [keys[node.metric_id or 0] for node in lead] == [
        "ican_escalations", "ican_attendances", "ican_escalations",
    ]  # fmt: skip
    ends = [node for node in nodes if not any(other.parent_id == node.id for other in nodes)]
    assert {node.kind for node in ends} == {ThreadKind.I_STATEMENT}


def test_an_unknown_framework_is_refused_with_those_there_are(store: Store) -> None:
    with pytest.raises(NotFoundError, match="Known are: bcf-2021-22"):
        use_cases.use_framework(store, key="nothing")


def test_a_metric_of_ones_own_has_a_clean_key_of_its_own(store: Store, metric: int) -> None:
    with store.reading() as reading:
        assert metrics.by_id(reading, metric).key == "discharged_home"
        with pytest.raises(NotFoundError, match="The metrics are: discharged_home"):
            metrics.by_key(reading, "other")
    with pytest.raises(CannotDoError, match="already"):
        use_cases.add_metric(store, key="discharged home", name="Again")
    with pytest.raises(CannotDoError, match="needs a name"):
        use_cases.add_metric(store, key="", name="")


def test_a_metric_is_changed_and_removed_with_all_its_figures(store: Store, metric: int, place: int) -> None:
    figures.record_figure(store, metric_id=metric, area_id=place, period=JUNE, value=95.3, today=TODAY)
    use_cases.change_metric(store, metric_id=metric, short="Home", frequency=Frequency.QUARTERLY)
    use_cases.change_settings(store, metric_id=metric, settings=Settings(screening=False, fix_after=12))
    with store.reading() as reading:
        changed = metrics.by_id(reading, metric)
    assert (changed.short, changed.frequency, changed.settings.fix_after) == ("Home", Frequency.QUARTERLY, 12)
    use_cases.remove_metric(store, metric_id=metric)
    with store.reading() as reading:
        assert observations.every(reading) == []
    store.undo()
    with store.reading() as reading:
        assert len(observations.every(reading)) == 1


def test_a_figure_is_worked_out_revised_and_refused(store: Store, metric: int, place: int) -> None:
    def enter(**facts: object) -> int:
        return figures.record_figure(
            store,
            metric_id=metric,
            area_id=place,
            period=JUNE,
            today=TODAY,
            **facts,  # type: ignore[arg-type]  # fields by name
        )

    first = enter(numerator=4193, denominator=4400)
    assert enter(value=95.1) == first
    with store.reading() as reading:
        held = observations.at(reading, metric, place, JUNE)
    assert held is not None
    assert (held.value, held.status) == (95.1, Status.REVISED)
    enter(status=Status.SUPPRESSED)
    with pytest.raises(CannotDoError, match="Leave the value empty"):
        enter(status=Status.SUPPRESSED, value=3)
    with pytest.raises(CannotDoError, match="denominator that is not 0"):
        enter(numerator=3, denominator=0)
    figures.remove_figure(store, observation_id=first)
    with store.reading() as reading:
        assert observations.at(reading, metric, place, JUNE) is None


def test_targets_hold_from_a_day_to_a_day_and_an_areas_own_goes_first(
    store: Store, metric: int, place: int
) -> None:
    figures.set_target(store, metric_id=metric, value=94, starts=date(2021, 4, 1), ends=date(2022, 3, 31))
    figures.set_target(store, metric_id=metric, value=95.1, starts=date(2022, 4, 1))
    own = figures.set_target(store, metric_id=metric, value=96, area_id=place, starts=date(2022, 6, 1))
    figures.set_target(store, metric_id=metric, value=90, kind=TargetKind.BASELINE)

    def target_on(day: date) -> float | None:
        with store.reading() as reading:
            held = records.record(reading, metric, place).target_on(day)
        return None if held is None else held.value

    assert [target_on(date(2022, m, 15)) for m in (3, 5, 6)] == [94, 95.1, 96]
    assert target_on(date(2020, 1, 1)) is None
    figures.remove_target(store, target_id=own)
    assert target_on(date(2022, 6, 15)) == 95.1
    with store.reading() as reading:
        baseline = records.record(reading, metric, place).baseline
    assert baseline is not None
    assert baseline.value == 90
    with pytest.raises(CannotDoError, match="ends before it starts"):
        figures.set_target(store, metric_id=metric, value=1, starts=TODAY, ends=date(2020, 1, 1))


def test_limits_begin_anew_for_a_reason_by_a_person_at_a_figure(
    store: Store, metric: int, place: int
) -> None:
    def anew(on: date, reason: str = "pathway 1", who: str = "Director") -> int:
        return figures.recalculate(
            store, metric_id=metric, area_id=place, on=on, reason=reason, who=who, today=TODAY
        )

    with pytest.raises(CannotDoError, match="No figure begins on 2022-06-01"):
        anew(JUNE.start)
    figures.record_figure(store, metric_id=metric, area_id=place, period=JUNE, value=95.3, today=TODAY)
    for without in ({"reason": " "}, {"who": ""}):
        with pytest.raises(CannotDoError, match="enter both"):
            anew(JUNE.start, **without)
    made = anew(JUNE.start)
    broken = figures.mark_break(store, metric_id=metric, on=JUNE.start, reason="counted anew")
    with store.reading() as reading:
        held = records.record(reading, metric, place)
    assert (held.recalculations[0].who, held.recalculations[0].decided_on) == ("Director", TODAY)
    assert held.breaks[0].reason == "counted anew"
    figures.remove_recalculation(store, recalculation_id=made)
    figures.remove_break(store, break_id=broken)
    with pytest.raises(CannotDoError, match="what changed"):
        figures.mark_break(store, metric_id=metric, on=JUNE.start, reason="")
    with store.reading() as reading:
        held = records.record(reading, metric, place)
    assert (held.recalculations, held.breaks) == ((), ())


def test_commentary_is_one_for_a_period_and_an_empty_one_takes_it_away(
    store: Store, metric: int, place: int
) -> None:
    def say(text: str) -> list[str]:
        figures.comment(
            store, metric_id=metric, area_id=place, period=JUNE, text=text, author="Cheryl", today=TODAY
        )
        with store.reading() as reading:
            return [each.text for each in remarks.commentary(reading, [metric])]

    assert say("First.") == ["First."]
    assert say("Second.") == ["Second."]
    assert say(" ") == []
    assert say("") == []


def test_a_metric_is_linked_to_the_schemes_that_serve_it(store: Store, metric: int) -> None:
    made = figures.link(
        store, metric_id=metric, kind=LinkKind.SCHEME, ref="NNHWB/2022-23 scheme 4", target_id=7
    )
    with store.reading() as reading:
        [served] = linked.linked_metrics(reading, LinkKind.SCHEME, [6, 7])
        assert (served.target_id, served.key) == (7, metrics.by_id(reading, metric).key)
    figures.unlink(store, link_id=made)
    with store.reading() as reading:
        assert remarks.links(reading, [metric]) == []


def test_the_scorecard_keeps_its_order(store: Store, metric: int, place: int) -> None:
    board = a_board(store)
    other = use_cases.add_metric(store, key="falls", name="Falls")
    for one in (metric, other, metric):
        use_cases.put_on_scorecard(store, board_id=board, metric_id=one, area_id=place)
    with store.reading() as reading:
        first, second = records.places(reading, board)
        assert [row.name for row in records.scorecard(reading, board)] == [
            "Discharged to usual place of residence", "Falls",
        ]  # fmt: skip
    use_cases.order_scorecard(store, board_id=board, places=[second.id])
    with store.reading() as reading:
        assert [each.metric_id for each in records.places(reading, board)] == [other, metric]
    use_cases.take_off_scorecard(store, board_id=board, shown={(other, place)})
    with store.reading() as reading:
        assert [each.id for each in records.places(reading, board)] == [first.id]


def test_areas_are_watched_in_order(store: Store, place: int) -> None:
    board = a_board(store)
    england = use_cases.add_area(store, name="England", code="E92000001")
    use_cases.watch_areas(store, board_id=board, area_ids=[england, place])
    use_cases.watch_areas(store, board_id=board, area_ids=[place, england])
    with store.reading() as reading:
        assert [area.id for area in areas.watched(reading, board)] == [place, england]
    use_cases.watch_areas(store, board_id=board, area_ids=[england])
    with store.reading() as reading:
        assert [area.id for area in areas.watched(reading, board)] == [england]
    with pytest.raises(CannotDoError, match="there already"):
        use_cases.add_area(store, name="Anglia", code="E92000001")
    with pytest.raises(CannotDoError, match="needs a name"):
        use_cases.add_area(store, name=" ")


def test_a_definition_may_not_end_before_it_starts(store: Store, metric: int) -> None:
    use_cases.define(store, metric_id=metric, name="Home", starts=date(2021, 4, 1), text="to where they live")
    with store.reading() as reading:
        assert metrics.definitions(reading, metric)[0].text == "to where they live"
    with pytest.raises(CannotDoError, match="ends before it starts"):
        use_cases.define(store, metric_id=metric, name="Home", starts=TODAY, ends=date(2020, 1, 1))


def test_a_record_holds_the_figures_of_the_metrics_own_frequency(
    store: Store, metric: int, place: int
) -> None:
    for period, value in ((JUNE, 95.3), (financial_year(2021), 95.0), (month(2022, 5), 95.1)):
        figures.record_figure(store, metric_id=metric, area_id=place, period=period, value=value, today=TODAY)
    with store.reading() as reading:
        held = records.record(reading, metric, place)
    assert [each.value for each in held.observations] == [95.1, 95.3]
    use_cases.change_metric(store, metric_id=metric, frequency=Frequency.QUARTERLY)
    with store.reading() as reading:
        assert len(records.record(reading, metric, place).observations) == 2
        with pytest.raises(NotFoundError, match="area is not in the library"):
            records.record(reading, metric, 999)
