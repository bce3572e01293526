"""Which way a text runs: by its first letter that has a direction (Unicode bidirectional algorithm, P2)."""

import re
import unicodedata

_BEYOND = re.compile("[\u0590-\U0010ffff]")
"""Every letter that runs from the right stands from here on."""


def runs_right_to_left(text: str) -> bool:
    """Whether the first strong letter is Arabic or Hebrew."""
    if text.isascii() or not _BEYOND.search(text):
        return False
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
