"""Pages of one column after another, each of a fixed height: what does not fit is refused."""

from collections.abc import Sequence

from layouts.copies.flow import Block
from layouts.sheet import Group
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual


def stacked(blocks: Sequence[Block], x: float, y: float) -> tuple[list[Group], float]:
    """Return the blocks drawn one under the other, their top left corner at (x, y), and where they end."""
    groups = []
    for block in blocks:
        groups.append(block.group(x, y))
        y += block.height
    return groups, y


def page_full(code: str, page: Bilingual) -> BadInput:
    """The refusal of a trainer's words that do not fit on `page`."""
    return bad_input(
        code,
        fr=f"les textes de la charte et du fichier de mots ne tiennent pas sur {page.fr}.",
        en=f"the texts of the charter and of the file of words do not fit on {page.en}.",
        remedy_fr="Raccourcir ces textes.",
        remedy_en="Shorten these texts.",
        field="--words",
    )
