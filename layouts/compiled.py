"""Functions that are compiled at first use (numba), for the few loops a layout spends its time in.

They live in folders called `kernels`. Their sources are ordinary Python over arrays and numbers, so they can
be read, and run without numba while looking for a fault (`NUMBA_DISABLE_JIT=1`). What was compiled is kept in
the user's cache, under a name made from all kernels together: numba itself does not see that a function
another one calls has changed. Where nothing can be kept, each process compiles anew. Fast-math is off: on one
machine the same input gives the same bytes, and between machines only their own exp and hypot could differ.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from numba import njit
from platformdirs import user_cache_path

F = TypeVar("F", bound=Callable[..., object])


def _name_of_kernels() -> str:
    digest = sha256(numba.__version__.encode())
    for path in sorted(Path(__file__).parent.glob("*/kernels/*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


_settings: Any = numba.config
if not _settings.CACHE_DIR:
    _settings.CACHE_DIR = str(user_cache_path("sociogram") / "compiled" / _name_of_kernels())


def compiled(function: F) -> F:
    """Return `function` compiled at its first call. It takes and returns arrays and numbers only."""
    try:
        return cast(F, njit(cache=True, nogil=True, error_model="numpy")(function))
    except (RuntimeError, OSError):
        # Nowhere to keep what is compiled: a home that cannot be written to.
        return cast(F, njit(nogil=True, error_model="numpy")(function))
