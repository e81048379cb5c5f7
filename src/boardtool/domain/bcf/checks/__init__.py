"""The checks of a plan, by rule: pure, and quick enough to run at every keystroke."""

from boardtool.domain.bcf.checks.case import Mend, PlanCase, PlanFinding, Recent
from boardtool.domain.bcf.checks.live import LiveChecks, check

__all__ = ["LiveChecks", "Mend", "PlanCase", "PlanFinding", "Recent", "check"]
