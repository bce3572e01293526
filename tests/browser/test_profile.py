"""What was seen and taken back leaves no byte in the browser's profile on the disk."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser.profiles import holding, open_profile

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


def test_a_removed_situation_is_not_in_the_profile(browser: Browser, served: Any, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    context = open_profile(browser, profile)
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
