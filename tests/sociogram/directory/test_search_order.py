"""What is called so comes first; and the order of what is seen owes nothing to what is hidden."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.access.viewer import Viewer
from sociogram.directory.closeness import Closeness, closeness
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Sensitivity, Service
from sociogram.directory.search import search
from sociogram.stores.memory_store import MemoryStore

MALI = packaged_public_directory()
BRINGER, VIEWER = Viewer("ana"), Viewer("ben")


def ids(directory: Directory, text: str) -> list[str]:
    return [one.organisation.id for one in search(directory, text=text, size=200).items]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("maison du migrant", "maison-du-migrant-gao"),
        ("Maison du Migrant de Gao", "maison-du-migrant-gao"),
        ("croix rouge", "croix-rouge-malienne"),
        ("oim", "oim"),
        ("caritas gao", "caritas-gao"),
    ],
)
def test_what_is_called_so_comes_first(text: str, first: str) -> None:
    found = ids(MALI, text)
    assert found[0] == first
    assert len(found) > 1 or text != "maison du migrant"


def test_the_steps_from_the_closest_to_the_farthest() -> None:
    names = (("maison", "du", "migrant"), ("mdm",))
    every = ("maison", "du", "migrant", "mdm", "accueil", "nuit")
    asked = {
        ("mdm",): Closeness.WHOLE_NAME,
        ("maison", "du"): Closeness.START_OF_NAME,
        ("du", "migrant"): Closeness.PART_OF_NAME,
        ("migrant", "maison"): Closeness.WORDS_OF_NAMES,
        ("nuit", "maison"): Closeness.WORDS,
        ("mig", "mai"): Closeness.BEGINNINGS_IN_NAMES,
        ("acc", "maison"): Closeness.BEGINNINGS,
    }
    assert {wanted: closeness(wanted, names, every) for wanted in asked} == asked
    assert list(asked.values()) == sorted(Closeness)
    assert closeness(("maison", "absente"), names, every) is None


def test_without_words_the_order_is_by_name() -> None:
    found = ids(MALI, "")
    assert found[:2] == ids(MALI, "  ")[:2]
    assert len(found) == len(MALI.organisations)


def test_a_discreet_row_is_ranked_by_its_name_alone() -> None:
    rows = (
        Organisation(id="a", name="Zone neutre", notes="refuge"),
        Organisation(id="b", name="Abri", notes="refuge", sensitivity="prudence"),
        Organisation(id="c", name="Refuge du Nord", sensitivity="prudence"),
    )
    assert ids(Directory({row.id: row for row in rows}), "refuge") == ["c", "a"]


WORDS = st.sampled_from(["maison", "mais", "migrant", "migr", "gao", "du", "croix", "nord"])
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LEVELS: st.SearchStrategy[Sensitivity] = st.sampled_from(["public", "prudence", "restreint"])
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS, LEVELS), min_size=1, max_size=8)


def folder(rows: list[tuple[str, str, str, Sensitivity]], *, hidden: bool) -> DirectoryFolder:
    kept = [(at, row) for at, row in enumerate(rows) if hidden or row[3] != "restreint"]
    return DirectoryFolder(
        organisations=tuple(
            Organisation(id=f"o{at}", name=name, notes=notes, sensitivity=level)
            for at, (name, notes, _, level) in kept
        ),
        services=tuple(
            Service(
                id=f"o{at}--1",
                organisation_id=f"o{at}",
                category="ecoute",
                description=text,
                sensitivity=level,
            )
            for at, (_, _, text, level) in kept
        ),
    )


def seen(brought: DirectoryFolder) -> Directory:
    store = MemoryStore()
    store.import_directory(BRINGER, brought)
    return store.directory(VIEWER)


@settings(max_examples=300, deadline=None)
@given(rows=ROWS, text=TEXTS)
def test_the_order_never_depends_on_hidden_rows(
    rows: list[tuple[str, str, str, Sensitivity]], text: str
) -> None:
    shown, absent = seen(folder(rows, hidden=True)), seen(folder(rows, hidden=False))
    assert repr(search(shown, text=text, size=200)) == repr(search(absent, text=text, size=200))


@settings(max_examples=200, deadline=None)
@given(rows=ROWS, text=TEXTS)
def test_two_rows_keep_their_order_whatever_else_is_there(
    rows: list[tuple[str, str, str, Sensitivity]], text: str
) -> None:
    """How close a row is depends on that row alone: no count of others, no rarity of a word."""
    whole = seen(folder(rows, hidden=False))
    order = ids(whole, text)
    for first, second in pairwise(order):
        pair = {one: whole.organisations[one] for one in (second, first)}
        services = {key: row for key, row in whole.services.items() if row.organisation_id in pair}
        assert ids(replace(whole, organisations=pair, services=services), text) == [first, second]


def test_these_properties_see() -> None:
    """A granted viewer finds the hidden row, first: the property above can fail."""
    rows: list[tuple[str, str, str, Sensitivity]] = [
        ("maison du nord", "gao", "gao", "public"),
        ("maison", "gao", "gao", "restreint"),
    ]
    store = MemoryStore()
    store.import_directory(BRINGER, folder(rows, hidden=True))
    store.grant("organisation", "o1", VIEWER.id)
    assert ids(store.directory(VIEWER), "maison") == ["o1", "o0"]
    assert ids(store.directory(BRINGER), "maison") == ["o0"]
