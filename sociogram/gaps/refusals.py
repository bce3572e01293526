"""Why referrals are refused, pooled: no organisation, no colleague, in the order of the list of reasons."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sociogram.loop.event import StoredEvent
from sociogram.loop.kinds import DECLINE_REASONS


def refusal_reasons(events: Iterable[StoredEvent]) -> Mapping[str, int]:
    """Return how often each reason was given, once a referral and reason; every reason is there, 0 too."""
    given = {
        (one.event.subject, str(one.event.args["reason"])) for one in events if one.event.kind == "declined"
    }
    counts = Counter(reason for _, reason in given)
    return {reason: counts[reason] for reason in DECLINE_REASONS}
