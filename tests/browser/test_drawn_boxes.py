"""What a browser measures on a drawn sheet: no overlap, labels within their boxes, text large."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

FOUR = ("sit-01-gao-transit", "sit-02-atc-carnet", "sit-03-retour-attente", "sit-04-relocalisation")
MEASURE = """() => {
  const root = document.querySelector('.desk svg[data-sociogram]');
  const bounds = one => { const b = one.getBBox(); return [b.x, b.y, b.width, b.height]; };
  const nodes = [...root.querySelectorAll('[data-box]')].map(one => ({
    id: one.dataset.id, kind: one.dataset.kind, parent: one.dataset.parent || '',
    told: one.dataset.box.split(/\\s+/).map(Number), drawn: bounds(one),
  }));
  const sizes = [...root.querySelectorAll('text')]
    .map(one => Number(one.closest('[font-size]').getAttribute('font-size')));
  return {nodes, smallest: Math.min(...sizes), legend: bounds(root.querySelector('[data-kind=legend]')),
          font: document.fonts.check('16px "Sociogram Sans"')};
}"""
SLACK = 0.6
"""Millimetres of stroke that may stand out of a box."""


def overlap(a: list[float], b: list[float]) -> bool:
    return (
        a[0] < b[0] + b[2] - SLACK
        and b[0] < a[0] + a[2] - SLACK
        and a[1] < b[1] + b[3] - SLACK
        and b[1] < a[1] + a[3] - SLACK
    )


@pytest.mark.parametrize("identity", FOUR)
def test_figures_and_buildings_stand_apart(open_page: Callable[..., Page], identity: str) -> None:
    page = open_page()
    page.locator(f"[data-situation='{identity}']").click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    page.evaluate("document.fonts.ready.then(() => true)")
    measured: dict[str, Any] = page.evaluate(MEASURE)
    assert measured["font"]
    assert measured["smallest"] >= 2.5
    nodes = measured["nodes"]
    assert len(nodes) >= 7
    by_id = {node["id"]: node for node in nodes}

    def ancestors(node: dict[str, Any]) -> set[str]:
        parent = by_id.get(node["parent"])
        return set() if parent is None else {parent["id"], *ancestors(parent)}

    meeting = [
        (a["id"], b["id"])
        for index, a in enumerate(nodes)
        for b in nodes[index + 1 :]
        if a["id"] not in ancestors(b) and b["id"] not in ancestors(a) and overlap(a["drawn"], b["drawn"])
    ]
    assert meeting == []
    for node in nodes:
        told, drawn = node["told"], node["drawn"]
        assert drawn[0] >= told[0] - SLACK
        assert drawn[1] >= told[1] - SLACK
        assert drawn[0] + drawn[2] <= told[0] + told[2] + SLACK
        assert drawn[1] + drawn[3] <= told[1] + told[3] + SLACK
    assert not [node["id"] for node in nodes if overlap(node["drawn"], measured["legend"])]
