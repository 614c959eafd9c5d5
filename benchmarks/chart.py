"""A chart of builds as SVG: readable as it stands, in the dark, aloud, and without colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from .builds import SCENARIOS, Build
from .corpus import SYSTEMS, Layout
from .figures import Measured, described

NAMES = {"plain": "Sphinx alone", "adr": "sphinx_adr", "needs": "sphinx-needs"}
_WIDTH, _LEFT, _RIGHT, _BAR, _GAP, _TOP = 720, 130, 90, 18, 16, 78
# One colour for each system, with enough contrast to both grounds; the dark ones after them.
_COLOURS = {"plain": ("#6b7280", "#9ca3af"), "adr": ("#1d64c8", "#6ea8fe"), "needs": ("#a8480a", "#f2a365")}


def draw(builds: Sequence[Build], layout: Layout) -> str:
    """The processor time of each scenario of *layout*, a bar for each system."""
    measured = Measured(builds)
    rows = [
        (scenario, [one for system in SYSTEMS if (one := measured.get(layout, system, scenario))])
        for scenario in SCENARIOS
    ]
    rows = [(scenario, found) for scenario, found in rows if found]
    longest = max((one.cpu for _scenario, found in rows for one in found), default=1.0)
    height = _TOP + sum(len(found) * _BAR + _GAP for _scenario, found in rows)
    title = f"Processor time of builds: {described(layout)}"
    said = "; ".join(
        f"{scenario}: " + ", ".join(f"{NAMES[one.system]} {one.cpu:.1f} s" for one in found)
        for scenario, found in rows
    )
    size = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title said" {size}>',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="said">{escape(said)}.</desc>',
        f"<style>{''.join(_styles())}</style>",
        f'<rect class="ground" width="{_WIDTH}" height="{height}" rx="8"/>',
        f'<text class="title" x="20" y="28">{escape(title)}</text>',
        *_legend([system for system in SYSTEMS if any(one.system == system for one in builds)]),
        *_bars(rows, longest),
    ]
    return "\n".join([*lines, "</svg>", ""])


def _styles() -> Iterator[str]:
    yield "text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600}.ground{fill:#fff;stroke:#d0d7de}"
    yield "".join(f".{system}{{fill:{light}}}" for system, (light, _dark) in _COLOURS.items())
    dark = "".join(f".{system}{{fill:{dark}}}" for system, (_light, dark) in _COLOURS.items())
    yield f"@media(prefers-color-scheme:dark){{text{{fill:#e6edf3}}.ground{{fill:#161b22;stroke:#30363d}}{dark}}}"


def _legend(systems: Sequence[str]) -> Iterator[str]:
    for place, system in enumerate(systems):
        x = 20 + place * 130
        yield f'<rect class="{system}" x="{x}" y="42" width="12" height="12"/>'
        yield f'<text x="{x + 18}" y="53">{NAMES[system]}</text>'


def _bars(rows: Sequence[tuple[str, Sequence[Build]]], longest: float) -> Iterator[str]:
    y = _TOP
    for scenario, found in rows:
        middle = y + len(found) * _BAR / 2 + 4
        yield f'<text x="{_LEFT - 12}" y="{middle:g}" text-anchor="end">{escape(scenario)}</text>'
        for build in found:
            width = max(round(build.cpu / longest * (_WIDTH - _LEFT - _RIGHT), 1), 1)
            yield f'<rect class="{build.system}" x="{_LEFT}" y="{y}" width="{width:g}" height="{_BAR - 3}"/>'
            yield f'<text x="{_LEFT + width + 6:g}" y="{y + _BAR - 6}">{build.cpu:.1f} s</text>'
            y += _BAR
        y += _GAP
