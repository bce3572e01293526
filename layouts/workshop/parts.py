"""The parts of a pack, and how many copies of each a workshop needs."""

from dataclasses import dataclass
from typing import Literal

from layouts.sheet import Sheet

Share = Literal["each", "pair", "slips", "trainer"]
"""One for each participant, one for two, two slips on a page, or one for who leads the workshop."""
GROUP = 4
"""People round one large sheet, with one set of pens."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of the pack. `duplex`: its pages belong on the two sides of a sheet."""

    name: str
    sheets: tuple[Sheet, ...]
    share: Share

    @property
    def duplex(self) -> bool:
        """Whether it has a back."""
        return len(self.sheets) > 1


def copies_for(share: Share, participants: int) -> int:
    """Return how many times a part is photocopied."""
    if share == "trainer":
        return 1
    return participants if share == "each" else -(-participants // 2)


def groups_of(participants: int) -> int:
    """Return how many large sheets and sets of pens the workshop needs."""
    return -(-participants // GROUP)
