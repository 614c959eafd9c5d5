"""What was found, before it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from ..places import file_of


@dataclass(frozen=True, slots=True)
class Reported:
    """One finding. *source* is a file as Sphinx names it, and *line* is 0 where none is known."""

    source: str
    line: int
    code: str
    message: str

    @property
    def file(self) -> str:
        """The file alone, also where the finding stands in a docstring."""
        return file_of(self.source)[0]

    @property
    def line_in_file(self) -> int | None:
        """The line of the file; none where it is not known, or counted from the head of a docstring."""
        return (self.line or None) if file_of(self.source)[1] else None


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in the order of their places, how much was read, and what changed, in sentences.

    *base* is the revision that the changes are seen from, and empty where nothing was compared.
    """

    findings: tuple[Reported, ...]
    decisions: int
    requirements: int
    changes: tuple[str, ...] = ()
    base: str = ""

    @property
    def summary(self) -> str:
        """How much was found, in a line."""
        many = len(self.findings)
        found = "no findings" if many == 0 else "1 finding" if many == 1 else f"{many} findings"
        return f"{found} in {self.decisions} decision{'s' * (self.decisions != 1)}"
