"""One slot of a key file: the store's key wrapped under a secret.

secret -> Argon2id -> key-encryption key -> AES-256-GCM -> the 32-byte key of the store. The slot's name and
its parameters are authenticated with it, so that slots cannot be swapped nor weakened unseen.
"""

import base64
import binascii
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_MOST_MEMORY_KIB = 2**21
_MOST_PASSES = 64
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes, lanes (Argon2id). The default takes about a second."""

    memory_kib: int = 128 * 1024
    passes: int = 3
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class KeySlot:
    """A wrapped key. `name` is passphrase or recovery."""

    name: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def as_json(self) -> dict[str, object]:
        """Return the slot as written in a key file."""
        return {
            "kdf": "argon2id",
            "memory_kib": self.cost.memory_kib,
            "passes": self.cost.passes,
            "lanes": self.cost.lanes,
            "salt": base64.b64encode(self.salt).decode(),
            "nonce": base64.b64encode(self.nonce).decode(),
            "wrapped": base64.b64encode(self.wrapped).decode(),
        }


def seal(name: str, key: bytes, secret: str, cost: Cost) -> KeySlot:
    """Return a new slot that gives back `key` (32 bytes) for `secret`."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapped = AESGCM(_stretched(secret, salt, cost)).encrypt(nonce, key, _context(name, cost, salt))
    return KeySlot(name, cost, salt, nonce, wrapped)


def unseal(slot: KeySlot, secret: str) -> bytes | None:
    """Return the store's key, or None when `secret` does not open this slot."""
    opener = AESGCM(_stretched(secret, slot.salt, slot.cost))
    try:
        return opener.decrypt(slot.nonce, slot.wrapped, _context(slot.name, slot.cost, slot.salt))
    except InvalidTag:
        return None


def read_slot(name: str, raw: Mapping[str, Any]) -> KeySlot:
    """Return the slot written in a key file. Raises ValueError when it is not one, or asks beyond reason."""
    if raw.get("kdf") != "argon2id":
        raise ValueError("unknown key derivation")
    cost = Cost(
        _number(raw.get("memory_kib"), _MOST_MEMORY_KIB, least=8),
        _number(raw.get("passes"), _MOST_PASSES),
        _number(raw.get("lanes"), _MOST_LANES),
    )
    salt, nonce, wrapped = (_bytes(raw.get(field)) for field in ("salt", "nonce", "wrapped"))
    if len(salt) != _SALT_BYTES or len(nonce) != _NONCE_BYTES or len(wrapped) != KEY_BYTES + 16:
        raise ValueError("a slot of unknown shape")
    return KeySlot(name, cost, salt, nonce, wrapped)


def _stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    # Two keyboards may write one passphrase composed or not; an environment may hold stray bytes.
    plain = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    return hash_secret_raw(
        plain, salt, time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes,
        hash_len=KEY_BYTES, type=Type.ID,
    )  # fmt: skip


def _context(name: str, cost: Cost, salt: bytes) -> bytes:
    said = ["sociogram key slot", 1, name, cost.memory_kib, cost.passes, cost.lanes, salt.hex()]
    return json.dumps(said).encode()


def _number(value: object, most: int, *, least: int = 1) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError("a cost beyond reason")
    return value


def _bytes(value: object) -> bytes:
    if not isinstance(value, str):
        raise ValueError("not base 64")
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError("not base 64") from error
