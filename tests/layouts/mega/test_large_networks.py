"""Thousands of nodes: nothing overlaps, every node is in its tile, the same input gives the same places."""

import random
from typing import Any

import numpy as np
import pytest

from benchmarks.bench_mega import crossings_per_tie, nearest, network
from layouts.mega.atlas import atlas_sheet
from layouts.mega.scale import CAP, lay_out, tile_grid
from layouts.printers.svg import write_svg
from layouts.sheet import Group, Path, Sheet, Text
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation, Relation


def check(count: int, ties: Any) -> None:
    laid = lay_out(count, ties)
    boxes = laid.boxes
    assert len(laid.x) == count
    assert np.bincount(laid.tile).max() <= CAP
    assert np.bincount(laid.tile, minlength=len(boxes)).min() >= 1
    own = boxes[laid.tile]
    assert (own[:, 0] - 0.5 <= laid.x).all()
    assert (laid.x <= own[:, 0] + own[:, 2]).all()
    assert (own[:, 1] - 0.5 <= laid.y).all()
    assert (laid.y <= own[:, 1] + own[:, 3]).all()
    one, two = np.triu_indices(len(boxes), 1)
    apart = (
        (boxes[one, 0] + boxes[one, 2] <= boxes[two, 0])
        | (boxes[two, 0] + boxes[two, 2] <= boxes[one, 0])
        | (boxes[one, 1] + boxes[one, 3] <= boxes[two, 1])
        | (boxes[two, 1] + boxes[two, 3] <= boxes[one, 1])
    )
    assert apart.all()
    assert nearest(laid.x, laid.y, 0.69).min() >= 0.69


def test_networks_of_the_benchmark(seed: int, sized: Any) -> None:
    for count in sized((300, 1_500), (1_000, 10_000, 50_000)):
        check(count, network(count, seed))


@pytest.mark.parametrize("count", [1, 2, 65, 200])
def test_odd_networks(count: int) -> None:
    """No tie at all, a star, a path, a clique, several pieces, the same tie twice, a loop."""
    empty = np.zeros((0, 2), np.int64)
    nodes = np.arange(count)
    star = np.stack([np.zeros(count, np.int64), nodes], axis=1)
    path = np.stack([nodes[:-1], nodes[1:]], axis=1)
    pieces = path[nodes[:-1] % 7 != 0]
    some = min(count, 20)
    clique = np.array([(a, b) for a in range(some) for b in range(some)], np.int64)
    for ties in (empty, star, path, pieces, clique, np.concatenate([path, path, star])):
        check(count, ties)


def test_the_same_network_gets_the_same_places(seed: int) -> None:
    ties = network(700, seed)
    laid, again = lay_out(700, ties), lay_out(700, np.random.default_rng(3).permutation(ties)[:, ::-1])
    assert laid.x.tobytes() == again.x.tobytes()
    assert laid.y.tobytes() == again.y.tobytes()


def test_a_tie_to_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        lay_out(3, np.array([[0, 3]]))


def test_fewer_crossings_than_a_plain_grid(seed: int) -> None:
    ties = network(800, seed)
    laid = lay_out(800, ties)
    plain = np.arange(800) % 29 + 0.1, np.arange(800) // 29 + 0.0
    ours = crossings_per_tie((laid.x, laid.y), ties, seed)
    assert ours < 0.8
    assert ours < crossings_per_tie(plain, ties, seed) / 4


def test_each_tile_has_a_cell_of_its_own(seed: int) -> None:
    ties = network(1_200, seed)
    laid = lay_out(1_200, ties)
    columns, rows = tile_grid(laid, ties)
    assert len(set(zip(columns.tolist(), rows.tolist(), strict=True))) == len(laid.boxes)


def a_directory(count: int, seed: int) -> Directory:
    rows = {f"o{n:05}": Organisation(f"o{n:05}", f"Relais {n}") for n in range(count)}
    ties = enumerate(network(count, seed).tolist())
    found = {f"t{n}": Relation(f"t{n}", "", f"o{a:05}", f"o{b:05}", "works_with") for n, (a, b) in ties}
    return Directory(rows, relations=found)


def tiles_of(sheet: Sheet) -> list[Group]:
    return [one for one in sheet.items if isinstance(one, Group) and ("kind", "tile") in one.data]


def test_the_atlas_shows_every_organisation_once(seed: int, sized: Any) -> None:
    count = sized(900, 10_000)
    directory = a_directory(count, seed)
    sheet = atlas_sheet(directory, lang="fr", paper="A1")
    tiles = tiles_of(sheet)
    dots = [item for tile in tiles for item in tile.items if isinstance(item, Path)]
    assert sum(path.d.count("M") for path in dots if _is_dots(path)) == count
    boxes = [tuple(map(float, dict(tile.data)["box"].split())) for tile in tiles]
    for rank, (x, y, wide, high) in enumerate(boxes):
        for left, top, across, down in boxes[rank + 1 :]:
            assert x + wide <= left or left + across <= x or y + high <= top or top + down <= y
    for tile, (x, y, wide, high) in zip(tiles, boxes, strict=True):
        for item in tile.items:
            if isinstance(item, Text):
                assert item.size >= 2.5
                assert x <= item.x <= x + wide
                assert y <= item.y <= y + high
            elif isinstance(item, Path) and _is_dots(item):
                numbers = [float(word) for word in item.d.replace("M", "").replace("L", "").split()]
                assert all(x <= value <= x + wide for value in numbers[::2])
                assert all(y <= value <= y + high for value in numbers[1::2])
    svg = write_svg(sheet)
    assert svg == write_svg(atlas_sheet(directory, lang="fr", paper="A1"))
    assert "data-open" not in svg  # these tiles do not open: the page offers to open those that say so


def _is_dots(path: Path) -> bool:
    words = path.d.split()
    return words[1:3] == words[4:6]


def test_the_atlas_of_few_and_of_none() -> None:
    assert not tiles_of(atlas_sheet(Directory(), lang="fr"))
    alone = Directory({"a": Organisation("a", "Accueil")})
    assert len(tiles_of(atlas_sheet(alone, lang="en", paper="A4"))) == 1


def test_hidden_rows_leave_no_trace_in_the_atlas(seed: int) -> None:
    whole = a_directory(400, seed)
    chance = random.Random(seed)
    gone = set(chance.sample(sorted(whole.organisations), 40))
    kept = {key: row for key, row in whole.organisations.items() if key not in gone}
    absent = {key: tie for key, tie in whole.relations.items() if not {tie.from_id, tie.to_id} & gone}
    shown = write_svg(atlas_sheet(Directory(kept, relations=whole.relations), lang="fr"))
    assert shown == write_svg(atlas_sheet(Directory(kept, relations=absent), lang="fr"))


@pytest.mark.browser
def test_chromium_opens_the_atlas(seed: int, sized: Any, chromium_page: Any) -> None:
    svg = write_svg(atlas_sheet(a_directory(sized(1_000, 10_000), seed), lang="fr"))
    count = chromium_page.evaluate(
        """svg => { const at = document.getElementById('sheet'); at.innerHTML = svg;
        const tiles = [...at.querySelectorAll('[data-kind=tile]')];
        return tiles.filter(tile => tile.getBBox().width > 0).length; }""",
        svg,
    )
    assert count == svg.count('data-kind="tile"')
    assert count > 10
