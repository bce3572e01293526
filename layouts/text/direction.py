"""Which way a text runs: by its first letter that has a direction (Unicode bidirectional algorithm, P2)."""

import unicodedata


def runs_right_to_left(text: str) -> bool:
    """Whether the first strong letter is Arabic or Hebrew."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
