"""Quantiles of the normal, chi-squared and Student distributions, from our own functions.

Each is found by Newton's method on the distribution function, kept inside a bracket that halves whenever a
step would leave it. The regularised incomplete gamma and beta functions are the series and the continued
fractions of Abramowitz and Stegun 6.5.29, 6.5.31 and 26.5.8, evaluated by Lentz's method.
"""

from collections.abc import Callable
from functools import lru_cache
from math import erfc, exp, inf, lgamma, log, log1p, pi, sqrt

_STEPS = 400
_PRECISION = 1e-15
_TINY = 1e-300


@lru_cache(maxsize=64)
def normal_quantile(p: float) -> float:
    """The z with P(Z <= z) = p for a standard normal Z; 0.975 gives 1.959964, 0.999 gives 3.090232.

    Raises:
        ValueError: p is not between 0 and 1.
    """
    _check(p)
    if p in {0.0, 1.0}:
        return inf if p else -inf
    if p > 0.5:  # noqa: PLR2004 - the middle; the lower tail keeps its digits
        return -normal_quantile(1 - p)
    return _solve(p, lambda z: erfc(-z / sqrt(2)) / 2, lambda z: exp(-z * z / 2) / sqrt(2 * pi), -40.0, 0.0)


def z_of(confidence: float) -> float:
    """The z of two-sided limits: 0.95 gives 1.959964, 0.998 gives 3.090232; 95 and 99.8 are read as per cent.

    Raises:
        ValueError: it is below 0.9 (as the reference has it) or above 100 %.
    """
    share = confidence / 100 if confidence > 1 else confidence
    if not 0.9 <= share <= 1:  # noqa: PLR2004 - the bounds of the reference
        raise ValueError(f"confidence {confidence} is not between 0.9 and 1, nor between 90 and 100")
    return normal_quantile(1 - (1 - share) / 2)


@lru_cache(maxsize=4096)
def chi_squared_quantile(p: float, degrees: float) -> float:
    """The x with P(X <= x) = p for a chi-squared X with so many degrees of freedom.

    Raises:
        ValueError: p is not between 0 and 1, or there are no degrees of freedom.
    """
    _check(p)
    if degrees <= 0:
        raise ValueError(f"{degrees} degrees of freedom")
    if p in {0.0, 1.0}:
        return inf if p else 0.0
    half = degrees / 2
    top = degrees + 20 * sqrt(2 * degrees) + 200
    return 2 * _solve(
        p,
        lambda x: lower_gamma(half, x),
        lambda x: exp((half - 1) * log(x) - x - lgamma(half)) if x > 0 else 0.0,
        0.0,
        top / 2,
    )


@lru_cache(maxsize=1024)
def student_quantile(p: float, degrees: float) -> float:
    """The t with P(T <= t) = p for Student's T with so many degrees of freedom.

    Raises:
        ValueError: p is not between 0 and 1, or there are no degrees of freedom.
    """
    _check(p)
    if degrees <= 0:
        raise ValueError(f"{degrees} degrees of freedom")
    if p in {0.0, 1.0}:
        return inf if p else -inf
    if p < 0.5:  # noqa: PLR2004 - the middle
        return -student_quantile(1 - p, degrees)

    def upper_tail(t: float) -> float:
        return incomplete_beta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2

    scale = lgamma((degrees + 1) / 2) - lgamma(degrees / 2) - log(degrees * pi) / 2
    top = 1.0
    while upper_tail(top) > 1 - p:
        top *= 2
    return _solve(
        p,
        lambda t: 1 - upper_tail(t),
        lambda t: exp(scale - (degrees + 1) / 2 * log1p(t * t / degrees)),
        0.0,
        top,
    )


def lower_gamma(a: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(a, x)."""
    if x <= 0:
        return 0.0
    front = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        return _gamma_series(a, x) * front
    return 1 - _gamma_fraction(a, x) * front


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    divisor = a
    while abs(term) > _PRECISION * abs(total):
        divisor += 1
        term *= x / divisor
        total += term
    return total


def _gamma_fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c = 1 / _TINY
    d = fraction = 1 / b
    for step in range(1, 100_000):
        weight = -step * (step - a)
        b += 2
        d = 1 / _away_from_zero(weight * d + b)
        c = _away_from_zero(b + weight / c)
        fraction *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return fraction


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1 - front * _beta_fraction(b, a, 1 - x) / b


def _beta_fraction(a: float, b: float, x: float) -> float:
    c = 1.0
    d = fraction = 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for weight in (even, odd):
            d = 1 / _away_from_zero(1 + weight * d)
            c = _away_from_zero(1 + weight / c)
            fraction *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return fraction


def _away_from_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY


def _check(p: float) -> None:
    if not 0 <= p <= 1:
        raise ValueError(f"{p} is no probability")


def _solve(
    p: float, share: Callable[[float], float], density: Callable[[float], float], low: float, high: float
) -> float:
    """The x between low and high with share(x) = p, by Newton inside a shrinking bracket."""
    x = (low + high) / 2
    for _ in range(_STEPS):
        gap = share(x) - p
        low, high = (low, x) if gap > 0 else (x, high)
        slope = density(x)
        following = x - gap / slope if slope > 0 else low
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - x) <= _PRECISION * max(abs(x), _TINY):
            return following
        x = following
    return x
