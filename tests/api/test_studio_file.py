"""The studio in one file, at both doors: the same bytes, the charter's words, nothing of any sheet."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.page import page_folder
from api.use_cases import studio_file as use_case
from api.use_cases.studio_file import studio_file
from colour_codes.pens_document import pens_document
from sociogram.errors import StoreUnusable

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r'<script type="application/json" id="pens">(.*?)</script>', re.DOTALL)


def test_both_doors_give_the_same_bytes(client: TestClient, tmp_path: Path) -> None:
    answer = client.get("/api/v1/studio-file")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="sociogram.html"'
    target = tmp_path / "studio.html"
    command = [sys.executable, "-c", "from api.cli import main; main()", "studio-file", "-o", str(target)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    assert target.read_bytes() == answer.content


def test_it_carries_the_pens_of_both_languages_and_no_sign_that_ends_the_block() -> None:
    [block] = BLOCK.findall(studio_file().decode())
    assert "<" not in block
    data = json.loads(block)
    assert data["pens"] == {lang: json.loads(json.dumps(pens_document(lang))) for lang in ("fr", "en")}
    keys = {line["key"] for line in data["legend"]["fr"]["wall"]}
    assert {"undecided", "couple", "filiation", "active", "ended", "wished"} <= keys


def test_it_holds_nothing_of_any_sheet(client: TestClient) -> None:
    page = client.get("/api/v1/studio-file").text
    for row in client.get("/api/v1/situations").json()["situations"]:
        assert row["id"] not in page
        assert row["title"] not in page


def test_it_is_not_given_without_the_token(stranger: TestClient) -> None:
    assert stranger.get("/api/v1/studio-file").status_code == 401
    assert stranger.get("/studio-file.html").status_code == 401


def test_a_page_that_is_not_built_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(use_case, "page_folder", lambda: tmp_path)
    with pytest.raises(StoreUnusable) as refused:
        studio_file()
    assert "make web" in refused.value.first.remedy.en


def test_the_built_file_has_one_place_for_them() -> None:
    assert (page_folder() / "studio-file.html").read_text(encoding="utf-8").count('id="pens">{}<') == 1
