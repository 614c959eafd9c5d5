"""The status that running text states, where it may say several: the one that holds now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...log.dates import find_dates
from ...log.languages import entries, listed
from ...log.vocabulary import NEVER_IN_FORCE, LinkKind, Phase, StatusWord
from .fragments import Fragment, Script, script_of
from .headings import Heading
from .phrase_finder import leading_phrase, spelt
from .relations import relations_in
from .sentence import Relation
from .template import checked, is_template, without_choices
from .tokens import BREAKS, Sort, Token, tokens_of
from .wording import ABOUT_US, ADVERBS, AUXILIARIES, DATE_WORDS, MODALS, PARTIALLY, words_of


@dataclass(frozen=True, slots=True)
class StatusReading:
    """What the text of a status says.

    *word* is the status that holds now, ``None`` where none was understood; *text* what the author wrote, on
    one line; *dates* the dates in it as they are written. Text of a template has no word and no relations.
    """

    word: StatusWord | None
    text: str
    dates: tuple[str, ...]
    relations: tuple[Relation, ...]
    is_template: bool


_LONGEST_WORD = 5
_LIFE = {Phase.PENDING: 0, Phase.IN_FORCE: 1, Phase.RETIRED: 2}
_NOW = words_of("now currently today")
_ONCE = words_of("previously formerly originally initially earlier once before first almost")
_STATES = AUXILIARIES | _NOW | words_of("status as considered state")
_NOT_YET = (
    ("not", "yet"),
    ("to", "be"),
    ("yet", "to", "be"),
    ("awaiting",),
    ("waiting", "to", "be"),
    ("not", "yet", "been"),
)
_LABELS = words_of("status state adr decision current the this of our date record is") | DATE_WORDS
_STATUS_LABELS = frozenset(
    {"status", "adr status", *(word for word, field in entries(lambda one: one.fields) if field == "status")}
)
_FOLLOWING = (
    DATE_WORDS
    | ADVERBS
    | words_of(
        "by for with without since until because but and or then as after before per via through due "
        "see pending unless when where while although though except if to only yet again"
    )
)
"""What may follow a status that does not open the text; in "rejected ideas" it is no status."""

_JOINING = frozenset({"and", "but", "then"}) | listed(lambda one: one.also) | listed(lambda one: one.joining)


def read_status(fragments: Sequence[Fragment], statuses: Mapping[str, StatusWord]) -> StatusReading:
    """Read the text of a status; *statuses* maps the words for one, in lower case, to what they mean.

    The first words decide; behind an arrow, behind "now", and where a later clause tells of a later stage
    ("Accepted, superseded by …"), the later ones. Struck-through words and words about other things are none.
    """
    script = script_of(fragments)
    text = _unlabelled(script.authored())
    dates = find_dates(text)
    stated = without_choices(script.text, statuses)
    if is_template(_unlabelled(script.authored()), statuses) and not _states_beside(stated, script, statuses):
        return StatusReading(None, text, dates, (), is_template=True)

    def shown(linked: str) -> str:
        words = " ".join(linked.casefold().split())
        return linked if words in statuses else leading_phrase(linked)

    scanned = checked(Script(stated, script.pieces).scanned(shown))
    word = _current(tokens_of(scanned, script), statuses)
    relations = relations_in(script, Heading())
    if word is None and any(_replaces_a_part(relation) for relation in relations):
        word = statuses.get("accepted")
    return StatusReading(word, text, dates, relations, is_template=False)


def _replaces_a_part(relation: Relation) -> bool:
    """Whether only a part of the record is replaced: the rest of it stays in force."""
    return relation.kind is LinkKind.SUPERSEDES and relation.inverse and relation.partial


def _unlabelled(text: str) -> str:
    label, colon, rest = text.partition(":")
    return rest.strip(" *_") if colon and label.strip(" *_#").casefold() in _STATUS_LABELS else text


def _states_beside(stated: str, script: Script, statuses: Mapping[str, StatusWord]) -> bool:
    if stated == script.text or is_template(_unlabelled(stated), statuses):
        return False
    return _current(tokens_of(stated, script), statuses) is not None


@dataclass(frozen=True, slots=True)
class _Stated:
    """A status that a clause states; *now* where it says so, or stands behind an arrow."""

    word: StatusWord
    now: bool


@dataclass(slots=True)
class _Clause:
    """The tokens between two breaks, and how they stand in the text."""

    tokens: list[Token]
    opens: bool
    sentence: int
    behind_arrow: bool


def _current(tokens: Sequence[Token], statuses: Mapping[str, StatusWord]) -> StatusWord | None:
    current: StatusWord | None = None
    decided_in = 0
    for clause in _clauses(tokens):
        stated = _stated(clause, statuses)
        if stated is None:
            continue
        if current is None:
            current, decided_in = stated.word, clause.sentence
        elif (
            stated.now
            or (clause.behind_arrow and clause.sentence == decided_in)
            or _later(stated.word, current)
        ):
            current = stated.word
    return current


def _later(word: StatusWord, current: StatusWord) -> bool:
    """Whether *word* is a later stage than *current* that a decision comes to in its life."""
    stage, reached = _LIFE.get(word.phase, -1), _LIFE.get(current.phase, -1)
    return stage > reached and not (current.phase is Phase.IN_FORCE and word.status in NEVER_IN_FORCE)


def _clauses(tokens: Sequence[Token]) -> Iterator[_Clause]:
    clause = _Clause([], True, 0, False)
    opens = True
    for token in tokens:
        stops = token.sort in (Sort.STOP, Sort.QUESTION)
        if stops or token.sort in BREAKS or token.word in _JOINING:
            if clause.tokens and token.sort is not Sort.QUESTION:
                yield clause
            opens = opens and all(one.word in _LABELS for one in clause.tokens if one.sort is Sort.WORD)
            clause = _Clause([], opens, clause.sentence + stops, token.sort is Sort.ARROW)
        else:
            clause.tokens.append(token)
    if clause.tokens:
        yield clause


def _stated(clause: _Clause, statuses: Mapping[str, StatusWord]) -> _Stated | None:
    words: list[str] = []
    found: _Stated | None = None
    position, tokens = 0, clause.tokens
    about_us = True
    while position < len(tokens):
        token = tokens[position]
        if token.sort is not Sort.WORD:
            position += 1
            continue
        length, word = _match(tokens, position, statuses, words)
        leads = all(before in ADVERBS or before in _LABELS or before in _ONCE for before in words)
        states = bool(words) and about_us and _is_predicate(words)
        if word is not None and (leads or states) and not _unsaid(words):
            behind = tokens[position + length] if position + length < len(tokens) else None
            sure = clause.opens or states or behind is None or behind.sort is not Sort.WORD
            if (sure or behind is None or behind.word in _FOLLOWING) and not _only_partly(
                tokens, position, words, word
            ):
                found = _Stated(word, bool(_NOW & set(words[-4:])))
                if leads and not states:
                    return found
        if word is not None:
            words += [token.word] * length
        else:
            words.append(token.word)
            about_us = about_us and (token.word in ABOUT_US or token.word in _STATES or token.word in _ONCE)
        words = words[-8:]
        position += max(length, 1)
    return found


def _match(
    tokens: Sequence[Token], position: int, statuses: Mapping[str, StatusWord], before: Sequence[str]
) -> tuple[int, StatusWord | None]:
    """The longest status that begins at *position*, and how many words it has."""
    words: list[str] = []
    for token in tokens[position : position + _LONGEST_WORD]:
        if token.sort is not Sort.WORD:
            break
        words.append(token.word)
    for length in range(len(words), 0, -1):
        said = words[:length]
        word = statuses.get(" ".join(said)) or statuses.get(" ".join(map(spelt, said)))
        if word is not None:
            return length, word
    for start in _NOT_YET:
        if tuple(words[: len(start)]) == start:
            rest = " ".join(words[len(start) :])
            if _begins_with_status(rest, statuses):
                return len(start) + 1, statuses.get("proposed")
    if words[:2] == ["no", "longer"] and any(
        (held := statuses.get(" ".join(words[2:end]))) and held.phase is Phase.IN_FORCE for end in (3, 4)
    ):
        return 3, statuses.get("deprecated")
    return 1, None


def _begins_with_status(text: str, statuses: Mapping[str, StatusWord]) -> bool:
    words = text.split()
    return any(" ".join(words[:length]) in statuses for length in range(1, len(words) + 1))


def _is_predicate(words: Sequence[str]) -> bool:
    last = [word for word in words if word not in ADVERBS or word in _NOW]
    return bool(last) and last[-1] in _STATES


def _unsaid(words: Sequence[str]) -> bool:
    last = words[-4:]
    if any(
        word in ("not", "never", "cannot", "if", "unless", "non") or word.endswith("n't") for word in last
    ):
        return True
    if "be" in last and ({"will", "shall", "to"} & set(last)):
        return True
    return any(word in MODALS or word in _ONCE for word in last)


def _only_partly(tokens: Sequence[Token], position: int, words: Sequence[str], word: StatusWord) -> bool:
    """Whether only a part is no longer in force: "partially superseded", "superseded in part by"."""
    if word.phase is not Phase.RETIRED:
        return False
    behind = [token.word for token in tokens[position + 1 : position + 4]]
    return bool(PARTIALLY & {*words[-3:], *behind[:2]}) or behind[:2] in (["in", "part"], ["in", "parts"])
