"""The words with which records speak of each other, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...log.languages import LANGUAGES, listed, spellings
from ...log.status_words import STATUS_WORDS
from ...log.vocabulary import LinkKind


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a link: its kind, and whether they are said from the other side ("superseded by").

    *strong* words are used for nothing else, so that other words may stand between them and the target.
    """

    kind: LinkKind
    inverse: bool = False
    strong: bool = False


def words_of(text: str) -> frozenset[str]:
    """The set of the words of *text*."""
    return frozenset(text.split())


_SAID: tuple[tuple[LinkKind, str, str], ...] = (
    (
        LinkKind.SUPERSEDES,
        (
            "supersedes, supersede, superseding, obsoletes, obsoleting, supplants, supersession of, "
            "replaces, replace, replacing, deprecates, replacement for, replacement of, successor of, "
            "successor to, predecessor, predecessors"
        ),
        "superseded, obsoleted, supplanted, replaced, deprecated, successor, successors",
    ),
    (
        LinkKind.AMENDS,
        (
            "amends, amend, amending, amendment to, amendment of, extends, extend, extending, extension of, "
            "extension to, clarifies, clarify, clarification of, clarification to, modifies, updates, revises"
        ),
        "amended, extended, clarified, modified, updated, revised",
    ),
    (
        LinkKind.DEPENDS_ON,
        (
            "depends on, depends upon, depend on, depend upon, depending on, dependent on, requires, "
            "requiring, relies on, rely on, dependencies, prerequisite, prerequisites"
        ),
        "required, needed, depended on, dependency of, prerequisite for, prerequisite of",
    ),
    (
        LinkKind.CONFLICTS_WITH,
        "conflicts with, conflict with, conflicting with, in conflict with, contradicts, incompatible with",
        "contradicted",
    ),
    (
        LinkKind.REFINES,
        "refines, refine, refining, refinement of, elaborates, details",
        "refined, elaborated",
    ),
    (
        LinkKind.RELATES_TO,
        (
            "relates to, relate to, relating to, related to, related, relates, see also, see, cf, compare, "
            "linked to, links to"
        ),
        "",
    ),
)
_STRONG = ("supers", "obsolet", "amend", "supplant")
_COMPLETE = ("dependency of", "prerequisite for", "prerequisite of", "successor", "successors")


def _of_languages() -> dict[str, Phrase]:
    phrases = {}
    for language in LANGUAGES:
        for kind, sides in language.links.items():
            strong = kind in (LinkKind.SUPERSEDES, LinkKind.AMENDS)
            for inverse, words in enumerate(sides):
                for said in spellings(words, exact=True):
                    phrases[said] = Phrase(LinkKind(kind), bool(inverse), strong)
    return phrases


def _phrases() -> dict[str, Phrase]:
    phrases = {
        words: Phrase(kind, False, words.startswith(_STRONG))
        for kind, active, _ in _SAID
        for words in active.split(", ")
    }
    for kind, _, passive in _SAID:
        for words in filter(None, passive.split(", ")):
            said = words if words in _COMPLETE else f"{words} by"
            phrases[said] = Phrase(kind, True, words.startswith(_STRONG) or said == "replaced by")
    return phrases


ENGLISH_PHRASES: Mapping[str, Phrase] = MappingProxyType(_phrases())
"""Every phrase of English in lower case."""

PHRASES: Mapping[str, Phrase] = MappingProxyType(_of_languages() | dict(ENGLISH_PHRASES))
"""Every phrase in lower case."""

LONGEST_PHRASE = max(words.count(" ") + 1 for words in PHRASES)

PARTICIPLES: Mapping[str, LinkKind] = MappingProxyType(
    {
        words.removesuffix(" by"): phrase.kind
        for words, phrase in ENGLISH_PHRASES.items()
        if words.endswith("ed by")
    }
)
"""The participles that "by" follows, perhaps behind other words: "superseded in part by"."""

GIVEN_UP = words_of("superseded replaced deprecated retired obsolete obsoleted closed archived removed")
NEVER_HELD = words_of("rejected withdrawn declined dismissed abandoned dropped")
"""What "in favour of" follows: the one kind of decision is superseded, the other only related."""

PARTIALLY = words_of("partially partly partial") | listed(lambda one: one.partly)
ADVERBS = words_of(
    "now later also since then already still currently formally officially effectively explicitly implicitly "
    "entirely fully completely wholly largely mostly finally subsequently eventually directly both recently "
    "hereby thereby therefore thus and or but"
) | (PARTIALLY)
ARTICLES = words_of("the a an our its their this that these those") | listed(lambda one: one.particles)
ALSO = words_of("and or") | listed(lambda one: one.also)
"""Words between the items of a list."""

UNNAMED = words_of("decision record") | listed(lambda one: one.names_of_record)
"""Words for a record in front of its number that are no part of its ID."""

FILLERS = (
    ADVERBS
    | ARTICLES
    | ALSO
    | UNNAMED
    | words_of(
        "adr adrs decision decisions record records architecture architectural earlier previous prior "
        "older newer new old following former below above document proposal rfc in of to by on with "
        "from for status"
    )
)
"""Words that may stand between a phrase and its target."""

DATE_WORDS = words_of(
    "on in at as of from january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec"
)
AUXILIARIES = words_of("is was are were has have had been being be gets got became becomes")
OURSELVES = words_of("this we it our")
NEGATIONS = words_of("not never no cannot nor neither without non nicht kein keine pas não niet geen")
ABOUT_US = (
    ADVERBS
    | ARTICLES
    | AUXILIARIES
    | OURSELVES
    | DATE_WORDS
    | words_of(
        "adr decision record document proposal rfc approach design status state current which that link type "
        "will note update see only not yet to relation relations relationship text page architecture "
        "architectural new old"
    )
    | (frozenset(word for words in STATUS_WORDS for word in words.split()) - NEGATIONS - {"nao"})
)
"""Words before a phrase that leave this record its subject."""

ITSELF = words_of("decision adr record document one proposal")
MODALS = words_of("may might could would should can must")
CONDITIONS = words_of("if whether unless supposing assuming")
TIMES = words_of("when until once till")
VERBS = words_of(
    "is was are were has have had will would remains remain still stays does did can could should "
    "must may might applies defines describes explains introduced introduces"
)
"""What makes the name before it the subject of another clause."""

ENDINGS = words_of(
    "because since as which that who whom when where while but so although though however after before due "
    "instead unless until whereas than without except rather via if"
)
"""Words behind which a phrase has no more targets."""

PARTS = words_of(
    "section sections part parts chapter chapters paragraph paragraphs portion portions clause clauses "
    "aspect aspects point points parte partie teil teile deel"
)
AMOUNTS = words_of("some several most few various certain only many other one two three of in first second")
"""Words before "parts of" that do not name the part."""

RECORD_NAMES = words_of("adr adrs madr tdr ddr pdr dr edr rfc decision decisions record") | UNNAMED
NUMBERING = words_of("no nr number num")
STANDARDS = words_of(
    "sha utf iso gpt aes rsa es http tls ssl ieee cve ecma oauth soc pci ipv base md utc gmt covid "
    "ascii usb hl ean"
)
"""What stands before the number in names that look like IDs and are none."""
