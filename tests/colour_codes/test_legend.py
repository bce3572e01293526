"""The legend says all a sheet shows, names the pens in words, and nothing more when asked to be plain."""

from importlib.resources import files

import pytest

from colour_codes.charter import load_charter
from colour_codes.legend import LegendLine, Sample, legend_lines
from colour_codes.palettes import LINK_KINDS, Palette, link_stroke
from colour_codes.pens import Pen


def said(*args, **kwargs) -> dict[str, str]:
    """Return the lines as key -> text, with ordinary spaces, so that literals can be read."""
    return {line.key: line.text.replace("\u00a0", " ") for line in legend_lines(*args, **kwargs)}


def test_the_everyday_legend_in_french():
    assert said("fr", Palette.WALL) == {
        "living": "Noir : ceux qui vivent ensemble (dans un même contour)",
        "collective": "Noir : autres personnes qui partagent la vie collective (hors contour)",
        "working": "Vert : ceux qui travaillent ensemble",
        "blue": "Bleu : entre ceux qui vivent ensemble",
        "red": "Rouge : de ceux qui vivent ensemble vers ceux qui travaillent ensemble",
        "orange": "Orange : de ceux qui travaillent ensemble vers ceux qui vivent ensemble",
        "green": "Vert : entre ceux qui travaillent ensemble",
        "reading": "La pointe se lit d'abord : « … est activé(e) par … ».",
        "letters": "La lettre dit le feutre : B bleu, R rouge, O orange, V vert.",
        "order": "Le chiffre est l'ordre dans le récit.",
        "credit": "D'après le sociogénogramme de Jean-Marie Lemaire (Clinique de Concertation). "
        "Dessin compatible avec son code de couleurs.",
    }


def test_the_everyday_legend_in_english():
    lines = said("en", Palette.WALL)
    assert lines["living"] == "Black: those who live together (inside one outline)"
    assert lines["red"] == "Red: from those who live together to those who work together"
    assert lines["orange"] == "Orange: from those who work together to those who live together"
    assert lines["reading"] == "The point is read first: “… is activated by …”."
    assert lines["letters"] == "The letter is the pen's French initial: B blue, R red, O orange, V green."


def test_plain_keeps_the_confirmed_lines_and_the_credit_alone():
    lines = said("fr", Palette.WALL, plain=True, statuses=["ended"], dates=True)
    assert list(lines) == ["living", "collective", "working", "blue", "red", "orange", "green", "credit"]
    assert lines["living"] == "Noir : ceux qui vivent ensemble"
    assert lines["red"] == "Rouge : entre ceux qui vivent ensemble et ceux qui travaillent ensemble"
    assert lines["orange"] == "Orange : entre ceux qui travaillent ensemble et ceux qui vivent ensemble"


@pytest.mark.parametrize(
    ("palette", "blue", "red", "orange", "green", "working"),
    [
        ("wall", "Bleu :", "Rouge :", "Orange :", "Vert :", "Vert :"),
        ("notebook", "Bleu :", "Rouge :", "Orange (rouge pointillé) :", "Vert :", "Vert :"),
        (
            "mono",
            "Bleu (trait fin) :",
            "Rouge (trait épais) :",
            "Orange (épais pointillé) :",
            "Vert (trait double) :",
            "Vert (contour double) :",
        ),
    ],
)
def test_each_palette_names_the_pens_and_how_they_are_drawn(palette, blue, red, orange, green, working):
    lines = said("fr", Palette(palette))
    starts = {"blue": blue, "red": red, "orange": orange, "green": green, "working": working}
    for key, start in starts.items():
        assert lines[key].startswith(start), key


SAMPLES = [
    ("living", "living figure", "black"),
    ("collective", "collective figure", "black"),
    ("working", "working figure", "green"),
    ("undecided", "undecided figure", "pencil"),
    ("blue", "arrow", "blue"),
    ("red", "arrow", "red"),
    ("orange", "arrow", "orange"),
    ("green", "arrow", "green"),
    ("couple", "kinship", "black"),
    ("same_person", "kinship", "pencil"),
    ("ended", "arrow head", None),
    ("woman", "symbol", "black"),
    ("reading", "text", None),
    ("credit", "text", None),
]


@pytest.mark.parametrize(("key", "sample", "pen"), SAMPLES)
def test_what_is_drawn_before_the_words(key, sample, pen):
    lines = legend_lines(
        "fr",
        Palette.WALL,
        kinship=["couple", "same_person"],
        statuses=["active", "ended"],
        undecided=True,
        symbol_set="genogram",
    )
    line = next(line for line in lines if line.key == key)
    assert (line.sample, line.pen) == (Sample(sample), Pen(pen) if pen else None)


def test_kinship_lines_drawn_alike_share_one_line():
    lines = said("fr", Palette.WALL, kinship=["other", "siblings", "couple", "former_home"])
    assert lines["couple"] == "Trait fin, sans pointe : couple, frères et sœurs"
    assert lines["other"] == "Trait fin tireté, sans pointe : autre lien"
    assert lines["former_home"] == "Trait gris tireté : lieu de vie précédent"
    assert "siblings" not in lines


@pytest.mark.parametrize("kind", LINK_KINDS)
@pytest.mark.parametrize("plain", [False, True])
def test_every_kind_of_line_on_the_sheet_is_explained(kind, plain):
    lines = legend_lines("en", Palette.MONO, plain, kinship=[kind])
    drawn = [line for line in lines if line.sample is Sample.KINSHIP]
    assert [line.key for line in drawn] == [kind]
    assert link_stroke(drawn[0].key, Palette.MONO).colour


def test_heads_are_explained_only_when_they_differ():
    assert "active" not in said("fr", Palette.WALL, statuses=["active"])
    lines = said("fr", Palette.WALL, statuses={"wished", "active"})
    assert lines["active"] == "Pointe pleine : en cours"
    assert lines["wished"] == "Pointe vide : souhaité"
    assert "ended" not in lines


def test_neutral_figures_need_no_line_and_the_genogram_three():
    plain_figures = said("fr", Palette.WALL, symbol_set="figures")
    assert not {"unspecified", "woman", "man"} & set(plain_figures)
    assert {"unspecified", "woman", "man"} <= set(said("fr", Palette.WALL, symbol_set="genogram"))


def test_marks_that_are_off_are_not_explained():
    lines = said("fr", Palette.WALL, letters=False, numbers=False)
    assert not {"letters", "order", "dates"} & set(lines)
    assert said("fr", Palette.WALL, dates=True)["dates"] == "La date est celle que le récit donne."


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("palette", list(Palette))
def test_keys_are_unique_and_every_text_is_filled(lang, palette):
    lines = legend_lines(
        lang,
        palette,
        kinship=LINK_KINDS,
        statuses=["active", "ended", "wished"],
        undecided=True,
        dates=True,
        symbol_set="genogram",
    )
    assert len({line.key for line in lines}) == len(lines)
    assert not any("{" in line.text or not line.text.strip() for line in lines)
    assert all(isinstance(line, LegendLine) for line in lines)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"kinship": ["conflict"]}, "unknown link 'conflict': use one of couple"),
        ({"statuses": ["broken"]}, "unknown status 'broken': use one of active"),
        ({"symbol_set": "stars"}, "unknown symbol set 'stars': use one of figures, genogram"),
    ],
)
def test_what_the_legend_does_not_know_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        legend_lines("fr", Palette.WALL, **wrong)


def test_an_unknown_language_or_palette_is_refused():
    with pytest.raises(ValueError, match="unknown language 'de'"):
        legend_lines("de", Palette.WALL)
    with pytest.raises(ValueError, match="'felt' is not a valid Palette"):
        legend_lines("fr", "felt")


def test_the_wording_is_the_charter_s(tmp_path):
    text = (files("colour_codes") / "charter.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(
        text.replace("Le chiffre est l'ordre dans le récit.", "Le chiffre suit le récit."), "utf-8"
    )
    assert said("fr", Palette.WALL, charter=load_charter(path))["order"] == "Le chiffre suit le récit."
