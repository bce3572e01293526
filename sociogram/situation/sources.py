"""The passage that makes an arrow plausible: (file, lines) in a plain file, one text in a situation."""

import re

LINES = re.compile(r"[0-9, ;–-]{0,80}", re.ASCII)


def source_text(file: str, lines: str) -> str:
    """Return "file:lines", or the file alone when that can be read back without doubt."""
    plain = not lines and source_parts(file) == (file, "")
    return file if plain else f"{file}:{lines}"


def source_parts(text: str) -> tuple[str, str]:
    """Return (file, lines) of a text; lines are empty when it does not end in line numbers."""
    file, colon, lines = text.rpartition(":")
    return (file, lines) if colon and LINES.fullmatch(lines) else (text, "")
