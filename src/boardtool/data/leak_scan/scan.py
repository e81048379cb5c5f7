"""The guard at the door: a public file goes out only when nothing exempt is found in it (R17, H15)."""

from collections.abc import Iterator
from dataclasses import dataclass

from boardtool.data.leak_scan.files import everything_in
from boardtool.data.leak_scan.said import Said, UnreadableError
from boardtool.data.leak_scan.secrets import LONG_RUN, SHORT_RUN, Secrets
from boardtool.data.leak_scan.words import (
    SHORTEST_IN_BINARY,
    telling,
    words_in,
    words_in_bytes,
)
from boardtool.domain.errors import CannotDoError

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Leak:
    """Something exempt in a file: of which item, where, and the word or words."""

    item: str
    where: str
    words: str


def leaks_in(content: bytes, ending: str, secrets: Secrets) -> Iterator[Leak]:
    """Everything exempt in a file; what it says twice in the same words is told once.

    Raises:
        UnreadableError: the file cannot be looked through.
    """
    ear = _Ear(secrets)
    heard: set[str] = set()
    for said in everything_in(content, ending):
        if said.content:
            yield from ear.in_bytes(said)
        elif said.text not in heard:
            heard.add(said.text)
            yield from ear.in_text(said)


def check_nothing_exempt(content: bytes, ending: str, secrets: Secrets, *, name: str) -> None:
    """Let a public file pass, or stop it; where it cannot be looked through it is stopped too.

    `name` is what the file is called, which may give something away as well (H11).

    Raises:
        CannotDoError: it holds something exempt, or nobody can say.
    """
    try:
        named = _Ear(secrets).in_text(Said("its name", name))
        found = list(dict.fromkeys([*named, *leaks_in(content, ending, secrets)]))
    except UnreadableError as error:
        raise CannotDoError(
            f"{name} was not written: it could not be checked for exempt matter, because {error}."
        ) from error
    except Exception as error:
        raise CannotDoError(
            f"{name} was not written: the check for exempt matter failed, so nobody can say what is in it."
        ) from error
    if found:
        places = dict.fromkeys(f"something of item {leak.item} in {leak.where}" for leak in found)
        told = "; ".join(list(places)[:_NAMED])
        more = f"; and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
        raise CannotDoError(f"{name} was not written: it holds what the public may not see: {told}{more}.")


class _Ear:
    """Hears secrets in what is said; a run of words is only put together where its first word is heard."""

    def __init__(self, secrets: Secrets) -> None:
        self._words = secrets.words
        self._runs = [
            (length, known, {run.partition(" ")[0] for run in known})
            for length, known in ((SHORT_RUN, secrets.short_runs), (LONG_RUN, secrets.long_runs))
        ]

    def in_text(self, said: Said) -> Iterator[Leak]:
        words = words_in(said.text)
        for word in telling(words):
            if word in self._words:
                yield Leak(self._words[word], said.where, word)
        for length, known, beginnings in self._runs:
            for at in range(len(words) - length + 1):
                if words[at] in beginnings and (run := " ".join(words[at : at + length])) in known:
                    yield Leak(known[run], said.where, run)

    def in_bytes(self, said: Said) -> Iterator[Leak]:
        for word in telling(words_in_bytes(said.content), shortest=SHORTEST_IN_BINARY):
            if word in self._words:
                yield Leak(self._words[word], said.where, word)
