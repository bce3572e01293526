"""Do hidden rows show in time? Pairs of the same question, with and without hidden rows, taken in turn.

Two encrypted stores are made, one with and one without restricted rows; the viewer was granted nothing. Each
pair asks both the same thing, in random order, half of the pairs with the one store opened first and half
with the other. Printed are both medians and their difference; then the median difference within a pair, which
a busy machine disturbs less, and how far it wanders by chance alone (a bootstrap of the pairs, 95 %). The
control compares a store without hidden rows with a second one like it: a difference no larger than what it
shows cannot be told from none.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from api.use_cases.providers import ProviderQuery, provider_detail, search_page
from api.use_cases.suggestions import answer_in
from sociogram.access.viewer import Viewer
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.packaged import packaged_directory
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.errors import SociogramError
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.stores.key_slot import Cost
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store

BRINGER, VIEWER = Viewer("bringer"), Viewer("viewer")
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
RESAMPLED = 400
Opened = Callable[[], Store]
Question = Callable[[Store], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what is asked, how many pairs, and whether on a store just opened."""

    name: str
    ask: Question
    pairs: int
    cold: bool = False


def folder(hidden: int) -> DirectoryFolder:
    """The packaged folder without its restricted rows, and `hidden` restricted organisations more."""
    base = packaged_directory()
    ids = [f"cache-{number:03d}" for number in range(hidden)]
    names = [one.id for one in base.organisations if one.sensitivity != "restreint"]
    extra = [Organisation(id=one, name=one, sensitivity="restreint", notes="x" * 200) for one in ids]
    services = [
        Service(id=f"{one}--1", organisation_id=one, category="ecoute", sensitivity="restreint")
        for one in ids
    ]
    ties = [
        Relation(f"tie-{one}", "", one, names[at % len(names)], "works_with", sensitivity="restreint")
        for at, one in enumerate(ids)
    ]
    return replace(
        base,
        organisations=(*(one for one in base.organisations if one.sensitivity != "restreint"), *extra),
        services=(*(one for one in base.services if one.sensitivity != "restreint"), *services),
        relations=(*(one for one in base.relations if one.sensitivity != "restreint"), *ties),
        hidden_texts=(),
    )


def store_at(path: Path, hidden: int) -> Opened:
    def opened() -> Store:
        return open_store(f"sqlite:///{path}", passphrase=lambda: "mesure sans secret ici", cost=CHEAP)

    first = opened()
    first.import_directory(BRINGER, folder(hidden))
    first.close()
    return opened


def quietly(work: Callable[[], object]) -> None:
    try:
        work()
    except SociogramError:
        return


def suggestion(store: Store) -> object:
    return answer_in(SuggestionRequest("aracem", ("ecoute",)), network_of(store.directory(VIEWER)), "fr")


def detail(store: Store) -> object:
    return provider_detail(store.directory(VIEWER), "cache-007", "fr")


def search(store: Store) -> object:
    return search_page(store.directory(VIEWER), ProviderQuery(text="cache"), "fr")


ROWS = (
    Row(
        "first reading of the directory, store just opened", lambda store: store.directory(VIEWER), 150, True
    ),
    Row("directory, read before", lambda store: store.directory(VIEWER), 10_000),
    Row("a hidden organisation by its id (404)", detail, 10_000),
    Row("search for the name of a hidden one", search, 1_000),
    Row("suggest, network built anew", suggestion, 1_000),
)


def timed(row: Row, opened: Opened, held: Store) -> float:
    store = opened() if row.cold else held
    start = time.perf_counter_ns()
    quietly(lambda: row.ask(store))
    took = time.perf_counter_ns() - start
    if row.cold:
        store.close()
    return took / 1000


def pairs_of(row: Row, one: Opened, other: Opened, chance: random.Random) -> list[tuple[float, float]]:
    """Return the pairs (one, other); which store came first changes where its objects lie in memory."""
    straight = taken_in_turn(row, one, other, row.pairs // 2, chance)
    turned = taken_in_turn(row, other, one, row.pairs - row.pairs // 2, chance)
    return straight + [(second, first) for first, second in turned]


def taken_in_turn(
    row: Row, one: Opened, other: Opened, pairs: int, chance: random.Random
) -> list[tuple[float, float]]:
    held = (one(), other())
    for store in held:
        quietly(lambda store=store: row.ask(store))  # type: ignore[misc]
    found = []
    for _ in range(pairs):
        if chance.random() < 0.5:
            first = timed(row, one, held[0])
            found.append((first, timed(row, other, held[1])))
        else:
            second = timed(row, other, held[1])
            found.append((timed(row, one, held[0]), second))
    for store in held:
        store.close()
    return found


def within(pairs: list[tuple[float, float]]) -> float:
    """Return the median difference within a pair, in per cent of the median without hidden rows."""
    absent = statistics.median(second for _, second in pairs)
    return statistics.median(first - second for first, second in pairs) / absent * 100


def told(
    row: Row, pairs: list[tuple[float, float]], same: list[tuple[float, float]], chance: random.Random
) -> str:
    spread = sorted(within(chance.choices(pairs, k=len(pairs))) for _ in range(RESAMPLED))
    low, high = spread[RESAMPLED // 40], spread[-RESAMPLED // 40 - 1]
    shown, absent = (statistics.median(column) for column in zip(*pairs, strict=True))
    return (
        f"| {row.name} | {row.pairs} | {shown:.1f} µs | {absent:.1f} µs | {(shown / absent - 1) * 100:+.2f} %"
        f" | {within(pairs):+.2f} % | {low:+.2f} to {high:+.2f} % | {within(same):+.2f} % |"
    )


def main(seed: int = 7) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        shown = store_at(Path(home) / "shown.db", 60)
        absent, copy = (store_at(Path(home) / f"{name}.db", 0) for name in ("absent", "copy"))
        print(f"60 restricted organisations of 197 beside none, SQLite, viewer without grants, seed {seed}")
        print("| question | pairs | median with | without | difference | in a pair | 95 % | control |")
        print("|---|---|---|---|---|---|---|---|")
        for row in ROWS:
            pairs = pairs_of(row, shown, absent, chance)
            same = pairs_of(row, copy, absent, chance)
            print(told(row, pairs, same, chance), flush=True)


if __name__ == "__main__":
    main()
