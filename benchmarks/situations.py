"""The published generator of situations: seeded, plain files with the buildings they name.

Ranges (the main job): 4-20 nodes on A4, up to 40 on A3; 1-3 arrows a node; 1-6 buildings with 1-5
professionals; 0-2 moves; labels of 5-50 characters; one case in five at the top of every range. Nodes are
persons and professionals. Every word is invented.

    python -m benchmarks.situations --seed 1 --count 3    # JSON lines: {"situation", "buildings", "paper"}
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from sociogram.language import Lang
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging

_TEXT = (
    "accueil agent aide aînée appui atelier cadet centre chambre chef classe conseil cour cousin "
    "cousine cuisine droit école écoute enfant entraide équipe espace famille femme fille fils "
    "formation frère garde grand-mère grand-père groupe guide homme jardin jeune jour logement maison "
    "marché médiation mère nuit oncle parent père permanence place point protection quartier référent "
    "relais rencontre retour rue santé secours service social soin soir sœur soutien tante terrain "
    "tuteur veille village visite voisin voisine voyage "
)
WORDS = tuple(_TEXT.split())


@dataclass(frozen=True, slots=True)
class Case:
    """A generated case: the plain situation, the names of its buildings by id, the paper it must fit."""

    situation: dict[str, Any]
    buildings: dict[str, str]
    paper: str


def cases(seed: int, count: int, *, large: bool = False) -> Iterator[Case]:
    """Yield `count` cases; those of a seed are always the same. `large`: up to 40 nodes on A3."""
    for index in range(count):
        yield case(seed, index, large=large)


def case(seed: int, index: int, *, large: bool = False) -> Case:
    """Return one case. Every fifth is at the top of every range."""
    random = Random(f"{seed}:{index}:{large}")
    top = index % 5 == 4
    most = 40 if large else 20
    nodes = most if top else random.randint(21 if large else 4, most)
    buildings = 6 if top else random.randint(1, 6)
    staff = _staff(random, nodes, buildings, top)
    people = max(1, nodes - sum(staff))
    persons = [_person(random, i, top) for i in range(people)]
    homes = _homes(random, persons, 2 if top else random.randint(0, 2), top)
    professionals, names = professionals_of(random, staff, max(0, nodes - people - sum(staff)), top)
    ends = [p["id"] for p in persons] + [p["id"] for p in professionals]
    arrows = nodes * 3 if top else sum(random.randint(1, 3) for _ in range(nodes))
    situation = {
        "id": f"cas-{seed}-{index}{'-g' if large else ''}",
        "fictional": True,
        "title_fr": "",
        "title_en": "",
        "place": "",
        "sensitivity": "public",
        "households": homes,
        "persons": persons,
        "links": _links(random, homes),
        "professionals": professionals,
        "activations": activations_of(random, ends, homes, names, professionals, arrows),
    }
    return Case(situation, names, "A3" if large else "A4")


def label(random: Random, top: bool) -> str:
    """Return invented words, 5 to 50 characters (50 at the top)."""
    length = 50 if top else random.randint(5, 50)
    text = random.choice(WORDS)
    while len(text) < length:
        text += " " + random.choice(WORDS)
    return text[:length].rstrip().ljust(5, "e").capitalize()


def staged(made: Case, lang: Lang = "fr") -> Staging:
    """Return the staging of a case, through the same door as a file."""
    data = json.dumps(made.situation, ensure_ascii=False).encode()
    plain = read_plain(data, place=made.situation["id"])
    return stage(situation_of_plain(plain), lang=lang, buildings=made.buildings)


def _staff(random: Random, nodes: int, buildings: int, top: bool) -> list[int]:
    room = max(1, nodes - (max(4, nodes // 4) if top else random.randint(1, max(1, nodes // 2))))
    staff: list[int] = []
    for left in range(buildings, 0, -1):
        if room < 1:
            break
        most = min(5, room - (left - 1))
        if most < 1:
            break
        staff.append(most if top else random.randint(1, most))
        room -= staff[-1]
    return staff


def _person(random: Random, index: int, top: bool) -> dict[str, Any]:
    words = label(random, top)
    return {"id": f"p{index + 1}", "label_fr": words, "label_en": words, "status": []}


def _homes(random: Random, persons: list[dict[str, Any]], moves: int, top: bool) -> list[dict[str, Any]]:
    """Return homes of 1-6 persons; some persons live in none; each move gives somebody an earlier home."""
    homes: list[dict[str, Any]] = []
    waiting = [p["id"] for p in persons]
    while waiting and len(homes) < 3:
        size = min(len(waiting), random.randint(1, 6))
        homes.append(_home(random, len(homes), waiting[:size], top))
        waiting = waiting[size:]
    for _ in range(moves):
        mover = random.choice(homes)["members"][0]
        homes.append(_home(random, len(homes), [mover], top) | {"until": "2020-05"})
    return homes


def _home(random: Random, index: int, members: list[str], top: bool) -> dict[str, Any]:
    words = label(random, top)
    return {
        "id": f"f{index + 1}",
        "label_fr": words,
        "label_en": words,
        "place": "",
        "members": list(members),
    }


def professionals_of(
    random: Random, staff: list[int], loose: int, top: bool
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the professionals of buildings with `staff`, then loose ones, and the buildings' names by id."""
    names: dict[str, str] = {}
    found: list[dict[str, Any]] = []
    for building, size in enumerate(staff):
        organisation = f"service-{building + 1}"
        names[organisation] = label(random, top)
        found += [_professional(random, len(found) + i, organisation, top) for i in range(size)]
    found += [_professional(random, len(found) + i, "", top) for i in range(loose)]
    return found, names


def _professional(random: Random, index: int, organisation: str, top: bool) -> dict[str, Any]:
    words = label(random, top)
    return {"id": f"w{index + 1}", "role_fr": words, "role_en": words, "organisation_id": organisation}


def _links(random: Random, homes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a couple, its children and siblings in some homes."""
    links: list[dict[str, Any]] = []
    for home in homes:
        members = home["members"]
        if len(members) < 2 or random.random() < 0.25:
            continue
        links.append({"a": members[0], "b": members[1], "kind": random.choice(["couple", "couple", "other"])})
        parents = members[: 1 if random.random() < 0.4 else 2]
        links += [{"a": a, "b": b, "kind": "filiation"} for b in members[2:] for a in parents]
        if len(members) > 3 and random.random() < 0.3:
            links.append({"a": members[2], "b": members[3], "kind": "siblings"})
    return [link | {"label_fr": "", "label_en": ""} for link in links]


def activations_of(
    random: Random,
    ends: list[str],
    homes: list[dict[str, Any]],
    buildings: dict[str, str],
    professionals: list[dict[str, Any]],
    count: int,
) -> list[dict[str, Any]]:
    """Return arrows between any two ends; one end in twelve is a whole home or service."""
    inside = {home["id"]: set(home["members"]) for home in homes}
    for home in homes:
        if "housed_by" in home:
            inside.setdefault(home["housed_by"], set()).add(home["id"])
    for row in professionals:
        inside.setdefault(row["organisation_id"], set()).add(row["id"])
    places = [home["id"] for home in homes] + list(buildings)
    found: list[dict[str, Any]] = []
    while len(found) < count and len(ends) > 1:
        a, b = (random.choice(places if random.random() < 1 / 12 else ends) for _ in range(2))
        if a == b or b in inside.get(a, ()) or a in inside.get(b, ()):
            continue
        month = 1 + len(found) * 12 // max(1, count)
        row = {"seq": len(found) + 1, "date": f"2021-{month:02d}", "from": a, "to": b}
        found.append(row | {"label_fr": "", "label_en": ""})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Print generated situations as JSON lines.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--large", action="store_true", help="21 to 40 nodes, for A3")
    wanted = parser.parse_args()
    for made in cases(wanted.seed, wanted.count, large=wanted.large):
        row = {"situation": made.situation, "buildings": made.buildings, "paper": made.paper}
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
