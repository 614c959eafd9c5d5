"""Where to draw decisions and the lines between them: geometry only, on the standard library alone.

`layered` draws a graph from top to bottom; `log` needs no more than a list with lanes beside it.
Both give the same result for the same graph, in whatever order it is handed over and on any
machine. `graphviz` asks another program, where somebody wants that.
"""

from .geometry import Drawing, Point, transposed
from .graphviz import GraphvizError, graphviz, version
from .layered import layered
from .log import LogRow, log

__all__ = [
    "Drawing",
    "GraphvizError",
    "LogRow",
    "Point",
    "graphviz",
    "layered",
    "log",
    "transposed",
    "version",
]
