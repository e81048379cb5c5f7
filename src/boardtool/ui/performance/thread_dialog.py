"""The dialog that puts a step into a golden thread, or says one otherwise."""

from PySide6.QtWidgets import QComboBox, QWidget

from boardtool.domain.performance.frameworks import ThreadKind, ThreadNode
from boardtool.domain.performance.metrics import Metric
from boardtool.domain.performance.threads import kind_beneath
from boardtool.services.performance import threads
from boardtool.ui.context import Context
from boardtool.ui.performance.question import ThreadFacts
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.growing_text import InlineParagraph

_INDENT = "    "
_NONE = "No metric"


class ThreadDialog(FormDialog):
    """Asks under what a step hangs, what kind it is, its words and the metric that shows it.

    `beneath` is the step proposed to hang on, `shown_by` the metric proposed; `changed` is the step that is
    said otherwise, which stays where it is.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        facts: ThreadFacts,
        *,
        beneath: ThreadNode | None = None,
        changed: ThreadNode | None = None,
        shown_by: Metric | None = None,
    ) -> None:
        title = "Change the step" if changed is not None else "Golden thread"
        words = "Change step" if changed is not None else "Add step"
        super().__init__(parent, title, words=words, take=self._take)
        self._context, self._changed = context, changed
        self.under = _under(facts, beneath)
        self.framework = QComboBox()
        self.framework.setEditable(True)
        self.framework.addItems([name for name, _steps in facts.threads])
        self.kind = QComboBox()
        for kind in ThreadKind:
            self.kind.addItem(kind.value[:1].upper() + kind.value[1:], kind)
        self.words = InlineParagraph("Words", look="")
        self.shown_by = _metrics(facts.metrics)
        if changed is None:
            self.form.add("under", "&Under", self.under, help_text="What it serves")
            self.form.add("framework", "&Framework", self.framework, help_text="Where a new thread stands")
        self.form.add("kind", "&Kind", self.kind)
        self.form.add("words", "&Words", self.words, help_text="As the paper says it")
        self.form.add("metric", "&Metric", self.shown_by, help_text="What shows whether it is so")
        self.under.currentIndexChanged.connect(lambda _at: self._settle())
        self._settle()
        if changed is not None:
            self._show(changed)
        if shown_by is not None:
            self.shown_by.setCurrentIndex(self.shown_by.findData(shown_by.id))
            self.words.setPlainText(shown_by.name)
        self.first = self.words if shown_by is None else self.under

    def _show(self, node: ThreadNode) -> None:
        self.kind.setCurrentIndex(self.kind.findData(node.kind))
        self.words.setPlainText(node.text)
        self.shown_by.setCurrentIndex(max(self.shown_by.findData(node.metric_id), 0))

    def _settle(self) -> None:
        """A step that hangs on another is in that one's framework, and usually of the kind beneath."""
        above: ThreadNode | None = self.under.currentData()
        self.framework.setEnabled(above is None)
        beneath = kind_beneath(None if above is None else above.kind)
        self.kind.setCurrentIndex(self.kind.findData(beneath))

    def _take(self) -> None:
        store, changed = self._context.store, self._changed
        kind = ThreadKind(self.kind.currentData())
        text, framework = self.words.toPlainText(), self.framework.currentText()
        metric_id: int | None = self.shown_by.currentData()
        above: ThreadNode | None = self.under.currentData()

        def do() -> None:
            if changed is not None:
                threads.change_step(store, step_id=changed.id, kind=kind, text=text, metric_id=metric_id)
            elif above is not None:
                threads.add_step(store, parent_id=above.id, kind=kind, text=text, metric_id=metric_id)
            else:
                threads.begin_thread(store, framework=framework, kind=kind, text=text, metric_id=metric_id)

        self._context.steps.run(
            do,
            then=lambda _none: self.accept(),
            refused=lambda sentence: self.form.wrong("framework" if text.strip() else "words", sentence),
        )


def _under(facts: ThreadFacts, beneath: ThreadNode | None) -> QComboBox:
    """Every step there is, further in the deeper it hangs; first of all a new thread."""
    box = QComboBox()
    box.addItem("Nothing: it begins a thread", None)
    for _name, steps in facts.threads:
        for step in steps:
            box.addItem(f"{_INDENT * step.depth}{step.node.text}", step.node)
            if beneath is not None and step.node.id == beneath.id:
                box.setCurrentIndex(box.count() - 1)
    return box


def _metrics(metrics: tuple[Metric, ...]) -> QComboBox:
    box = QComboBox()
    box.addItem(_NONE, None)
    for metric in metrics:
        box.addItem(metric.title, metric.id)
    return box
