"""The network laid out: buildings in columns, ties in the lanes between them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from layouts.mega.heights import spread
from layouts.mega.network import Network
from layouts.mega.order import crossings, ordered_columns
from layouts.mega.ties import Tie
from layouts.mega.tiles import Placed, Tile

PORT = 0.85
"""Least room between two ties on one wall, in letter sizes."""
WIDE_PORT = 1.4
"""The same between arrows that carry a badge."""
GAP = 0.75
"""Least room between two buildings of a column, in letter sizes."""
MOST_GAP = 7.5
"""Most room wished between two buildings of a column, in letter sizes."""


@dataclass(frozen=True, slots=True)
class Run:
    """A tie to draw: where it starts and ends, and on which sides of the buildings (-1 left, 1 right)."""

    tie: Tie
    start: tuple[float, float]
    end: tuple[float, float]
    start_side: int
    end_side: int
    lane: float


@dataclass(frozen=True, slots=True)
class Block:
    """The network before it has a place: its columns, tile heights and what it needs in mm.

    `spaced`: ends of ties take the whole of a wall, as badges want.
    """

    columns: tuple[tuple[str, ...], ...]
    spaced: bool
    widths: tuple[float, ...]
    heights: Mapping[str, float]
    need_height: float

    def need_width(self, lane: float) -> float:
        """Return the width taken with lanes of `lane` mm."""
        return sum(self.widths) + lane * (len(self.widths) - 1)


def block_of(
    column: Mapping[str, int],
    tiles: Mapping[str, Tile],
    heights: Mapping[str, float],
    size: float,
    *,
    spaced: bool,
) -> Block:
    """Return the figures in their columns, not yet ordered, with letters of `size` mm."""
    columns: list[list[str]] = [[] for _ in range(max(column.values()) + 1)]
    for one in sorted(column):
        columns[column[one]].append(one)
    widths = tuple(max(tiles[one].width for one in part) for part in columns)
    need = max(sum(heights[one] for one in part) + GAP * size * (len(part) - 1) for part in columns)
    return Block(tuple(tuple(part) for part in columns), spaced, widths, heights, need)


def ordered(block: Block, network: Network) -> Block:
    """Return the block with each column in the order that crosses fewest ties."""
    column = {one: index for index, part in enumerate(block.columns) for one in part}
    columns = ordered_columns(column, network.neighbours)
    return replace(block, columns=tuple(tuple(part) for part in columns))


def tangle(block: Block | None, network: Network) -> float:
    """Return how hard the ties of an ordered block are to follow: crossings, and arcs inside a column."""
    if block is None:
        return 0.0
    column = {one: index for index, part in enumerate(block.columns) for one in part}
    rank = {one: row for part in block.columns for row, one in enumerate(part)}
    arcs = [tie for tie in network.ties if column[tie.from_id] == column[tie.to_id]]
    return crossings(block.columns, network.neighbours) + sum(
        4 + 2 * abs(rank[tie.from_id] - rank[tie.to_id]) for tie in arcs
    )


def placed_block(
    block: Block,
    network: Network,
    tiles: Mapping[str, Tile],
    *,
    x: float,
    y: float,
    height: float,
    lane: float,
    size: float,
) -> dict[str, Placed]:
    """Return where each building stands, from (x, y) down to `height` mm, with lanes of `lane` mm."""
    tops = spread(block.columns, network.neighbours, block.heights, height, GAP * size, MOST_GAP * size)
    placed, left = {}, x
    for part, width in zip(block.columns, block.widths, strict=True):
        for one in part:
            placed[one] = Placed(
                tiles[one], round(left, 2), round(y + tops[one], 2), round(width, 2), block.heights[one]
            )
        left += width + lane
    return placed


def runs_of(block: Block, network: Network, placed: Mapping[str, Placed], lane: float) -> tuple[Run, ...]:
    """Return the ties of a block with their ends spread over the walls, so that no two ends coincide."""
    column = {one: index for index, part in enumerate(block.columns) for one in part}
    last = len(block.columns) - 1
    ends: dict[tuple[str, int], list[tuple[float, float, str, str]]] = {}
    inner = [tie for tie in network.ties if tie.from_id in column]
    for tie in inner:
        for here, there in ((tie.from_id, tie.to_id), (tie.to_id, tie.from_id)):
            side = _side(column[here], column[there], last)
            key = _port_key(placed[here], placed[there], column[here] == column[there])
            ends.setdefault((here, side), []).append((*key, tie.id, there))
    ports = {
        (tie_id, here): _port(placed[here], side, rank, len(found), block.spaced)
        for (here, side), found in ends.items()
        for rank, (*_, tie_id, _there) in enumerate(sorted(found))
    }
    return tuple(
        Run(
            tie,
            ports[tie.id, tie.from_id],
            ports[tie.id, tie.to_id],
            _side(column[tie.from_id], column[tie.to_id], last),
            _side(column[tie.to_id], column[tie.from_id], last),
            lane,
        )
        for tie in inner
    )


def _side(here: int, there: int, last: int) -> int:
    if here == there:
        return 1 if here < last or last == 0 else -1
    return 1 if there > here else -1


def _port_key(here: Placed, there: Placed, same: bool) -> tuple[float, float]:
    """Order ends on a wall: arcs to buildings above at the top, below at the bottom, near ones outside."""
    if not same:
        return (1.0, there.middle)
    return (0.0, -there.middle) if there.middle < here.middle else (2.0, -there.middle)


def _port(here: Placed, side: int, rank: int, count: int, wide: bool) -> tuple[float, float]:
    walls = here.height - here.tile.roof
    step = walls / (count + 1) if wide else min(walls / (count + 1), 0.12 * walls + 1.4)
    step = step if count > 1 else 0.0
    y = here.middle + (rank - (count - 1) / 2) * step
    inset = 0.9 if here.tile.shape == "building" else 0.0
    x = here.x + here.width - inset if side > 0 else here.x + inset
    return round(x, 2), round(y, 2)
