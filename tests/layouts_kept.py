"""A layout that was reckoned once in this run is taken from there: the same input has the same places.

Only for tests about something else than the layout itself. Whoever compares two drawings of one input calls
`forget` between them, or does not ask for the fixture.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pytest

from layouts.individual import individual
from layouts.individual.composition import composed

_kept: Any = lru_cache(maxsize=256)(composed)
Forget = Callable[[], None]


def keep_layouts(patch: pytest.MonkeyPatch) -> Forget:
    """Keep layouts while the patch lasts; return what forgets them all."""
    patch.setattr(individual, "composed", _kept)
    forget: Forget = _kept.cache_clear
    return forget
