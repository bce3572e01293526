"""Where a referral stands, in seven classes of which each referral is in exactly one: they add up."""

from collections.abc import Iterable, Mapping
from typing import Literal

from sociogram.language import Bilingual
from sociogram.loop.referral import Referral, State

Standing = Literal["waiting", "acknowledged", "in_hand", "completed", "declined", "no_answer", "ended"]

STANDINGS: tuple[Standing, ...] = (
    "completed", "in_hand", "acknowledged", "waiting", "no_answer", "declined", "ended",
)  # fmt: skip
"""In the order in which tables show them."""

LABELS: Mapping[Standing, Bilingual] = {
    "completed": Bilingual("Service rendu", "Service given"),
    "in_hand": Bilingual("Acceptées, en cours", "Accepted, under way"),
    "acknowledged": Bilingual("Reçues, sans décision", "Received, no decision"),
    "waiting": Bilingual("Réponse attendue", "Answer awaited"),
    "no_answer": Bilingual("Sans réponse au délai", "No answer in time"),
    "declined": Bilingual("Refusées", "Declined"),
    "ended": Bilingual("Arrêtées avant la fin", "Stopped before the end"),
}

_BY_STATE: Mapping[State, Standing] = {
    "draft": "waiting",
    "sent": "waiting",
    "acknowledged": "acknowledged",
    "accepted": "in_hand",
    "in_service": "in_hand",
    "completed": "completed",
    "declined": "declined",
    "rerouted": "ended",
    "no_answer": "no_answer",
    "cancelled": "ended",
    "consent_withdrawn": "ended",
    "contact_failed": "ended",
}


def standing_of(referral: Referral) -> Standing:
    """Return the class of a referral. One that was declined and then re-routed was declined."""
    if referral.state == "rerouted" and referral.declined_reason:
        return "declined"
    return _BY_STATE[referral.state]


def standings(referrals: Iterable[Referral]) -> dict[Standing, int]:
    """Return how many stand in each class, in the order of STANDINGS."""
    counts = dict.fromkeys(STANDINGS, 0)
    for one in referrals:
        counts[standing_of(one)] += 1
    return counts
