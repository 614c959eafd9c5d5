"""Takes the picture of the README again: ``python docs/screenshots.py docs/_build/html [chromium]``.

The first argument is a folder with the HTML of this documentation, the second the browser to use.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PICTURE = Path(__file__).parent / "_static" / "decision.png"
SIZE = (1480, 760)
PAGES = ("demo/decisions/0009-timescaledb-for-event-storage.html", "demo/log.html")
FRAME = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff; display: flex; gap: 20px; height: {height}px; overflow: hidden }}
div {{ flex: 1; overflow: hidden; border: 1px solid #ccc; border-radius: 8px; margin: 10px 0 }}
div:first-child {{ margin-left: 10px }} div:last-child {{ margin-right: 10px }}
iframe {{ border: 0; width: 100%; height: 2000px; margin-top: -56px }}
</style><div><iframe src="{left}"></iframe></div><div><iframe src="{right}"></iframe></div>"""


def take(html: Path, browser: str) -> None:
    """Writes the picture: a superseded decision on the left, the index on the right."""
    width, height = SIZE
    left, right = ((html.resolve() / page).as_uri() for page in PAGES)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "frame.html")
        page.write_text(FRAME.format(height=height, left=left, right=right), encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={folder}/profile",
        ]
        places = [f"--window-size={width},{height}", f"--screenshot={PICTURE}", page.as_uri()]
        subprocess.run([browser, *flags, *places], check=True, timeout=120)  # noqa: S603


if __name__ == "__main__":
    take(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "chromium")
