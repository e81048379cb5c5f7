"""The tabs of a plan, and what is counted behind the word of each."""

from boardtool.domain.findings import Severity
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.widgets.tabs import Tab

_TABS = (
    ("schemes", "Schemes"),
    ("income", "Income"),
    ("conditions", "Conditions"),
    ("metrics", "Metrics"),
    ("checks", "Checks"),
    ("spend", "Spend"),
    ("pictures", "Pictures"),
    ("versions", "Versions"),
)


def tabs_of(plan: OpenPlan) -> list[Tab]:
    """The tabs of a plan; that of all boards is there where another has a plan of the year."""
    counts = _counts(plan)
    found = plan.facts
    more: list[tuple[str, str]] = []
    if plan.case is not None:
        year = plan.case.whole.plan.year
        if sum(plan.year == year for plan in found.plans) > 1:
            more.append(("together", "Together"))
    more.append(("benefits", "Benefits"))
    return [Tab(name, words, counts.get(name, "")) for name, words in (*_TABS, *more)]


def _counts(plan: OpenPlan) -> dict[str, str]:
    case = plan.case
    if case is None:
        return {}
    whole = case.whole
    failing = sum(found.severity is not Severity.INFORM for found in plan.findings)
    return {
        "schemes": f"{len(whole.lines):,} lines" if whole.lines else "",
        "income": str(len(whole.income) or ""),
        "conditions": str(len(whole.conditions) or ""),
        "metrics": str(len(whole.metrics) or ""),
        "checks": f"{failing:,}" if failing else "",
        "spend": _returns_words(plan),
        "versions": str(len(plan.facts.versions) or ""),
    }


def _returns_words(plan: OpenPlan) -> str:
    """“1 due”, else how many returns there are."""
    found = plan.facts.returns
    due = sum(made.due is not None and made.sent_on is None for made in found)
    return f"{due} due" if due else str(len(found) or "")
