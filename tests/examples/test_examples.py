"""Every script of examples/ is run as its own first lines say, and does what it promises."""

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SITUATIONS = "sociogram/data/mali/situations"
SVG = "{http://www.w3.org/2000/svg}"
#: The compiled loops of the layouts are taken from where they are.
KEPT = {"XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))}


def run(name: str, *arguments: str) -> str:
    """Run a script as a reader would, from the folder of the project."""
    done = subprocess.run(
        [sys.executable, f"examples/{name}", *arguments],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **KEPT},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_there_are_five() -> None:
    assert sorted(path.name for path in EXAMPLES.glob("*.py")) == [
        "draw_pens.py",
        "draw_situation.py",
        "fold_gestures.py",
        "read_back.py",
        "who_can_help.py",
    ]


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_each_says_how_to_run_it(script: Path) -> None:
    first = script.read_text(encoding="utf-8").split('"""')[1]
    (usage, *_) = re.findall(r"^python examples/(\S+)", first, re.MULTILINE)
    assert usage == script.name


def test_draw_pens_makes_the_picture_of_the_documentation() -> None:
    assert run("draw_pens.py", "fr") == (ROOT / "docs/fr/feutres.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [path.name for path in sorted((ROOT / SITUATIONS).glob("*.json"))])
def test_draw_situation_draws_every_arrow(name: str) -> None:
    root = ElementTree.fromstring(run("draw_situation.py", f"{SITUATIONS}/{name}"))
    arrows = [one for one in root.iter(f"{SVG}g") if one.get("data-kind") == "activation"]
    assert len(arrows) == (ROOT / SITUATIONS / name).read_text(encoding="utf-8").count('"seq"')


def test_read_back_says_each_arrow_in_the_passive() -> None:
    said = run("read_back.py", f"{SITUATIONS}/sit-02-atc-carnet.json").splitlines()
    story = [line for line in said if not line.startswith("?")]
    assert [line.partition(".")[0] for line in story] == [str(number) for number in range(1, 13)]
    assert all(" est activé(e) par " in line for line in story)
    assert said[-1].startswith("? ")


def test_who_can_help_gives_the_way_and_the_caution() -> None:
    first, *ways = run("who_can_help.py", "aracem", "hebergement").splitlines()
    assert "à vérifier : appeler avant d'envoyer quelqu'un" in first
    assert len(ways) == 3
    assert all(" : ARACEM" in way for way in ways)


def test_fold_gestures_forgets_what_was_taken_back() -> None:
    before, after = run("fold_gestures.py").splitlines()
    assert before == "w1 -> p1, p1 -> p2 | Institutrice, Tante, Voisine"
    assert after == "w1 -> p1 | Institutrice, Tante"
