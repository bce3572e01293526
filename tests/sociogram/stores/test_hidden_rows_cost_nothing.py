"""A hidden row leaves no trace in time: with and without it the same work is done, to the instruction.

Times are measured in benchmarks/bench_hidden_rows.py; here nothing depends on how fast the machine is.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sociogram.access.viewer import Viewer
from sociogram.directory.folder import DirectoryFolder
from sociogram.errors import NotFound
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store
from tests.sociogram.loop.told import DAY, told, uuid
from tests.sociogram.stores.invented import (
    ANA,
    BEN,
    CHEAP,
    PASSPHRASE,
    folder,
    organisation,
    person,
    service,
    tie,
    words,
)
from tests.work_done import instructions, watched

Made = Callable[[DirectoryFolder], Store]
_MANY = 60


def rows(*, hidden: bool) -> DirectoryFolder:
    """Sixty organisations with a service and a tie each; every second one restricted, or not there at all."""
    ids = [f"o{number:02d}" for number in range(_MANY)]
    level = {name: ("restreint" if int(name[1:]) % 2 else "public") for name in ids}
    every = [organisation(name, level[name]) for name in ids]  # type: ignore[arg-type]
    every += [service(f"{name}--ecoute-1", name, level[name], description="x" * 300) for name in ids]  # type: ignore[arg-type, misc]
    every += [tie(f"t-{name}", name, ids[0], level[name]) for name in ids[1:]]  # type: ignore[arg-type, misc]
    kept = [row for row in every if hidden or row.sensitivity == "public"]
    return replace(folder(*kept), places_of_rows={})


def only_hidden() -> DirectoryFolder:
    """The restricted rows alone, with the organisation their ties lead to."""
    return rows(hidden=True)


@pytest.fixture(params=["memory", "sqlite"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Made:
    """Make a store that holds a folder brought by Ben; a SQLite one is opened again: it reads cold."""
    count = iter(range(9))

    def make(brought: DirectoryFolder) -> Store:
        if request.param == "memory":
            held = MemoryStore()
            held.import_directory(BEN, brought)
            return held
        url = f"sqlite:///{tmp_path / f'{next(count)}.db'}"
        first = open_store(url, passphrase=lambda: PASSPHRASE, cost=CHEAP)
        first.import_directory(BEN, brought)
        first.close()
        return open_store(url, passphrase=lambda: PASSPHRASE, cost=CHEAP)

    return make


def test_the_first_and_the_second_reading_do_the_same_work(made: Made) -> None:
    shown, absent = made(rows(hidden=True)), made(rows(hidden=False))
    for viewer in (ANA, BEN):
        for _ in ("cold", "warm"):
            work = [instructions(lambda store=store: store.directory(viewer)) for store in (shown, absent)]  # type: ignore[misc] # noqa: B023
            assert work[0] == work[1]
    assert list(shown.directory(ANA).organisations) == list(absent.directory(ANA).organisations)


def test_somebody_elses_hidden_rows_make_nobody_read_again(made: Made) -> None:
    """Bringing hidden rows, or opening them to one viewer, is no work for any other."""
    store = made(rows(hidden=False))
    store.directory(ANA)
    quiet = instructions(lambda: store.directory(ANA))
    store.import_directory(BEN, only_hidden())
    store.grant("organisation", "o01", "ben")
    assert instructions(lambda: store.directory(ANA)) == quiet
    assert "o01" in store.directory(BEN).organisations


def test_an_import_by_another_does_the_same_work(made: Made) -> None:
    work = []
    for store in (made(rows(hidden=True)), made(rows(hidden=False))):
        store.directory(ANA)
        work.append(instructions(lambda store=store: store.import_directory(ANA, rows(hidden=False))))  # type: ignore[misc]
    assert work[0] == work[1]


def test_somebody_elses_situation_costs_what_an_absent_one_does(made: Made) -> None:
    store = made(rows(hidden=False))
    store.create(ANA, "secret", [person(1, "t1")], words(t1="Une personne"))

    def ask(name: str) -> None:
        with pytest.raises(NotFound):
            store.situation(BEN, name)

    ask("secret")
    assert instructions(lambda: ask("secret")) == instructions(lambda: ask("nobody"))
    before = instructions(lambda: store.situations(BEN))
    store.create(ANA, "second", [person(1, "t1")], words(t1="Une personne"))
    assert instructions(lambda: store.situations(BEN)) == before


def test_somebody_elses_events_cost_what_absent_ones_do(made: Made) -> None:
    store = made(rows(hidden=False))
    store.note_events(BEN, [told(1, "referral_made", by="ben")], today=DAY)
    cleo = Viewer("cleo")
    for viewer in (BEN, cleo):
        store.events(viewer)
    quiet, nobody = (instructions(lambda who=who: store.events(who)) for who in (BEN, cleo))  # type: ignore[misc]
    store.note_events(ANA, [told(number, "referral_made") for number in range(1, 30)], today=DAY)
    store.forget_events(ANA, [uuid(4)])
    assert instructions(lambda: store.events(BEN)) == quiet
    assert instructions(lambda: store.events(cleo)) == nobody
    store.note_events(BEN, [told(2, "accepted", by="ben")], today=DAY)
    assert instructions(lambda: store.events(BEN, after=1)) != quiet, "the count sees"


def test_sqlite_runs_the_same_statements_and_decrypts_as_many_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    did = []
    for hidden in (True, False):
        url = f"sqlite:///{tmp_path / f'{hidden}.db'}"
        first = open_store(url, passphrase=lambda: PASSPHRASE, cost=CHEAP)
        first.import_directory(BEN, rows(hidden=hidden))
        first.close()
        with watched(monkeypatch) as ledger:
            store = open_store(url, passphrase=lambda: PASSPHRASE, cost=CHEAP)
            store.directory(ANA)
            cold = ledger.pages()
            store.directory(ANA)
            did.append((cold, ledger.pages(), tuple(ledger.statements)))
            store.close()
    assert did[0] == did[1]
    assert did[0][0] > 10, "the folder is large enough to fill pages"
    assert any("open_row" in sql for sql, _ in did[0][2])


def test_these_counts_see(made: Made) -> None:
    """To a viewer to whom a row is open the same comparison differs: the tests above can fail."""
    work = []
    for hidden in (True, False):
        store = made(rows(hidden=hidden))
        store.grant("organisation", "o01", "ana")
        work.append(instructions(lambda store=store: store.directory(ANA)))  # type: ignore[misc]
    assert work[0] != work[1]
