"""Counts over HTTP and at the command line: one answer at both doors, and nothing half done."""

import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from starlette.testclient import TestClient

from api.cli.demo import demo_store
from api.cli.main import run
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.loop.event import Event
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store
from tests.api.conftest import Serve, client_of
from tests.sociogram.counts.three_logs import THREE, three_logs

COUNTS, TALLIES = "/api/v1/referrals/counts", "/api/v1/referrals/tallies"
AGGREGATE, REPORT = "/api/v1/referrals/aggregate", "/api/v1/referrals/report.pdf"
NOTED = date(2026, 2, 1)
TALLY = {
    "period": "2026-02", "persons": 30, "contacts": 60, "made": 12, "accepted": 7, "declined": 3,
    "no_answer": 1, "waiting": 1, "completed": 5, "reasons": {"no_capacity": 2, "out_of_area": 1},
}  # fmt: skip
PASSPHRASE = "quatre mots sans lien entre eux"


def earlier(events: Sequence[Event]) -> list[Event]:
    """Return the events a year earlier: the clock of these tests stands in March 2026."""
    return [
        Event(e.id, e.kind, e.subject, e.at, e.on.replace(year=e.on.year - 1), e.by, e.args) for e in events
    ]


def held(organisation: str, seed: int = 3) -> Store:
    """Return a store that holds the log of one of three organisations, for the second semester of 2025."""
    store = demo_store()
    log = three_logs(seed, classes=20)[organisation]
    store.note_events(LOCAL_OWNER, earlier([one.event for one in log]), today=NOTED)
    return store


@pytest.fixture(scope="module")
def store() -> Store:
    return held("aracem")


@pytest.fixture
def client(store: Store, serve: Serve) -> TestClient:
    return serve(store)


def test_counts_are_answered_with_their_words_and_add_up(client: TestClient) -> None:
    body = {"period": "2025-S2", "by": ["need", "place", "pair"], "organisation": "aracem"}
    found = client.post(COUNTS, json=body).json()
    assert found["label"] == "2e semestre 2025"
    assert found["total"]["made"] > 0
    assert found["total"]["made"] == sum(found["total"]["standing"].values())
    assert [table["by"] for table in found["tables"]] == ["need", "place", "pair"]
    for table in found["tables"]:
        assert sum(row["made"] for row in table["rows"]) == found["total"]["made"]
    assert found["final"] is False
    then = client.post(COUNTS, json=body | {"as_of": "2026-02-01"}).json()
    assert then["final"] is True
    assert then["total"] == found["total"]
    assert client.post(COUNTS, json=body | {"as_of": "2026-01-31"}).json()["total"]["made"] == 0


def test_rows_stand_in_the_order_of_their_words_in_both_languages(client: TestClient) -> None:
    """Never in that of their numbers."""
    body = {"period": "2025-S2", "by": ["family", "pair"]}
    for lang in ("fr", "en"):
        tables = client.post(f"{COUNTS}?lang={lang}", json=body).json()["tables"]
        for table in tables:
            labels = [row["label"].casefold().replace("é", "e") for row in table["rows"]]
            assert labels == sorted(labels)


def test_counts_name_no_discreet_and_no_hidden_organisation(client: TestClient) -> None:
    words = client.post(COUNTS, json={"period": "2025-S2", "by": ["pair"]}).text
    assert "soin" in words
    assert not any(name in words for name in ("atc", "Tilé", "refuge-demo", "Refuge"))


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"period": "2025"}, "period"),
        ({"period": "2025-S2", "by": ["name"]}, "by"),
        ({"period": "2025-S2", "as_of": "2026-03-02"}, "as_of"),
        ({"period": "2025-S2", "as_of": "x"}, "as_of"),
    ],
)
def test_questions_that_cannot_be_asked(client: TestClient, body: dict[str, object], field: str) -> None:
    found = client.post(COUNTS, json=body)
    assert found.status_code == 422
    assert found.json()["errors"][0]["field"] == field


def test_a_slip_is_entered_counted_apart_and_replaced_when_entered_again(serve: Serve) -> None:
    client = serve(held("amsode"))
    body = {"period": "2026-T1"}
    before = client.post(COUNTS, json=body).json()
    assert client.post(TALLIES, json={"tally": TALLY}).status_code == 201
    assert client.post(TALLIES, json={"tally": TALLY | {"contacts": 61}}).status_code == 201
    assert client.post(TALLIES, json={"tally": TALLY | {"sheet": 2}}).status_code == 201
    after = client.post(COUNTS, json=body).json()
    assert after["total"] == before["total"]
    assert after["paper"]["totals"]["contacts"] == 121
    assert after["paper"]["totals"]["made"] == 24
    assert "persons" not in after["paper"]["totals"]
    assert after["paper"]["reasons"]["no_capacity"] == 4


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"waiting": 7}, "tally.made"),
        ({"reasons": {"safety": 9}}, "tally.reasons"),
        ({"completed": 8}, "tally.completed"),
        ({"persons": 99}, "tally.persons"),
        ({"made": -1}, "tally.made"),
        ({"period": "2026-T1"}, "tally.period"),
        ({"names": "x"}, "tally"),
    ],
)
def test_a_slip_that_does_not_add_up_is_refused(
    client: TestClient, change: dict[str, object], field: str
) -> None:
    found = client.post(TALLIES, json={"tally": TALLY | change})
    assert found.status_code == 422
    assert found.json()["errors"][0]["field"].startswith(field if field != "tally" else "")
    assert client.post(COUNTS, json={"period": "2026-T1"}).json()["paper"]["slips"] == []


def test_files_of_three_stores_are_put_together_over_http(serve: Serve) -> None:
    files = [
        serve(held(name)).get(f"{AGGREGATE}?period=2025-S2&organisation={name}").json() for name in THREE
    ]
    client = serve(held("aracem"))
    found = client.post(AGGREGATE, json={"files": files}).json()
    again = client.post(AGGREGATE, json={"files": [*files[::-1], files[0]]}).json()
    assert found == again
    assert found["total"]["made"] == sum(row["made"] for row in found["tables"][2]["rows"])
    assert {one["organisation"] for one in found["files"]} == {"AMSODE", "ARACEM", "Caritas Gao"}
    assert "OIM" in found["missing"]
    assert found["missing"] == sorted(found["missing"])


def test_a_file_exported_twice_is_the_same_file(client: TestClient) -> None:
    address = f"{AGGREGATE}?period=2025-S2&organisation=aracem"
    assert client.get(address).content == client.get(address).content


def test_aggregates_that_cannot_be(client: TestClient) -> None:
    assert client.get(f"{AGGREGATE}?period=2025-T3").status_code == 422
    assert client.get(f"{AGGREGATE}?period=2025-S2&organisation=refuge-demo").status_code == 422
    hidden = client.get(f"{AGGREGATE}?period=2025-S2&organisation=refuge-demo")
    absent = client.get(f"{AGGREGATE}?period=2025-S2&organisation=nobody-at-all")
    assert hidden.content == absent.content
    found = client.post(AGGREGATE, json={"files": [{"format": "sociogram-counts"}]})
    assert found.status_code == 422
    assert found.json()["errors"][0]["place"] == "$.files[0]"


def test_the_page_is_one_page_of_a4(client: TestClient) -> None:
    for lang, title in (("fr", "Rapport du semestre"), ("en", "Report of the semester")):
        made = client.get(f"{REPORT}?period=2025-S2&organisation=aracem&lang={lang}")
        assert made.headers["content-type"] == "application/pdf"
        with pikepdf.open(io.BytesIO(made.content)) as pdf:
            assert len(pdf.pages) == 1
            assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox] == [0, 0, 210, 297]
            assert str(pdf.docinfo["/Title"]).startswith(title)


def test_the_page_of_files_together(client: TestClient) -> None:
    file = client.get(f"{AGGREGATE}?period=2025-S2&organisation=aracem").json()
    made = client.post(f"{AGGREGATE}/report.pdf", json={"files": [file]})
    assert made.content.startswith(b"%PDF")


def test_strangers_are_told_nothing(store: Store) -> None:
    stranger = client_of(store, token=None)
    assert stranger.post(COUNTS, json={"period": "2025-S2"}).status_code == 401
    assert stranger.get(f"{AGGREGATE}?period=2025-S2").status_code == 401
    assert stranger.get(f"{REPORT}?period=2025-S2").status_code == 401


@pytest.fixture
def file_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store on the disk that holds the log of one organisation."""
    url = f"sqlite:///{tmp_path / 'a.db'}"
    monkeypatch.setenv("SOCIOGRAM_STORE", url)
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", PASSPHRASE)
    store = open_store(url, passphrase=lambda: PASSPHRASE)
    log = three_logs(3, classes=20)["aracem"]
    store.note_events(LOCAL_OWNER, earlier([one.event for one in log]), today=NOTED)
    store.close()
    return tmp_path


def test_the_command_counts_exports_merges_and_prints(
    file_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--period", "2025-S2", "--organisation", "aracem"]
    assert run(["count", *asked, "--by", "need,place,pair", "--as-of", "2026-02-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["total"]["made"] == sum(row["made"] for row in found["tables"][2]["rows"]) > 0
    file, page = str(file_store / "a.json"), file_store / "page.pdf"
    assert run(["count", *asked, "--export", file]) == 0
    capsys.readouterr()
    assert run(["count", "--merge", file, file, "--json"]) == 0
    everything = found["total"]["made"] + found["received"]["made"]  # who referred to it sent no file
    assert json.loads(capsys.readouterr().out)["total"]["made"] == everything
    assert run(["count", "--merge", file, "--report", str(page)]) == 0
    assert page.read_bytes().startswith(b"%PDF")


def test_the_command_enters_a_slip(file_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slip = ["made=12", "accepted=7", "declined=3", "no_answer=1", "waiting=1", "safety=3", "contacts=60"]
    assert run(["count", "tally", "--period", "2026-02", *slip]) == 0
    assert run(["count", "tally", "--period", "2026-02", *slip, "completed=8"]) == 2
    assert capsys.readouterr().err.startswith("tally.completed")
    assert run(["count", "--period", "2026-T1", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "Referrals made: 0" in told
    assert "Contacts in all: 60" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["count"], "--period"),
        (["count", "x.json"], "FILE"),
        (["count", "--merge"], "files"),
        (["count", "--merge", "/nowhere.json"], "/nowhere.json"),
        (["count", "--period", "2025-T3", "--export", "x.json"], "--period"),
        (["count", "--period", "2025-S2", "--by", "name"], "--by"),
        (["count", "tally", "--period", "2026-02", "made=a"], "tally"),
        (["count", "tally", "--period", "2026-02"], "tally"),
    ],
)
def test_wrong_uses_are_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", "memory:")
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith(said)
    assert told.count("\n") == 1
    assert not (tmp_path / "x.json").exists()
