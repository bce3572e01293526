"""What somebody meets who draws for the first time: each of these once surprised, or could not be found."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.studio_moves import THREE, Hand, document_of, new_sheet, put
from tests.browser.test_studio_keeping import sheet_id
from tests.browser.test_studio_room import show_on_wall

Opened = Callable[..., Page]
WORDS = "demande que l'école rappelle le père quand Moussa n'est pas venu"


def sheet_of_three(page: Page) -> Hand:
    new_sheet(page)
    hand = Hand(page)
    for what, name, at in THREE:
        put(hand, what, name, at)
    return hand


def arrow(hand: Hand, tail: str, head: str) -> None:
    hand.tool("arrow")
    hand.drag(hand.middle(tail), hand.middle(head))
    hand.tool("arrow")


def persons(page: Page) -> list[str]:
    return [one["label"]["fr"] for one in document_of(page)["persons"]]


def test_with_the_link_in_the_hand_a_drag_draws_a_link(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_three(page)
    stood = hand.stands("Awa")
    hand.tool("link")
    kinds = page.locator(".link-kinds")
    frame = page.locator(".studio-frame").bounding_box()
    row = kinds.bounding_box()
    assert frame
    assert row
    assert row["y"] >= frame["y"] + frame["height"] - 1
    hand.drag(hand.middle("Awa"), hand.middle("Issa"))
    assert hand.stands("Awa") == stood
    assert [one["kind"] for one in document_of(page)["kinships"]] == ["couple"]
    # Where nobody is, the line is lost and nothing has changed.
    hand.drag(hand.middle("Awa"), hand.where((140, 180)))
    expect(page.locator(".bubble")).to_contain_text("Le trait s'est perdu")
    hand.tool("link")
    assert len(document_of(page)["kinships"]) == 1


def test_let_go_on_top_of_somebody_at_home_one_stands_beside(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_three(page)
    hand.tool("home")
    box = hand.stands("Issa")
    left, top, right, low = box["x"] - 60, box["y"] - 30, box["x"] + box["w"] + 60, box["y"] + box["h"] + 30
    hand.drag((left, top), (right, top), (right, low), (left, low), (left, top + 4))
    hand.name("Chez Issa")
    hand.tool("home")
    hand.drag(hand.middle("Awa"), hand.middle("Issa"))
    assert len(document_of(page)["memberships"]) == 2
    one, other = hand.stands("Awa"), hand.stands("Issa")
    apart = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
    assert apart or one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]


def test_a_tool_in_the_hand_says_what_to_do_and_how_to_lay_it_down(open_page: Opened) -> None:
    page = open_page()
    new_sheet(page)
    hand = Hand(page)
    strip = page.locator(".studio-sentence")
    for tool, words in (("person", "Personne : touchez"), ("home", "entourez-les"), ("hand", "glisser")):
        hand.tool(tool)
        expect(strip).to_contain_text(words.replace(" :", "\u00a0:"))
        strip.get_by_role("button", name="Terminer").click()
        expect(page.locator(f"[data-tool={tool}]")).to_have_attribute("aria-pressed", "false")
    for what, name, at in THREE[:2]:
        put(hand, what, name, at)
    page.keyboard.press("Escape")
    expect(strip).to_contain_text("du bord de l'un jusqu'à l'autre")


def test_the_words_of_an_arrow_are_read_with_its_sentence(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_three(page)
    arrow(hand, "Awa", "le centre")
    page.locator(".studio-frame").focus()
    page.keyboard.press("n")
    page.locator(".naming input").fill(WORDS)
    page.keyboard.press("Enter")
    expect(page.locator(".studio-sentence")).to_contain_text(WORDS)
    page.get_by_role("button", name="En mots").click()
    expect(page.locator(".sheet-list")).to_contain_text(WORDS)
    page.locator(".sheet-list").get_by_role("button", name="Fermer").click()
    page.get_by_role("button", name="La séance").click()
    while not page.get_by_role("button", name="Relire les flèches").count():
        page.get_by_role("button", name="Étape suivante").click()
    page.get_by_role("button", name="Relire les flèches").click()
    expect(page.locator(".read-sentence")).to_contain_text(WORDS)
    # Under the veil they could name somebody.
    page.get_by_role("button", name="Cacher les noms").click()
    expect(page.locator("body")).not_to_contain_text(WORDS)


def test_the_legend_names_the_pens_in_use_here_and_on_the_wall(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_three(page)
    page.get_by_role("button", name="Légende").click()
    lines = page.locator(".sheet-legend li")
    expect(lines).to_have_count(2)
    arrow(hand, "Awa", "le centre")
    expect(lines).to_have_count(3)
    expect(lines.last).to_contain_text("Rouge")
    frame = page.locator(".studio-frame").bounding_box()
    strip = page.locator(".sheet-legend").bounding_box()
    assert frame
    assert strip
    assert strip["y"] >= frame["y"] + frame["height"] - 1
    wall = show_on_wall(page)
    expect(wall.locator(".sheet-legend li")).to_have_count(3)
    page.get_by_role("button", name="Légende").click()
    expect(wall.locator(".sheet-legend")).to_have_count(0)
    page.get_by_role("button", name="Arrêter de montrer").click()


def test_on_a_tablet_the_bar_is_one_row_whatever_is_on(open_page: Opened) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    for keeping in ("Rien ne reste", "Jusqu'à ce soir"):
        page.get_by_role("button", name="Nouvelle feuille").first.click()
        page.get_by_role("dialog").get_by_role("button", name=keeping).click()
        page.wait_for_selector(".studio-frame svg[data-sociogram]")
        put(Hand(page), "person", "Awa", (60, 60))
        page.get_by_role("button", name="Montrer au mur").click()
        page.get_by_role("button", name="Cet écran-ci").click()
        expect(page.locator(".studio-bar .room-hold")).to_be_visible()
        assert page.locator(".studio-bar").evaluate("bar => bar.offsetHeight") < 72, keeping
        assert page.locator(".bar-word").first.is_visible()
        page.get_by_role("button", name="Arrêter de montrer").click()
        page.get_by_role("button", name="Fermer la feuille").click()
        page.get_by_role("dialog").get_by_role("button", name="L'effacer").click()
        page.get_by_role("dialog").get_by_role("button", name="Effacer").click()


def test_undoing_stops_once_where_the_sheet_was_opened(open_page: Opened) -> None:
    page = open_page()
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Jusqu'à ce soir").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    hand = Hand(page)
    put(hand, "person", "Awa", (60, 60))
    assert persons(page) == ["Awa"]
    id_ = sheet_id(page)
    page.get_by_role("button", name="Fermer la feuille").click()
    page.get_by_role("button", name="La laisser comme prévu").click()
    page.get_by_role("link", name="Situations").click()
    page.locator(f"[data-situation='{id_}']").click()
    page.get_by_role("button", name="Dessiner").first.click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    put(hand, "person", "Issa", (60, 140))
    undo = page.get_by_role("button", name="Défaire")
    asked = page.get_by_role("dialog", name="Défaire ce qui était là ?")
    # The name that was given, then the figure: both are of this opening.
    undo.click()
    undo.click()
    assert persons(page) == ["Awa"]
    undo.click()
    expect(asked).to_contain_text("ce qui était déjà sur la feuille")
    asked.get_by_role("button", name="S'arrêter là").click()
    assert persons(page) == ["Awa"]
    undo.click()
    asked.get_by_role("button", name="Défaire aussi").click()
    assert persons(page) != ["Awa"]
    # Agreed once, it goes on to the white sheet, and all of it comes back.
    undo.click()
    expect(undo).to_be_disabled()
    assert persons(page) == []
    while page.get_by_role("button", name="Refaire").is_enabled():
        page.get_by_role("button", name="Refaire").click()
    assert persons(page) == ["Awa", "Issa"]


def test_a_window_takes_the_keys_from_the_moment_it_is_seen(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_three(page)
    hand.tool("home")
    hand.tap(hand.middle("Awa"))
    hand.name("Chez Awa")
    hand.tool("home")
    x, y = hand.middle("Awa")
    page.mouse.click(x, y, button="right")
    page.locator("[data-action=since]").click()
    page.get_by_role("dialog").wait_for()
    page.keyboard.type("2024-06")
    page.keyboard.press("Enter")
    expect(page.locator(".studio-sentence")).to_contain_text("Où vit Awa")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Fermer la feuille").click()
    page.get_by_role("dialog").get_by_role("button", name="L'imprimer et la donner").click()
    # The sign that was pressed is gone; the keys are still the window's.
    expect(page.get_by_role("button", name="Autre chose")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_will_not_be_on_paper_is_said(open_page: Opened) -> None:
    page = open_page()
    new_sheet(page)
    hand = Hand(page)
    hand.tool("institution")
    hand.tap(hand.where((200, 100)))
    page.locator(".naming input").fill("aracem")
    page.locator(".near-match").first.click()
    hand.tool("institution")
    with page.expect_popup():
        hand.tool("print")
    expect(page.locator(".bubble")).to_contain_text("pas sur le papier")
    page.get_by_role("button", name="Fermer la feuille").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="L'imprimer et la donner").click()
    expect(dialog).to_contain_text("pas sur le papier")
