"""Which tabs a plan has; each is imported and made at its first visit."""

from collections.abc import Callable

from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context

Maker = Callable[[Context, OpenPlan, Going], PlanTab]


def make_tab(name: str, context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    return _MAKERS[name](context, plan, going)


def _schemes(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.schemes.tab import SchemesTab

    return SchemesTab(context, plan, going)


def _income(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.income_tab import IncomeTab

    return IncomeTab(context, plan, going)


def _conditions(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.conditions_tab import ConditionsTab

    return ConditionsTab(context, plan, going)


def _metrics(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.metrics_tab import MetricsTab

    return MetricsTab(context, plan, going)


def _checks(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.checks_tab import ChecksTab

    return ChecksTab(context, plan, going)


def _versions(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.versions_tab import VersionsTab

    return VersionsTab(context, plan, going)


def _spend(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.returns.tab import SpendTab

    return SpendTab(context, plan, going)


def _pictures(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.pictures.tab import PicturesTab

    return PicturesTab(context, plan, going)


def _benefits(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.benefits.tab import BenefitsTab

    return BenefitsTab(context, plan, going)


def _together(context: Context, plan: OpenPlan, going: Going) -> PlanTab:
    from boardtool.ui.bcf.together_tab import TogetherTab

    return TogetherTab(context, plan, going)


_MAKERS: dict[str, Maker] = {
    "schemes": _schemes,
    "income": _income,
    "conditions": _conditions,
    "metrics": _metrics,
    "checks": _checks,
    "spend": _spend,
    "pictures": _pictures,
    "versions": _versions,
    "benefits": _benefits,
    "together": _together,
}
