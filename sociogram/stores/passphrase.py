"""What a new passphrase must be: long enough not to be guessed, and not one that everybody knows.

No score is computed: a rule a person can understand is said in one sentence. Whoever guesses needs the file
and about a second a guess (key_slot.py); 16 characters that are neither known, repeated nor in a row are then
far out of reach, and four words without a tie between them reach that length by themselves.
Only new passphrases are judged: a store made before opens as ever.
"""

import unicodedata

from sociogram.directory.plain_words import plain
from sociogram.errors import BadInput, Problem
from sociogram.language import Bilingual

LEAST = 16
LEAST_DIFFERENT = 8
_LEFT = 10
_LOOKED_AT = 300

# The ten commonest passwords in French and English lists, and what people write for want of an idea.
COMMONEST = (
    "123456789",
    "password",
    "motdepasse",
    "azertyuiop",
    "qwertyuiop",
    "111111",
    "iloveyou",
    "jetaime",
    "bonjour",
    "abc123",
)
WELL_KNOWN = (
    "correcthorsebatterystaple",
    "phrasedepasse",
    "passphrase",
    "sociogram",
    "demo",
    "secret",
    "123456",
    "azerty",
    "qwerty",
)
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertyuiopasdfghjklzxcvbnm",
)

_HOW = Bilingual(
    "Prendre quatre mots sans lien entre eux, à vous seul : un fruit, un outil, un lieu, un souvenir.",
    "Take four words without a tie between them, yours alone: a fruit, a tool, a place, a memory.",
)
_FAULTS = {
    "short": Bilingual(
        f"cette phrase de passe est courte pour garder ce qu'on vous confie : {LEAST} caractères au moins.",
        f"this passphrase is short to keep what you are entrusted with: at least {LEAST} characters.",
    ),
    "repeated": Bilingual(
        "cette phrase de passe répète toujours les mêmes signes : elle se devine.",
        "this passphrase repeats the same signs again and again: it can be guessed.",
    ),
    "known": Bilingual(
        "cette phrase de passe est de celles que l'on essaie en premier.",
        "this passphrase is one of those that are tried first.",
    ),
}


def weakness(secret: str) -> Problem | None:
    """Return why a new passphrase will not do, in a kind sentence, or None when it will.

    The sentence never holds the passphrase. Capitals, accents, spaces and signs between words hide nothing.
    """
    told = " ".join(unicodedata.normalize("NFKC", secret[:_LOOKED_AT]).split())
    bare = "".join(letter for letter in plain(told) if letter.isalnum())
    if len(told) < LEAST:
        return _problem("short")
    if len(set(plain(told))) < LEAST_DIFFERENT or _repeats(bare):
        return _problem("repeated")
    if bare and len(_without_known(bare)) < _LEFT and len(told) - len(bare) < LEAST_DIFFERENT:
        return _problem("known")
    return None


def require_strong(secret: str, *, place: str = "") -> None:
    """Raise BadInput, naming `place`, for a new passphrase that is too weak."""
    problem = weakness(secret)
    if problem is not None:
        raise BadInput((Problem(problem.code, problem.says, problem.remedy, place, "passphrase"),))


def _problem(kind: str) -> Problem:
    return Problem(f"weak_passphrase_{kind}", _FAULTS[kind], _HOW, field="passphrase")


def _repeats(bare: str) -> bool:
    """Whether the whole is one short piece said again and again ("abcd1abcd1abcd1")."""
    return any(
        bare == (bare[:size] * (len(bare) // size + 1))[: len(bare)] for size in range(1, len(bare) // 2 + 1)
    )


def _without_known(bare: str) -> str:
    """Return what is left once what everybody knows is taken out, pieces of the keyboard's rows included."""
    for known in sorted((*COMMONEST, *WELL_KNOWN), key=len, reverse=True):
        bare = bare.replace(known, "")
    rows = [one for row in _ROWS for one in (row, row[::-1])]
    for size in range(len(bare), 3, -1):
        for start in range(len(bare) - size, -1, -1):
            if any(bare[start : start + size] in row for row in rows):
                bare = bare[:start] + bare[start + size :]
    return bare
