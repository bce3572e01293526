"""Which step is legal from which state, and where it leads."""

from collections.abc import Mapping

from sociogram.loop.referral import Referral, State

_CLOSING: Mapping[str, State] = {
    "rerouted": "rerouted",
    "cancelled": "cancelled",
    "consent_withdrawn": "consent_withdrawn",
    "contact_failed": "contact_failed",
}
_SERVING: Mapping[str, State] = {"in_service": "in_service", "completed": "completed"}
_ANSWERING: Mapping[str, State] = {"accepted": "accepted", "declined": "declined", **_SERVING}
_WAITING: Mapping[str, State] = {**_ANSWERING, "no_answer": "no_answer", **_CLOSING}
_BACK: Mapping[str, State] = {"reopened": "draft", "consent_withdrawn": "consent_withdrawn"}

STEPS: Mapping[State, Mapping[str, State]] = {
    "draft": {
        "referral_sent": "sent",
        "cancelled": "cancelled",
        "consent_withdrawn": "consent_withdrawn",
        "deadline_set": "draft",
    },
    "sent": {"acknowledged": "acknowledged", **_WAITING, "deadline_set": "sent"},
    "acknowledged": {**_WAITING, "deadline_set": "acknowledged"},
    # Who accepted may still have to say no.
    "accepted": {**_SERVING, "declined": "declined", **_CLOSING, "deadline_set": "accepted"},
    "in_service": {"completed": "completed", **_CLOSING, "deadline_set": "in_service"},
    "completed": _BACK,
    "declined": {"rerouted": "rerouted", "cancelled": "cancelled", **_BACK},
    "rerouted": _BACK,
    # An answer that comes after the deadline is an answer.
    "no_answer": {"acknowledged": "acknowledged", **_ANSWERING, **_CLOSING, **_BACK},
    "cancelled": _BACK,
    "consent_withdrawn": {"told": "consent_withdrawn"},
    "contact_failed": {**_ANSWERING, "rerouted": "rerouted", "cancelled": "cancelled", **_BACK},
}
"""state: {kind of event: state after it}. A call may skip steps: sent, then completed. A withdrawal is always
heard, and nothing but what each hop says of it comes after."""


def next_state(state: State, kind: str) -> State | None:
    """Return the state after an event of this kind, or None when it is not legal here."""
    return STEPS[state].get(kind)


def next_steps(referral: Referral) -> tuple[str, ...]:
    """Return the kinds of events that are legal now."""
    return tuple(STEPS[referral.state])


def may_be_sent(referral: Referral, way: str) -> bool:
    """Whether it may be sent this way: without consent nothing of her is told, she goes herself."""
    return referral.consent is not None or way in ("slip", "other")
