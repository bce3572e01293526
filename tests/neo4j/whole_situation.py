"""What the tests of the Neo4j store share: a way past it, and a situation with one of everything."""

from dataclasses import replace
from typing import Any

import neo4j

from sociogram.stores.protocol import Store
from tests.sociogram.stores.invented import ANA, OPEN, folder, gesture, person, words


def asked(driver: neo4j.Driver, query: str, **values: Any) -> list[dict[str, Any]]:
    """What a query gives, past the store."""
    found, _, _ = driver.execute_query(query, values)  # type: ignore[arg-type]
    return [one.data() for one in found]


def told_whole(store: Store) -> None:
    """One of everything that can stand on a sheet, with changes, undoing and a withdrawal."""
    store.import_directory(ANA, folder(*OPEN))
    kin = {"id": "k1", "a": "p1", "b": "p2", "kind": "filiation"}
    link = replace(person(8), kind="link", args=kin)
    drawn = [
        person(1, "t1"),
        gesture(2, "add_person", id="p2", label="t2", birth="2010-03", status=["eleve"]),
        gesture(3, "add_household", id="h1", label="t3"),
        gesture(4, "add_professional", id="w1", role="t4", organisation="alpha"),
        gesture(5, "add_institution", id="i1", label="t5"),
        gesture(6, "add_undecided", id="u1"),
        gesture(7, "move_in", id="m1", person="p1", household="h1", since="2019", until="2021-06"),
        link,
        gesture(9, "draw", id="a1", activator="p1", activated="w1", when="2020-10"),
        gesture(10, "draw", id="a2", activator="w1", activated="beta", referral=True),
        gesture(11, "draw", id="a3", activator="i1", activated="p2", status="wished"),
        gesture(12, "place", at={"p1": [100, 200], "beta": [-5, 7]}),
        gesture(13, "agree", id="a1", agreed=True),
        gesture(14, "describe", fictional=True, title="t6"),
        gesture(15, "add_person", id="p3", label="t7"),
    ]
    texts = words(t1="Une", t2="Deux", t3="Maison", t4="Rôle", t5="École", t6="Titre", t7="Trois")
    store.create(ANA, "s", drawn, texts)
    store.append(ANA, "s", [gesture(20, "change_side", id="u1", side="working")], {})
    store.append(ANA, "s", [gesture(21, "draw", id="a4", activator="u1", activated="p2")], {})
    store.append(ANA, "s", [gesture(22, "redirect", id="a3", activator="u1")], {})
    store.append(ANA, "s", [gesture(23, "remove", id="i1"), gesture(24, "undo", undoes=link.id)], {})
    store.append(ANA, "s", [replace(link, id=person(26).id, args={**kin, "id": "k2", "since": "2010"})], {})
    store.append(ANA, "s", [gesture(27, "change", id="p2", set={"label": None, "gender": "woman"})], {})
    store.append(ANA, "s", [gesture(25, "withdraw", id="p3")], {})
