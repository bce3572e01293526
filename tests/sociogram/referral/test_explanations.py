"""What people read: faithful to the JSON, in both languages, without a fact of the case or a stigma."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.needs import needs
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.referral.answer_json import answer_json
from sociogram.referral.network import Network, network_of
from sociogram.referral.periods import period_text
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest

NUMBER = re.compile(r"\d+")
SENTENCES = (
    "text", "explanation", "first_call", "evidence", "ask", "first_sentence", "do_not_say", "what_to_bring",
)  # fmt: skip
GROUP = "travailleuses_sexe"


def ask(mali: Network, origin: str, *wanted: str, lang: Any = "fr", **more: Any) -> dict[str, Any]:
    return answer_json(suggest(mali, SuggestionRequest(origin, wanted, **more)), lang)


def scalars(value: Any) -> Iterator[str]:
    """The numbers and dates of the JSON fields, without those of the sentences themselves."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in SENTENCES:
                yield from scalars(item)
    elif isinstance(value, list):
        for item in value:
            yield from scalars(item)
    elif isinstance(value, int | float | str) and not isinstance(value, bool):
        yield str(value)


def sentences(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in SENTENCES and isinstance(item, str):
                yield item
            else:
                yield from sentences(item)
    elif isinstance(value, list):
        for item in value:
            yield from sentences(item)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_number_in_a_sentence_is_a_field(mali: Network, lang: Any) -> None:
    checked = 0
    for origin in sorted(mali.directory.organisations)[::7]:
        answer = ask(mali, origin, *needs(mali.directory.terms), lang=lang, places=("bamako",), k=4)
        fields = {str(int(number)) for text in scalars(answer) for number in NUMBER.findall(text)}
        for sentence in sentences(answer):
            for number in NUMBER.findall(sentence):
                assert str(int(number)) in fields, sentence
                checked += 1
    assert checked > 200


def test_counts_in_words_are_the_counts_of_the_fields(mali: Network) -> None:
    answer = ask(mali, "aracem", "hebergement", "sante", places=("bamako",), target_groups=("migrants",))
    for need in answer["needs"]:
        said = [int(number) for number in NUMBER.findall(need["text"])]
        counts = [need["shown"]] * bool(need["shown"]) + [one["count"] for one in need["excluded"]]
        hops = [answer["max_hops"]] if any(one["reason"] == "unreachable" for one in need["excluded"]) else []
        assert said == counts + hops
        assert need["shown"] == sum(one["need"] == need["need"] for one in answer["suggestions"])
    total = sum(one["count"] for need in answer["needs"] for one in need["excluded"])
    assert total == sum(one["count"] for one in answer["excluded"])


def test_taking_a_cited_fact_away_changes_the_answer(mali: Network) -> None:
    here = ask(mali, "aracem", "sante_mentale", places=("bamako",), target_groups=("migrants_transit",))
    free = ask(mali, "aracem", "sante_mentale", k=50)
    cited = {reason["code"] for reason in here["suggestions"][0]["reasons"]}
    assert {"place_match", "group_match"} <= cited
    same = next(one for one in free["suggestions"] if one["service"] == here["suggestions"][0]["service"])
    assert same["score"] != here["suggestions"][0]["score"]
    assert not {"place_match", "group_match"} & {reason["code"] for reason in same["reasons"]}


def test_both_languages_hold_the_same_facts(mali: Network) -> None:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            words = (*SENTENCES, "label", "need_label", "heading", "function")
            return {key: bare(item) for key, item in value.items() if key not in words}
        return [bare(item) for item in value] if isinstance(value, list) else value

    wanted = needs(mali.directory.terms)
    french, english = ask(mali, "oim", *wanted), ask(mali, "oim", *wanted, lang="en")
    assert bare(french) == bare(english)
    assert french["explanation"] != english["explanation"]
    for left, right in zip(sentences(french), sentences(english), strict=True):
        assert left
        assert right


def test_an_empty_answer_says_why_and_what_one_may_do(mali: Network) -> None:
    closed = ask(mali, "aracem", "relocalisation_securite")
    assert closed["suggestions"] == []
    assert "l'annuaire ne connaît aucun service" in closed["explanation"]
    narrow = ask(mali, "aracem", "transport", places=("kidal",), max_hops=1)
    assert narrow["suggestions"] == []
    assert "hors du lieu demandé" in narrow["explanation"]
    assert "reposer la question sans le lieu" in narrow["explanation"]
    for answer in (closed, narrow, ask(mali, "aracem", "ecoute")):
        assert answer["explanation"].endswith("Si rien ne convient, demander à la coordination du réseau.")


def test_nothing_is_shown_as_an_open_door(mali: Network) -> None:
    answer = ask(mali, "oim", *needs(mali.directory.terms), k=50)
    assert answer["heading"] == "à vérifier : appeler avant d'envoyer quelqu'un"
    for one in answer["suggestions"]:
        assert one["status"] == "to_check"
        assert one["last_check"] is None
        assert "never_checked" in {reason["code"] for reason in one["reasons"]}
        assert one["people_who_learn"] == 1


def test_the_first_call_holds_no_fact_of_the_case(mali: Network) -> None:
    """Relays hear neither need nor group nor place; the service itself hears a general question."""
    asked = {"target_groups": ("migrants_transit",), "places": ("gao",), "max_hops": 6}
    answer = ask(mali, "aracem", *needs(mali.directory.terms), **asked)
    between = [one for one in answer["suggestions"] if one["hops"] > 1]
    assert between
    for one in answer["suggestions"]:
        call = one["first_call"]
        assert "transit" not in call.replace(one["need_label"], "")
        assert "Gao" not in call.replace(one["provider_name"], "").replace(one["path"][-1]["short_name"], "")
    for one in between:
        relayed = re.search(r"demander à (.*?)(?:, sans parler|, sans nommer)", one["first_call"])
        assert relayed, one["first_call"]
        assert one["need_label"] not in relayed.group(1)


def line_of(*, discreet: str = "", lang: str = "fr") -> dict[str, Any]:
    """The one suggestion of four organisations in a row, A to D, the last of which helps."""
    names = {"a": "Alpha", "b": "Bravo", "c": "Charlie", "d": "Delta"}
    rows = Directory(
        {
            key: Organisation(key, name, sensitivity="prudence" if key == discreet else "public")
            for key, name in names.items()
        },
        {"s": Service("s", "d", "hebergement")},
        {f"{a}{b}": Relation(f"{a}{b}", "", a, b, "works_with") for a, b in pairwise(names)},
        terms=packaged_public_directory().terms,
    )
    (one,) = ask(network_of(rows), "a", "hebergement", lang=lang)["suggestions"]
    return one  # type: ignore[no-any-return]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_relay_is_asked_about_the_next_one_alone_wherever_the_answer_says_it(lang: str) -> None:
    whom, partners = (
        ("Qui peut-on appeler à {} ?", "liste de vos partenaires") if lang == "fr"
        else ("Whom can one call at {}?", "list of your partners")
    )  # fmt: skip
    one = line_of(lang=lang)
    asks = [step.get("ask", "") for step in one["path"]]
    assert whom.format("Charlie") in asks[1]
    assert whom.format("Charlie") in one["first_call"]
    assert whom.format("Delta") in asks[2]
    assert one["need_label"] not in asks[1] + asks[2]
    assert (one["need_label"] in asks[3], asks[3]) == (True, one["first_sentence"])
    quiet = line_of(discreet="c", lang=lang)
    assert partners in quiet["path"][1]["ask"]
    assert "Charlie" not in quiet["path"][1]["ask"] + quiet["first_call"]
    last = line_of(discreet="d", lang=lang)
    assert partners in last["path"][2]["ask"]
    assert "Delta" not in last["path"][2]["ask"]
    assert one["need_label"] not in last["path"][3]["ask"]
    assert "Alpha" not in json.dumps([step.get("ask") for step in line_of(discreet="a", lang=lang)["path"]])


def test_what_not_to_say_grows_with_who_stands_between_and_with_a_discreet_service() -> None:
    plain, discreet = line_of()["do_not_say"], line_of(discreet="d")["do_not_say"]
    assert "ne dire ni nom" in plain
    assert "Aux organisations du milieu, ne pas dire qu'il y a une personne." in plain
    assert "Ne dire à personne d'autre que l'on appelle cette organisation." not in plain
    assert "Ne dire à personne d'autre que l'on appelle cette organisation." in discreet


def test_of_a_discreet_service_only_name_category_and_ids_are_told(mali: Network) -> None:
    labels = {term.label.in_(lang) for term in mali.directory.terms.values() if term.kind == "target_group"
              for lang in ("fr", "en")}  # fmt: skip
    seen = 0
    for lang in ("fr", "en"):
        for origin in ("aracem", "cisp", "oim"):
            answer = ask(mali, origin, *needs(mali.directory.terms), lang=lang, target_groups=(GROUP,), k=50)
            for one in answer["suggestions"]:
                if not one["discreet"]:
                    continue
                seen += 1
                assert not NUMBER.search(one["explanation"]), "no dates of the service either"
                service = mali.directory.services[one["service"]]
                said = json.dumps({**one, "provider_name": ""}, ensure_ascii=False)
                assert not any(label in said for label in labels if label not in one["need_label"])
                assert GROUP not in said
                for secret in (
                    service.description,
                    service.conditions,
                    mali.directory.organisations[one["provider"]].email,
                ):
                    assert not secret or secret not in said
    assert seen >= 10


def test_to_reach_a_discreet_service_no_relay_hears_its_name(mali: Network) -> None:
    answer = ask(mali, "aracem", *needs(mali.directory.terms), max_hops=6, k=50)
    far = [one for one in answer["suggestions"] if one["discreet"] and one["hops"] > 1]
    assert far
    for one in far:
        relayed = one["first_call"].partition("Si personne ne répond")[2]
        assert "sans nommer l'organisation cherchée" in relayed
        assert one["path"][-1]["short_name"] not in relayed.replace(one["path"][1]["short_name"], "")


def test_a_tie_is_read_in_the_direction_it_is_crossed_and_quoted_only_in_public(mali: Network) -> None:
    def steps(origin: str, *wanted: str) -> dict[tuple[str, str], dict[str, Any]]:
        answer = ask(mali, origin, *wanted, max_hops=4, k=50)
        return {
            (before["actor"], step["actor"]): step
            for one in answer["suggestions"]
            for before, step in zip(one["path"], one["path"][1:], strict=False)
        }

    wanted = needs(mali.directory.terms)
    found = {
        **steps("cisp", *wanted),
        **steps("dnds", *wanted),
        **steps("pimm", *wanted),
        **steps("atc", *wanted),
    }
    assert found[("cisp", "croix-rouge-malienne")]["evidence"].startswith("a formé (projet terminé")
    assert found[("croix-rouge-malienne", "maison-du-migrant-gao")]["evidence"].startswith(
        "oriente vers (depuis"
    )
    assert steps("croix-rouge-malienne", *wanted)[("croix-rouge-malienne", "cisp")]["evidence"].startswith(
        "a été formé par"
    )
    assert all(step["evidence"].endswith("à vérifier") for step in found.values())
    assert found[("cisp", "croix-rouge-malienne")]["quote"]
    discreet = [step for (start, end), step in found.items() if "atc" in (start, end)]
    assert discreet
    assert all(step["quote"] == "" for step in discreet)


def test_a_discreet_service_says_how_it_answers_for_a_place_without_naming_its_places(mali: Network) -> None:
    answer = ask(mali, "oim", "defense_droits", "hebergement", places=("bamako",), k=50)
    found = {one["service"]: one for one in answer["suggestions"] if one["discreet"]}
    wide, here = found["enda-mali--defense-droits-1"], found["enda-mali--hebergement-1"]
    assert wide["wider_area"] is True
    assert here["wider_area"] is False
    assert "zone plus large, demander" in wide["explanation"]
    assert "au lieu demandé" in here["explanation"]
    for one in (wide, here):
        assert one["places"] == []
        assert "Bamako" not in json.dumps(one)
        assert "(Mali)" not in one["explanation"]


def test_a_discreet_caller_is_not_named_in_the_call(mali: Network) -> None:
    answer = ask(mali, "atc", "hebergement", max_hops=4, k=50)
    calls = [one["first_call"] for one in answer["suggestions"] if one["hops"]]
    assert calls
    assert all("ici ATC" not in call and "Tilé Coura" not in call for call in calls)


def test_urgency_changes_what_to_do_not_who_is_suggested(mali: Network) -> None:
    plain, tonight = (
        ask(mali, "aracem", "hebergement", urgency=urgency) for urgency in ("normal", "tonight")
    )
    assert [one["service"] for one in plain["suggestions"]] == [
        one["service"] for one in tonight["suggestions"]
    ]
    assert all("le faire maintenant" in one["first_call"] for one in tonight["suggestions"])


def test_the_published_cost_of_a_path_is_the_sum_of_its_ties(mali: Network) -> None:
    answer = ask(mali, "aracem", *needs(mali.directory.terms), max_hops=4, k=50)
    for one in answer["suggestions"]:
        assert one["cost"] == pytest.approx(sum(step.get("cost", 0) for step in one["path"]), abs=1e-8)
        assert one["hops"] == len(one["path"]) - 1
        assert set(one["path"][0]) == {"actor", "name", "short_name"}
        assert one["path"][-1]["actor"] == one["provider"]


@pytest.mark.parametrize(
    ("period", "french", "english"),
    [
        ("2021-12/2023-11", "de décembre 2021 à novembre 2023", "from December 2021 to November 2023"),
        ("2009/", "depuis 2009", "since 2009"),
        ("/2010", "jusqu'à 2010", "until 2010"),
        ("2023-07", "juillet 2023", "July 2023"),
        ("2020-09-30/", "depuis le 30 septembre 2020", "since 30 September 2020"),
        ("2020-01-02/2020-03-04", "du 2 janvier 2020 au 4 mars 2020", "from 2 January 2020 to 4 March 2020"),
        ("/2020-03-04", "jusqu'au 4 mars 2020", "until 4 March 2020"),
        ("/", "", ""),
        ("été 2019", "été 2019", "été 2019"),
        ("", "", ""),
    ],
)
def test_periods_are_read_aloud(period: str, french: str, english: str) -> None:
    assert (period_text(period, "fr"), period_text(period, "en")) == (french, english)
