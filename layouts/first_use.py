"""Whether the loops of a layout were compiled on this computer before: the first drawing takes longer.

What was compiled is looked for where it is kept: in the user's cache or, where that cannot be written to,
beside the sources (numba's own second choice).
"""

from pathlib import Path
from typing import Any

import numba

import layouts.compiled  # noqa: F401  (it says where things are kept)

_settings: Any = numba.config


def nothing_compiled() -> bool:
    """Return whether nothing compiled is kept yet."""
    places = (_kept_in(),) if can_be_kept() else _beside_the_sources()
    return not any(next(place.rglob("*.nbi"), None) for place in places)


def can_be_kept() -> bool:
    """Return whether the user's cache is there; numba makes it when the first layout is imported."""
    return _kept_in().is_dir()


def _kept_in() -> Path:
    return Path(_settings.CACHE_DIR)


def _beside_the_sources() -> tuple[Path, ...]:
    return tuple(Path(__file__).parent.glob("*/kernels/__pycache__"))
