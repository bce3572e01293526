"""Our sheet with places by Graphviz: our figures, outlines, arrows, legend and pens.

For comparison, and the sheet says so. The engine knows nothing of generations, nor of arrows that must go
round a box: such a sheet may be wider, fuller of crossings and harder to read than ours.
"""

from dataclasses import replace

from colour_codes.palettes import Palette
from layouts.frame import PAPERS, FrameInput, build_frame, paper_named
from layouts.graphviz.engines import Engine
from layouts.graphviz.measures import Measures
from layouts.graphviz.notice import noted
from layouts.graphviz.placing import Places, engine_places
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.boxes import Box, around
from layouts.individual.lines import kinds_shown
from layouts.individual.sizes import ladder
from layouts.sheet import Sheet
from layouts.symbols import genders_of, signs_of
from sociogram.errors import BadInput, bad_input
from sociogram.situation.situation import Position
from sociogram.situation.staging import Staging

AUTO = ("A4", "A3", "A2", "A1", "A0")
_EDGE = 2.0
"""Room kept between the drawing and the edge of its area, in mm."""
_STARTS = 3
"""How often an engine that begins by chance begins anew when what it placed fits no paper."""


def engine_sheet(staging: Staging, settings: SheetSettings, engine: Engine) -> Sheet:
    """Return the sheet with every place by `engine`; what was placed by hand is placed anew.

    BadInput: the paper is too small for what the engine made, or Graphviz is missing or gave up.
    """
    papers = AUTO if settings.paper == "auto" else (paper_named(settings.paper).name,)
    bare = replace(staging, positions=())
    for start in range(1 if engine == "dot" else _STARTS):
        for name in papers:
            begun = replace(settings, paper=name, seed=settings.seed + start)
            area = _area(staging, settings, name)
            for positions in _fitting(bare, area, name, engine, begun):
                try:
                    sheet = individual_sheet(replace(bare, positions=positions), begun)
                except BadInput:
                    continue
                return noted(sheet, engine)
    raise too_small(papers[-1], engine)


def _fitting(
    staging: Staging, area: Box, paper: str, engine: Engine, settings: SheetSettings
) -> list[tuple[tuple[str, Position], ...]]:
    """Return the places at the two largest sizes at which all fits the area: the first may be refused."""
    found: list[tuple[tuple[str, Position], ...]] = []
    most = 1e9
    signs = signs_of(staging.figures, settings.symbols, staging.lang)
    for sizes in ladder(PAPERS[paper].text / PAPERS["A4"].text, signs):
        if sizes.font * sizes.air > most or len(found) == 2:
            continue
        measures = Measures(staging, sizes)
        places = engine_places(measures, engine, settings.seed)
        taken = around([measures.box(id_, places) for id_ in measures.inside(None)] or [area])
        excess = max(taken.w / area.w, taken.h / area.h)
        if excess <= 1.0:
            found.append(_centred(places, taken, area))
        else:
            # A layout shrinks about as its letters and gaps do: sizes far too large need no trial.
            most = sizes.font * sizes.air / min(excess, 4.0) ** 0.6
    return found


def _centred(places: Places, taken: Box, area: Box) -> tuple[tuple[str, Position], ...]:
    """Return the places as data, in hundredths of a mm, the whole in the middle of the area."""
    dx, dy = area.centre[0] - taken.centre[0], area.centre[1] - taken.centre[1]
    return tuple((id_, (round((x + dx) * 100), round((y + dy) * 100))) for id_, (x, y) in places.items())


def _area(staging: Staging, settings: SheetSettings, paper: str) -> Box:
    """Return the room left beside the tallest legend this sheet may have."""
    wanted = FrameInput(
        lang=staging.lang,
        palette=Palette.MONO,
        paper=paper,
        date=staging.date,
        title=staging.title if settings.titled else "",
        fictional=staging.fictional,
        kin_kinds=tuple(sorted(kinds_shown(staging))),
        statuses=tuple(sorted({arrow.status for arrow in staging.arrows})),
        undecided_used=any(figure.kind == "undecided" for figure in staging.figures),
        symbols=settings.symbols,
        genders=genders_of(staging.figures),
    )
    room = build_frame(wanted).area
    return Box(room.x, room.y, room.width, room.height).grown(-_EDGE)


def too_small(paper: str, engine: str) -> BadInput:
    """The refusal of a layout that fits no paper allowed."""
    return bad_input(
        "paper_too_small",
        fr=f"la feuille {paper} est trop petite pour ce que {engine} a placé.",
        en=f"a sheet of {paper} is too small for what {engine} placed.",
        remedy_fr="Prendre « auto » ou un papier plus grand, ou un autre moteur.",
        remedy_en="Take auto or a larger paper, or another engine.",
        field="paper",
    )
