"""Files of one situation beside pictures: graphs, engines; the same from the command line and over HTTP."""

import io
import json
import zipfile
from pathlib import Path

import networkx
import pytest
from pptx import Presentation
from starlette.testclient import TestClient

from api.cli.main import run
from tests.api.test_command_line import GAO, refused

Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'house' / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")
    (tmp_path / "house").mkdir()


def drawn(tmp_path: Path, ending: str, *options: str) -> bytes:
    path = tmp_path / f"feuille.{ending}"
    assert run(["draw", GAO, "-o", str(path), "--lang", "fr", *options]) == 0
    return path.read_bytes()


GRAPHS = {"graphml": "application/graphml+xml", "dot": "text/vnd.graphviz; charset=utf-8"}


@pytest.mark.parametrize("form", list(GRAPHS))
class TestGraphs:
    def test_the_same_over_http(self, form: str, client: TestClient, tmp_path: Path) -> None:
        answer = client.get(f"/api/v1/situations/sit-01-gao-transit/sheet.{form}", params={"lang": "fr"})
        assert answer.status_code == 200
        assert answer.headers["content-type"] == GRAPHS[form]
        assert answer.headers["content-disposition"] == f'inline; filename="feuille.{form}"'
        assert answer.content == drawn(tmp_path, form) == drawn(tmp_path, form)

    def test_working_notes_stay_at_home(self, form: str, tmp_path: Path) -> None:
        """The title, arrow labels, dates and statuses of people are in no graph unless they are asked for."""
        made, kept = drawn(tmp_path, form).decode(), json.loads(Path(GAO).read_text(encoding="utf-8"))
        assert "Adolescente A" in made
        notes = [kept["title_fr"], *(row["label_fr"] for row in kept["activations"])]
        notes += [mark for person in kept["persons"] for mark in person["status"]]
        assert notes
        assert not [note for note in notes if note and note in made]
        assert not [row["date"] for row in kept["activations"] if row["date"] in made.replace("2021-02<", "")]

    def test_what_speaks_of_places_is_refused(self, form: str, capsys: Capsys, tmp_path: Path) -> None:
        path = str(tmp_path / f"feuille.{form}")
        for option in (["--paper", "A3"], ["--engine", "dot"]):
            assert option[0][2:] in refused(capsys, "draw", GAO, "-o", path, *option)
        assert not Path(path).exists()

    def test_a_copy_is_a_sheet(self, form: str, capsys: Capsys, tmp_path: Path) -> None:
        path = tmp_path / f"feuille.{form}"
        refused(capsys, "draw", GAO, "-o", str(path), "--as-sheet", "blank")
        assert not path.exists()

    def test_the_network_has_none(
        self, form: str, capsys: Capsys, client: TestClient, tmp_path: Path
    ) -> None:
        refused(capsys, "mega", "-o", str(tmp_path / f"reseau.{form}"))
        assert client.get(f"/api/v1/mega.{form}").status_code == 422


class TestSlides:
    def test_the_same_over_http(self, client: TestClient, tmp_path: Path) -> None:
        made = drawn(tmp_path, "pptx", "--palette", "mono", "--paper", "A3")
        assert (Presentation(io.BytesIO(made)).slide_width, made) == (
            420 * 36000,
            drawn(tmp_path, "pptx", "--palette", "mono", "--paper", "A3"),
        )
        address = "/api/v1/situations/sit-01-gao-transit/sheet.pptx"
        answer = client.get(address, params={"lang": "fr", "palette": "mono", "paper": "A3"})
        assert answer.content == made
        assert answer.headers["content-type"].endswith("presentationml.presentation")
        assert answer.headers["content-disposition"] == 'inline; filename="feuille.pptx"'

    def test_working_notes_stay_at_home(self, tmp_path: Path) -> None:
        """Whatever part of the package is opened: no title, no arrow's label, nobody's status."""
        with zipfile.ZipFile(io.BytesIO(drawn(tmp_path, "pptx"))) as package:
            made = "".join(package.read(name).decode() for name in package.namelist())
        kept = json.loads(Path(GAO).read_text(encoding="utf-8"))
        notes = [kept["title_fr"], *(row["label_fr"] for row in kept["activations"])]
        notes += [mark for person in kept["persons"] for mark in person["status"]]
        assert "Adolescente A" in made
        assert not [note for note in notes if note and note in made]

    def test_a_story_is_refused(self, capsys: Capsys, tmp_path: Path) -> None:
        assert "--story" in refused(capsys, "draw", GAO, "-o", str(tmp_path / "f.pptx"), "--story")


def test_the_story_is_told_in_graphml_when_asked(client: TestClient, tmp_path: Path) -> None:
    told = drawn(tmp_path, "graphml", "--story")
    rows = [
        row for *_, row in networkx.read_graphml(io.BytesIO(told), force_multigraph=True).edges(data=True)
    ]
    assert {"when", "sentence", "note"} <= set(next(row for row in rows if row.get("order") == 1))
    address = "/api/v1/situations/sit-01-gao-transit/sheet.graphml"
    assert client.get(address, params={"lang": "fr", "story": "true"}).content == told


def test_a_story_needs_a_format_that_can_hold_it(capsys: Capsys, tmp_path: Path) -> None:
    assert "--story" in refused(capsys, "draw", GAO, "-o", str(tmp_path / "f.dot"), "--story")


class TestEngines:
    def test_places_by_graphviz(self, client: TestClient, tmp_path: Path) -> None:
        made = drawn(tmp_path, "svg", "--engine", "neato").decode()
        assert 'data-engine="neato"' in made
        assert "pour comparaison" in made
        assert "data-engine" not in drawn(tmp_path, "svg").decode()
        address = "/api/v1/situations/sit-01-gao-transit/sheet.svg"
        assert client.get(address, params={"lang": "fr", "engine": "neato"}).text == made

    def test_an_unknown_engine(self, capsys: Capsys, client: TestClient, tmp_path: Path) -> None:
        said = refused(capsys, "draw", GAO, "-o", str(tmp_path / "f.svg"), "--engine", "circo")
        assert "--engine" in said
        assert "sfdp" in said
        address = "/api/v1/situations/sit-01-gao-transit/sheet.svg"
        assert client.get(address, params={"engine": "circo"}).status_code == 422


class TestSymbols:
    def test_the_signs_of_a_genogram(self, client: TestClient, tmp_path: Path) -> None:
        made = drawn(tmp_path, "svg", "--symbols", "genogram").decode()
        assert "Losange" in made
        assert drawn(tmp_path, "svg", "--symbols", "figures") == drawn(tmp_path, "svg")
        assert "Losange" not in drawn(tmp_path, "svg").decode()
        address = "/api/v1/situations/sit-01-gao-transit/sheet.svg"
        assert client.get(address, params={"lang": "fr", "symbols": "genogram"}).text == made

    def test_unknown_signs(self, capsys: Capsys, client: TestClient, tmp_path: Path) -> None:
        said = refused(capsys, "draw", GAO, "-o", str(tmp_path / "f.svg"), "--symbols", "emoji")
        assert "--symbols" in said
        assert "genogram" in said
        address = "/api/v1/situations/sit-01-gao-transit/sheet.svg"
        assert client.get(address, params={"symbols": "emoji"}).status_code == 422
