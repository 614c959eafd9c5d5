"""The card of a decision, and the banner of a superseded one."""

from __future__ import annotations

from collections.abc import Iterator

from ..views.card import Banner, Card, LinkedDecision, prospective
from ..views.naming import Named
from . import nodes as styled
from .content import Content
from .hues import hue
from .pieces import (
    apart,
    block,
    chips,
    decision_link,
    due,
    element,
    identifier,
    is_block,
    joined,
    line,
    requirement_chip,
    sentence,
    separator,
    span,
    status_badge,
    time,
    words,
)
from .words import LINK_STATES, LINKS, PEOPLE, TIES, _


def render_card(card: Card) -> list[Content]:
    """The banner, where there is one, and the card."""
    shown = [_head(card)]
    if rows := list(_facts(card)):
        # Docutils calls a compact list simple; without that, a theme may take this for an object of code.
        shown.append(element(styled.adr_facts, "dl", "adr-facts simple", *rows))
    box = block(
        f"adr-ui adr-header {hue(card.decision.status, card.decision.phase)}",
        *shown,
        role="group",
        aria_label=str(_("Decision record %s") % card.decision.label),
    )
    return [*render_banner(card), box]


def render_banner(card: Card) -> list[Content]:
    """What leads readers on from a decision that was superseded, or that is to be; nothing for others."""
    if card.banner:
        return [_banner(card.banner, card)]
    pending = prospective(card.links)
    return [_prospective(pending)] if pending else []


def _head(card: Card) -> Content:
    shown: list[Content] = [identifier(card.decision.id)] if card.decision.id else []
    shown.append(status_badge(card.decision))
    written = card.status_text
    if written and card.authored_status == "unknown":
        shown.append(span("adr-when", words(_("written as “%s”") % written)))
    if card.date_text:
        said = _("proposed %s") if card.decision.phase == "pending" else _("decided %s")
        shown.append(span("adr-when", *sentence(said, [time(card.date or card.date_text)])))
    if card.review:
        shown.append(span("adr-when adr-push", *sentence(_("review due %s"), [due(card.review)])))
    return line("adr-header-top", *apart(shown, " · "), tag="div")


def _fact(name: str, *content: Content) -> Content:
    body = content if is_block(content[0]) else (line("", *content, tag=""),)
    name_of_fact = element(styled.adr_fact_name, "dt", "", words(name))
    return element(styled.adr_fact, "", "", name_of_fact, element(styled.adr_fact_body, "dd", "", *body))


def _facts(card: Card) -> Iterator[Content]:
    if card.summary:
        yield _fact(_("Summary"), words(card.summary))
    for role, names in card.people:
        yield _fact(PEOPLE[role], words(", ".join(names)))
    for group in card.links:
        name = LINKS.get((group.kind, group.inverse), group.kind)
        links = (_linked(one) for one in group.links)
        yield _fact(name, line("adr-links", *apart(links), tag="div"))
    for how, requirements in card.requirements:
        yield _fact(TIES[how], chips(requirement_chip(one, title=True) for one in requirements))
    if card.tags:
        yield _fact(_("Tags"), chips(span("adr-chip", words(tag)) for tag in card.tags))
    if card.story:
        yield _fact(_("Story"), words(card.story))
    if card.formerly:
        yield _fact(_("Formerly"), words(", ".join(card.formerly)))
    if card.copies:
        yield _fact(_("Also declared in"), words(", ".join(sorted({copy.docname for copy in card.copies}))))


def _linked(linked: LinkedDecision) -> Content:
    shown: list[Content] = []
    if linked.decision is None:
        shown.append(identifier(linked.name))
    else:
        shown.append(decision_link(linked.decision, anchor=linked.part_anchor))
    if linked.part:
        shown.append(span("", words(" – " + _("part “%s”") % linked.part)))
    if linked.state in LINK_STATES:
        shown.append(span("adr-muted", words(f" ({LINK_STATES[linked.state]})")))
    return span("", *shown)


def _banner(banner: Banner, card: Card) -> Content:
    readings = _readings(banner.current)
    text: list[Content] = []
    if readings and banner.since and banner.current[0].in_force:
        said = _("Read %(1)s instead, in force since %(2)s.")
        text = [line("", *sentence(said, readings, [time(banner.since)]))]
    elif readings:
        text = [line("", *sentence(_("Read %s instead."), readings))]
    if len(banner.chain) > 2:
        text.append(line("adr-chain", *_chain(banner.chain, card)))
    title = line("adr-banner-title", words(_("This decision no longer applies.")))
    return _notice("adr-s-superseded", str(_("Superseded decision")), title, *text)


def _chain(chain: tuple[Named, ...], card: Card) -> Iterator[Content]:
    for position, one in enumerate(chain):
        if position:
            yield separator(" → ")
        if (one.docname, one.anchor) == (card.decision.docname, card.decision.anchor):
            yield span("adr-here", words(f"{one.label} " + _("(this one)")), aria_current="true")
        else:
            yield span("", decision_link(one, title=False))


def _prospective(pending: tuple[Named, ...]) -> Content:
    would = _("%s would supersede this decision if accepted.")
    return _notice(
        "adr-s-proposed",
        str(_("Proposed successor")),
        line("adr-banner-title", words(_("A successor is proposed."))),
        line("", *sentence(would, _readings(pending))),
    )


def _readings(decisions: tuple[Named, ...]) -> list[Content]:
    links = (span("adr-target", decision_link(one)) for one in decisions)
    return joined(links, _(" and "))


def _notice(classes: str, name: str, *lines: Content) -> Content:
    # Text merges paragraphs that stand in an admonition without a box of their own.
    body = block("", *lines)
    return element(
        styled.adr_banner, "div", f"adr-ui adr-banner {classes}", body, role="note", aria_label=name
    )
