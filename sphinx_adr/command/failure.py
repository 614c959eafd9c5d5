"""Why the command could not do what it was asked to, and its exit statuses."""

from __future__ import annotations

FINE, FINDINGS, USAGE = 0, 1, 2
"""Exit statuses: nothing was found; something was; the command could not be run."""


class Failure(Exception):  # noqa: N818
    """What the user is told in one sentence, with what to do about it; the exit status is 2."""


class NotUsed(Failure):
    """The documentation does not use the extension."""
