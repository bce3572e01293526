"""The legend of the network: the building, and the kinds of ties and marks that are on the sheet."""

from collections.abc import Iterator, Sequence

from colour_codes.charter import load_charter
from colour_codes.palettes import Palette
from colour_codes.pens import Pen
from layouts.frame import LegendRow
from layouts.frame.legend_rows import Draw
from layouts.mega.lines import ENDED, PLANNED, Curve, bundle_items, tie_items
from layouts.mega.ties import Tie
from layouts.mega.tiles import Placed, Shape, outline, slim
from layouts.mega.tiles import Tile as Box
from layouts.mega.words import LEGEND
from layouts.sheet import Item
from layouts.symbols import building
from sociogram.directory.rows import ServiceStatus, TieKind
from sociogram.language import Lang

_KINDS: tuple[TieKind, ...] = ("refers_to", "works_with", "member_of", "funds", "trained")
_LENGTH = 5.0


def mega_rows(ties: Sequence[Tie], lang: Lang, palette: Palette) -> tuple[LegendRow, ...]:
    """Return the rows for the ties drawn, with samples drawn as on the sheet."""
    return tuple(_rows(ties, lang, palette))


def bundle_rows(ties: Sequence[Tie], lang: Lang, palette: Palette) -> tuple[LegendRow, ...]:
    """Return the rows of a sheet of tiles; `ties` are those drawn one by one, inside open tiles."""
    pen = load_charter().pen_word(Pen.GREEN, palette.value, lang, figure=True)
    tile = LegendRow("sides", LEGEND["tile"].in_(lang).format(pen=pen), _tile(palette, "tile"), 2.6, 2.0)
    bundle = LegendRow("ties", LEGEND["bundle"].in_(lang), _bundle(palette), _LENGTH)
    one_by_one = tuple(_rows(ties, lang, palette)) if ties else ()
    source = LegendRow("marks", LEGEND["source"].in_(lang))
    return (tile, bundle, *(one_by_one or (source,)))


def atlas_rows(lang: Lang, palette: Palette) -> tuple[LegendRow, ...]:
    """Return the rows of an atlas."""
    pen = load_charter().pen_word(Pen.GREEN, palette.value, lang, figure=True)
    return (
        LegendRow("sides", LEGEND["atlas"].in_(lang).format(pen=pen), _tile(palette, "open"), 2.6, 2.0),
        LegendRow(
            "ties", LEGEND["atlas_bundle"].in_(lang), _sample("works_with", False, "non_date", palette), 5.0
        ),
        LegendRow("marks", LEGEND["source"].in_(lang)),
    )


def _tile(palette: Palette, shape: Shape) -> Draw:
    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        tile = Box("", "", (("", size),), 2.6 * size, 1.7 * size, 0.0, shape)
        return outline(Placed(tile, x, y - 0.85 * size, 2.6 * size, 1.7 * size), palette)

    return draw


def _bundle(palette: Palette) -> Draw:
    tie = Tie("", "", "", "bundle", count=4)

    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        end, third = x + _LENGTH * size, _LENGTH * size / 3
        curve = Curve((x, y), (x + third, y), (end - third, y), (end, y))
        return tuple(bundle_items(tie, curve, palette, size))

    return draw


def _rows(ties: Sequence[Tie], lang: Lang, palette: Palette) -> Iterator[LegendRow]:
    pen = load_charter().pen_word(Pen.GREEN, palette.value, lang, figure=True)
    yield LegendRow("sides", LEGEND["building"].in_(lang).format(pen=pen), _building(palette), 2.6, 2.0)
    for kind in _KINDS:
        ways = {tie.directed for tie in ties if tie.kind == kind}
        if True in ways or (ways and kind != "refers_to"):
            yield LegendRow("ties", LEGEND[kind].in_(lang), _sample(kind, True, "non_date", palette), _LENGTH)
        if kind == "refers_to" and False in ways:
            words = LEGEND["refers_to_both"].in_(lang)
            yield LegendRow("ties", words, _sample(kind, False, "non_date", palette), _LENGTH)
    if any(tie.status in ENDED for tie in ties):
        sample = _sample("works_with", False, "projet_termine", palette)
        yield LegendRow("marks", LEGEND["ended"].in_(lang), sample, _LENGTH)
    if any(tie.status in PLANNED for tie in ties):
        sample = _sample("works_with", False, "prevu", palette)
        yield LegendRow("marks", LEGEND["planned"].in_(lang), sample, _LENGTH)
    if ties:
        yield LegendRow("marks", LEGEND["source"].in_(lang))


def _building(palette: Palette) -> Draw:
    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        return building(x, y - 0.95 * size, 2.6 * size, 1.9 * size, slim(palette, size))

    return draw


def _sample(kind: TieKind, directed: bool, status: ServiceStatus, palette: Palette) -> Draw:
    tie = Tie("", "", "", kind, directed, status=status)

    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        end = x + _LENGTH * size
        third = _LENGTH * size / 3
        curve = Curve((x, y), (x + third, y), (end - third, y), (end, y))
        return tuple(tie_items(tie, curve, 1, -1, palette, size))

    return draw
