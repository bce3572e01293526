"""The two sets of signs: who gets which, where arrows touch them, and what the legend says of them."""

from typing import get_args

import numpy as np
import pytest

from colour_codes.palettes import Palette, Stroke
from colour_codes.sides import Side
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.curves import flattened
from layouts.individual.faults import check_sheet
from layouts.individual.sheet_reading import DrawnNode, drawn
from layouts.sheet import Group, Sheet, Text
from layouts.symbols import Shape, figure, figure_outline, figure_width, outline_sides, person_shape
from sociogram.situation.plain import plain_of_json
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging

GENDERS = {"a": "woman", "b": "man", "c": None, "d": "nonbinary", "e": "trans_woman", "f": "unspecified"}
SIGNS: dict[str, Shape] = {
    "a": "circle",
    "b": "square",
    "c": "diamond",
    "d": "dome",
    "e": "circle",
    "f": "diamond",
}
GENDER_OF = {"woman": "woman", "trans_woman": "woman", "man": "man", "nonbinary": "nonbinary"}


def staging(genders: dict[str, str | None] = GENDERS) -> Staging:
    names = list(genders)
    plain = plain_of_json(
        {
            "id": "s",
            "persons": [
                {"id": name, "label_fr": f"Personne {name}"} | ({"gender": one} if one else {})
                for name, one in genders.items()
            ],
            "households": [{"id": "h", "label_fr": "Maison", "members": names[:3]}],
            "links": [{"a": "a", "b": "b", "kind": "couple"}, {"a": "a", "b": "c", "kind": "filiation"}],
            "professionals": [{"id": "w", "role_fr": "juge", "organisation_id": "tribunal"}],
            "activations": [
                {"seq": n, "from": one, "to": other}
                for n, (one, other) in enumerate([("a", "w"), ("w", "b"), ("c", "d"), ("e", "w"), ("f", "a")])
            ],
        },
        place="",
    )
    return stage(situation_of_plain(plain), lang="fr", buildings={"tribunal": "Tribunal"})


def nodes(sheet: Sheet) -> dict[str, DrawnNode]:
    return drawn(sheet).nodes


def texts(sheet: Sheet) -> str:
    def within(group: Group) -> list[str]:
        found: list[str] = []
        for item in group.items:
            found += (
                within(item) if isinstance(item, Group) else [item.text] if isinstance(item, Text) else []
            )
        return found

    return " ".join(" ".join(within(item)) for item in sheet.items if isinstance(item, Group))


@pytest.fixture(scope="module")
def genogram() -> Sheet:
    return individual_sheet(staging(), SheetSettings(symbols="genogram"))


def test_everybody_gets_their_sign_and_who_works_keeps_the_figure(genogram: Sheet) -> None:
    stroke = Stroke("", 0.0)
    for id_, node in nodes(genogram).items():
        if node.kind not in ("person", "professional"):
            continue
        shape = node.shape[0]
        low, high = shape.min(axis=0), shape.max(axis=0)
        if node.kind == "professional":
            assert len(node.shape) == 3  # head, body, collar
            continue
        height = float(high[1] - low[1])
        middle = float(low[0] + high[0]) / 2
        assert SIGNS[id_] == person_shape("genogram", GENDER_OF.get(GENDERS[id_] or "", "unspecified"))
        ink = figure(middle, float(low[1]), height, stroke, side=Side.LIVING_TOGETHER, shape=SIGNS[id_])[0]
        assert np.allclose(flattened(ink.d)[:6], shape[:6], atol=0.03), id_


def test_arrows_touch_the_signs_and_nothing_is_wrong(genogram: Sheet) -> None:
    assert [fault for fault in check_sheet(genogram) if fault.hard] == []


def test_the_legend_names_the_signs_that_are_there(genogram: Sheet) -> None:
    said = texts(genogram).replace("\u00a0", " ")
    for there in ("Losange : genre non précisé", "Rond : femme", "Carré : homme", "Dôme : non binaire"):
        assert there in said
    only = texts(
        individual_sheet(staging({"a": None, "b": "man", "c": None}), SheetSettings(symbols="genogram"))
    )
    assert "Carré" in only
    assert "Losange" in only
    assert "Rond" not in only
    assert "Losange" not in texts(individual_sheet(staging()))


def test_who_cannot_see_the_sign_hears_it(genogram: Sheet) -> None:
    labels = {dict(item.data).get("id"): item.label for item in genogram.items if isinstance(item, Group)}
    assert labels["a"] == "Personne a (femme)"
    assert labels["e"] == "Personne e (femme)"
    assert labels["d"] == "Personne d (personne non binaire)"
    assert labels["c"] == "Personne c"
    assert labels["f"] == "Personne f"


def test_a_gender_written_down_changes_nothing_among_figures() -> None:
    nobody = dict.fromkeys(GENDERS)
    assert individual_sheet(staging()) == individual_sheet(staging(nobody))


@pytest.mark.parametrize("shape", get_args(Shape))
def test_the_outline_runs_along_the_ink(shape: Shape) -> None:
    height = 12.0
    outline = np.array(figure_outline(0.0, 0.0, height, shape))
    ink = np.concatenate(
        [flattened(path.d, 0.1) for path in figure(0.0, 0.0, height, Stroke("", 0.0),
                                                  side=Side.LIVING_TOGETHER, shape=shape)]
    )  # fmt: skip
    near = [float(np.hypot(*(ink - point).T).min()) for point in outline]
    assert max(near) < (0.9 if shape == "figure" else 0.25)
    assert float(np.ptp(outline[:, 0])) == pytest.approx(figure_width(height, shape), abs=0.1)
    left, right = outline_sides(0.0, 0.0, height, 0.5, shape)
    assert left[0] < 0.0 < right[0]
    assert left[1] == right[1] == 6.0


@pytest.mark.parametrize("palette", Palette)
def test_every_palette_takes_the_signs(palette: Palette) -> None:
    sheet = individual_sheet(staging(), SheetSettings(palette=palette, symbols="genogram"))
    assert [fault for fault in check_sheet(sheet) if fault.hard] == []
