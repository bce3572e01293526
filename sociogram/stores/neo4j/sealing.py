"""Texts sealed before they go to the server, with a key that the server never holds."""

import json
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sociogram.language import Bilingual
from sociogram.stores.derived_key import derived_key
from sociogram.stores.failures import unusable

_NONCE_BYTES = 12


class Seal:
    """Seals and opens texts. What is sealed for one place opens in no other."""

    def __init__(self, key: bytes, place: str) -> None:
        """`key` is the store's 32 bytes; `place` names the store in messages."""
        self._cipher = AESGCM(derived_key(key, "texts on a server"))
        self._place = place

    def close(self, text: Bilingual, situation: str, text_id: str) -> bytes:
        """Return the sealed text."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        plain = json.dumps([text.fr, text.en], ensure_ascii=False).encode("utf-8", "surrogatepass")
        return nonce + self._cipher.encrypt(nonce, plain, _context(situation, text_id))

    def open(self, sealed: bytes, situation: str, text_id: str) -> Bilingual:
        """Return the text. Raises StoreUnusable when it was sealed with another key, or elsewhere."""
        raw = bytes(sealed)
        try:
            plain = self._cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], _context(situation, text_id))
        except (InvalidTag, ValueError):
            raise unusable("other_keys", place=self._place) from None
        return Bilingual(*json.loads(plain.decode("utf-8", "surrogatepass")))


def _context(situation: str, text_id: str) -> bytes:
    return json.dumps(["sociogram text", 1, situation, text_id]).encode()
