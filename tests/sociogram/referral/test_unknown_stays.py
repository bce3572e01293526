"""What is not known never excludes: it is kept, marked, and said."""

from dataclasses import replace

from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.referral.answer_json import answer_json
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest

MALI = packaged_public_directory()


def directory(*services: Service) -> Directory:
    return Directory(
        {name: Organisation(name, name.upper()) for name in ("a", "b")},
        {one.id: one for one in services},
        {"t": Relation("t", "", "a", "b", "works_with")},
        MALI.places,
        MALI.terms,
    )


KNOWN = Service("s-known", "b", "sante", target_groups=("mineurs",), places=("Bamako",))
BARE = Service("s-bare", "b", "sante")
WORDS = Service("s-words", "b", "sante", places=("77 pays",))


def ask(*services: Service, lang: str = "fr") -> dict[str, dict[str, object]]:
    question = SuggestionRequest("a", ("sante",), target_groups=("mineurs",), places=("bamako",))
    answer = answer_json(suggest(network_of(directory(*services)), question), lang)  # type: ignore[arg-type]
    return {one["service"]: one for one in answer["suggestions"]}


def test_a_service_without_groups_or_places_is_kept_marked_and_after_the_known_one() -> None:
    found = ask(BARE, KNOWN)
    assert list(found) == ["s-known", "s-bare"]
    bare = found["s-bare"]
    assert {"target_groups", "places", "conditions", "contact"} <= set(bare["unknown"])  # type: ignore[call-overload]
    assert "le public reçu n'est pas précisé" in str(bare["explanation"])
    assert "le lieu du service" in str(bare["explanation"])
    assert "target_groups" not in found["s-known"]["unknown"]  # type: ignore[operator]


def test_a_place_that_is_only_words_matches_nothing() -> None:
    assert list(ask(WORDS, KNOWN)) == ["s-known"]


def test_a_part_of_the_place_asked_is_kept_and_marked() -> None:
    siby = replace(KNOWN, id="s-siby", places=("Siby",))
    question = SuggestionRequest("a", ("sante",), places=("koulikoro",))
    (one,) = answer_json(suggest(network_of(directory(siby)), question))["suggestions"]
    assert "part_of_area" in {reason["code"] for reason in one["reasons"]}
    assert "seulement dans une partie du lieu demandé (Siby)" in one["explanation"]
    assert one["wider_area"] is False


def test_a_wider_area_is_marked_in_its_own_field() -> None:
    wide = replace(KNOWN, id="s-wide", places=("Mali",))
    (one,) = ask(wide).values()
    assert one["wider_area"] is True
    assert "zone plus large (Mali)" in str(one["explanation"])


def test_an_empty_answer_names_for_whom_and_where_there_is_something() -> None:
    adults = replace(KNOWN, id="s1", target_groups=("femmes", "jeunes"))
    others = replace(KNOWN, id="s2", target_groups=("jeunes",))
    far = replace(KNOWN, id="s3", places=("Kayes", "Gao"))
    secret = replace(KNOWN, id="s4", target_groups=("travailleuses_sexe",), sensitivity="prudence")
    hidden_place = replace(KNOWN, id="s5", places=("Mopti",), sensitivity="prudence")
    question = SuggestionRequest("a", ("sante",), target_groups=("mineurs",), places=("bamako",))
    rows = directory(adults, others, far, secret, hidden_place)
    (need,) = answer_json(suggest(network_of(rows), question))["needs"]
    assert need["other_groups"] == ["jeunes", "femmes"]
    assert need["other_places"] == ["Gao", "Kayes"]
    assert "reposer la question sans le public, ou pour : Jeunes, Femmes" in need["text"]
    assert "reposer la question sans le lieu, ou à : Gao, Kayes" in need["text"]
    assert [one["count"] for one in need["excluded"]] == [3, 2]
    only_secret = directory(secret)
    (need,) = answer_json(suggest(network_of(only_secret), question))["needs"]
    assert need["text"].endswith("On peut : reposer la question sans le public.")


def test_a_known_number_is_said_in_the_call_and_never_as_tried() -> None:
    rows = directory(KNOWN)
    rows = replace(
        rows, organisations={**rows.organisations, "b": Organisation("b", "B", phone="+223 20000000")}
    )
    (one,) = answer_json(suggest(network_of(rows), SuggestionRequest("a", ("sante",))))["suggestions"]
    assert one["contact"]["phone"] == "+223 20000000"
    assert one["contact"]["text"] == "numéro publié, jamais essayé"
    assert one["first_call"].startswith("Appeler d'abord B au +223 20000000 : « Bonjour, ici A.")
    assert "contact" not in one["unknown"]
