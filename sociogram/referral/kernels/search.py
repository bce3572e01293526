"""The search of paths.py over arrays, bounded: the same answers, bit for bit, for a fraction of the work.

What is left out can be on no way that is given: labels dearer than the k-th goal seen so far; on the last
hop, labels that are no goal; and labels from which no area asked for can be reached in the hops left.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sociogram.referral.compiled import compiled

Longs = npt.NDArray[np.int64]
Ints = npt.NDArray[np.int32]

MAX_HOPS = 6
AREA_SHIFT = 58
"""A mark: what the organisation offers in bits 0 to 57, the number of its area (0 to 63) above."""
KEY_SHIFT = 20
"""Between two ids of the graph so many bits are left for those of an overlay."""
BOUNDED = 64
"""Up to so many goals the k-th best one seen is known at every moment."""
_NOT_YET, _NEVER = MAX_HOPS + 1, -1
_FAR = 1 << 62
_LABELS, _WAITING, _BEST, _SETTLED, _SCANNED = range(5)


class Graph(NamedTuple):
    """The public rows: steps of node i = entries offsets[i] to offsets[i + 1], cheapest first.

    `marks[i, 0]` = the mark of node i; `marks[i, r]` = the areas (bits) that stand 1 to r steps from it, for
    r = 1 to 3. Both are asked together: they lie together.
    """

    offsets: Ints
    targets: Ints
    costs: Longs
    ties: Ints
    marks: Longs


class Overlay(NamedTuple):
    """The steps added for one viewer, or since the arrays were made.

    `rows`, by node: (node, 1 where the steps of the graph no longer hold, first step, end). `steps`: (target,
    cost, tie), cheapest first. Nodes and ties that the graph has not are numbered after its own: `nodes` =
    (mark, key) and `tie_keys`; a key says where one stands in the order of ids. `areas`: those of `rows`.
    """

    rows: Longs
    steps: Longs
    nodes: Longs
    tie_keys: Longs
    tie_count: int
    areas: int


class Question(NamedTuple):
    """A goal has one of `offers`, one of `areas` (bits) and, unless that is empty, stands in `among`.

    `lightest` = the least cost of any step.
    """

    origin: int
    max_hops: int
    k: int
    offers: int
    areas: int
    among: Ints
    avoid: Ints
    lightest: int


class State(NamedTuple):
    """Labels (cost, node, hops, parent, tie); the heap of those waiting; for each node met, a slot."""

    labels: Longs
    heap: Ints
    slot_nodes: Ints
    fewest: Ints
    seen: Longs
    best_costs: Longs
    best_nodes: Ints
    counts: Longs


@compiled
def _node_key(graph: Graph, overlay: Overlay, node: int) -> int:
    count = len(graph.marks)
    return (node + 1) << KEY_SHIFT if node < count else overlay.nodes[node - count, 1]


@compiled
def _tie_key(overlay: Overlay, tie: int) -> int:
    count = overlay.tie_count
    return (tie + 1) << KEY_SHIFT if tie < count else overlay.tie_keys[tie - count]


@compiled
def _before(graph: Graph, overlay: Overlay, labels: Longs, one: int, other: int) -> bool:
    """Whether a label comes first: by cost, hops, the actors of its path, the ties of its path."""
    if labels[one, 0] != labels[other, 0]:
        return bool(labels[one, 0] < labels[other, 0])
    if labels[one, 2] != labels[other, 2]:
        return bool(labels[one, 2] < labels[other, 2])
    by_actors, by_ties = 0, 0
    while one != other:  # towards the origin: what differs nearer to it decides
        a, b = labels[one, 1], labels[other, 1]
        if a != b:
            by_actors = -1 if _node_key(graph, overlay, a) < _node_key(graph, overlay, b) else 1
        a, b = labels[one, 4], labels[other, 4]
        if a != b:
            by_ties = -1 if _tie_key(overlay, a) < _tie_key(overlay, b) else 1
        one, other = labels[one, 3], labels[other, 3]
    return by_actors < 0 or (by_actors == 0 and by_ties < 0)


@compiled
def _push(graph: Graph, overlay: Overlay, state: State, label: int) -> None:
    heap, at = state.heap, state.counts[_WAITING]
    state.counts[_WAITING] = at + 1
    while at > 0:
        above = (at - 1) >> 2
        if not _before(graph, overlay, state.labels, label, heap[above]):
            break
        heap[at] = heap[above]
        at = above
    heap[at] = label


@compiled
def _pop(graph: Graph, overlay: Overlay, state: State) -> int:
    heap = state.heap
    first, end = heap[0], state.counts[_WAITING] - 1
    state.counts[_WAITING] = end
    last, at = heap[end], 0
    while True:
        child = 4 * at + 1
        if child >= end:
            break
        best = child
        for other in range(child + 1, min(child + 4, end)):
            if _before(graph, overlay, state.labels, heap[other], heap[best]):
                best = other
        if not _before(graph, overlay, state.labels, heap[best], last):
            break
        heap[at] = heap[best]
        at = best
    heap[at] = last
    return int(first)


@compiled
def _slot(state: State, node: int) -> int:
    """Return the slot of a node, made when it is met for the first time."""
    mask = len(state.slot_nodes) - 1
    at = ((node * 2654435761) >> 12) & mask
    while state.slot_nodes[at] != node + 1:
        if state.slot_nodes[at] == 0:
            state.slot_nodes[at] = node + 1
            state.fewest[at] = _NOT_YET
            for hop in range(MAX_HOPS + 1):
                state.seen[at, hop] = _FAR
            break
        at = (at + 1) & mask
    return at


@compiled
def _holds(numbers: npt.NDArray[np.signedinteger], wanted: int) -> int:
    """Return where `wanted` stands in ascending numbers, or -1."""
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) >> 1
        if numbers[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(numbers) and numbers[low] == wanted else -1


@compiled
def _row(overlay: Overlay, node: int) -> int:
    """Return the row of the overlay that holds the steps of a node, or -1."""
    return _holds(overlay.rows[:, 0], node) if len(overlay.rows) else -1


@compiled
def _is_goal(graph: Graph, overlay: Overlay, question: Question, node: int) -> bool:
    count = len(graph.marks)
    mark = graph.marks[node, 0] if node < count else overlay.nodes[node - count, 0]
    if (question.areas >> ((mark >> AREA_SHIFT) & 63)) & 1 == 0 or mark & question.offers == 0:
        return False
    return len(question.among) == 0 or _holds(question.among, node) >= 0


@compiled
def _note(question: Question, state: State, node: int, cost: int) -> None:
    """Keep the k cheapest goals seen so far, each once, in order of cost."""
    if question.k > BOUNDED:
        return
    costs, nodes, count = state.best_costs, state.best_nodes, state.counts[_BEST]
    at = 0
    while at < count and nodes[at] != node:
        at += 1
    if at < count:
        if costs[at] <= cost:
            return
    elif count < question.k:
        state.counts[_BEST] = count + 1
    else:
        at = count - 1
        if costs[at] <= cost:
            return
    while at > 0 and costs[at - 1] > cost:
        costs[at], nodes[at] = costs[at - 1], nodes[at - 1]
        at -= 1
    costs[at], nodes[at] = cost, node


@compiled
def _leads_nowhere(graph: Graph, overlay: Overlay, question: Question, node: int, left: int) -> bool:
    """Whether no area asked for, nor any place where the overlay begins, stands within the hops left."""
    if left == 0:
        return True
    if left > 3 or node >= len(graph.marks):
        return False
    areas = graph.marks[node, left]
    if areas & question.areas != 0:
        return False
    here = 1 << ((graph.marks[node, 0] >> AREA_SHIFT) & 63)
    return bool((areas | here) & overlay.areas == 0)


@compiled
def _relax(
    graph: Graph, overlay: Overlay, question: Question, state: State,
    label: int, cost: int, target: int, tie: int,
) -> bool:  # fmt: skip
    """Make the label of one step when it can matter; False when there is no room."""
    hops = state.labels[label, 2] + 1
    goal = _is_goal(graph, overlay, question, target)
    if not goal:
        if cost + question.lightest > _bound(question, state):
            return True
        if _leads_nowhere(graph, overlay, question, target, question.max_hops - hops):
            return True
    at = _slot(state, target)
    if state.fewest[at] <= hops or state.seen[at, hops] < cost:
        return True
    number = state.counts[_LABELS]
    if number == len(state.labels):
        return False
    state.seen[at, hops] = cost
    state.counts[_LABELS] = number + 1
    labels = state.labels
    labels[number, 0], labels[number, 1], labels[number, 2] = cost, target, hops
    labels[number, 3], labels[number, 4] = label, tie
    if goal:
        _note(question, state, target, cost)
    _push(graph, overlay, state, number)
    return True


@compiled
def _bound(question: Question, state: State) -> int:
    full = state.counts[_BEST] == question.k
    return int(state.best_costs[question.k - 1]) if full else _FAR


@compiled
def _go_on(graph: Graph, overlay: Overlay, question: Question, state: State, label: int) -> bool:
    """Follow the steps from a settled label: of the graph, then of the overlay. False: no room."""
    cost, node = state.labels[label, 0], state.labels[label, 1]
    row = _row(overlay, node)
    if node < len(graph.marks) and (row < 0 or overlay.rows[row, 1] == 0):
        for entry in range(graph.offsets[node], graph.offsets[node + 1]):
            dearer = cost + graph.costs[entry]
            state.counts[_SCANNED] += 1
            if dearer > _bound(question, state):
                break
            target, tie = graph.targets[entry], graph.ties[entry]
            if not _relax(graph, overlay, question, state, label, dearer, target, tie):
                return False
    if row >= 0:
        for entry in range(overlay.rows[row, 2], overlay.rows[row, 3]):
            dearer = cost + overlay.steps[entry, 1]
            state.counts[_SCANNED] += 1
            if dearer > _bound(question, state):
                break
            target, tie = overlay.steps[entry, 0], overlay.steps[entry, 2]
            if not _relax(graph, overlay, question, state, label, dearer, target, tie):
                return False
    return True


@compiled
def _walk(graph: Graph, overlay: Overlay, question: Question, state: State, found: Ints) -> int:
    """Settle labels until k goals are met or none waits; return how many were met, -1 without room."""
    count = 0
    while state.counts[_WAITING] > 0 and count < question.k:
        label = _pop(graph, overlay, state)
        node, hops = state.labels[label, 1], state.labels[label, 2]
        at = _slot(state, node)
        before = state.fewest[at]
        if before <= hops:
            continue
        state.fewest[at] = hops
        state.counts[_SETTLED] += 1
        if before == _NOT_YET and _is_goal(graph, overlay, question, node):
            found[count] = label
            count += 1
        if hops < question.max_hops and not _go_on(graph, overlay, question, state, label):
            return -1
    return count


@compiled
def _attempt(graph: Graph, overlay: Overlay, question: Question, room: int) -> tuple[int, Longs, Longs]:
    bound = min(question.k, BOUNDED)
    state = State(
        np.empty((room, 5), np.int64), np.empty(room, np.int32), np.zeros(4 * room, np.int32),
        np.empty(4 * room, np.int32), np.empty((4 * room, MAX_HOPS + 1), np.int64),
        np.empty(bound, np.int64), np.empty(bound, np.int32), np.zeros(5, np.int64),
    )  # fmt: skip
    for node in question.avoid:
        state.fewest[_slot(state, node)] = _NEVER
    origin, found = question.origin, np.empty(question.k, np.int32)
    labels = state.labels
    labels[0, 0], labels[0, 1], labels[0, 2], labels[0, 3], labels[0, 4] = 0, origin, 0, -1, -1
    state.counts[_LABELS] = 1
    if _is_goal(graph, overlay, question, origin):
        _note(question, state, origin, 0)
    _push(graph, overlay, state, 0)
    count = _walk(graph, overlay, question, state, found)
    ways = np.empty((max(count, 0), 2 + 2 * (MAX_HOPS + 1)), np.int64)
    for number in range(count):
        label = found[number]
        hops = labels[label, 2]
        ways[number, 0], ways[number, 1] = labels[label, 0], hops
        for hop in range(hops, -1, -1):
            ways[number, 2 + 2 * hop], ways[number, 3 + 2 * hop] = labels[label, 1], labels[label, 4]
            label = labels[label, 3]
    return count, ways, state.counts


@compiled
def nearest(
    offsets: Ints, targets: Ints, costs: Longs, ties: Ints, marks: Longs,
    rows: Longs, steps: Longs, nodes: Longs, tie_keys: Longs, tie_count: int, areas: int,
    origin: int, max_hops: int, k: int, offers: int, asked: int, among: Ints, avoid: Ints, lightest: int,
) -> tuple[Longs, Longs]:  # fmt: skip
    """Return the cheapest way to each of the k nearest goals, and what it took: (ways, counts).

    Takes the fields of a Graph, an Overlay and a Question, in order: tuples of arrays are slow to hand over.
    A way is a row: cost, hops, then node and tie by which it was reached, from the origin on.
    """
    graph = Graph(offsets, targets, costs, ties, marks)
    overlay = Overlay(rows, steps, nodes, tie_keys, tie_count, areas)
    question = Question(origin, max_hops, k, offers, asked, among, avoid, lightest)
    room = 256
    while room < 2 * len(avoid):
        room *= 2
    while True:
        count, ways, counts = _attempt(graph, overlay, question, room)
        if count >= 0:
            return ways, counts
        room *= 4


@compiled
def reachable(
    offsets: Ints, targets: Ints, rows: Longs, steps: Longs, count: int,
    origin: int, max_hops: int, avoid: Ints,
) -> Ints:  # fmt: skip
    """Return the numbers of all nodes (of `count`) within `max_hops` steps, the origin first."""
    met = np.zeros(count, np.uint8)
    found = np.empty(count + 1, np.int32)  # one more: what was met before is written, then written over
    for node in avoid:
        met[node] = 1
    met[origin] = 1
    found[0], begin, end = origin, 0, 1
    for _ in range(max_hops):
        edge = end
        for at in range(begin, edge):
            node = found[at]
            row = _holds(rows[:, 0], node) if len(rows) else -1
            if node < len(offsets) - 1 and (row < 0 or rows[row, 1] == 0):
                for entry in range(offsets[node], offsets[node + 1]):
                    found[end] = targets[entry]
                    end += 1 - met[targets[entry]]
                    met[targets[entry]] = 1
            if row >= 0:
                for entry in range(rows[row, 2], rows[row, 3]):
                    found[end] = steps[entry, 0]
                    end += 1 - met[steps[entry, 0]]
                    met[steps[entry, 0]] = 1
        begin = edge
    return found[:end].copy()


@compiled
def look_around(offsets: Ints, targets: Ints, marks: Longs) -> None:
    """Fill columns 1 to 3 of the marks of a graph: the areas within so many steps."""
    for left in range(1, 4):
        for node in range(len(marks)):
            areas = 0
            for entry in range(offsets[node], offsets[node + 1]):
                target = targets[entry]
                areas |= 1 << ((marks[target, 0] >> AREA_SHIFT) & 63)
                if left > 1:
                    areas |= marks[target, left - 1]
            marks[node, left] = areas
