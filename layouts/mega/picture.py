"""From a network and its figures to a sheet: the frame, the plan that fits the paper, everything drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from colour_codes.palettes import Palette, ink
from colour_codes.pens import Pen
from layouts.frame import PAPERS, Frame, FrameInput, LegendRow, Rect, build_frame, paper_named
from layouts.mega.apart import apart_items
from layouts.mega.block import Block, placed_block, runs_of
from layouts.mega.cast import Cast
from layouts.mega.lines import tie_group
from layouts.mega.network import Network
from layouts.mega.numbers import number_places
from layouts.mega.plan import MOST_LANE, Plan, Planner
from layouts.mega.ties import Tie
from layouts.mega.tiles import Placed, tile_group
from layouts.mega.words import EMPTY
from layouts.sheet import Item, Sheet, Text
from sociogram.dates import PartialDate
from sociogram.errors import bad_input
from sociogram.language import Lang

AUTO = ("A3", "A2", "A1", "A0")
"""What "auto" tries, smallest first."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A network ready to be drawn. `label` names a tie for a reader; `rows` are those of the legend."""

    network: Network
    cast: Cast
    title: str
    desc: str
    rows: tuple[LegendRow, ...]
    label: Callable[[Tie], str]
    lang: Lang
    palette: Palette
    date: PartialDate | None = None
    fictional: bool = False
    notice: str = ""

    def frame(self, paper: str) -> Frame:
        """Return what stands around the drawing on a paper."""
        return build_frame(
            FrameInput(
                self.lang,
                self.palette,
                paper,
                self.date,
                self.title,
                self.fictional,
                kind="mega",
                rows=self.rows,
                notice=self.notice,
            )
        )


def picture_sheet(picture: Picture, paper: str) -> Sheet:
    """Return the sheet on `paper`: A5 to A0, or "auto" for the smallest of A3 to A0 that holds it,
    with its own arrangement if one does.

    BadInput for an unknown paper, or one too small, naming one that fits.
    """
    planner = Planner(picture.cast, picture.network)
    names = AUTO if paper.lower() == "auto" else (paper_named(paper).name,)
    held: tuple[Frame, Plan] | None = None
    for name in names:
        frame = picture.frame(name)
        plan = planner.plan(frame.area, frame.paper.text)
        if plan is not None:
            held = held or (frame, plan)
            if plan.own or not picture.cast.arranged:
                return _sheet(picture, frame, plan)
    if held is None:
        raise _too_small(picture, planner, names[-1])
    return _sheet(picture, *held)


def network_items(picture: Picture, area: Rect, plan: Plan) -> Iterator[Item]:
    """Yield the ties, then the figures, in `area`."""
    block = plan.block
    if block is None:
        return
    placed, lane = _standing(block, picture.network, area, plan)
    runs = runs_of(block, picture.network, placed, lane)
    numbers = number_places(runs, plan.size)
    for run in sorted(runs, key=lambda run: run.tie.id in numbers):
        at = numbers.get(run.tie.id, 0.5)
        yield tie_group(run, picture.palette, plan.size, picture.label(run.tie), picture.lang, at)
    for part in block.columns:
        for one in part:
            yield tile_group(placed[one], picture.palette)
            yield from picture.cast.items(one, plan.size, placed[one].x, placed[one].y)


def framed_sheet(
    frame: Frame,
    drawn: Sequence[Item],
    *,
    title: str,
    desc: str,
    lang: Lang,
    palette: Palette,
    date: PartialDate | None,
) -> Sheet:
    """Return the sheet of what was drawn in `frame`; it says so when there is nothing."""
    paper = frame.paper
    if not drawn:
        middle = frame.area.y + frame.area.height / 2
        drawn = (Text(paper.width / 2, middle, paper.text, EMPTY.in_(lang), ink(Pen.BLACK), "middle"),)
    data = (
        ("sociogram", "1"),
        ("palette", palette.value),
        ("lang", lang),
        ("date", str(date) if date else "undated"),
    )
    items = (*frame.groups_before, *drawn, *frame.groups_after)
    return Sheet(paper.width, paper.height, lang, palette, title, desc, items, data)


def _sheet(picture: Picture, frame: Frame, plan: Plan) -> Sheet:
    lang, palette = picture.lang, picture.palette
    drawn = list(network_items(picture, frame.area, plan))
    top = frame.area.bottom - plan.apart.height
    drawn += apart_items(plan.apart, frame.area.x, top, lang, palette)
    return framed_sheet(
        frame,
        drawn,
        title=picture.title,
        desc=picture.desc,
        lang=lang,
        palette=palette,
        date=picture.date,
    )


def _standing(block: Block, network: Network, area: Rect, plan: Plan) -> tuple[dict[str, Placed], float]:
    """Return where the figures stand, and the width of the lanes between their columns."""
    size, room = plan.size, plan.apart.room_above(area.height, plan.size)
    spare = (area.width - sum(block.widths)) / max(1, len(block.widths) - 1)
    lane = min(spare, (2 if plan.own else 1) * MOST_LANE * size)
    x = area.x + (area.width - block.need_width(lane)) / 2
    placed = placed_block(block, network, plan.tiles, x=x, y=area.y, height=room, lane=lane, size=size)
    return placed, lane


def _too_small(picture: Picture, planner: Planner, paper: str) -> Exception:
    names = list(PAPERS)
    for name in names[names.index(paper) + 1 :]:
        frame = picture.frame(name)
        if planner.plan(frame.area, frame.paper.text) is not None:
            fr, en = f"Choisir {name} ou plus grand.", f"Choose {name} or larger."
            break
    else:
        fr = f"{picture.cast.less.fr} : même A0 n'y suffit pas."
        en = f"{picture.cast.less.en}: even A0 cannot hold them."
    return bad_input(
        "paper_too_small",
        fr=f"le réseau ne tient pas sur {paper} avec des lettres de 2,5 mm.",
        en=f"the network does not fit on {paper} with letters of 2.5 mm.",
        remedy_fr=fr,
        remedy_en=en,
        field="paper",
    )
