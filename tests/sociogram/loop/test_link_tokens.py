"""A link opens its own referral, in its own round, with its own key, while it serves: nothing else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.loop.answer_link import (
    ANSWERS,
    LASTS,
    MOST_ANSWERS,
    SIGNED,
    answer_token,
    answers_now,
    link_serves,
    opens,
    proven_referral,
)
from sociogram.loop.event import StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.kinds import KINDS
from sociogram.loop.lifecycle import STEPS
from sociogram.loop.referral import Referral
from tests.sociogram.loop.told import told, uuid

KEY, OTHER_KEY = b"k" * 32, b"l" * 32
CONSENT = {"scope": "need", "language": "bm", "month": "2026-11"}
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MORE = {"rerouted": {"to": uuid(999)}}
STEP_KINDS = sorted({kind for steps in STEPS.values() for kind in steps} - {"rerouted"})


def folded(*kinds: str, about: int = 1, consent: bool = True, by: str = "ana") -> Referral:
    """The referral of these steps after its making, each noted on the day it happened."""
    made = told(1, "referral_made", about, **({"consent": CONSENT} if consent else {}))
    events = [
        made,
        *(
            told(number, kind, about, by="ana" if kind == "referral_sent" else by, **MORE.get(kind, {}))
            for number, kind in enumerate(kinds, 2)
        ),
    ]
    log = [StoredEvent(number, date(2026, 11, 20), event) for number, event in enumerate(events, 1)]
    return fold(log)[made.subject]


@given(st.lists(st.sampled_from(STEP_KINDS), max_size=8), st.booleans(), st.integers(0, 55), st.data())
def test_a_token_opens_what_it_was_given_for_and_nothing_else(
    kinds: list[str], consent: bool, at: int, data: st.DataObject
) -> None:
    referral = folded(*kinds, consent=consent)
    token = answer_token(referral, KEY)
    assert len(token) == 56
    assert set(token) <= set(LETTERS)
    assert proven_referral(token, KEY) == referral.id
    assert proven_referral(token, OTHER_KEY) == ""
    serves = link_serves(referral, NOW)
    assert opens(token, referral, KEY, NOW) == serves
    assert serves <= (consent and "referral_sent" in kinds and referral.state != "consent_withdrawn")
    assert not opens(token, referral, OTHER_KEY, NOW)
    assert not opens(token, folded(*kinds, about=2, consent=consent), KEY, NOW)
    other = data.draw(st.sampled_from([one for one in LETTERS if one != token[at]]))
    changed = token[:at] + other + token[at + 1 :]
    assert proven_referral(changed, KEY) == ""
    assert not opens(changed, referral, KEY, NOW)


@given(st.lists(st.sampled_from(STEP_KINDS), max_size=8))
def test_what_may_be_answered_is_legal_and_closed(kinds: list[str]) -> None:
    referral = folded("referral_sent", *kinds)
    asked = answers_now(referral)
    expected = set(ANSWERS) & set(STEPS[referral.state])
    assert set(asked) == (expected if referral.state == "accepted" else expected - {"in_service"})
    free = {kind for kind in asked if "text" in str(KINDS[kind].args)}
    assert free <= {"declined"}


def test_links_do_not_write_without_end() -> None:
    minds = ["accepted", "contact_failed"] * 10
    for count, left in ((MOST_ANSWERS - 1, True), (MOST_ANSWERS, False), (MOST_ANSWERS + 1, False)):
        referral = folded("referral_sent", *minds[:count], by=SIGNED)
        assert bool(answers_now(referral)) is left
    assert answers_now(folded("referral_sent", *minds))


NO_TOKENS = (
    "",
    "x",
    "A" * 55,
    "A" * 57,
    "é" * 56,
    "A" * 55 + "=",
    " " * 56,
    "/" * 56,
    "A" * 56,
    "A" * 56 + "\n",
)


@pytest.mark.parametrize("text", NO_TOKENS)
def test_what_is_no_token_names_nothing(text: str) -> None:
    assert proven_referral(text, KEY) == ""


def test_a_new_sending_ends_the_former_link() -> None:
    first = folded("referral_sent")
    again = folded("referral_sent", "no_answer", "reopened", "referral_sent")
    assert opens(answer_token(first, KEY), first, KEY, NOW)
    assert not opens(answer_token(first, KEY), again, KEY, NOW)
    assert opens(answer_token(again, KEY), again, KEY, NOW)


def test_an_answer_does_not_end_the_link() -> None:
    sent, accepted = folded("referral_sent"), folded("referral_sent", "accepted")
    assert opens(answer_token(sent, KEY), accepted, KEY, NOW)
    assert answers_now(sent) == ("acknowledged", "accepted", "declined", "contact_failed")
    assert answers_now(accepted) == ("declined", "in_service", "contact_failed")


def test_a_link_ends_with_time() -> None:
    referral = folded("referral_sent")
    assert referral.sent_at is not None
    last = referral.sent_at + LASTS
    assert link_serves(referral, last - timedelta(seconds=1))
    assert not link_serves(referral, last)


@pytest.mark.parametrize(
    "kinds", [(), ("cancelled",), ("referral_sent", "cancelled"), ("referral_sent", "rerouted")]
)
def test_no_link_before_a_sending_or_after_it_was_taken_back(kinds: tuple[str, ...]) -> None:
    assert not link_serves(folded(*kinds), NOW)


def test_no_link_without_consent_or_after_it_was_withdrawn() -> None:
    assert not link_serves(folded("referral_sent", consent=False), NOW)
    assert not link_serves(folded("referral_sent", "accepted", "consent_withdrawn"), NOW)


def test_two_referrals_have_two_links() -> None:
    tokens = {answer_token(folded("referral_sent", about=number), KEY) for number in range(50)}
    assert len(tokens) == 50
    assert proven_referral(answer_token(folded("referral_sent", about=7), KEY), KEY) == uuid(10**6 + 7)
