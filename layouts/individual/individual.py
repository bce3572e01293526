"""The individual sociogenogram: a staging laid out and drawn as one Sheet."""

from collections.abc import Mapping
from dataclasses import replace

from colour_codes.palettes import Palette
from layouts.frame import PAPERS, Frame, FrameInput, build_frame, paper_named
from layouts.individual.badges import BadgeWish, badge_places
from layouts.individual.boxes import Box, Point
from layouts.individual.composition import COMFORTABLE, Composition, composed
from layouts.individual.drawing import (
    arrow_group,
    badge_words,
    container_group,
    figure_group,
    former_home_group,
    kin_group,
)
from layouts.individual.lines import kinds_shown
from layouts.individual.model import Floats
from layouts.individual.painting import paint_order
from layouts.individual.placed import placed_beyond
from layouts.individual.positions import positions_in
from layouts.individual.refusals import fits_nowhere, off_paper, too_small
from layouts.individual.settings import SheetSettings
from layouts.individual.sizes import Sizes, ladder
from layouts.sheet import Group, Sheet
from layouts.symbols import genders_of, signs_of
from layouts.text.metrics import LINE_HEIGHT, text_width
from sociogram.errors import BadInput
from sociogram.situation.situation import Position
from sociogram.situation.staging import Container, Staging

AUTO = ("A4", "A3", "A2", "A1", "A0")


def individual_sheet(staging: Staging, settings: SheetSettings | None = None) -> Sheet:
    """Return the sheet of `staging`. BadInput: the paper is unknown, or too small (and which one fits)."""
    settings = settings or SheetSettings()
    frame, made = _laid_out(staging, settings)
    return _sheet(staging, settings, frame, made)


def individual_positions(staging: Staging, settings: SheetSettings | None = None) -> dict[str, Position]:
    """Return the places of a layout, to record in one `place` gesture: centres in hundredths of a mm, by id.

    What `staging.positions` holds comes back unchanged. BadInput as for the sheet.
    """
    _, made = _laid_out(staging, settings or SheetSettings())
    (dx, dy), found = made.shift, positions_in(made.scene)
    return {id_: (x - dx, y - dy) for id_, (x, y) in found.items()} | dict(staging.positions)


def _laid_out(staging: Staging, settings: SheetSettings) -> tuple[Frame, Composition]:
    """Return the frame and all in it. Automatic paper is the smallest on which letters are easy to read."""
    auto = settings.paper == "auto"
    papers = AUTO if auto else (paper_named(settings.paper).name,)
    comfort = [COMFORTABLE, 0.0] if auto and not staging.positions else [0.0]
    for least in comfort:
        for name in papers:
            frame = build_frame(_frame_input(staging, settings, name))
            made = _composed(staging, settings, frame, least)
            if made is not None:
                return frame, made
    return _tight(staging, settings, papers)


def _tight(staging: Staging, settings: SheetSettings, papers: tuple[str, ...]) -> tuple[Frame, Composition]:
    """Return the sheet of a newcomer whose home is hemmed in by what is placed: outlines meet, all is drawn.

    BadInput when a larger paper would do, or nothing would.
    """
    larger = _larger_paper(staging, settings, papers[-1])
    for name in papers if staging.positions and larger is None else ():
        frame = build_frame(_frame_input(staging, settings, name))
        made = _composed(staging, settings, frame, tight=True)
        if made is not None:
            return frame, made
    raise too_small(papers[-1], larger) if larger else _does_not_fit(staging, settings)


def _composed(
    staging: Staging, settings: SheetSettings, frame: Frame, least: float = 0.0, *, tight: bool = False
) -> Composition | None:
    allowed = tuple(size for size in _sizes(staging, settings, frame) if size.font >= least)
    return composed(staging, _common_area(staging, settings, frame), allowed, settings.seed, tight=tight)


def _sizes(staging: Staging, settings: SheetSettings, frame: Frame) -> tuple[Sizes, ...]:
    signs = signs_of(staging.figures, settings.symbols, staging.lang)
    return ladder(frame.paper.text / PAPERS["A4"].text, signs)


def _common_area(staging: Staging, settings: SheetSettings, frame: Frame) -> Box:
    """Return the room left beside the tallest legend, so that every palette gives the same places."""
    tallest = replace(settings, palette=Palette.MONO, plain=False)
    area, other = frame.area, build_frame(_frame_input(staging, tallest, frame.paper.name)).area
    top, bottom = max(area.y, other.y), min(area.bottom, other.bottom)
    return Box(area.x, top, area.width, round(bottom - top, 2))


def _frame_input(staging: Staging, settings: SheetSettings, paper: str) -> FrameInput:
    held = {member for container in staging.containers for member in container.members}
    return FrameInput(
        lang=staging.lang,
        palette=settings.palette,
        paper=paper,
        date=staging.date,
        title=staging.title if settings.titled else "",
        fictional=staging.fictional,
        kin_kinds=tuple(sorted(kinds_shown(staging))),
        statuses=tuple(sorted({arrow.status for arrow in staging.arrows})),
        undecided_used=any(figure.kind == "undecided" for figure in staging.figures),
        collective_used=any(f.kind == "person" and f.id not in held for f in staging.figures),
        numbered=not settings.plain,
        plain=settings.plain,
        symbols=settings.symbols,
        genders=genders_of(staging.figures),
    )


def _larger_paper(staging: Staging, settings: SheetSettings, paper: str) -> str | None:
    """Return the smallest paper larger than `paper` on which all fits."""
    sizes = list(PAPERS)
    for name in sizes[sizes.index(paper) + 1 :]:
        if _composed(staging, settings, build_frame(_frame_input(staging, settings, name))) is not None:
            return name
    return None


def _does_not_fit(staging: Staging, settings: SheetSettings) -> BadInput:
    """Return why no paper holds the situation: a place beyond its edges, or all that stands there."""
    frame = build_frame(_frame_input(staging, settings, AUTO[-1]))
    area, smallest = _common_area(staging, settings, frame), _sizes(staging, settings, frame)[-1]
    beyond = placed_beyond(staging, area, smallest) if staging.positions else ()
    return off_paper(staging, beyond[0]) if beyond else fits_nowhere(AUTO[-1])


def _sheet(staging: Staging, settings: SheetSettings, frame: Frame, made: Composition) -> Sheet:
    palette = settings.palette
    dates = {} if settings.plain else _date_boxes(staging, made)
    groups = [container_group(c, made.scene, palette) for c in _outer_first(staging)]
    groups += [
        kin_group(line, made.curves[line.id], palette) for line in staging.kin if line.id in made.curves
    ]
    groups += _line_groups(staging, settings, made, dates)
    groups += [figure_group(figure, made.scene, palette) for figure in staging.figures]
    date = str(staging.date) if staging.date else "undated"
    return Sheet(
        frame.paper.width,
        frame.paper.height,
        staging.lang,
        palette,
        frame.title,
        _description(staging),
        (*frame.groups_before, *groups, *frame.groups_after),
        (("sociogram", "1"), ("palette", palette.value), ("lang", staging.lang), ("date", date)),
    )


def _outer_first(staging: Staging) -> list[Container]:
    return sorted(staging.containers, key=lambda container: container.inside is not None)


def _date_boxes(staging: Staging, made: Composition) -> dict[str, Box]:
    """Return where the date of each move is written: on its line, where it touches least."""
    font = made.scene.sizes.badge_font
    height = LINE_HEIGHT * font
    flats = made.flats()
    boxes: dict[str, Box] = {}
    for former in staging.former_homes:
        if former.id in flats and former.when:
            width = text_width(former.when, font)
            wish = BadgeWish(former.id, flats[former.id], "", (width + 1.2, height), reach=0.95, clear=True)
            x, y = badge_places(made.scene, [wish], flats, [], list(boxes.values()))[former.id]
            boxes[former.id] = Box(x - width / 2, y - height / 2, width, height)
    return boxes


def _line_groups(
    staging: Staging, settings: SheetSettings, made: Composition, dates: Mapping[str, Box]
) -> list[Group]:
    """Return the lines to other homes, then the arrows: nothing is painted over a date or a badge."""
    sizes, flats = made.scene.sizes, made.flats()
    arrows = sorted((arrow for arrow in staging.arrows if arrow.id in made.curves), key=lambda a: a.number)
    homes = [former for former in staging.former_homes if former.id in made.curves]
    places = {} if settings.plain else _badge_places(staging, made, flats, dates)
    groups = {
        former.id: former_home_group(
            former, made.curves[former.id], dates.get(former.id), sizes, settings.palette
        )
        for former in homes
    }
    sentences = {line.arrow: line.sentence for line in staging.story}
    for arrow in arrows:
        groups[arrow.id] = arrow_group(
            arrow, made.curves[arrow.id], places.get(arrow.id), sizes, settings.palette,
            plain=settings.plain, lang=staging.lang, sentence=sentences.get(arrow.id, ""),
        )  # fmt: skip
    words = {id_: (box.centre, (box.w, box.h)) for id_, box in dates.items()}
    badges = {
        a.id: (places[a.id], sizes.badge(badge_words(a, staging.lang))) for a in arrows if a.id in places
    }
    return [groups[id_] for id_ in paint_order(list(groups), words | badges, flats)]


def _badge_places(
    staging: Staging, made: Composition, flats: Mapping[str, Floats], dates: Mapping[str, Box]
) -> dict[str, Point]:
    arrows = [arrow for arrow in staging.arrows if arrow.id in made.curves]
    badge = made.scene.sizes.badge
    wishes = [BadgeWish(a.id, flats[a.id], a.activator, badge(badge_words(a, staging.lang))) for a in arrows]
    tips = [made.curves[arrow.id].end for arrow in arrows]
    return badge_places(made.scene, wishes, flats, tips, list(dates.values()))


def _description(staging: Staging) -> str:
    """Return the picture in one line for who cannot see it: how many people, places and arrows."""
    counts = (len(staging.figures), len(staging.containers), len(staging.arrows))
    words = ("figure", "lieu", "flèche") if staging.lang == "fr" else ("figure", "place", "arrow")
    said = (
        f"{count} {_plural(word, count, staging.lang)}" for count, word in zip(counts, words, strict=True)
    )
    return f"{', '.join(said)}."


def _plural(word: str, count: int, lang: str) -> str:
    # French counts nought as one; "lieu" takes an x.
    many = count > 1 if lang == "fr" else count != 1
    return f"{word}{'x' if word == 'lieu' else 's'}" if many else word
