"""A link by which who receives a referral answers it, without an account.

It names a referral and proves, with the server's key, that it was given for its present round: nothing is
kept for it, and it ends with the round, with the consent, or with time. It tells nothing of the person.
"""

import base64
import hashlib
import hmac
import re
from datetime import datetime, timedelta
from uuid import UUID

from sociogram.loop.lifecycle import next_steps
from sociogram.loop.referral import Referral

KEY_BYTES = 32
LASTS = timedelta(days=60)
"""From the sending. The longest usual deadline is 14 days; a service that begins later has telephoned."""
ANSWERS = ("acknowledged", "accepted", "declined", "in_service", "contact_failed")
"""What is asked by a link: closed questions, where no word about a person can be written."""
_PROOF_BYTES = 16
_TOKEN = re.compile("[A-Za-z0-9_-]{43}")


def answer_token(referral: Referral, key: bytes) -> str:
    """Return the token of a referral that was sent: 43 letters safe in an address (RFC 4648, base64url).

    Sixteen bytes of its id, sixteen of the proof (HMAC-SHA-256, RFC 2104): not to be guessed, and another
    one after each sending.
    """
    raw = UUID(referral.id).bytes + _proof(referral, key)
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def referral_of(token: str) -> str:
    """Return the id of the referral that a token speaks of, proven or not; '' for what is no token."""
    if not _TOKEN.fullmatch(token):
        return ""
    return str(UUID(bytes=base64.urlsafe_b64decode(f"{token}=")[:16]))


def opens(token: str, referral: Referral, key: bytes, now: datetime) -> bool:
    """Whether the token was given for this round of this referral, and the link still serves."""
    given = hmac.compare_digest(token.encode(), answer_token(referral, key).encode())
    return given and link_serves(referral, now)


def link_serves(referral: Referral, now: datetime) -> bool:
    """Whether a link may be given, or still answers: sent, agreed to, and neither taken back nor too old.

    Without consent nothing of her is told to who receives: she goes herself.
    """
    told = referral.consent is not None and referral.state not in ("draft", "cancelled", "consent_withdrawn")
    return told and referral.sent_at is not None and now < referral.sent_at + LASTS


def answers_now(referral: Referral) -> tuple[str, ...]:
    """Return what may be answered by a link as the referral stands, in the order of the lifecycle."""
    legal = next_steps(referral)
    return tuple(kind for kind in ANSWERS if kind in legal)


def _proof(referral: Referral, key: bytes) -> bytes:
    said = f"answer\n{referral.id}\n{_round(referral)}".encode()
    return hmac.digest(key, said, hashlib.sha256)[:_PROOF_BYTES]


def _round(referral: Referral) -> str:
    """Return the id of the sending that counts: the last one that was not too late."""
    sent = [one.event for one in referral.history if one.event.kind == "referral_sent"]
    counted = [event.id for event in sent if event.id not in referral.late]
    return counted[-1] if counted else ""
