"""Hidden means absent, byte for byte: a directory with restricted rows answers as one that never had them."""

import csv
import io
import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.folder import read_folder
from sociogram.directory.folder_csv import write_folder
from sociogram.directory.needs import codes, needs
from sociogram.directory.packaged import packaged_directory, packaged_situations
from sociogram.directory.publishing import directory_of
from sociogram.directory.search import search
from sociogram.directory.wire import directory_json
from sociogram.errors import SociogramError
from sociogram.referral.answer_json import answer_json
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest

HIDDEN = "refuge-demo"


def without_hidden_rows(files: Mapping[str, bytes], hidden: set[str]) -> dict[str, bytes]:
    """The same folder as if the hidden organisations had never been written down."""
    ends = {
        "organisations.csv": ("id",),
        "services.csv": ("organisation_id",),
        "relations.csv": ("from", "to"),
    }
    kept = {}
    for name, data in files.items():
        lines = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
        columns = [lines[0].index(column) for column in ends.get(name, ())]
        rows = [line for line in lines[1:] if not {line[column] for column in columns} & hidden]
        stream = io.StringIO(newline="")
        csv.writer(stream, lineterminator="\n").writerows([lines[0], *rows])
        kept[name] = stream.getvalue().encode("utf-8")
    return kept


def everything(directory: Directory, origins: list[str], questions: list[dict[str, Any]]) -> Iterator[str]:
    """Every output of this part of the house, one text after the other."""
    network = network_of(directory)
    yield network.version
    yield repr((network.snapshot, network.overlay, network.services))
    yield repr([one.id for one in directory.organisations.values()])
    yield repr(sorted(write_folder(directory).items()))
    yield json.dumps(directory_json(directory))
    for text in ("", "refuge", "RD", "démo", "menacees", "mise à l'abri", "ecoute"):
        yield repr(search(directory, text=text, size=200))
    for group in ("personnes_menacees", "migrants_transit"):
        yield repr(search(directory, groups=[group], size=200))
    for need in codes(directory.terms, "service_category"):
        yield repr(search(directory, needs=[need], size=200))
    for origin in origins:
        for question in questions:
            try:
                answer = suggest(network, SuggestionRequest(origin=origin, **question))
            except SociogramError as error:
                yield repr(error.problems)
            else:
                yield json.dumps([answer_json(answer, "fr"), answer_json(answer, "en")])


def test_mali_with_and_without_the_hidden_provider_is_the_same(sized: Callable[[int, int], int]) -> None:
    files = write_folder(packaged_directory())
    with_rows = directory_of(read_folder(files))
    without = directory_of(read_folder(without_hidden_rows(files, {HIDDEN})))
    origins = [HIDDEN, "nowhere", *sorted(without.organisations)[:: sized(6, 1)]]
    asked = needs(without.terms)
    questions: list[dict[str, Any]] = [{"needs": asked}]
    questions += [{"needs": (need,), "places": ("bamako",), "k": 2, "max_hops": 4} for need in asked]
    questions += [{"needs": ("ecoute",), "target_groups": ("personnes_menacees",)}, {"needs": ("nothing",)}]
    pairs = zip(
        everything(with_rows, origins, questions), everything(without, origins, questions), strict=True
    )
    for number, (seen, expected) in enumerate(pairs):
        assert seen == expected, f"output {number} tells of the hidden provider"


def test_the_filter_is_what_keeps_mali_quiet() -> None:
    """With the filter off (everything granted) the same comparison fails: the test can see a leak."""
    files = write_folder(packaged_directory())
    leaky = directory_of(read_folder(files), granted={HIDDEN})
    without = directory_of(read_folder(without_hidden_rows(files, {HIDDEN})))
    question = [{"needs": needs(without.terms)}]
    leaks = [
        seen != expected
        for seen, expected in zip(
            everything(leaky, ["aracem"], question), everything(without, ["aracem"], question), strict=True
        )
    ]
    assert leaks[0], "the version"
    assert all(leaks[1:5]), "arrays, lists, exports"
    assert leaks[-1], "suggestions"


def visible(directory: Directory) -> Directory:
    """What a store shows to a viewer without grants."""
    public = {key for key, row in directory.organisations.items() if row.sensitivity != "restreint"}
    return replace(
        directory,
        organisations={key: row for key, row in directory.organisations.items() if key in public},
        services={key: row for key, row in directory.services.items() if row.organisation_id in public},
        relations={
            key: row for key, row in directory.relations.items() if {row.from_id, row.to_id} <= public
        },
    )


def test_random_networks_whose_best_path_uses_a_hidden_relay(
    make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    """The answer is the one of the rows that are visible, though a hidden relay would be better."""
    wanted, tried, number = sized(100, 500), 0, 0
    while tried < wanted:
        number += 1
        chance = random.Random(f"hidden-{seed}-{number}")
        whole = make_directory(chance, nodes=chance.randrange(10, 41), degree=chance.uniform(2, 4), hidden=2)
        shown = visible(whole)
        origin = min(shown.organisations)
        if not tempting(truth, whole, shown, origin):
            continue
        tried += 1
        question = SuggestionRequest(origin, ("hebergement",), k=5)
        answer = suggest(network_of(shown), question)
        secret = set(whole.organisations) - set(shown.organisations)
        said = json.dumps(answer_json(answer))
        assert not any(name in said for name in secret)
        best = truth(shown).best(origin, 3)
        for one in answer.suggestions:
            assert tuple(step.actor.id for step in one.path) == best[one.provider.id][1]
        bought = suggest(network_of(whole), question)
        assert bought.network_version != answer.network_version


def tempting(truth: Any, whole: Directory, shown: Directory, origin: str) -> bool:
    """Whether with all rows some visible organisation is reached better through a hidden one."""
    every, some = truth(whole).best(origin, 3), truth(shown).best(origin, 3)
    return any(
        node in shown.organisations and (node not in some or path[1] != some[node][1])
        for node, path in every.items()
    )


def test_a_granted_viewer_sees_the_overlay_and_nobody_elses_arrays_change() -> None:
    folder = packaged_directory()
    public, granted = network_of(directory_of(folder)), network_of(directory_of(folder, granted={HIDDEN}))
    assert granted.snapshot == public.snapshot
    assert not public.overlay
    assert set(granted.overlay) >= {HIDDEN, "cisp", "aracem"}
    answer = suggest(granted, SuggestionRequest("cisp", ("relocalisation_securite",)))
    assert [one.provider.id for one in answer.suggestions] == [HIDDEN]
    assert suggest(public, SuggestionRequest("cisp", ("relocalisation_securite",))).suggestions == ()


def test_searching_a_mixed_network_equals_searching_one_built_in_one_piece() -> None:
    """Overlay and snapshot merged at query time give what one set of arrays would."""
    folder = packaged_directory()
    mixed = network_of(directory_of(folder, granted={HIDDEN}))
    directory = directory_of(folder, granted={HIDDEN})
    flat = network_of(
        replace(
            directory,
            organisations={k: replace(v, sensitivity="public") for k, v in directory.organisations.items()},
            relations={k: replace(v, sensitivity="public") for k, v in directory.relations.items()},
        )
    )
    for origin in sorted(directory.organisations):
        question = SuggestionRequest(origin, needs(directory.terms), max_hops=4, k=3)
        assert [
            (one.service.id, one.cost, [step.actor.id for step in one.path])
            for one in suggest(mixed, question).suggestions
        ] == [
            (one.service.id, one.cost, [step.actor.id for step in one.path])
            for one in suggest(flat, question).suggestions
        ]


def test_nothing_public_in_the_package_names_the_hidden_provider() -> None:
    said = json.dumps(directory_json(directory_of(packaged_directory())), ensure_ascii=False).casefold()
    assert not any(word in said for word in ("refuge-demo", "refuge démo", "refuge demo"))
    public = [
        data for data in packaged_situations().values() if json.loads(data)["sensitivity"] != "restreint"
    ]
    assert len(public) == 3
    assert not any(HIDDEN.encode() in data for data in public)
