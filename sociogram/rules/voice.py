"""W07: captions in the active voice, found simply: by their first word, in a short list of verbs.

It knows the frequent verbs of this work and no grammar: what it misses stays unasked, and a noun that looks
like one of these verbs is asked about for nothing. It is a question, so neither does harm.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sociogram.rules.findings import Finding, finding
from sociogram.situation.situation import Situation

_LEAD = re.compile(r"^\W*(?:[lsn]['’]|(?:lui|leur|les|la|le|se|ne)\s+)*", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def active_captions(situation: Situation) -> Iterator[Finding]:
    """W07: one question for all the arrows whose caption starts with a verb in the active voice."""
    found = [
        arrow.id
        for arrow in situation.activations.values()
        if is_active(situation.words(arrow.label, "fr")) or is_active(situation.words(arrow.label, "en"))
    ]
    if found:
        yield finding("W07", *found)


def is_active(caption: str) -> bool:
    """Return whether the first word of a caption is a verb known here ("demande un toit", "asks...")."""
    start = _LEAD.match(caption)
    word = _WORD.match(caption, start.end() if start else 0)
    return word is not None and word.group().lower() in _active_verbs()


@cache
def _active_verbs() -> frozenset[str]:
    lists = tomllib.loads(files("sociogram.rules").joinpath("active_verbs.toml").read_text(encoding="utf-8"))
    return frozenset(verb for verbs in lists.values() for verb in verbs)
