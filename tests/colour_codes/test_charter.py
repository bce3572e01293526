"""The charter is a text a trainer edits: what stands in it, and how each fault is told."""

import re
from dataclasses import FrozenInstanceError, fields
from importlib.resources import files

import pytest

from colour_codes.charter import Charter, CharterError, load_charter
from colour_codes.pens import Pen

PACKAGED = (files("colour_codes") / "charter.toml").read_text(encoding="utf-8")


@pytest.fixture
def edited(tmp_path):
    """Load the packaged charter with one text replaced by another (which must be there)."""

    def load(old: str, new: str) -> Charter:
        assert old in PACKAGED
        path = tmp_path / "mine.toml"
        path.write_text(PACKAGED.replace(old, new, 1), encoding="utf-8")
        return load_charter(path)

    return load


def test_the_packaged_charter_says_it_is_provisional():
    charter = load_charter()
    assert charter.version == "0.1"
    assert charter.footer("fr") == "Charte provisoire, à valider par un formateur (version 0.1)"
    assert charter.footer("en") == "Provisional charter, to be validated by a trainer (version 0.1)"


def test_credit_names_the_author_and_claims_only_compatibility():
    for lang, word in (("fr", "compatible avec"), ("en", "compatible with")):
        assert "Jean-Marie Lemaire" in load_charter().credit.said(lang)
        assert word in load_charter().credit.said(lang)


def test_which_marks_are_shown():
    marks = load_charter().marks
    assert (marks.tail_letters, marks.order_numbers, marks.dates, marks.status) == (True, True, False, True)


SENTENCES = [
    ("fr", "active", "École est activé(e) par Ami"),
    ("fr", "ended", "École a été activé(e) par Ami"),
    ("fr", "wished", "École serait activé(e) par Ami"),
    ("en", "active", "École is activated by Ami"),
    ("en", "ended", "École was activated by Ami"),
    ("en", "wished", "École would be activated by Ami"),
]


@pytest.mark.parametrize(("lang", "status", "sentence"), SENTENCES)
def test_an_arrow_is_read_from_its_point_in_the_passive(lang, status, sentence):
    said = load_charter().sentence(lang, activated="École", activator="Ami", status=status)
    assert said == sentence


def test_labels_with_braces_are_only_text():
    said = load_charter().sentence("fr", activated="{activator}", activator="{0.__class__}")
    assert said == "{activator} est activé(e) par {0.__class__}"


def test_an_unknown_status_is_refused():
    with pytest.raises(ValueError, match="unknown status 'stopped': use one of active, ended, wished"):
        load_charter().sentence("fr", activated="A", activator="B", status="stopped")


def test_the_order_of_a_session():
    steps = [step.key for step in load_charter().session]
    assert steps == [
        "present",
        "service",
        "living",
        "collective",
        "put_to_work",
        "came_back",
        "read_back",
        "fate",
    ]


def test_the_neutral_figure_is_the_default_for_everyone():
    symbols = load_charter().symbols
    assert symbols.default == "figures"
    assert set(symbols.sets["figures"].shapes.values()) == {"figure"}
    assert dict(symbols.sets["genogram"].shapes) == {
        "unspecified": "diamond",
        "woman": "circle",
        "man": "square",
        "nonbinary": "dome",
    }
    assert symbols.home == "rounded outline"


def test_french_texts_get_their_no_break_spaces():
    assert load_charter().legend["living"].words.fr.startswith("{pen}\u00a0: ceux")
    assert load_charter().legend["reading"].words.fr == (
        "La pointe se lit d'abord\u00a0: «\u00a0… est activé(e) par …\u00a0»."
    )


def test_the_pen_word_of_the_notebook_says_how_orange_is_drawn():
    charter = load_charter()
    assert charter.pen_word(Pen.ORANGE, "notebook", "fr") == "Orange (rouge pointillé)"
    assert charter.pen_word(Pen.GREEN, "mono", "fr") == "Vert (trait double)"
    assert charter.pen_word(Pen.GREEN, "mono", "fr", figure=True) == "Vert (contour double)"


def test_a_trainer_may_change_a_text_and_the_version(edited):
    charter = edited('version = "0.1"', 'version = "1.0, relue"')
    assert charter.footer("fr").endswith("(version 1.0, relue)")


def test_a_trainer_may_hide_the_session_and_turn_the_arrows(edited):
    assert edited("shown = true", "shown = false").session == ()
    assert edited('head_at = "activated"', 'head_at = "activator"').head_at == "activator"


FAULTS = [
    ("schema = 1", "schema = 2", "mine.toml: schema: this program reads charters of schema 1"),
    ("schema = 1", "schema = true", "mine.toml: schema: write a whole number"),
    ("schema = 1\n", "schema = 1\nshema = 1\n", "mine.toml: shema: unknown key; the keys here are: credit"),
    ("tail_letters = true", 'tail_letters = "oui"', "mine.toml: marks.tail_letters: write true or false"),
    ("tail_letters = true", "tail_leters = true", "mine.toml: marks.tail_letters: missing"),
    (
        'head_at = "activated"',
        'head_at = "tip"',
        "mine.toml: reading.head_at: write one of: activated, activ",
    ),
    (
        'fr = "{activated} est',
        'fr = "{activator} est',
        "mine.toml: sentences.active.fr: the text must hold, on",
    ),
    (
        'fr = "{activated} est',
        'fr = "{activated!r} est',
        "mine.toml: sentences.active.fr: the text must hold",
    ),
    (
        'fr = "{activated} est',
        'fr = "{activated.x} est',
        "mine.toml: sentences.active.fr: the text must hold",
    ),
    (
        'fr = "{activated} est',
        'fr = "{activated:>9} est',
        "mine.toml: sentences.active.fr: the text must hold",
    ),
    (
        'fr = "{activated} est',
        'fr = "{ {activated} est',
        "mine.toml: sentences.active.fr: the text must hold",
    ),
    ('en = "Yes"', 'en = "Yes {pen}"', "mine.toml: read_back.yes.en: the text must hold, once each: no word"),
    ('en = "Yes"', 'en = ""', "mine.toml: read_back.yes.en: write a text between quotation marks"),
    ('en = "Yes"', "en = 1", "mine.toml: read_back.yes.en: write a text between quotation marks"),
    ('en = "Yes"', f'en = "{"y" * 401}"', "mine.toml: read_back.yes.en: longer than 400 characters"),
    ('en = "Yes"', 'en = "Y\\u0000"', "mine.toml: read_back.yes.en: holds a line break or an invisible char"),
    (
        'en = "Yes"',
        'en = "Y\\n"',
        "mine.toml: read_back.yes.en: holds a line break or an invisible character",
    ),
    (
        'en = "Yes"',
        'en = "Y"\nit = "Si"',
        "mine.toml: read_back.yes.it: unknown key; the keys here are: en, fr",
    ),
    ("[legend.blue]", "[legend.bleu]", "mine.toml: legend.blue: missing; copy it from the packaged charter"),
    (
        'default = "figures"',
        'default = "stars"',
        "mine.toml: symbols.default: write one of: figures, genogram",
    ),
    ('woman = "circle"', 'woman = "rose"', "mine.toml: symbols.sets.genogram.woman: write one of: figure"),
    ('key = "living"', 'key = "living"\npen = 1', "mine.toml: session.steps[2].pen: unknown key"),
    ('blue = { fr = "Bleu", en = "Blue" }', 'blue = "Bleu"', "mine.toml: pen_words.wall.blue: write a table"),
    ("[marks]", "marks = 3\n[other]", "mine.toml: credit.marks: unknown key"),
    ("schema = 1", "schema = 1\nschema = 1", "mine.toml: not valid TOML: Cannot overwrite a value (at line"),
    ("schema = 1", "schema = ", "mine.toml: not valid TOML: Invalid value (at line"),
    ("schema = 1", "schema = " + "[" * 50_000, "mine.toml: not valid TOML: nested too deeply"),
    ("schema = 1", "schema = " + "9" * 6000, "mine.toml: not valid TOML: nested too deeply or a number"),
    ("schema = 1", "schema = nan", "mine.toml: schema: write a whole number"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_a_fault_is_told_with_its_place_and_remedy(edited, old, new, message):
    with pytest.raises(CharterError, match="^" + re.escape(message)) as caught:
        edited(old, new)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_the_steps_of_a_session_are_a_list(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(PACKAGED.partition("[[session.steps]]")[0] + "steps = 3\n", encoding="utf-8")
    with pytest.raises(
        CharterError, match=re.escape("session.steps: write one [[session.steps]] table for each")
    ):
        load_charter(path)


def test_a_file_that_is_not_a_charter(tmp_path):
    (tmp_path / "latin.toml").write_bytes(b"schema = 1\n# caf\xe9\n")
    (tmp_path / "long.toml").write_bytes(b"#" * 200_001)
    with pytest.raises(CharterError, match=r"^latin\.toml: line 2: not UTF-8; save the file as UTF-8$"):
        load_charter(tmp_path / "latin.toml")
    with pytest.raises(CharterError, match=r"^long\.toml: longer than 200000 bytes"):
        load_charter(tmp_path / "long.toml")
    with pytest.raises(CharterError, match=r"^none\.toml: cannot be read \(No such file or directory\)"):
        load_charter(tmp_path / "none.toml")
    with pytest.raises(CharterError, match=r"cannot be read \(Is a directory\)"):
        load_charter(tmp_path)
    with pytest.raises(CharterError, match=r"cannot be read \(not a file name\)"):
        load_charter("nul\0.toml")


def test_a_charter_cannot_be_changed_once_read():
    charter = load_charter()
    with pytest.raises(FrozenInstanceError):
        charter.version = "2"
    with pytest.raises(TypeError):
        charter.sides["living"] = charter.notice
    assert load_charter() is charter
    assert {field.name for field in fields(charter)} >= {"version", "legend", "session"}
