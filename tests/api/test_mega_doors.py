"""`mega` at both doors: filters, tiles, situations merged; nobody identifiable, nothing half done."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.demo import demo_store
from api.cli.main import run as command
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.packaged import packaged_directory
from sociogram.stores.protocol import Store

Serve = Callable[[Store], TestClient]
Capsys = pytest.CaptureFixture[str]
FILES = sorted((Path(str(files("sociogram"))) / "data" / "mali" / "situations").glob("*.json"))
HIDDEN = "refuge-demo"
OUR_WORDS = {"formateur", "vivent ensemble", "trainer", "live together"}
"""Words of the legend and the footer that a situation uses too."""


@pytest.fixture(autouse=True)
def own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", "memory:")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "x")


def run(*arguments: str) -> int:
    return command(list(arguments))


def merged(path: Path, *more: str) -> int:
    named = [word for file in FILES for word in ("--situation", str(file))]
    return run("mega", "-o", str(path), *named, *more)


def told() -> set[str]:
    """Every text and id of the four situations that could point to somebody."""
    found: set[str] = set()
    for file in FILES:
        row = json.loads(file.read_text(encoding="utf-8"))
        found |= {row["id"], row["title_fr"], row["title_en"]}
        for part in ("persons", "households", "professionals", "activations", "links"):
            for one in row[part]:
                found |= {
                    held for key, held in one.items() if key.startswith(("label_", "role_")) and len(held) > 3
                }
    return found - OUR_WORDS


def test_the_command_merges_situations_and_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "mega.svg"
    for lang in ("fr", "en"):
        assert merged(path, "--lang", lang) == 0
        svg = path.read_text(encoding="utf-8")
        assert 'data-kind="household"' in svg
        assert not [one for one in told() if one in svg]
        assert not re.search(r">[^<]*\d{4}-\d{2}", svg)


def test_one_situation_alone_is_refused(tmp_path: Path, capsys: Capsys) -> None:
    path = tmp_path / "mega.svg"
    assert run("mega", "-o", str(path), "--situation", str(FILES[0])) == 2
    assert run("mega", "-o", str(path), "--situation", str(FILES[0]), "--situation", str(FILES[0])) == 2
    assert run("mega", "-o", str(path), "--all-situations") == 2
    assert not path.exists()
    assert capsys.readouterr().err.count("\n") == 3


@pytest.mark.parametrize(
    "asked",
    [
        ["--place", "zzz"],
        ["--sector", "zzz"],
        ["--organisation", "zzz"],
        ["--organisation", HIDDEN],
        ["--period", "zzz"],
        ["--group", "zzz"],
        ["--open", "zzz"],
        ["--open", "agence_onu", "--group", "none"],
        ["--open", "agence_onu", "--all-situations"],
        ["--situation", "zzz"],
        ["--least", "1", "--all-situations"],
    ],
)
def test_bad_wishes_are_refused_in_one_line(tmp_path: Path, capsys: Capsys, asked: list[str]) -> None:
    path = tmp_path / "mega.svg"
    assert run("mega", "-o", str(path), *asked) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert not path.exists()


def test_filters_and_tiles_change_what_is_drawn(tmp_path: Path) -> None:
    drawn = set()
    for number, asked in enumerate(
        (
            [],
            ["--place", "gao"],
            ["--sector", "hebergement"],
            ["--organisation", "oim", "--period", "2021/"],
            ["--group", "sector"],
            ["--group", "place"],
            ["--open", "agence_onu"],
        )
    ):
        path = tmp_path / f"{number}.svg"
        assert run("mega", "-o", str(path), *asked) == 0, asked
        drawn.add(path.read_bytes())
    assert len(drawn) == 7


def test_the_route_merges_the_situations_of_its_viewer(client: TestClient) -> None:
    answer = client.get("/api/v1/mega.svg", params={"of": "situations"})
    assert answer.status_code == 200
    assert 'data-kind="activation"' in answer.text
    assert not [one for one in told() if one in answer.text]
    two = {"situation": ["sit-01-gao-transit", "sit-02-atc-carnet"]}
    assert client.get("/api/v1/mega.svg", params=two).text != answer.text
    backwards = {"situation": ["sit-02-atc-carnet", "sit-01-gao-transit"]}
    assert (
        client.get("/api/v1/mega.svg", params=two).text
        == client.get("/api/v1/mega.svg", params=backwards).text
    )
    missing = client.get("/api/v1/mega.svg", params={"situation": ["sit-01-gao-transit", "zzz"]})
    assert missing.status_code == 404


def test_the_route_filters_and_opens_tiles(client: TestClient) -> None:
    closed = client.get("/api/v1/mega.json", params={"group": "sector"}).json()
    opened = client.get("/api/v1/mega.json", params={"group": "sector", "open": "agence_onu"}).json()
    tiles = {one["data"]["id"]: one["data"]["open"] for one in opened["items"] if one["data"].get("open")}
    assert tiles["agence_onu"] == "yes"
    assert sum(state == "yes" for state in tiles.values()) == 1
    assert closed != opened
    for bad in ({"place": "zzz"}, {"period": "zzz"}, {"sector": HIDDEN}, {"open": "zzz"}):
        answer = client.get("/api/v1/mega.svg", params=bad)
        assert answer.status_code in (400, 422)
        assert "zzz" not in answer.text
    assert client.get("/api/v1/mega.svg", params={"group": "zzz"}).status_code == 422


def test_a_granted_service_is_on_the_network_and_never_on_merged_situations(serve: Serve) -> None:
    """What was granted to this viewer may not leave with a sheet that circulates."""
    store = demo_store()
    store.grant("organisation", HIDDEN, LOCAL_OWNER.id)
    client = serve(store)
    assert HIDDEN in client.get("/api/v1/mega.svg").text
    assert HIDDEN not in client.get("/api/v1/mega.svg", params={"of": "situations"}).text
    assert HIDDEN in client.get("/api/v1/mega.svg", params={"organisation": HIDDEN}).text


def without_hidden(folder: DirectoryFolder) -> DirectoryFolder:
    return replace(
        folder,
        organisations=tuple(one for one in folder.organisations if one.sensitivity != "restreint"),
        services=tuple(one for one in folder.services if one.sensitivity != "restreint"),
        relations=tuple(one for one in folder.relations if one.sensitivity != "restreint"),
        hidden_texts=(),
    )


@pytest.mark.parametrize(
    "asked",
    [
        {"of": "situations"},
        {"group": "sector"},
        {"group": "place", "open": "gao"},
        {"place": "gao"},
        {"sector": "ecoute"},
        {"period": "2021/"},
        {"organisation": HIDDEN},
    ],
)
def test_hidden_rows_are_as_absent_ones(serve: Serve, asked: dict[str, str]) -> None:
    both = serve(demo_store()), serve(demo_store(without_hidden(packaged_directory())))
    with_it, without_it = (client.get("/api/v1/mega.svg", params=asked) for client in both)
    assert with_it.status_code == without_it.status_code
    assert with_it.content == without_it.content


def test_a_small_directory_has_no_atlas_but_its_network(client: TestClient) -> None:
    drawn = [client.get("/api/v1/mega.svg", params={"group": group}).content for group in ("none", "atlas")]
    assert drawn[0] == drawn[1]
