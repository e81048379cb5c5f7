"""What a metric's value is worked out from, in the metric's own words."""

from collections.abc import Iterable

from boardtool.domain.performance.metrics import Metric, Observation


def part_headings(metric: Metric) -> dict[str, str]:
    """Headings over both parts, by field: "Inpatients", or the field's own name where the metric has none."""
    return {
        "numerator": _sentence_case(metric.numerator) or "Numerator",
        "denominator": _sentence_case(metric.denominator) or "Denominator",
    }


def parts_missing(observations: Iterable[Observation]) -> tuple[str, ...]:
    """The fields of those parts that no figure has."""
    seen = tuple(observations)
    held = {
        "numerator": any(each.numerator is not None for each in seen),
        "denominator": any(each.denominator is not None for each in seen),
    }
    return tuple(part for part, there in held.items() if not there)


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
