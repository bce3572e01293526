"""The one rule of colour a charter could break: a pen keeps its own name.

Inks and line styles are not in the charter; their bounds of hue and their contrast are tested where they
stand (palettes.py, docs/design/0004). But a legend that calls the blue pen "red" would undo the code for
whoever redraws the sheet with real pens: the words of a pen begin with its own name, in both languages.
"""

import re
from collections.abc import Mapping

from colour_codes import charter_sections
from colour_codes.charter_table import Table
from colour_codes.pens import Pen, name
from colour_codes.words import LANGUAGES, Words

_FIGURE = "green_figure"


def checked_pen_words(table: Table) -> Mapping[str, Mapping[str, Words]]:
    """Read ``[pen_words]``; CharterError for words that begin with anything but the pen's own name."""
    words = charter_sections.pen_words(table)
    for palette, pens in words.items():
        for key, said in pens.items():
            pen = Pen.GREEN if key == _FIGURE else Pen(key)
            for lang in LANGUAGES:
                own = name(pen, lang)
                if not re.match(rf"{re.escape(own)}\b", said.said(lang), re.IGNORECASE):
                    raise table.fail(
                        f"{palette}.{key}.{lang}",
                        f"commencer par le nom de ce feutre : « {own} »",
                        f"begin with the name of this pen: “{own}”",
                    )
    return words
