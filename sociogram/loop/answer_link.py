"""A link by which who receives a referral answers it, without an account.

It names a referral and a round of it, and proves with the server's key that it was given for them: nothing is
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
"""What is asked by a link: closed questions, where no free word about a person can be written."""
SIGNED = "lien-de-reponse"
"""Who signs what came by a link: nobody is known by name there."""
MOST_ANSWERS = 10
"""By links, of one referral: nobody changes their mind so often, and a log only grows."""
_CLOSED = ("draft", "cancelled", "consent_withdrawn", "rerouted")
_TOKEN = re.compile("[A-Za-z0-9_-]{56}")
_ID, _ROUND, _PROOF = 16, 10, 16


def answer_token(referral: Referral, key: bytes) -> str:
    """Return the token of a referral that was sent: 56 letters safe in an address (RFC 4648, base64url).

    Sixteen bytes of its id, ten that tell the sending, sixteen that prove both (HMAC-SHA-256, RFC 2104).
    """
    said = UUID(referral.id).bytes + _round(referral)
    return base64.urlsafe_b64encode(said + _proof(said, key)).decode()


def proven_referral(token: str, key: bytes) -> str:
    """Return the id of the referral that a token was once given for, or '' for any other text.

    It costs no look into a store: who was given no link makes nobody work.
    """
    if not _TOKEN.fullmatch(token):
        return ""
    raw = base64.urlsafe_b64decode(token)
    said, proof = raw[: _ID + _ROUND], raw[_ID + _ROUND :]
    return str(UUID(bytes=said[:_ID])) if hmac.compare_digest(proof, _proof(said, key)) else ""


def opens(token: str, referral: Referral, key: bytes, now: datetime) -> bool:
    """Whether the token was given for this round of this referral, and the link still serves."""
    given = hmac.compare_digest(token.encode(), answer_token(referral, key).encode())
    return given and link_serves(referral, now)


def link_serves(referral: Referral, now: datetime) -> bool:
    """Whether a link may be given, or still answers: sent, agreed to, and neither taken back nor too old.

    Without consent nothing of her is told to who receives: she goes herself.
    """
    told = referral.consent is not None and referral.state not in _CLOSED
    return told and referral.sent_at is not None and now < referral.sent_at + LASTS


def answers_now(referral: Referral) -> tuple[str, ...]:
    """Return what may be answered by a link as the referral stands, in the order of the lifecycle.

    Fewer than a call may tell: that the service has begun is asked once it was accepted, so that one tap too
    many ends nothing.
    """
    if sum(one.event.by == SIGNED for one in referral.history) >= MOST_ANSWERS:
        return ()
    legal = next_steps(referral)
    asked = [kind for kind in ANSWERS if kind in legal]
    return tuple(kind for kind in asked if kind != "in_service" or referral.state == "accepted")


def _proof(said: bytes, key: bytes) -> bytes:
    return hmac.digest(key, b"answer\n" + said, hashlib.sha256)[:_PROOF]


def _round(referral: Referral) -> bytes:
    """Return what tells the sending that counts: the last one that was not too late."""
    sent = [one.event for one in referral.history if one.event.kind == "referral_sent"]
    counted = [event.id for event in sent if event.id not in referral.late]
    return hashlib.sha256("".join(counted[-1:]).encode()).digest()[:_ROUND]
