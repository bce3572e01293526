"""The sheet of the network: the connected part above, small parts and lonely organisations below."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from colour_codes.palettes import Palette, ink
from colour_codes.pens import Pen
from layouts.frame import PAPERS, Frame, FrameInput, Rect, build_frame, paper_named
from layouts.mega.apart import ApartList, apart_items, apart_list
from layouts.mega.block import Block, block_of, placed_block, runs_of
from layouts.mega.dates import latest_date
from layouts.mega.legend import mega_rows
from layouts.mega.lines import tie_group
from layouts.mega.network import Network, network_of
from layouts.mega.tiles import SMALLEST, Placed, Tile, tile_group, tile_of
from layouts.mega.words import DESC, EMPTY, LEGEND, TIE_LABEL, TITLE
from layouts.sheet import Item, Sheet, Text
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.errors import bad_input
from sociogram.language import Lang

AUTO = ("A3", "A2", "A1", "A0")
"""What "auto" tries, smallest first."""
_LANE = 7.0
"""Least width of the lane between two columns, in letter sizes."""
_MOST_LANE = 22.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """A setting of the whole network that fits: letter size, blocks in order, the list of the others."""

    size: float
    tiles: Mapping[str, Tile]
    main: Block | None
    small: tuple[Block, ...]
    shelf: float
    apart: ApartList
    airiness: float


def mega_sheet(
    directory: Directory,
    *,
    lang: Lang,
    palette: Palette = Palette.WALL,
    paper: str = "A3",
    date: PartialDate | None = None,
) -> Sheet:
    """Return the network of the rows in `directory`, the same for the same rows.

    `paper` is A5 to A0, or "auto" for the smallest of A3 to A0 that holds it; `date` replaces the latest date
    among the ties shown. BadInput for an unknown paper, or one too small, naming one that fits.
    """
    network = network_of(directory)
    date = date or latest_date(network.ties)
    names = AUTO if paper.lower() == "auto" else (paper_named(paper).name,)
    for name in names:
        frame = _frame(network, lang, palette, name, date)
        plan = _plan(directory, network, frame.area, frame.paper.text, lang)
        if plan is not None:
            return _sheet(directory, network, frame, plan, lang, palette, date)
    raise _too_small(directory, network, names[-1], lang, palette, date)


def _frame(network: Network, lang: Lang, palette: Palette, paper: str, date: PartialDate | None) -> Frame:
    rows = mega_rows(network.ties, lang, palette)
    return build_frame(
        FrameInput(lang, palette, paper, date, TITLE.in_(lang), kind="mega", rows=rows)
    )


def _too_small(
    directory: Directory, network: Network, paper: str, lang: Lang, palette: Palette, date: PartialDate | None
) -> Exception:
    names = list(PAPERS)
    for name in names[names.index(paper) + 1 :]:
        frame = _frame(network, lang, palette, name, date)
        if _plan(directory, network, frame.area, frame.paper.text, lang) is not None:
            fr, en = f"Choisir {name} ou plus grand.", f"Choose {name} or larger."
            break
    else:
        fr = "Choisir moins d'organisations : même A0 n'y suffit pas."
        en = "Choose fewer organisations: even A0 cannot hold them."
    return bad_input(
        "paper_too_small",
        fr=f"le réseau ne tient pas sur {paper} avec des lettres de 2,5 mm.",
        en=f"the network does not fit on {paper} with letters of 2.5 mm.",
        remedy_fr=fr,
        remedy_en=en,
        field="paper",
    )


def _plan(directory: Directory, network: Network, area: Rect, text: float, lang: Lang) -> _Plan | None:
    """Return the roomiest plan with the largest letters that fit the area."""
    for full in (True, False):
        size = text
        while size >= SMALLEST - 1e-9:
            plans = [_plan_with(directory, network, area, size, count, lang, full) for count in range(3, 9)]
            fitting = [plan for plan in plans if plan is not None]
            if fitting:
                return max(fitting, key=lambda plan: plan.airiness)
            size = round(size - 0.1, 2) if size - 0.1 >= SMALLEST else (SMALLEST if size > SMALLEST else 0.0)
    return None


def _plan_with(
    directory: Directory, network: Network, area: Rect, size: float, count: int, lang: Lang, full: bool
) -> _Plan | None:
    most = min(15 * size, (area.width - (count - 1) * _LANE * size) / count)
    if most < 8 * size:
        return None
    tiles = {
        one: tile_of(directory.organisations[one], size, most, full=full) for group in network.groups for one in group
    }
    apart = apart_list(directory, network.apart, area.width, SMALLEST if size < 3.2 else round(0.8 * size, 2), lang)
    main = block_of(network.groups[0], network, tiles, count, size) if network.groups else None
    small = tuple(block_of(group, network, tiles, _small_count(group), size) for group in network.groups[1:])
    shelf = _shelf_height(small, area.width, size)
    room = area.height - apart.height - shelf
    if main is None:
        return _Plan(size, tiles, None, (), 0.0, apart, 1.0) if room >= 0 else None
    lane = (area.width - sum(main.widths)) / max(1, len(main.widths) - 1)
    if lane < _LANE * size or main.need_height > room or shelf < 0:
        return None
    airiness = min(room / main.need_height, 1.6) + 0.06 * min(lane / size, 18)
    return _Plan(size, tiles, main, small, shelf, apart, airiness)


def _small_count(group: tuple[str, ...]) -> int:
    return 2 if len(group) < 4 else 4


def _shelves(small: tuple[Block, ...], width: float, size: float) -> list[list[Block]]:
    """Set small blocks side by side, row after row."""
    rows: list[list[Block]] = []
    left = width + 1
    for block in small:
        need = block.need_width(_LANE * size * 1.3) + 3 * size
        if left + need > width:
            rows.append([])
            left = 0.0
        rows[-1].append(block)
        left += need
    return rows


def _shelf_height(small: tuple[Block, ...], width: float, size: float) -> float:
    rows = _shelves(small, width, size)
    return sum(max(block.need_height for block in row) * 1.15 + 2.5 * size for row in rows)


def _sheet(
    directory: Directory,
    network: Network,
    frame: Frame,
    plan: _Plan,
    lang: Lang,
    palette: Palette,
    date: PartialDate | None,
) -> Sheet:
    ties: list[Item] = []
    buildings: list[Item] = []
    for block, placed, lane in _standing(network, frame.area, plan):
        for run in runs_of(block, network, placed, lane):
            ties.append(tie_group(run, palette, plan.size, _tie_label(directory, run.tie, lang)))
        buildings += [tile_group(placed[one], palette) for part in block.columns for one in part]
    top = frame.area.bottom - plan.apart.height
    others = apart_items(plan.apart, frame.area.x, top, lang, palette)
    if not directory.organisations:
        middle = frame.area.y + frame.area.height / 2
        empty = Text(frame.paper.width / 2, middle, frame.paper.text, EMPTY.in_(lang), ink(Pen.BLACK), "middle")
        buildings.append(empty)
    desc = DESC.filled(count=len(directory.organisations), ties=len(network.ties)).in_(lang)
    data = (
        ("sociogram", "1"),
        ("palette", palette.value),
        ("lang", lang),
        ("date", str(date) if date else "undated"),
    )
    items = (*frame.groups_before, *ties, *buildings, *others, *frame.groups_after)
    return Sheet(frame.paper.width, frame.paper.height, lang, palette, TITLE.in_(lang), desc, items, data)


def _standing(
    network: Network, area: Rect, plan: _Plan
) -> Iterator[tuple[Block, dict[str, Placed], float]]:
    """Yield each block with its buildings placed and the width of its lanes."""
    size = plan.size
    if plan.main is not None:
        room = area.height - plan.apart.height - plan.shelf
        spare = (area.width - sum(plan.main.widths)) / max(1, len(plan.main.widths) - 1)
        lane = min(spare, _MOST_LANE * size)
        x = area.x + (area.width - plan.main.need_width(lane)) / 2
        placed = placed_block(
            plan.main, network, plan.tiles, x=x, y=area.y, height=room - 1.5 * size, lane=lane, size=size
        )
        yield plan.main, placed, lane
    y = area.bottom - plan.apart.height - plan.shelf
    for row in _shelves(plan.small, area.width, size):
        x, high = area.x, max(block.need_height for block in row) * 1.15
        for block in row:
            lane = _LANE * size * 1.3
            placed = placed_block(block, network, plan.tiles, x=x, y=y, height=high, lane=lane, size=size)
            yield block, placed, lane
            x += block.need_width(lane) + 3 * size
        y += high + 2.5 * size


def _tie_label(directory: Directory, tie: object, lang: Lang) -> str:
    from sociogram.directory.rows import Relation

    assert isinstance(tie, Relation)
    rows = directory.organisations
    return TIE_LABEL.filled(
        start=rows[tie.from_id].name, end=rows[tie.to_id].name, kind=LEGEND[tie.kind].in_(lang)
    ).in_(lang)
