"""`tidy`: from the command line and over HTTP, recorded as one gesture, undone like any other."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from api.use_cases.tidying import TidyAsked, last_tidy_up, said
from layouts.tidying import Reading, Tidied
from sociogram.situation.gestures import Gesture
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


def gesture(id_: str, kind: str = "place", by: str = "x", **args: object) -> Gesture:
    return Gesture(id_, kind, "2026-01-01T00:00:00Z", by, args or {"at": {}})


def test_only_a_tidy_up_in_force_is_taken_back_and_nothing_placed_by_hand() -> None:
    first, second = (f"aaaaaaaa-0000-5000-8000-00000000000{n}" for n in (1, 2))
    hand, undo, again = (f"aaaaaaaa-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
    log = [gesture(first), gesture(second), gesture(hand)]
    assert last_tidy_up(log, "x") == second
    log.append(gesture(undo, "undo", undoes=second))
    assert last_tidy_up(log, "x") == first
    log.append(gesture(again, "undo", undoes=undo))
    assert last_tidy_up(log, "x") == second
    assert last_tidy_up(log, "y") is None
    assert last_tidy_up([gesture(hand)], "x") is None


def test_the_outcome_in_words_counts_what_moved_apart_from_what_is_new() -> None:
    before, after = Reading(7, 2, 1, 3.0), Reading(5, 2, 0, 3.0)
    asked = {lang: TidyAsked("s", "", 25.0, lang=lang) for lang in ("fr", "en")}  # type: ignore[arg-type]
    moved = Tidied({"a": (0, 0), "b": (1, 1), "n": (2, 2)}, before, after, 12.5)
    assert said(moved, asked["fr"], 1) == (
        "Places changées\u00a0: 2, de 12,5 mm au plus (limite\u00a0: 25 mm). "
        "Croisements\u00a0: 7 → 5\u00a0; défauts\u00a0: 3 → 2. Nouvelles places notées\u00a0: 1."
    )
    assert said(moved, asked["en"], 0).startswith("Places changed: 3, by 12.5 mm at most (limit: 25 mm).")
    still = said(Tidied({"n": (2, 2)}, before, before, 0.0), asked["en"], 1)
    assert still.startswith("Nothing has moved")
    assert still.endswith("(crossings: 7; faults: 3). New places recorded: 1.")
    assert "New" not in said(Tidied({}, before, before, 0.0), asked["en"], 0)
