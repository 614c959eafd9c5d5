"""The settings that tell how graphs are drawn, and where."""

from __future__ import annotations

from .setting import Setting, nearest


def _bad_limit(value: object) -> str | None:
    return None if isinstance(value, int) and value >= 0 else "must be 0 or more"


def _bad_word(value: object, allowed: tuple[str, ...]) -> str | None:
    hint = nearest(str(value), allowed)
    return None if value in allowed else f"is {value!r}; allowed are {', '.join(allowed)}{hint}"


def _bad_engine(value: object) -> str | None:
    from .views.graph import ENGINES

    return _bad_word(value, ENGINES)


def _bad_where(value: object) -> str | None:
    from .views.lineage import WHERE

    return _bad_word(value, WHERE)


GRAPH_SETTINGS: tuple[Setting, ...] = (
    Setting(
        "adr_graph_limit",
        40,
        (int,),
        "",
        "Up to how many decisions, and requirements where they are shown, ``adr-graph`` in style ``auto`` draws "
        "layers; above it the log.",
        _bad_limit,
    ),
    Setting(
        "adr_graph_engine",
        "built-in",
        (str,),
        "",
        "What places the boxes of graphs in layers: ``built-in``, the same on every machine, or ``graphviz``, its "
        "program ``dot``, which is never used unless it is named here or in a graph.",
        _bad_engine,
    ),
    Setting(
        "adr_lineage",
        "single",
        (str,),
        "",
        "Which pages show, below the text of a decision, what it supersedes and amends and what became of it: "
        "``single`` for pages of one decision, ``all``, or ``none``.",
        _bad_where,
    ),
)
