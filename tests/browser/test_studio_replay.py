"""A sheet shown again: gesture by gesture, arrow by arrow, at a date; nobody draws in the past."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.studio_moves import THREE, Hand, document_of, new_sheet, put
from tests.browser.test_accessibility import serious

SIZES: dict[str, ViewportSize] = {
    "laptop": {"width": 1366, "height": 768},
    "tablet": {"width": 768, "height": 1024},
    "phone": {"width": 390, "height": 844},
}
DRAWN = "() => document.querySelector('.studio-frame svg.sheet').innerHTML"


def drawn_sheet(page: Page) -> Hand:
    """Awa, Issa and the centre; Awa puts the centre to work, which comes back to her."""
    new_sheet(page)
    hand = Hand(page)
    for what, name, at in THREE:
        put(hand, what, name, at)
    hand.tool("arrow")
    for one, other in (("Awa", "le centre"), ("le centre", "Awa")):
        hand.drag(hand.middle(one), hand.middle(other))
    hand.tool("arrow")
    return hand


def names(page: Page) -> list[str]:
    """Who stands on the sheet, by their names."""
    marks = page.locator(".studio-frame svg.sheet > g[data-box]")
    said: list[str] = marks.evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label').split(',')[0])"
    )
    return sorted(said)


def arrows(page: Page) -> int:
    return page.locator(".studio-frame svg.sheet g[data-kind=activation]").count()


def choose(page: Page, mode: str) -> None:
    page.locator(f".replay input[value={mode}]").evaluate("one => one.click()")


def opened(page: Page) -> None:
    page.get_by_role("button", name="Rejouer", exact=True).click()
    page.wait_for_selector(".replay")


@pytest.mark.parametrize("size", SIZES)
def test_the_drawing_is_shown_again_step_by_step(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], size: str
) -> None:
    page = open_page(viewport=SIZES[size])
    if size == "laptop":
        drawn_sheet(page)
    else:
        # The same sheet, drawn without caring for the size of the window.
        page.set_viewport_size(SIZES["laptop"])
        drawn_sheet(page)
        page.set_viewport_size(SIZES[size])
    today = document_of(page)
    opened(page)
    expect(page.locator(".toolbox")).to_be_hidden()
    expect(page.get_by_text("on ne dessine pas ici")).to_be_visible(visible=size != "phone")
    slider = page.get_by_label("Où en est le dessin")
    pictures(page, f"replay-drawing-{size}")
    expect(slider).to_have_attribute("aria-valuetext", "Geste 5 sur 5")
    page.get_by_role("button", name="Revenir à la feuille blanche").click()
    assert names(page) == []
    expect(page.get_by_text("La feuille est blanche.")).to_be_visible()
    seen = []
    for _ in range(5):
        page.keyboard.press("PageDown")
        seen.append((names(page), arrows(page), page.locator(".replay .sentence bdi").inner_text()))
    assert [(who, count) for who, count, _ in seen] == [
        (["Awa"], 0),
        (["Awa", "Issa"], 0),
        (["Awa", "Issa", "le centre"], 0),
        (["Awa", "Issa", "le centre"], 1),
        (["Awa", "Issa", "le centre"], 2),
    ]
    assert seen[0][2] == "Awa est sur la feuille."
    assert seen[3][2] == "Le centre est activé(e) par Awa."
    for mode in ("story", "date", "drawing"):
        choose(page, mode)
        assert serious(page) == [], mode
    page.keyboard.press("Escape")
    expect(page.locator(".replay")).to_be_hidden()
    expect(page.locator(".toolbox")).to_be_visible()
    expect(page.locator(".studio-frame")).to_be_focused()
    assert document_of(page) == today


def test_both_languages_tell_each_step(open_page: Callable[..., Page]) -> None:
    page = open_page()
    drawn_sheet(page)
    opened(page)
    page.keyboard.press("PageUp")
    expect(page.locator(".replay .sentence bdi")).to_have_text("Le centre est activé(e) par Awa.")
    page.locator(".studio-bar button[lang=en]").click()
    expect(page.locator(".replay .sentence bdi")).to_have_text("Le centre is activated by Awa.")
    page.get_by_role("button", name="Back to the blank sheet").click()
    page.keyboard.press("PageDown")
    expect(page.locator(".replay .sentence bdi")).to_have_text("Awa is on the sheet.")


def test_the_story_is_told_arrow_by_arrow(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page()
    drawn_sheet(page)
    opened(page)
    choose(page, "story")
    page.get_by_role("button", name="Revenir avant la première flèche").click()
    assert (arrows(page), len(names(page))) == (0, 3)
    page.get_by_role("button", name="Flèche suivante").click()
    assert arrows(page) == 1
    expect(page.locator(".replay .sentence bdi")).to_have_text("Le centre est activé(e) par Awa.")
    expect(page.locator(".mark-told-line")).to_have_count(1)
    pictures(page, "replay-story")
    page.get_by_role("button", name="Flèche suivante").click()
    assert arrows(page) == 2
    expect(page.get_by_role("button", name="Flèche suivante")).to_be_disabled()


def test_it_plays_at_speaking_speed_and_moves_nothing(open_page: Callable[..., Page]) -> None:
    page = open_page(reduced_motion="reduce")
    drawn_sheet(page)
    opened(page)
    choose(page, "story")
    page.get_by_role("button", name="Revenir avant la première flèche").click()
    page.clock.install()
    # Its own time stands still from here on, however long a busy machine takes between two lines.
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    page.get_by_role("button", name="Lecture").click()
    # "Le centre est activé(e) par Awa." has 32 letters: 2.5 s, and 60 ms a letter.
    first = page.locator(".replay .sentence bdi")
    if arrows(page) == 0:
        page.clock.run_for(2600)
    expect(first).to_have_text("Le centre est activé(e) par Awa.")
    page.clock.run_for(4200)
    assert arrows(page) == 1
    page.clock.run_for(400)
    assert arrows(page) == 2
    assert page.evaluate("document.getAnimations().length") == 0
    page.get_by_role("button", name="Pause").click()
    before = page.evaluate(DRAWN)
    page.clock.run_for(20_000)
    assert page.evaluate(DRAWN) == before


def test_nobody_draws_in_the_past(open_page: Callable[..., Page]) -> None:
    page = open_page()
    hand = drawn_sheet(page)
    today = document_of(page)
    opened(page)
    page.keyboard.press("PageUp")
    hand.tap(hand.where((120, 40)))
    expect(page.locator(".ring")).to_have_count(0)
    hand.drag(hand.middle("Awa"), hand.where((20, 20)))
    page.locator(".studio-frame").focus()
    for key in ("Control+z", "Tab", "Delete", "1", "a", "Enter", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    page.keyboard.press("PageUp")
    expect(page.get_by_label("Où en est le dessin")).to_have_attribute("aria-valuetext", "Geste 3 sur 5")
    expect(page.locator(".replay")).to_be_visible()
    page.get_by_role("button", name="Revenir à aujourd'hui").click()
    assert document_of(page) == today


def test_marks_are_found_again_on_the_slider(open_page: Callable[..., Page]) -> None:
    page = open_page()
    hand = drawn_sheet(page)
    page.get_by_role("button", name="Poser un repère").click()
    hand.tool("person")
    hand.tap(hand.where((120, 170)))
    hand.name("Binta")
    hand.tool("person")
    opened(page)
    assert "Binta" in names(page)
    page.get_by_role("button", name="Repère 1").click()
    assert "Binta" not in names(page)
    assert arrows(page) == 2


def test_the_network_at_a_date(open_page: Callable[..., Page], pictures: Callable[[Page, str], None]) -> None:
    page = open_page()
    page.locator("[data-situation=sit-01-gao-transit]").click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    page.get_by_role("button", name="Dessiner").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    whole = arrows(page)
    opened(page)
    choose(page, "date")
    stops = page.locator(".replay-stops button")
    expect(stops.first).to_be_visible()
    dates = stops.all_inner_texts()
    assert len(dates) > 2
    counts = []
    for at in range(len(dates)):
        stops.nth(at).click()
        counts.append(arrows(page))
    # Inclusive, and what had begun stays: never fewer at a later date, all of them at the last one.
    assert counts == sorted(counts)
    assert 0 < counts[0] < whole == counts[-1]
    asked = page.request.get(f"{page.url.split('#')[0]}api/v1/situations/sit-01-gao-transit/story")
    stop = asked.json()["dates"][0]
    told = page.request.get(
        f"{page.url.split('#')[0]}api/v1/situations/sit-01-gao-transit/story?until={stop}"
    )
    assert counts[0] == len(told.json()["lines"])
    pictures(page, "replay-date")
    page.keyboard.press("PageUp")
    expect(page.locator(".replay-stops [aria-current]")).to_have_text(dates[-2])
    assert arrows(page) == counts[-2]
    page.keyboard.press("PageDown")
    assert arrows(page) == whole
    page.get_by_label("Une autre date").fill("1999-01-01")
    assert arrows(page) == 0
    page.get_by_role("button", name="Revenir à aujourd'hui").click()
    assert arrows(page) == whole


def test_no_word_is_said_aloud_where_others_see_the_screen(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.evaluate(
        """() => {
          const voice = (name, localService) => ({name, localService, lang: 'fr-FR'});
          const voices = [voice('far', false), voice('here', true)];
          window.spoken = [];
          speechSynthesis.getVoices = () => window.voices ?? voices;
          speechSynthesis.speak = said => window.spoken.push([said.text, said.voice?.name]);
          window.SpeechSynthesisUtterance = function (text) { this.text = text; };
        }"""
    )
    drawn_sheet(page)
    opened(page)
    page.get_by_role("button", name="Dire à voix haute").click()
    assert page.evaluate("window.spoken") == [["Awa est activé(e) par le centre.", "here"]]
    page.evaluate("window.voices = [{name: 'far', lang: 'fr-FR', localService: false}]")
    page.keyboard.press("PageUp")
    expect(page.get_by_role("button", name="Dire à voix haute")).to_have_count(0)
    # Nor in the reading back, once the names are hidden.
    page.evaluate("delete window.voices")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="La séance").click()
    for _ in range(6):
        page.get_by_role("button", name="Étape suivante").click()
    page.get_by_role("button", name="Relire les flèches").click()
    expect(page.get_by_role("button", name="Dire à voix haute")).to_have_count(1)
    page.get_by_role("button", name="Cacher les noms").click()
    expect(page.get_by_role("button", name="Dire à voix haute")).to_have_count(0)


def test_the_wall_follows_and_tells_no_name(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page()
    drawn_sheet(page)
    page.get_by_role("button", name="Montrer au mur").click()
    with page.expect_popup() as waited:
        page.get_by_role("button", name="Un deuxième écran").click()
    wall = waited.value
    shown = wall.locator("svg.wall-sheet g[data-kind=activation]")
    expect(shown).to_have_count(2)
    opened(page)
    choose(page, "story")
    page.keyboard.press("PageUp")
    expect(shown).to_have_count(1)
    pictures(wall, "replay-wall")
    assert not any(name in wall.content() for name in ("Awa", "Issa", "le centre"))
    expect(wall.locator(".wall-sentence")).to_have_text("1 est activé(e) par A.")
    choose(page, "drawing")
    page.get_by_role("button", name="Revenir à la feuille blanche").click()
    expect(wall.locator("svg.wall-sheet [data-box]")).to_have_count(0)
    page.keyboard.press("PageDown")
    expect(wall.locator("svg.wall-sheet [data-box]")).to_have_count(1)
    assert wall.locator(".replay, button, input").count() == 0
    page.keyboard.press("Escape")
    expect(shown).to_have_count(2)


def test_nothing_is_said_aloud_in_projection(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.evaluate(
        "() => { speechSynthesis.getVoices = () => [{name: 'x', lang: 'fr-FR', localService: true}]; }"
    )
    page.locator("[data-situation=sit-01-gao-transit]").click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    page.get_by_role("button", name="Flèche suivante").click()
    expect(page.get_by_role("button", name="Dire à voix haute")).to_have_count(1)
    page.get_by_role("button", name="Projeter").click()
    expect(page.get_by_role("button", name="Dire à voix haute")).to_have_count(0)
