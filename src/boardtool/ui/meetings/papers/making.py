"""Making a pack from the window: papers looked into, the person asked, then a job that can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boardtool.domain.checks.pack_guards import AnswerableError
from boardtool.domain.documents import Audience
from boardtool.domain.findings import Finding
from boardtool.domain.pack.contents import Broken, Edition
from boardtool.domain.pack.made import PackKind
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.paper_files import show_file
from boardtool.ui.meetings.papers.make_dialog import Again, MakePackDialog, Wanted
from boardtool.ui.meetings.papers.pack_words import KIND_WORDS, file_name, pages_words
from boardtool.ui.meetings.papers.rows import is_pdf
from boardtool.ui.messages import Link
from boardtool.ui.places import Place
from boardtool.ui.saving import choose_target

if TYPE_CHECKING:
    from boardtool.domain.progress import Progress
    from boardtool.services.packs import PackResult

_NOT_KEPT = "The library can only be read here, so it does not know of this pack."


@dataclass(frozen=True, slots=True)
class PackMaking:
    """Makes the packs of a meeting; `mended` is called with a finding whose verb was pressed."""

    context: Context
    page: QWidget
    mended: Callable[[Finding], None]

    def begin(self, facts: MeetingFacts, kind: PackKind = PackKind.PUBLIC) -> None:
        """Look into papers that never were, then ask which pack is wanted."""
        unknown = any(
            is_pdf(paper) and paper.digest not in facts.case.paper_checks
            for item in facts.items
            for paper in item.papers
        )
        if unknown and not self.context.read_only:
            self.context.jobs.run(
                "Looking into papers",
                lambda progress: self._look(facts, progress),
                then=lambda _count: self.ask(facts, kind),
            )
        else:
            self.ask(facts, kind)

    def ask(self, facts: MeetingFacts, kind: PackKind) -> None:
        MakePackDialog(
            self.context,
            self.page,
            facts,
            kind,
            wanted=lambda wanted: self._choose_target(facts, wanted),
            mended=self.mended,
        ).open()

    def make(self, facts: MeetingFacts, wanted: Wanted, path: Path) -> None:
        """Make a pack at a path, in the background.

        What refuses it stays to be read; where that is no more than a person can answer, it is asked.
        """

        def ended(result: "PackResult | AnswerableError") -> None:
            if isinstance(result, AnswerableError):
                self._ask_again(facts, Again(wanted, result), path)
            else:
                self._made(facts, result, path)

        self.context.jobs.run(
            f"Making {path.name}",
            lambda progress: self._make(facts, wanted, path, progress),
            then=ended,
            refused=self.context.messages.strip,
        )

    def _ask_again(self, facts: MeetingFacts, again: Again, path: Path) -> None:
        """Show what a try met; the same pack goes to the same path."""

        def answered(wanted: Wanted) -> None:
            if wanted.kind is again.wanted.kind:
                self.make(facts, wanted, path)
            else:
                self._choose_target(facts, wanted)

        MakePackDialog(
            self.context,
            self.page,
            facts,
            again.wanted.kind,
            wanted=answered,
            mended=self.mended,
            again=again,
        ).open()

    def _choose_target(self, facts: MeetingFacts, wanted: Wanted) -> None:
        choose_target(
            self.page,
            self.context,
            name=file_name(wanted.kind, facts.meeting),
            endings=(".pdf",),
            then=lambda path: self.make(facts, wanted, path),
        )

    def _look(self, facts: MeetingFacts, progress: "Progress") -> int:
        from boardtool.services.pack_prospects import look_into_unknown

        return look_into_unknown(self.context.store, meeting_id=facts.meeting.id, progress=progress)

    def _make(
        self, facts: MeetingFacts, wanted: Wanted, path: Path, progress: "Progress"
    ) -> "PackResult | AnswerableError":
        from boardtool.services.packs import make_pack

        try:
            return make_pack(
                self.context.store,
                what=facts.meeting.ref,
                path=path,
                now=self.context.clock.now(),
                audience=Audience.PRIVATE if wanted.kind is PackKind.PRIVATE else Audience.PUBLIC,
                edition=Edition.SUPPLEMENT if wanted.kind is PackKind.SUPPLEMENT else Edition.PACK,
                despite=wanted.despite,
                answered=wanted.answered,
                broken=Broken.TO_FOLLOW if wanted.without_unreadable else Broken.STOPS,
                progress=progress,
            )
        except AnswerableError as question:
            return question

    def _made(self, facts: MeetingFacts, result: "PackResult", path: Path) -> None:
        self.context.navigate(Place("meetings", ref=facts.meeting.ref, tab="papers"))
        self.context.messages.say(made_sentence(result), Link("Open", lambda: show_file(self.context, path)))


def made_sentence(result: "PackResult") -> str:
    """What was made, in one breath."""
    made = result.made
    said = f"{KIND_WORDS[made.kind]}: {pages_words(made)}."
    if not result.remade:
        said = f"Nothing has changed since it was made: the same pack was written, {pages_words(made)}."
    if made.untagged:
        count = len(made.untagged)
        said += f" {count} paper{' in it is' if count == 1 else 's in it are'} not tagged."
    return said if result.recorded else f"{said} {_NOT_KEPT}"
