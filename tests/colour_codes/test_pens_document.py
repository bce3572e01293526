"""The document the browser reads: complete, JSON-able, and free of what people never see."""

import json
import re

import pytest

from colour_codes.palettes import LINK_KINDS
from colour_codes.pens_document import pens_document


@pytest.fixture(params=["fr", "en"])
def document(request):
    return pens_document(request.param)


def test_it_survives_json(document):
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_the_table_is_there_whole(document):
    assert document["table"] == [
        {"activator": "living", "activated": "living", "pen": "blue"},
        {"activator": "living", "activated": "working", "pen": "red"},
        {"activator": "working", "activated": "living", "pen": "orange"},
        {"activator": "working", "activated": "working", "pen": "green"},
    ]


def test_sides_and_pens_in_french():
    document = pens_document("fr")
    assert document["sides"] == [
        {"id": "living", "name": "ceux qui vivent ensemble", "pen": "black"},
        {"id": "working", "name": "ceux qui travaillent ensemble", "pen": "green"},
        {"id": "undecided", "name": "côté à décider", "pen": "pencil"},
    ]
    assert document["pens"][3] == {"id": "red", "name": "rouge", "letter": "R", "arrow": True}
    assert [pen["id"] for pen in document["pens"] if not pen["arrow"]] == ["black", "pencil"]


def test_each_palette_has_every_stroke_and_both_legends(document):
    assert list(document["palettes"]) == ["wall", "notebook", "mono"]
    for palette in document["palettes"].values():
        assert set(palette["arrows"]) == {"blue", "red", "orange", "green"}
        assert set(palette["nodes"]) == {"living", "working", "undecided"}
        assert set(palette["links"]) == set(LINK_KINDS)
        assert set(palette["text"]) == {"black", "green", "blue", "red", "orange", "pencil"}
        assert len(palette["legend"]) == 11
        assert len(palette["plain_legend"]) == 8


def test_a_stroke_as_the_browser_reads_it():
    palettes = pens_document("fr")["palettes"]
    assert palettes["notebook"]["arrows"]["orange"] == {
        "colour": "#b2120d",
        "width": 1.0,
        "dash": [0.01, 2.4],
        "double": False,
        "gap": 0.0,
    }
    assert palettes["mono"]["nodes"]["working"]["gap"] == 0.9


def test_the_templates_of_the_passive_sentence():
    reading = pens_document("fr")["reading"]
    assert reading["head_at"] == "activated"
    assert reading["sentences"]["active"] == "{activated} est activé(e) par {activator}"
    assert list(reading["read_back"]) == ["question", "yes", "otherwise", "remove"]


def test_the_symbol_sets_leave_room_for_the_shapes_that_the_doors_add():
    document = pens_document("fr")
    assert "symbols" not in document
    assert document["symbol_sets"]["default"] == "figures"
    assert document["symbol_sets"]["sets"]["genogram"] == {
        "name": "Génogramme",
        "shapes": {"unspecified": "diamond", "woman": "circle", "man": "square", "nonbinary": "dome"},
    }


def test_people_never_see_a_channel_code(document):
    assert not re.search(r"\b(VV|VT|TV|TT)\b", json.dumps(document))


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="unknown language 'de'"):
        pens_document("de")


def test_the_two_languages_have_the_same_shape():
    def shape(value):
        if isinstance(value, dict):
            return {key: shape(inner) for key, inner in value.items()}
        return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__

    assert shape(pens_document("fr")) == shape(pens_document("en"))
