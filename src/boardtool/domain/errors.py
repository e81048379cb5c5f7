"""The three kinds of trouble, told apart once: the person's, the machine's, and ours.

Every sentence is written for the person who reads it: what is wrong, where, what to do.
"""


class BoardtoolError(Exception):
    """Trouble that has a sentence for the person; `str(error)` is that sentence."""


class CannotDoError(BoardtoolError):
    """The person can put it right: what was typed stays, and nothing was changed."""


class NotFoundError(CannotDoError):
    """What was named is not in the library."""


class InputRefusedError(CannotDoError):
    """A file was read and is refused as a whole; the sentence says why."""


class LibraryError(BoardtoolError):
    """The library cannot be opened: missing, in use, damaged, or newer than the program."""


class MachineError(BoardtoolError):
    """The disk or the machine is in trouble; nothing was half-written."""


class CancelledError(BoardtoolError):
    """The person stopped a long job; nothing was changed."""
