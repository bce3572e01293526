"""Keys made from a store's own: each for one purpose, none tells another or the store's."""

import hashlib
import hmac


def derived_key(key: bytes, purpose: str) -> bytes:
    """Return 32 bytes: HMAC-SHA-256 of the purpose under the store's random key (as HKDF-Expand)."""
    return hmac.new(key, f"sociogram derived key\0{purpose}\x01".encode(), hashlib.sha256).digest()
