"""Patterns that users write."""

from __future__ import annotations

import pytest

from sphinx_adr.config import NOT_REQUIREMENTS, REQUIREMENT_PATTERN
from sphinx_adr.log.identifiers import ID_PATTERN
from sphinx_adr.log.patterns import problem_of_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        REQUIREMENT_PATTERN,
        NOT_REQUIREMENTS,
        ID_PATTERN,
        r"PRD(?:-[A-Z]+)+-\d+",
        r"[A-Z]+(?:-[A-Z0-9]+)*-\d+",
        r"(?:\w+\.)+\w+",
        r"(?i)req-\d+",
        r"(?:REQ|RE)-?\d+",
        r"(?:AB|AC)+\d",
        r"(?:[A-Z]{2,}\d?[-_])+\d{3}",
        r"(?:A(?:B-)*)+C",
        r"(?:[A-Z]+(?=-)-)+\d",
        r"\w+-\w+",
    ],
)
def test_patterns_that_come_to_an_end(pattern: str) -> None:
    assert problem_of_pattern(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"(A+)+-\d",
        r"(x+x+)+y",
        r"(.*)*x",
        r"(?:\w+\s?)*:",
        r"([A-Z]+[-_]?)+\d",
        r"(a?a)*b",
        r"((ab)*)*c",
        r"(A+){20}x",
        r"(?:\w\d|\d\w)*x",
        r"(?:REQ-)(?:\d+|(?:\d+)*)*!",
        r"(?i)(?:a+A)+b",
    ],
)
def test_patterns_that_may_not(pattern: str) -> None:
    problem = problem_of_pattern(pattern)
    assert problem is not None
    assert "without end" in problem


@pytest.mark.parametrize("pattern", ["(", "[a", "(?P<a>x)(?P<a>y)", "*"])
def test_patterns_that_do_not_compile(pattern: str) -> None:
    assert str(problem_of_pattern(pattern)).startswith("does not compile: ")
