"""The reference pages say what the code says, and nothing the code offers is missing from them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import Settings
from sociogram.rules.catalogue import CATALOGUE
from tools.generate_reference import pages
from tools.reference.commands_page import help_texts
from tools.reference.routes_page import operations
from tools.reference.settings_page import PREFIX
from tools.reference.words import part

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LANGS = ("fr", "en")
NAMES = {
    "commands": {"fr": "commandes.md", "en": "commands.md"},
    "routes": {"fr": "routes.md", "en": "routes.md"},
    "rules": {"fr": "regles.md", "en": "rules.md"},
    "settings": {"fr": "reglages.md", "en": "settings.md"},
}
#: Variables of the tests themselves, explained in CONTRIBUTING or beside the test that reads them.
OF_THE_TESTS = re.compile(r"SOCIOGRAM_(TEST_\w+|PICTURES|GESTURE_SEQUENCES)")


def page(name: str, lang: str) -> str:
    return (DOCS / lang / "reference" / NAMES[name][lang]).read_text(encoding="utf-8")


def test_every_page_is_current() -> None:
    """When this fails: `make docs`, look at what changed, commit it with the change."""
    different = [
        str(path.relative_to(ROOT))
        for path, text in pages().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    assert not different


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_and_option_is_documented(lang: str) -> None:
    text = page("commands", lang)
    listed = help_texts(lang)
    assert len(listed) > 10
    for name, help_text in listed.items():
        assert not name or f"## sociogram {name}\n" in text
        for option in re.findall(r"--[a-z-]+", help_text):
            assert option in text


def test_the_page_is_what_the_command_line_prints() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("sociogram")), "draw", "--lang", "en", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    words = " ".join(done.stdout.split())
    assert words
    assert " ".join(help_texts("en")["draw"].split()) == words


@pytest.mark.parametrize("lang", LANGS)
def test_every_route_is_documented(lang: str) -> None:
    text = page("routes", lang)
    routes = [route for route, _ in operations()]
    assert len(routes) > 10
    for route in routes:
        assert f"## `{route}`" in text


def test_the_french_list_names_no_route_that_is_gone() -> None:
    assert set(part("routes", "does")) == {route for route, _ in operations()}


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_stands_with_its_sentences(lang: str) -> None:
    text = page("rules", lang)
    for code, rule in CATALOGUE.items():
        says, remedy = (rule.says.fr, rule.remedy.fr) if lang == "fr" else (rule.says.en, rule.remedy.en)
        assert f"| **{code}** | {says} | {remedy} |" in text
    assert {"E11", "E12"} <= set(re.findall(r"[EW]\d\d", text))


def variables_read() -> set[str]:
    """Every SOCIOGRAM_* name in what is run: packages, tasks, container, tools."""
    places = [ROOT / name for name in ("Makefile", "Dockerfile", "docker-compose.yml", ".ci/run")]
    for folder in ("api", "sociogram", "layouts", "colour_codes", "tools"):
        files = (ROOT / folder).rglob("*")
        places += [
            path
            for path in files
            if path.suffix in {".py", ".sh"} and not {"node_modules", "reference"} & set(path.parts)
        ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in places if path.is_file())
    return set(re.findall(r"SOCIOGRAM_[A-Z0-9_]*[A-Z]", text))


@pytest.mark.parametrize("lang", LANGS)
def test_every_setting_is_documented(lang: str) -> None:
    text = page("settings", lang)
    named = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    read = {name for name in variables_read() if not OF_THE_TESTS.fullmatch(name)}
    assert {name for name in named | read if f"`{name}`" not in text} == set()


def test_the_list_of_other_variables_names_none_that_is_gone() -> None:
    assert set(part("settings", "others")) <= variables_read()
    assert set(part("settings", "meanings")) == {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
