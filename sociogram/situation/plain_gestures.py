"""A plain file as gestures: the same file always makes the same gestures, ids included."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sociogram.dates import PartialDate
from sociogram.language import Bilingual
from sociogram.situation.digest import canonical_json
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture
from sociogram.situation.plain_shape import (
    PlainActivation,
    PlainHousehold,
    PlainLink,
    PlainPerson,
    PlainSituation,
)
from sociogram.situation.situation import Situation
from sociogram.situation.sources import source_text

_NAMESPACE = uuid.UUID("6f0c7c1e-2f0b-5c57-9a86-3f3c8a1f5e10")
_ID_LIMIT = 80

Gestures = tuple[tuple[Gesture, ...], dict[str, Bilingual]]


def gestures_of_plain(plain: PlainSituation, *, by: str, at: str) -> Gestures:
    """Return the gestures of a plain situation and their texts. `at`: RFC 3339 in UTC, ending in Z.

    Arrows are called `a<seq>`, links `l<n>`, memberships `m-<household>-<person>`, unless the file uses
    that id for something else.
    """
    writing = _Writing(plain, by, at)
    writing.write()
    return tuple(writing.gestures), writing.texts


def situation_of_plain(plain: PlainSituation) -> Situation:
    """Return the situation a plain file tells."""
    gestures, texts = gestures_of_plain(plain, by="file", at="2000-01-01T00:00:00Z")
    return fold(plain.id, gestures, texts)


def paths_of_plain(plain: PlainSituation) -> dict[str, str]:
    """Return the place in the file of every element of the situation it makes."""
    writing = _Writing(plain, "file", "2000-01-01T00:00:00Z")
    writing.write()
    return {**writing.paths, **plain.paths}


def arrow_ids(plain: PlainSituation) -> dict[int, str]:
    """Return the id of each arrow by its `seq`."""
    taken = _taken(plain)
    return {arrow.seq: _fresh(f"a{arrow.seq}", taken) for arrow in plain.activations}


def _taken(plain: PlainSituation) -> set[str]:
    """The ids the file uses: its elements', and those its arrows and professionals name in the directory."""
    taken = {one.id for part in (plain.persons, plain.professionals, plain.households) for one in part}
    taken |= {end for arrow in plain.activations for end in (arrow.activator, arrow.activated)}
    taken |= {one.housed_by for one in plain.households}
    return taken | {one.organisation_id for one in plain.professionals}


def _fresh(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or a near id that is free, and take it."""
    if len(wanted) > _ID_LIMIT - 8:
        wanted = f"{wanted[: _ID_LIMIT - 48]}-{uuid.uuid5(_NAMESPACE, wanted)}"
    fresh, n = wanted, 2
    while fresh in taken:
        fresh, n = f"{wanted}-{n}", n + 1
    taken.add(fresh)
    return fresh


@dataclass(slots=True)
class _Writing:
    plain: PlainSituation
    by: str
    at: str
    gestures: list[Gesture] = field(default_factory=list)
    texts: dict[str, Bilingual] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)

    def write(self) -> None:
        plain, place = self.plain, self.plain.place
        arrows = arrow_ids(plain)
        taken = _taken(plain) | set(arrows.values())
        self.describe()
        for person in plain.persons:
            self.add_person(person)
        for one in plain.professionals:
            self.add_professional(one.id, one.role, one.organisation_id, one.organisation_text)
        for household in plain.households:
            self.add_household(household, taken)
        for n, link in enumerate(plain.links):
            link_id = _fresh(f"l{n + 1}", taken)
            self.paths[link_id] = _path(place, f"links[{n}]")
            self.link(link_id, link)
        for n, arrow in enumerate(plain.activations):
            self.paths[arrows[arrow.seq]] = _path(place, f"activations[{n}]")
            self.draw(arrows[arrow.seq], arrow)

    def say(self, kind: str, args: Mapping[str, Any], texts: Mapping[str, Bilingual]) -> None:
        """Write one gesture: texts go to the table, empty values go nowhere."""
        owner = str(args.get("id", "about"))
        kept = {key: value for key, value in args.items() if value not in (None, "", ())}
        for name, text in texts.items():
            if text:
                # The id tells nothing and counts nothing: no gap shows when the text is taken back.
                text_id = f"t-{uuid.uuid5(_NAMESPACE, f'{self.plain.id}/{owner}/{name}')}"
                self.texts[text_id] = text
                kept[name] = text_id
        if kind == "describe" and not kept:
            return
        seed = canonical_json([self.plain.id, kind, kept, [[one.fr, one.en] for one in texts.values()]])
        self.gestures.append(Gesture(str(uuid.uuid5(_NAMESPACE, seed)), kind, self.at, self.by, kept))

    def describe(self) -> None:
        plain = self.plain
        texts = {"title": plain.title, "notice": plain.notice, "place": Bilingual(fr=plain.where)}
        self.say("describe", {"fictional": plain.fictional, "sensitivity": plain.sensitivity}, texts)

    def add_person(self, one: PlainPerson) -> None:
        args = {
            "id": one.id,
            "status": list(one.status) or None,
            "gender": one.gender,
            "birth": _written(one.birth),
            "death": _written(one.death),
        }
        self.say("add_person", args, {"label": one.label, "age_band": Bilingual(fr=one.age_band)})

    def add_professional(self, one_id: str, role: Bilingual, organisation: str, text: str) -> None:
        texts = {"role": role, "organisation_text": Bilingual(fr=text)}
        self.say("add_professional", {"id": one_id, "organisation": organisation}, texts)

    def add_household(self, one: PlainHousehold, taken: set[str]) -> None:
        home = {"id": one.id, "housed_by": one.housed_by}
        self.say("add_household", home, {"label": one.label, "place": Bilingual(fr=one.place)})
        for person in one.members:
            membership = _fresh(f"m-{one.id}-{person}", taken)
            self.paths[membership] = self.plain.paths.get(one.id, "")
            args = {
                "id": membership,
                "person": person,
                "household": one.id,
                "since": _written(one.since),
                "until": _written(one.until),
            }
            self.say("move_in", args, {})

    def link(self, link_id: str, one: PlainLink) -> None:
        if one.a and one.b:  # a missing end is already a finding
            args = {"id": link_id, "a": one.a, "b": one.b, "kind": one.kind}
            dates = {"since": _written(one.since), "until": _written(one.until)}
            self.say("link", args | dates, {"label": one.label})

    def draw(self, arrow_id: str, one: PlainActivation) -> None:
        if not (one.activator and one.activated):
            return
        args = {
            "id": arrow_id,
            "activator": one.activator,
            "activated": one.activated,
            "order": one.seq,
            "when": _written(one.date),
        }
        source = Bilingual(fr=source_text(*one.source)) if one.source else Bilingual()
        self.say("draw", args, {"label": one.label, "source": source})


def _path(place: str, path: str) -> str:
    return f"{place}, $.{path}" if place else f"$.{path}"


def _written(value: PartialDate | None) -> str | None:
    return None if value is None else str(value)
