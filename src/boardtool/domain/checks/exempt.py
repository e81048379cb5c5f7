"""Whether what the public may not see is closed by law, in its place, and by resolution (R13-R17)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from boardtool.domain.boards import ItemRole
from boardtool.domain.checks.case import Check, MeetingCase
from boardtool.domain.exempt import PARAGRAPHS, is_confidential
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.minutes import Minute
from boardtool.domain.pack.contents import closed_papers, open_papers

NAMES_A_PAPER = "Look at the paper"
MINUTE_IT = "Minute the exclusion"
SAY_WHY_OF_PAPER = "Say why it is exempt"
_NAME_IT = "Name the paragraph"
_UNWEIGHED = "does not say why the public interest is better served by not disclosing it"
_NUMBER = re.compile(r"\d+")
_EXCLUDES = re.compile(r"\bexclu\w+\b.*\b(?:press|public)\b|\b(?:press|public)\b.*\bexclu\w+", re.IGNORECASE)


def unnamed_paragraphs(items: Sequence[AgendaItem]) -> Iterator[Finding]:
    """R13: an exempt item or appendix names a paragraph, 1 to 7, of Schedule 12A; a confidential one none."""
    for item in items:
        if is_confidential(item.exempt):
            continue
        if item.exempt:
            given = _NUMBER.findall(item.exempt)
            if not given:
                what = "is exempt, but names no paragraph of Schedule 12A"
                yield _of(item, "R13", what, _NAME_IT)
        else:
            exempt = [
                paper for paper in item.papers if paper.exempt and not is_confidential(paper.paragraphs)
            ]
            given = [number for paper in exempt for number in _NUMBER.findall(paper.paragraphs)]
            if not all(_NUMBER.search(paper.paragraphs) for paper in exempt):
                yield _of(item, "R13", "has an exempt appendix, but names no paragraph", _NAME_IT)
        if wrong := [number for number in given if int(number) not in PARAGRAPHS]:
            what = f"names paragraph {', '.join(wrong)}: Schedule 12A has 1 to 7 in England"
            yield _of(item, "R13", what, _NAME_IT)


def _paragraphs_are_given(case: MeetingCase) -> Iterator[Finding]:
    yield from unnamed_paragraphs(case.items)


def _public_interest_is_weighed(case: MeetingCase) -> Iterator[Finding]:
    yield from unweighed_interests(case.items)


def unweighed_interests(items: Sequence[AgendaItem]) -> Iterator[Finding]:
    """R14: the interest in the exemption outweighs that in disclosure; a judgement for each item or appendix.

    It blocks publication and no pack: `pack_guards` says why. Of confidential ones nothing is weighed (R15).
    """
    for item in items:
        if item.exempt:
            if not item.public_interest.strip() and not is_confidential(item.exempt):
                yield _of(item, "R14", _UNWEIGHED, "Say why")
            continue
        for paper in item.papers:
            weighed = paper.public_interest.strip() or is_confidential(paper.paragraphs)
            if paper.exempt and not weighed:
                part = f"Appendix {paper.letter}" if paper.letter else "the report"
                yield _of(item, "R14", f"({part}: {paper.title}) {_UNWEIGHED}", SAY_WHY_OF_PAPER)


def _no_file_is_both(case: MeetingCase) -> Iterator[Finding]:
    yield from open_and_exempt(case.items)


def open_and_exempt(items: Sequence[AgendaItem]) -> Iterator[Finding]:
    """R17: one file cannot be kept from the public and given to it."""
    closed = {paper.digest: item for item in items for paper in closed_papers(item)}
    for item in items:
        for paper in open_papers(item):
            if paper.digest in closed:
                there = closed[paper.digest].number
                says = f"{paper.file_name} is open here, but exempt in item {there}."
                yield Finding("R17", Severity.BLOCK, says, item.number, NAMES_A_PAPER, items=(item.id,))


def _confidential_is_closed_by_law(case: MeetingCase) -> Iterator[Finding]:
    """R15: what is confidential differs: the public must be excluded, by law and not by choice.

    Of a meeting that was held the minutes say that it was.
    """
    for item in case.items:
        if is_confidential(item.exempt) and case.minuted:
            if not _is_closed(case, item, _minuted):
                says = (
                    f"{item.subject} is confidential, and no minute says that press and public were excluded."
                )
                yield Finding("R15", Severity.INFORM, says, item.number, MINUTE_IT, items=(item.id,))
        elif is_confidential(item.exempt):
            message = (
                f"{item.subject} is confidential: press and public must be excluded for it, without a vote "
                "on the public interest (section 100A(2))."
            )
            yield Finding("R15", Severity.INFORM, message, item.number, items=(item.id,))


def _is_closed(case: MeetingCase, item: AgendaItem, said: Callable[[Minute], Iterable[str]]) -> bool:
    """Whether what is `said` by a minute, up to that of an item, excludes press and public."""
    before = {each.id for each in case.items[: case.items.index(item) + 1]}
    return any(
        _EXCLUDES.search(text)
        for minute in case.minutes
        if minute.item_id is None or minute.item_id in before
        for text in said(minute)
    )


def _resolved(minute: Minute) -> Iterator[str]:
    return (resolution.text for resolution in minute.resolutions)


def _minuted(minute: Minute) -> Iterator[str]:
    yield minute.narrative
    yield from _resolved(minute)


def _open_business_comes_first(case: MeetingCase) -> Iterator[Finding]:
    """R16: open business first; for an open item after an exempt one the public is let in again."""
    exempt_before = False
    for item in case.items:
        exempt_before = exempt_before or bool(item.exempt)
        if exempt_before and not item.exempt and item.role is not ItemRole.CLOSE:
            yield Finding(
                "R16",
                Severity.WARN,
                f"{item.subject} is open, but comes after exempt business.",
                item.number,
                "Move it up",
                items=(item.id,),
            )


def _exclusion_is_resolved(case: MeetingCase) -> Iterator[Finding]:
    """R16: before the first exempt item the minutes hold a resolution to exclude press and public."""
    first = next(item for item in case.items if _is_closed_by_resolution(item))
    if not _is_closed(case, first, _resolved):
        yield _of(
            first, "R16", "was taken without a resolution to exclude press and public", "Add the resolution"
        )


def _of(item: AgendaItem, rule: str, what: str, mend: str) -> Finding:
    return Finding(rule, Severity.BLOCK, f"{item.subject} {what}.", item.number, mend, items=(item.id,))


def _has_exempt_business(case: MeetingCase) -> bool:
    return any(item.exempt or any(paper.exempt for paper in item.papers) for item in case.items)


def _is_closed_by_resolution(item: AgendaItem) -> bool:
    return bool(item.exempt) and not is_confidential(item.exempt)


def _took_exempt_items(case: MeetingCase) -> bool:
    return case.minuted and any(map(_is_closed_by_resolution, case.items))


def _has_confidential_business(case: MeetingCase) -> bool:
    return any(is_confidential(item.exempt) for item in case.items)


CHECKS = (
    Check(
        "R13",
        _paragraphs_are_given,
        _has_exempt_business,
        says="Exempt items name their paragraph of Schedule 12A",
    ),
    Check(
        "R14",
        _public_interest_is_weighed,
        _has_exempt_business,
        says="The public interest is weighed for every exempt item and appendix",
    ),
    Check(
        "R17",
        _no_file_is_both,
        _has_exempt_business,
        says="No file is open in one item and exempt in another",
    ),
    Check(
        "R15",
        _confidential_is_closed_by_law,
        _has_confidential_business,
        says="Confidential items are closed by law",
    ),
    Check(
        "R16",
        _open_business_comes_first,
        _has_exempt_business,
        says="Open business comes before exempt business",
    ),
    Check(
        "R16", _exclusion_is_resolved, _took_exempt_items, says="Press and public were excluded by resolution"
    ),
)
