"""The sheet of the network: organisations with ties above, the list of the others below."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from colour_codes.palettes import Palette, ink
from colour_codes.pens import Pen
from layouts.frame import PAPERS, Frame, FrameInput, Rect, build_frame, paper_named
from layouts.mega.apart import ApartList, apart_items, apart_list
from layouts.mega.block import Block, block_of, ordered, placed_block, runs_of, tangle
from layouts.mega.dates import latest_date
from layouts.mega.legend import mega_rows
from layouts.mega.lines import tie_group
from layouts.mega.network import Network, network_of
from layouts.mega.tiles import SMALLEST, Placed, Tile, tile_group, tile_of
from layouts.mega.words import DESC, EMPTY, LEGEND, TIE_LABEL, TITLE
from layouts.sheet import Item, Sheet, Text
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Relation
from sociogram.errors import bad_input
from sociogram.language import Lang

AUTO = ("A3", "A2", "A1", "A0")
"""What "auto" tries, smallest first."""
_LANE = 7.0
"""Least width of the lane between two columns, in letter sizes."""
_MOST_LANE = 22.0
_TANGLE = 0.004
"""What a crossing costs in airiness."""
_AIRY = 2.0
"""Letters grow no further than this: height to spare, and wide lanes (see `_plan_with`)."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A setting of the whole network that fits: letter size, tiles, columns, and the list of the others."""

    size: float
    tiles: Mapping[str, Tile]
    block: Block | None
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
    """Return the plan with the largest letters that leaves air, else the roomiest; long names if they fit."""
    sizes = [size / 10 for size in range(round(text * 10), round(SMALLEST * 10) - 1, -1 if text < 5 else -2)]
    for full in (True, False):
        roomiest: _Plan | None = None
        for size in sizes:
            apart = _apart(directory, network, area, size, lang)
            for count in range(2, 10):
                plan = _plan_with(directory, network, area, size, count, apart, full)
                if plan and (roomiest is None or plan.airiness > roomiest.airiness + 1e-9):
                    roomiest = plan
            if roomiest and roomiest.airiness >= _AIRY:
                break
        if roomiest:
            return _clearest(directory, network, area, roomiest, full)
    return None


def _clearest(directory: Directory, network: Network, area: Rect, plan: _Plan, full: bool) -> _Plan:
    """Return, among the numbers of columns that hold these letters, the one easiest to follow."""
    size, apart = plan.size, plan.apart
    plans = [_plan_with(directory, network, area, size, count, apart, full) for count in range(2, 10)]
    ready = [replace(one, block=ordered(one.block, network)) for one in plans if one and one.block]
    return max(ready, key=lambda one: one.airiness - _TANGLE * tangle(one.block, network)) if ready else plan


def _apart(directory: Directory, network: Network, area: Rect, size: float, lang: Lang) -> ApartList:
    return apart_list(directory, network.apart, area.width, max(SMALLEST, round(0.8 * size, 2)), lang)


def _plan_with(
    directory: Directory, network: Network, area: Rect, size: float, count: int, apart: ApartList, full: bool
) -> _Plan | None:
    room = area.height - apart.height - (1.5 * size if apart.columns else 0.0)
    if not network.groups:
        return _Plan(size, {}, None, apart, 1.0) if room >= 0 else None
    most = min(15 * size, (area.width - (count - 1) * _LANE * size) / count)
    if most < 8 * size or room < 0:
        return None
    tiles = {
        one: tile_of(directory.organisations[one], size, most, full=full, ends=network.ends[one])
        for one in network.neighbours
    }
    block = block_of(network, tiles, count, size)
    lane = (area.width - sum(block.widths)) / max(1, len(block.widths) - 1)
    if lane < _LANE * size or block.need_height > room:
        return None
    airiness = min(room / block.need_height, 1.7) + 0.05 * min(lane / size, 14)
    return _Plan(size, tiles, block, apart, airiness)


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
    if plan.block is not None:
        block = plan.block
        placed, lane = _standing(block, network, frame.area, plan)
        for run in runs_of(block, network, placed, lane):
            ties.append(tie_group(run, palette, plan.size, _tie_label(directory, run.tie, lang)))
        buildings += [tile_group(placed[one], palette) for part in block.columns for one in part]
    top = frame.area.bottom - plan.apart.height
    others = apart_items(plan.apart, frame.area.x, top, lang, palette)
    if not directory.organisations:
        middle = frame.area.y + frame.area.height / 2
        words, centre = EMPTY.in_(lang), frame.paper.width / 2
        buildings.append(Text(centre, middle, frame.paper.text, words, ink(Pen.BLACK), "middle"))
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
    block: Block, network: Network, area: Rect, plan: _Plan
) -> tuple[dict[str, Placed], float]:
    """Return where the buildings stand, and the width of the lanes between their columns."""
    size = plan.size
    room = area.height - plan.apart.height - (1.5 * size if plan.apart.columns else 0.0)
    spare = (area.width - sum(block.widths)) / max(1, len(block.widths) - 1)
    lane = min(spare, _MOST_LANE * size)
    x = area.x + (area.width - block.need_width(lane)) / 2
    placed = placed_block(block, network, plan.tiles, x=x, y=area.y, height=room, lane=lane, size=size)
    return placed, lane


def _tie_label(directory: Directory, tie: Relation, lang: Lang) -> str:
    rows = directory.organisations
    return TIE_LABEL.filled(
        start=rows[tie.from_id].name, end=rows[tie.to_id].name, kind=LEGEND[tie.kind].in_(lang)
    ).in_(lang)
