"""The sample board carries the figures of the papers, and says which of its figures are made."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from boardtool.data import boards
from boardtool.data.performance import areas, metrics, observations, records, remarks
from boardtool.data.store import Access, Reading, Store
from boardtool.domain.performance.funnels import AreaRate, Standing, rate_funnel
from boardtool.domain.performance.metrics import LinkKind, Observation
from boardtool.domain.performance.period_words import read_period
from boardtool.domain.performance.scorecard import ScorecardRow
from boardtool.services.sample import make_sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sample") / "library"
    make_sample(made, who="Business Manager", now=datetime(2022, 8, 24, 16, 42))
    return made


@pytest.fixture
def sample(folder: Path) -> Iterator[Reading]:
    store = Store.open(folder, who="Business Manager", access=Access.READ)
    with store.reading() as reading:
        yield reading
    store.close()


def rows(sample: Reading) -> dict[str, ScorecardRow]:
    board = boards.by_code(sample, "NNHWB")
    return {row.record.metric.key: row for row in records.scorecard(sample, board.id)}


def figure(sample: Reading, key: str, period: str) -> Observation:
    metric = metrics.by_key(sample, key)
    return observations.in_period(sample, metric.id, read_period(period))[0]


def test_the_figures_of_minute_37_stand_on_the_scorecard(sample: Reading) -> None:
    card = rows(sample)
    home, homes, reablement = (
        card[key] for key in ("discharge_usual_place", "residential_admissions", "reablement_91_days")
    )
    assert (home.latest_shown, home.target_shown, home.met) == ("95.3\u00a0%", "95.1\u00a0%", True)
    assert homes.latest_shown.startswith("624.3")
    assert homes.target_shown.startswith("604")
    assert homes.met_shown == "Missed, within chance"
    assert (reablement.latest_shown, reablement.change_shown) == ("72.0\u00a0%", "Better, high")
    values = [each.value for each in reablement.record.observations if each.value is not None]
    assert sum(values) / len(values) == pytest.approx(57.8)
    assert card["avoidable_admissions"].latest_shown == "not available"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("discharge_usual_place", 95.3),
        ("residential_admissions", 624.3),
        ("reablement_91_days", 57.8),
        ("length_of_stay_21", 8.3),
    ],
)
def test_the_years_figures_have_their_source_in_the_minutes(sample: Reading, key: str, value: float) -> None:
    held = figure(sample, key, "2021-22")
    assert held.value == value
    assert held.source.startswith("Minute 37 of 5 July 2022")


def test_every_figure_without_a_source_says_that_it_is_made(sample: Reading) -> None:
    every = observations.every(sample)
    assert len(every) > 100
    assert {each.note for each in every if not each.source} == {"made for the sample"}


def test_nine_systems_make_a_funnel(sample: Reading) -> None:
    metric = metrics.by_key(sample, "unplanned_admissions")
    names = {area.id: area.name for area in areas.every(sample)}
    held = observations.in_period(sample, metric.id, read_period("2022-05"))
    funnel = rate_funnel(
        [
            AreaRate(names[each.area_id], each.numerator or 0, each.value or 0, each.denominator)
            for each in held
        ]
    )
    assert funnel.average == pytest.approx(903.5950993446256)
    standings = {place.area: place.standing for place in funnel.places}
    assert standings["Northamptonshire"] is Standing.LOW_3
    assert standings["Beds, Luton and Milton Keynes"] is Standing.LOW_2


def test_metrics_are_linked_to_the_minute_and_to_the_schemes(sample: Reading) -> None:
    metric = metrics.by_key(sample, "discharge_usual_place")
    links = remarks.links(sample, [metric.id])
    assert [link.ref for link in links if link.kind is LinkKind.MINUTE] == ["NNHWB/2022-07-05 minute 37"]
    schemes = [link.ref for link in links if link.kind is LinkKind.SCHEME]
    assert schemes[0] == "NNHWB/2022-23 scheme 2, Integrated Discharge teams"
