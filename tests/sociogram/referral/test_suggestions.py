"""Suggestions against an independent reading of the rules: constraints, scores in order, counts, limits."""

import math
import random
from collections.abc import Callable
from typing import Any

import pytest

from sociogram.errors import BadInput, NotFound, SociogramError
from sociogram.referral.answer import SuggestionAnswer
from sociogram.referral.network import Network, network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest

CATEGORY = "hebergement"


def violations(network: Network, answer: SuggestionAnswer) -> list[str]:
    """Every rule a suggestion breaks, read from the rows and the contract alone."""
    asked, found = answer.request, []
    parents = {place.id: place.parent for place in network.directory.places.values()}
    labels = {place.label.fr: place.id for place in network.directory.places.values()}

    def upward(place: str) -> set[str]:
        seen = {place}
        while parents.get(place):
            place = parents[place]
            seen.add(place)
        return seen

    for one in answer.suggestions:
        service = network.directory.services[one.service.id]
        if service.category != one.need or one.need not in asked.needs:
            found.append("need")
        if service.status in ("arrete", "historique", "prevu"):
            found.append("status")
        if asked.target_groups and service.target_groups:
            found += ["group"] if not set(asked.target_groups) & set(service.target_groups) else []
        here = {labels[text] for text in service.places if text in labels}
        if asked.places and service.places:
            near = any(
                here & upward(goal) or any(goal in upward(one) for one in here) for goal in asked.places
            )
            found += [] if near else ["place"]
        if one.hops > asked.max_hops or one.path[0].actor.id != asked.origin:
            found.append("hops")
        actors = [step.actor.id for step in one.path]
        found += ["repeat"] if len(set(actors)) != len(actors) else []
        found += ["end"] if actors[-1] != service.organisation_id else []
        found += ["open door"] if one.status != "to_check" else []
        for before, step in zip(one.path, one.path[1:], strict=False):
            tie = network.directory.relations[step.tie.id] if step.tie else None
            ends = {tie.from_id, tie.to_id} if tie else set()
            found += ["tie"] if ends != {before.actor.id, step.actor.id} else []
            if tie and tie.kind == "refers_to" and tie.directed and tie.from_id != before.actor.id:
                found.append("direction")
    for need in answer.needs:
        scores = [
            (-one.score, one.hops, one.service.id) for one in answer.suggestions if one.need == need.need
        ]
        found += ["order"] if scores != sorted(scores) else []
        found += ["k"] if len(scores) > asked.k else []
    return found


def test_random_networks_break_no_constraint_and_leave_nothing_better_out(
    make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    for number in range(sized(150, 1000)):
        chance = random.Random(f"suggest-{seed}-{number}")
        directory = make_directory(
            chance, nodes=chance.randrange(10, 61), degree=chance.uniform(2, 6), trap=chance.random() < 0.6
        )
        network = network_of(directory)
        hops, k = chance.choice((1, 2, 3, 4)), chance.choice((1, 3, 5))
        origin = chance.choice(sorted(directory.organisations))
        answer = suggest(network, SuggestionRequest(origin, (CATEGORY,), max_hops=hops, k=k))
        assert violations(network, answer) == []
        best = truth(directory).best(origin, hops)
        everyone = sorted(
            (
                -round(0.6 * _worth(service.status) + 0.4 * math.exp(-best[service.organisation_id][0]), 6),
                len(best[service.organisation_id][2]),
                service.id,
            )
            for service in directory.services.values()
            if service.organisation_id in best
        )
        shown = [(-one.score, one.hops, one.service.id) for one in answer.suggestions]
        assert [one[1:] for one in shown] == [one[1:] for one in everyone[:k]]
        assert all(abs(a[0] - b[0]) < 2e-6 for a, b in zip(shown, everyone, strict=False))
        for one in answer.suggestions:
            cost, actors, ties = best[one.provider.id]
            assert abs(one.cost / 1e9 - cost) < 1e-7
            assert tuple(step.actor.id for step in one.path) == actors
            assert tuple(step.tie.id for step in one.path if step.tie) == ties
        beyond = sum(service.organisation_id not in best for service in directory.services.values())
        assert answer.needs[0].excluded == ({"unreachable": beyond} if beyond else {})


def _worth(status: str) -> float:
    """Need .30; outcome .20, distance .15, language .10, load .05 at half; freshness 0; capacity .10."""
    return 0.30 + 0.5 * (0.20 + 0.15 + 0.10 + 0.05) + (0.0 if status == "projet_termine" else 0.05)


def test_every_origin_and_need_of_mali_breaks_no_constraint(
    mali: Network, sized: Callable[[int, int], int]
) -> None:
    needs = sorted({code for kind, code in mali.directory.terms if kind == "service_category"})
    needs = [
        code
        for code in needs
        if "entre organisations" not in mali.directory.terms[("service_category", code)].note
    ]
    origins = sorted(mali.directory.organisations)[:: sized(9, 1)]
    questions = (
        {},
        {"target_groups": ("migrants_transit",), "places": ("bamako",)},
        {"places": ("kayes", "gao"), "k": 2},
        {"target_groups": ("mineurs", "femmes"), "languages": ("bm",), "max_hops": 6},
    )
    for origin in origins:
        for question in questions:
            answer = suggest(mali, SuggestionRequest(origin, tuple(needs), **question))
            assert violations(mali, answer) == []
            for need in answer.needs:
                known = [one for one in mali.directory.services.values() if one.category == need.need]
                cut = need.shown == answer.request.k
                assert need.shown + sum(need.excluded.values()) == len(known) or cut


def test_a_service_of_the_origin_itself_comes_without_a_path(mali: Network) -> None:
    answer = suggest(mali, SuggestionRequest("aracem", ("hebergement",)))
    own = answer.suggestions[0]
    assert (own.provider.id, own.hops, own.cost) == ("aracem", 0, 0)
    assert [step.actor.id for step in own.path] == ["aracem"]


def test_asking_bamako_finds_mali_wide_services_but_not_kayes(mali: Network) -> None:
    ask = SuggestionRequest("oim", ("reintegration_economique",), places=("bamako",), k=50, max_hops=6)
    marks = {one.service.id: dict(one.reasons) for one in suggest(mali, ask).suggestions}
    assert "wider_area" in marks["oim--reintegration-economique-1"]
    kayes = SuggestionRequest("ame", ("reintegration_economique",), places=("Kayes",), k=50, max_hops=6)
    found = {one.service.id for one in suggest(mali, kayes).suggestions}
    assert "ame--reintegration-economique-1" in found
    assert "mahm--reintegration-economique-1" not in found


def test_each_excluded_service_is_counted_once_with_its_first_reason(mali: Network) -> None:
    answer = suggest(mali, SuggestionRequest("rencontre-et-developpement", ("transport",), max_hops=1))
    assert answer.needs[0].excluded == {"closed": 1, "unreachable": 2}
    planned = suggest(mali, SuggestionRequest("oim", ("reintegration_economique",), k=50)).needs[0]
    assert planned.excluded["not_open_yet"] == 1


def test_languages_are_unknown_never_a_reason_to_exclude(mali: Network) -> None:
    plain = suggest(mali, SuggestionRequest("aracem", ("hebergement",)))
    spoken = suggest(mali, SuggestionRequest("aracem", ("hebergement",), languages=("bm", "fr")))
    assert [one.service.id for one in spoken.suggestions] == [one.service.id for one in plain.suggestions]
    assert all("languages" in one.unknown for one in spoken.suggestions)
    assert all("languages" not in one.unknown for one in plain.suggestions)


def test_several_needs_have_k_each_in_the_order_asked(mali: Network) -> None:
    answer = suggest(mali, SuggestionRequest("oim", ("sante", "ecoute", "sante"), k=1))
    assert [need.need for need in answer.needs] == ["sante", "ecoute"]
    assert [one.need for one in answer.suggestions] == ["sante", "ecoute"]


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"origin": "nowhere"}, NotFound, "origin"),
        ({"origin": "refuge-demo"}, NotFound, "origin"),
        ({"origin": ""}, NotFound, "origin"),
        ({"needs": ()}, BadInput, "needs"),
        ({"needs": ("nothing",)}, BadInput, "needs[0]"),
        ({"needs": ("ecoute", "plaidoyer")}, BadInput, "needs[1]"),
        ({"target_groups": ("martians",)}, BadInput, "target_groups[0]"),
        ({"places": ("bamako", "atlantis")}, BadInput, "places[1]"),
        ({"places": ("",)}, BadInput, "places[0]"),
        ({"languages": ("français",)}, BadInput, "languages[0]"),
        ({"max_hops": 0}, BadInput, "max_hops"),
        ({"max_hops": 7}, BadInput, "max_hops"),
        ({"max_hops": True}, BadInput, "max_hops"),
        ({"k": 0}, BadInput, "k"),
        ({"k": 51}, BadInput, "k"),
        ({"urgency": "soon"}, BadInput, "urgency"),
        ({"needs": ("ecoute",) * 51}, BadInput, "needs"),
    ],
)
def test_a_question_that_cannot_be_asked_names_its_field_and_never_echoes_it(
    mali: Network, change: dict[str, Any], error: type[SociogramError], field: str
) -> None:
    asked = {"origin": "aracem", "needs": ("ecoute",), **change}
    with pytest.raises(error) as caught:
        suggest(mali, SuggestionRequest(**asked))
    problem = caught.value.first
    assert problem.field == field
    for lang in ("fr", "en"):
        line = problem.line(lang)  # type: ignore[arg-type]
        assert "\n" not in line
        assert problem.remedy.in_(lang)  # type: ignore[arg-type]
        assert not any(word in line for word in ("nowhere", "martians", "atlantis", "soon", "refuge-demo"))


def test_an_origin_hidden_and_one_absent_get_the_same_words(mali: Network) -> None:
    said = []
    for origin in ("refuge-demo", "no-such-organisation"):
        with pytest.raises(NotFound) as caught:
            suggest(mali, SuggestionRequest(origin, ("ecoute",)))
        said.append(caught.value.problems)
    assert said[0] == said[1]
