"""Needs open for weeks, whom to ask next, refusals pooled, and double follow-up inside one organisation."""

from datetime import date, timedelta
from typing import Any

import pytest

from sociogram.gaps.doubles import doubles
from sociogram.gaps.open_needs import open_needs
from sociogram.gaps.refusals import refusal_reasons
from sociogram.gaps.words import weeks_words
from sociogram.loop.fold import fold
from sociogram.loop.kinds import DECLINE_REASONS

TODAY = date(2026, 11, 22)


def referral(n: int) -> str:
    return f"10000000-0000-4000-8000-{n:012d}"


PERSON, OTHER = referral(77), referral(78)


@pytest.fixture
def log(event: Any) -> Any:
    """A log that grows: `log(n, kind, weeks ago, **args)`."""

    class Log(list[Any]):
        def add(self, n: int, kind: str, weeks: int = 6, **args: Any) -> "Log":
            if kind == "referral_made":
                made = {"need": "hebergement", "place": "gao", "sender": "aracem", "receiver": "abri"}
                args = {**made, "focal_point": False, "priority": "normal", **args}
            on = TODAY - timedelta(weeks=weeks)
            self.append(event(len(self) + 1, kind, referral(n), on, **args))
            return self

    return Log()


def found(log: Any, weeks: int = 4, ask: Any = ("abri", "autre", "encore", "plus", "loin")) -> Any:
    return open_needs(fold(log), TODAY, weeks=weeks, whom_to_ask=lambda *asked: ask)


def test_a_need_is_open_until_somebody_serves_it(log: Any) -> None:
    log.add(1, "referral_made").add(1, "referral_sent", way="phone")
    (one,) = found(log)
    assert (one.need, one.place, one.sender, one.waiting) == (
        "hebergement",
        "gao",
        "aracem",
        ((referral(1), 6),),
    )
    assert found(log, weeks=6)
    assert not found(log, weeks=7)
    for kind in ("accepted", "no_answer"):
        assert found([*log, *type(log)(log).add(1, kind)[len(log) :]]), kind
    log.add(1, "in_service")
    assert not found(log)


@pytest.mark.parametrize(
    "end", [("completed", {"outcome": "unknown"}), ("cancelled", {}), ("consent_withdrawn", {})]
)
def test_what_ended_is_not_open(log: Any, end: Any) -> None:
    log.add(1, "referral_made").add(1, "referral_sent", way="phone").add(1, end[0], **end[1])
    assert not found(log)


def test_whom_to_ask_leaves_out_who_was_asked_along_the_whole_way(log: Any) -> None:
    log.add(1, "referral_made").add(1, "referral_sent", way="phone").add(1, "declined", reason="no_capacity")
    log.add(2, "referral_made", weeks=2, receiver="autre").add(1, "rerouted", to=referral(2))
    (one,) = found(log)
    assert one.waiting == ((referral(2), 6),), "the wait counts from the first of the chain"
    assert one.ask == ("encore", "plus", "loin")
    assert found(log, ask=("abri",))[0].ask == ()


def test_the_longest_wait_comes_first_and_senders_stay_apart(log: Any) -> None:
    log.add(1, "referral_made").add(2, "referral_made", weeks=9).add(
        3, "referral_made", weeks=8, need="sante"
    )
    log.add(4, "referral_made", sender="atc")
    assert [(one.need, one.sender, [weeks for _, weeks in one.waiting]) for one in found(log)] == [
        ("hebergement", "aracem", [9, 6]),
        ("sante", "aracem", [8]),
        ("hebergement", "atc", [6]),
    ]


def test_reasons_are_pooled_and_said_once_for_a_referral(log: Any) -> None:
    log.add(1, "referral_made").add(1, "referral_sent", way="phone").add(1, "declined", reason="no_capacity")
    log.add(1, "declined", reason="no_capacity").add(2, "referral_made", sender="atc")
    log.add(2, "referral_sent", way="phone").add(2, "declined", reason="no_capacity")
    counts = refusal_reasons(log)
    assert counts["no_capacity"] == 2
    assert sum(counts.values()) == 2
    assert tuple(counts) == DECLINE_REASONS


def test_one_person_followed_twice_in_one_house(log: Any) -> None:
    log.add(1, "referral_made", person=PERSON).add(2, "referral_made", weeks=20, person=PERSON)
    log.add(3, "referral_made", person=OTHER).add(4, "referral_made", person=PERSON, sender="atc")
    log.add(5, "referral_made", person=PERSON, need="sante")
    (double,) = doubles(fold(log))
    assert (double.kind, double.sender, double.referrals) == (
        "same_person",
        "aracem",
        (referral(1), referral(2)),
    )
    log.add(1, "cancelled")
    assert not doubles(fold(log))


def test_without_a_key_only_need_place_and_month_are_compared(log: Any) -> None:
    log.add(1, "referral_made", person=PERSON).add(2, "referral_made")
    log.add(3, "referral_made", place="kayes").add(4, "referral_made", weeks=12).add(
        5, "referral_made", sender="atc"
    )
    (double,) = doubles(fold(log))
    assert (double.kind, double.referrals) == ("to_compare", (referral(1), referral(2)))


def test_a_referral_and_the_one_that_continues_it_are_no_double(log: Any) -> None:
    log.add(1, "referral_made", person=PERSON).add(1, "referral_sent", way="phone")
    log.add(1, "declined", reason="no_capacity").add(2, "referral_made", person=PERSON)
    assert len(doubles(fold(log))) == 1
    log.add(1, "rerouted", to=referral(2))
    assert not doubles(fold(log))


def test_one_week_is_one_week_in_both_languages() -> None:
    assert [weeks_words(n, "fr") for n in (0, 1, 6)] == ["0 semaine", "1 semaine", "6 semaines"]
    assert [weeks_words(n, "en") for n in (0, 1, 6)] == ["0 weeks", "1 week", "6 weeks"]
