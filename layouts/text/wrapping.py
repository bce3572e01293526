"""Where a label breaks into lines: whole words first, sensible places in long ones, never an ellipsis."""

import re
import unicodedata
from itertools import pairwise

from layouts.text.metrics import text_width

_SPACES = re.compile(r"[ \t\n\r\u2003\u2002\u3000]+")
_BEFORE = re.compile(r" (?=[:;?!»%/–—])")
_AFTER = re.compile(r"(?<=[«/]) ")
_BREAK_AFTER = "-/’'–—_.@·"


def wrap(text: str, size: float, max_width: float, max_lines: int | None = None) -> list[str]:
    """Return the lines of `text` at `size` mm, none wider than `max_width` mm where letters allow it.

    Spaces before French ``: ; ? ! »`` and after ``«`` do not break. A word wider than the line breaks after a
    hyphen, slash, apostrophe or point when there is one, else between letters. With `max_lines` the lines
    grow wider until the text fits: nothing is ever cut off. An empty text has no line.
    """
    words = [word for word in _SPACES.split(tied(text)) if word]
    if not words:
        return []
    lines = _lines(words, size, max_width)
    while max_lines is not None and len(lines) > max(max_lines, 1):
        max_width *= 1.06
        lines = _lines(words, size, max_width)
    return _balanced(words, size, max_width, len(lines))


def tied(text: str) -> str:
    """Return the text with no-break spaces where French typography wants no break."""
    tied = unicodedata.normalize("NFC", text)
    return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", tied))


def _lines(words: list[str], size: float, max_width: float) -> list[str]:
    widths, space = _widths(words, size)
    if max(widths) <= max_width:
        starts = _starts(widths, space, max_width)
        return [" ".join(words[a:b]) for a, b in pairwise([*starts, len(words)])]
    lines: list[str] = []
    for word in words:
        for piece, glued in _pieces(word, size, max_width):
            joint = "" if glued else " "
            if lines and text_width(lines[-1] + joint + piece, size) <= max_width:
                lines[-1] += joint + piece
            else:
                lines.append(piece)
    return lines


def _balanced(words: list[str], size: float, max_width: float, count: int) -> list[str]:
    """Return as many lines, as even as may be: a last word alone on its line reads badly."""
    widths, space = _widths(words, size)
    # A word of one letter cannot be broken: it is never too wide.
    least = max((w for w, word in zip(widths, words, strict=True) if len(_clusters(word)) > 1), default=0.0)
    low, high = max_width * 0.4, max_width
    for _ in range(8):
        middle = (low + high) / 2
        if middle >= least and len(_starts(widths, space, middle)) <= count:
            high = middle
        else:
            low = middle
    return _lines(words, size, high)


def _widths(words: list[str], size: float) -> tuple[list[float], float]:
    """Return how wide each word is, and a space."""
    return [text_width(word, size) for word in words], text_width(" ", size)


def _starts(widths: list[float], space: float, most: float) -> list[int]:
    """Return which words begin the lines that words of these `widths` fill, none of them broken."""
    starts, used = [0], widths[0]
    for number in range(1, len(widths)):
        used += space + widths[number]
        if used > most:
            starts.append(number)
            used = widths[number]
    return starts


def _pieces(word: str, size: float, max_width: float) -> list[tuple[str, bool]]:
    """Return the word, or its parts when it is wider than a line: (part, glued to the part before)."""
    if text_width(word, size) <= max_width:
        return [(word, False)]
    parts: list[str] = [""]
    for cluster in _clusters(word):
        if parts[-1] and text_width(parts[-1] + cluster, size) > max_width:
            parts.append(_moved_tail(parts) + cluster)
        else:
            parts[-1] += cluster
    return [(part, index > 0) for index, part in enumerate(parts)]


def _moved_tail(parts: list[str]) -> str:
    """Cut the last part after its last good place, if that leaves enough of it, and return what moves on."""
    last = parts[-1]
    place = max(last.rfind(char) for char in _BREAK_AFTER) + 1
    if len(last) / 3 <= place < len(last):
        parts[-1] = last[:place]
        return last[place:]
    return ""


def _clusters(word: str) -> list[str]:
    clusters: list[str] = []
    for char in word:
        if clusters and unicodedata.category(char) in ("Mn", "Me", "Cf"):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters
