"""Draws the gallery: the four situations in every palette, and the network of Mali, into out/gallery.

Run by `make gallery`; open each picture and look at it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from api.cli.demo import demo_store
from api.use_cases.pictures import PictureOptions, network_sheet, printed, situation_sheet
from colour_codes.palettes import Palette
from layouts.sheet import Sheet
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.language import LANGUAGES

OUT = Path("out/gallery")


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Yield each picture of the gallery with its name."""
    store = demo_store()
    directory = store.directory(LOCAL_OWNER)
    for summary in store.situations(LOCAL_OWNER):
        situation = store.situation(LOCAL_OWNER, summary.id)
        for palette in Palette:
            options = PictureOptions(palette=palette)
            yield f"{summary.id}-{palette.value}", situation_sheet(situation, directory, options)
        yield f"{summary.id}-plain", situation_sheet(situation, directory, PictureOptions(plain=True))
        yield f"{summary.id}-en", situation_sheet(situation, directory, PictureOptions(lang="en"))
    for lang in LANGUAGES:
        for paper in ("A3", "A1"):
            options = PictureOptions(lang=lang, paper=paper)
            yield f"network-{lang}-{paper}", network_sheet(directory, options)


def main() -> None:
    """Write every picture as SVG and PNG."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, sheet in sheets():
        (OUT / f"{name}.svg").write_bytes(printed(sheet, "svg"))
        (OUT / f"{name}.png").write_bytes(printed(sheet, "png"))
        print(OUT / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
