"""On a server that organisations share: no situation until its owner says so, no word the server reads."""

from collections.abc import Callable
from pathlib import Path

import neo4j
import pytest

from sociogram.access.viewer import ANYBODY
from sociogram.errors import NotAllowed, StoreLocked, StoreUnusable
from sociogram.stores.keys import key_path, make_keys
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.neo4j_store import Neo4jStore
from tests.neo4j.opening import access_to, open_neo4j
from tests.neo4j.server import Neo4jServer
from tests.neo4j.whole_situation import asked
from tests.sociogram.loop.told import DAY, told, uuid
from tests.sociogram.stores.invented import (
    ANA,
    BEN,
    CHEAP,
    OPEN,
    PASSPHRASE,
    folder,
    gesture,
    organisation,
    person,
    renamed,
    words,
)

# Long enough that Neo4j writes it letter by letter: short texts it packs.
SECRET = "Aminata vend des mangues au marché, près du fleuve, et personne ne doit le lire"
OPEN_NAME = "Maison ouverte dont le nom est long, pour être trouvé lettre par lettre sur le disque " * 3
Opening = Callable[[], Neo4jStore]


def test_no_situation_until_its_owner_says_so(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    store = open_neo4j(neo4j_database, tmp_path / "neo4j", viewers=())
    elsewhere = MemoryStore()
    elsewhere.create(ANA, "t", [person(1)], {})
    for bring in (
        lambda: store.create(ANA, "s", [person(1)], {}),
        lambda: store.adopt(ANA, elsewhere.record(ANA, "t")),
        lambda: store.note_events(ANA, [told(1, "referral_made")], today=DAY),
    ):
        with pytest.raises(NotAllowed) as refused:
            bring()
        assert refused.value.first.code == "situations_off"
    assert store.situations(ANA) == ()
    assert store.events(ANA).events == ()
    assert not key_path(tmp_path / "neo4j").exists()
    store.import_directory(ANA, folder(*OPEN))
    assert len(store.directory(BEN).organisations) == 2, "the directory asks for nothing"
    store.allow_situations(ANA)
    store.create(ANA, "s", [person(1)], {})
    with pytest.raises(NotAllowed):
        store.create(BEN, "s", [person(1, by="ben")], {})
    with pytest.raises(NotAllowed):
        store.allow_situations(ANYBODY)
    store.allow_situations(ANA, on=False)
    with pytest.raises(NotAllowed):
        store.create(ANA, "u", [], {})
    assert store.append(ANA, "s", [person(2)], {}) == 2, "what is there goes on"
    store.close()


def test_no_word_reaches_the_server(
    open_server: Opening, neo4j_driver: neo4j.Driver, neo4j_database: Neo4jServer
) -> None:
    store = open_server()
    store.create(ANA, "s", [person(1, "t1")], words(t1=SECRET))
    store.append(ANA, "s", [person(2, "t2")], words(t2=SECRET))
    made = told(1, "referral_made", receiver="alpha", sender="beta", receiver_text=SECRET, need="soif-rare")
    store.note_events(ANA, [made, told(2, "cancelled", reason=SECRET)], today=DAY)
    held = repr(asked(neo4j_driver, "MATCH (n) RETURN labels(n), properties(n) AS own"))
    held += repr(asked(neo4j_driver, "MATCH ()-[r]->() RETURN type(r), properties(r) AS own"))
    assert "t1" in held
    assert "Aminata" not in held
    assert "soif-rare" not in held
    assert store.events(ANA).events[0].event == made
    store.import_directory(ANA, folder(renamed(organisation("alpha"), OPEN_NAME)))
    files = [path for path in (neo4j_database.home / "data").rglob("*") if path.is_file()]
    files += [path for path in (neo4j_database.home / "logs").rglob("*") if path.is_file()]
    assert any(OPEN_NAME[:60].encode() in path.read_bytes() for path in files), "what is open is found"
    for needle in (b"Aminata", "Aminata".encode("utf-16-le"), PASSPHRASE.encode()):
        assert [path.name for path in files if needle in path.read_bytes()] == []


def test_a_text_opens_nowhere_else(open_server: Opening, neo4j_driver: neo4j.Driver) -> None:
    """Whoever can write to the server cannot put one person's words under another's name unseen."""
    store = open_server()
    store.create(ANA, "s", [person(1, "t1"), person(2, "t2")], words(t1="Une", t2="Deux"))
    swap = (
        "MATCH (a:Text {id: 't1'}), (b:Text {id: 't2'}) WITH a, b, a.sealed AS first SET a.sealed = b.sealed,"
        " b.sealed = first"
    )
    asked(neo4j_driver, swap)
    store.close()
    with pytest.raises(StoreUnusable) as refused:
        open_server().situation(ANA, "s")
    assert refused.value.first.code == "other_keys"


def test_an_event_opens_nowhere_else(open_server: Opening, neo4j_driver: neo4j.Driver) -> None:
    store = open_server()
    store.note_events(ANA, [told(1, "accepted"), told(2, "accepted", 2)], today=DAY)
    asked(neo4j_driver, "MATCH (a:Event {version: 1}), (b:Event {version: 2}) SET a.sealed = b.sealed")
    store.close()
    with pytest.raises(StoreUnusable) as refused:
        open_server().events(ANA)
    assert refused.value.first.code == "other_keys"


def test_who_referred_to_whom_stands_beside_the_events(
    open_server: Opening, neo4j_driver: neo4j.Driver
) -> None:
    store = open_server()
    store.create(ANA, "s", [gesture(1, "add_person", id="p1")], {})
    log = [
        told(1, "referral_made", receiver="alpha", sender="beta"),
        told(2, "referral_made", 2, receiver="gamma", sender="beta"),
        told(3, "referral_made", 3, receiver_text=SECRET),
    ]
    store.note_events(ANA, log, today=DAY)
    query = (
        "MATCH (a:Organisation)-[r:REFERRED]->(b:Organisation)"
        " RETURN a.id AS a, b.id AS b, r.referral AS referral ORDER BY b"
    )
    first = {"a": "beta", "b": "alpha", "referral": uuid(10**6 + 1)}
    assert asked(neo4j_driver, query) == [first, {"a": "beta", "b": "gamma", "referral": uuid(10**6 + 2)}]
    store.forget_events(ANA, [uuid(2)])
    assert asked(neo4j_driver, query) == [first]
    ends = asked(neo4j_driver, "MATCH (o:Organisation) RETURN o.id AS id ORDER BY id")
    assert ends == [{"id": "alpha"}, {"id": "beta"}], "what nobody names any more is gone"


def test_the_key_is_asked_once_and_only_for_texts(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    asked_for: list[str] = []

    def passphrase() -> str:
        asked_for.append("once")
        return PASSPHRASE

    access = access_to(neo4j_database, tmp_path / "neo4j")
    store = Neo4jStore(neo4j_database.url, access, passphrase, cost=CHEAP)
    store.import_directory(ANA, folder(*OPEN))
    store.allow_situations(ANA)
    assert asked_for == []
    store.create(ANA, "s", [person(1, "t1")], words(t1="Une"))
    store.create(ANA, "t", [person(1, "t1")], words(t1="Une"))
    assert asked_for == ["once"]
    store.close()
    without = Neo4jStore(neo4j_database.url, access)
    with pytest.raises(StoreLocked):
        without.situation(ANA, "s")
    without.close()


def test_a_machine_with_another_key_file_is_refused(neo4j_database: Neo4jServer, tmp_path: Path) -> None:
    first = open_neo4j(neo4j_database, tmp_path / "neo4j")
    first.create(ANA, "s", [person(1, "t1")], words(t1="Une"))
    secret = first.secret("x")
    first.close()
    second = open_neo4j(neo4j_database, tmp_path / "elsewhere" / "neo4j")
    with pytest.raises(StoreUnusable) as refused:
        second.situation(ANA, "s")
    assert refused.value.first.code == "keys_elsewhere"
    assert not (tmp_path / "elsewhere").exists()
    second.close()
    (tmp_path / "other").mkdir()
    make_keys(key_path(tmp_path / "other" / "neo4j"), PASSPHRASE, CHEAP)
    third = open_neo4j(neo4j_database, tmp_path / "other" / "neo4j")
    with pytest.raises(StoreUnusable) as refused:
        third.create(ANA, "t", [person(1, "t1")], words(t1="Une"))
    assert refused.value.first.code == "other_keys"
    third.close()
    (tmp_path / "other" / "neo4j.keys").write_bytes(key_path(tmp_path / "neo4j").read_bytes())
    fourth = open_neo4j(neo4j_database, tmp_path / "other" / "neo4j")
    assert fourth.situation(ANA, "s").texts["t1"].fr == "Une"
    assert fourth.secret("x") == secret
    fourth.close()
