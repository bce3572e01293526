"""The command line as its users meet it: exit codes, one line of error, the same answers as HTTP."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from sociogram.directory.needs import needs
from sociogram.directory.packaged import packaged_public_directory
from sociogram.situation.digest import digest
from sociogram.situation.fold import fold
from sociogram.situation.own import read_own
from tests.layouts_kept import Forget

MALI = Path(str(files("sociogram"))) / "data" / "mali"
GAO = str(MALI / "situations" / "sit-01-gao-transit.json")
HOSTILE = (b"[" * 100_000, b'{"id": NaN}', b'{"id":"\\ud800"}', b"\xff\xfe", b"", b'{"id":"a","id":"b"}')
Capsys = pytest.CaptureFixture[str]
NETWORKS_FILES = ("organisations.csv", "services.csv", "relations.csv", "vocab.csv", "places.csv")


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has its own store file and nothing to ask."""
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'house' / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")
    (tmp_path / "house").mkdir()


def refused(capsys: Capsys, *arguments: str) -> str:
    """Run a command that must be refused; return its one line."""
    assert run(list(arguments)) == 2
    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert len(lines) == 1, said.err
    assert "Traceback" not in said.err
    return lines[0]


def broken(tmp_path: Path, **changes: object) -> str:
    document = json.loads(Path(GAO).read_text(encoding="utf-8"))
    document.update(changes)
    path = tmp_path / "cassee.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


class TestRefusals:
    def test_wrong_use(self, capsys: Capsys) -> None:
        for arguments in (["nosuch"], ["draw"], ["draw", GAO], ["draw", GAO, "-o"], ["suggest", "--k"]):
            refused(capsys, *arguments)

    def test_unknown_ending(self, capsys: Capsys, tmp_path: Path) -> None:
        assert ".svg" in refused(capsys, "draw", GAO, "-o", str(tmp_path / "feuille.docx"))

    def test_a_place_that_cannot_be_written(self, capsys: Capsys, tmp_path: Path) -> None:
        refused(capsys, "draw", GAO, "-o", str(tmp_path / "nowhere" / "feuille.svg"))
        (tmp_path / "dossier.svg").mkdir()
        refused(capsys, "draw", GAO, "-o", str(tmp_path / "dossier.svg"))

    def test_absent_file_absent_id_and_folder(self, capsys: Capsys, tmp_path: Path) -> None:
        out = str(tmp_path / "f.svg")
        assert "absent.json" in refused(capsys, "draw", str(tmp_path / "absent.json"), "-o", out)
        refused(capsys, "draw", "no-such-situation", "-o", out)
        refused(capsys, "draw", str(tmp_path), "-o", out)
        assert not Path(out).exists()

    @pytest.mark.parametrize("option", ["--palette", "--paper", "--date", "--until", "--lang"])
    def test_unknown_values(self, capsys: Capsys, tmp_path: Path, option: str) -> None:
        assert option in refused(capsys, "draw", GAO, "-o", str(tmp_path / "f.svg"), option, "nonsense")

    @pytest.mark.parametrize(
        ("command", "name", "option", "value"),
        [
            ("draw", "f.svg", "--tiles", "A4"),
            ("draw", "f.dot", "--engine", "dot"),
            ("mega", "m.svg", "--period", "nonsense"),
            ("mega", "m.svg", "--sector", "nonsense"),
            ("mega", "m.svg", "--place", "nonsense"),
            ("mega", "m.svg", "--open", "nonsense"),
        ],
    )
    def test_a_refusal_from_deeper_down_names_the_option(
        self, capsys: Capsys, tmp_path: Path, command: str, name: str, option: str, value: str
    ) -> None:
        what = [GAO] if command == "draw" else []
        line = refused(capsys, command, *what, "-o", str(tmp_path / name), option, value)
        assert line.startswith(option)

    def test_a_fault_in_a_file_keeps_the_name_of_its_column(self, capsys: Capsys, tmp_path: Path) -> None:
        folder = shutil.copytree(MALI, tmp_path / "mali")
        rows = (folder / "services.csv").read_text(encoding="utf-8")
        (folder / "services.csv").write_text(
            rows.replace("migrants_transit", "nonsense", 1), encoding="utf-8"
        )
        assert "services.csv:2, target_groups" in refused(capsys, "import", str(folder))

    def test_a_file_that_breaks_a_rule(self, capsys: Capsys, tmp_path: Path) -> None:
        arrow = {"seq": 1, "from": "p1", "to": "w1", "channel": "TV"}
        path = broken(tmp_path, activations=[arrow])
        line = refused(capsys, "draw", path, "-o", str(tmp_path / "f.svg"))
        assert "cassee.json" in line
        assert "activations[0]" in line
        refused(capsys, "import", path)

    def test_a_failed_command_makes_no_store(self, capsys: Capsys, tmp_path: Path) -> None:
        refused(capsys, "import", broken(tmp_path, id=""))
        refused(capsys, "import", str(tmp_path / "absent.json"))
        assert list((tmp_path / "house").iterdir()) == []

    def test_one_bad_path_keeps_nothing_of_the_others(self, capsys: Capsys, tmp_path: Path) -> None:
        refused(capsys, "import", GAO, broken(tmp_path, persons=3))
        assert list((tmp_path / "house").iterdir()) == []

    def test_unknown_actor_need_and_level(self, capsys: Capsys, tmp_path: Path) -> None:
        refused(capsys, "suggest", "--from", "nobody", "--need", "ecoute")
        assert "sante_mentale" in refused(capsys, "suggest", "--from", "aracem", "--need", "nonsense")
        refused(capsys, "suggest", "--from", "aracem", "--need", "plaidoyer")
        for level in ("3", "4", "9", "2"):
            refused(capsys, "export", "json", "--level", level, "-o", str(tmp_path / "e.json"))
        refused(capsys, "export", "docx", "-o", str(tmp_path / "e.json"))

    def test_serve_answers_this_computer_only(self, capsys: Capsys) -> None:
        assert "--host" in refused(capsys, "serve", "--host", "0.0.0.0")

    def test_hostile_files(self, capsys: Capsys, tmp_path: Path) -> None:
        path = tmp_path / "hostile.json"
        for data in (
            b"[" * 100_000,
            b'{"id": NaN}',
            b'{"id":"\\ud800"}',
            b"\xff\xfe",
            b"",
            b'{"id":"a","id":"b"}',
        ):
            path.write_bytes(data)
            assert "hostile.json" in refused(capsys, "draw", str(path), "-o", str(tmp_path / "f.svg"))


class TestCheck:
    def test_the_four_situations_have_no_error(self, capsys: Capsys) -> None:
        for path in sorted((MALI / "situations").glob("*.json")):
            assert run(["check", str(path)]) == 0
        assert "W" in capsys.readouterr().out

    def test_an_error_exits_1_with_the_list(self, capsys: Capsys, tmp_path: Path) -> None:
        path = broken(tmp_path, activations=[{"seq": 1, "from": "p1", "to": "p1"}])
        assert run(["check", path, "--json"]) == 1
        codes = {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}
        assert "E03" in codes

    def test_a_file_that_is_no_situation_exits_2(self, capsys: Capsys, tmp_path: Path) -> None:
        refused(capsys, "check", broken(tmp_path, persons="nobody"))


class TestDrawing:
    def test_same_bytes_twice_in_every_format(self, tmp_path: Path, kept_layouts: Forget) -> None:
        for form in ("svg", "pdf", "png"):
            made = []
            for name in ("a", "b"):
                if form == "svg":
                    kept_layouts()
                path = tmp_path / f"{name}.{form}"
                assert run(["draw", GAO, "-o", str(path)]) == 0
                made.append(path.read_bytes())
            assert made[0] == made[1]

    def test_a_sheet_names_no_title_unless_asked(self, tmp_path: Path) -> None:
        plain, titled = tmp_path / "a.svg", tmp_path / "b.svg"
        run(["draw", GAO, "-o", str(plain)])
        run(["draw", GAO, "-o", str(titled), "--titled"])
        assert "Deux adolescentes" not in plain.read_text(encoding="utf-8")
        assert "Deux adolescentes" in titled.read_text(encoding="utf-8")

    def test_the_store_is_not_made_by_looking(self, tmp_path: Path) -> None:
        assert run(["draw", GAO, "-o", str(tmp_path / "a.svg")]) == 0
        assert run(["mega", "-o", str(tmp_path / "m.svg")]) == 0
        assert list((tmp_path / "house").iterdir()) == []

    def test_english(self, tmp_path: Path) -> None:
        path = tmp_path / "a.svg"
        assert run(["draw", GAO, "-o", str(path), "--lang", "en"]) == 0
        assert "Teenage girl A" in path.read_text(encoding="utf-8")


class TestKeeping:
    def test_import_then_again_changes_nothing(self, capsys: Capsys, tmp_path: Path) -> None:
        folder = tmp_path / "mali"
        folder.mkdir()
        for name in NETWORKS_FILES:
            shutil.copy(MALI / name, folder)
        assert run(["import", str(folder), GAO, "--json"]) == 0
        first = json.loads(capsys.readouterr().out)["rows"]
        assert {row["change"] for row in first} == {"added"}
        assert run(["import", str(folder), GAO, "--json"]) == 0
        again = json.loads(capsys.readouterr().out)["rows"]
        assert {row["change"] for row in again} == {"unchanged"}

    def test_plain_store_own_copy_store_is_the_same_document(self, tmp_path: Path) -> None:
        copy, second = tmp_path / "copie.json", tmp_path / "copie2.json"
        assert run(["import", GAO]) == 0
        assert run(["export", "json", "--situation", "sit-01-gao-transit", "--own", "-o", str(copy)]) == 0
        other = f"sqlite:///{tmp_path / 'house' / 'other.db'}"
        assert run(["import", str(copy), "--store", other]) == 0
        again = ["export", "json", "--situation", "sit-01-gao-transit", "--own", "-o", str(second)]
        assert run([*again, "--store", other]) == 0
        assert copy.read_bytes() == second.read_bytes()
        own = read_own(copy.read_bytes(), place="copie.json")
        assert digest(fold(own.id, own.gestures, own.texts))

    def test_the_files_of_a_store_hold_no_readable_label(self, tmp_path: Path) -> None:
        assert run(["import", GAO]) == 0
        for path in (tmp_path / "house").iterdir():
            assert b"Adolescente" not in path.read_bytes()

    def test_a_wrong_passphrase_is_refused(
        self, capsys: Capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run(["import", GAO]) == 0
        capsys.readouterr()
        monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "another")
        refused(capsys, "draw", "sit-01-gao-transit", "-o", str(tmp_path / "a.svg"))

    def test_the_recovery_sheet_is_a_pdf(self, tmp_path: Path) -> None:
        assert run(["import", GAO]) == 0
        sheet = tmp_path / "secours.pdf"
        assert run(["recovery", "-o", str(sheet)]) == 0
        assert sheet.read_bytes().startswith(b"%PDF")


class TestCirculation:
    def test_no_level_holds_a_label_a_role_or_an_id_of_ours(self, tmp_path: Path) -> None:
        assert run(["import", GAO]) == 0
        for level in ("0", "1"):
            path = tmp_path / f"{level}.json"
            assert (
                run(
                    ["export", "json", "--situation", "sit-01-gao-transit", "--level", level, "-o", str(path)]
                )
                == 0
            )
            text = path.read_text(encoding="utf-8")
            for kept in (
                "Adolescente",
                "Chambre",
                "animateur",
                "retracement",
                '"p1"',
                '"w1"',
                "sit-01",
                "transit",
            ):
                assert kept not in text
            assert ("Croix-Rouge" in text) == (level == "1")
            assert ("2020-10" in text) == (level == "1")

    def test_discreet_names_become_neutral(self, tmp_path: Path) -> None:
        carnet = str(MALI / "situations" / "sit-02-atc-carnet.json")
        assert run(["import", carnet]) == 0
        path = tmp_path / "e.json"
        assert run(["export", "json", "--situation", "sit-02-atc-carnet", "-o", str(path)]) == 0
        text = path.read_text(encoding="utf-8")
        assert "Tilé Coura" not in text
        assert '"soin"' in text

    def test_two_exports_share_no_id_and_a_seed_repeats(self, tmp_path: Path) -> None:
        assert run(["import", GAO]) == 0
        made = []
        for seed in ((), (), ("--seed", "3"), ("--seed", "3")):
            path = tmp_path / "e.json"
            assert run(["export", "json", "--situation", "sit-01-gao-transit", *seed, "-o", str(path)]) == 0
            made.append(json.loads(path.read_bytes()))
        ids = [{one["id"] for one in document["persons"]} for document in made]
        assert not ids[0] & ids[1]
        assert made[2] == made[3]

    def test_a_real_situation_waits_for_agreement(self, capsys: Capsys, tmp_path: Path) -> None:
        assert run(["import", broken(tmp_path, id="vraie", fictional=False)]) == 0
        capsys.readouterr()
        refused(capsys, "export", "json", "--situation", "vraie", "-o", str(tmp_path / "e.json"))


class TestSuggesting:
    def test_the_same_object_as_http(self, client: TestClient, capsys: Capsys, sized, seed) -> None:  # type: ignore[no-untyped-def]
        directory = packaged_public_directory()
        pairs = [(origin, need) for origin in directory.organisations for need in needs(directory.terms)]
        step = sized(97, 1)
        for origin, need in pairs[seed % step :: step]:
            body = {"origin": origin, "needs": [need]}
            http = client.post("/api/v1/referrals/suggest", json=body).json()
            code = run(["suggest", "--from", origin, "--need", need, "--json", "--store", "memory:"])
            assert json.loads(capsys.readouterr().out) == http
            assert code == (0 if http["suggestions"] else 1)

    def test_words_for_people(self, capsys: Capsys) -> None:
        assert run(["suggest", "--from", "aracem", "--need", "sante_mentale", "--place", "bamako"]) == 0
        said = capsys.readouterr().out
        assert "VÉRIFIER" in said
        assert "0.4" not in said

    def test_search(self, capsys: Capsys) -> None:
        assert run(["search", "croix", "rouge"]) == 0
        assert "croix-rouge-malienne" in capsys.readouterr().out
        assert run(["search", "introuvable"]) == 1


def test_doctor_says_what_is_well(capsys: Capsys) -> None:
    assert run(["doctor", "--json"]) in {0, 1}
    found = {one["code"]: one["ok"] for one in json.loads(capsys.readouterr().out)["checks"]}
    assert found["packages"]
    assert found["printing"]
