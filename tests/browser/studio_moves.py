"""The moves of a hand on the studio's sheet: by mouse, by touch, by keys. Places are in mm on the sheet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from playwright.sync_api import CDPSession, Page

Point = tuple[float, float]

WHERE = """([x, y]) => {
  const svg = document.querySelector('.studio-frame svg.sheet');
  const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
  return [at.x, at.y];
}"""
#: The middle of the shape of a named mark, in window pixels, and the half width and height of its box.
STANDS = """name => {
  const marks = [...document.querySelectorAll('.studio-frame svg.sheet > g[data-box]')];
  const mark = marks.find(one => one.getAttribute('aria-label').split(',')[0] === name);
  if (!mark) return null;
  const [x, y, w, h] = mark.dataset.box.split(' ').map(Number);
  const ctm = mark.ownerSVGElement.getScreenCTM();
  const at = new DOMPoint(x, y).matrixTransform(ctm), to = new DOMPoint(x + w, y + h).matrixTransform(ctm);
  return {x: at.x, y: at.y, w: to.x - at.x, h: to.y - at.y, kind: mark.dataset.kind};
}"""


def new_sheet(page: Page) -> None:
    """A white sheet of which nothing remains."""
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    page.locator("dialog .first").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")


THREE = (
    ("person", "Awa", (60, 60)),
    ("person", "Issa", (60, 140)),
    ("institution", "le centre", (200, 100)),
)
"""What stands on a small sheet: what it is, its name, its place."""


def put(
    hand: "Hand", what: str, name: str, at: Point, look: Callable[[Page], None] = lambda page: None
) -> None:
    """Take the tool, touch the paper, write the name, lay the tool down; `look` while the name is asked."""
    hand.tool(what)
    hand.tap(hand.where(at))
    look(hand.page)
    hand.name(name)
    hand.tool(what)


def document_of(page: Page) -> dict[str, Any]:
    """The document the server holds of the open sheet, once everything is sent."""
    page.wait_for_selector(".studio[data-unsent='0']")
    id_ = page.locator(".studio").get_attribute("data-sheet")
    answer = page.request.get(f"{page.url.split('#')[0]}api/v1/situations/{id_}")
    assert answer.ok
    found: dict[str, Any] = answer.json()["document"]
    return found


def without_ids_and_places(document: dict[str, Any]) -> dict[str, Any]:
    """What is drawn, whoever drew it: names for ids, no places, sorted but for the arrows' order."""
    texts = {
        one["id"]: next(filter(None, (one.get("label") or one.get("role") or {}).values()), "")
        for part in ("persons", "households", "professionals", "institutions", "undecided")
        for one in document[part]
    }
    return {
        "persons": sorted(texts[one["id"]] for one in document["persons"]),
        "homes": sorted(
            (texts[one["household"]], texts[one["person"]], one["since"], one["until"])
            for one in document["memberships"]
        ),
        "households": sorted((texts[one["id"]], one["housed_by"]) for one in document["households"]),
        "institutions": sorted(texts[one["id"]] for one in document["institutions"]),
        "professionals": sorted(
            (texts[one["id"]], texts.get(one["organisation"] or "", "")) for one in document["professionals"]
        ),
        "undecided": sorted(texts[one["id"]] for one in document["undecided"]),
        "kinships": sorted((one["kind"], texts[one["a"]], texts[one["b"]]) for one in document["kinships"]),
        "arrows": [
            (texts[one["activator"]], texts[one["activated"]], one["status"])
            for one in sorted(document["activations"], key=lambda one: one["order"])
        ],
    }


@dataclass(slots=True)
class Hand:
    """A mouse. `gestures` counts what a hand does on sheet and tools: a press, or a press that moves."""

    page: Page
    gestures: int = 0

    def where(self, at: Point) -> Point:
        """Where a point of the sheet is in the window."""
        x, y = self.page.evaluate(WHERE, list(at))
        return x, y

    def stands(self, name: str) -> dict[str, float]:
        """The box of somebody or something in the window."""
        found: dict[str, float] | None = self.page.evaluate(STANDS, name)
        assert found, f"{name} does not stand on the sheet"
        return found

    def middle(self, name: str) -> Point:
        """The middle of a figure's body; for a home or a service, where its name is written."""
        box = self.stands(name)
        if box["kind"] in ("household", "institution"):
            return box["x"] + box["w"] / 2, box["y"] + 2
        return box["x"] + box["w"] / 2, box["y"] + box["h"] * 0.42

    def tap(self, at: Point) -> None:
        """Press and let go, in the window."""
        self.gestures += 1
        self.page.mouse.click(*at)

    def drag(self, *way: Point) -> None:
        """Press at the first point, move along, let go at the last."""
        self.gestures += 1
        self.page.mouse.move(*way[0])
        self.page.mouse.down()
        for step in way[1:]:
            self.page.mouse.move(*step, steps=3)
        self.page.mouse.up()

    def press(self, selector: str) -> None:
        """A button of the page, pressed by the same hand."""
        box = self.page.locator(selector).bounding_box()
        assert box, selector
        self.tap((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))

    def tool(self, name: str) -> None:
        """Take a tool of the toolbox."""
        self.press(f"[data-tool={name}]")

    def name(self, words: str) -> None:
        """Write into the small field that is open. Writing is no gesture of drawing."""
        if self.page.locator(".naming-offer").count():
            self.page.locator(".naming-offer").click()
        self.page.wait_for_selector(".naming input:focus")
        self.page.keyboard.insert_text(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(".naming", state="detached")


@dataclass(slots=True)
class Finger(Hand):
    """A finger on a screen, through the browser's own touch events."""

    wire: CDPSession | None = field(default=None)

    def _touch(self, kind: str, *points: Point) -> None:
        if self.wire is None:
            self.wire = self.page.context.new_cdp_session(self.page)
        touched = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
        self.wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    def tap(self, at: Point) -> None:
        self.gestures += 1
        self._touch("touchStart", at)
        self._touch("touchEnd")

    def drag(self, *way: Point) -> None:
        self.gestures += 1
        self._touch("touchStart", way[0])
        for (x, y), (to_x, to_y) in pairwise(way):
            for step in (1, 2, 3):
                self._touch("touchMove", (x + (to_x - x) * step / 3, y + (to_y - y) * step / 3))
        self._touch("touchEnd")

    def pinch(self, middle: Point, before: float, after: float) -> None:
        """Two fingers side by side, `before` and then `after` pixels apart."""
        x, y = middle
        self._touch("touchStart", (x - before / 2, y), (x + before / 2, y))
        for step in (1, 2, 3, 4):
            apart = before + (after - before) * step / 4
            self._touch("touchMove", (x - apart / 2, y), (x + apart / 2, y))
        self._touch("touchEnd")


@dataclass(slots=True)
class Keys:
    """The keyboard alone. `gestures` counts commands, neither the way about nor the letters of a name."""

    page: Page
    gestures: int = 0

    def begin(self) -> None:
        """Stand on the sheet."""
        self.page.locator(".studio-frame").focus()

    def add(self, key: str, name: str) -> None:
        """Add something here and name it."""
        self.gestures += 1
        self.page.keyboard.press(key)
        self.page.wait_for_selector(".naming input:focus")
        self.page.keyboard.insert_text(name)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(".naming", state="detached")

    def here(self) -> str:
        """The name of what has the focus."""
        said: str = self.page.evaluate(
            "(document.activeElement.getAttribute('aria-label') ?? '').split(',')[0]"
        )
        return said

    def order(self, count: int) -> list[str]:
        """The first so many things of the sheet, as Tab meets them."""
        self.page.keyboard.press("Home")
        found = [self.here()]
        for _ in range(count - 1):
            self.page.keyboard.press("Tab")
            found.append(self.here())
        return found

    def go(self, name: str, order: list[str]) -> None:
        """Go from where one stands to somebody, with Tab, as one reads the sheet."""
        here = self.here()
        if here not in order:
            self.page.keyboard.press("Home")
            here = order[0]
        way = order.index(name) - order.index(here)
        for _ in range(abs(way)):
            self.page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
        assert self.here() == name

    def rest(self) -> None:
        """Stand nowhere in particular."""
        self.page.keyboard.press("Escape")
        self.begin()
