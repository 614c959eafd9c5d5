"""The filter language of the views: comparisons of fields, joined by ``and``, ``or`` and ``not``.

It has the syntax of Python expressions and none of their power: a filter is parsed, checked against a
short list of node types, and walked; nothing of it is ever evaluated as code.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches

from .decision import Decision
from .fields import FIELDS, Value, field_name
from .ledger import Ledger

_LONGEST = 1000
_MOST_NODES = 250

Predicate = Callable[[Ledger, Decision], bool]
_Term = Callable[[Ledger, Decision], Value | int | float]


class FilterError(ValueError):
    """A filter that does not parse, or that names what does not exist; the message says which."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as written, with the test that it stands for."""

    text: str
    test: Predicate


def parse_filter(text: str) -> Filter:
    """Reads a filter such as ``status == "accepted" and "storage" in tags``.

    Raises :class:`FilterError` with a sentence for the author.
    """
    if len(text) > _LONGEST:
        raise FilterError(f"the filter is longer than {_LONGEST} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise FilterError(f"the filter {_short(text)} is not an expression") from None
    if sum(1 for _ in ast.walk(tree)) > _MOST_NODES:
        raise FilterError(f"the filter has more than {_MOST_NODES} parts")
    return Filter(text, _predicate(tree.body))


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _predicate(node: ast.expr) -> Predicate:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            parts = [_predicate(value) for value in values]
            return lambda ledger, d: all(part(ledger, d) for part in parts)
        case ast.BoolOp(op=ast.Or(), values=values):
            parts = [_predicate(value) for value in values]
            return lambda ledger, d: any(part(ledger, d) for part in parts)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = _predicate(operand)
            return lambda ledger, d: not inner(ledger, d)
        case ast.Compare(left=left, ops=operators, comparators=rights):
            return _comparison([left, *rights], operators)
        case _:
            term = _term(node)
            return lambda ledger, d: bool(term(ledger, d))


def _comparison(operands: list[ast.expr], operators: list[ast.cmpop]) -> Predicate:
    terms = [_term(operand) for operand in operands]
    tests = [_OPERATORS.get(type(operator)) for operator in operators]
    known = [test for test in tests if test is not None]
    if len(known) != len(tests):
        raise FilterError("a filter compares with ==, !=, <, <=, >, >=, in and not in")

    def holds(ledger: Ledger, decision: Decision) -> bool:
        values = [term(ledger, decision) for term in terms]
        return all(test(a, b) for test, a, b in zip(known, values, values[1:], strict=False))

    return holds


def _term(node: ast.expr) -> _Term:
    match node:
        case ast.Constant(value=str() | bool() | int() | float() | None as value):
            return lambda ledger, d: value
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
            words = tuple(_word(item) for item in items)
            return lambda ledger, d: words
        case ast.Name(id=name):
            getter = FIELDS.get(field_name(name))
            if getter is None:
                raise FilterError(unknown_field(name))
            return getter
        case _:
            raise FilterError(f"a filter cannot contain {_short(ast.unparse(node))}")


def _word(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise FilterError("a list in a filter holds quoted words")


def unknown_field(name: str) -> str:
    """The sentence about a field that does not exist, with the nearest one that does."""
    near = get_close_matches(field_name(name), FIELDS, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; the fields are {', '.join(FIELDS)}"
    return f"no decision has a field {name!r}{hint}"


def _folded(value: object) -> object:
    if isinstance(value, str):
        return value.casefold()
    return tuple(item.casefold() for item in value) if isinstance(value, tuple) else value


def _equal(a: object, b: object) -> bool:
    return (_folded(a) or None) == (_folded(b) or None)


def _contains(a: object, b: object) -> bool:
    needle, hay = _folded(a), _folded(b)
    if isinstance(hay, tuple):
        return needle in hay
    return isinstance(hay, str) and isinstance(needle, str) and needle in hay


def _ordered(test: Callable[[str, str], bool]) -> Callable[[object, object], bool]:
    def holds(a: object, b: object) -> bool:
        return isinstance(a, str) and isinstance(b, str) and bool(a) and bool(b) and test(a, b)

    return holds


_OPERATORS: dict[type[ast.cmpop], Callable[[object, object], bool]] = {
    ast.Eq: _equal,
    ast.NotEq: lambda a, b: not _equal(a, b),
    ast.In: _contains,
    ast.NotIn: lambda a, b: not _contains(a, b),
    ast.Lt: _ordered(lambda a, b: a < b),
    ast.LtE: _ordered(lambda a, b: a <= b),
    ast.Gt: _ordered(lambda a, b: a > b),
    ast.GtE: _ordered(lambda a, b: a >= b),
}


def select(ledger: Ledger, condition: Filter | None, among: Collection[Decision]) -> list[Decision]:
    """The decisions of *among* that *condition* holds for, in their order; all where there is none."""
    return [decision for decision in among if condition is None or condition.test(ledger, decision)]
