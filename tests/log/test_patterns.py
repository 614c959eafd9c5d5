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
        # once, or a few times, is no repetition
        r"(A+)?-\d",
        r"(?:A+){2,15}x",
        r"(?:A{2}B)+",
        r"(?:A{3}A)+B",
        # what cannot be given back cannot be divided anew
        r"(?:A++B)+C",
        r"(?>A+B)+C",
        r"(?:(?>A+)B)+C",
        # what follows tells where the part ends
        r"(?:[^-]+-)+",
        r"(?:[^a]a+b)+",
        r"(?:\d+\D)+",
        r"(?:\s+\S)+",
        r"(?:\w+\W)+",
        r"(?:[a-m]+[n-z])+",
        r"(?:^a+b$)+",
        r"(?:a+\bb)+",
        r"(?:a+B)+",
        r"(?:ab|ac|a)+",
        r"(?:ab|cd)+",
        r"(?:a(?!a+)b)+",
        r"(a)?(?(1)b|c)+",
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
        # as often as makes no difference
        r"(?:A+){16}x",
        r"(?:A{1,16}){16}x",
        r"(?:A+){16,}x",
        r"(?:A+?)+x",
        r"(?:A+)+?x",
        r"(?:A*)*?x",
        # the parts meet in one letter
        r"(?:[a-n]+[n-z])+",
        r"(?:[^b]+a)+",
        r"(?:.+a)+",
        r"(?:\d+\w)+",
        r"(?:\S+a)+",
        r"(?:\W+-)+",
        r"(?:\s+ )+",
        r"(?:[\d-]+-)+",
        r"(?:a+b?a)+",
        r"(?:a+(?:b|)a)+",
        r"(?:a+b*)+",
        r"(?:a+^)+b",
        r"(?:[é-ü]+ö)+",
        r"(?:中+中)+",
        r"(?:–+[^a])+",
        r"(?i)(?:[a-c]+B)+x",
        r"(?i)(?:é+É)+x",
        # also within something else
        r"x(?:y(?:A+)+z)",
        r"(?:x|(?:A+)+)y",
        r"(?=(?:A+)+x)y",
        r"(?!(?:A+)+x)y",
        r"(?<=x)(?:A+)+y",
        r"(?>(?:A+)+x)",
        r"(?:(?:A+)+x)++y",
        r"(x)?(?(1)(?:A+)+y|z)",
        r"(x)?(?(1)z|(?:A+)+y)",
        # two ways of equal length
        r"(?:a|a)+b",
        r"(?:ab|[ac]b)+c",
        r"(?:x(?:a|b)|[xy]b)+c",
        r"(a)(?:.+\1)+b",
    ],
)
def test_patterns_that_may_not(pattern: str) -> None:
    problem = problem_of_pattern(pattern)
    assert problem is not None
    assert "without end" in problem


@pytest.mark.parametrize("pattern", ["(", "[a", "(?P<a>x)(?P<a>y)", "*"])
def test_patterns_that_do_not_compile(pattern: str) -> None:
    assert str(problem_of_pattern(pattern)).startswith("does not compile: ")
