"""The golden thread: its order, its depth, and the measures that are missing."""

from boardtool.domain.performance.frameworks import ThreadKind, ThreadNode
from boardtool.domain.performance.threads import kind_beneath, steps_of

K = ThreadKind


def test_each_step_stands_over_what_hangs_on_it() -> None:
    nodes = [
        ThreadNode(1, 1, None, K.POPULATION_OUTCOME, "Stay Well"),
        ThreadNode(2, 1, None, K.POPULATION_OUTCOME, "Age Well"),
        ThreadNode(3, 1, 1, K.AMBITION, "Fit, well and independent"),
        ThreadNode(4, 1, 3, K.OUTCOME, "Fewer escalations"),
        ThreadNode(5, 1, 1, K.AMBITION, "Access when needed"),
    ]
    assert [(step.node.id, step.depth) for step in steps_of(nodes)] == [
        (1, 0),
        (3, 1),
        (4, 2),
        (5, 1),
        (2, 0),
    ]


def test_an_outcome_needs_a_kpi_and_a_kpi_a_metric() -> None:
    outcome = ThreadNode(1, 1, None, K.OUTCOME, "Fewer escalations")
    bare = ThreadNode(2, 1, 1, K.LEAD_KPI, "Escalations")
    assert [step.gap for step in steps_of([outcome, bare])] == [
        "No measure shows whether it is reached",
        "No metric shows it yet",
    ]
    measured = ThreadNode(2, 1, 1, K.LEAD_KPI, "Escalations", metric_id=7)
    said = ThreadNode(3, 1, 2, K.I_STATEMENT, "I know whom to call")
    assert [step.gap for step in steps_of([outcome, measured, said])] == ["", "", ""]


def test_what_hangs_on_a_step_is_usually_the_next_kind() -> None:
    assert kind_beneath(None) is K.POPULATION_OUTCOME
    assert kind_beneath(K.LEAD_KPI) is K.OPERATIONAL_KPI
    assert kind_beneath(K.I_STATEMENT) is K.I_STATEMENT
