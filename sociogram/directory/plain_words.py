"""Words without accents, case or punctuation: how texts are compared wherever people search."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return the text without accents or case: `Émigration` is `emigration`."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in bare if not unicodedata.combining(character))


def plain_words(text: str) -> tuple[str, ...]:
    """Return the plain words of a text: `« Été-2 »` is (`ete`, `2`)."""
    return tuple(_WORD.findall(plain(text).replace("_", " ")))
