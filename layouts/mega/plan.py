"""Chooses how the network is set on a paper: letter size, long or short names, how many columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from layouts.frame import Rect
from layouts.mega.apart import ApartList
from layouts.mega.block import Block, block_of, ordered, tangle
from layouts.mega.cast import Cast
from layouts.mega.columns import shared_columns
from layouts.mega.network import Network
from layouts.mega.tiles import SMALLEST, Tile

LEAST_LANE = 7.0
"""Least width of the lane between two columns, in letter sizes."""
MOST_LANE = 22.0
_MOST_COLUMNS = 24
_WIDEST, _NARROWEST = 15.0, 8.0
"""Width of a building, in letter sizes."""
_TANGLE = 0.004
"""What a crossing costs in airiness."""
_ENDLESS = 1e6
_AIRY = 1.6
"""Letters grow no further than this: height to spare, and wide lanes (see `_airiness`)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A setting of the whole network that fits: letter size, tiles, columns, and the list of the others.

    `own`: the columns are those the cast has for itself, which go before all others.
    """

    size: float
    full: bool
    tiles: Mapping[str, Tile]
    block: Block | None
    apart: ApartList
    airiness: float
    own: bool = False


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans one network for any paper; what does not depend on the paper is worked out once."""

    cast: Cast
    network: Network
    _columns: dict[int, Mapping[str, int]] = field(default_factory=dict)
    _own: set[int] = field(default_factory=set)

    def plan(self, area: Rect, text: float) -> Plan | None:
        """Return the plan with the largest letters that leaves air, else the roomiest; None if none fits.

        Long names are taken where they fit. `text` is the largest letter size, in mm.
        """
        step = 1 if text < 5 else 2
        sizes = [tenths / 10 for tenths in range(round(SMALLEST * 10), round(text * 10) + 1, step)]
        for full in (True, False):
            found = self._best(area, sizes[0], full)
            if found is None:
                continue
            low, high = 0, len(sizes) - 1
            while low < high:
                middle = (low + high + 1) // 2
                tried = self._best(area, sizes[middle], full)
                if tried and tried.airiness >= _AIRY:
                    low, found = middle, tried
                else:
                    high = middle - 1
            return self._clearest(area, found)
        return None

    def lowest(self, width: float, size: float) -> tuple[Plan, float, float] | None:
        """Return the lowest plan in `width` mm with letters of `size` mm, with its width and height."""
        found = self._plans(Rect(0.0, 0.0, width, _ENDLESS), size, full=False)
        if not found:
            return None
        plan = min(found, key=lambda one: one.block.need_height if one.block else 0.0)
        if plan.block is None:
            return plan, width, plan.apart.height
        block = ordered(plan.block, self.network)
        spare = 1.5 * size if plan.apart.columns else 0.0
        taken = min(width, block.need_width(1.6 * LEAST_LANE * size)) if not plan.apart.columns else width
        return replace(plan, block=block), taken, 1.12 * block.need_height + plan.apart.height + spare

    def _best(self, area: Rect, size: float, full: bool) -> Plan | None:
        return max(self._plans(area, size, full), key=lambda plan: plan.airiness, default=None)

    def _clearest(self, area: Rect, plan: Plan) -> Plan:
        """Return, among the numbers of columns that hold these letters, the one easiest to follow."""
        plans = sorted(self._plans(area, plan.size, plan.full), key=lambda one: -one.airiness)
        kept = plans[: 8 if len(self.network.neighbours) < 200 else 2]
        ready = [replace(one, block=ordered(one.block, self.network)) for one in kept if one.block]
        return max(
            ready, key=lambda one: one.airiness - _TANGLE * tangle(one.block, self.network), default=plan
        )

    def _plans(self, area: Rect, size: float, full: bool) -> list[Plan]:
        """Return a plan for each number of columns that fits the area."""
        letters = max(SMALLEST, round(0.8 * size, 2))
        apart = self.cast.apart(area.width, letters)
        room = apart.room_above(area.height, size)
        if room < 0:
            return []
        if not self.network.groups:
            return [Plan(size, full, {}, None, apart, 1.0)]
        made = (self._with(area, room, size, count, full, apart) for count in range(2, _MOST_COLUMNS + 1))
        plans = [plan for plan in made if plan is not None]
        return [plan for plan in plans if plan.own] or plans

    def _with(
        self, area: Rect, room: float, size: float, count: int, full: bool, apart: ApartList
    ) -> Plan | None:
        width = (area.width - (count - 1) * LEAST_LANE * size) / count
        if width < _NARROWEST * size:
            return None
        tiles = self._tiles(size, min(_WIDEST * size, width), full)
        block = block_of(
            self._column(count), tiles, self._heights(tiles, size), size, spaced=self.cast.arranged
        )
        lane = (area.width - sum(block.widths)) / max(1, len(block.widths) - 1)
        if lane < LEAST_LANE * size or block.need_height > room:
            return None
        airiness = _airiness(room / block.need_height, lane / size)
        return Plan(size, full, tiles, block, apart, airiness, count in self._own)

    def _tiles(self, size: float, width: float, full: bool) -> dict[str, Tile]:
        ends = self.network.ends
        return {one: self.cast.tile(one, size, width, full=full, ends=ends[one]) for one in ends}

    def _heights(self, tiles: Mapping[str, Tile], size: float) -> dict[str, float]:
        """Return the height of each figure in mm: every tie has its own place on a wall."""
        ends, walls = self.network.ends, self.cast.walls
        return {
            one: round(max(tile.height, tile.roof + size * walls(one, ends[one])), 2)
            for one, tile in tiles.items()
        }

    def _column(self, count: int) -> Mapping[str, int]:
        """Return the columns of everyone: worked out once for each number of columns, at one letter size."""
        if count not in self._columns:
            tiles = self._tiles(SMALLEST, _WIDEST * SMALLEST, True)
            heights = self._heights(tiles, SMALLEST)
            own = self.cast.columns(count, heights)
            if own:
                self._own.add(count)
            self._columns[count] = own or shared_columns(
                self.network.groups, self.network.neighbours, heights, count
            )
        return self._columns[count]


def _airiness(spare: float, lane: float) -> float:
    """Say how much air there is: the room's height over what is needed, and lanes in letter sizes."""
    return min(spare, 1.7) + 0.05 * min(lane, 14)
