"""Everything can be done without a mouse, and the focus is always to be seen."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

FOCUS = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const after = getComputedStyle(one, '::after');
  const beside = one.nextElementSibling ? getComputedStyle(one.nextElementSibling) : style;
  const seen = [style, after, beside].some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
  return {tag: one.tagName, text: (one.textContent || one.getAttribute('aria-label') || '').trim(), seen};
}"""


def press_until(page: Page, key: str, text: str, limit: int = 60) -> None:
    """Press `key` until the focused element's words hold `text`; every stop on the way must be visible."""
    for _ in range(limit):
        page.keyboard.press(key)
        now = page.evaluate(FOCUS)
        if now["tag"] != "BODY":
            assert now["seen"], f"the focus cannot be seen on {now}"
        if text in now["text"]:
            return
    raise AssertionError(f"{text!r} cannot be reached with {key}")


def test_skip_link_comes_first(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["text"] == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    assert page.url.endswith("#/situations")


def test_a_story_is_told_with_the_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press_until(page, "Tab", "Deux adolescentes")
    page.keyboard.press("Enter")
    page.wait_for_selector(".desk svg[data-sociogram]")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    before = page.locator(".sheet").get_attribute("viewBox")
    page.locator(".stage-frame").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert page.locator(".sheet").get_attribute("viewBox") != before
    page.keyboard.press("0")
    assert page.locator(".sheet").get_attribute("viewBox") == before
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Flèche suivante":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".told-now")).to_have_attribute("data-order", "1")
    press_until(page, "Tab", "Récit")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUS)["text"] == "En mots"
    expect(page.locator(".in-words")).to_be_visible()


def test_help_is_asked_with_the_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press_until(page, "Tab", "Qui peut aider")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Votre organisation").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.type("tile coura", delay=20)
    expect(page.get_by_role("option").first).to_contain_text("Association Tilé Coura")
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "hebergement":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".suggestion").first).to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_dialog_gives_the_focus_back(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press_until(page, "Tab", "Importer une situation")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate(FOCUS)["text"] == "Importer une situation"
