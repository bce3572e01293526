"""What is known of a service: it is said with its day, it weighs, and taking it away changes the answer."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import SERVICE_FACTS, Organisation, Relation, Service
from sociogram.errors import BadInput
from sociogram.referral.answer_json import answer_json
from sociogram.referral.known import NOTHING, Known, NightFunction, Outcome
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.service_check import ServiceCheck
from sociogram.referral.suggest import suggest

MALI = packaged_public_directory()
DAY = date(2026, 11, 22)
TOLD = Service(
    "s", "b", "sante", target_groups=("mineurs",), places=("Bamako",), languages=("fr", "bm"),
    papers=("carnet de santé", "lettre du quartier"), intake=("11-01/12-31",), hours="8 h à 12 h 30",
    night=True, capacity=3, capacity_on="2026-11-20", checked_on="2026-11-11", age_min=5, age_max=17,
)  # fmt: skip
QUESTION = SuggestionRequest(
    "a", ("sante",), target_groups=("mineurs",), places=("bamako",), languages=("bm",), urgency="tonight",
    age=15, on=DAY, documents=("photos",),
)  # fmt: skip
OUTCOMES = Known(outcomes={"s": [Outcome(date(2026, 10, 1), True)] * 4 + [Outcome(date(2026, 9, 1), False)]})
BARE = {name: getattr(Service("", "", ""), name) for name in SERVICE_FACTS}


def rows(*services: Service, **provider: Any) -> Directory:
    return Directory(
        {"a": Organisation("a", "A"), "b": Organisation("b", "B", **provider)},
        {one.id: one for one in services},
        {"t": Relation("t", "", "a", "b", "works_with", status="projet_termine", period="2021/2023")},
        MALI.places,
        MALI.terms,
    )


def ask(
    *services: Service, known: Known = NOTHING, question: SuggestionRequest = QUESTION, lang: Any = "fr"
) -> dict[str, Any]:
    return answer_json(suggest(network_of(rows(*services)), question, known), lang)


def only(*services: Service, **more: Any) -> dict[str, Any]:
    (one,) = ask(*services, **more)["suggestions"]
    return one  # type: ignore[no-any-return]


def codes(one: dict[str, Any]) -> set[str]:
    return {reason["code"] for reason in one["reasons"]}


def test_everything_known_is_cited_with_its_day() -> None:
    one = only(TOLD, known=OUTCOMES)
    assert one["what_to_bring"] == "carnet de santé, lettre du quartier"
    assert one["last_check"] == "2026-11-11"
    for said in (
        "reçoit de 5 à 17 ans", "on y parle : français, bambara", "vérifié le 11 novembre 2026",
        "places libres : 3 (comptées le 20 novembre 2026)", "horaires : 8 h à 12 h 30",
        "inscrit à cette date (chaque année du 1er novembre au 31 décembre)", "noté comme recevant la nuit",
        "papiers demandés qui ne sont pas sous la main (carnet de santé)",
        "d'après 5 de vos orientations, dont 4 ont abouti",
    ):  # fmt: skip
        assert said in one["explanation"]
    assert (
        one["path"][-1]["evidence"] == "ont travaillé ensemble (projet terminé, de 2021 à 2023), à vérifier"
    )
    assert not {"languages", "capacity", "what_to_bring", "last_check", "outcomes", "night"} & set(
        one["unknown"]
    )


@pytest.mark.parametrize("fact", [*SERVICE_FACTS, "outcomes", "target_groups", "places"])
def test_taking_a_fact_away_changes_rank_or_text(fact: str) -> None:
    whole = only(TOLD, known=OUTCOMES)
    if fact == "outcomes":
        without = only(TOLD)
    else:
        without = only(replace(TOLD, **{fact: BARE.get(fact, ())}), known=OUTCOMES)
    assert (whole["score"], whole["explanation"], whole["what_to_bring"]) != (
        without["score"], without["explanation"], without["what_to_bring"],
    )  # fmt: skip


def numbers(value: Any, *, said: bool) -> Iterator[int]:
    """The numbers of the sentences, or those of the other fields."""
    sentences = ("text", "explanation", "first_call", "evidence", "ask", "first_sentence", "what_to_bring")
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list):
                yield from numbers(item, said=said)
            elif (key in sentences) == said and not isinstance(item, bool):
                yield from map(int, re.findall(r"\d+", str(item)))
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict | list):
                yield from numbers(item, said=said)
            elif not said:
                yield from map(int, re.findall(r"\d+", str(item)))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_number_of_a_fact_is_a_field(lang: Any) -> None:
    known = replace(
        OUTCOMES,
        checks={"s": ServiceCheck("open", date(2026, 11, 21), places=4)},
        night_list=(NightFunction("Garde", phone="70 00 00 11", hours="20 h à 6 h"),),
    )
    later = replace(TOLD, id="later", intake=("01-15/03-31",))
    answer = ask(TOLD, later, known=known, lang=lang)
    said = set(numbers(answer, said=True))
    assert {4, 5, 12, 15, 30, 2027, 70, 20} <= said
    assert said <= set(numbers(answer, said=False))


def test_a_check_grows_old_by_halves() -> None:
    values = []
    for days in (0, 180, 360):
        one = only(replace(TOLD, checked_on=(DAY - timedelta(days=days)).isoformat()))
        values += [reason["value"] for reason in one["reasons"] if reason["code"] == "checked"]
    assert values == [1.0, 0.5, 0.25]


def test_no_place_left_excludes_while_it_is_fresh_and_only_lowers_later() -> None:
    full = replace(TOLD, capacity=0)
    (need,) = ask(full)["needs"]
    assert [one["reason"] for one in need["excluded"]] == ["full"]
    assert "1 service complet" in need["text"]
    old = only(replace(full, capacity_on="2026-10-20"))
    assert "was_full" in codes(old)
    assert old["score"] < only(replace(TOLD, capacity=None))["score"]
    undated = only(replace(full, capacity_on=""))
    assert "plus de place (jour non noté), à redemander" in undated["explanation"]


def test_without_a_date_nothing_about_dates_is_judged_and_that_is_said() -> None:
    no_date = replace(QUESTION, on=None, urgency="normal")
    shut = replace(TOLD, capacity=0, intake=("01-15/03-31",))
    answer = ask(shut, question=no_date, known=Known({"s": ServiceCheck("closed", DAY)}))
    assert [one["service"] for one in answer["suggestions"]] == ["s"]
    assert answer["dates_judged"] is False
    assert "Aucune date n'a été donnée" in answer["explanation"]
    bare = ask(replace(TOLD, **BARE), question=no_date)
    assert "Aucune date" not in bare["explanation"]


def test_outside_its_intake_the_next_opening_is_said() -> None:
    answer = ask(replace(TOLD, intake=("01-15/03-31",)))
    assert answer["excluded"][0]["reason"] == "outside_intake"
    assert answer["needs"][0]["next_openings"] == [
        {"provider": "b", "provider_name": "B", "service": "s", "opens": "2027-01-15"}
    ]
    assert "Prochaines ouvertures connues : B, le 15 janvier 2027." in answer["explanation"]
    assert "appeler pour la prochaine inscription" in answer["explanation"]
    yearly = only(replace(TOLD, intake=("annuel",)))
    assert "inscrit une fois par an, dates non connues : demander la prochaine" in yearly["explanation"]


def test_the_newest_of_row_and_call_counts() -> None:
    def said(status: Any, days: int, **more: Any) -> dict[str, Any]:
        check = ServiceCheck(status, DAY - timedelta(days=days), **more)
        return ask(TOLD, known=Known({"s": check}))

    assert said("open", 1)["suggestions"][0]["status"] == "open"
    assert said("open", 20)["suggestions"][0]["status"] == "to_check", "the row was checked after that call"
    assert said("closed", 1)["excluded"][0]["reason"] == "closed_for_now"
    assert said("full", 1)["excluded"][0]["reason"] == "full"
    assert said("full", 5)["suggestions"], "free places were counted after that call"
    until = said("closed", 1, until=DAY + timedelta(days=9))
    assert until["needs"][0]["next_openings"][0]["opens"] == "2026-12-02"
    assert "said_closed" in codes(said("closed", 1, until=DAY - timedelta(days=1))["suggestions"][0])
    silent = said("no_answer", 1)["suggestions"][0]
    assert "n'a pas répondu au téléphone, le 21 novembre 2026" in silent["explanation"]
    assert silent["last_check"] == "2026-11-11", "a call without an answer is no check"


def test_outcomes_weigh_by_number_and_age_and_an_unknown_is_neither_for_nor_against() -> None:
    def score(*outcomes: Outcome) -> float:
        return float(only(TOLD, known=Known(outcomes={"s": outcomes}))["score"])

    none, good, bad = only(TOLD)["score"], Outcome(DAY, True), Outcome(DAY, False)
    assert score(bad, bad) < score(bad) < none < score(good) < score(good, good)
    assert score(good, good, bad) < score(good, good)
    old = Outcome(DAY - timedelta(days=720), True)
    assert none < score(old) < score(good)


def test_the_night_list_is_shown_for_tonight_only_and_empty_it_names_nobody() -> None:
    night = Known(night_list=(NightFunction("Garde du foyer", "b", "20 20 20 20", "22 h à 6 h"),))
    tonight = ask(TOLD, known=night)
    assert tonight["tonight"]["functions"][0]["label"] == "Garde du foyer"
    assert (
        "Cette nuit, d'après la liste de la coordination : Garde du foyer (20 20 20 20, 22 h à 6 h)."
        in (tonight["explanation"])
    )
    by_day = ask(TOLD, known=night, question=replace(QUESTION, urgency="normal"))
    assert by_day["tonight"] is None
    assert "Garde du foyer" not in json.dumps(by_day, ensure_ascii=False)
    empty = ask(TOLD)
    assert empty["tonight"]["functions"] == []
    assert "la liste de la coordination est vide, elle ne nomme personne" in empty["explanation"]
    shut = ask(replace(TOLD, night=False), known=night)
    assert shut["excluded"][0]["reason"] == "closed_at_night"
    kept = ask(TOLD, known=night, question=replace(QUESTION, must_not_know=("b",)))
    assert kept["tonight"]["functions"] == []


def test_tonight_whoever_is_on_record_as_receiving_by_night_comes_first() -> None:
    """Before one that has places and was checked, of whom nobody has written down whether it does."""
    by_night = Service("z", "b", "sante", night=True)
    by_day = replace(TOLD, night=None)
    first = [one["service"] for one in ask(by_day, by_night)["suggestions"]]
    assert first == ["z", "s"]
    normal = ask(by_day, by_night, question=replace(QUESTION, urgency="normal"))
    assert [one["service"] for one in normal["suggestions"]] == ["s", "z"]


def test_other_ways_that_were_not_looked_for_are_not_said_to_be_none() -> None:
    answer = answer_json(suggest(network_of(rows(TOLD)), QUESTION, alternatives=False))
    assert answer["suggestions"][0]["alternatives"] is None


def test_refusing_costs_nothing_and_nobody_learns() -> None:
    agreed, refused = only(TOLD), only(TOLD, question=replace(QUESTION, consent=()))
    assert (agreed["people_who_learn"], refused["people_who_learn"]) == (1, 0)
    assert (agreed["score"], agreed["reasons"]) == (refused["score"], refused["reasons"])
    answer = ask(TOLD, question=replace(QUESTION, consent=()))
    assert "elle y va d'elle-même" in answer["explanation"]


def test_of_a_discreet_service_no_fact_is_shown_though_it_counts() -> None:
    discreet = replace(TOLD, sensitivity="prudence")
    for lang in ("fr", "en"):
        one = only(discreet, known=OUTCOMES, lang=lang)
        said = json.dumps({**one, "reasons": [reason["text"] for reason in one["reasons"]]})
        for secret in (
            "8 h",
            "lettre",
            "bambara",
            "Bambara",
            "2026-11",
            "novembre",
            "November",
            "17",
            "photos",
        ):
            assert secret not in said, secret
        assert one["facts"] == {}
        assert (one["what_to_bring"], one["last_check"]) == (None, None)
        assert not re.search(r"\d", one["explanation"])
    assert ask(replace(discreet, capacity=0))["excluded"][0]["reason"] == "full"
    outside = ask(replace(discreet, intake=("01-15/03-31",)))
    assert outside["needs"][0]["next_openings"] == []
    assert "B, le" not in outside["explanation"]


def test_who_must_not_know_is_in_no_part_of_the_answer() -> None:
    hushed = Organisation("gendarmerie", "Gendarmerie de Kati", typology="institution_publique")
    directory = rows(TOLD, Service("g", "gendarmerie", "sante", target_groups=("femmes",), places=("Kayes",)))
    directory = replace(
        directory,
        organisations={
            **directory.organisations,
            "b": Organisation("b", "B", typology="autre"),
            "gendarmerie": hushed,
        },
        relations={
            **directory.relations,
            "u": Relation("u", "", "a", "gendarmerie", "refers_to"),
            "v": Relation("v", "", "gendarmerie", "b", "refers_to"),
        },
    )
    for named in ("gendarmerie", "institution_publique"):
        question = replace(QUESTION, must_not_know=(named,))
        directory = replace(
            directory,
            organisations={**directory.organisations, "b": Organisation("b", "B", typology="autre")},
        )
        said = json.dumps(answer_json(suggest(network_of(directory), question)), ensure_ascii=False)
        assert not [
            word for word in ("endarmerie", "institution_publique", "Femmes", "Kayes") if word in said
        ]
    free = answer_json(suggest(network_of(directory), QUESTION))
    assert free["suggestions"][0]["hops"] == 2
    assert free["suggestions"][0]["path"][1]["actor"] == "gendarmerie"
    assert free["suggestions"][0]["alternatives"][0]["hops"] == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"age": -1}, "age"),
        ({"age": 121}, "age"),
        ({"age": True}, "age"),
        ({"must_not_know": ("b", "secret-place")}, "must_not_know[1]"),
        ({"consent": ("secret-place",)}, "consent[0]"),
        ({"documents": ("secret-place",)}, "documents[0]"),
    ],
)
def test_a_wrong_part_of_a_question_is_refused_and_not_repeated(change: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        ask(TOLD, question=replace(QUESTION, **change))
    assert refused.value.first.field == field
    assert "secret-place" not in refused.value.first.line("fr")
