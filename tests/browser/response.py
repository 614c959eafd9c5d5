"""How quickly an index of a thousand decisions answers: ``python -m tests.browser.response [theme …]``.

It builds the index in each theme, uses its controls in Chromium as a reader would, and prints for each of them the
median time in milliseconds: of the script, of that and the layout of the whole page, and until the next frame is
drawn. It asserts nothing: times hang on the machine.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from pathlib import Path

from ..support import RST, Project
from .chromium import Browser, lacking
from .pages import EVERYTHING_IN

ROWS, ROUNDS = 1000, 5
WORDS = ("Queue", "Store", "Cache", "Index", "Report", "Login", "Export", "Ledger", "Invoice", "Session")
TYPE = "const i = document.querySelector('.adr-tools input'); i.value = '%s'; i.dispatchEvent(new Event('input'))"
CHOOSE = (
    "const s = document.querySelectorAll('.adr-tools select')[%d]; s.selectedIndex = %d;"
    " s.dispatchEvent(new Event('change', {bubbles: true}))"
)
PRESS = "document.querySelector('button[data-status=%s]').click()"
SORT = "document.querySelector('[data-column=%s] button').click()"
ACTIONS = {
    "type q": TYPE % "q",
    "type qu": TYPE % "qu",
    "type queue 12": TYPE % "queue 12",
    "clear": TYPE % "",
    "type zzz: no row": TYPE % "zzz",
    "clear again": TYPE % "",
    "press a status": PRESS % "proposed",
    "release it": PRESS % "proposed",
    "choose a tag": CHOOSE % (0, 2),
    "any tag": CHOOSE % (0, 0),
    "choose a requirement": CHOOSE % (1, 2),
    "any requirement": CHOOSE % (1, 0),
    "sort by date": SORT % "date",
    "sort backwards": SORT % "date",
    "sort by decision": SORT % "decision",
    "sort by status": SORT % "status",
    "filter what is sorted": TYPE % "ledger",
    "clear what is sorted": TYPE % "",
}
MEASURE = """
const done = arguments[arguments.length - 1], act = new Function(arguments[0]);
const isCut = () => document.querySelector('.adr-view > [style*=max-height]');
const quiet = () => requestIdleCallback(left => left.timeRemaining() > 8 && !isCut() ? begin() : quiet());
const begin = () => requestAnimationFrame(() => setTimeout(() => {
  const start = performance.now();
  act();
  const script = performance.now() - start;
  document.body.offsetHeight;
  const layout = performance.now() - start;
  requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => done([script, layout, performance.now() - start]);
    after.port2.postMessage(0);
  });
}, 50));
quiet();
"""
"""Waits until an earlier change is complete, and tells the three times of a new one."""


def pages() -> dict[str, str]:
    """A thousand decisions on a page, with all that an index shows of one, and their index."""
    chance = random.Random(1)
    blocks = [RST.title("All")]
    for n in range(1, ROWS + 1):
        one, other = chance.choice(WORDS), chance.choice(WORDS).lower()
        blocks.append(
            RST.directive(
                "adr",
                f"ADR-{n:04}: {one} for the {other} of part {n} in some words",
                status=chance.choice(["accepted"] * 6 + ["proposed", "rejected", "deprecated"]),
                date=f"20{10 + n % 16}-{1 + n % 12:02}-{1 + n % 28:02}",
                tags=f"{chance.choice(WORDS)}, {chance.choice(WORDS).lower()}x",
                requirements=f"REQ-{n % 90:03}, REQ-{n * 7 % 90:03}",
                summary=f"The outcome of decision {n} in a sentence of usual length that may wrap.",
            )
        )
    index = RST.page(RST.title("Log"), RST.directive("adr-index"), ".. toctree::\n   :hidden:\n\n   all")
    return {"index.rst": index, "all.rst": RST.page(*blocks)}


def measure(browser: Browser, page: str) -> dict[str, list[tuple[float, float, float]]]:
    """For each action, in each round: the script, with the layout that it forces, and the next frame."""
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in ACTIONS}
    for _ in range(ROUNDS):
        browser.open(page)
        for name, code in ACTIONS.items():
            script, layout, frame = browser.driver.execute_async_script(MEASURE, code)
            found[name].append((script, layout, frame))
    return found


def main(themes: list[str]) -> None:
    """Measures and prints."""
    if reason := lacking():
        sys.exit(reason)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        browser = None
        for theme in themes:
            project = Project(folder / theme / "docs")
            project.configure(html_theme=theme, suppress_warnings=["adr"], extensions=["sphinx_adr"])
            project.write(pages())
            done = project.run()
            assert done.status == 0, done.messages
            browser = browser or Browser(folder, folder / "profile")
            print(theme)
            place_of_page = (done.out / "index.html").relative_to(folder)
            for name, times in measure(browser, f"{place_of_page}").items():
                script, layout, frame = map(statistics.median, zip(*times, strict=True))
                print(f"  {name:22} script {script:5.1f}  with layout {layout:5.1f}  frame {frame:5.1f}")
        if browser:
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or list(EVERYTHING_IN))
