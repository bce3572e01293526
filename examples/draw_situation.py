"""Read a plain situation and draw its sheet, without a store and without the command line.

python examples/draw_situation.py sociogram/data/mali/situations/sit-01-gao-transit.json > feuille.svg
"""

import sys
from pathlib import Path

from colour_codes.palettes import Palette
from layouts.individual import SheetSettings, individual_sheet
from layouts.printers.svg import write_svg
from sociogram.directory.packaged import packaged_public_directory
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage


def svg_of(path: Path, palette: Palette = Palette.WALL) -> str:
    """Return the sheet of a situation file, in French; BadInput says what is wrong in the file."""
    situation = situation_of_plain(read_plain(path.read_bytes(), place=path.name))
    names = {row.id: row.sign for row in packaged_public_directory().organisations.values()}
    staging = stage(situation, lang="fr", buildings=names)
    return write_svg(individual_sheet(staging, SheetSettings(palette=palette)))


if __name__ == "__main__":
    sys.stdout.write(svg_of(Path(sys.argv[1])))
