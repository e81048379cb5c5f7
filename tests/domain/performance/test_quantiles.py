"""Quantiles against tables, and against the distribution functions they invert."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.performance.quantiles import (
    chi_squared_quantile,
    incomplete_beta,
    lower_gamma,
    normal_quantile,
    student_quantile,
    z_of,
)


def test_the_quantiles_of_the_tables() -> None:
    assert normal_quantile(0.975) == pytest.approx(1.959963984540054, rel=1e-14)
    assert normal_quantile(0.999) == pytest.approx(3.090232306167813, rel=1e-14)
    assert chi_squared_quantile(0.95, 1) == pytest.approx(3.841458820694124, rel=1e-13)
    assert chi_squared_quantile(0.998, 1) == pytest.approx(9.549535706083891, rel=1e-13)
    assert chi_squared_quantile(0.025, 2) == pytest.approx(0.05063561596857975, rel=1e-13)
    assert student_quantile(0.975, 10) == pytest.approx(2.228138851986274, rel=1e-13)
    assert student_quantile(0.999, 7) == pytest.approx(4.785289628638384, rel=1e-12)
    assert student_quantile(0.975, 1) == pytest.approx(12.706204736174698, rel=1e-12)


def test_the_ends() -> None:
    assert (normal_quantile(0), normal_quantile(1)) == (-inf, inf)
    assert (chi_squared_quantile(0, 3), chi_squared_quantile(1, 3)) == (0, inf)
    assert (student_quantile(0, 3), student_quantile(1, 3)) == (-inf, inf)


def test_a_confidence_is_a_share_or_a_percentage() -> None:
    assert z_of(95) == z_of(0.95)
    assert z_of(99.8) == pytest.approx(z_of(0.998))
    assert z_of(1) == inf
    for wrong in (0.5, 80, 101):
        with pytest.raises(ValueError, match="confidence"):
            z_of(wrong)


@pytest.mark.parametrize("wrong", [-0.1, 1.1])
def test_what_is_no_probability_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="no probability"):
        normal_quantile(wrong)


def test_no_degrees_of_freedom_are_refused() -> None:
    with pytest.raises(ValueError, match="degrees"):
        chi_squared_quantile(0.5, 0)
    with pytest.raises(ValueError, match="degrees"):
        student_quantile(0.5, 0)


@given(st.floats(1e-6, 1 - 1e-6), st.floats(0.5, 50_000))
def test_chi_squared_is_the_inverse_of_its_distribution(p: float, degrees: float) -> None:
    assert lower_gamma(degrees / 2, chi_squared_quantile(p, degrees) / 2) == pytest.approx(p, rel=1e-8)


@given(st.floats(0.5, 1 - 1e-6), st.floats(0.5, 5_000))
def test_student_is_the_inverse_of_its_distribution(p: float, degrees: float) -> None:
    t = student_quantile(p, degrees)
    tail = incomplete_beta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2
    assert tail == pytest.approx(1 - p, rel=1e-6, abs=1e-12)


@given(st.floats(1e-9, 1 - 1e-9))
def test_the_normal_quantile_is_odd(p: float) -> None:
    assert normal_quantile(p) == pytest.approx(-normal_quantile(1 - p), abs=1e-6)
