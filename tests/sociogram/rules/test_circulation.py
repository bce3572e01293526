from typing import Any

import pytest

from sociogram.language import Bilingual
from sociogram.rules.catalogue import CATALOGUE
from sociogram.rules.circulation import export_findings, mega_findings
from sociogram.rules.identity import identity_marks, is_letter_only
from sociogram.situation.actors import Person, Undecided
from sociogram.situation.links import Activation
from sociogram.situation.situation import About, Situation


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Prénom Nomfamille", "surname"),
        ("Élodie Çelèbre", "surname"),
        ("NOMFAMILLE Prénom", "surname"),
        ("Prénom NOMFAMILLE", "surname"),
        ("Mme Nomfamille", "surname"),
        ("Ɲana Ŋfamille", "surname"),
        ("Prénom D'Nomfamille", "surname"),
        ("M. Nomfamille, voisin", "surname"),
        ("Dr Nomfamille", "surname"),
        ("Prénom Nom-Famille", "surname"),
        ("appeler le 70 00 00 00", "phone"),
        ("+223 70000000", "phone"),
        ("(223) 70.00.00.00", "phone"),
        ("70-00-00-00", "phone"),
        ("rue 12 porte 5", "address"),
        ("12, avenue du Fleuve", "address"),
        ("BP 123", "address"),
        ("dossier n° 1234", "file_number"),
        ("dossier 2021/1234", "file_number"),
        ("réf. AB-1234", "file_number"),
        ("NINA 123456", "file_number"),
        ("AB12345", "code"),
        ("quelqu.un@exemple.ml", "email"),
    ],
)
def test_what_tells_who(text: str, kind: str) -> None:
    assert kind in identity_marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Adolescente A",
        "Femme B",
        "Enfant de A",
        "A's wife",
        "Homme A, de retour",
        "Chambre partagée au centre d'accueil",
        "Croix-Rouge malienne",
        "2020-10-31",
        "depuis 2020-10",
        "52 000 FCFA",
        "séjour de 6 mois",
        "groupe de parole, cinq personnes au plus",
        "kit reçu, vingt mois après l'entretien",
        "agent de l'OIM",
        "quartier du marché",
        "مدرسة الحي الجديد",
        "kɔnɔ ɔrɔ ŋana",
    ],
)
def test_what_tells_nothing(text: str) -> None:
    assert identity_marks(text) == ()


def test_names_of_organisations_are_allowed() -> None:
    assert identity_marks("Association Grand Soleil") == ("surname",)
    assert identity_marks("Association Grand Soleil", {"Association Grand Soleil"}) == ()


@pytest.mark.parametrize(
    ("label", "letter"), [("A", True), ("P3", True), ("12", True), ("Ami", False), ("", False)]
)
def test_letters_only(label: str, letter: bool) -> None:
    assert is_letter_only(label) is letter


def sheet(**more: Any) -> Situation:
    texts = {"t1": Bilingual("Prénom Nomfamille"), "t2": Bilingual("demande un toit", "calls +223 70000000")}
    return Situation(
        "s",
        persons={"p": Person("p", "t1"), "q": Person("q")},
        activations={"a": Activation("a", "p", "q", 1, label="t2")},
        texts=texts,
        **more,
    )


def found(situation: Situation) -> list[tuple[str, ...]]:
    return [(one.code, *one.elements) for one in export_findings(situation)]


def test_what_circulates_is_asked_about() -> None:
    assert found(sheet()) == [("E13", "p"), ("E13", "a"), ("E14", "p", "q", "a")]
    assert found(sheet(agreed=frozenset({"p", "a"}))) == [("E13", "p"), ("E13", "a"), ("E14", "q")]


def test_a_title_is_read_too() -> None:
    assert ("E13", "s") in found(sheet(about=About(title="t1")))


def test_fictional_situations_are_not_asked() -> None:
    assert found(sheet(about=About(fictional=True))) == []


def test_undecided_figures_stop_even_a_fictional_sheet() -> None:
    situation = sheet(about=About(fictional=True), undecided={"u": Undecided("u")})
    assert found(situation) == [("E06", "u")]


def test_sources_never_circulate_and_are_not_read() -> None:
    texts = {"t": Bilingual("003_29cf7e92b08ab320.txt:2186-2188")}
    arrow = Activation("a", "p", "q", 1, source="t")
    situation = Situation("s", activations={"a": arrow}, texts=texts, agreed=frozenset({"a"}))
    assert found(situation) == []


def test_a_mega_shows_nobody() -> None:
    texts = {"t1": Bilingual("Adolescente"), "t2": Bilingual("A")}
    persons = {"p": Person("p", "t1"), "q": Person("q", "t2"), "r": Person("r")}
    (one,) = mega_findings([Situation("s", persons=persons, texts=texts)])
    assert (one.code, one.elements, one.place) == ("E15", ("p",), "s")


def test_the_catalogue_is_whole() -> None:
    assert set(CATALOGUE) == {f"E{n:02d}" for n in (*range(1, 11), 13, 14, 15)} | {
        f"W{n:02d}" for n in range(1, 8)
    }
    for code, rule in CATALOGUE.items():
        for text in (rule.says, rule.remedy):
            assert text.fr
            assert text.en
            assert not {"faux", "incomplet", "wrong", "incomplete"} & set(
                f"{text.fr} {text.en}".lower().split()
            )
        assert rule.level == ("warning" if code.startswith("W") else "error")
        assert rule.says.fr.endswith("?") == code.startswith("W")
        assert rule.says.en.endswith("?") == code.startswith("W")
