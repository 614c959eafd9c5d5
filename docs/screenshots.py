"""Takes the pictures of the README and of the gallery again: ``python docs/screenshots.py [chromium]``.

It builds the demonstration in every theme of the gallery that is installed, and needs Chromium and Pillow.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from PIL import Image

DOCS = Path(__file__).parent
STATIC = DOCS / "_static"
THEMES = {
    "furo": ("light", "dark"),
    "pydata_sphinx_theme": ("light", "dark"),
    "sphinx_rtd_theme": ("light",),
    "alabaster": ("light",),
    "sphinx_book_theme": ("light", "dark"),
    "shibuya": ("light", "dark"),
    "python_docs_theme": ("light", "dark"),
    "piccolo_theme": ("light", "dark"),
    "sphinx_nefertiti": ("light", "dark"),
    "sphinxawesome_theme": ("light", "dark"),
}
"""The themes of the gallery, with the modes that each has."""

PAGES = (
    "demo/decisions/0009-timescaledb-for-event-storage",
    "demo/log",
    "demo/traceability",
    "demo/history",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=4000",
)
FRAME = """<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>
body {{ margin: 0; padding: 10px; display: grid; gap: 10px; grid-template-columns: repeat({columns}, max-content);
  background: {background} }}
div {{ width: {wide}px; height: {high}px; overflow: hidden; border-radius: 6px; outline: 1px solid #8886 }}
iframe {{ border: 0; width: {width}px; height: {height}px; transform: scale({scale}); transform-origin: 0 0 }}
</style>{frames}"""


def build(theme: str, out: Path) -> Path:
    """The demonstration in a theme."""
    settings = {
        "project": "Lumen",
        "copyright": "2026",
        "extensions": ["sphinx_adr", "myst_parser"],
        "html_theme": theme,
        "html_show_sourcelink": False,
        "myst_enable_extensions": ["colon_fence", "deflist"],
        "adr_coverage_warnings": [],
    }
    source = out / "source"
    shutil.copytree(DOCS / "demo", source / "demo")
    (source / "index.rst").write_text(
        "Handbook\n========\n\n.. toctree::\n\n   demo/index\n", encoding="utf-8"
    )
    text = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    (source / "conf.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", str(source), str(out / "html")]
    subprocess.run(command, check=True)  # noqa: S603
    return out / "html"


def take(
    pages: Sequence[Path],
    picture: Path,
    browser: str,
    *,
    columns: int = 2,
    size: tuple[int, int] = (1100, 860),
    scale: float = 0.6,
    mode: str = "light",
) -> None:
    """Writes a picture of pages beside each other, each at *size* in CSS pixels and then scaled."""
    wide, high = (round(length * scale) for length in size)
    frames = "".join(f'<div><iframe src="{page.as_uri()}"></iframe></div>' for page in pages)
    rows = -(-len(pages) // columns)
    window = (columns * (wide + 10) + 10, rows * (high + 10) + 10)
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "frame.html"), Path(folder, "shot.png")
        text = FRAME.format(
            columns=columns, wide=wide, high=high, width=size[0], height=size[1], scale=scale, frames=frames,
            background="#fff" if mode == "light" else "#111",
        )  # fmt: skip
        page.write_text(text, encoding="utf-8")
        flags = [*FLAGS, f"--blink-settings=preferredColorScheme={int(mode == 'light')}"]
        places = [f"--user-data-dir={folder}/profile", f"--window-size={window[0]},{window[1]}"]
        command = [browser, *flags, *places, f"--screenshot={shot}", page.as_uri()]
        subprocess.run(command, check=True, timeout=180, stderr=subprocess.DEVNULL)  # noqa: S603
        with Image.open(shot) as taken:
            image = taken.convert("RGB")
            if picture.suffix == ".webp":
                image.save(picture, quality=78, method=6)
            else:
                image.quantize(colors=128, dither=Image.Dither.NONE).save(picture, optimize=True)


def main(browser: str) -> None:
    """Takes all pictures."""
    gallery = STATIC / "gallery"
    gallery.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for theme, modes in THEMES.items():
            if find_spec(theme) is None:
                print(f"{theme} is not installed: its pictures stay as they are.", file=sys.stderr)  # noqa: T201
                continue
            html = build(theme, Path(folder, theme).resolve())
            pages = [html / f"{page}.html" for page in PAGES]
            for mode in modes:
                take(pages, gallery / f"{theme}-{mode}.webp", browser, mode=mode)
            if theme == "furo":
                phone = {"columns": 4, "size": (390, 844), "scale": 0.8}
                take(pages, gallery / "phone.webp", browser, **phone)  # type: ignore[arg-type]
                take(pages[:2], STATIC / "decision.png", browser, size=(1040, 1040), scale=0.72)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "chromium")
