"""The filter language of the views: comparisons of fields, joined by ``and``, ``or`` and ``not``.

It has the syntax of Python expressions and none of their power: a filter is parsed, checked against a
short list of node types, and walked; nothing of it is ever evaluated as code. Words are compared without
regard to case, and in order as readers expect it: ``ADR-9`` before ``ADR-10``.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches

from .decision import Decision
from .fields import FIELDS, LIST_FIELDS, Value, field_name
from .identifiers import natural_key
from .ledger import Ledger

_LONGEST = 1000
_MOST_NODES = 250

Predicate = Callable[[Ledger, Decision], bool]


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
    source = " ".join(text.splitlines()).strip()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise FilterError(f"the filter {_short(source)} is not an expression{_advice(source)}") from None
    if sum(1 for _ in ast.walk(tree)) > _MOST_NODES:
        raise FilterError(f"the filter has more than {_MOST_NODES} parts")
    return Filter(text, _Reader(source).predicate(tree.body))


def unknown_field(name: str) -> str:
    """The sentence about a field that does not exist, with the nearest one that does."""
    near = get_close_matches(field_name(name), FIELDS, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; the fields are {', '.join(FIELDS)}"
    return f"no decision has a field {name!r}{hint}"


def select(ledger: Ledger, condition: Filter | None, among: Collection[Decision]) -> list[Decision]:
    """The decisions of *among* that *condition* holds for, in their order; all where there is none."""
    return [decision for decision in among if condition is None or condition.test(ledger, decision)]


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _advice(source: str) -> str:
    """What else to write, where a filter fails for one of the usual reasons."""
    if re.search(r"[^=!<>]=[^=]", source):
        return "; write == to compare"
    if re.search(r"\bin-force\b", source, re.IGNORECASE):
        return "; the field is written in_force"
    return ""


# -- reading ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Term:
    """One side of a comparison: what reads its value, and what kind of value that is."""

    read: Callable[[Ledger, Decision], Value]
    is_list: bool = False
    is_word: bool = False
    fixed: bool = False
    shown: str = ""


_CONSTANTS = {"true": True, "false": False, "none": None}
_TODAY = "today"
"""The day of the build, as a name in filters: ``review <= today``."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the tree of a filter into its test."""

    source: str

    def predicate(self, node: ast.expr) -> Predicate:
        """The test that *node* stands for."""
        match node:
            case ast.BoolOp(op=operator, values=values):
                parts = [self.predicate(value) for value in values]
                joined = all if isinstance(operator, ast.And) else any
                return lambda ledger, d: joined(part(ledger, d) for part in parts)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self.predicate(operand)
                return lambda ledger, d: not inner(ledger, d)
            case ast.Compare(left=left, ops=operators, comparators=rights):
                return self._comparison([left, *rights], operators)
            case _:
                term = self._term(node)
                if term.fixed and (term.is_word or term.is_list):
                    raise FilterError(f"{term.shown} alone is no condition; compare it with a field")
                return lambda ledger, d: bool(term.read(ledger, d))

    def _comparison(self, operands: list[ast.expr], operators: list[ast.cmpop]) -> Predicate:
        terms = [self._term(operand) for operand in operands]
        tests = [
            _test(operator, left, right)
            for operator, left, right in zip(operators, terms, terms[1:], strict=False)
        ]

        def holds(ledger: Ledger, decision: Decision) -> bool:
            values = [term.read(ledger, decision) for term in terms]
            return all(test(a, b) for test, a, b in zip(tests, values, values[1:], strict=False))

        return holds

    def _term(self, node: ast.expr) -> _Term:
        shown = self._written(node)
        match node:
            case ast.Constant(value=bool() | None as value):
                return _Term(lambda ledger, d: value, fixed=True, shown=shown)
            case ast.Constant(value=str() as word):
                return _Term(lambda ledger, d: word, is_word=True, fixed=True, shown=shown)
            case ast.Constant(value=int() | float()):
                raise FilterError(f'a filter compares with words in quotes: write "{shown}", not {shown}')
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                words = tuple(self._word(item) for item in items)
                return _Term(lambda ledger, d: words, is_list=True, fixed=True, shown=shown)
            case ast.Name(id=written):
                return self._field(written, shown)
            case ast.BinOp(op=ast.Sub()) if (name := field_name(shown.replace(" ", ""))) in FIELDS:
                raise FilterError(f"a filter cannot contain {_short(shown)}; the field is written {name!r}")
            case _:
                raise FilterError(f"a filter cannot contain {_short(shown)}")

    def _field(self, written: str, shown: str) -> _Term:
        name = field_name(written)
        if name in _CONSTANTS:
            value = _CONSTANTS[name]
            return _Term(lambda ledger, d: value, fixed=True, shown=shown)
        if name == _TODAY:
            return _Term(lambda ledger, d: ledger.today, is_word=True, shown=shown)
        if name not in FIELDS:
            raise FilterError(unknown_field(written))
        is_list = name in LIST_FIELDS
        return _Term(FIELDS[name], is_list, not is_list and name != "in_force", shown=shown)

    def _word(self, node: ast.expr) -> str:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        raise FilterError(f"a list in a filter holds words in quotes, not {_short(self._written(node))}")

    def _written(self, node: ast.expr) -> str:
        return ast.get_source_segment(self.source, node) or "this"


# -- comparing --------------------------------------------------------------------------------------------

_Test = Callable[[Value, Value], bool]


def _test(operator: ast.cmpop, left: _Term, right: _Term) -> _Test:
    """The test for *operator*; what could never hold is an error."""
    match operator:
        case ast.Eq() | ast.NotEq():
            if left.is_list != right.is_list and (left.is_word or right.is_word):
                words, word = (left, right) if left.is_list else (right, left)
                raise FilterError(f"{words.shown} is a list: write {word.shown} in {words.shown}")
            return _equal if isinstance(operator, ast.Eq) else lambda a, b: not _equal(a, b)
        case ast.In() | ast.NotIn():
            if not left.is_word or not (right.is_word or right.is_list):
                raise FilterError('"in" takes a word on its left and a list or a text on its right')
            return _contains if isinstance(operator, ast.In) else lambda a, b: not _contains(a, b)
        case ast.Lt() | ast.LtE() | ast.Gt() | ast.GtE():
            if not (left.is_word and right.is_word):
                raise FilterError("<, <=, > and >= compare a field that holds one word with a word in quotes")
            return _ORDERS[type(operator)]
        case _:
            raise FilterError("a filter compares with ==, !=, <, <=, >, >=, in and not in")


def _folded(value: Value) -> Value:
    if isinstance(value, str):
        return value.casefold()
    return tuple(sorted(item.casefold() for item in value)) if isinstance(value, tuple) else value


def _equal(a: Value, b: Value) -> bool:
    return (_folded(a) or None) == (_folded(b) or None)


def _contains(a: Value, b: Value) -> bool:
    needle, hay = _folded(a), _folded(b)
    if isinstance(hay, tuple):
        return needle in hay
    return isinstance(hay, str) and isinstance(needle, str) and needle in hay


def _ordered(orders: frozenset[int]) -> _Test:
    """Whether one word stands to another in one of *orders*: -1 before it, 0 beside it, 1 behind it."""

    def holds(a: Value, b: Value) -> bool:
        if not (a and b and isinstance(a, str) and isinstance(b, str)):
            return False
        one, other = natural_key(a), natural_key(b)
        return (one > other) - (one < other) in orders

    return holds


_ORDERS: dict[type[ast.cmpop], _Test] = {
    ast.Lt: _ordered(frozenset({-1})),
    ast.LtE: _ordered(frozenset({-1, 0})),
    ast.Gt: _ordered(frozenset({1})),
    ast.GtE: _ordered(frozenset({0, 1})),
}
