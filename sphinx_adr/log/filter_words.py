"""Words in filters that no decision can have: a status or a phase that does not exist."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from itertools import pairwise

from .fields import field_name
from .query import Filter
from .vocabulary import UNKNOWN_STATUS, Phase, StatusWord

_STATUS_FIELDS = frozenset({"status", "authored_status", "effective_status"})


def impossible_words(condition: Filter, statuses: Mapping[str, StatusWord]) -> Iterator[str]:
    """A sentence for each status and phase in *condition* that no decision can have.

    *statuses* maps the words that authors write to what they mean. A filter compares with the meaning: a
    decision that is written as "approved" has the status ``accepted``.
    """
    tree = ast.parse(" ".join(condition.text.splitlines()).strip(), mode="eval")
    possible = {"phase": frozenset(map(str, Phase))}
    known = frozenset({UNKNOWN_STATUS, *(word.status for word in statuses.values())})
    possible |= dict.fromkeys(_STATUS_FIELDS, known)
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            operands = [node.left, *node.comparators]
            for operator, (left, right) in zip(node.ops, pairwise(operands), strict=True):
                for field, words in _compared(operator, left, right):
                    allowed = possible.get(field, ())
                    for word in words:
                        if allowed and word and word.casefold() not in allowed:
                            yield _sentence(field, word, allowed, statuses)


def _compared(operator: ast.cmpop, left: ast.expr, right: ast.expr) -> Iterator[tuple[str, Collection[str]]]:
    """The field and the words that it is compared with as a whole, on either side."""
    if isinstance(operator, ast.Eq | ast.NotEq):
        for one, other in ((left, right), (right, left)):
            if isinstance(one, ast.Name) and isinstance(other, ast.Constant) and isinstance(other.value, str):
                yield field_name(one.id), [other.value]
    elif isinstance(left, ast.Name) and isinstance(right, ast.List | ast.Tuple | ast.Set):
        found = [item.value for item in right.elts if isinstance(item, ast.Constant)]
        yield field_name(left.id), [word for word in found if isinstance(word, str)]


def _sentence(field: str, word: str, allowed: Collection[str], statuses: Mapping[str, StatusWord]) -> str:
    meant = statuses.get(word.casefold()) if field in _STATUS_FIELDS else None
    near = [meant.status] if meant else get_close_matches(word.casefold(), allowed, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(sorted(allowed))}"
    return f"no decision can have the {field.replace('_', ' ')} {word!r}{hint}"
