"""Functions that are compiled at first use (numba): the loops of a search over a large network.

Their sources are ordinary Python over arrays and numbers (`kernels/`). None calls one of another file: numba
looks at the file of a function to know whether what it kept is still right, and at nothing else. What was
compiled is kept in the user's cache, in a folder of its own; where nothing can be kept, each process compiles
anew. Only whole numbers are reckoned with: any machine gives the same answer.
"""

import os
from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
from numba import njit
from platformdirs import user_cache_path

F = TypeVar("F", bound=Callable[..., object])
_settings: Any = numba.config


def compiled(function: F) -> F:
    """Return `function` compiled at its first call. It takes and returns arrays and numbers only."""
    before = _settings.CACHE_DIR
    if "NUMBA_CACHE_DIR" not in os.environ:
        _settings.CACHE_DIR = str(user_cache_path("sociogram") / "compiled" / f"search-{numba.__version__}")
    try:
        return cast(F, njit(cache=True, nogil=True, error_model="numpy")(function))
    except (RuntimeError, OSError):
        # Nowhere to keep what is compiled: a home that cannot be written to.
        return cast(F, njit(nogil=True, error_model="numpy")(function))
    finally:
        _settings.CACHE_DIR = before  # other floors keep theirs elsewhere


def inlined(function: F) -> F:
    """Return `function` as one to be written out where a compiled one calls it: a call counts each array."""
    return cast(F, njit(inline="always", nogil=True, error_model="numpy")(function))
