"""Widths and heights of text in mm, from the font's own advances (`layouts/fonts/advances.json`)."""

import json
import unicodedata
from functools import lru_cache

from layouts.fonts import ADVANCES_FILE

UNKNOWN_EM = 1.3
"""Width, in em, counted for a letter the font does not have: a renderer may borrow a wide one."""

_TABLE = json.loads(ADVANCES_FILE.read_text(encoding="utf-8"))
_ADVANCES: dict[str, float] = {char: units / _TABLE["units"] for char, units in _TABLE["advances"].items()}

ASCENT: float = _TABLE["ascent"] / _TABLE["units"]
"""Room above the baseline, in em (what browsers measure)."""
DESCENT: float = _TABLE["descent"] / _TABLE["units"]
"""Room below the baseline, in em."""
CAP_HEIGHT: float = _TABLE["cap_height"] / _TABLE["units"]
LINE_HEIGHT: float = ASCENT + DESCENT
"""From one baseline to the next, in em: lines set so never touch."""


def text_width(text: str, size: float) -> float:
    """Return the width of one line set at `size` mm. Letters the font lacks count 1.3 em each.

    Exact for Latin; an upper bound for Arabic, whose letters narrow as they join.
    """
    return _em_width(unicodedata.normalize("NFC", text)) * size


@lru_cache(maxsize=20_000)
def _em_width(text: str) -> float:
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> float:
    known = _ADVANCES.get(char)
    if known is not None:
        return known
    return 0.0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else UNKNOWN_EM


@lru_cache(maxsize=20_000)
def exactly_measured(text: str) -> bool:
    """Whether `text_width` is exact: every letter is in the font and none changes shape beside others."""
    return all(
        char in _ADVANCES and unicodedata.bidirectional(char) not in ("AL", "R", "NSM") for char in text
    )
