"""On a phone: nothing spills over the side, targets are large, fingers move the sheet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 360, "height": 740}
PARTS = {
    "situations": "[data-situation]",
    "help": ".chips input",
    "follow": ".follow",
    "counts": ".count-question",
    "gaps": ".gap-map",
    "directory": "[data-provider]",
    "network": "svg[data-sociogram]",
    "pens": ".pen-table",
}

SMALL_TARGETS = """() => [...document.querySelectorAll(
    'button, a[href], select, summary, input[type=text], input[type=search], .segment, .chip')]
  .filter(one => one.checkVisibility() && !one.closest('p') && !one.matches('.skip, .link, .card-link'))
  .map(one => [one.getBoundingClientRect(), one])
  .filter(([box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
  .map(([box, one]) =>
    `${one.className || one.tagName} ${one.textContent.trim().slice(0, 20)} ${box.width}x${box.height}`)"""


@pytest.mark.parametrize("viewport", [PHONE, NARROWEST], ids=["390", "360"])
def test_every_part_fits(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], viewport: dict[str, int]
) -> None:
    page = open_page(viewport=viewport, has_touch=True, is_mobile=True)
    for part, ready in PARTS.items():
        page.evaluate("part => { location.hash = `#/${part}`; }", part)
        page.wait_for_selector(ready)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), part
        assert page.evaluate(SMALL_TARGETS) == [], part
        pictures(page, f"phone-{viewport['width']}-{part}")


def test_a_situation_on_a_phone(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.locator("[data-situation]").first.tap()
    sheet = page.locator(".desk svg[data-sociogram]")
    sheet.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Réglages").tap()
    page.get_by_role("radio", name="Cahier").check(force=True)
    expect(sheet).to_have_attribute("data-palette", "notebook")
    forward = page.get_by_role("button", name="Flèche suivante")
    forward.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    for number in (1, 2, 3):
        forward.tap()
        expect(page.locator(".told-now")).to_have_attribute("data-order", str(number))
    # The sheet stays in sight: telling an arrow never scrolls the page to the line of the story.
    assert abs(page.evaluate("scrollY") - top) < 60
    assert page.evaluate(SMALL_TARGETS) == []
    pictures(page, "phone-situation")


def test_two_fingers_come_closer(open_page: Callable[..., Page]) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.locator("[data-situation]").first.tap()
    page.wait_for_selector(".desk svg[data-sociogram]")
    frame = page.locator(".stage-frame")
    frame.scroll_into_view_if_needed()
    width = float((page.locator(".sheet").get_attribute("viewBox") or "").split()[2])
    box = frame.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, apart: float) -> None:
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}] if apart else []
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 30)
    for apart in (45, 60, 75, 90):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    closer = float((page.locator(".sheet").get_attribute("viewBox") or "").split()[2])
    assert closer < width / 2
