"""The recovery code: 160 random bits written as nine groups of four, the last one a checksum.

The alphabet is Crockford's base 32 (no I, L, O, U); when read, O counts as 0, I and L as 1, spaces and
hyphens as nothing, so that a sheet copied by hand still opens the store.
"""

import hashlib
import re

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ = str.maketrans({"O": "0", "I": "1", "L": "1"})
SECRET_BYTES = 20
_LETTERS = SECRET_BYTES * 8 // 5
_CHECK = 4


def recovery_code(secret: bytes) -> str:
    """Return 20 random bytes as groups `XXXX-XXXX-...`."""
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"a recovery secret is {SECRET_BYTES} bytes long")
    letters = _letters(int.from_bytes(secret), _LETTERS)
    letters += _checksum(letters)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def recovery_letters(written: str) -> str | None:
    """Return the letters of a recovery code as written by hand, without groups, or None if it is not one."""
    letters = re.sub(r"[\s\-–—.]+", "", written).upper().translate(_READ)
    if len(letters) != _LETTERS + _CHECK or any(letter not in _ALPHABET for letter in letters):
        return None
    body, check = letters[:_LETTERS], letters[_LETTERS:]
    return letters if _checksum(body) == check else None


def _checksum(letters: str) -> str:
    digest = hashlib.sha256(b"sociogram recovery " + letters.encode()).digest()
    return _letters(int.from_bytes(digest[:8]), _CHECK)


def _letters(number: int, count: int) -> str:
    found = []
    for _ in range(count):
        number, digit = divmod(number, 32)
        found.append(_ALPHABET[digit])
    return "".join(reversed(found))
