"""With the texts of the dictionary between ⟦ ⟧, what stands bare was forgotten, unless the server sent it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

BARE = """() => {
  const letters = /\\p{L}{2,}/u;
  const bare = text => text.replace(/⟦[^⟧]*⟧/gu, '');
  const element = node => node.nodeType === 1 ? node : node.parentElement;
  const server = node => element(node).closest('[data-from-server], .brand');
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest('script, style, noscript') || server(node)) continue;
    if (letters.test(bare(node.data))) found.push(node.data);
  }
  for (const one of document.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) {
      const text = one.getAttribute(name);
      if (text && !server(one) && letters.test(bare(text))) found.push(`${name}=${text}`);
    }
  }
  return found;
}"""


def check(page: Page) -> None:
    marked = page.evaluate("document.body.innerText.includes('⟦')")
    assert marked, "the pseudo-language is not in force"
    # Papers and digits are the same everywhere.
    allowed = {"A5", "A4", "A3", "A2", "A1", "A0"}
    assert [text for text in page.evaluate(BARE) if text.strip() not in allowed] == []


def test_no_text_is_forgotten(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo")
    assert page.evaluate("document.documentElement.lang") == "fr"
    check(page)
    page.get_by_role("button", name="Importer une situation").click()
    page.get_by_role("dialog").get_by_role("button", name="⟦Importer⟧").click()
    check(page)
    page.keyboard.press("Escape")
    page.locator("[data-situation]").first.click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    page.get_by_role("button", name="Flèche suivante").click()
    check(page)
    for tab in ("En mots", "Animation"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_selector(".in-words, .question-list")
        check(page)
    page.get_by_role("button", name="Projeter").click()
    check(page)
    page.get_by_role("button", name="Quitter la projection").click()


def test_no_text_is_forgotten_in_the_other_parts(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo")
    for part, ready in {
        "network": "svg[data-sociogram]",
        "pens": ".pen-table",
        "directory": "[data-provider]",
    }.items():
        page.evaluate("part => { location.hash = `#/${part}`; }", part)
        page.wait_for_selector(ready)
        check(page)
    page.locator("[data-provider] button").first.click()
    page.wait_for_selector(".provider-panel")
    check(page)
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#/help'")
    page.get_by_role("button", name="Chercher qui peut aider").click()
    check(page)
    page.get_by_role("combobox", name="Votre organisation").fill("aracem")
    page.keyboard.press("Enter")
    page.locator(".chip input[value=hebergement]").check(force=True)
    page.get_by_role("button", name="Chercher qui peut aider").click()
    expect(page.locator(".suggestion").first).to_be_visible()
    check(page)
