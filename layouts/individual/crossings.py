"""Lines as segments."""

import numpy as np

from layouts.individual.model import Floats


def segments(flat: Floats, step: int = 1) -> Floats:
    """Return the segments (n, 4) of a flattened line, taking each `step`-th point and the last."""
    keep = flat[::step] if (len(flat) - 1) % step == 0 else np.concatenate([flat[::step], flat[-1:]])
    return np.concatenate([keep[:-1], keep[1:]], axis=1)
