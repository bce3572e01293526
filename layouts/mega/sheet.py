"""The sheet of the network: organisations with ties above, the list of the others below."""


from colour_codes.palettes import Palette, ink
from colour_codes.pens import Pen
from layouts.frame import PAPERS, Frame, FrameInput, Rect, build_frame, paper_named
from layouts.mega.apart import apart_items
from layouts.mega.block import Block, placed_block, runs_of
from layouts.mega.dates import latest_date
from layouts.mega.legend import mega_rows
from layouts.mega.lines import tie_group
from layouts.mega.network import Network, network_of
from layouts.mega.plan import MOST_LANE, Plan, Planner
from layouts.mega.tiles import Placed, tile_group
from layouts.mega.words import DESC, EMPTY, LEGEND, TIE_LABEL, TITLE
from layouts.sheet import Item, Sheet, Text
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Relation
from sociogram.errors import bad_input
from sociogram.language import Lang

AUTO = ("A3", "A2", "A1", "A0")
"""What "auto" tries, smallest first."""


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
    planner = Planner(directory, network, lang)
    names = AUTO if paper.lower() == "auto" else (paper_named(paper).name,)
    for name in names:
        frame = _frame(network, lang, palette, name, date)
        plan = planner.plan(frame.area, frame.paper.text)
        if plan is not None:
            return _sheet(directory, network, frame, plan, lang, palette, date)
    raise _too_small(planner, network, names[-1], lang, palette, date)


def _frame(network: Network, lang: Lang, palette: Palette, paper: str, date: PartialDate | None) -> Frame:
    rows = mega_rows(network.ties, lang, palette)
    return build_frame(
        FrameInput(lang, palette, paper, date, TITLE.in_(lang), kind="mega", rows=rows)
    )


def _too_small(
    planner: Planner, network: Network, paper: str, lang: Lang, palette: Palette, date: PartialDate | None
) -> Exception:
    names = list(PAPERS)
    for name in names[names.index(paper) + 1 :]:
        frame = _frame(network, lang, palette, name, date)
        if planner.plan(frame.area, frame.paper.text) is not None:
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


def _sheet(
    directory: Directory,
    network: Network,
    frame: Frame,
    plan: Plan,
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
    block: Block, network: Network, area: Rect, plan: Plan
) -> tuple[dict[str, Placed], float]:
    """Return where the buildings stand, and the width of the lanes between their columns."""
    size, room = plan.size, plan.apart.room_above(area.height, plan.size)
    spare = (area.width - sum(block.widths)) / max(1, len(block.widths) - 1)
    lane = min(spare, MOST_LANE * size)
    x = area.x + (area.width - block.need_width(lane)) / 2
    placed = placed_block(block, network, plan.tiles, x=x, y=area.y, height=room, lane=lane, size=size)
    return placed, lane


def _tie_label(directory: Directory, tie: Relation, lang: Lang) -> str:
    rows = directory.organisations
    return TIE_LABEL.filled(
        start=rows[tie.from_id].name, end=rows[tie.to_id].name, kind=LEGEND[tie.kind].in_(lang)
    ).in_(lang)
