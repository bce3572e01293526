"""What chromium measures: no two boxes overlap, every label is inside the box its figure declares."""

from typing import Any

import pytest

from benchmarks.situations import case, staged
from layouts.individual import SheetSettings, individual_sheet
from layouts.printers.svg import write_svg

MEASURE = """(svg) => {
  const place = document.getElementById('sheet');
  place.innerHTML = svg;
  const root = place.querySelector('svg');
  root.removeAttribute('width'); root.removeAttribute('height');
  const box = g => { const b = g.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; };
  return [...root.querySelectorAll('g[data-box]')].map(g => ({
    id: g.dataset.id, parent: g.dataset.parent || null,
    said: g.dataset.box.split(' ').map(Number), ink: box(g),
    smallest: Math.min(...[...g.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize))),
  }));
}"""
TOLERANCE = 0.4


def above(nodes: dict[str, Any], id_: str) -> set[str]:
    chain: set[str] = set()
    parent = nodes[id_]["parent"]
    while parent and parent not in chain:
        chain.add(parent)
        parent = nodes[parent]["parent"]
    return chain


@pytest.mark.browser
@pytest.mark.parametrize("index", [2, 4])
def test_chromium_finds_no_overlap_and_every_label_in_its_box(index: int, chromium_page: Any) -> None:
    sheet = individual_sheet(staged(case(1, index)), SheetSettings(paper="A4"))
    nodes = {node["id"]: node for node in chromium_page.evaluate(MEASURE, write_svg(sheet))}
    assert len(nodes) > 10
    for node in nodes.values():
        x, y, w, h = node["said"]
        left, top, right, bottom = node["ink"]
        assert left >= x - TOLERANCE, node
        assert top >= y - TOLERANCE, node
        assert right <= x + w + TOLERANCE, node
        assert bottom <= y + h + TOLERANCE, node
        assert node["smallest"] >= 2.5
    pairs = [(a, b) for a in nodes for b in nodes if a < b]
    for a, b in pairs:
        if a in above(nodes, b) or b in above(nodes, a):
            continue
        one, two = nodes[a]["ink"], nodes[b]["ink"]
        apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
        assert apart, (a, b)
