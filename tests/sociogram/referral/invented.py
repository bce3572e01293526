"""Invented facts of services, questions of every kind and calls, for the tests on random networks."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sociogram.directory.directory import Directory
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.service_check import ServiceCheck

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
