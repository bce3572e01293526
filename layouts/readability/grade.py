"""One grade in words, for people who do not read tables."""

from dataclasses import dataclass
from typing import Literal

from sociogram.language import Bilingual

Grade = Literal["very_readable", "readable", "busy", "hard_to_read", "unreadable"]

GRADES: dict[Grade, Bilingual] = {
    "very_readable": Bilingual(fr="très lisible", en="very readable"),
    "readable": Bilingual(fr="lisible", en="readable"),
    "busy": Bilingual(fr="chargée", en="busy"),
    "hard_to_read": Bilingual(fr="difficile à lire", en="hard to read"),
    "unreadable": Bilingual(fr="illisible", en="unreadable"),
}
"""Best first. "unreadable" means a fault that no sheet may have, however few lines it carries."""


@dataclass(frozen=True, slots=True)
class Load:
    """What the grade looks at: crossings a line, crossings of red by red, badges in the way per arrow."""

    crossings_per_line: float
    reds: int
    badges: float


_LIMITS: tuple[tuple[Grade, Load], ...] = (
    ("very_readable", Load(0.4, 1, 0.1)),
    ("readable", Load(1.2, 4, 0.3)),
    ("busy", Load(2.5, 16, 0.6)),
)


def grade_of(wrong: int, load: Load) -> Grade:
    """Return the grade: "unreadable" with anything `wrong`, else the first whose limits all hold."""
    if wrong:
        return "unreadable"
    for grade, most in _LIMITS:
        within = load.crossings_per_line <= most.crossings_per_line and load.reds <= most.reds
        if within and load.badges <= most.badges:
            return grade
    return "hard_to_read"
