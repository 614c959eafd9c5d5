"""Where the seal is kept."""

from __future__ import annotations

SEAL_FILE = "adr-seal.json"
"""The name of the file in the folder of ``conf.py``."""
