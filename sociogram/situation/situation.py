"""The data of one family and its network: the fold of its gestures. The drawing is not the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sociogram.language import Bilingual, Lang
from sociogram.situation.actors import Household, Institution, Person, Professional, Undecided
from sociogram.situation.links import Activation, Kinship, Membership

Sensitivity = Literal["public", "prudence", "restreint"]
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class About:
    """What is said of the whole situation. `title`, `notice`, `place` are text ids (working notes)."""

    fictional: bool = False
    sensitivity: Sensitivity = "prudence"
    title: str | None = None
    notice: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Every mapping is keyed by element id and keeps the order of appearance.

    `positions` are centres of figures in hundredths of a millimetre, recorded by `place` gestures.
    `texts` holds every free text by its id; a text erased leaves the rest valid.
    """

    id: str
    about: About = About()
    persons: Mapping[str, Person] = field(default_factory=dict)
    households: Mapping[str, Household] = field(default_factory=dict)
    memberships: Mapping[str, Membership] = field(default_factory=dict)
    professionals: Mapping[str, Professional] = field(default_factory=dict)
    institutions: Mapping[str, Institution] = field(default_factory=dict)
    undecided: Mapping[str, Undecided] = field(default_factory=dict)
    kinships: Mapping[str, Kinship] = field(default_factory=dict)
    activations: Mapping[str, Activation] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    agreed: frozenset[str] = frozenset()
    texts: Mapping[str, Bilingual] = field(default_factory=dict)

    def words(self, text_id: str | None, lang: Lang) -> str:
        """Return the text named `text_id` in `lang` (the other language if that half is empty), or ''."""
        return self.texts[text_id].in_(lang) if text_id is not None and text_id in self.texts else ""
