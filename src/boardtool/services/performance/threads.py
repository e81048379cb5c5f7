"""Making golden threads: steps put beneath one another, changed, and taken away."""

from boardtool.data.performance import frameworks
from boardtool.data.store import Step, Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.frameworks import ThreadKind
from boardtool.domain.text import clean_line, folded


def begin_thread(
    store: Store, *, framework: str, kind: ThreadKind, text: str, metric_id: int | None = None
) -> int:
    """Put the first step of a thread into the framework of a name, which is made where there is none; its id.

    Raises:
        CannotDoError: the step has no words, or no framework is named.
    """
    text, framework = _words(text), clean_line(framework)
    if not framework:
        raise CannotDoError("Say in which framework the thread stands.")
    with store.step("Begin golden thread") as step:
        return frameworks.add_node(
            step,
            framework_id=_framework(step, framework),
            parent_id=None,
            kind=kind,
            text=text,
            metric_id=metric_id,
        )


def add_step(
    store: Store, *, parent_id: int, kind: ThreadKind, text: str, metric_id: int | None = None
) -> int:
    """Hang a step on another; its id.

    Raises:
        CannotDoError: it has no words.
        NotFoundError: what it hangs on is not there any more.
    """
    text = _words(text)
    with store.step("Add step to golden thread") as step:
        parent = frameworks.node(step.reading, parent_id)
        return frameworks.add_node(
            step,
            framework_id=parent.framework_id,
            parent_id=parent_id,
            kind=kind,
            text=text,
            metric_id=metric_id,
        )


def change_step(store: Store, *, step_id: int, kind: ThreadKind, text: str, metric_id: int | None) -> None:
    """Say a step otherwise, or show it by another metric.

    Raises:
        CannotDoError: it has no words.
        NotFoundError: it is not there any more.
    """
    text = _words(text)
    with store.step("Change step of golden thread") as step:
        frameworks.node(step.reading, step_id)
        frameworks.change_node(step, step_id, kind=kind.value, text=text, metric_id=metric_id)


def remove_step(store: Store, *, step_id: int) -> None:
    """Take a step away with all that hangs on it; undo brings all of it back.

    Raises:
        NotFoundError: it is not there any more.
    """
    with store.step("Remove step of golden thread") as step:
        frameworks.node(step.reading, step_id)
        frameworks.remove_node(step, step_id)


def _words(text: str) -> str:
    text = clean_line(text)
    if not text:
        raise CannotDoError("Say what this step of the golden thread is.")
    return text


def _framework(step: Step, name: str) -> int:
    for each in frameworks.every(step.reading):
        if folded(each.name) == folded(name):
            return each.id
    key = "-".join(folded(name).split())
    return frameworks.add(step, key=key, name=name)
