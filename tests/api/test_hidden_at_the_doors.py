"""A hidden row behaves exactly like an absent one, at every door: the same bytes with and without it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.demo import demo_store
from api.use_cases.exports import export_directory, export_situation
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.needs import needs
from sociogram.directory.packaged import packaged_directory, packaged_public_directory
from sociogram.stores.protocol import Store

Serve = Callable[[Store], TestClient]
HIDDEN = "refuge-demo"
HIDDEN_SERVICE = "refuge-demo--ecoute-1"
SITUATIONS = ("sit-01-gao-transit", "sit-02-atc-carnet", "sit-03-retour-attente", "sit-04-relocalisation")


def without_hidden(folder: DirectoryFolder) -> DirectoryFolder:
    """The same folder as if its restricted rows had never been written."""
    return replace(
        folder,
        organisations=tuple(one for one in folder.organisations if one.sensitivity != "restreint"),
        services=tuple(one for one in folder.services if one.sensitivity != "restreint"),
        relations=tuple(one for one in folder.relations if one.sensitivity != "restreint"),
        hidden_texts=(),
    )


def pair(serve: Serve) -> tuple[TestClient, TestClient]:
    return serve(demo_store()), serve(demo_store(without_hidden(packaged_directory())))


@pytest.fixture(scope="module")
def both(serve: Serve) -> tuple[TestClient, TestClient]:
    return pair(serve)


def addresses() -> list[str]:
    found = ["health", "pens", "providers?size=200", "providers?size=7&page=19", "vocabulary", "situations"]
    found += [f"mega.{form}" for form in ("json", "svg")]
    found += [f"providers/{one}" for one in (*packaged_public_directory().organisations, HIDDEN, "nobody")]
    found += [f"services/{one}" for one in (HIDDEN_SERVICE, "nothing", "cisp--sante-mentale-1")]
    for one in SITUATIONS:
        found += [f"situations/{one}/{part}" for part in ("sheet.svg", "story", "findings")]
    return found


def test_every_page_has_the_same_bytes(both: tuple[TestClient, TestClient]) -> None:
    for address in addresses():
        with_it, without_it = (client.get(f"/api/v1/{address}") for client in both)
        assert with_it.status_code == without_it.status_code, address
        assert with_it.content == without_it.content, address


def test_a_hidden_organisation_and_nobody_get_the_same_answer(both: tuple[TestClient, TestClient]) -> None:
    client = both[0]
    for hidden, absent in (
        (f"providers/{HIDDEN}", "providers/nobody"),
        (f"services/{HIDDEN_SERVICE}", "services/nothing"),
    ):
        assert client.get(f"/api/v1/{hidden}").content == client.get(f"/api/v1/{absent}").content
    asked = [
        client.post("/api/v1/referrals/suggest", json={"origin": origin, "needs": ["ecoute"]})
        for origin in (HIDDEN, "nobody")
    ]
    assert asked[0].status_code == asked[1].status_code == 404
    assert asked[0].content == asked[1].content


def questions() -> list[dict[str, object]]:
    directory = packaged_public_directory()
    asked: list[dict[str, object]] = [
        {"origin": origin, "needs": list(needs(directory.terms)), "k": 50, "max_hops": 4}
        for origin in (*directory.organisations, HIDDEN)
    ]
    asked += [{"origin": "aracem", "needs": [need]} for need in needs(directory.terms)]
    return asked


def test_every_question_has_the_same_answer(both: tuple[TestClient, TestClient]) -> None:
    for question in questions():
        answers = [client.post("/api/v1/referrals/suggest", json=question).content for client in both]
        assert answers[0] == answers[1], question


def test_every_search_has_the_same_answer(both: tuple[TestClient, TestClient]) -> None:
    for words in ("refuge", "démo", "RD", "personnes menacées", "écoute", "relocalisation", "cisp", "a"):
        for extra in ({}, {"needs": ["ecoute"]}, {"places": ["bamako"]}):
            question = {"text": words, "size": 200, **extra}
            answers = [client.post("/api/v1/providers/search", json=question).content for client in both]
            assert answers[0] == answers[1], question


def test_every_export_has_the_same_bytes(tmp_path: Path) -> None:
    stores = demo_store(), demo_store(without_hidden(packaged_directory()))
    for form in ("json", "csv"):
        for level in (0, 1):
            one, other = (export_directory(form, level, None, store, LOCAL_OWNER) for store in stores)  # type: ignore[arg-type]
            assert one == other
            for situation in SITUATIONS:
                one, other = (
                    export_situation(form, situation, level, None, store, LOCAL_OWNER, "fr", 7)  # type: ignore[arg-type]
                    for store in stores
                )
                assert one == other
                assert b"efuge" not in one


def test_a_new_situation_that_names_it_gets_the_same_answer(serve: Serve) -> None:
    for organisation in (HIDDEN, "nobody-at-all"):
        plain = {
            "id": "nouvelle",
            "persons": [{"id": "p1"}],
            "professionals": [{"id": "w1", "organisation_id": organisation}],
            "activations": [{"seq": 1, "from": "p1", "to": "w1"}],
        }
        arrow_to_it = {**plain, "activations": [{"seq": 1, "from": "p1", "to": organisation}]}
        one, other = pair(serve)
        for body in (plain, arrow_to_it):
            answers = [client.post("/api/v1/situations", json=body) for client in (one, other)]
            assert answers[0].status_code == answers[1].status_code
            assert answers[0].content == answers[1].content


def filter_off(folder: DirectoryFolder) -> DirectoryFolder:
    """What the doors would meet if no row were ever held back: every row public."""
    return replace(
        folder,
        organisations=tuple(replace(one, sensitivity="public") for one in folder.organisations),
        services=tuple(replace(one, sensitivity="public") for one in folder.services),
        relations=tuple(replace(one, sensitivity="public") for one in folder.relations),
    )


@pytest.mark.parametrize("address", ["providers?size=200", "health", "mega.svg", f"providers/{HIDDEN}"])
def test_these_tests_see(serve: Serve, address: str) -> None:
    """With the filter off, the bytes differ: the tests above can fail."""
    seen, absent = serve(demo_store(filter_off(packaged_directory()))), pair(serve)[1]
    assert seen.get(f"/api/v1/{address}").content != absent.get(f"/api/v1/{address}").content
