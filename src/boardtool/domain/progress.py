"""What a long job says of how far it has come, and how it learns that it is to stop."""

from typing import Protocol


class Progress(Protocol):
    """The one call that long work makes: it reports, and it is where the person's Cancel arrives."""

    def report(self, done: int, total: int, what: str = "") -> None:
        """Say that `done` of `total` is finished and that `what` is next ("item 06").

        `total` is 0 while the amount is not known.

        Raises:
            CancelledError: the person stopped the job; let it pass through, so that nothing is kept.
        """


class Silent:
    """Progress that nobody watches: for the command line's short jobs, and for tests."""

    def report(self, done: int, total: int, what: str = "") -> None:
        """Take the report and go on."""
