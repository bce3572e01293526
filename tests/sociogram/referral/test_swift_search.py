"""The compiled search gives what the plain one gives, path by path; its arrays hold public rows alone."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation, Service
from sociogram.referral import loops, paths, snapshot, swift
from sociogram.referral.kernels import search
from sociogram.referral.network import Network, network_of
from sociogram.referral.paths import Path, cheapest_paths, within_reach
from sociogram.referral.request import MAX_HOPS, SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.referral.swift import Swift
from sociogram.referral.weights import weights


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> Iterator[None]:
    """Every network of this file counts as large; elsewhere none does."""
    loops.load()
    large, loops.LARGE = loops.LARGE, 0
    yield
    loops.LARGE = large
    loops.forget()


class Plain:
    """The same network without its compiled search."""

    def __init__(self, network: Network) -> None:
        self.steps = network.steps


def public_part(directory: Directory) -> Directory:
    return replace(
        directory,
        organisations={k: v for k, v in directory.organisations.items() if v.sensitivity != "restreint"},
        services={k: v for k, v in directory.services.items() if v.sensitivity != "restreint"},
        relations={k: v for k, v in directory.relations.items() if v.sensitivity != "restreint"},
    )


def random_question(
    chance: random.Random, directory: Directory
) -> tuple[str, list[str], int, frozenset[str]]:
    ids = sorted(directory.organisations)
    goals = chance.sample(ids, chance.choice((1, 4, len(ids) // 2, len(ids))))
    avoid = frozenset(chance.sample(ids, chance.choice((0, 0, 1, 4))))
    return chance.choice(ids), goals, chance.randint(1, MAX_HOPS), avoid


def test_paths_and_reach_equal_those_of_the_plain_search(
    make_directory: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    laid_over = 0
    for number in range(sized(150, 5000)):
        chance = random.Random(f"swift-{seed}-{number}")
        directory = make_directory(
            chance, nodes=chance.randrange(10, sized(60, 300)), degree=chance.uniform(2, 6),
            hidden=chance.choice((0, 3)), trap=chance.random() < 0.5,
        )  # fmt: skip
        network = network_of(directory, using=None if number % 10 else replace(weights(), per_hop=5.0))
        laid_over += bool(network.overlay)
        origin, goals, hops, avoid = random_question(chance, directory)
        plain = Plain(network)
        assert network.swift() is not None
        expected = list(cheapest_paths(plain, origin, goals, hops, avoid=avoid))
        assert list(cheapest_paths(network, origin, goals, hops, avoid=avoid)) == expected
        reach = within_reach(plain, origin, hops, avoid=avoid)
        assert within_reach(network, origin, hops, avoid=avoid) == reach
    assert laid_over


def test_paths_equal_the_enumeration_of_every_path(
    make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    for number in range(sized(40, 5000)):
        chance = random.Random(f"truth-{seed}-{number}")
        directory = make_directory(
            chance, nodes=chance.randrange(10, 40), degree=chance.uniform(2, 5), hidden=2, trap=True
        )
        origin, goals, hops, _ = random_question(chance, directory)
        hops = min(hops, 3)
        found = {path.actors[-1]: path for path in cheapest_paths(network_of(directory), origin, goals, hops)}
        best = truth(directory).best(origin, hops)
        expected = {node: best[node][1:] for node in goals if node in best}
        assert {node: (path.actors, path.ties) for node, path in found.items()} == expected


def test_whole_answers_are_those_of_the_plain_search_and_none_of_them_needs_it(
    make_directory: Any, monkeypatch: pytest.MonkeyPatch, sized: Callable[[int, int], int], seed: int
) -> None:
    """Other ways included, those too that only begin elsewhere."""
    begun_elsewhere = 0
    for number in range(sized(60, 1000)):
        chance = random.Random(f"answers-{seed}-{number}")
        directory = make_directory(chance, nodes=chance.randrange(10, 60), degree=4, hidden=2)
        network = network_of(directory)
        asked = SuggestionRequest(min(directory.organisations), ("hebergement",), max_hops=4, k=9)
        with monkeypatch.context() as patched:
            patched.setattr(loops, "LARGE", 1 << 30)
            plain = suggest(network, asked)
        with monkeypatch.context() as patched:
            patched.setattr(paths, "_plainly", None)
            assert suggest(network, asked) == plain
        begun_elsewhere += sum(
            one.path[1].actor in [step.actor for step in other]
            for one in plain.suggestions
            for other in one.other_paths or ()
        )
    assert begun_elsewhere


def test_the_k_nearest_are_the_first_k_and_an_early_stop_cuts_nothing_else(
    make_directory: Any, seed: int
) -> None:
    for number in range(40):
        chance = random.Random(f"first-{seed}-{number}")
        directory = make_directory(chance, nodes=80, degree=6, hidden=3)
        network = network_of(directory)
        origin, goals, hops, _ = random_question(chance, directory)
        whole = list(cheapest_paths(Plain(network), origin, goals, hops))
        limit = whole[len(whole) // 2].cost if whole else 0

        def enough(path: Path, limit: int = limit) -> bool:
            return path.cost > limit

        cut = list(cheapest_paths(network, origin, goals, hops, enough=enough))
        assert cut == list(cheapest_paths(Plain(network), origin, goals, hops, enough=enough))
        among = network.swift()._numbers(goals)  # type: ignore[union-attr]
        for k in (1, 3, 70):
            assert network.swift().near(origin, hops, k, among=among) == whole[:k]  # type: ignore[union-attr]


def test_more_labels_than_the_first_room_holds(make_directory: Any, seed: int) -> None:
    network = network_of(make_directory(random.Random(seed), nodes=900, degree=12))
    ids = sorted(network.directory.organisations)
    found = list(cheapest_paths(network, ids[0], ids, 4))
    assert len(found) > 700
    assert found == list(cheapest_paths(Plain(network), ids[0], ids, 4))
    avoid = frozenset(ids[1:400])
    found = list(cheapest_paths(network, ids[0], ids, 4, avoid=avoid))
    assert found == list(cheapest_paths(Plain(network), ids[0], ids, 4, avoid=avoid))


def test_labels_that_lead_to_no_area_asked_for_are_left_out_and_nothing_else(seed: int) -> None:
    """Areas on a line: the search turns back at once where the goals' area is too far, and finds the rest."""
    ids = [f"n{number:03d}" for number in range(120)]
    steps = {one: [] for one in ids}
    for here, there in pairwise(ids):
        steps[here].append((there, 10))
        steps[there].append((here, 10))
    areas = {one: number // 10 for number, one in enumerate(ids)}
    made = built(ids, steps, areas)
    granted = {ids[5]: (snapshot.Step(ids[57], 7, "z"),)}
    for laid_over in ({}, granted):
        loop = Swift(made, {one: at for at, one in enumerate(ids)}, laid_over)
        (near, far) = ([ids[12]], [ids[55]])
        assert [path.hops for path in loop.cheapest_paths(ids[9], near, 4, enough=never)] == [3]
        found = list(loop.cheapest_paths(ids[4], far, 4, enough=never))
        assert [path.actors for path in found] == ([(ids[4], ids[5], *ids[57:54:-1])] if laid_over else [])
        assert (loop.counts[3] < 4) == (not laid_over)


def never(path: Path) -> bool:
    return False


def built(ids: list[str], steps: Any, areas: dict[str, int]) -> snapshot.Snapshot:
    made = snapshot.Snapshot(tuple(ids), ("t",))
    number = {one: at for at, one in enumerate(ids)}
    for one in ids:
        for there, cost in steps[one]:
            made.targets.append(number[there])
            made.costs.append(cost)
            made.tie_numbers.append(0)
        made.offsets.append(len(made.targets))
        made.marks.append(snapshot.mark_of(areas[one]))
    return made


def test_hidden_rows_change_no_byte_of_the_arrays_and_no_step_of_the_work(
    make_directory: Any, seed: int
) -> None:
    for number in range(20):
        chance = random.Random(f"hidden-{seed}-{number}")
        directory = make_directory(chance, nodes=40, degree=4, hidden=4)
        seen = public_part(directory)
        without, granted = network_of(seen), network_of(directory)
        assert bytes_of(granted.snapshot) == bytes_of(without.snapshot)
        assert granted.overlay
        assert not without.overlay
        again = network_of(public_part(directory))
        origin, goals, hops, avoid = random_question(chance, seen)
        work = []
        for network in (without, again):
            found = list(cheapest_paths(network, origin, goals, hops, avoid=avoid))
            work.append((found, getattr(network.swift(), "counts", None)))
        assert repr(work[0]) == repr(work[1])


def bytes_of(made: snapshot.Snapshot) -> tuple[object, ...]:
    arrays = (made.offsets, made.targets, made.costs, made.tie_numbers, made.marks)
    return (made.nodes, made.ties, *(one.tobytes() for one in arrays))


def test_a_change_shows_in_the_next_answer_and_the_arrays_stay(
    make_directory: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    kept = shown = 0
    for number in range(sized(60, 2000)):
        chance = random.Random(f"change-{seed}-{number}")
        directory = make_directory(chance, nodes=120, degree=4, hidden=3)
        network = network_of(directory)
        for _ in range(3):
            now = altered(chance, directory)
            later, anew = network_of(now, before=network), network_of(now)
            kept += later.snapshot is network.snapshot
            origin, goals, hops, avoid = random_question(chance, now)
            expected = list(cheapest_paths(Plain(anew), origin, goals, hops, avoid=avoid))
            assert list(cheapest_paths(Plain(later), origin, goals, hops, avoid=avoid)) == expected
            assert list(cheapest_paths(later, origin, goals, hops, avoid=avoid)) == expected
            assert within_reach(later, origin, hops) == within_reach(Plain(anew), origin, hops)
            shown += expected != list(cheapest_paths(network, origin, goals, hops, avoid=avoid))
            directory, network = now, later
    assert kept
    assert shown


def test_an_organisation_newer_than_the_arrays_and_tied_to_nobody_has_its_own_services(
    make_directory: Any,
) -> None:
    directory = make_directory(random.Random(1), nodes=120, degree=4)
    network, rows = network_of(directory), dict(directory.organisations)
    rows["org-0-new"] = Organisation("org-0-new", "New")
    own = Service("own", "org-0-new", "hebergement")
    now = replace(directory, organisations=rows, services={**directory.services, own.id: own})
    later = network_of(now, before=network)
    assert later.snapshot is network.snapshot
    question = SuggestionRequest("org-0-new", ("hebergement",))
    assert [one.service.id for one in suggest(later, question).suggestions] == ["own"]
    assert list(cheapest_paths(later, "org-0-new", ["org-0-new"], 3, enough=lambda path: True)) == []
    assert list(cheapest_paths(later, "org-0-new", sorted(directory.organisations), 3)) == []


def altered(chance: random.Random, directory: Directory) -> Directory:
    """One small change: a tie more, one less, of another kind; an organisation more, or closed to others."""
    ids, ties = sorted(directory.organisations), dict(directory.relations)
    organisations = dict(directory.organisations)
    one, other = chance.sample(ids, 2)
    tie = ties[chance.choice(sorted(ties))]
    match chance.randrange(5):
        case 0:
            ties["tie-0-new"] = replace(tie, id="tie-0-new", from_id=one, to_id=other, sensitivity="public")
        case 1:
            del ties[tie.id]
        case 2:
            ties[tie.id] = replace(tie, kind="refers_to", status="non_date")
        case 3:
            organisations["org-0-new"] = replace(organisations[one], id="org-0-new", sensitivity="public")
            ties["tie-0-to-it"] = replace(tie, id="tie-0-to-it", from_id=one, to_id="org-0-new")
        case 4:
            organisations[one] = replace(organisations[one], sensitivity="restreint")
    return replace(directory, organisations=organisations, relations=ties)


def test_both_halves_mean_the_same_by_their_numbers() -> None:
    assert search.AREA_SHIFT == snapshot.AREA_SHIFT == swift.AREA_SHIFT
    assert search.MAX_HOPS == paths.MAX_HOPS == MAX_HOPS


def test_a_server_has_the_loops_made_ready_when_it_meets_a_large_network(
    make_directory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = make_directory(random.Random(1), nodes=20, degree=4)
    loops.forget()
    network_of(directory)  # nobody wants them
    assert not loops.ready()
    loops.want()
    monkeypatch.setattr(loops, "LARGE", 20_000)
    network_of(directory)  # not worth it
    monkeypatch.setattr(loops, "LARGE", 0)
    assert not loops.ready()
    network = network_of(directory)
    loops.load()  # waits for the thread that is at it, if it is
    assert network.swift() is not None


def test_a_small_network_and_one_whose_loops_are_not_at_hand_go_without(
    make_directory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = network_of(make_directory(random.Random(1), nodes=20, degree=4))
    monkeypatch.setattr(loops, "LARGE", 20_000)
    assert network.swift() is None
    monkeypatch.setattr(loops, "LARGE", 0)
    loops.forget()
    assert network.swift() is None
    loops.load()
    assert network.swift() is not None
