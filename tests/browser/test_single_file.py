"""The studio in one file, opened from the disk with no network at all."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from sociogram.situation.digest import document
from sociogram.situation.fold import fold
from sociogram.situation.own import read_own
from tests.browser.profiles import holding, open_profile
from tests.browser.reference_drawing import CASE, draw_arrows, draw_people_and_services, expected
from tests.browser.studio_moves import without_ids_and_places
from tests.browser.waiting_hand import WaitingHand

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "une phrase longue pour ces essais seulement"
TABLET = {"width": 1280, "height": 900}
NO_PICKERS = "delete window.showSaveFilePicker; delete window.showOpenFilePicker;"
CANARY = "Zinzolin Quartzite"


def sociogram(*arguments: str) -> None:
    command = [sys.executable, "-c", "from api.cli import main; main()", *arguments]
    environment = {"SOCIOGRAM_PASSPHRASE": PASSPHRASE, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("key") / "sociogram.html"
    sociogram("studio-file", "-o", str(path))
    return path


@pytest.fixture
def open_file(browser: Browser, file: Path) -> Iterator[Callable[..., Page]]:
    """The file in a fresh profile without a network; it may neither complain nor ask anybody anything."""
    contexts, complaints = [], []

    def opened(script: str = NO_PICKERS, lang: str = "fr-FR", viewport: dict[str, int] = TABLET) -> Page:
        context = browser.new_context(
            viewport=viewport,  # type: ignore[arg-type]
            locale=lang,
            offline=True,
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(script)
        page.on("console", lambda said: complaints.append(said.text) if said.type != "log" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: complaints.append(asked.url) if asked.url != file.as_uri() else None)
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [one for one in complaints if not one.startswith(("data:", "blob:"))] == []


def fresh(page: Page) -> WaitingHand:
    page.get_by_role("button", name="Nouvelle feuille").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    return WaitingHand(page)


def saved(page: Page, to: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Enregistrer", exact=True).click()
    download.value.save_as(to)
    return to.read_bytes()


def opened_from(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Ouvrir un fichier").click()
    chooser.value.set_files(path)


def test_the_file_needs_nothing_beside_it(file: Path, tmp_path: Path) -> None:
    page = file.read_text(encoding="utf-8")
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert "unsafe" not in policy
    assert "connect-src 'none'" in policy
    assert "default-src 'none'" in policy
    for tag, directive in (('script type="module"', "script-src"), ("style", "style-src")):
        [text] = re.findall(rf"<{tag}>(.*?)</{tag.split()[0]}>", page, re.DOTALL)
        seal = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{seal}'" in policy
    outside = re.findall(
        r"""(?:src|href)=["']?(?!data:)([^"'\s>]+)""", page.split('<script type="module">')[0]
    )
    assert outside == []
    sociogram("studio-file", "-o", str(tmp_path / "again.html"))
    assert (tmp_path / "again.html").read_bytes() == file.read_bytes()


def test_the_reference_case_is_drawn_saved_and_taken_in(
    open_file: Callable[..., Page], tmp_path: Path, pictures: Callable[[Page, str], None]
) -> None:
    page = open_file()
    hand = fresh(page)
    draw_people_and_services(hand)
    draw_arrows(hand, CASE["arrows"])
    expect(page.get_by_text("Pas encore dans un fichier")).to_be_visible()
    data = saved(page, tmp_path / "feuille.json")
    expect(page.get_by_text("Copie enregistrée")).to_be_visible()
    pictures(page, "single-file-reference")
    own = read_own(data, place="feuille.json")
    drawn: dict[str, Any] = document(fold(own.id, own.gestures, own.texts))
    assert without_ids_and_places(drawn) == expected()
    store = f"sqlite:///{tmp_path}/s.db"
    sociogram("import", str(tmp_path / "feuille.json"), "--store", store)
    back = tmp_path / "back.json"
    sociogram("export", "json", "--situation", own.id, "--own", "-o", str(back), "--store", store)
    assert back.read_bytes() == data
    # And the store's copy comes back into the file.
    again = open_file()
    opened_from(again, back)
    again.wait_for_selector(".studio-frame svg[data-sociogram]")
    assert saved(again, tmp_path / "twice.json") == data


def test_the_printed_page_is_one_sheet_of_the_right_size(
    open_file: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_file(NO_PICKERS + "window.print = () => undefined;")
    hand = fresh(page)
    hand.person((60, 60), "Awa")
    hand.person((200, 60), "Moussa")
    page.locator("[data-tool=print]").click()
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 1
        width, height = (side / 72 * 25.4 for side in pdf[0].get_size())
        assert width == pytest.approx(297, abs=0.6)
        assert height == pytest.approx(210, abs=0.6)
        text = pdf[0].get_textpage().get_text_range()
        picture = pdf[0].render(scale=1).to_pil().convert("L")
    assert "Feuille du " in text
    assert "Rouge" in text
    assert "Jean-Marie Lemaire" in text
    assert "Awa" in text
    assert "Moussa" in text
    assert "Enregistrer" not in text
    # At its real size: both stand as far apart on paper as on the sheet, 140 mm.
    found = [
        (x, y)
        for x in range(picture.width)
        for y in range(90, picture.height // 2)
        if picture.getpixel((x, y)) < 90
    ]
    left, right = min(x for x, _ in found), max(x for x, _ in found)
    assert (right - left) / 72 * 25.4 == pytest.approx(140 + 10, abs=8)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".print-page").count() == 0


HOSTILE = {
    "rien.json": b"",
    "texte.json": b"\xff\xfe\x00",
    "page.html": b"<script>alert(1)</script>",
    "liste.json": b"[" * 50_000 + b"]" * 50_000,
    "proto.json": b'{"sociogram":1,"id":"s","gestures":[],"texts":{"__proto__":{"fr":"x"}},"digest":""}',
    "neuf.json": b'{"sociogram":9,"id":"s","gestures":[],"texts":{},"digest":""}',
    "grand.json": b" " * 20_000_001,
}


def test_a_hostile_file_is_refused_and_the_sheet_in_hand_stays(
    open_file: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_file()
    hand = fresh(page)
    hand.person((60, 60), "Awa")
    before = saved(page, tmp_path / "before.json")
    sound = json.loads(before)
    spoilt = json.dumps({**sound, "digest": "0" * 64}).encode()
    half = before[: len(before) // 2]
    for name, data in {**HOSTILE, "abîmé.json": spoilt, "moitié.json": half}.items():
        (tmp_path / name).write_bytes(data)
        opened_from(page, tmp_path / name)
        expect(page.get_by_role("alert")).to_contain_text("fichier")
        assert page.locator("svg.sheet [data-kind=person]").count() == 1
    assert saved(page, tmp_path / "after.json") == before
    assert page.get_by_role("alert").count() == 0


FAKE_PICKER = """
  window.written = []; window.asked = 0;
  window.showSaveFilePicker = async () => { window.asked++; return { createWritable: async () => ({
    data: [], async write(part) { this.data.push(new TextDecoder().decode(part)); },
    async close() { if (window.full) throw new Error('disk'); window.written.push(this.data.join('')); },
    async abort() {} }) }; };
"""


def test_where_the_browser_can_it_writes_over_the_same_file(open_file: Callable[..., Page]) -> None:
    page = open_file(FAKE_PICKER)
    hand = fresh(page)
    save = page.get_by_role("button", name="Enregistrer", exact=True)
    hand.person((60, 60), "Awa")
    save.click()
    expect(page.get_by_text("Dans le fichier")).to_be_visible()
    hand.person((120, 60), "Moussa")
    expect(page.get_by_text("Pas encore dans un fichier")).to_be_visible()
    save.click()
    expect(page.get_by_text("Dans le fichier")).to_be_visible()
    assert page.evaluate("window.asked") == 1
    first, second = (json.loads(text) for text in page.evaluate("window.written"))
    assert len(second["gestures"]) > len(first["gestures"])
    page.evaluate("window.full = true")
    page.locator("[data-tool=undo]").click()
    save.click()
    expect(page.get_by_role("alert")).to_contain_text("n'a pas pu être écrit")
    expect(page.get_by_text("Pas encore dans un fichier")).to_be_visible()


def test_what_is_not_saved_is_not_lost_without_a_word(open_file: Callable[..., Page]) -> None:
    page = open_file()
    hand = fresh(page)
    hand.person((60, 60), "Awa")
    page.get_by_role("button", name="Fermer la feuille").click()
    dialog = page.get_by_role("dialog", name="Fermer sans enregistrer")
    dialog.get_by_role("button", name="Revenir à la feuille").click()
    assert page.locator("svg.sheet [data-kind=person]").count() == 1
    page.get_by_role("button", name="Fermer la feuille").click()
    dialog.get_by_role("button", name="Fermer sans enregistrer").click()
    expect(page.get_by_role("button", name="Nouvelle feuille")).to_be_visible()
    assert "Awa" not in page.locator("#app").inner_html()


def test_it_replays_and_speaks_both_languages(open_file: Callable[..., Page]) -> None:
    page = open_file(lang="en-GB")
    page.get_by_role("button", name="New sheet").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    hand = WaitingHand(page)
    hand.person((60, 60), "Awa")
    hand.person((200, 60), "Moussa")
    draw_arrows(hand, [["Awa", "Moussa"]])
    page.get_by_role("button", name=re.compile("Replay")).first.click()
    expect(page.locator("svg.sheet").first).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"


def test_nothing_lies_in_the_browser(browser: Browser, file: Path, tmp_path: Path) -> None:
    context = open_profile(browser, tmp_path / "profile", viewport=TABLET, locale="fr-FR")
    page = context.new_page()
    page.goto(file.as_uri())
    hand = fresh(page)
    hand.person((60, 60), CANARY)
    page.wait_for_timeout(300)
    kept = page.evaluate("""async () => [localStorage.length, sessionStorage.length, document.cookie,
        (await indexedDB.databases()).length]""")
    assert kept == [0, 0, "", 0]
    context.close()
    assert holding(tmp_path, CANARY) == []
