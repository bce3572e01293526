"""Hard constraints on random networks and viewers, against a slow reading of the rules: nothing is broken,
everything left out has its reason, other ways are found when there are some."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Service
from sociogram.referral.answer import Suggestion, SuggestionAnswer
from sociogram.referral.known import Known, NightFunction
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.service_check import ServiceCheck
from sociogram.referral.suggest import suggest

CATEGORY = "hebergement"
DAY = date(2026, 11, 22)
KINDS = ("institution_publique", "association_ong_nationale", "agence_onu", "")
GROUPS = ("mineurs", "femmes", "migrants_transit")
PLACES = ("Bamako", "Gao", "Mali")
WINDOWS = ((), ("01-15/03-31",), ("11-01/12-31",), ("annuel",), ("2027-01-10/2027-02-10",))


def facts(chance: random.Random) -> dict[str, Any]:
    """Facts of a service, each known about every second time."""
    offered: dict[str, Any] = {
        "target_groups": tuple(chance.sample(GROUPS, k=chance.randrange(1, 3))),
        "places": (chance.choice(PLACES),),
        "languages": tuple(chance.sample(("fr", "bm", "en"), k=chance.randrange(1, 3))),
        "intake": chance.choice(WINDOWS),
        "night": chance.choice((True, False)),
        "capacity": chance.choice((0, 0, 2)),
        "age_min": chance.choice((0, 12, 18)),
        "age_max": chance.choice((17, 25, 99)),
        "checked_on": (DAY - timedelta(days=chance.randrange(400))).isoformat(),
        "capacity_on": (DAY - timedelta(days=chance.randrange(40))).isoformat(),
        "status": chance.choice(("non_date", "projet_termine", "arrete", "historique", "prevu")),
    }
    return {name: value for name, value in offered.items() if chance.random() < 0.4}


def furnished(chance: random.Random, directory: Directory) -> Directory:
    return replace(
        directory,
        organisations={
            key: replace(one, typology=chance.choice(KINDS)) for key, one in directory.organisations.items()
        },
        services={
            key: replace(one, **{"status": "non_date", **facts(chance)})
            for key, one in directory.services.items()
        },
    )


def question(chance: random.Random, directory: Directory) -> SuggestionRequest:
    everybody = sorted(directory.organisations)
    origin = chance.choice(everybody)
    named = (*chance.sample(everybody, k=2), "institution_publique", "agence_onu")
    agreed = ("association_ong_nationale", "agence_onu", *chance.sample(everybody, k=3))

    def some(values: tuple[str, ...], often: float, most: int = 2) -> tuple[str, ...]:
        return (
            tuple(chance.sample(values, k=chance.randrange(1, most + 1))) if chance.random() < often else ()
        )

    return SuggestionRequest(
        origin,
        (CATEGORY,),
        target_groups=some(GROUPS, 0.4),
        places=some(("bamako", "gao"), 0.4),
        languages=some(("fr", "bm"), 0.3),
        urgency=chance.choice(("normal", "urgent", "tonight")),
        max_hops=chance.choice((1, 2, 3, 4)),
        k=chance.choice((2, 5, 50)),
        age=chance.choice((None, None, 12, 17, 18, 30)),
        on=chance.choice((None, DAY, DAY)),
        must_not_know=some(named, 0.6),
        consent=chance.choice((None, None, (), some(agreed, 1.0, 4))),
    )


def calls(chance: random.Random, directory: Directory) -> dict[str, ServiceCheck]:
    return {
        key: ServiceCheck(
            chance.choice(("open", "full", "closed", "no_answer")),
            DAY - timedelta(days=chance.randrange(120)),
            places=chance.choice((None, 0, 3)),
            until=chance.choice((None, DAY - timedelta(days=1), DAY, DAY + timedelta(days=30))),
        )
        for key in directory.services
        if chance.random() < 0.3
    }


def barred(directory: Directory, asked: SuggestionRequest) -> dict[str, str]:
    """Why an organisation may have no part in it, read from the rows."""
    found = {}
    for key, one in directory.organisations.items():
        classes = {name for name in asked.must_not_know if name not in directory.organisations}
        if key in asked.must_not_know or one.typology in classes or (classes and not one.typology):
            found[key] = "must_not_know"
        elif asked.consent and key not in asked.consent and one.typology not in asked.consent:
            found.setdefault(key, "no_consent")
    if found.get(asked.origin) == "no_consent":
        del found[asked.origin]
    return found


def against(directory: Directory, asked: SuggestionRequest, one: Service, check: ServiceCheck | None) -> str:
    """The first reason against a service but for who offers it, read from the contract."""
    if one.status in ("arrete", "historique"):
        return "closed"
    if one.status == "prevu":
        return "not_open_yet"
    if asked.target_groups and one.target_groups and not set(asked.target_groups) & set(one.target_groups):
        return "wrong_group"
    if asked.age is not None and not (one.age_min or 0) <= asked.age <= (
        one.age_max if one.age_max is not None else 999
    ):
        return "wrong_age"
    here = {place.lower() for place in one.places}
    if asked.places and here and not here & {*asked.places, "mali"}:
        return "out_of_area"
    if asked.languages and one.languages and not set(asked.languages) & set(one.languages):
        return "wrong_language"
    return dates_against(asked, one, check)


def dates_against(asked: SuggestionRequest, one: Service, check: ServiceCheck | None) -> str:
    if asked.on:
        open_now = {"01-15/03-31": False, "11-01/12-31": True, "2027-01-10/2027-02-10": False}
        if any(not open_now.get(window, True) for window in one.intake):
            return "outside_intake"
        if check and one.checked_on and date.fromisoformat(one.checked_on) > check.on:
            check = None
        counted = date.fromisoformat(one.capacity_on) if one.capacity_on else None
        places = one.capacity
        if check and not (counted and counted > check.on):
            told = 0 if check.status == "full" else check.places
            if told is not None:
                places, counted = told, check.on
            elif check.status == "open":
                places = None
        held = bool(check and check.until and asked.on <= check.until)
        lapsed = bool(check and check.until and asked.on > check.until)
        if check and check.status == "closed":
            if held or (not lapsed and (asked.on - check.on).days <= 60):
                return "closed_for_now"
            held = lapsed = False
        full = check is not None and check.status == "full"
        recent = counted is not None and (asked.on - counted).days <= 14
        if places == 0 and (held if full and (held or lapsed) else recent):
            return "full"
    return "closed_at_night" if asked.urgency == "tonight" and one.night is False else ""


def expected(
    directory: Directory, asked: SuggestionRequest, known: Known, truth: Any
) -> tuple[set[str], Counter[str]]:
    """The services that may be suggested, and how many may not, by reason."""
    kept_out = barred(directory, asked)
    ways = list(truth(directory).every_path(asked.origin, asked.max_hops))
    clear = {path[1][-1] for path in ways if not set(path[1][1:]) & set(kept_out)}
    willing = set(barred(directory, replace(asked, must_not_know=())))
    unless_kept = {path[1][-1] for path in ways if not set(path[1][1:]) & willing}
    anyhow = {path[1][-1] for path in ways}
    good, reasons = set(), Counter[str]()
    for key, one in directory.services.items():
        owner = one.organisation_id
        why = kept_out.get(owner) or against(directory, asked, one, known.checks.get(key))
        if not why and owner not in clear:
            told_out = any(reason == "must_not_know" for reason in kept_out.values())
            why = (
                "must_not_know" if owner in unless_kept and told_out
                else "no_consent" if owner in anyhow and asked.consent
                else "unreachable"
            )  # fmt: skip
        if why:
            reasons[why] += 1
        else:
            good.add(key)
    return good, reasons


def other_way_is_right(one: Suggestion, asked: SuggestionRequest, directory: Directory, truth: Any) -> bool:
    """There is another way when one exists that begins elsewhere; it is one of them, with nobody barred."""
    kept_out = set(barred(directory, asked)) - {asked.origin}
    mine = [step.actor.id for step in one.path]
    if len(mine) == 1:
        return one.other_paths == ()
    others = {
        path[1]
        for path in truth(directory).every_path(asked.origin, asked.max_hops)
        if path[1][-1] == mine[-1] and len(path[1]) > 1 and path[1][1] != mine[1]
        and not set(path[1]) & kept_out
    }  # fmt: skip
    shown = [tuple(step.actor.id for step in path) for path in one.other_paths or ()]
    without = {path for path in others if mine[1] not in path}
    return bool(shown) == bool(others) and set(shown) <= (without or others)


def broken(directory: Directory, answer: SuggestionAnswer, known: Known, truth: Any) -> list[str]:
    asked = answer.request
    good, reasons = expected(directory, asked, known, truth)
    kept_out = set(barred(directory, asked)) - {asked.origin}
    shown = [one.service.id for one in answer.suggestions]
    found = ["suggested in spite of a rule"] if set(shown) - good else []
    found += ["left out without a rule"] if len(shown) != min(asked.k, len(good)) else []
    found += ["reasons"] if Counter(answer.needs[0].excluded) != reasons else []
    for one in answer.suggestions:
        found += ["barred on the way"] if {step.actor.id for step in one.path} & kept_out else []
        found += [] if other_way_is_right(one, asked, directory, truth) else ["other way"]
    told = {one.organisation for one in answer.night_list}
    found += ["night"] if told & kept_out or not told <= set(directory.organisations) else []
    found += ["night by day"] if told and asked.urgency != "tonight" else []
    return found


def test_random_networks_and_viewers_break_no_hard_constraint(
    make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    """Hidden organisations stand among the random ones; what the viewer sees is all that is read."""
    total: Counter[str] = Counter()
    for number in range(sized(150, 5000)):
        chance = random.Random(f"hard-{seed}-{number}")
        nodes = chance.randrange(10, 26 if number % 50 else 161)
        whole = make_directory(chance, nodes=nodes, degree=chance.uniform(2, 4), hidden=2)
        granted = {name for name in whole.organisations if chance.random() < 0.3}
        directory = furnished(chance, seen(whole, granted))
        asked = question(chance, directory)
        night = tuple(NightFunction(f"f{at}", one) for at, one in enumerate(sorted(whole.organisations)))
        known = Known(calls(chance, directory), {}, (*night, NightFunction("x", "nowhere")))
        answer = suggest(network_of(directory), asked, known)
        assert broken(directory, answer, known, truth) == [], number
        total.update(answer.needs[0].excluded)
    assert len(total) == 13, "every reason was met"


def seen(whole: Directory, granted: set[str]) -> Directory:
    open_ids = {
        key for key, one in whole.organisations.items() if one.sensitivity != "restreint" or key in granted
    }
    return replace(
        whole,
        organisations={key: one for key, one in whole.organisations.items() if key in open_ids},
        services={key: one for key, one in whole.services.items() if one.organisation_id in open_ids},
        relations={key: tie for key, tie in whole.relations.items() if {tie.from_id, tie.to_id} <= open_ids},
    )


def test_an_organisation_of_unknown_kind_is_of_any_kind_when_somebody_must_not_know() -> None:
    rows = Directory(
        organisations={"a": Organisation("a", "A", typology="autre"), "b": Organisation("b", "B")},
        services={"s": Service("s", "b", CATEGORY), "own": Service("own", "a", CATEGORY)},
        terms=packaged_public_directory().terms,
    )
    answer = suggest(
        network_of(rows), SuggestionRequest("a", (CATEGORY,), must_not_know=("institution_publique",))
    )
    assert [one.service.id for one in answer.suggestions] == ["own"]
    assert answer.needs[0].excluded == {"must_not_know": 1}
