"""Referrals as both doors show them: lines of a list, what is overdue first, and one whole referral."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from api.use_cases.referral_desk import Book, Desk
from api.use_cases.referral_history import history_json
from api.use_cases.referral_steps import steps_json
from api.use_cases.referral_withdrawal import hops, withdrawal_json
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.loop.deadlines import due_at, overdue
from sociogram.loop.forms.agreement import agreement
from sociogram.loop.forms.labels import OUTCOMES, PRIORITIES, REASONS, STATES, WAYS, label
from sociogram.loop.forms.names import (
    circulating_need,
    is_discreet,
    organisation_name,
    place_label,
    receiver_name,
    reference,
)
from sociogram.loop.referral import Referral

_WAITING = ("sent", "acknowledged")
_TO_DECIDE = ("declined", "no_answer", "contact_failed")
_GOING_ON = ("accepted", "in_service")
_OPEN = ("draft", *_WAITING, *_TO_DECIDE, *_GOING_ON)
_WITHDRAWN = Bilingual("L'accord a été retiré.", "Consent was withdrawn.")
FILTERS = ("open", "overdue", *STATES)
"""What a list may be asked for: everything still open, what is overdue, or one state."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which referrals: one of FILTERS or all of them; `after`: only what was noted since that version."""

    state: str = ""
    after: int = 0
    page: int = 1
    size: int = 10_000


def list_json(desk: Desk, book: Book, lang: Lang, wanted: Wanted) -> dict[str, Any]:
    """Return the referrals asked for, in pages, what is overdue first."""
    fits = _wanted(wanted.state, desk.now)
    found = [one for one in book.referrals.values() if fits(one) and _since(one, wanted.after)]
    found.sort(key=_urgency)
    shown = found[(wanted.page - 1) * wanted.size : wanted.page * wanted.size]
    return {
        "version": book.version,
        "overdue": sum(overdue(one, desk.now) for one in book.referrals.values()),
        "items": [line_json(one, desk, lang) for one in shown],
        "total": len(found),
        "page": wanted.page,
        "size": wanted.size,
    }


def line_json(referral: Referral, desk: Desk, lang: Lang) -> dict[str, Any]:
    """Return one line. Beside a discreet receiver neither need nor service is told."""
    directory = desk.directory
    due = due_at(referral)
    return {
        "id": referral.id,
        "reference": reference(referral.id),
        "state": {"code": referral.state, "label": label(STATES, referral.state, lang)},
        "overdue": overdue(referral, desk.now),
        "due": due.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if due else None,
        "age": _age(referral, desk, lang),
        "need": _need(referral, directory, lang),
        "sender": {"id": referral.sender, "name": organisation_name(referral.sender, directory, lang)},
        "receiver": {"id": referral.receiver or None, "name": receiver_name(referral, directory, lang)},
        "place": {"id": referral.place, "label": place_label(referral.place, directory, lang)}
        if referral.place
        else None,
        "priority": {"code": referral.priority, "label": label(PRIORITIES, referral.priority, lang)},
        "made_on": referral.made_on.isoformat(),
        "sent_on": referral.sent_on.isoformat() if referral.sent_on else None,
    }


def detail_json(referral: Referral, desk: Desk, book: Book, lang: Lang) -> dict[str, Any]:
    """Return one referral: where it stands, its history told, what can be done next."""
    directory = desk.directory
    knew = hops(referral, book, directory, lang)
    return {
        "version": book.version,
        "referral": {**line_json(referral, desk, lang), **_more(referral, directory, lang)},
        "history": history_json(referral, book, directory, lang),
        "steps": steps_json(referral, tuple(hop for hop in knew if hop.told_on is None), lang),
        "withdrawal": withdrawal_json(referral, book, directory, lang),
    }


def _more(referral: Referral, directory: Directory, lang: Lang) -> dict[str, Any]:
    consent = referral.consent
    shown = not is_discreet(referral, directory)
    days = ("acknowledged_on", "answered_on", "in_service_on", "completed_on")
    return {
        **{name: _day(getattr(referral, name)) for name in days},
        "service": referral.service if shown and referral.service else None,
        "groups": list(referral.groups) if shown else [],
        "focal_point": referral.focal_point,
        "country": referral.country or None,
        "person": referral.person or None,
        "consent": {"scope": consent.scope, "language": consent.language, "month": consent.month}
        if consent
        else None,
        "consent_text": _agreed(referral, lang),
        "way": _coded(WAYS, referral.way, lang),
        "declined_reason": _coded(REASONS, referral.declined_reason, lang),
        "outcome": _coded(OUTCOMES, referral.outcome, lang),
        "rerouted_to": referral.rerouted_to or None,
        "rerouted_from": referral.rerouted_from or None,
        "deadline_hours": referral.deadline_hours,
    }


def _agreed(referral: Referral, lang: Lang) -> str:
    return (
        _WITHDRAWN.in_(lang) if referral.state == "consent_withdrawn" else agreement(referral.consent, lang)
    )


def _need(referral: Referral, directory: Directory, lang: Lang) -> dict[str, str | None]:
    code = None if is_discreet(referral, directory) else referral.need
    return {"code": code, "label": circulating_need(referral, directory, lang)}


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _coded(words: Any, code: str, lang: Lang) -> dict[str, str] | None:
    return {"code": code, "label": label(words, code, lang)} if code else None


def _wanted(state: str, now: datetime) -> Callable[[Referral], bool]:
    if state == "open":
        return lambda one: one.state in _OPEN
    if state == "overdue":
        return lambda one: overdue(one, now)
    return lambda one: not state or one.state == state


def _since(referral: Referral, after: int) -> bool:
    return not after or max(one.version for one in referral.history) > after


_RANKS = ((_WAITING, 1), (_TO_DECIDE, 2), (("draft",), 3), (_GOING_ON, 4))


def _urgency(referral: Referral) -> tuple[int, str, str]:
    """What is waited for first, by its deadline: the longest overdue leads; what is closed last."""
    due = due_at(referral)
    when = due.isoformat() if due else referral.made_on.isoformat()
    rank = next((rank for states, rank in _RANKS if referral.state in states), 5)
    return (rank, when, referral.id)


_AGES = {
    True: (
        Bilingual("réponse attendue depuis aujourd'hui", "answer awaited since today"),
        Bilingual("réponse attendue depuis 1 jour", "answer awaited for 1 day"),
        Bilingual("réponse attendue depuis {days} jours", "answer awaited for {days} days"),
    ),
    False: (
        Bilingual("ouverte depuis aujourd'hui", "open since today"),
        Bilingual("ouverte depuis 1 jour", "open for 1 day"),
        Bilingual("ouverte depuis {days} jours", "open for {days} days"),
    ),
}


def _age(referral: Referral, desk: Desk, lang: Lang) -> dict[str, Any] | None:
    """Return for how many days an answer is waited for, or something is open; None once it is over."""
    if referral.state not in _OPEN:
        return None
    waiting = referral.state in _WAITING
    since = referral.sent_on if waiting and referral.sent_on else referral.made_on
    days = max(0, (desk.today - since).days)
    return {"days": days, "text": _AGES[waiting][min(days, 2)].in_(lang).format(days=days)}
