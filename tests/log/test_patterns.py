"""Patterns that users write."""

from __future__ import annotations

import pytest

from sphinx_adr.config import NOT_REQUIREMENTS, REQUIREMENT_PATTERN
from sphinx_adr.log.id_pattern import ID_PATTERN
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
        # capitals are other letters
        r"(?:a+A)+",
        # one part stands between two that would meet
        r"(?:\d+-+\d)+x",
        r"(?:\d*(?>a)\d)+x",
        r"(?:\d*a++\d)+x",
        "X",
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
        # only the second part, or the part after it, divides
        r"(?:b\d*\d*)+x",
        r"(?:a+b\d*\d*)+x",
        # what stands between may be left out
        r"(?:\d*(?>a?)\d)+x",
        r"(?:\d*a*+\d)+x",
        r"(?:x\d+(?:a?b?){1,2}\d+)+y",
        # one of several beginnings meets
        r"(?:x(?:ab|cd)*(?:ab)*)+y",
        r"(?:x[0-9a-f]*[0-9]*)+y",
        r"(?:x[-\d]*-*)+y",
        # what stood before can be anything
        r"(\d)(?:x\d*\1*)+y",
        r"(q)?(?:x\d*(?(1)\d*|z))+y",
        # within what is repeated a few times, and within a group
        r"(?:(?:A+)+x){2}",
        r"(?:(?:A+)+x){1,2}?",
        r"x(y(?:A+)+z)",
        # two ways of equal length
        r"(?:a|a)+b",
        r"(?:ab|[ac]b)+c",
        r"(?:x(?:a|b)|[xy]b)+c",
        r"(a)(?:.+\1)+b",
    ],
)
def test_patterns_that_may_not(pattern: str) -> None:
    problem = problem_of_pattern(pattern)
    assert problem == "can take without end: a part that repeats can divide one text in many ways"


@pytest.mark.parametrize("pattern", ["", "A*", "^$", r"(?:REQ-\d+)?", "A|"])
def test_patterns_that_fit_nothing_at_all(pattern: str) -> None:
    assert problem_of_pattern(pattern) == "fits also an empty text"


@pytest.mark.parametrize("pattern", ["(", "[a", "(?P<a>x)(?P<a>y)", "*"])
def test_patterns_that_do_not_compile(pattern: str) -> None:
    assert str(problem_of_pattern(pattern)).startswith("does not compile: ")
