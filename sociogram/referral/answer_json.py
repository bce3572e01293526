"""An answer as JSON (interface.md, POST /referrals/suggest), for the command line and HTTP alike.

Allow-list: each field is named here. Of a discreet service only the name, the category and ids appear.
"""

from collections import Counter
from datetime import date
from typing import Any

from sociogram.directory.needs import CATEGORY
from sociogram.language import Bilingual, Lang
from sociogram.referral import wording
from sociogram.referral.answer import NeedAnswer, PathStep, Suggestion, SuggestionAnswer
from sociogram.referral.asking import do_not_say, first_sentence, questions
from sociogram.referral.constraints import REASONS, Reason
from sociogram.referral.explain import (
    evidence_text,
    excluded_text,
    explanation,
    label,
    need_text,
    night_text,
    reason_text,
    why,
)
from sociogram.referral.fact_texts import to_bring
from sociogram.referral.facts_json import facts_json
from sociogram.referral.first_call import first_call
from sociogram.referral.tie_cost import NANO

_SPECIALITY = frozenset(
    {
        "group_match", "group_unknown", "age_match", "language_match", "opening_hours", "open_at_night",
        "intake", "intake_open", "intake_yearly", "missing_papers",
    }
)  # fmt: skip
_SPECIALITY_UNKNOWN = frozenset({"target_groups"})


def answer_json(answer: SuggestionAnswer, lang: Lang = "fr") -> dict[str, Any]:
    """Return the JSON object of an answer, its texts in one language."""
    totals: Counter[Reason] = Counter()
    for need in answer.needs:
        totals.update(need.excluded)
    return {
        "suggestions": [_suggestion(answer, one, lang) for one in answer.suggestions],
        "excluded": _excluded(answer, totals, lang),
        "explanation": explanation(answer, lang),
        "network_version": answer.network_version,
        "heading": wording.TO_CHECK_HEADING.in_(lang),
        "max_hops": answer.request.max_hops,
        "needs": [_need(answer, need, lang) for need in answer.needs],
        "dates_judged": answer.request.on is not None,
        "tonight": _tonight(answer, lang) if answer.request.urgency == "tonight" else None,
    }


def _tonight(answer: SuggestionAnswer, lang: Lang) -> dict[str, Any]:
    return {
        "functions": [
            {
                "label": one.label,
                "organisation": one.organisation or None,
                "phone": one.phone or None,
                "hours": one.hours or None,
            }
            for one in answer.night_list
        ],
        "text": night_text(answer, lang),
    }


def _need(answer: SuggestionAnswer, need: NeedAnswer, lang: Lang) -> dict[str, Any]:
    return {
        "need": need.need,
        "label": label(answer.terms, CATEGORY, need.need, lang),
        "shown": need.shown,
        "excluded": _excluded(answer, need.excluded, lang),
        "other_groups": list(need.other_groups),
        "other_places": list(need.other_places),
        "next_openings": [
            {
                "provider": one.provider.id,
                "provider_name": one.provider.name,
                "service": one.service.id,
                "opens": one.opens.isoformat(),
            }
            for one in need.next_openings
        ],
        "text": need_text(answer, need, lang),
    }


def _excluded(answer: SuggestionAnswer, counts: Any, lang: Lang) -> list[dict[str, Any]]:
    hops = answer.request.max_hops
    return [
        {"reason": why, "count": counts[why], "text": excluded_text(why, counts[why], hops, lang)}
        for why in REASONS
        if counts.get(why)
    ]


def _suggestion(answer: SuggestionAnswer, one: Suggestion, lang: Lang) -> dict[str, Any]:
    terms = answer.terms
    need = terms[(CATEGORY, one.need)].label
    reasons: list[dict[str, Any]] = [
        {"code": code, "value": value, "text": reason_text(one, code, terms, lang)}
        for code, value in one.reasons
        if not (one.discreet and code in _SPECIALITY)
    ]
    unknown = _unknown(one)
    return {
        "need": one.need,
        "need_label": need.in_(lang),
        "provider": one.provider.id,
        "provider_name": one.provider.name,
        "service": one.service.id,
        "discreet": one.discreet,
        "status": one.status,
        "score": one.score,
        "hops": one.hops,
        "cost": _units(one.cost),
        "path": _way(one, one.path, need, lang),
        "alternatives": _alternatives(one, need, lang),
        "contact": _contact(one, lang),
        "conditions": "" if one.discreet else one.service.conditions,
        "what_to_bring": None if one.discreet else to_bring(one, lang),
        "last_check": None if one.discreet else _day(one.standing.checked_on),
        "first_call": first_call(one, need, answer.request.urgency, lang),
        "first_sentence": first_sentence(one, need, lang),
        "do_not_say": do_not_say(one, lang),
        "people_who_learn": 0 if answer.request.consent == () else 1,
        "reasons": reasons,
        "unknown": list(unknown),
        "explanation": why([(said["code"], said["text"]) for said in reasons], unknown, lang),
        **_service(one),
        "facts": facts_json(one),
    }


def _alternatives(one: Suggestion, need: Bilingual, lang: Lang) -> list[dict[str, Any]] | None:
    """Other ways, None when they were not looked for."""
    if one.other_paths is None:
        return None
    return [
        {
            "hops": len(path) - 1,
            "cost": _units(sum(step.cost for step in path)),
            "path": _way(one, path, need, lang),
        }
        for path in one.other_paths
    ]


def _way(one: Suggestion, path: tuple[PathStep, ...], need: Bilingual, lang: Lang) -> list[dict[str, Any]]:
    asks = questions(one, path, need, lang)
    return [_step(path[0], lang)] + [
        {**_step(step, lang), "ask": ask} for step, ask in zip(path[1:], asks, strict=True)
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _service(one: Suggestion) -> dict[str, Any]:
    wider = {"wider_area": "wider_area" in {code for code, _ in one.reasons}}
    if one.discreet:
        return {"description": "", "target_groups": [], "places": [], "period": "", **wider}
    return {
        "description": one.service.description,
        "target_groups": list(one.service.target_groups),
        "places": list(one.service.places),
        "period": one.service.period,
        **wider,
    }


def _unknown(one: Suggestion) -> tuple[str, ...]:
    found = [code for code in one.unknown if not (one.discreet and code in _SPECIALITY_UNKNOWN)]
    if not one.discreet:
        if not one.service.conditions:
            found.append("conditions")
        if not one.provider.phone and one.hops:
            found.append("contact")
    return tuple(found)


def _step(step: PathStep, lang: Lang) -> dict[str, Any]:
    actor = {"actor": step.actor.id, "name": step.actor.name, "short_name": step.actor.short_name}
    if step.tie is None:
        return actor
    return {
        **actor,
        "tie": step.tie.id,
        "kind": step.tie.kind,
        "forward": step.forward,
        "evidence": evidence_text(step, lang),
        "quote": step.tie.evidence_quote if step.tie.sensitivity == "public" else "",
        "period": step.tie.period,
        "cost": _units(step.cost),
    }


def _contact(one: Suggestion, lang: Lang) -> dict[str, Any]:
    provider = one.provider
    if one.discreet:
        return {"function": "", "phone": None, "email": None, "text": wording.SEE_ORGANISATION.in_(lang)}
    text = wording.NO_NUMBER
    if provider.phone:
        text = wording.PUBLISHED_NUMBER
    elif provider.email:
        text = wording.PUBLISHED_EMAIL
    return {
        "function": wording.RECEPTION.in_(lang),
        "phone": provider.phone or None,
        "email": provider.email or None,
        "text": text.in_(lang),
    }


def _units(nano: int) -> float:
    return round(nano / NANO, 9)
