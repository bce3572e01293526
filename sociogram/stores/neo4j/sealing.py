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
        return self._closed(json.dumps([text.fr, text.en], ensure_ascii=False), _context(situation, text_id))

    def open(self, sealed: bytes, situation: str, text_id: str) -> Bilingual:
        """Return the text. Raises StoreUnusable when it was sealed with another key, or elsewhere."""
        return Bilingual(*json.loads(self._opened(sealed, _context(situation, text_id))))

    def close_args(self, args: str, owner: str, event_id: str) -> bytes:
        """Return the sealed part of an event of a referral."""
        return self._closed(args, _context_of_event(owner, event_id))

    def open_args(self, sealed: bytes, owner: str, event_id: str) -> str:
        """Return what `close_args` sealed. Raises StoreUnusable as `open` does."""
        return self._opened(sealed, _context_of_event(owner, event_id))

    def _closed(self, plain: str, context: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain.encode("utf-8", "surrogatepass"), context)

    def _opened(self, sealed: bytes, context: bytes) -> str:
        raw = bytes(sealed)
        try:
            plain = self._cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], context)
        except (InvalidTag, ValueError):
            raise unusable("other_keys", place=self._place) from None
        return plain.decode("utf-8", "surrogatepass")


def _context(situation: str, text_id: str) -> bytes:
    return json.dumps(["sociogram text", 1, situation, text_id]).encode()


def _context_of_event(owner: str, event_id: str) -> bytes:
    return json.dumps(["sociogram event", 1, owner, event_id]).encode()
