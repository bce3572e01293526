"""The published generator of families: up to 80 nodes and 80 arrows, seeded, plain files.

Ranges: 2-80 nodes (persons and professionals); 1-3 arrows a node, 80 at most; 1-6 buildings (12 beyond 40
nodes) with 1-5 professionals; 2-4 generations; couples, couples that ended, step-families, half-siblings,
children who live in two homes at once or have left one, foster homes, a home housed by a service, persons
without home; labels of 5-50 characters. One case in five is at the top: 80 nodes, 80 arrows, 4 generations,
labels of 50 characters, and in turn 12 buildings or 8 buildings of 5. Every word is invented.

    python -m benchmarks.families --seed 1 --index 4    # one JSON line: {"situation", "buildings", "paper"}
"""

import argparse
import json
from collections.abc import Iterator
from random import Random
from typing import Any

from benchmarks.kindred import Kindred
from benchmarks.situations import Case, activations_of, label, professionals_of, staged

__all__ = ["family_case", "family_cases", "staged"]
MOST_NODES = MOST_ARROWS = 80
MOST_BUILDINGS = 12
TOP_STAFF = 36


def family_cases(seed: int, count: int) -> Iterator[Case]:
    """Yield the first `count` cases of a seed."""
    for index in range(count):
        yield family_case(seed, index)


def family_case(seed: int, index: int) -> Case:
    """Return one case; the same seed and index always give the same. Every fifth is at the top."""
    random = Random(f"families:{seed}:{index}")
    top = index % 5 == 4
    nodes = MOST_NODES if top else random.randint(2, MOST_NODES)
    staff = _top_staff(random, index) if top else _staff(random, nodes)
    loose = 0 if top or random.random() < 0.8 else min(random.randint(1, 2), max(0, nodes - sum(staff) - 1))
    kindred = Kindred(
        random, nodes - sum(staff) - loose, 4 if top else random.randint(2, 4), lambda: label(random, top)
    )
    kindred.grow()
    professionals, names = professionals_of(random, staff, loose, top)
    _house_one(random, kindred, list(names))
    ends = [row["id"] for row in (*kindred.persons, *professionals)]
    arrows = min(MOST_ARROWS, MOST_ARROWS if top else sum(random.randint(1, 3) for _ in range(nodes)))
    situation: dict[str, Any] = {
        "id": f"famille-{seed}-{index}",
        "fictional": True,
        "title_fr": "",
        "title_en": "",
        "place": "",
        "sensitivity": "public",
        "households": kindred.homes,
        "persons": kindred.persons,
        "links": kindred.links,
        "professionals": professionals,
        "activations": activations_of(random, ends, kindred.homes, names, professionals, arrows),
    }
    return Case(situation, names, "auto")


def _top_staff(random: Random, index: int) -> list[int]:
    """Return 12 buildings of 36 in all, or 8 of 5 each."""
    if index % 10 == 9:
        return [5] * 8
    staff = [5, 5] + [1] * (MOST_BUILDINGS - 2)
    while sum(staff) < TOP_STAFF:
        at = random.randrange(len(staff))
        staff[at] += staff[at] < 5
    return staff


def _staff(random: Random, nodes: int) -> list[int]:
    """Return how many work in each building: half of the nodes at most, so that there is a family."""
    buildings, room = random.randint(1, 6 if nodes <= 40 else MOST_BUILDINGS), nodes // 2
    staff = []
    while room and len(staff) < buildings:
        staff.append(min(room, random.randint(1, 5)))
        room -= staff[-1]
    return staff


def _house_one(random: Random, kindred: Kindred, services: list[str]) -> None:
    """In two cases of five a home stands within the walls of a service."""
    open_homes = [home for home in kindred.homes if "until" not in home]
    if services and open_homes and random.random() < 0.4:
        random.choice(open_homes)["housed_by"] = random.choice(services)


def main() -> None:
    parser = argparse.ArgumentParser(description="Print one generated family as a JSON line.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", type=int, default=0)
    wanted = parser.parse_args()
    made = family_case(wanted.seed, wanted.index)
    row = {"situation": made.situation, "buildings": made.buildings, "paper": made.paper}
    print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
