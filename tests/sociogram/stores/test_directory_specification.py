"""What every store promises about the directory: hidden is absent, imports belong to whoever brings them."""

from dataclasses import replace

import pytest

from sociogram.directory.name_guard import HiddenText
from sociogram.directory.packaged import packaged_directory
from sociogram.language import Bilingual
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import ImportReport, Store
from tests.sociogram.stores.invented import (
    ANA,
    BEN,
    HIDDEN,
    OPEN,
    folder,
    organisation,
    renamed,
    service,
    tie,
)


def changes(report: ImportReport) -> dict[str, str]:
    return {f"{row.kind} {row.id}": row.change for row in report.rows}


def test_open_rows_are_everybodys_and_in_id_order(store: Store) -> None:
    report = store.import_directory(ANA, folder(*reversed(OPEN)))
    assert set(changes(report).values()) == {"added"}
    assert [row.place for row in report.rows if row.kind == "organisation"] == ["test.csv:6", "test.csv:7"]
    for viewer in (ANA, BEN):
        directory = store.directory(viewer)
        assert list(directory.organisations) == ["alpha", "beta"]
        assert directory.organisations["beta"].discreet
        assert directory.services["alpha--ecoute-1"] == OPEN[2]
        assert directory.relations["t-open"] == OPEN[3]
        assert directory.places["ici"].label == Bilingual("Ici", "Here")
        assert directory.term("service_category", "ecoute") == OPEN[5]


def test_hidden_rows_are_nobodys_until_granted_not_even_their_bringers(store: Store) -> None:
    store.import_directory(ANA, folder(*OPEN))
    without = store.directory(ANA)
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    assert store.directory(ANA) == store.directory(BEN) == without
    store.grant("organisation", "refuge-demo", "ben")
    assert store.directory(ANA) == without
    seen = store.directory(BEN)
    assert list(seen.organisations) == ["alpha", "beta", "refuge-demo"]
    assert set(seen.services) - set(without.services) == {"refuge-demo--ecoute-1"}
    assert set(seen.relations) - set(without.relations) == {"t-hidden"}


def test_a_grant_may_come_before_its_row_and_tells_nothing(store: Store) -> None:
    store.import_directory(ANA, folder(*OPEN))
    before = store.directory(BEN)
    store.grant("organisation", "refuge-demo", "ben")
    store.grant("service", "inconnu-demo", "ben")
    assert store.directory(BEN) == before
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    assert "refuge-demo" in store.directory(BEN).organisations


def test_a_grant_on_a_service_alone_does_not_open_it_without_its_organisation(store: Store) -> None:
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    store.grant("service", "refuge-demo--ecoute-1", "ben")
    store.grant("relation", "t-hidden", "ben")
    assert store.directory(BEN) == store.directory(ANA)


def test_a_hidden_service_of_an_open_organisation(store: Store) -> None:
    rows = (
        *OPEN,
        service("alpha--cache-1", "alpha", "restreint"),
        service("alpha--cache-2", "alpha", "restreint"),
    )
    store.import_directory(ANA, folder(*rows))
    store.grant("service", "alpha--cache-1", "ben")
    assert "alpha--cache-1" in store.directory(BEN).services
    assert "alpha--cache-2" not in store.directory(BEN).services
    store.grant("organisation", "alpha", "ben")
    assert "alpha--cache-2" in store.directory(BEN).services
    assert len(store.directory(ANA).services) == 1


def test_a_tie_needs_both_its_ends(store: Store) -> None:
    other = organisation("abri-demo", "restreint")
    store.import_directory(
        ANA, folder(*OPEN, *HIDDEN, other, tie("t-two", "refuge-demo", "abri-demo", "restreint"))
    )
    store.grant("organisation", "refuge-demo", "ben")
    assert "t-two" not in store.directory(BEN).relations
    store.grant("organisation", "abri-demo", "ben")
    assert "t-two" in store.directory(BEN).relations


def test_bringing_the_same_folder_again_changes_nothing(store: Store) -> None:
    whole = packaged_directory()
    first = store.import_directory(ANA, whole)
    assert {row.change for row in first.rows} == {"added"}
    seen = store.directory(ANA)
    again = store.import_directory(ANA, whole)
    assert {row.change for row in again.rows} == {"unchanged"}
    assert [replace(row, change="added") for row in again.rows] == list(first.rows)
    assert store.directory(ANA) == seen


def test_facts_about_a_service_are_kept_and_those_that_are_not_known_stay_unknown(store: Store) -> None:
    told = service(
        "s-told", "a", languages=("fr", "bm"), papers=("photos",), intake=("01-15/03-31",), hours="le matin",
        night=False, capacity=0, capacity_on="2026-11-20", checked_on="2026-11-21", age_min=0, age_max=17,
    )  # fmt: skip
    bare = service("s-bare", "a")
    store.import_directory(ANA, folder(organisation("a"), told, bare))
    assert store.directory(BEN).services == {"s-bare": bare, "s-told": told}
    changed = replace(told, capacity=None, night=True)
    report = store.import_directory(ANA, folder(organisation("a"), changed, bare))
    assert changes(report)["service s-told"] == "changed"
    assert store.directory(ANA).services["s-told"] == changed


def test_the_report_is_the_same_with_and_without_hidden_rows_in_the_store(store: Store) -> None:
    """Somebody else's hidden rows: whatever is brought, nothing tells that they are there."""
    store.import_directory(BEN, folder(*OPEN))
    reports = [store.import_directory(ANA, folder(*OPEN, renamed(organisation("gamma"), "Gamma")))]
    store.import_directory(BEN, folder(*OPEN, *HIDDEN))
    clash = folder(*OPEN, *HIDDEN)
    reports.append(store.import_directory(ANA, clash))
    assert set(changes(reports[0]).values()) == {"unchanged", "added"}
    assert changes(reports[1])["organisation refuge-demo"] == "added"
    open_clash = folder(*OPEN, renamed(organisation("refuge-demo"), "Tout autre chose"))
    assert changes(store.import_directory(ANA, open_clash))["organisation refuge-demo"] == "added"
    assert store.directory(ANA).organisations["refuge-demo"].name == "Tout autre chose"
    store.grant("organisation", "refuge-demo", "ben")
    assert store.directory(BEN).organisations["refuge-demo"].name == "Maison refuge-demo"


def test_a_row_seen_by_a_grant_is_compared_like_any_row_seen(store: Store) -> None:
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    store.grant("organisation", "refuge-demo", "ben")
    other = replace(HIDDEN[0], name="Un autre nom")
    assert changes(store.import_directory(BEN, folder(*HIDDEN[:1]))) == {
        "organisation refuge-demo": "unchanged"
    }
    assert changes(store.import_directory(BEN, folder(other))) == {"organisation refuge-demo": "changed"}
    assert store.directory(BEN).organisations["refuge-demo"].name == "Un autre nom"


def test_an_open_row_over_ones_own_hidden_row_is_new_and_keeps_both(store: Store) -> None:
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    report = store.import_directory(ANA, folder(organisation("refuge-demo")))
    assert changes(report) == {"organisation refuge-demo": "added"}
    assert store.directory(BEN).organisations["refuge-demo"].sensitivity == "public"
    assert "refuge-demo--ecoute-1" not in store.directory(BEN).services
    store.grant("organisation", "refuge-demo", "ben")
    assert store.directory(BEN).organisations["refuge-demo"].sensitivity == "restreint"


def test_closing_a_row_takes_it_from_everybody_at_once(store: Store) -> None:
    store.import_directory(ANA, folder(*OPEN))
    closed = replace(OPEN[0], sensitivity="restreint")
    report = store.import_directory(ANA, folder(closed))
    assert changes(report) == {"organisation alpha": "changed"}
    directory = store.directory(ANA)
    assert list(directory.organisations) == ["beta"]
    assert directory.services == {}
    assert directory.relations == {}


def test_nobody_changes_for_others_what_somebody_brought(store: Store) -> None:
    store.import_directory(ANA, folder(*OPEN))
    report = store.import_directory(BEN, folder(renamed(organisation("alpha"), "Un autre nom"), OPEN[1]))
    assert changes(report) == {"organisation alpha": "changed", "organisation beta": "unchanged"}
    assert store.directory(BEN).organisations["alpha"].name == "Un autre nom"
    assert store.directory(ANA).organisations["alpha"].name == "Maison alpha"


def test_texts_that_name_a_hidden_organisation_open_with_it(store: Store) -> None:
    held = HiddenText("organisation", "alpha", "notes", "voisine du refuge-demo", ("refuge-demo",))
    rows = folder(*OPEN, *HIDDEN, hidden_texts=(held,))
    store.import_directory(ANA, rows)
    store.grant("organisation", "refuge-demo", "ben")
    assert store.directory(ANA).organisations["alpha"].notes == ""
    assert store.directory(BEN).organisations["alpha"].notes == "voisine du refuge-demo"
    assert {row.change for row in store.import_directory(ANA, rows).rows} == {"unchanged"}
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    assert store.directory(BEN).organisations["alpha"].notes == ""


@pytest.mark.parametrize("named", [("refuge-demo", "abri-demo"), ("alpha", "refuge-demo")])
def test_a_held_text_needs_every_organisation_it_names(store: Store, named: tuple[str, ...]) -> None:
    held = HiddenText("organisation", "beta", "notes", "x", named)
    rows = (*OPEN, *HIDDEN, organisation("abri-demo", "restreint"))
    store.import_directory(ANA, folder(*rows, hidden_texts=(held,)))
    store.grant("organisation", "refuge-demo", "ben")
    assert store.directory(BEN).organisations["beta"].notes == ""


def test_the_packaged_folder_with_and_without_its_hidden_rows(store: Store) -> None:
    """The invented provider of the packaged folder leaves no trace in what others are given."""
    whole = packaged_directory()
    bare = replace(
        whole,
        organisations=tuple(row for row in whole.organisations if row.sensitivity != "restreint"),
        services=tuple(row for row in whole.services if row.sensitivity != "restreint"),
        relations=tuple(row for row in whole.relations if row.sensitivity != "restreint"),
        hidden_texts=(),
    )
    without = MemoryStore()
    without.import_directory(ANA, bare)
    store.import_directory(ANA, whole)
    for viewer in (ANA, BEN):
        seen = store.directory(viewer)
        assert seen == without.directory(viewer)
        assert repr(seen) == repr(without.directory(viewer))
    assert len(whole.organisations) - len(bare.organisations) == 1
    # Whatever is brought next, the two stores say the same of every row.
    later = replace(
        bare, organisations=(renamed(bare.organisations[0], "Nouveau nom"), *bare.organisations[1:])
    )
    reports = [one.import_directory(ANA, later) for one in (store, without)]
    assert repr(reports[0]) == repr(reports[1])
    reports = [one.import_directory(BEN, replace(whole, hidden_texts=())) for one in (store, without)]
    assert repr(reports[0]) == repr(reports[1])
