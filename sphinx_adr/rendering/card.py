"""The card of a decision, and the banner of a superseded one."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ..views.card import Banner, Card, LinkedDecision, TracedRequirement, prospective
from ..views.naming import Named
from . import nodes as styled
from .pieces import (
    badge,
    chips,
    decision_link,
    element,
    hue,
    icon,
    identifier,
    joined,
    line,
    requirement_chip,
    span,
    time,
    words,
)
from .words import LINK_STATES, LINKS, PEOPLE, _


def render_card(card: Card, refdoc: str) -> list[nodes.Node]:
    """The banner, where there is one, and the card."""
    found: list[nodes.Node] = []
    if card.banner:
        found.append(_banner(card.banner, card, refdoc))
    elif pending := prospective(card.links):
        found.append(_prospective(pending, refdoc))
    box = element(
        styled.division,
        "div",
        f"adr-ui adr-header {hue(card.decision.status)}",
        _head(card),
        role="group",
        aria_label=_("Decision record %s") % card.decision.label,
    )
    rows = list(_facts(card, refdoc))
    if rows:
        box += element(styled.facts, "dl", "adr-facts", *rows)
    return [*found, box]


def _head(card: Card) -> nodes.Node:
    shown: list[nodes.Node] = [identifier(card.decision.id)] if card.decision.id else []
    shown.append(badge(card.decision.status))
    written = card.status_text
    if written and card.authored_status == "unknown":
        shown.append(span("adr-when", words(_("written as “%s”") % written)))
    if card.date_text:
        said = _("proposed %s") if card.decision.phase == "pending" else _("decided %s")
        before, _percent, after = said.partition("%s")
        date = time(card.date or card.date_text)
        shown.append(span("adr-when", words(before), date, words(after)))
    if card.review:
        shown.append(span("adr-when adr-push", words(_("review due") + " "), time(card.review)))
    return line("adr-header-top", *joined(shown, " · "), tag="div")


def _fact(name: str, *content: nodes.Node) -> nodes.Node:
    body = content if isinstance(content[0], nodes.paragraph) else [line("", *content, tag="")]
    return element(
        styled.fact,
        "",
        "",
        element(styled.fact_name, "dt", "", words(name)),
        element(styled.fact_body, "dd", "", *body),
    )


def _facts(card: Card, refdoc: str) -> Iterator[nodes.Node]:
    for role, names in card.people:
        yield _fact(PEOPLE[role], words(", ".join(names)))
    for group in card.links:
        name = LINKS.get((group.kind, group.inverse), group.kind)
        yield _fact(name, line("adr-links", *joined(_linked(one, refdoc) for one in group.links), tag="div"))
    for how, name in (
        ("addresses", _("Requirements")),
        ("mentions", _("Mentions")),
        ("drops", _("Requirements given up")),
    ):
        traced = [one for one in card.requirements if one.how == how]
        if traced:
            yield _fact(name, chips(_requirement(one, refdoc) for one in traced))
    if card.tags:
        yield _fact(_("Tags"), chips(span("adr-chip", words(tag)) for tag in card.tags))
    if card.story:
        yield _fact(_("Story"), words(card.story))
    if card.formerly:
        yield _fact(_("Formerly"), words(", ".join(card.formerly)))
    if card.copies:
        yield _fact(_("Also declared in"), words(", ".join(sorted({copy.docname for copy in card.copies}))))


def _requirement(traced: TracedRequirement, refdoc: str) -> nodes.Node:
    return requirement_chip(traced.requirement, refdoc, title=True)


def _linked(linked: LinkedDecision, refdoc: str) -> nodes.Node:
    shown: list[nodes.Node] = []
    if linked.decision is None:
        shown.append(identifier(linked.name))
    else:
        shown.append(decision_link(linked.decision, refdoc, anchor=linked.part_anchor))
    if linked.part:
        shown.append(span("adr-part", words(" – " + _("part “%s”") % linked.part)))
    if linked.state in LINK_STATES:
        shown.append(span("adr-muted", words(f" ({LINK_STATES[linked.state]})")))
    return span("adr-link", *shown)


def _banner(banner: Banner, card: Card, refdoc: str) -> nodes.Node:
    readings = joined([span("adr-target", decision_link(now, refdoc)) for now in banner.current], _(" and "))
    instead: list[nodes.Node]
    if readings and banner.since and banner.current[0].in_force:
        instead = [words(_("Read") + " "), *readings, words(" " + _("instead, in force since") + " "), time(banner.since), words(".")]
    else:
        instead = [words(_("Read") + " "), *readings, words(" " + _("instead."))]
    made = element(
        styled.banner,
        "aside",
        f"adr-ui adr-banner {hue('superseded')}",
        line("adr-banner-title", icon(), words(_("This decision no longer applies."))),
        line("adr-banner-text", *instead),
        aria_label=_("Superseded decision"),
    )
    if len(banner.chain) > 2:
        made += line("adr-chain", *joined([_step(one, card, refdoc) for one in banner.chain], " → "))
    return made


def _step(one: Named, card: Card, refdoc: str) -> nodes.Node:
    if (one.docname, one.anchor) == (card.decision.docname, card.decision.anchor):
        return span("adr-here", words(f"{one.label} " + _("(this one)")), aria_current="true")
    return span("", decision_link(one, refdoc, title=False))


def _prospective(pending: tuple[Named, ...], refdoc: str) -> nodes.Node:
    readings = joined([span("adr-target", decision_link(one, refdoc)) for one in pending], _(" and "))
    return element(
        styled.banner,
        "aside",
        f"adr-ui adr-banner adr-banner-quiet {hue('proposed')}",
        line("adr-banner-title", icon(), words(_("A successor is proposed."))),
        line("adr-banner-text", *readings, words(" " + _("would supersede this decision if accepted."))),
        aria_label=_("Proposed successor"),
    )


