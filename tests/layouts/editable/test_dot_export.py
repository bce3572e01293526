"""DOT read by real Graphviz: everything of the sheet is there, hostile words are drawn letter for letter."""

import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colour_codes.palettes import Palette, stroke_of
from colour_codes.pens import Pen
from layouts.editable import GraphSettings, write_dot
from layouts.editable.words import legal
from layouts.graphviz.program import by_wasm
from tests.layouts.editable.hostile import hostile_labels, staging

SVG = "{http://www.w3.org/2000/svg}"
NAMED = ["Ana", "Bi", "aide", "garde", "Maison", "Refuge"]
THINGS = ("n1", "n2", "n3", "n4", "cluster_n5", "cluster_n6")
NATIVE = pytest.mark.skipif(shutil.which("dot") is None, reason="no Graphviz program on this machine")
PROGRAMS = ("wasm", pytest.param("native", marks=NATIVE))
Groups = dict[str, ElementTree.Element]


def drawn(source: str, program: str) -> Groups:
    """What Graphviz draws: the SVG groups of nodes, clusters and arrows, by the name it gives them."""
    if program == "wasm":
        svg = by_wasm(source, "dot", "svg")
    else:
        command = ["dot", "-Tsvg"]
        svg = subprocess.run(
            command, input=source.encode(), capture_output=True, check=True, timeout=60
        ).stdout.decode()
    groups = ElementTree.fromstring(svg).iter(f"{SVG}g")
    return {group.findtext(f"{SVG}title") or "": group for group in groups if group.get("class") != "graph"}


def letters_of(group: ElementTree.Element) -> list[str]:
    """The lines of text of one group; blanks at their ends and empty lines aside."""
    return [text.text.strip() for text in group.iter(f"{SVG}text") if text.text and text.text.strip()]


def lines_of(label: str) -> list[str]:
    text = legal(label).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return [line.strip() for line in text.split("\n") if line.strip()]


def extent(group: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the outline of a group, in the picture's points."""
    shapes = [*group.iter(f"{SVG}path"), *group.iter(f"{SVG}polygon")]
    numbers = [
        float(word) for word in re.findall(r"-?[0-9.]+", shapes[0].get("d") or shapes[0].get("points") or "")
    ]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


@pytest.mark.parametrize("program", PROGRAMS)
class TestDot:
    def test_everything_of_the_sheet_is_there(self, program: str) -> None:
        found = drawn(write_dot(staging(NAMED)), program)
        assert {name: letters_of(group) for name, group in found.items()} == {
            "cluster_n5": ["Maison"], "cluster_n6": ["Refuge"], "n1": ["Ana"], "n2": ["Bi"], "n3": ["aide"],
            "n4": ["garde"], "n1->n2": found["n1->n2"] is not None and letters_of(found["n1->n2"]),
            "n1->n3": ["R2"], "n6->n5": ["O3"], "n4->n6": ["V4"],
        }  # fmt: skip
        for name, pen in (("n1->n3", Pen.RED), ("n6->n5", Pen.ORANGE), ("n4->n6", Pen.GREEN)):
            strokes = {path.get("stroke") for path in found[name].iter(f"{SVG}path")}
            assert strokes == {stroke_of(pen, Palette.WALL).colour}

    def test_members_are_drawn_inside_their_home(self, program: str) -> None:
        found = drawn(write_dot(staging(NAMED)), program)
        for name, home in (("n1", "cluster_n5"), ("n2", "cluster_n5"), ("n3", "cluster_n6")):
            left, top, right, bottom = extent(found[name])
            outer = extent(found[home])
            assert outer[0] < left < right < outer[2]
            assert outer[1] < top < bottom < outer[3]

    def test_hostile_words_are_drawn_as_they_are(self, program: str) -> None:
        @settings(max_examples=60, deadline=None)
        @given(st.lists(hostile_labels, min_size=6, max_size=6))
        def check(labels: list[str]) -> None:
            asked = GraphSettings(titled=True)
            found = drawn(write_dot(staging(labels, title=labels[0]), asked), program)
            assert {name for name in found if "->" not in name} == set(THINGS)
            for name, label in zip(THINGS, labels, strict=True):
                assert letters_of(found[name]) == lines_of(label)

        check()


@pytest.mark.parametrize("palette", list(Palette))
def test_every_palette_is_read_without_a_word_of_complaint(palette: Palette) -> None:
    source = write_dot(staging(NAMED), GraphSettings(palette))
    if shutil.which("dot"):
        done = subprocess.run(
            ["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True, timeout=60
        )
        assert not done.stderr
    assert "<svg" in by_wasm(source, "dot", "svg")
