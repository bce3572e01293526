"""A sheet in words: everyone in their place, every link, every arrow in the story's order, no more."""

from colour_codes.palettes import Palette
from layouts.printers.reading import Line, reading_of
from layouts.sheet import Group, Item, Sheet, Text


def group(kind: str, label: str = "", **data: str) -> Group:
    return Group((), (("kind", kind), *data.items()), label)


PEOPLE = (
    group("household", "Chez la tante", id="h1"),
    group("institution", "École du quartier", id="o1"),
    group("person", "Awa", id="p1", parent="h1"),
    group("person", "La tante", id="p2", parent="h1"),
    group("person", "Une voisine", id="p3"),
    group("professional", "institutrice", id="w1", parent="o1"),
)
LATER = group("activation", "Voisine est activée par la tante.", id="a2", pen="blue", order="10")
FIRST = group("activation", "Tante est activée par l'institutrice.", id="a1", pen="orange", order="2")
FOOT = Group(
    (Text(0, 0, 3, "D’après J.", "#000000"), Text(0, 4, 3, "Essai.", "#000000")), (("kind", "footer"),)
)


def sheet(*items: Item, palette: Palette = Palette.WALL, lang: str = "fr") -> Sheet:
    return Sheet(
        210, 148, "fr" if lang == "fr" else "en", palette, "Feuille de mars 2024", "4 figures.", items
    )


def test_who_stands_where_and_arrows_in_the_order_of_the_story() -> None:
    told = reading_of(sheet(*PEOPLE, LATER, FIRST, FOOT))
    assert told.title == "Feuille de mars 2024"
    assert told.opening == ("4 figures.",)
    who, arrows = told.sections
    assert [line.text for line in who.lines] == [
        "Chez la tante\u00a0: Awa\u00a0; La tante.",
        "École du quartier\u00a0: institutrice.",
        "Hors de tout lieu\u00a0: Une voisine.",
    ]
    assert arrows.lines == (
        Line("Orange\u00a0: Tante est activée par l'institutrice.", 2),
        Line("Bleu\u00a0: Voisine est activée par la tante.", 10),
    )
    assert told.closing == "D’après J. Essai."


def test_the_pen_is_named_as_the_palette_draws_it_and_in_the_language_of_the_sheet() -> None:
    (arrows,) = reading_of(sheet(FIRST, palette=Palette.NOTEBOOK)).sections
    assert "rouge pointillé" in arrows.lines[0].text
    (arrows,) = reading_of(sheet(FIRST, lang="en")).sections
    assert arrows.heading == "Arrows, in the order of the story"
    assert arrows.lines[0].text.startswith("Orange: ")


def test_a_sheet_that_keeps_a_pen_to_itself_does_not_say_it() -> None:
    (arrows,) = reading_of(sheet(group("activation", "Qui active qui ?", order="1"))).sections
    assert arrows.lines == (Line("Qui active qui ?", 1),)


def test_links_name_both_ends_or_are_silent() -> None:
    couple = group("link", link="couple", a="p1", b="p2")
    moved = group("former-home", person="p1", household="h1")
    absent = group("link", link="couple", a="p1", b="nobody")
    links = reading_of(sheet(*PEOPLE, couple, moved, absent)).sections[1]
    assert [line.text for line in links.lines] == [
        "Awa et La tante\u00a0: un couple.",
        "Awa a vécu là\u00a0: Chez la tante.",
    ]


def test_what_has_ended_and_what_has_not_is_told_so() -> None:
    separated = group("link", link="couple", a="p1", b="p2", ended="1")
    both = group("former-home", person="p1", household="h1", still="1")
    links = reading_of(sheet(*PEOPLE, separated, both)).sections[1]
    assert [line.text for line in links.lines] == [
        "Awa et La tante\u00a0: un couple séparé.",
        "Awa vit là aussi\u00a0: Chez la tante.",
    ]


def test_whatever_has_a_name_is_told_once() -> None:
    tie = group("tie", "École → Clinique : oriente vers", id="t1")
    inner = Group((group("step", "Avec le feutre bleu"),), (("kind", "page"),))
    (other,) = reading_of(sheet(tie, inner)).sections
    assert [line.text for line in other.lines] == ["École → Clinique : oriente vers", "Avec le feutre bleu"]


def test_a_page_of_text_needs_no_second_telling() -> None:
    story = Group(
        (Text(0, 0, 3, "1. …", "#000000"),), (("kind", "story"), ("id", "a1")), "A est activée par B."
    )
    assert not reading_of(sheet(story, FOOT))
    assert not reading_of(sheet(Text(0, 0, 3, "Légende", "#000000")))


def test_braces_in_a_name_stay_braces() -> None:
    strange = (group("person", "{0} {a.__class__}", id="p1"), group("person", "{", id="p2"))
    links = reading_of(sheet(*strange, group("link", link="siblings", a="p1", b="p2"))).sections[1]
    assert links.lines[0].text == "{0} {a.__class__} et {\u00a0: même fratrie."
