"""GraphML and DOT: everything of the sheet is there, hostile words come out literally, ids say nothing."""

import io
import re
from dataclasses import replace

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colour_codes.pens import ARROW_PENS, letter
from layouts.editable import GraphSettings, write_dot, write_graphml
from layouts.editable.words import legal
from tests.layouts.editable.hostile import hostile_labels, staging

STORED_IDS = re.compile(r"\b(p1|p2|w1|w2|h1|refuge-demo|a[1-4]|k1|s1)\b")


def read_back(document: str) -> networkx.MultiDiGraph:
    return networkx.read_graphml(io.BytesIO(document.encode()), force_multigraph=True)


class TestGraphml:
    def test_everything_of_the_sheet_is_there(self) -> None:
        graph = read_back(write_graphml(staging(["Ana", "Bi", "aide", "garde", "Maison", "Refuge"])))
        nodes = {row["label"]: (id_, row) for id_, row in graph.nodes(data=True)}
        home, building = nodes["Maison"], nodes["Refuge"]
        assert home[1]["kind"] == "household"
        assert building[1] == {"kind": "institution", "side": "working", "pen": "green", "label": "Refuge"}
        assert nodes["Ana"][1] == {
            "kind": "person", "side": "living", "pen": "black", "label": "Ana", "inside": home[0],
        }  # fmt: skip
        assert nodes["aide"][1]["inside"] == building[0]
        assert "inside" not in nodes["garde"][1]
        arrows = {
            row["order"]: (source, target, row)
            for source, target, row in graph.edges(data=True)
            if row["kind"] == "activation"
        }
        assert [arrows[n][2]["pen"] for n in (1, 2, 3, 4)] == [pen.value for pen in ARROW_PENS]
        assert [arrows[n][2]["letter"] for n in (1, 2, 3, 4)] == [letter(pen, "fr") for pen in ARROW_PENS]
        assert [arrows[n][2]["status"] for n in (1, 2, 3, 4)] == ["active", "wished", "ended", "active"]
        assert arrows[3][:2] == (building[0], home[0])
        assert [row["kind"] for *_, row in graph.edges(data=True)].count("siblings") == 1

    def test_dates_and_labels_stay_at_home_unless_asked(self) -> None:
        made = staging(["A"] * 6 + ["cousine inquiète"])
        quiet, told = write_graphml(made), write_graphml(made, GraphSettings(told=True))
        assert "2021-02" not in quiet
        assert "cousine inquiète" not in quiet
        rows = {row["order"]: row for *_, row in read_back(told).edges(data=True) if "order" in row}
        assert rows[2]["when"] == "2021-02"
        assert rows[2]["sentence"] == "phrase 2"
        assert rows[2]["note"] == "cousine inquiète"

    def test_plain_has_no_letters_numbers_or_states(self) -> None:
        graph = read_back(write_graphml(staging([]), GraphSettings(plain=True)))
        for *_, row in graph.edges(data=True):
            assert not {"letter", "order", "status", "when"} & set(row)

    @given(st.lists(hostile_labels, min_size=6, max_size=6))
    def test_hostile_words_come_back_as_they_were(self, labels: list[str]) -> None:
        graph = read_back(write_graphml(staging(labels)))
        found = [row.get("label", "") for _, row in graph.nodes(data=True)]
        assert found == [legal(label) for label in labels]


def test_stored_ids_are_in_no_graph() -> None:
    made = staging(["Ana"] * 6)
    for document in (write_dot(made), write_graphml(made, GraphSettings(told=True))):
        assert not STORED_IDS.search(document)
    assert [*read_back(write_graphml(made))] == ["n1", "n2", "n3", "n4", "n5", "n6"]


@pytest.mark.parametrize("write", [write_dot, write_graphml])
def test_what_is_not_on_the_sheet_leaves_no_trace(write: object) -> None:
    """An arrow whose end is hidden is absent already; one that names a stranger is left out too."""
    made = staging(["Ana"] * 6)
    strange = replace(made.arrows[0], id="a9", activated="nowhere")
    assert write(replace(made, arrows=(*made.arrows, strange))) == write(made)  # type: ignore[operator]


def test_the_title_is_written_only_when_asked() -> None:
    made = staging([], title="Notre travail")
    for write in (write_dot, write_graphml):
        assert "Notre travail" not in write(made)
        assert "Notre travail" in write(made, GraphSettings(titled=True))
        assert "sans date" in write(made)


def test_same_bytes_twice() -> None:
    made = staging(["Ana", "Bi"])
    assert write_dot(made) == write_dot(made)
    assert write_graphml(made) == write_graphml(made)
