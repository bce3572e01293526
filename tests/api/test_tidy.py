"""`tidy`: from the command line and over HTTP, recorded as one gesture, undone like any other."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from tests.api.test_command_line import GAO, refused

Capsys = pytest.CaptureFixture[str]
GAO_ID = "sit-01-gao-transit"
ADDRESS = f"/api/v1/situations/{GAO_ID}"


@pytest.fixture
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")
    assert run(["import", GAO]) == 0


def drawn(tmp_path: Path) -> bytes:
    path = tmp_path / "feuille.svg"
    assert run(["draw", GAO_ID, "-o", str(path), "--lang", "fr"]) == 0
    return path.read_bytes()


def tidy(capsys: Capsys, *options: str) -> dict[str, object]:
    capsys.readouterr()
    assert run(["tidy", GAO_ID, "--json", "--lang", "fr", *options]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.usefixtures("_kept")
class TestCommand:
    def test_first_recorded_then_tidied_then_undone(self, capsys: Capsys, tmp_path: Path) -> None:
        plain = drawn(tmp_path)
        first = tidy(capsys)
        assert first["first"]
        assert "première disposition" in str(first["text"])
        placed = drawn(tmp_path)
        done = tidy(capsys, "--most", "25")
        assert not done["first"]
        assert float(str(done["largest_mm"])) <= 25
        before, after = done["before"], done["after"]
        assert isinstance(before, dict)
        assert isinstance(after, dict)
        assert after["crossings"] + after["faults"] <= before["crossings"] + before["faults"]
        if done["gesture"]:
            assert drawn(tmp_path) != placed
            tidy(capsys, "--undo")
        assert drawn(tmp_path) == placed
        tidy(capsys, "--undo")
        assert drawn(tmp_path) == plain
        assert tidy(capsys, "--undo")["version"] is None

    @pytest.mark.parametrize("most", ["0", "-3", "501", "nan", "inf"])
    def test_a_limit_out_of_bounds(self, capsys: Capsys, most: str) -> None:
        line = refused(capsys, "tidy", GAO_ID, "--most", most)
        assert line.startswith("--most")
        assert "500" in line

    def test_a_file_is_not_the_store(self, capsys: Capsys) -> None:
        assert "import" in refused(capsys, "tidy", GAO)

    def test_nobody_there(self, capsys: Capsys) -> None:
        refused(capsys, "tidy", "personne")


def test_over_http_it_is_one_gesture_that_can_be_undone(client: TestClient) -> None:
    before = client.get(f"{ADDRESS}/gestures").json()
    answer = client.post(f"{ADDRESS}/tidy", json={"most": 20})
    assert answer.status_code == 200
    done = answer.json()
    assert done["first"]
    after = client.get(f"{ADDRESS}/gestures").json()
    assert after["version"] == before["version"] + 1 == done["version"]
    assert answer.headers["etag"] == f'"{done["version"]}"'
    (added,) = after["gestures"][len(before["gestures"]) :]
    assert (added["id"], added["kind"]) == (done["gesture"], "place")
    undo = {
        "id": "11111111-2222-4333-8444-555555555555",
        "v": 1,
        "kind": "undo",
        "at": added["at"],
        "by": "x",
        "args": {"undoes": done["gesture"]},
    }
    assert client.post(f"{ADDRESS}/gestures", json={"gestures": [undo]}).status_code == 200
    assert client.post(f"{ADDRESS}/tidy", json={}).json()["first"]


@pytest.mark.parametrize(
    "body", [{"most": 0}, {"most": "x"}, {"limit": 3}, {"paper": "B5"}, {"seed": -1}, [], 3]
)
def test_bad_bodies(client: TestClient, body: object) -> None:
    version = client.get(f"{ADDRESS}/gestures").json()["version"]
    assert client.post(f"{ADDRESS}/tidy", json=body).status_code == 422
    assert client.get(f"{ADDRESS}/gestures").json()["version"] == version


def test_strangers_and_the_absent(client: TestClient, stranger: TestClient) -> None:
    assert stranger.post(f"{ADDRESS}/tidy", json={}).status_code == 401
    assert client.post("/api/v1/situations/personne/tidy", json={}).status_code == 404
