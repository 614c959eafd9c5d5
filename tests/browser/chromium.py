"""A browser under control: opens a page of a site at a width, in a mode, and tells what came of it."""

from __future__ import annotations

import base64
import json
import shutil
import threading
from collections.abc import Mapping, Sequence
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
SWITCHES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "furo": {mode: {"theme": mode} for mode in ("light", "dark")},
    "pydata_sphinx_theme": {mode: {"mode": mode, "theme": mode} for mode in ("light", "dark")},
    "sphinx_book_theme": {mode: {"mode": mode, "theme": mode} for mode in ("light", "dark")},
    "shibuya": {mode: {"_theme": mode} for mode in ("light", "dark")},
    "piccolo_theme": {mode: {"piccoloThemeMode": mode} for mode in ("light", "dark")},
    "python_docs_theme": {mode: {"currentTheme": mode} for mode in ("light", "dark")},
    "sphinx_nefertiti": {mode: {"snftt-color-scheme": mode} for mode in ("light", "dark")},
    "sphinxawesome_theme": {"dark": {"_x_darkMode": "true"}},
}
"""What a theme keeps in the browser when its reader chooses a mode; the others have no switch."""

OURS = ".adr-ui, .adr-requirement, .adr-standing"
"""A selector of what is ours on a page, apart from the classes of ordinary sections and links."""
_AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_AXE = """
const [selector, runOnly, without, done] = arguments;
const include = [...document.querySelectorAll(selector)].filter(e => !e.parentElement.closest(selector));
const rules = Object.fromEntries(without.map(one => [one, {enabled: false}]));
if (!include.length) done([]);
else axe.run({include, exclude: [['.adr-ui code']]}, {runOnly, rules, resultTypes: ['violations']}).then(
  found => done(found.violations.flatMap(one => one.nodes.map(
    node => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`))),
  error => done([String(error)]));
"""


def lacking() -> str:
    """What this machine lacks for these tests, as a sentence; empty where nothing is lacking."""
    if find_spec("selenium") is None:
        return "Selenium is not installed: tox -e browser runs the tests in a browser."
    names = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"No {' and no '.join(names)} on this machine: pages are not opened in a browser." if names else ""


MEASURE = Path(__file__).with_name("measure.js")
"""Measures of contrast and room."""


class Browser:
    """One Chromium with a profile of its own; a page that is opened replaces the one before.

    :param folder: what is served to it, from http://127.0.0.1.
    """

    def __init__(self, folder: Path, profile: Path) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        self.folder = folder.resolve()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(self.folder)))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(60)
        self._before: str | None = None
        self.requests: tuple[str, ...] = ()
        """What the page that is open asked other machines for."""
        self.errors: tuple[str, ...] = ()
        """What the page that is open complained about in the console."""

    def close(self) -> None:
        """Ends the browser and the server."""
        self.driver.quit()
        self._server.shutdown()
        self._server.server_close()

    def open(
        self,
        page: Path | str,
        *,
        width: int = 1280,
        height: int = 900,
        system: str = "light",
        switch: Mapping[str, str] | None = None,
        script: bool = True,
    ) -> None:
        """Opens a file below the folder, or an address (``page.html?q=x#part``) relative to it.

        :param system: the mode that the reader's system prefers: ``light`` or ``dark``.
        :param switch: what the theme remembers of its reader's choice (see :data:`SWITCHES`).
        :param script: whether the browser runs scripts.
        """
        path = page.resolve().relative_to(self.folder).as_posix() if isinstance(page, Path) else page
        self.resize(width, height)
        self.emulate(system=system)
        self.cdp("Emulation.setScriptExecutionDisabled", value=not script)
        if self._before is not None:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=self._before)
        choices = "".join(
            f"localStorage[{json.dumps(k)}] = {json.dumps(v)};" for k, v in (switch or {}).items()
        )
        source = f"if (location.protocol == 'http:') {{ localStorage.clear(); {choices} }}"
        self._before = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=source)["identifier"]
        self.driver.get("about:blank")
        self._listen()
        self.driver.get(f"{self.address}/{path}")
        self.requests, self.errors = self._listen()

    def resize(self, width: int, height: int = 900) -> None:
        """Changes the size of the window, in CSS pixels."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", **metrics)

    def emulate(self, *, system: str = "light", forced: bool = False, media: str = "") -> None:
        """Changes what the system prefers, forces its colours, or shows the page as for ``print``."""
        features = [
            {"name": "prefers-color-scheme", "value": system},
            {"name": "forced-colors", "value": "active" if forced else "none"},
        ]
        self.cdp("Emulation.setEmulatedMedia", media=media, features=features)

    def cdp(self, method: str, **parameters: Any) -> Any:
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(method, parameters)

    def js(self, body: str, *arguments: Any) -> Any:
        """The value that the body of a function returns, called with *arguments*."""
        return self.driver.execute_script(body, *arguments)

    def axe(
        self, selector: str = OURS, *, only: Sequence[str] = _AXE_TAGS, without: Sequence[str] = ()
    ) -> list[str]:
        """What axe-core finds inside the elements of a selector, one line each.

        :param only: rules to run, or tags of rules.
        :param without: rules that are left out of those.
        """
        if not self.js("return 'axe' in window"):
            self.js(axe_core())
        found: list[str] = self.driver.execute_async_script(_AXE, selector, only, without)
        return found

    def measure(self, name: str, *arguments: Any) -> Any:
        """What one of the measures in ``measure.js`` finds."""
        if not self.js("return 'adrMeasure' in window"):
            self.js(MEASURE.read_text(encoding="utf-8"))
        return self.js(f"return adrMeasure.{name}(...arguments)", *arguments)

    def picture(self, path: Path, *, whole: bool = False) -> Path:
        """Writes a PNG of the window, or of the whole page."""
        shot = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))
        return path

    def pdf(self, path: Path) -> Path:
        """Prints the page."""
        path.write_bytes(base64.b64decode(self.cdp("Page.printToPDF", printBackground=False)["data"]))
        return path

    def _listen(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The addresses on other machines that were asked for, and the errors of the console, since the last time."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = (event["params"] for event in events if event["method"] == "Network.requestWillBeSent")
        asked = (one["request"]["url"] for one in sent)
        log = self.driver.get_log("browser")
        errors = (entry["message"] for entry in log if entry["level"] == "SEVERE")
        return (
            tuple(url for url in asked if not url.startswith((self.address, "data:", "about:", "blob:"))),
            tuple(line for line in errors if "favicon.ico" not in line),
        )


@cache
def axe_core() -> str:
    """The source of axe-core, from the package that carries it."""
    spec = find_spec("selenium_axe_python")
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], "axe-core", "axe.min.js").read_text(encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass
