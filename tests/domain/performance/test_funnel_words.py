"""What a funnel says, asks of a board, and states under itself."""

from dataclasses import replace

from tests.domain.performance.makers import HOME, NORTH

from boardtool.domain.performance.among_areas import AmongAreas, AreaFigure, among_areas
from boardtool.domain.performance.funnel_words import funnel_asks, funnel_footer, funnel_sentence
from boardtool.domain.performance.metrics import Area, Observation, Statistic
from boardtool.domain.performance.periods import month

SYSTEMS = [("Corby", 5559, 736219), ("B", 11192, 1043665), ("C", 8082, 892627), ("D", 9829, 949454)]
ALIKE = [("Corby", 500, 1000), ("B", 510, 1000), ("C", 495, 1000), ("D", 505, 1000)]
RATE = replace(HOME, statistic=Statistic.RATE, multiplier=100_000, unit="per 100,000")


def among(areas: list[tuple[str, int, int]], *, over_dispersion: bool = False) -> AmongAreas:
    metric = replace(RATE, settings=replace(RATE.settings, over_dispersion=over_dispersion))
    figures = [
        AreaFigure(
            Area(number, f"E{number}", name),
            Observation(
                number,
                metric.id,
                number,
                month(2022, 5),
                value=events / people * metric.multiplier,
                numerator=events,
                denominator=people,
            ),
        )
        for number, (name, events, people) in enumerate(areas, 1)
    ]
    return among_areas(metric, figures[0].area, figures)


def test_of_an_area_that_is_not_in_the_funnel_nothing_is_asked() -> None:
    one = among([*ALIKE, ("E", 500, 1000)])
    elsewhere = replace(one, own=Area(99, "E99", "Rutland"))
    assert funnel_asks(one) == "Its place in the order is no news: nothing needs explaining."
    assert funnel_asks(elsewhere) == ""


def test_one_s_own_area_outside_is_said_and_asked_about() -> None:
    one = among([("Corby", 600, 1000), *ALIKE[1:], ("E", 500, 1000), ("F", 498, 1000)])
    assert funnel_sentence(one) == "1 of 6 areas is outside of what chance explains. Corby is one of them."
    assert funnel_asks(one) == "Check the data first, then who lives there, then the service."


def test_areas_within_chance_need_no_explaining() -> None:
    one = among(ALIKE)
    assert funnel_sentence(one) == "None of 4 areas are outside of what chance explains. Corby is within it."
    assert funnel_asks(one).endswith("nothing needs explaining.")
    assert funnel_footer(one).endswith("no allowance for over-dispersion.")


def test_where_nearly_all_stand_out_over_dispersion_comes_first() -> None:
    assert funnel_asks(among(SYSTEMS)).endswith("allow for over-dispersion first.")
    wide = among(SYSTEMS, over_dispersion=True)
    assert funnel_sentence(wide).startswith(
        "None of 4 areas are outside of what chance and their usual differences explain."
    )
    assert "curves widened for over-dispersion" in funnel_footer(wide)
    assert funnel_asks(wide).endswith("nothing needs explaining.")


def test_over_dispersion_that_is_not_there_widens_nothing_and_is_said() -> None:
    one = among(ALIKE, over_dispersion=True)
    assert one.funnel == among(ALIKE).funnel
    assert funnel_footer(one).endswith("areas differ by no more than chance alone.")


def test_areas_without_numbers_behind_their_figures_have_no_funnel() -> None:
    one = among_areas(RATE, NORTH, [])
    assert funnel_sentence(one) == "A funnel needs 4 areas or more with numerator and denominator."
    assert (funnel_asks(one), funnel_footer(one)) == ("", "")
