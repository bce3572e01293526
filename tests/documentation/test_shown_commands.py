"""The commands shown in the documentation are run, page by page, in the order in which a reader types them.

A block that begins with ```` ```sh run ```` is run as it stands; `exit=2` says which code its last command
must return (`*`: any). ```` ```json file=NAME ```` is the file the reader is asked to write. Every line of
```` ```text output ```` is one that the block above has printed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
BLOCK = re.compile(
    r"^```(\w+) (run|output|file=\S+)(?: exit=(\d+|\*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
SHOWN = [page for page in PAGES if BLOCK.search(page.read_text(encoding="utf-8"))]
#: Pages that must hold runnable blocks: without this list, losing the mark `run` would go unseen.
EXPECTED = {
    "docs/fr/demarrer.md", "docs/en/start.md", "docs/fr/formats.md", "docs/en/formats.md",
    "docs/fr/qui-peut-aider.md", "docs/en/who-can-help.md", "docs/fr/atelier.md", "docs/en/workshop.md",
    "docs/fr/compter.md", "docs/fr/suivre.md", "docs/en/following.md",
}  # fmt: skip


def test_the_pages_that_show_commands_are_run() -> None:
    for name in EXPECTED:
        marked = [what for _, what, _, _ in BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))]
        assert "run" in marked, name


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_run_as_shown(page: Path, tmp_path: Path) -> None:
    for name in ("sociogram", ".venv"):
        if (ROOT / name).exists():
            (tmp_path / name).symlink_to(ROOT / name)
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        # A new house for every page, but not a new compilation of the layout's loops.
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
        "SOCIOGRAM_STORE": f"sqlite:///{tmp_path}/store.db",
        "SOCIOGRAM_PASSPHRASE": "a passphrase for this page only",
    }
    printed = ""
    for kind, what, code, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if what.startswith("file="):
            (tmp_path / what.removeprefix("file=")).write_text(text, encoding="utf-8")
            continue
        if what == "output":
            assert not [line for line in text.splitlines() if line not in printed.splitlines()], printed
            continue
        assert kind == "sh"
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail\n{text}"] if code else ["bash", "-eo", "pipefail", "-c", text],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        expected = code or "0"
        assert expected in ("*", str(done.returncode)), f"{text}\n{done.stdout}\n{done.stderr}"
        printed = done.stdout + done.stderr
        assert "Traceback" not in printed
