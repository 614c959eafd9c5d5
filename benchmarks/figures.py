"""Figures that follow from what was measured: ratios, growth, and whether the targets are met."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from .builds import SCENARIOS, Build
from .corpus import Layout

LARGE = 1000
"""Decisions from which on the targets count: below, the start of a process is most of what is measured."""


@dataclass(frozen=True)
class Target:
    """A figure to reach, and what was measured; the worst of all layouts."""

    name: str
    wanted: str
    found: str
    """With the layout where it was found."""
    met: bool


class Measured:
    """All builds of a run."""

    def __init__(self, builds: Sequence[Build]) -> None:
        self.builds = builds
        self._found = {(one.layout, one.system, one.scenario): one for one in builds}

    def get(self, layout: Layout, system: str, scenario: str) -> Build | None:
        """The build, if it was measured."""
        return self._found.get((layout, system, scenario))

    @property
    def layouts(self) -> list[Layout]:
        """What was built, in the order of the run."""
        return list(dict.fromkeys(one.layout for one in self.builds))

    def ratio(self, layout: Layout, system: str, scenario: str, what: str = "cpu") -> float | None:
        """How many times as much *system* needs as Sphinx alone."""
        ours, plain = self.get(layout, system, scenario), self.get(layout, "plain", scenario)
        return getattr(ours, what) / getattr(plain, what) if ours and plain else None

    def marginal(self, layout: Layout, system: str) -> float | None:
        """Milliseconds of processor time that each decision adds to a first build of Sphinx alone."""
        ours, plain = self.get(layout, system, "cold"), self.get(layout, "plain", "cold")
        return (ours.cpu - plain.cpu) / layout.size * 1000 if ours and plain else None

    def environment(self, layout: Layout, system: str) -> float | None:
        """Bytes that each decision adds to the pickled environment."""
        ours, plain = self.get(layout, system, "cold"), self.get(layout, "plain", "cold")
        return (ours.environment - plain.environment) / layout.size if ours and plain else None

    def growth(self, system: str) -> Iterator[tuple[Layout, float]]:
        """The exponent by which the cost of all decisions grows from one size to the next, at the larger one."""
        for large in self.layouts:
            smaller = [
                one
                for one in self.layouts
                if one.size < large.size and (one.per_page, one.markup) == (large.per_page, large.markup)
            ]
            if smaller and max(one.size for one in smaller) >= LARGE:
                small = max(smaller, key=lambda one: one.size)
                first, second = self.marginal(small, system), self.marginal(large, system)
                if first and second and first > 0 and second > 0:
                    costs = math.log(second * large.size / (first * small.size))
                    yield large, costs / math.log(large.size / small.size)


def targets(measured: Measured, start: float | None = None, traces: float | None = None) -> Iterator[Target]:
    """Each target for which something was measured.

    *start* are milliseconds of import and ``setup()``, *traces* the cost of traceability as a share of that of
    sphinx-needs.
    """
    large = [one for one in measured.layouts if one.size >= LARGE]
    for size in sorted({one.size for one in large}):
        of_size = [one for one in large if one.size == size]
        ratios = [(measured.ratio(one, "adr", "cold"), one) for one in of_size]
        yield from _most(
            f"First build of {size:,} decisions, beside Sphinx alone", ratios, 1.10, "{:.2f} times"
        )
    ratios = [(measured.ratio(one, "adr", "no change"), one) for one in large]
    yield from _most("Build in which nothing changed, beside Sphinx alone", ratios, 1.15, "{:.2f} times")
    for scenario in ("body", "title"):
        needless = [(_needless(measured, one, scenario), one) for one in large]
        name = (
            f"Pages written after an edit of a {scenario} that show nothing new, beyond those of Sphinx alone"
        )
        yield from _most(name, needless, 0, "{:.0f}")
    cheaper = [(_cheaper(measured, one), one) for one in large]
    yield from _most("Cost of a decision, beside sphinx-needs", cheaper, 0.1, "{:.2f} times")
    if traces is not None:
        name = "Cost of 5,000 traces to 2,000 requirements in a matrix, beside sphinx-needs"
        yield Target(name, "at most 0.10 times", f"{traces:.2f} times", traces <= 0.1)
    growth = [(exponent, layout) for layout, exponent in measured.growth("adr")]
    yield from _most(
        "Growth of the cost with the number of decisions, as an exponent", growth, 1.05, "{:.2f}"
    )
    stored = [(measured.environment(one, "adr"), one) for one in large]
    yield from _most("Pickled environment, for each decision", stored, 1500, "{:,.0f} bytes")
    memory = [(measured.ratio(one, "adr", "cold", "memory"), one) for one in large]
    yield from _most("Memory of a first build, beside Sphinx alone", memory, 1.10, "{:.2f} times")
    if start is not None:
        yield Target("Import and setup(), beyond Sphinx", "at most 30 ms", f"{start:.0f} ms", start <= 30)


def _needless(measured: Measured, layout: Layout, scenario: str) -> float | None:
    ours, plain = measured.get(layout, "adr", scenario), measured.get(layout, "plain", scenario)
    if ours is None or plain is None:
        return None
    return (ours.written - ours.changed) - (plain.written - plain.changed)


def _cheaper(measured: Measured, layout: Layout) -> float | None:
    ours, needs = measured.marginal(layout, "adr"), measured.marginal(layout, "needs")
    return ours / needs if ours is not None and needs else None


def _most(
    name: str, found: Sequence[tuple[float | None, Layout]], limit: float, shape: str
) -> Iterator[Target]:
    """The target that no figure is above *limit*; nothing where nothing was measured."""
    known = [(figure, layout) for figure, layout in found if figure is not None]
    if known:
        worst, layout = max(known, key=lambda pair: pair[0])
        yield Target(
            name,
            f"at most {shape.format(limit)}",
            f"{shape.format(worst)} ({described(layout)})",
            worst <= limit,
        )


def described(layout: Layout) -> str:
    """A layout in words."""
    pages = "one a page" if layout.per_page == 1 else f"{layout.per_page} a page"
    return f"{layout.size:,} decisions, {pages}, {layout.markup}"


def table(measured: Measured) -> Iterator[dict[str, object]]:
    """A row for each layout and scenario: seconds of Sphinx alone, and what the others need beside it."""
    for layout in measured.layouts:
        for scenario in SCENARIOS:
            plain = measured.get(layout, "plain", scenario)
            if plain is None:
                continue
            row: dict[str, object] = {**asdict(layout), "scenario": scenario, "seconds": round(plain.cpu, 2)}
            for system in ("adr", "needs"):
                for what in ("cpu", "wall", "memory"):
                    ratio = measured.ratio(layout, system, scenario, what)
                    row[f"{system}_{what}"] = None if ratio is None else round(ratio, 2)
                build = measured.get(layout, system, scenario)
                row[f"{system}_written"] = build and build.written
            yield row
