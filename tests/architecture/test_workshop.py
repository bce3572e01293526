"""The tasks people type, the container and the documents' links: what a newcomer meets first."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TARGETS = {"help", "demo", "test", "lint", "soak", "bench", "gallery", "web", "lock", "setup", "clean"}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def documents() -> list[Path]:
    found = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return [ROOT / name for name in found.stdout.split("\n") if name] or sorted(ROOT.glob("*.md"))


def test_help_lists_every_task() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^ +make ([a-z-]+) ", listed, re.MULTILINE)) >= TARGETS


def test_ci_calls_make_test_and_nothing_cleverer() -> None:
    lines = [line for line in text(".ci/run").splitlines() if line and not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "export CI=true", "make test </dev/null"]


@pytest.mark.parametrize("name", [".ci/run", "tools/need.sh", "tools/container_entry.sh"])
def test_scripts_can_be_run(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
    subprocess.run(["bash", "-n", str(ROOT / name)], check=True)


def test_what_is_there_is_not_installed_again(tmp_path: Path) -> None:
    """With nothing missing, `need.sh` says and does nothing: it is on the way of every offline run."""
    done = subprocess.run(
        [str(ROOT / "tools" / "need.sh"), "no-such-program|bash", "nothing", "a shell"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_missing_is_said_in_one_line(tmp_path: Path) -> None:
    """Where nothing can be installed: here, because no apt-get is on the PATH."""
    bash, who = shutil.which("bash"), shutil.which("id")
    assert bash
    assert who
    (tmp_path / "id").symlink_to(who)
    done = subprocess.run(
        [bash, str(ROOT / "tools" / "need.sh"), "no-such-program", "nothing", "rien"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "make: il manque / missing: nothing (rien). Remède / remedy: apt-get install nothing"
    ]


def test_the_container_is_closed() -> None:
    service = yaml.safe_load(text("docker-compose.yml"))["services"]["api"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["network_mode"] == "host", "on another network the loopback address is the container's own"
    assert "ports" not in service
    assert service["command"][service["command"].index("--host") + 1] == "127.0.0.1"
    assert "/api/v1/health" in service["healthcheck"]["test"][-1]
    assert "environment" not in service, "the passphrase comes from the secret's file"
    assert re.search(r"^USER (?!root)\w+", text("Dockerfile"), re.MULTILINE)


def test_the_image_takes_every_folder_the_wheel_needs() -> None:
    """What .dockerignore lets through is what the sdist holds."""
    let_in = {line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")}
    assert let_in >= {
        "colour_codes",
        "sociogram",
        "layouts",
        "api",
        "tools",
        "requirements",
        "hatch_build.py",
    }
    assert let_in >= {"pyproject.toml", "README.md", "LICENSE"}


def test_the_tour_names_folders_that_are_there() -> None:
    named = re.findall(r"`([a-z_]+/[a-zA-Z_/]*)`", text("CONTRIBUTING.md"))
    assert len(named) > 20
    assert not [folder for folder in named if not (ROOT / folder).is_dir()]


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        place = target.split("#")[0]
        if place and "://" not in place and not place.startswith("mailto:"):
            assert (document.parent / place).exists(), target
