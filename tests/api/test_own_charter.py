"""A trainer's own charter, by option or environment: its words on the sheet, its faults with their line."""

import json
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from api.settings import Settings
from colour_codes.charter import charter_in_use, choose_charter, load_charter
from sociogram.stores.protocol import Store
from tests.api.conftest import Serve

GAO = str(Path(str(files("sociogram"))) / "data" / "mali" / "situations" / "sit-01-gao-transit.json")
PACKAGED = (Path(str(files("colour_codes"))) / "charter.toml").read_text(encoding="utf-8")
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.delenv("SOCIOGRAM_CHARTER", raising=False)


def written(path: Path, *changes: tuple[str, str]) -> str:
    text = PACKAGED
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return str(path)


def mine(tmp_path: Path) -> str:
    return written(
        tmp_path / "mienne.toml",
        ('version = "0.1"', 'version = "1.0, relue à Bamako"'),
        ('fr = "Charte provisoire, à valider par un formateur"', 'fr = "Charte de notre équipe"'),
        ('fr = "{pen} : entre ceux qui vivent ensemble"', 'fr = "{pen} : au sein du lieu de vie"'),
    )


def drawn(tmp_path: Path, *more: str) -> str:
    path = tmp_path / "feuille.svg"
    assert run(["draw", GAO, "-o", str(path), *more]) == 0
    return path.read_text(encoding="utf-8")


def test_by_option_its_words_are_on_the_sheet_and_leave_with_the_command(tmp_path: Path) -> None:
    before = drawn(tmp_path)
    ours = drawn(tmp_path, "--charter", mine(tmp_path))
    for words in ("Charte de notre équipe", "relue à Bamako", "Bleu : au sein du lieu de vie"):
        assert words in ours.replace("\u00a0", " ")
        assert words not in before.replace("\u00a0", " ")
    assert drawn(tmp_path) == before


def test_by_environment_for_every_command_and_the_option_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOCIOGRAM_CHARTER", mine(tmp_path))
    assert Settings().charter.endswith("mienne.toml")
    assert "Charte de notre équipe" in drawn(tmp_path)
    for command in ("mega", "legend"):
        picture = tmp_path / f"{command}.svg"
        assert run([command, "-o", str(picture)]) == 0
        assert "notre équipe (version 1.0, relue" in picture.read_text(encoding="utf-8")
    other = written(tmp_path / "autre.toml", ('fr = "Charte provisoire', 'fr = "Charte autre'))
    assert "Charte autre" in drawn(tmp_path, "--charter", other)


def test_a_sheet_kept_with_one_charter_is_not_given_with_another(tmp_path: Path) -> None:
    ours, other = mine(tmp_path), written(tmp_path / "autre.toml", ('version = "0.1"', 'version = "8"'))
    assert "relue à Bamako" in drawn(tmp_path, "--charter", ours)
    said = drawn(tmp_path, "--charter", other)
    assert "relue à Bamako" not in said
    assert "version 8" in said.replace("\u00a0", " ")


def test_the_page_is_served_its_words(tmp_path: Path, demo: Store, serve: Serve) -> None:
    client: TestClient = serve(demo)
    with charter_in_use():
        choose_charter(load_charter(mine(tmp_path)))
        said = client.get("/api/v1/pens").json()["charter"]
        sheet = client.get("/api/v1/situations/sit-01-gao-transit/sheet.svg").text
    assert said["version"] == "1.0, relue à Bamako"
    assert "Charte de notre équipe" in sheet
    assert client.get("/api/v1/pens").json()["charter"]["version"] == "0.1"


FAULTS = [
    (("tail_letters = true", "tail_leters = true"), "marks.tail_letters", "[marks]", "missing", "manque"),
    (('en = "Yes"', 'en = ""'), "read_back.yes.en", 'en = ""', "write a text", "écrire un texte"),
    (("[legend.blue]", "[legend.bleu]"), "legend.blue", None, "missing", "manque"),
    (
        ('woman = "circle"', 'woman = "rose"'),
        "symbols.sets.genogram.woman",
        'woman = "rose"',
        "write one of",
        "écrire un de ces mots",
    ),
    (("schema = 1", "schema = "), "", "schema = ", "not valid TOML", "pas du TOML"),
    (
        ('fr = "Bleu", en = "Blue"', 'fr = "Rouge", en = "Blue"'),
        "pen_words.wall.blue.fr",
        'fr = "Rouge", en = "Blue"',
        "begin with the name of this pen: “bleu”",
        "commencer par le nom de ce feutre : « bleu »",
    ),
    (
        ("[legend.blue]", '[inks]\nblue = "#0000ff"\n\n[legend.blue]'),
        "inks",
        "[inks]",
        "unknown key",
        "clé inconnue",
    ),
]


@pytest.mark.parametrize(("change", "key", "at", "english", "french"), FAULTS)
def test_a_fault_is_one_line_with_file_line_key_and_remedy(
    capsys: Capsys,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: tuple[str, str],
    key: str,
    at: str | None,
    english: str,
    french: str,
) -> None:
    path = written(tmp_path / "cassee.toml", change)
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    where = f"cassee.toml:{next(n for n, one in enumerate(lines, 1) if at in one)}" if at else "cassee.toml"
    for lang, fault in (("fr", french), ("en", english)):
        monkeypatch.setattr(sys.modules["api.cli.main"], "HELP_LANGUAGE", lang)
        for extra in (["--charter", path], []):
            monkeypatch.setenv("SOCIOGRAM_CHARTER", "" if extra else path)
            assert run(["draw", GAO, "-o", str(tmp_path / "f.svg"), *extra]) == 2
            said = capsys.readouterr().err
            assert len(said.splitlines()) == 1
            for part in (where, f", {key}", fault, "sociogram charter -o"):
                assert part in said
            assert "Traceback" not in said
    assert not (tmp_path / "f.svg").exists()


def test_a_file_that_is_none(capsys: Capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (str(tmp_path / "absente.toml"), str(tmp_path), "nul\0.toml"):
        assert run(["draw", GAO, "-o", str(tmp_path / "f.svg"), "--charter", path]) == 2
        assert "--charter" in capsys.readouterr().err
    monkeypatch.setenv("SOCIOGRAM_CHARTER", str(tmp_path / "absente.toml"))
    for command in (["serve"], ["demo", "--no-open"], ["mega", "-o", str(tmp_path / "m.svg")]):
        assert run(command) == 2
        assert "$SOCIOGRAM_CHARTER" in capsys.readouterr().err
    assert run(["charter", "-o", str(tmp_path / "neuve.toml")]) == 0
    capsys.readouterr()
    assert run(["doctor", "--json"]) == 1
    assert {"code": "charter", "ok": False} in _checks(capsys)
    monkeypatch.setenv("SOCIOGRAM_CHARTER", mine(tmp_path))
    run(["doctor", "--json"])
    assert {"code": "charter", "ok": True} in _checks(capsys)


def _checks(capsys: Capsys) -> list[dict[str, object]]:
    found = json.loads(capsys.readouterr().out)["checks"]
    return [{"code": one["code"], "ok": one["ok"]} for one in found]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('head_at = "activated"', 'head_at = "activator"'), "reading.head_at"),
        (("order_numbers = true", "order_numbers = false"), "marks.order_numbers"),
        (('default = "figures"', 'default = "genogram"'), "symbols.default"),
    ],
)
def test_what_sheets_do_not_follow_yet_is_refused_and_not_ignored(
    capsys: Capsys, tmp_path: Path, change: tuple[str, str], key: str
) -> None:
    path = written(tmp_path / "c.toml", change)
    assert run(["draw", GAO, "-o", str(tmp_path / "f.svg"), "--charter", path]) == 2
    assert key in capsys.readouterr().err


def test_the_shapes_of_a_set_are_drawn_and_both_sets_are_asked_for(capsys: Capsys, tmp_path: Path) -> None:
    other = written(tmp_path / "formes.toml", ('unspecified = "diamond"', 'unspecified = "triangle"'))
    genogram = ("--symbols", "genogram")
    assert drawn(tmp_path, *genogram, "--charter", other) != drawn(tmp_path, *genogram)
    assert drawn(tmp_path, "--charter", other) == drawn(tmp_path)
    without = written(tmp_path / "sans.toml", ("[symbols.sets.genogram]", "[symbols.sets.autre]"))
    assert run(["draw", GAO, "-o", str(tmp_path / "g.svg"), "--charter", without]) == 2
    assert "symbols.sets.genogram" in capsys.readouterr().err


def test_the_packaged_charter_is_written_to_be_corrected(tmp_path: Path) -> None:
    path = tmp_path / "ma-charte.toml"
    assert run(["charter", "-o", str(path), "--lang", "en"]) == 0
    assert path.read_text(encoding="utf-8") == PACKAGED
    assert drawn(tmp_path, "--charter", str(path)) == drawn(tmp_path)


def test_the_exercise_and_the_rules_speak_its_sentences(tmp_path: Path, client: TestClient) -> None:
    path = written(
        tmp_path / "c.toml",
        (
            'fr = "{activated} est activé(e) par {activator}"',
            'fr = "{activated} se met en route avec {activator}"',
        ),
    )
    with charter_in_use(load_charter(path)):
        story = json.dumps(
            client.get("/api/v1/situations/sit-01-gao-transit/story").json(), ensure_ascii=False
        )
    assert "se met en route avec" in story
