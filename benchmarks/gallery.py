"""Draws the gallery into out/gallery: situations in every palette and set of signs, families, networks.

Run by `make gallery`; words on the command line draw only the pictures whose name holds one of them. Open
`out/gallery/index.html` and look at each picture: under it stand its grade and what was counted.
"""

import html
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from api.cli.demo import demo_store
from api.use_cases.pictures import PictureOptions, network_sheet, situation_sheet, staging_of
from benchmarks.bench_mega import network
from benchmarks.families import family_case, staged
from colour_codes.palettes import Palette
from layouts.individual import SheetSettings, individual_sheet
from layouts.mega.atlas import atlas_sheet
from layouts.printers.png import write_png
from layouts.printers.svg import write_svg
from layouts.readability import readability
from layouts.readability.grade import GRADES
from layouts.sheet import Sheet
from layouts.symbols import SYMBOL_SETS, SymbolSet
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation, Relation
from sociogram.language import LANGUAGES
from sociogram.situation.staging import Staging

OUT = Path("out/gallery")
SEED = 1
SIZES = (40, 80)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, how it is drawn, and who stands in it (for measuring; None for networks)."""

    name: str
    draw: Callable[[], Sheet]
    staging: Staging | None = None


def pictures() -> Iterator[Picture]:
    """Yield every picture of the gallery."""
    yield from situations()
    for size in SIZES:
        yield from family(size)
    directory = demo_store().directory(LOCAL_OWNER)
    for lang in LANGUAGES:
        for paper in ("A3", "A1"):
            options = PictureOptions(lang=lang, paper=paper)
            yield Picture(f"mali-{lang}-{paper}", lambda o=options: network_sheet(directory, o))  # type: ignore[misc]
    mono = PictureOptions(paper="A3", palette=Palette.MONO)
    yield Picture("mali-fr-A3-mono", lambda: network_sheet(directory, mono))
    yield Picture("network-10000", lambda: atlas_sheet(invented(10_000), lang="fr", paper="A1"))


def situations() -> Iterator[Picture]:
    """Yield the packaged situations: every palette with both sets of signs, plain, and in English."""
    store = demo_store()
    directory = store.directory(LOCAL_OWNER)
    for summary in store.situations(LOCAL_OWNER):
        situation = store.situation(LOCAL_OWNER, summary.id)
        wanted = {
            f"{palette.value}-{signs}": PictureOptions(palette=palette, symbols=signs)
            for palette in Palette
            for signs in SYMBOL_SETS
        }
        wanted |= {"plain": PictureOptions(plain=True), "en": PictureOptions(lang="en")}
        for name, options in wanted.items():
            staging = staging_of(situation, directory, options)
            draw = lambda s=situation, o=options: situation_sheet(s, directory, o)  # noqa: E731
            yield Picture(f"{summary.id}-{name}", draw, staging)


def family(size: int) -> Iterator[Picture]:
    """Yield the first generated family of `size` figures: for the wall, in black, as a genogram."""
    staging = first_of(size)
    kinds: tuple[tuple[Palette, SymbolSet], ...] = (
        (Palette.WALL, "figures"),
        (Palette.MONO, "figures"),
        (Palette.WALL, "genogram"),
    )
    for palette, signs in kinds:
        settings = SheetSettings(palette=palette, symbols=signs)
        draw = lambda s=settings: individual_sheet(staging, s)  # noqa: E731
        yield Picture(f"family-{size}-{palette.value}-{signs}", draw, staging)


@cache
def first_of(size: int) -> Staging:
    """Return the first generated family with exactly `size` figures."""
    index = 0
    while True:
        made = family_case(SEED, index).situation
        if len(made["persons"]) + len(made["professionals"]) == size:
            return staged(family_case(SEED, index))
        index += 1


def invented(count: int) -> Directory:
    """Return a directory of `count` invented organisations, tied as in the measurement of large networks."""
    rows = {f"o{n:05}": Organisation(f"o{n:05}", f"Relais {n}") for n in range(count)}
    ties = enumerate(network(count, SEED).tolist())
    found = {f"t{n}": Relation(f"t{n}", "", f"o{a:05}", f"o{b:05}", "works_with") for n, (a, b) in ties}
    return Directory(rows, relations=found)


def counted(sheet: Sheet, staging: Staging | None) -> str:
    """Return what stands under a picture, in both languages."""
    size = f"{sheet.width:.0f} × {sheet.height:.0f} mm"
    if staging is None:
        return size
    found = readability(sheet, staging)
    grade = GRADES[found.grade]
    lines = found.lines
    faults = ", ".join(f"{code} {count}" for code, count in found.hard_faults)
    words = (
        f"{grade.fr} · {grade.en}; {found.places.figures} figures, {lines.arrows} flèches · arrows, "
        f"{lines.crossings} croisements · crossings, {size}"
    )
    return f"{words}; {faults}" if faults else words


def index_page(rows: list[tuple[str, str]]) -> str:
    """Return the page that shows every picture with what was counted of it."""
    figures = "\n".join(
        f'<figure><a href="{name}.svg"><img loading="lazy" src="{name}.png" alt="{html.escape(name)}"></a>'
        f"<figcaption><b>{html.escape(name)}</b><br>{html.escape(words)}</figcaption></figure>"
        for name, words in rows
    )
    style = "body{font-family:sans-serif;margin:2em}img{max-width:100%}figure{margin:0 0 3em}"
    return (
        f'<!doctype html>\n<html lang="fr"><meta charset="utf-8"><title>Galerie · Gallery</title>\n'
        f"<style>{style}</style>\n<h1>Galerie · Gallery</h1>\n{figures}\n</html>\n"
    )


def main(wanted: list[str]) -> int:
    """Write every picture as SVG and PNG, and the page that shows them; 1 if one could not be drawn."""
    OUT.mkdir(parents=True, exist_ok=True)
    rows: list[tuple[str, str]] = []
    lost: list[str] = []
    for picture in pictures():
        if wanted and not any(word in picture.name for word in wanted):
            continue
        try:
            sheet = picture.draw()
        except Exception as error:  # a picture that cannot be drawn is said, and the others are drawn
            lost.append(f"{picture.name}: {type(error).__name__}: {error}")
            print(lost[-1], file=sys.stderr, flush=True)
            continue
        (OUT / f"{picture.name}.svg").write_text(write_svg(sheet), encoding="utf-8")
        (OUT / f"{picture.name}.png").write_bytes(write_png(sheet))
        rows.append((picture.name, counted(sheet, picture.staging)))
        print(OUT / f"{picture.name}.png", "·", rows[-1][1], flush=True)
    (OUT / "index.html").write_text(index_page(rows), encoding="utf-8")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
