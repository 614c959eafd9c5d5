"""The machine and the versions that figures belong to."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sphinx_adr

PACKAGES = ("sphinx", "docutils", "myst-parser", "sphinx-needs")


def machine() -> Mapping[str, object]:
    """Processor, number of processors, memory in GiB, operating system."""
    return {
        "processor": _processor(),
        "processors": os.cpu_count(),
        "memory": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.release()}",
        "load": round(os.getloadavg()[0], 1),
    }


def versions() -> Mapping[str, str]:
    """The version of everything that takes part, and whether Graphviz is there."""
    found = {"python": platform.python_version(), "sphinx_adr": sphinx_adr.__version__}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def has_graphviz() -> bool:
    """Whether sphinx-needs can draw its flow."""
    return shutil.which("dot") is not None


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
