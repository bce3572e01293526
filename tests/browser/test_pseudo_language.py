"""With the texts of the dictionary between ⟦ ⟧, what stands bare was forgotten, unless the server sent it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.studio_moves import THREE, Hand, put

BARE = """() => {
  const letters = /\\p{L}{2,}/u;
  // From the inside out: a text may hold another.
  const bare = text => {
    const less = text.replace(/⟦[^⟦⟧]*⟧/gu, '');
    return less === text ? text : bare(less);
  };
  const element = node => node.nodeType === 1 ? node : node.parentElement;
  // What is drawn is told in the words of the core, which stand in no dictionary of the page.
  const server = node => element(node).closest('[data-from-server], .brand, svg[data-sociogram]');
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
    # Papers and the codes of languages are the same everywhere.
    allowed = {"A5", "A4", "A3", "A2", "A1", "A0", "FR", "EN", "BM"}
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


def begun(page: Page) -> Hand:
    """A sheet with two people, a service and an arrow between the first and the last."""
    page.evaluate("location.hash = '#/studio'")
    page.get_by_role("button", name="Nouvelle feuille").click()
    check(page)
    page.locator("dialog .first").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    check(page)
    hand = Hand(page)
    for what, name, at in THREE:
        put(hand, what, name, at, check)
    hand.tool("arrow")
    check(page)
    hand.drag(hand.middle("Awa"), hand.middle("le centre"))
    check(page)
    hand.tool("arrow")
    return hand


def test_no_text_is_forgotten_while_drawing(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo")
    hand = begun(page)
    for tool in ("home", "link", "hand", "undecided"):
        hand.tool(tool)
        check(page)
        hand.tool(tool)
    # The ring on paper and on a figure, the menus, a friendly refusal.
    hand.tap(hand.where((120, 180)))
    check(page)
    page.keyboard.press("Escape")
    for name in ("Awa", "le centre"):
        page.mouse.click(*hand.middle(name), button="right")
        check(page)
        page.keyboard.press("Escape")
        hand.tap(hand.middle(name))
        check(page)
        page.keyboard.press("Escape")
    hand.tool("arrow")
    hand.drag(hand.middle("Awa"), hand.where((120, 180)))
    check(page)
    hand.tool("arrow")
    page.locator("[data-tool=words]").click()
    check(page)
    page.locator("[data-tool=words]").click()
    page.locator(".studio-frame").focus()
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    check(page)


def test_no_text_is_forgotten_when_a_sheet_is_shown_again(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo")
    begun(page)
    page.get_by_role("button", name="Poser un repère").click()
    page.get_by_role("button", name="⟦Rejouer⟧", exact=True).click()
    for mode in ("drawing", "story", "date"):
        page.locator(f".replay input[value={mode}]").evaluate("one => one.click()")
        check(page)
        page.keyboard.press("PageUp")
        check(page)
        if mode != "date":
            page.locator(".replay .round").first.click()
            check(page)


def test_no_text_is_forgotten_in_the_directory_at_hand(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo")
    hand = begun(page)
    hand.tool("institution")
    for words, at in (("aracem", (120, 40)), ("xefuge-xemo", (120, 180))):
        hand.tap(hand.where(at))
        page.locator(".naming input").fill(words)
        page.wait_for_selector(".near-matches")
        check(page)
        page.locator(".naming input").press("Enter")
    hand.tool("institution")
    page.mouse.click(*hand.middle("Awa"), button="right")
    page.locator("[data-action=help]").click()
    form = page.locator("dialog[open]")
    check(page)
    form.get_by_role("button", name="Chercher qui peut aider").click()
    check(page)
    form.get_by_role("combobox", name="Votre organisation").fill("aracem")
    page.keyboard.press("Enter")
    form.locator(".chip input[value=hebergement]").evaluate("one => one.click()")
    form.get_by_role("button", name="Chercher qui peut aider").click()
    expect(form.locator(".suggestion").first).to_be_visible()
    check(page)
    form.get_by_role("button", name="Dessiner ce chemin").first.click()
    check(page)


def test_no_text_is_forgotten_in_the_room_and_the_card(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo")
    begun(page)
    bar = page.locator(".studio-bar")
    for at in range(bar.get_by_role("button").count()):
        button = bar.get_by_role("button").nth(at)
        said = (button.get_attribute("aria-label") or button.inner_text()).strip("⟦⟧")
        # Leaving, the wall's own window and the lock are other tests' subjects.
        if any(
            word in said
            for word in ("Fermer la feuille", "mur", "Fermer la page", "Rejouer", "repère", "English")
        ):
            continue
        button.click()
        page.wait_for_timeout(150)
        check(page)
        page.keyboard.press("Escape")
        if page.locator("dialog[open]").count():
            page.locator("dialog[open] .dialog-head button").click()
