"""Draw the pictures of docs/images with the product: sheets by the command line, the page by chromium.

Run: python -m tools.draw_pictures [sheets|page]      (needs the built page and the system's chromium)
Then open each of them: a picture is looked at before it is committed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from sociogram.language import LANGUAGES, Lang

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
SOCIOGRAM = str(Path(sys.executable).with_name("sociogram"))
SITUATION = str(ROOT / "sociogram/data/mali/situations/sit-01-gao-transit.json")
WIDEST = 1600
LARGEST = 290_000
PATIENCE = 90_000
SUFFIX = {"fr": "", "en": "-en"}
SHEETS = {
    "sheet": ["draw", SITUATION],
    "sheet-notebook": ["draw", SITUATION, "--palette", "notebook"],
    "sheet-mono": ["draw", SITUATION, "--palette", "mono"],
    "network": ["mega"],
}
WORDS: dict[Lang, dict[str, str]] = {
    "fr": {
        "open": "Deux adolescentes en transit à Gao",
        "help": "Qui peut aider ?",
        "need": "Santé mentale",
        "group": "Migrants en transit",
        "search": "Chercher qui peut aider",
        "story": "Récit",
        "directory": "Annuaire",
    },
    "en": {
        "open": "Two teenage girls in transit in Gao",
        "help": "Who can help?",
        "need": "Mental health",
        "group": "Migrants in transit",
        "search": "Find who can help",
        "story": "Story",
        "directory": "Directory",
    },
}


def draw_sheets() -> None:
    """Draw each sheet in both languages."""
    environment = {**os.environ, "SOCIOGRAM_STORE": "memory:"}
    with tempfile.TemporaryDirectory() as folder:
        for lang in LANGUAGES:
            for name, command in SHEETS.items():
                drawn = Path(folder) / "drawn.png"
                asked = [SOCIOGRAM, *command, "--lang", lang, "-o", str(drawn)]
                subprocess.run(asked, env=environment, check=True)
                keep(drawn, f"{name}{SUFFIX[lang]}.png")


def keep(picture: Path, name: str) -> None:
    """Put a picture into docs/images, small enough for a slow line."""
    kept = IMAGES / name
    shutil.copyfile(picture, kept)
    if kept.stat().st_size > LARGEST:
        with Image.open(picture) as image:
            shown = image.convert("RGB")
        shown.thumbnail((WIDEST, WIDEST))
        shown.quantize(64, dither=Image.Dither.NONE).save(kept, optimize=True)
    print(name, kept.stat().st_size)


@contextmanager
def demonstration(lang: Lang) -> Iterator[str]:
    """Open the demonstration; yield its address."""
    command = [SOCIOGRAM, "demo", "--no-open", "--port", "0", "--lang", lang]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
        finally:
            process.terminate()


def draw_page() -> None:
    """Take the views of the page in both languages."""
    browser_path = (
        shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for lang in LANGUAGES:
            with demonstration(lang) as address:
                page = browser.new_page(
                    viewport={"width": 1280, "height": 800}, locale=f"{lang}-{lang.upper()}"
                )
                page.goto(address)
                if lang == "en":  # the page begins in French, whatever the browser says
                    page.get_by_role("button", name="English").click()
                take_views(page, lang)
                page.close()
        browser.close()


def take_views(page: Page, lang: Lang) -> None:
    """Walk through the page as the documentation does, taking a view at each step."""
    words = WORDS[lang]
    drawings = page.locator("main svg [data-kind=activation]")
    page.get_by_text(words["open"]).first.wait_for()
    drawings.nth(45).wait_for(state="attached", timeout=PATIENCE)  # 47 arrows in the four situations
    take(page, "page-situations", lang)
    page.get_by_text(words["open"]).first.click()
    page.get_by_role("tab", name=words["story"]).wait_for()
    drawings.first.wait_for(state="attached", timeout=PATIENCE)
    take(page, "page-sheet", lang)
    page.set_viewport_size({"width": 1280, "height": 1350})
    page.get_by_role("link", name=words["help"]).click()
    page.get_by_role("combobox").first.fill("ARACEM")
    page.get_by_role("option").first.click()
    page.get_by_label(words["need"]).first.check()
    page.locator("details.more-criteria summary").first.click()
    page.get_by_label(words["group"], exact=True).check()
    page.locator("details.more-criteria summary").first.click()
    page.get_by_role("combobox").nth(1).fill("Bamako")
    page.get_by_role("option", name="Bamako", exact=True).click()
    page.get_by_role("button", name=words["search"]).click()
    page.locator("li.suggestion").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    take(page, "page-help", lang)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("link", name=words["directory"]).click()
    take(page, "page-directory", lang)


def take(page: Page, name: str, lang: Lang) -> None:
    """Take one view, once everything has come to rest."""
    page.wait_for_timeout(1500)
    with tempfile.TemporaryDirectory() as folder:
        view = Path(folder) / "view.png"
        page.screenshot(path=view)
        keep(view, f"{name}{SUFFIX[lang]}.png")


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    asked = set(sys.argv[1:]) or {"sheets", "page"}
    if "sheets" in asked:
        draw_sheets()
    if "page" in asked:
        draw_page()
