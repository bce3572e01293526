"""A facilitator's way: see the four situations, open each in each palette, tell its story, take it away."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import LAPTOP, PHONE

FOUR = ("sit-01-gao-transit", "sit-02-atc-carnet", "sit-03-retour-attente", "sit-04-relocalisation")
PALETTES = {
    "fr": {"wall": "Mural", "notebook": "Cahier", "mono": "Monochrome"},
    "en": {"wall": "Wall", "notebook": "Notebook", "mono": "Monochrome"},
}
WORDS = {
    "fr": {
        "back": "Toutes les situations",
        "next": "Flèche suivante",
        "previous": "Flèche précédente",
        "plain": "Sans ajout",
        "play": "Lecture",
        "all": "Tout montrer",
        "save": "Enregistrer",
        "verb": "est activé(e) par",
        "list": "En mots",
        "questions": "Animation",
        "project": "Projeter",
        "leave": "Quitter la projection",
        "trial": "fictives seulement",
    },
    "en": {
        "back": "All situations",
        "next": "Next arrow",
        "previous": "Previous arrow",
        "plain": "Nothing added",
        "play": "Play",
        "all": "Show everything",
        "save": "Save",
        "verb": "is activated by",
        "list": "In words",
        "questions": "Facilitation",
        "project": "Project",
        "leave": "Leave projection",
        "trial": "fictional situations only",
    },
}


def open_situation(page: Page, identity: str) -> None:
    page.locator(f"[data-situation='{identity}']").click()
    page.wait_for_selector(".desk svg[data-sociogram]")


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_sheet_stays_where_it_is_when_its_story_comes(
    open_page: Callable[..., Page], viewport: dict[str, int]
) -> None:
    page = open_page(viewport=viewport)
    held: list[Route] = []
    page.route("**/story?*", lambda route: held.append(route))
    open_situation(page, FOUR[0])
    page.evaluate("document.fonts.ready.then(() => null)")
    before = page.locator(".stage-frame").bounding_box()
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(".player .sentence")).to_be_visible()
    assert page.locator(".stage-frame").bounding_box() == before


def test_a_sheet_without_a_story_keeps_no_room_for_one(open_page: Callable[..., Page]) -> None:
    page = open_page()
    made = page.request.post(
        f"{page.url.split('#')[0]}api/v1/situations?keep=none", data={"id": "vide", "fictional": True}
    )
    assert made.status == 201
    page.reload()
    held: list[Route] = []
    page.route("**/story?*", lambda route: held.append(route))
    open_situation(page, "vide")
    assert len(held) == 1
    before = page.locator(".stage-frame").bounding_box()
    assert page.locator(".player").count() == 0
    held[0].continue_()
    expect(page.locator(".desk-side")).not_to_contain_text("Chargement")
    assert page.locator(".stage-frame").bounding_box() == before


def test_an_import_whose_answer_was_lost_is_not_made_twice(open_page: Callable[..., Page]) -> None:
    page = open_page(expected="504")
    answers: list[int] = []

    def lost(route: Route) -> None:
        if route.request.method != "POST" or answers:
            route.continue_()
            return
        answers.append(route.fetch().status)
        route.fulfill(status=504)

    page.route("**/api/v1/situations?*", lost)
    page.get_by_role("button", name="Importer une situation").click()
    data = json.dumps({"id": "essai-import", "fictional": True}).encode()
    page.get_by_label("Fichier de situation").set_input_files(
        {"name": "situation.json", "mimeType": "application/json", "buffer": data}
    )
    send = page.get_by_role("dialog").get_by_role("button", name="Importer")
    send.click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert answers == [201]
    send.click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    page.get_by_role("button", name="Toutes les situations").click()
    expect(page.locator("[data-situation^='essai-import']")).to_have_count(1)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_four_are_seen_and_each_opens_in_each_palette(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang)
    words = WORDS[lang]
    expect(page.get_by_role("note").first).to_contain_text(words["trial"])
    shown = page.locator("[data-situation]").evaluate_all("all => all.map(one => one.dataset.situation)")
    assert shown == list(FOUR)
    pictures(page, f"situations-{lang}")
    for identity in FOUR:
        open_situation(page, identity)
        sheet = page.locator(".desk svg[data-sociogram]")
        # A drawing costs a second: every palette of every situation once, in the first language.
        chosen = PALETTES[lang] if lang == "fr" or identity == FOUR[0] else {"wall": PALETTES[lang]["wall"]}
        for palette, label in chosen.items():
            page.get_by_role("radio", name=label).check(force=True)
            expect(sheet).to_have_attribute("data-palette", palette)
            expect(sheet).to_have_attribute("data-lang", lang)
            assert page.locator(".desk [data-kind='activation']").count() >= 11
            assert page.locator(".desk [data-kind='legend']").count() == 1
            pictures(page, f"{identity}-{palette}-{lang}")
        page.get_by_role("button", name=words["back"]).click()
        page.wait_for_selector("[data-situation]")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_story_is_told_arrow_by_arrow(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang)
    words = WORDS[lang]
    open_situation(page, FOUR[0])
    arrows = page.locator(".desk [data-kind='activation']")
    told = page.locator(".desk [data-kind='activation']:not(.untold)")
    total = arrows.count()
    assert told.count() == total
    forward, sentence = page.get_by_role("button", name=words["next"]), page.locator(".sentence")
    for number in (1, 2, 3):
        forward.click()
        expect(told).to_have_count(number)
        expect(page.locator(".told-now")).to_have_attribute("data-order", str(number))
        expect(sentence).to_contain_text(words["verb"])
        expect(page.locator("[aria-current=step]")).to_have_count(1)
    pictures(page, f"replay-{lang}")
    page.get_by_role("button", name=words["previous"]).click()
    expect(told).to_have_count(2)
    page.get_by_role("button", name=words["play"], exact=True).click()
    expect(told.nth(2)).to_be_attached()
    page.get_by_role("button", name=words["all"]).click()
    expect(told).to_have_count(total)
    expect(page.locator("[data-marker]")).to_have_count(0)
    page.locator(".story-line").nth(4).click()
    expect(told).to_have_count(5)


def test_the_sheet_as_it_stood_at_a_date(open_page: Callable[..., Page]) -> None:
    page = open_page()
    open_situation(page, FOUR[0])
    before = page.locator(".desk [data-kind='activation']").count()
    slider = page.get_by_role("slider")
    slider.fill("0")
    expect(page.locator(".desk svg[data-sociogram]")).to_have_attribute("data-date", "2020-10")
    assert 0 < page.locator(".desk [data-kind='activation']").count() < before
    expect(page.locator(".slider output")).to_have_text("octobre 2020")


def test_plain_has_neither_letters_nor_numbers(open_page: Callable[..., Page]) -> None:
    page = open_page()
    open_situation(page, FOUR[0])
    badge = re.compile(r"^[BROV]\d+$")
    texts = page.locator(".desk [data-kind='activation'] text")
    assert any(badge.match(text) for text in texts.all_text_contents())
    page.get_by_role("checkbox", name="Sans ajout").check()
    expect(texts).to_have_count(0)
    assert page.locator(".desk [data-kind='activation']").count() >= 11


def test_downloads_are_what_they_say(open_page: Callable[..., Page]) -> None:
    page = open_page()
    open_situation(page, FOUR[1])
    beginnings = {"SVG": b"<svg", "PDF": b"%PDF-", "PNG": b"\x89PNG", "PPTX": b"PK", "JSON": b"{"}
    for kind, beginning in beginnings.items():
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.get_by_text(re.compile(r"A4, 297 × 210\u00a0mm, plus petite lettre"))).to_be_visible()
        with page.expect_download(timeout=30_000) as waited:
            page.get_by_role("link", name=f"({kind})").click()
        path = waited.value.path()
        assert path.read_bytes().startswith(beginning)
        assert "carnet" not in waited.value.suggested_filename
        page.keyboard.press("Escape")


def test_what_facilitators_are_asked_is_never_projected(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page()
    open_situation(page, FOUR[0])
    assert page.locator(".questions").count() == 0
    page.get_by_role("tab", name="Animation").click()
    page.wait_for_selector(".question-list li")
    page.get_by_role("button", name="Projeter").click()
    expect(page.locator(".questions")).to_have_count(0)
    expect(page.locator(".desk-side")).to_have_count(0)
    page.keyboard.press("PageDown")
    expect(page.locator(".told-now")).to_have_attribute("data-order", "1")
    pictures(page, "projected")
    page.get_by_role("button", name="Quitter la projection").click()
    expect(page.locator(".desk-side")).to_have_count(1)


def test_the_sheet_in_words_names_everybody_on_it(open_page: Callable[..., Page]) -> None:
    page = open_page()
    open_situation(page, FOUR[0])
    page.get_by_role("tab", name="En mots").click()
    said = page.locator(".in-words").inner_text()
    nodes = page.locator(".desk svg [data-box]").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert len(nodes) >= 12
    assert [name for name in nodes if name not in said] == []
    arrows = page.locator(".desk [data-kind='activation']").count()
    assert page.locator(".in-words ol li").count() == arrows


def test_a_file_is_imported_or_refused_with_its_place(open_page: Callable[..., Page]) -> None:
    page = open_page(expected="422")
    good = {
        "id": "essai-import",
        "fictional": True,
        "title_fr": "Une feuille d'essai",
        "title_en": "A trial sheet",
        "place": "",
        "sensitivity": "public",
        "households": [],
        "links": [],
        "persons": [{"id": "p1", "label_fr": "Personne A", "label_en": "Person A", "status": []}],
        "professionals": [{"id": "w1", "role_fr": "écoutante", "role_en": "listener", "organisation_id": ""}],
        "activations": [
            {
                "seq": 1,
                "date": "2024-01",
                "from": "p1",
                "to": "w1",
                "label_fr": "appelle",
                "label_en": "calls",
            }
        ],
    }
    bad = json.dumps({**good, "colour": "red"}).encode()

    def give(data: bytes) -> None:
        page.get_by_label("Fichier de situation").set_input_files(
            {"name": "situation.json", "mimeType": "application/json", "buffer": data}
        )
        page.get_by_role("dialog").get_by_role("button", name="Importer").click()

    page.get_by_role("button", name="Importer une situation").click()
    expect(page.get_by_role("radio", name="Rien ne reste")).to_be_checked()
    page.get_by_role("dialog").get_by_role("button", name="Importer").click()
    expect(page.get_by_role("alert")).to_contain_text("Choisissez d'abord un fichier")
    give(bad)
    expect(page.get_by_role("alert")).to_contain_text("cette clé est inconnue ici")
    expect(page.get_by_role("alert")).to_contain_text("Que faire")
    give(json.dumps(good).encode())
    page.wait_for_selector(".desk svg[data-sociogram]")
    expect(page.get_by_role("heading", level=1)).to_have_text("Une feuille d'essai")
    page.get_by_role("button", name="Toutes les situations").click()
    card = page.locator(".situation", has=page.locator("[data-situation='essai-import']"))
    expect(card).to_contain_text("Ne reste pas")
    card.get_by_role("button", name="Retirer cette situation").click()
    page.get_by_role("button", name="Retirer pour de bon").click()
    expect(page.locator("[data-situation='essai-import']")).to_have_count(0)
