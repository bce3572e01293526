"""What a rule found: a code, the elements concerned, and a sentence or question in both languages."""

from dataclasses import dataclass
from typing import Literal

from sociogram.language import Bilingual
from sociogram.rules.catalogue import CATALOGUE

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `place` is a JSON path when the situation came from a file, else empty.

    Findings are the facilitator's: never on a projected view, and nothing in them calls a sheet wrong.
    """

    code: str
    level: Level
    elements: tuple[str, ...]
    says: Bilingual
    place: str = ""


def finding(code: str, *elements: str, place: str = "", says: Bilingual | None = None) -> Finding:
    """Return a finding with the words of the catalogue, or with its own."""
    rule = CATALOGUE[code]
    return Finding(code, rule.level, elements, says or rule.says, place)
