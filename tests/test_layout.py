"""The geometry of drawings: what must hold for any graph, and how good the result is."""

from __future__ import annotations

import ast
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_adr.rendering import layout
from sphinx_adr.rendering.layout import Drawing, LogRow, Point, layered, log
from sphinx_adr.rendering.layout.crossings import crossings, excess
from sphinx_adr.rendering.layout.cycles import backward
from sphinx_adr.rendering.layout.packing import grid, shelves
from sphinx_adr.rendering.layout.ranks import ranks

Edge = tuple[str, str]
Sizes = dict[str, tuple[float, float]]
Graph = tuple[Sizes, list[Edge]]


# --- Graphs ------------------------------------------------------------------------------------


def graph(count: int, pairs: Sequence[tuple[int, int]]) -> Graph:
    names = [f"{index:04}" for index in range(count)]
    sizes = dict.fromkeys(names, (150.0, 52.0))
    return sizes, [(names[upper], names[lower]) for upper, lower in pairs]


def decisions(count: int, edges: int, seed: int, *, reach: int) -> Graph:
    """Each decision follows from a few that are not much older."""
    rng = random.Random(seed)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < edges:
        newer = rng.randrange(1, count)
        pairs.add((rng.randrange(max(0, newer - reach), newer), newer))
    return graph(count, sorted(pairs))


def star(count: int) -> Graph:
    return graph(count, [(0, index) for index in range(1, count)])


def chain(count: int) -> Graph:
    return graph(count, list(pairwise(range(count))))


def chain_with_skips(count: int, seed: int) -> Graph:
    rng = random.Random(seed)
    skips = [(index, min(count - 1, index + rng.randrange(2, 12))) for index in range(0, count - 2, 3)]
    return graph(count, [*pairwise(range(count)), *skips])


def dense(count: int, edges: int, seed: int) -> Graph:
    rng = random.Random(seed)
    every = list(combinations(range(count), 2))
    return graph(count, rng.sample(every, edges))


# --- Measures ----------------------------------------------------------------------------------


def overlaps(sizes: Sizes, centres: Mapping[str, Point]) -> list[Edge]:
    return [
        (one, other)
        for one, other in combinations(sizes, 2)
        if all(
            abs(centres[one][axis] - centres[other][axis]) < (sizes[one][axis] + sizes[other][axis]) / 2 - 0.2
            for axis in (0, 1)
        )
    ]


def enters(start: Point, end: Point, centre: Point, size: tuple[float, float]) -> bool:
    """Whether a straight line passes through the inside of a box (Liang and Barsky 1984)."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        reach = size[axis] / 2 - 0.2
        way, offset = end[axis] - start[axis], start[axis] - centre[axis]
        if way == 0:
            if abs(offset) >= reach:
                return False
        else:
            times = sorted(((-reach - offset) / way, (reach - offset) / way))
            first, last = max(first, times[0]), min(last, times[1])
    return last - first > 1e-6


def through_boxes(sizes: Sizes, edges: Sequence[Edge], drawing: Drawing) -> list[tuple[Edge, str]]:
    return [
        (edge, name)
        for edge, route in zip(edges, drawing.routes, strict=True)
        for name, size in sizes.items()
        if name not in edge
        and any(enters(start, end, drawing.centres[name], size) for start, end in pairwise(route))
    ]


def drawn_crossings(routes: Sequence[Sequence[Point]]) -> int:
    """How often lines cross, wherever they come from."""
    pieces = sorted(
        (min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]), a, b, number)
        for number, route in enumerate(routes)
        for a, b in pairwise(route)
        if a != b
    )

    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    total = 0
    for index, (_, right, top, bottom, a, b, number) in enumerate(pieces):
        for other in range(index + 1, len(pieces)):
            left, _, its_top, its_bottom, c, d, its_number = pieces[other]
            if left > right:
                break
            if its_number != number and its_top <= bottom and top <= its_bottom:
                total += side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9
    return total


def on_border(point: Point, centre: Point, size: tuple[float, float]) -> bool:
    """On the upper or lower side, but for the rounding."""
    return (
        abs(point[0] - centre[0]) <= size[0] / 2 + 0.2 and abs(abs(point[1] - centre[1]) - size[1] / 2) <= 0.2
    )


def draw(given_graph: Graph, **options: float) -> Drawing:
    drawing = layered(*given_graph, **options)  # type: ignore[arg-type]
    assert drawing is not None
    return drawing


# --- Any graph ---------------------------------------------------------------------------------

NAMES = [f"ADR-{number}" for number in range(1, 13)]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=12))
    side = st.integers(20, 200).map(float)
    sizes = {name: (draw(side), draw(side)) for name in names}
    if not names:
        return sizes, []
    end = st.sampled_from(names)
    return sizes, draw(st.lists(st.tuples(end, end), max_size=24))


@given(graphs())
@settings(deadline=None)
def test_boxes_are_apart_and_on_the_sheet(given_graph: Graph) -> None:
    sizes, _ = given_graph
    drawing = draw(given_graph)
    assert list(drawing.centres) == sorted(sizes)
    assert overlaps(sizes, drawing.centres) == []
    for name, (x, y) in drawing.centres.items():
        width, height = sizes[name]
        assert width / 2 - 0.15 <= x <= drawing.width - width / 2 + 0.15
        assert height / 2 - 0.15 <= y <= drawing.height - height / 2 + 0.15


@given(graphs())
@settings(deadline=None)
def test_edges_lead_from_box_to_box_and_past_all_others(given_graph: Graph) -> None:
    sizes, edges = given_graph
    drawing = draw(given_graph)
    for (first, second), route in zip(edges, drawing.routes, strict=True):
        if first == second:
            assert route == ()
        else:
            assert on_border(route[0], drawing.centres[first], sizes[first])
            assert on_border(route[-1], drawing.centres[second], sizes[second])
            assert all(-0.15 <= x <= drawing.width + 0.15 for x, _ in route)
    assert through_boxes(sizes, edges, drawing) == []


@given(graphs(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_nodes_and_edges_does_not_matter(given_graph: Graph, rng: random.Random) -> None:
    sizes, edges = given_graph
    nodes, shuffled = list(sizes), list(edges)
    rng.shuffle(nodes)
    rng.shuffle(shuffled)
    one = draw(given_graph)
    other = draw(({name: sizes[name] for name in nodes}, shuffled))
    assert one.centres == other.centres
    assert Counter(zip(edges, one.routes, strict=True)) == Counter(zip(shuffled, other.routes, strict=True))


def test_the_order_does_not_matter_in_large_graphs_either() -> None:
    sizes, edges = decisions(300, 400, 1, reach=40)
    one = draw((sizes, edges))
    other = draw((dict(reversed(sizes.items())), edges[::-1]))
    assert one.centres == other.centres
    assert one.routes == other.routes[::-1]


@given(graphs())
@settings(deadline=None)
def test_coordinates_are_rounded(given_graph: Graph) -> None:
    drawing = draw(given_graph)
    points = [*drawing.centres.values(), *(point for route in drawing.routes for point in route)]
    for value in (drawing.width, drawing.height, *(value for point in points for value in point)):
        assert value == round(value, 1)


@given(graphs())
@settings(deadline=None)
def test_without_cycles_all_edges_lead_down(given_graph: Graph) -> None:
    sizes, edges = given_graph
    downward = sorted({(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]})
    drawing = draw((sizes, downward))
    for upper, lower in downward:
        assert drawing.centres[upper][1] < drawing.centres[lower][1]


def test_the_hash_seed_does_not_matter() -> None:
    program = (
        "from sphinx_adr.rendering.layout import layered\n"
        "names = [f'ADR-{n}' for n in range(40)]\n"
        "edges = [(names[n * 7 % 40], names[n * n % 40]) for n in range(80)]\n"
        "print(layered({name: (100, 40) for name in set(names)}, edges))\n"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(results) == 1


# --- Particular graphs -------------------------------------------------------------------------


def test_an_empty_graph() -> None:
    assert draw(({}, [])) == Drawing(0, 0, {}, ())


def test_a_single_node() -> None:
    assert draw(({"a": (80, 30)}, [])) == Drawing(80, 30, {"a": (40, 15)}, ())


def test_an_edge_from_a_node_to_itself() -> None:
    assert draw(({"a": (80, 30)}, [("a", "a")])).routes == ((),)


def test_one_edge() -> None:
    drawing = draw(({"a": (80, 30), "b": (80, 30)}, [("a", "b")]), rank_gap=40)
    assert drawing == Drawing(80, 100, {"a": (40, 15), "b": (40, 85)}, (((40, 30), (40, 70)),))


def test_parallel_edges_run_side_by_side() -> None:
    sizes, edges = graph(3, [(0, 1), (1, 2), (0, 2), (0, 2), (2, 0)])
    drawing = draw((sizes, edges))
    assert all(not set(one) & set(other) for one, other in combinations(drawing.routes, 2))
    assert drawn_crossings(drawing.routes) == 0


def test_in_a_cycle_the_lightest_edge_points_up() -> None:
    sizes, edges = graph(3, [(0, 1), (1, 2), (2, 0)])
    for lightest in range(3):
        weights = [1 if index == lightest else 5 for index in range(3)]
        drawing = layered(sizes, edges, weights=weights)
        assert drawing is not None
        upward = [route[0][1] > route[-1][1] for route in drawing.routes]
        assert upward == [index == lightest for index in range(3)]


def test_larger_parts_come_first_and_single_nodes_below() -> None:
    sizes, edges = graph(7, [(1, 2), (4, 5), (5, 6)])
    places = draw((sizes, edges)).centres
    assert places["0004"][0] < places["0001"][0]
    bottom = max(y for name, (_, y) in places.items() if name not in ("0000", "0003"))
    assert places["0000"][1] == places["0003"][1] > bottom


def test_parts_begin_a_new_row_at_the_greatest_width() -> None:
    sizes, edges = graph(40, [(index, index + 1) for index in range(0, 20, 2)])
    drawing = draw((sizes, edges), max_width=520)
    assert drawing.width <= 520
    assert overlaps(sizes, drawing.centres) == []


def test_weight_straightens() -> None:
    sizes, edges = graph(5, [(0, 1), (0, 2), (0, 3), (0, 4)])
    for heavy in range(4):
        drawing = layered(sizes, edges, weights=[50 if index == heavy else 1 for index in range(4)])
        assert drawing is not None
        middle, end = drawing.centres["0000"][0], drawing.centres[edges[heavy][1]][0]
        assert abs(middle - end) < 20


def test_an_unknown_node() -> None:
    with pytest.raises(KeyError):
        layered({"a": (80, 30)}, [("a", "b")])


@pytest.mark.parametrize("weights", [[1, 1], [0], [-1]])
def test_weights_that_do_not_fit(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        layered({"a": (80, 30), "b": (80, 30)}, [("a", "b")], weights=weights)


@pytest.mark.parametrize(
    "long",
    [chain(5000), graph(5000, [(index, (index + 1) % 5000) for index in range(5000)])],
    ids=["chain", "cycle"],
)
def test_long_ones_do_not_recurse(long: Graph) -> None:
    assert len({y for _, y in draw(long).centres.values()}) == 5000


@pytest.mark.parametrize(
    "hopeless",
    [
        dense(400, 30_000, 1),
        graph(500, list(product(range(250), range(250, 500)))),
        graph(500, [*pairwise(range(500)), *((0, last) for last in range(2, 500))]),
    ],
    ids=["dense", "bipartite", "long edges"],
)
def test_what_cannot_be_laid_out_in_time(hopeless: Graph) -> None:
    assert layered(*hopeless) is None


@pytest.mark.parametrize(
    "large",
    [
        star(500),
        chain_with_skips(500, 1),
        dense(120, 1000, 1),
        decisions(500, 650, 1, reach=60),
        graph(500, []),
        graph(120, list(product(range(60), range(60, 120)))),
        graph(499, [((index - 1) // 2, index) for index in range(1, 499)]),
    ],
    ids=["star", "skips", "dense", "decisions", "isolated", "bipartite", "tree"],
)
def test_large_ones_are_drawn_clean(large: Graph) -> None:
    sizes, edges = large
    drawing = draw(large)
    assert overlaps(sizes, drawing.centres) == []
    assert through_boxes(sizes, edges[::7], Drawing(0, 0, drawing.centres, drawing.routes[::7])) == []


# --- Against Graphviz --------------------------------------------------------------------------


def dot_routes(given_graph: Graph) -> list[list[Point]]:
    """What Graphviz draws for the same graph, its Bézier curves cut into straight pieces."""
    sizes, edges = given_graph
    lines = ['digraph { node [shape=box, fixedsize=true, label=""]; nodesep=0.2; ranksep=0.5;']
    lines += [
        f'"{name}" [width={width / 72:.4f}, height={height / 72:.4f}];'
        for name, (width, height) in sizes.items()
    ]
    lines += [f'"{upper}" -> "{lower}" [dir=none];' for upper, lower in edges]
    done = subprocess.run(
        ["dot", "-Tjson"], input="\n".join([*lines, "}"]), capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)["edges"]
    return [list(curve([as_point(each) for each in edge["pos"].split()])) for edge in found]


def as_point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), -float(y)


def curve(points: Sequence[Point], pieces: int = 6) -> Iterator[Point]:
    yield points[0]
    for start in range(0, len(points) - 1, 3):
        for step in range(1, pieces + 1):
            t = step / pieces
            shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            four = list(zip(shares, points[start : start + 4], strict=True))
            yield (
                sum(share * point[0] for share, point in four),
                sum(share * point[1] for share, point in four),
            )


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz (dot) is not installed")
@pytest.mark.parametrize(
    "samples",
    [
        [decisions(12, 16, seed, reach=6) for seed in range(8)],
        [decisions(60, 85, seed, reach=14) for seed in range(4)],
        [decisions(300, 350, seed, reach=40) for seed in range(2)],
        [star(500)],
        [chain_with_skips(500, seed) for seed in range(2)],
        [dense(120, 1000, 5)],
    ],
    ids=["12 nodes", "60 nodes", "300 nodes", "star", "chain with skips", "dense"],
)
def test_crossings_are_as_few_as_those_of_graphviz(samples: list[Graph]) -> None:
    ours = sum(drawn_crossings(draw(sample).routes) for sample in samples)
    theirs = sum(drawn_crossings(dot_routes(sample)) for sample in samples)
    assert ours <= 1.1 * theirs


# --- Steps -------------------------------------------------------------------------------------

ARCS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda arc: arc[0] != arc[1]), max_size=20
)


@given(ARCS)
def test_turning_arcs_round_leaves_no_cycle(arcs: list[tuple[int, int]]) -> None:
    turned = backward(8, dict.fromkeys(arcs, 1))
    left = {(head, tail) if (tail, head) in turned else (tail, head) for tail, head in arcs}
    while left:
        entered = {head for _, head in left}
        kept = {arc for arc in left if arc[0] in entered}
        assert kept != left, "a cycle"
        left = kept


@given(ARCS)
def test_arcs_without_cycle_are_not_turned_round(arcs: list[tuple[int, int]]) -> None:
    assert not backward(8, {(min(arc), max(arc)): 1 for arc in arcs})


def test_of_two_opposite_arcs_the_lighter_is_turned_round() -> None:
    assert backward(2, {(0, 1): 1, (1, 0): 4}) == {(0, 1)}
    assert backward(2, {(0, 1): 4, (1, 0): 4}) == {(1, 0)}


@given(
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
    st.dictionaries(st.sampled_from(list(combinations(range(5), 2))), st.integers(1, 4)),
)
def test_ranks_make_the_edges_shortest(parents: list[int], more: dict[tuple[int, int], int]) -> None:
    weights = {(min(parent, node), node): 1 for node, parent in enumerate(parents, start=1) if parent < node}
    weights |= {(0, node): 2 for node, parent in enumerate(parents, start=1) if parent >= node}
    weights |= more
    arcs = [(tail, head, weight) for (tail, head), weight in weights.items()]

    def length(rank: Sequence[int]) -> int:
        return sum(weight * (rank[head] - rank[tail]) for tail, head, weight in arcs)

    found = ranks(5, arcs)
    assert min(found) == 0
    assert all(found[tail] < found[head] for tail, head, _ in arcs)
    assert length(found) == min(
        length(rank)
        for rank in product(range(5), repeat=5)
        if all(rank[tail] < rank[head] for tail, head, _ in arcs)
    )


@given(st.lists(st.lists(st.integers(0, 6), unique=True), max_size=7))
def test_crossings_are_counted(down: list[list[int]]) -> None:
    segments = [(upper, lower) for upper, lowers in enumerate(down) for lower in lowers]
    expected = sum((one[0] - other[0]) * (one[1] - other[1]) < 0 for one, other in combinations(segments, 2))
    assert crossings(range(len(down)), down, range(7)) == expected


@given(*[st.lists(st.integers(0, 6), unique=True).map(sorted)] * 2)
def test_the_excess_is_what_a_change_of_places_saves(left: list[int], right: list[int]) -> None:
    before = sum(a > b for a, b in product(left, right))
    after = sum(a < b for a, b in product(left, right))
    assert excess(left, right) == before - after


@pytest.mark.parametrize("pack", [shelves, grid])
def test_packed_boxes_keep_to_the_width(
    pack: Callable[[Sequence[tuple[float, float]], float, float], tuple[list[Point], Point]],
) -> None:
    boxes = [(40.0 + 7 * (index % 5), 20.0 + 3 * (index % 4)) for index in range(30)]
    corners, (width, height) = pack(boxes, 300, 10)
    sizes = {str(index): box for index, box in enumerate(boxes)}
    centres = {
        str(index): (x + w / 2, y + h / 2)
        for index, ((x, y), (w, h)) in enumerate(zip(corners, boxes, strict=True))
    }
    assert overlaps(sizes, centres) == []
    assert width <= 300
    assert max(x + sizes[name][0] / 2 for name, (x, _) in centres.items()) <= width
    assert max(y + sizes[name][1] / 2 for name, (_, y) in centres.items()) <= height


def test_the_package_needs_the_standard_library_alone() -> None:
    for path in Path(next(iter(layout.__path__))).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert all(each.name.split(".")[0] in sys.stdlib_module_names for each in node.names)
            elif isinstance(node, ast.ImportFrom):
                module = (node.module or "").split(".")[0]
                assert node.level == 1 or module in sys.stdlib_module_names, path


# --- Log ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "edges", "rows"),
    [
        pytest.param("", [], [], id="nothing"),
        pytest.param("ab", [], [("a", 0, (), (), ()), ("b", 0, (), (), ())], id="no edges"),
        pytest.param("ba", ["ba"], [("b", 0, (), (), (0,)), ("a", 0, (), (0,), ())], id="one edge"),
        pytest.param("ba", ["ab"], [("b", 0, (), (), (0,)), ("a", 0, (), (0,), ())], id="upwards"),
        pytest.param("ba", ["bx", "xa", "bb"], [("b", 0, (), (), ()), ("a", 0, (), (), ())], id="unknown"),
        pytest.param("ba", ["ba", "ba"], [("b", 0, (), (), (0,)), ("a", 0, (), (0,), ())], id="twice"),
        pytest.param(
            "cba",
            ["ca"],
            [("c", 0, (), (), (0,)), ("b", 1, (0,), (), ()), ("a", 0, (), (0,), ())],
            id="past a node",
        ),
        pytest.param(
            "cba",
            ["ca", "cb"],
            [("c", 0, (), (), (0, 1)), ("b", 0, (1,), (0,), ()), ("a", 1, (), (1,), ())],
            id="one replaces two",
        ),
        pytest.param(
            "cba",
            ["ca", "ba"],
            [("c", 0, (), (), (0,)), ("b", 1, (0,), (), (1,)), ("a", 0, (), (0, 1), ())],
            id="two replace one",
        ),
    ],
)
def test_log(order: str, edges: list[str], rows: list[tuple[object, ...]]) -> None:
    found = log(order, [(edge[0], edge[1]) for edge in edges])
    assert found == tuple(LogRow(*row) for row in rows)  # type: ignore[arg-type]


@given(st.permutations(NAMES), st.lists(st.tuples(*[st.sampled_from([*NAMES, "unknown"])] * 2)))
def test_each_edge_is_one_line_from_its_upper_to_its_lower_row(order: list[str], edges: list[Edge]) -> None:
    rows = log(order, edges)
    assert [row.node for row in rows] == order
    drawn: Counter[frozenset[str]] = Counter()
    open_lines: dict[int, str] = {}
    for row in rows:
        assert set(row.above) | set(row.joins) == set(open_lines)
        assert not set(row.above) & {row.lane, *row.joins, *row.leaves}
        assert not row.joins or row.lane in row.joins
        assert not row.leaves or row.lane in row.leaves
        for lane in row.joins:
            drawn[frozenset((open_lines.pop(lane), row.node))] += 1
        open_lines |= dict.fromkeys(row.leaves, row.node)
    assert not open_lines
    assert drawn == Counter(
        {frozenset(edge) for edge in edges if "unknown" not in edge and len(set(edge)) == 2}
    )
