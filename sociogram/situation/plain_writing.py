"""A situation as a plain file: what that form can hold of it."""

from typing import Any

from sociogram.dates import PartialDate
from sociogram.language import Bilingual
from sociogram.situation.situation import Situation
from sociogram.situation.sources import source_parts

Json = dict[str, Any]


def plain_of_situation(situation: Situation) -> Json:
    """Return the JSON of a plain file; empty fields are left out.

    What the plain form has no word for stays behind: places on paper, agreements, statuses of arrows,
    undecided figures, buildings written by hand, and homes whose members have different dates (then the
    home has none). The lossless copy is `own_document`.
    """
    about = situation.about
    written: Json = {"id": situation.id, "fictional": about.fictional}
    written |= _bilingual(situation, about.notice, "notice") | _bilingual(situation, about.title, "title")
    written |= _single(situation, about.place, "place") | {"sensitivity": about.sensitivity}
    written["households"] = [_household(situation, name) for name in situation.households]
    written["persons"] = [_person(situation, name) for name in situation.persons]
    written["links"] = [
        {"a": one.a, "b": one.b}
        | _bilingual(situation, one.label, "label")
        | {"kind": one.kind}
        | _filled(since=one.since, until=one.until)
        for one in situation.kinships.values()
        if one.kind != "same_person"
    ]
    written["professionals"] = [_professional(situation, name) for name in situation.professionals]
    written["activations"] = _activations(situation)
    return written


def _words(situation: Situation, text_id: str | None) -> Bilingual:
    return situation.texts.get(text_id or "", Bilingual())


def _bilingual(situation: Situation, text_id: str | None, stem: str) -> Json:
    text = _words(situation, text_id)
    return {f"{stem}_{lang}": half for lang, half in (("fr", text.fr), ("en", text.en)) if half}


def _single(situation: Situation, text_id: str | None, name: str) -> Json:
    text = _words(situation, text_id).in_("fr")
    return {name: text} if text else {}


def _filled(**fields: Any) -> Json:
    return {
        name: str(value) if isinstance(value, PartialDate) else value
        for name, value in fields.items()
        if value not in (None, "")
    }


def _household(situation: Situation, name: str) -> Json:
    one = situation.households[name]
    inside = [stay for stay in situation.memberships.values() if stay.household == name]
    members = list(dict.fromkeys(stay.person for stay in inside))
    spans = {(stay.since, stay.until) for stay in inside}
    since, until = spans.pop() if len(spans) == 1 else (None, None)
    head = {"id": one.id} | _bilingual(situation, one.label, "label") | _single(situation, one.place, "place")
    housed_by = "" if one.housed_by in situation.institutions else one.housed_by
    return head | {"members": members} | _filled(since=since, until=until, housed_by=housed_by)


def _person(situation: Situation, name: str) -> Json:
    one = situation.persons[name]
    head = {"id": one.id} | _bilingual(situation, one.label, "label")
    head |= _single(situation, one.age_band, "age_band") | {"status": list(one.status)}
    return head | _filled(gender=one.gender, birth=one.birth, death=one.death)


def _professional(situation: Situation, name: str) -> Json:
    one = situation.professionals[name]
    head = {"id": one.id} | _bilingual(situation, one.role, "role")
    text = _single(situation, one.organisation_text, "organisation_text")
    by_hand = situation.institutions.get(one.organisation or "")
    if by_hand is not None:
        return (
            head | {"organisation_id": ""} | (text or _single(situation, by_hand.label, "organisation_text"))
        )
    return head | {"organisation_id": one.organisation or ""} | text


def _activations(situation: Situation) -> list[Json]:
    arrows = [
        one
        for one in situation.activations.values()
        if not {one.activator, one.activated} & (situation.institutions.keys() | situation.undecided.keys())
    ]
    orders = [one.order for one in arrows]
    ranked = sorted(range(len(arrows)), key=lambda at: (orders[at], at))
    if len(set(orders)) < len(orders):
        orders = [0] * len(arrows)
        for rank, at in enumerate(ranked):
            orders[at] = rank + 1
    written = []
    for seq, one in zip(orders, arrows, strict=True):
        entry: Json = {"seq": seq} | _filled(date=one.when) | {"from": one.activator, "to": one.activated}
        entry |= _bilingual(situation, one.label, "label")
        source = _words(situation, one.source).in_("fr")
        if source:
            file, lines = source_parts(source)
            entry["pattern_source"] = {"file": file} | _filled(lines=lines)
        written.append(entry)
    return written
