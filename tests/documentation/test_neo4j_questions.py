"""The ten questions of the pages on Neo4j, asked as printed of the coordinators' copy, on a real server.

The copy is made by the command of the page and loaded by its own script. What each question must answer is
read from the rows of the directory, in Python, with nothing of the query.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import neo4j
import pytest

from api.use_cases.exports import export_directory
from sociogram.access.viewer import ANYBODY, LOCAL_OWNER
from sociogram.circulation.coordination_copy import SCRIPT, coordination_copy
from sociogram.directory.directory import Directory
from sociogram.directory.needs import is_need
from sociogram.directory.packaged import packaged_directory, packaged_public_directory
from sociogram.stores.memory_store import MemoryStore
from tests.neo4j.server import Neo4jServer

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"fr": ROOT / "docs" / "fr" / "neo4j.md", "en": ROOT / "docs" / "en" / "neo4j.md"}
QUERY = re.compile(r"^```cypher\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GONE = ("arrete", "historique", "prevu")
Rows = list[tuple[Any, ...]]
Copy = tuple[neo4j.Session, Directory]


def statements(script: str) -> list[str]:
    """The statements of a script, as cypher-shell parts them; those that are only remarks left out."""
    parts = (part.strip() for part in script.split(";\n"))
    return [part for part in parts if re.sub(r"^//.*$", "", part, flags=re.MULTILINE).strip()]


def load(server: Neo4jServer, files: dict[str, bytes]) -> None:
    folder = server.home / "import"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with server.driver() as driver, driver.session(database="neo4j") as session:
        for statement in statements(files["load.cypher"].decode("utf-8")):
            session.run(statement).consume()


def forget_constraints(session: neo4j.Session) -> None:
    """The server is shared with tests of the store, whose ids are unique in a layer only."""
    for name in ("organisation", "service", "need", "place"):
        session.run(f"DROP CONSTRAINT copy_{name} IF EXISTS").consume()


@pytest.fixture
def copy(neo4j_database: Neo4jServer) -> Iterator[tuple[neo4j.Session, Directory]]:
    """A session on the loaded copy of Mali, and the directory that anybody sees."""
    store = MemoryStore()
    store.import_directory(LOCAL_OWNER, packaged_directory())
    for viewer in ("local", "coordination"):
        store.grant("organisation", "refuge-demo", viewer)
    packed = export_directory("neo4j", 2, "coordination", store, LOCAL_OWNER)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        load(neo4j_database, {name: archive.read(name) for name in archive.namelist()})
    with neo4j_database.driver() as driver:
        with driver.session(database="neo4j", default_access_mode="READ") as session:
            yield session, store.directory(ANYBODY)
        with driver.session(database="neo4j") as session:
            forget_constraints(session)


def carried(row: Any) -> bool:
    return row.status not in GONE


def around(directory: Directory, place: str) -> set[str]:
    """A place and all that it is in."""
    found = []
    while place:
        found.append(place)
        place = directory.places[place].parent
    return set(found)


def expectations(directory: Directory) -> list[Callable[[Rows], bool]]:
    """For each question, in the order of the page, what its rows must be; labels are not looked at here."""
    names = {one.id: one.name for one in directory.organisations.values()}
    services = list(directory.services.values())
    ties = list(directory.relations.values())
    needs = {term.code for term in directory.terms.values() if is_need(term)}
    gazetteer = {place.label.fr: place.id for place in directory.places.values()}

    def at(service: Any) -> set[str]:
        return {gazetteer[text] for text in service.places if text in gazetteer}

    offered = {
        need: {names[s.organisation_id] for s in services if s.category == need and carried(s)}
        for need in needs
    }
    gao = {s.category for s in services if carried(s) and at(s) & around(directory, "gao")}
    kayes = {
        (names[s.organisation_id], s.category)
        for s in services
        if carried(s)
        and "migrants_retour" in s.target_groups
        and not (s.discreet or directory.organisations[s.organisation_id].discreet)
        and at(s) & around(directory, "kayes")
    }
    offering = {s.organisation_id for s in services}
    tied = {end for tie in ties for end in (tie.from_id, tie.to_id)}
    near: dict[str, set[str]] = {}
    for tie in (one for one in ties if one.kind != "funds" and carried(one)):
        near.setdefault(tie.from_id, set()).add(tie.to_id)
        near.setdefault(tie.to_id, set()).add(tie.from_id)
    ended = {s.organisation_id for s in services if s.status == "projet_termine"}
    silent = {
        s.organisation_id
        for s in services
        if carried(s)
        and not directory.organisations[s.organisation_id].phone
        and not directory.organisations[s.organisation_id].email
    }
    alive = {frozenset((t.from_id, t.to_id)) for t in ties if t.status == "non_date"}
    over = {frozenset((t.from_id, t.to_id)) for t in ties if t.status == "projet_termine"} - alive
    refers = {(t.from_id, t.to_id) for t in ties if t.kind == "refers_to"}
    works = {frozenset((t.from_id, t.to_id)) for t in ties if t.kind == "works_with"}
    one_way = [
        t
        for t in ties
        if t.kind == "refers_to"
        and t.directed
        and (t.to_id, t.from_id) not in refers
        and frozenset((t.from_id, t.to_id)) not in works
    ]
    homes = {names[s.organisation_id] for s in services if s.category == "hebergement" and carried(s)}

    def pairs(rows: Rows) -> set[tuple[str, str]]:
        return {(str(row[0]), str(row[1])) for row in rows}

    return [
        lambda rows: sorted(row[1] for row in rows) == sorted(
            next(iter(who)) for who in offered.values() if len(who) == 1
        ),
        lambda rows: len(rows) == len(needs - gao) > 0,
        lambda rows: len(rows) == len(kayes) and {row[1] for row in rows} == {who for who, _ in kayes},
        lambda rows: {row[0] for row in rows} == {names[one] for one in offering - tied},
        lambda rows: pairs(rows)
        == {(names[one], names[next(iter(n))]) for one, n in near.items() if len(n) == 1 and one in offering},
        lambda rows: {row[0] for row in rows} == {names[one] for one in ended},
        lambda rows: {row[0] for row in rows} == {names[one] for one in silent},
        lambda rows: {frozenset(pair) for pair in pairs(rows)}
        == {frozenset(names[end] for end in pair) for pair in over if len(pair) == 2},
        lambda rows: sorted(pairs(rows)) == sorted({(names[t.from_id], names[t.to_id]) for t in one_way}),
        lambda rows: {row[0] for row in rows} <= homes
        and all(len(row[1]) <= 2 for row in rows)
        and "Maison du Migrant de Gao" in {row[0] for row in rows},
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_question_answers_what_the_rows_say(copy: Copy, lang: str) -> None:
    session, directory = copy
    parts = PAGES[lang].read_text(encoding="utf-8").split("\n### ")
    asked = [(part.split("\n")[0], query) for part in parts for query in QUERY.findall(part)]
    expected = expectations(directory)
    assert len(asked) == len(expected) == 10
    for (title, query), fits in zip(asked, expected, strict=True):
        rows = [tuple(record.values()) for record in session.run(query)]
        assert rows, title
        assert fits(rows), (title, rows)
        assert all(record[0] for record in rows), title


def test_the_copy_holds_no_hidden_row_no_person_and_no_situation(
    copy: Copy,
) -> None:
    session, directory = copy
    counted = session.run("MATCH (n) RETURN labels(n) AS labels, count(*) AS many").data()
    assert {row["labels"][0]: row["many"] for row in counted} == {
        "SociogramCopy": 1,
        "Organisation": len(directory.organisations),
        "Service": len(directory.services),
        "Place": len(directory.places),
        "Need": len({one.code for one in directory.terms.values() if one.kind == "service_category"}),
    }
    (ties,) = session.run("MATCH ()-[tie:TIE]->() RETURN count(tie)").single(strict=True)
    assert ties == len(directory.relations)
    held = session.run(
        "MATCH (n) UNWIND keys(n) AS name RETURN toStringList(collect(n[name])) AS texts"
    ).single()
    assert held is not None
    assert not [text for text in held["texts"] if text and "refuge-demo" in text]


def test_texts_arrive_as_they_left(neo4j_database: Neo4jServer) -> None:
    """Quotes, backslashes, line ends, formulas, Cypher: nothing of a text is run, lost or changed."""
    mali = packaged_public_directory()
    hostile = [
        "'}) DETACH DELETE n //", 'a "quoted" word', "back\\slash \\\" \\n", "=1+1", "-minus", "'=twice",
        "two\nlines", "; semicolon;\n", "$param ${x} `tick`", "é ߊ 𐐀 \\u0027", "+223 20 80 30 40",
    ]  # fmt: skip
    chosen = sorted(mali.organisations)[: len(hostile)]
    renamed = {
        key: replace(mali.organisations[key], name=text, aliases=(text.replace(";", ","), "plain"))
        for key, text in zip(chosen, hostile, strict=True)
    }
    sown = replace(mali, organisations={**mali.organisations, **renamed})
    load(neo4j_database, coordination_copy(sown, "coordination"))
    with neo4j_database.driver() as driver, driver.session(database="neo4j") as session:
        found = {
            row["id"]: (row["name"], row["aliases"])
            for row in session.run(
                "MATCH (o:Organisation) RETURN o.id AS id, o.name AS name, o.aliases AS aliases"
            )
        }
        forget_constraints(session)
    assert {key: found[key] for key in chosen} == {
        key: (renamed[key].name, list(renamed[key].aliases)) for key in chosen
    }


def test_a_database_that_holds_something_is_not_loaded_over(copy: Copy) -> None:
    session, _ = copy
    script = coordination_copy(packaged_public_directory(), "again")[SCRIPT].decode("utf-8")
    with pytest.raises(neo4j.exceptions.ClientError, match="/ by zero"):
        session.run(statements(script)[0]).consume()
