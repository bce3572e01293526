"""The search of paths.py over arrays, bounded: the same answers, bit for bit, for a fraction of the work.

What is left out can be on no way that is given: labels dearer than the k-th goal seen so far; on the last
hop, labels that are no goal; and labels from which no area asked for can be reached in the hops left.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sociogram.referral.compiled import compiled, inlined

Longs = npt.NDArray[np.int64]
Ints = npt.NDArray[np.int32]
Costs = npt.NDArray[np.uint32] | npt.NDArray[np.int64]

MAX_HOPS = 6
AREA_SHIFT = 58
"""A mark: what the organisation offers in bits 0 to 57, the number of its area (0 to 63) above."""
KEY_SHIFT = 20
"""Between two ids of the graph so many bits are left for those of an overlay."""
BOUNDED = 64
"""Up to so many goals the k-th best one seen is known at every moment."""
FIRST_ROOM = 256
"""So many labels at first, then four times as many."""
_NOT_YET, _NEVER = MAX_HOPS + 1, -1
_FAR = 1 << 62
_HOP_BITS = 3
# The columns of a label, a slot, the counts, and what is asked.
_KEY, _NODE, _PARENT, _TIE = range(4)
_WHO, _FEWEST, _SEEN = range(3)
_LABELS, _WAITING, _BEST, _SETTLED, _SCANNED, _NODES, _TIES = range(7)
_MOST, _K, _OFFERS, _AREAS, _LIGHTEST, _LAID = range(6)


class Graph(NamedTuple):
    """The public rows: steps of node i = entries offsets[i] to offsets[i + 1], cheapest first.

    `marks[i, 0]` = the mark of node i; `marks[i, r]` = the areas (bits) that stand 1 to r steps from it, for
    r = 1 to 3. Both are asked together: they lie together.
    """

    offsets: Ints
    targets: Ints
    costs: Costs
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


@compiled
def _comes_first(labels: Longs, nodes: Longs, tie_keys: Longs, counts: Longs, one: int, other: int) -> bool:
    """Whether a label comes before one of equal cost and hops: by the actors of its path, then its ties."""
    by_actors, by_ties = 0, 0
    while one != other:  # towards the origin: what differs nearer to it decides
        a, b = labels[one, _NODE], labels[other, _NODE]
        if a != b:
            a = (a + 1) << KEY_SHIFT if a < counts[_NODES] else nodes[a - counts[_NODES], 1]
            b = (b + 1) << KEY_SHIFT if b < counts[_NODES] else nodes[b - counts[_NODES], 1]
            by_actors = -1 if a < b else 1
        a, b = labels[one, _TIE], labels[other, _TIE]
        if a != b:
            a = (a + 1) << KEY_SHIFT if a < counts[_TIES] else tie_keys[a - counts[_TIES]]
            b = (b + 1) << KEY_SHIFT if b < counts[_TIES] else tie_keys[b - counts[_TIES]]
            by_ties = -1 if a < b else 1
        one, other = labels[one, _PARENT], labels[other, _PARENT]
    return by_actors < 0 or (by_actors == 0 and by_ties < 0)


@compiled
def _push(heap: Longs, labels: Longs, nodes: Longs, tie_keys: Longs, counts: Longs, label: int) -> None:
    at, key = counts[_WAITING], labels[label, _KEY]
    counts[_WAITING] = at + 1
    while at > 0:
        above = (at - 1) >> 2
        if heap[above, 0] < key:
            break
        if heap[above, 0] == key and not _comes_first(labels, nodes, tie_keys, counts, label, heap[above, 1]):
            break
        heap[at, 0], heap[at, 1] = heap[above, 0], heap[above, 1]
        at = above
    heap[at, 0], heap[at, 1] = key, label


@compiled
def _pop(heap: Longs, labels: Longs, nodes: Longs, tie_keys: Longs, counts: Longs) -> int:
    first, end = heap[0, 1], counts[_WAITING] - 1
    counts[_WAITING] = end
    key, last, at = heap[end, 0], heap[end, 1], 0
    while True:
        best = 4 * at + 1
        if best >= end:
            break
        for other in range(best + 1, min(best + 4, end)):
            if heap[other, 0] < heap[best, 0] or (
                heap[other, 0] == heap[best, 0]
                and _comes_first(labels, nodes, tie_keys, counts, heap[other, 1], heap[best, 1])
            ):
                best = other
        if heap[best, 0] > key or (
            heap[best, 0] == key and not _comes_first(labels, nodes, tie_keys, counts, heap[best, 1], last)
        ):
            break
        heap[at, 0], heap[at, 1] = heap[best, 0], heap[best, 1]
        at = best
    heap[at, 0], heap[at, 1] = key, last
    return int(first)


@compiled
def _slot(slots: Longs, node: int) -> int:
    """Return the slot of a node, made when it is met for the first time."""
    mask = len(slots) - 1
    at = ((node * 2654435761) >> 12) & mask
    while slots[at, _WHO] != node + 1:
        if slots[at, _WHO] == 0:
            slots[at, _WHO], slots[at, _FEWEST] = node + 1, _NOT_YET
            for hop in range(MAX_HOPS):
                slots[at, _SEEN + hop] = _FAR
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
def _is_goal(marks: Longs, nodes: Longs, among: Ints, ask: Longs, node: int) -> bool:
    mark = marks[node, 0] if node < len(marks) else nodes[node - len(marks), 0]
    if (ask[_AREAS] >> ((mark >> AREA_SHIFT) & 63)) & 1 == 0 or mark & ask[_OFFERS] == 0:
        return False
    return len(among) == 0 or _holds(among, node) >= 0


@compiled
def _note(best: Longs, counts: Longs, k: int, node: int, cost: int) -> None:
    """Keep the k cheapest goals seen so far (cost, node), each once, in order of cost."""
    count = counts[_BEST]
    at = 0
    while at < count and best[at, 1] != node:
        at += 1
    if at == count and count < k:
        counts[_BEST] = count + 1
    else:
        at = min(at, count - 1)
        if best[at, 0] <= cost:
            return
    while at > 0 and best[at - 1, 0] > cost:
        best[at, 0], best[at, 1] = best[at - 1, 0], best[at - 1, 1]
        at -= 1
    best[at, 0], best[at, 1] = cost, node


@compiled
def _leads_nowhere(marks: Longs, ask: Longs, node: int, left: int) -> bool:
    """Whether no area asked for, nor any place where the overlay begins, stands within the hops left."""
    if left == 0:
        return True
    if left > 3 or node >= len(marks):
        return False
    areas = marks[node, left]
    if areas & ask[_AREAS] != 0:
        return False
    here = 1 << ((marks[node, 0] >> AREA_SHIFT) & 63)
    return bool((areas | here) & ask[_LAID] == 0)


@compiled
def _relax(
    marks: Longs, nodes: Longs, tie_keys: Longs, among: Ints, ask: Longs,
    labels: Longs, heap: Longs, slots: Longs, best: Longs, counts: Longs,
    label: int, key: int, bound: int, target: int, tie: int,
) -> int:  # fmt: skip
    """Make the label of one step when it can matter; return the bound then, -1 when there is no room."""
    cost, hops = key >> _HOP_BITS, key & ((1 << _HOP_BITS) - 1)
    goal = _is_goal(marks, nodes, among, ask, target)
    if not goal and (cost + ask[_LIGHTEST] > bound or _leads_nowhere(marks, ask, target, ask[_MOST] - hops)):
        return bound
    at = _slot(slots, target)
    if slots[at, _FEWEST] <= hops or slots[at, _SEEN + hops - 1] < cost:
        return bound
    number = counts[_LABELS]
    if number == len(labels):
        return -1
    counts[_LABELS] = number + 1
    slots[at, _SEEN + hops - 1] = cost
    labels[number, _KEY], labels[number, _NODE] = key, target
    labels[number, _PARENT], labels[number, _TIE] = label, tie
    _push(heap, labels, nodes, tie_keys, counts, number)
    if goal and ask[_K] <= BOUNDED:
        _note(best, counts, ask[_K], target, cost)
        if counts[_BEST] == ask[_K]:
            return int(best[ask[_K] - 1, 0])
    return bound


@inlined
def _follow(
    offsets: Ints, targets: Ints, costs: Costs, ties: Ints, marks: Longs, nodes: Longs, tie_keys: Longs,
    among: Ints, ask: Longs, labels: Longs, heap: Longs, slots: Longs, best: Longs, counts: Longs,
    label: int, bound: int,
) -> int:  # fmt: skip
    """Follow the steps of the graph from a settled label; return the bound then, -1 without room."""
    key, node = labels[label, _KEY], labels[label, _NODE]
    offers, areas, lightest, laid = ask[_OFFERS], ask[_AREAS], ask[_LIGHTEST], ask[_LAID]
    left = ask[_MOST] - (key & ((1 << _HOP_BITS) - 1)) - 1
    for entry in range(offsets[node], offsets[node + 1]):
        counts[_SCANNED] += 1
        further = key + (np.int64(costs[entry]) << _HOP_BITS) + 1
        if further >> _HOP_BITS > bound:
            break
        target = targets[entry]
        # Most steps end here: a call for each would take far longer than what is asked of it.
        mark = marks[target, 0]
        if mark & offers == 0 or (areas >> ((mark >> AREA_SHIFT) & 63)) & 1 == 0:
            if left == 0 or (further >> _HOP_BITS) + lightest > bound:
                continue
            here = 1 << ((mark >> AREA_SHIFT) & 63)
            if left <= 3 and (marks[target, left] & (areas | laid)) | (here & laid) == 0:
                continue
        bound = _relax(
            marks, nodes, tie_keys, among, ask, labels, heap, slots, best, counts,
            label, further, bound, target, ties[entry],
        )  # fmt: skip
        if bound < 0:
            break
    return bound


@compiled
def _follow_laid(
    rows: Longs, steps: Longs, marks: Longs, nodes: Longs, tie_keys: Longs,
    among: Ints, ask: Longs, labels: Longs, heap: Longs, slots: Longs, best: Longs, counts: Longs,
    label: int, row: int, bound: int,
) -> int:  # fmt: skip
    """Follow the steps of a row of the overlay, as `_follow` does those of the graph."""
    for entry in range(rows[row, 2], rows[row, 3]):
        counts[_SCANNED] += 1
        further = labels[label, _KEY] + (steps[entry, 1] << _HOP_BITS) + 1
        if further >> _HOP_BITS > bound:
            break
        bound = _relax(
            marks, nodes, tie_keys, among, ask, labels, heap, slots, best, counts,
            label, further, bound, steps[entry, 0], steps[entry, 2],
        )  # fmt: skip
        if bound < 0:
            break
    return bound


@compiled
def _walk(
    offsets: Ints, targets: Ints, costs: Costs, ties: Ints, marks: Longs,
    rows: Longs, steps: Longs, nodes: Longs, tie_keys: Longs, among: Ints, ask: Longs,
    labels: Longs, heap: Longs, slots: Longs, best: Longs, counts: Longs, found: Ints,
) -> int:  # fmt: skip
    """Settle labels until k goals are met or none waits; return how many were met, -1 without room."""
    count, bound = 0, _FAR
    if counts[_BEST] == ask[_K]:
        bound = best[0, 0]
    while counts[_WAITING] > 0 and count < ask[_K] and bound >= 0:
        label = _pop(heap, labels, nodes, tie_keys, counts)
        node, hops = labels[label, _NODE], labels[label, _KEY] & ((1 << _HOP_BITS) - 1)
        at = _slot(slots, node)
        before = slots[at, _FEWEST]
        if before <= hops:
            continue
        slots[at, _FEWEST] = hops
        counts[_SETTLED] += 1
        if before == _NOT_YET and _is_goal(marks, nodes, among, ask, node):
            found[count] = label
            count += 1
        if hops == ask[_MOST]:
            continue
        row = _holds(rows[:, 0], node) if len(rows) else -1
        if node < len(marks) and (row < 0 or rows[row, 1] == 0):
            bound = _follow(
                offsets, targets, costs, ties, marks, nodes, tie_keys, among, ask,
                labels, heap, slots, best, counts, label, bound,
            )  # fmt: skip
        if row >= 0 and bound >= 0:
            bound = _follow_laid(
                rows, steps, marks, nodes, tie_keys, among, ask,
                labels, heap, slots, best, counts, label, row, bound,
            )  # fmt: skip
    return count if bound >= 0 else -1


@compiled
def _written(labels: Longs, found: Ints, count: int) -> Longs:
    """Return the ways to the labels found: cost, hops, then node and tie of each actor."""
    ways = np.empty((count, 2 + 2 * (MAX_HOPS + 1)), np.int64)
    for number in range(count):
        label = found[number]
        key = labels[label, _KEY]
        hops = key & ((1 << _HOP_BITS) - 1)
        ways[number, 0], ways[number, 1] = key >> _HOP_BITS, hops
        for hop in range(hops, -1, -1):
            ways[number, 2 + 2 * hop], ways[number, 3 + 2 * hop] = labels[label, _NODE], labels[label, _TIE]
            label = labels[label, _PARENT]
    return ways


@compiled
def nearest(
    offsets: Ints, targets: Ints, costs: Costs, ties: Ints, marks: Longs,
    rows: Longs, steps: Longs, nodes: Longs, tie_keys: Longs, tie_count: int, laid: int,
    origin: int, max_hops: int, k: int, offers: int, areas: int, among: Ints, avoid: Ints, lightest: int,
) -> tuple[Longs, Longs]:  # fmt: skip
    """Return the cheapest way to each of the k nearest goals, and what it took: (ways, counts).

    Takes the fields of a Graph and an Overlay, then the question: a goal offers one of `offers` in one of
    `areas` (bits) and, unless that is empty, stands in `among` (in order); `lightest` = the least cost of any
    step. A way is a row: cost, hops, then node and tie by which it was reached, from the origin on.
    """
    ask = np.array([max_hops, k, offers, areas, lightest, laid], np.int64)
    best, found, room = np.empty((min(k, BOUNDED), 2), np.int64), np.empty(k, np.int32), FIRST_ROOM
    while room < 2 * len(avoid):
        room *= 2
    while True:
        labels, heap = np.empty((room, 4), np.int64), np.empty((room, 2), np.int64)
        slots, counts = np.zeros((2 * room, _SEEN + MAX_HOPS), np.int64), np.zeros(7, np.int64)
        counts[_LABELS], counts[_NODES], counts[_TIES] = 1, len(marks), tie_count
        for node in avoid:
            slots[_slot(slots, node), _FEWEST] = _NEVER
        labels[0, _KEY], labels[0, _NODE], labels[0, _PARENT], labels[0, _TIE] = 0, origin, -1, -1
        if k <= BOUNDED and _is_goal(marks, nodes, among, ask, origin):
            _note(best, counts, k, origin, 0)
        _push(heap, labels, nodes, tie_keys, counts, 0)
        count = _walk(
            offsets, targets, costs, ties, marks, rows, steps, nodes, tie_keys, among, ask,
            labels, heap, slots, best, counts, found,
        )  # fmt: skip
        if count >= 0:
            return _written(labels, found, count), counts
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
