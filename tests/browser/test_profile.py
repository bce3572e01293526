"""What was seen and taken back leaves no byte in the browser's profile on the disk."""

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

CANARY = "Zinzolin Quartzite"
SITUATION = {
    "id": "essai-profil",
    "fictional": True,
    "title_fr": f"Titre {CANARY}",
    "title_en": "",
    "place": "",
    "sensitivity": "public",
    "households": [],
    "links": [],
    "persons": [{"id": "p1", "label_fr": f"Personne {CANARY}", "label_en": "", "status": []}],
    "professionals": [{"id": "w1", "role_fr": "écoutante", "role_en": "listener", "organisation_id": ""}],
    "activations": [
        {"seq": 1, "date": "2024-01", "from": "p1", "to": "w1", "label_fr": f"dit {CANARY}", "label_en": ""}
    ],
}


def holding(folder: Path, text: str) -> list[str]:
    """Names of the files under `folder` that hold `text`, in UTF-8 or UTF-16."""
    needles = [text.encode("utf-8"), text.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(files) > 10
    return [path.name for path in files if any(needle in path.read_bytes() for needle in needles)]


def test_a_removed_situation_is_not_in_the_profile(browser: Browser, served: Any, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    kind = browser.browser_type
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    context = kind.launch_persistent_context(
        str(profile),
        executable_path=chromium,
        args=["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-sync", "--no-first-run"],
    )
    context.set_default_timeout(40_000)
    page = context.new_page()
    page.goto(served.entrance)
    page.wait_for_selector("[data-situation]")
    page.get_by_role("button", name="Importer une situation").click()
    page.get_by_label("Fichier de situation").set_input_files(
        {"name": "s.json", "mimeType": "application/json", "buffer": json.dumps(SITUATION).encode()}
    )
    page.get_by_role("dialog").get_by_role("button", name="Importer").click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    page.get_by_role("button", name="Flèche suivante").click()
    page.wait_for_selector(".told-now")
    assert CANARY in page.locator(".sentence").inner_text()
    page.get_by_role("button", name="Toutes les situations").click()
    page.locator(".situation", has=page.locator("[data-situation='essai-profil']")).get_by_role(
        "button", name="Retirer cette situation"
    ).click()
    page.get_by_role("button", name="Retirer pour de bon").click()
    page.locator("[data-situation='essai-profil']").wait_for(state="detached")
    context.close()
    assert holding(profile, CANARY) == []
    assert holding(profile, "127.0.0.1") != []
