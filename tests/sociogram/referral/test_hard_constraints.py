"""Random networks and viewers: no hard constraint is broken, every way is the cheapest, what is left out has
its reason, and rows hidden from the viewer change no byte. All against a slow reading of the rules."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Service
from sociogram.referral.answer_json import answer_json
from sociogram.referral.known import Known, NightFunction
from sociogram.referral.network import Network, network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.stores.memory_store import MemoryStore
from tests.sociogram.referral.invented import CATEGORY, calls, furnished, question
from tests.sociogram.referral.slow_rules import broken

BRINGER, VIEWER = Viewer("bringer"), Viewer("viewer")
NIGHT = NightFunction("x", "nowhere")


def test_random_networks_and_viewers_break_no_hard_constraint(
    make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    """One store holds everything, another only what the viewer may see: who asks cannot tell which it was."""
    total, laid_over, hidden = Counter[str](), 0, 0
    for number in range(sized(150, 5000)):
        chance = random.Random(f"hard-{seed}-{number}")
        nodes = chance.randrange(10, 26 if number % 50 else 161)
        whole = make_directory(chance, nodes=nodes, degree=chance.uniform(2, 4), hidden=chance.randrange(5))
        whole = furnished(chance, with_hidden_services(chance, whole))
        granted = {key for key in whole.organisations if chance.random() < 0.4}
        directory = seen(whole, granted)
        asked = question(chance, directory)
        called = calls(chance, whole)
        answers = [
            suggest(network, asked, Known(some(called, rows.services), {}, (*night(rows), NIGHT)))
            for rows, network in ((whole, held(whole, granted)), (directory, held(directory, granted)))
        ]
        for lang in ("fr", "en"):
            with_hidden, without = (repr(answer_json(one, lang)) for one in answers)
            assert with_hidden == without, number
        ways = list(truth(directory).every_path(asked.origin, asked.max_hops))
        known = Known(called, {}, (*night(whole), NIGHT))
        assert broken(directory, answers[0], known, ways) == [], number
        total.update(answers[0].needs[0].excluded)
        hidden += len(whole.organisations) > len(directory.organisations)
        laid_over += any(one.sensitivity == "restreint" for one in directory.organisations.values())
    assert len(total) == 13, "every reason was met"
    assert min(hidden, laid_over) > 30, "some viewers see less than everything, some more than the public"


def night(rows: Directory) -> tuple[NightFunction, ...]:
    return tuple(NightFunction(f"f {one}", one) for one in sorted(rows.organisations))


def some(called: Any, services: Any) -> Any:
    return {key: one for key, one in called.items() if key in services}


def with_hidden_services(chance: random.Random, whole: Directory) -> Directory:
    """Some services of public organisations are hidden by themselves; nobody is granted those."""
    services = {
        key: replace(one, sensitivity="restreint") if chance.random() < 0.1 else one
        for key, one in whole.services.items()
    }
    return replace(whole, services=services)


def seen(whole: Directory, granted: set[str]) -> Directory:
    """What a viewer may see: public rows, and all of the organisations granted."""
    organisations = {
        key: one
        for key, one in whole.organisations.items()
        if one.sensitivity != "restreint" or key in granted
    }
    services = {
        key: one
        for key, one in whole.services.items()
        if one.organisation_id in organisations
        and (one.sensitivity != "restreint" or one.organisation_id in granted)
    }
    ties = {
        key: tie for key, tie in whole.relations.items() if {tie.from_id, tie.to_id} <= organisations.keys()
    }
    return replace(whole, organisations=organisations, services=services, relations=ties)


def held(rows: Directory, granted: set[str]) -> Network:
    """The network that the viewer has from a store that somebody else filled with these rows."""
    store = MemoryStore()
    columns = (rows.organisations, rows.services, rows.relations, rows.places, rows.terms)
    store.import_directory(BRINGER, DirectoryFolder(*(tuple(column.values()) for column in columns)))
    for one in sorted(granted & rows.organisations.keys()):
        store.grant("organisation", one, VIEWER.id)
    return network_of(store.directory(VIEWER))


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
