"""What an ID looks like unless a documentation says otherwise."""

from __future__ import annotations

ID_PATTERN = r"[^\W\d_][^\W_]*(?:[-_.][^\W_]+)*[-_.]?\d+|[A-Z]{2,} \d+"
"""What an ID in front of a title looks like: letters, and a number at the end (``ADR-0013``, ``ADR 13``)."""
