"""Do hidden rows show in time? Pairs of the same question, with and without hidden rows, taken in turn.

Two encrypted stores are made, one with and one without restricted rows; the viewer was granted nothing. Each
pair asks both the same thing, in random order, half of the pairs with the one store opened first and half
with the other; what both answer is compared byte by byte. Printed are both medians by the clock and their
difference, and that of the processor's time alone, which other programs disturb less; then the median
difference within a pair, by the clock, and how far it wanders by chance alone (a bootstrap of the pairs,
95 %). The control compares a store without hidden rows with a second one like it: a difference no larger than
what it shows cannot be told from none.
"""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import orjson

from api.app import create_app
from api.security import LaunchToken
from api.state import ServerState
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
TOKEN = "token-of-the-benchmark"
ADDRESS = "/api/v1/referrals/suggest"
BODY = orjson.dumps({"origin": "aracem", "needs": ["ecoute"]})
COMPARED = 20
"""So many pairs apart two answers are compared: telling a whole directory takes longer than the question."""
RESAMPLED = 400
Opened = Callable[[], Store]
Question = Callable[[Store], object]
Times = tuple[float, float]
"""By the clock and of the processor, in microseconds."""
Pairs = list[tuple[Times, Times]]


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
        Relation(f"tie-{one}-{end}", "", one, end, "works_with", sensitivity="restreint")
        for at, one in enumerate(ids)
        for end in (names[at % len(names)], "aracem")
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


def heard(work: Callable[[], object]) -> object:
    """Return what a question is answered, a refusal included."""
    try:
        return work()
    except SociogramError as refusal:
        return refusal.problems


def told_apart(one: object, other: object) -> bool:
    """Whether two answers differ in any byte."""
    return repr(one) != repr(other)


def suggestion(store: Store) -> object:
    return answer_in(SuggestionRequest("aracem", ("ecoute",)), network_of(store.directory(VIEWER)), "fr")


def detail(store: Store) -> object:
    return provider_detail(store.directory(VIEWER), "cache-007", "fr")


def search(store: Store) -> object:
    return search_page(store.directory(VIEWER), ProviderQuery(text="cache"), "fr")


@dataclass(slots=True)
class Served:
    """The whole application on each store, without a network: what a server does from the request on."""

    apps: dict[int, object] = field(default_factory=dict)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def ask(self, store: Store) -> object:
        """Return status, headers and body of one question."""
        app = self.apps.get(id(store))
        if app is None:
            state = ServerState(store, lambda: datetime(2026, 3, 1, tzinfo=UTC), VIEWER)
            app = self.apps[id(store)] = create_app(state, LaunchToken(value=TOKEN))
        return self.loop.run_until_complete(_answered(app))


async def _answered(app: object) -> list[dict[str, object]]:
    told: list[dict[str, object]] = []
    headers = {"host": "127.0.0.1", "authorization": f"Bearer {TOKEN}", "content-type": "application/json"}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": ADDRESS,
        "raw_path": ADDRESS.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [
            *((name.encode(), value.encode()) for name, value in headers.items()),
            (b"content-length", str(len(BODY)).encode()),
        ],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": BODY, "more_body": False}

    async def send(message: dict[str, object]) -> None:
        told.append(message)

    await app(scope, receive, send)  # type: ignore[operator]
    assert told[0]["status"] == 200, told
    return told


ROWS = (
    Row(
        "first reading of the directory, store just opened", lambda store: store.directory(VIEWER), 150, True
    ),
    Row("directory, read before", lambda store: store.directory(VIEWER), 10_000),
    Row("a hidden organisation by its id (404)", detail, 10_000),
    Row("search for the name of a hidden one", search, 1_000),
    Row("suggest, network built anew", suggestion, 1_000),
    Row("POST /referrals/suggest, from request to bytes", Served().ask, 2_000),
)


def timed(row: Row, opened: Opened, held: Store) -> tuple[Times, object]:
    store = opened() if row.cold else held
    worked, start = time.process_time_ns(), time.perf_counter_ns()
    answer = heard(lambda: row.ask(store))
    took, busy = time.perf_counter_ns() - start, time.process_time_ns() - worked
    if row.cold:
        store.close()
    return (took / 1000, busy / 1000), answer


def pairs_of(row: Row, one: Opened, other: Opened, chance: random.Random) -> Pairs:
    """Return the pairs (one, other); which store came first changes where its objects lie in memory."""
    straight = taken_in_turn(row, one, other, row.pairs // 2, chance)
    turned = taken_in_turn(row, other, one, row.pairs - row.pairs // 2, chance)
    return straight + [(second, first) for first, second in turned]


def taken_in_turn(row: Row, one: Opened, other: Opened, pairs: int, chance: random.Random) -> Pairs:
    held = (one(), other())
    for store in held:
        heard(lambda store=store: row.ask(store))  # type: ignore[misc]
    found = []
    for number in range(pairs):
        if chance.random() < 0.5:
            first, second = timed(row, one, held[0]), timed(row, other, held[1])
        else:
            second, first = timed(row, other, held[1]), timed(row, one, held[0])
        if number % COMPARED == 0 and told_apart(first[1], second[1]):
            raise AssertionError(f"{row.name}: another answer")
        found.append((first[0], second[0]))
    for store in held:
        store.close()
    return found


def within(pairs: Pairs) -> float:
    """Return the median difference within a pair by the clock, in per cent of the median without hidden
    rows."""
    absent = statistics.median(second[0] for _, second in pairs)
    return statistics.median(first[0] - second[0] for first, second in pairs) / absent * 100


def medians(pairs: Pairs, which: int) -> tuple[float, float, float]:
    """Return both medians, and how much the first is above the second, in per cent."""
    one, other = (statistics.median(times[which] for times in column) for column in zip(*pairs, strict=True))
    return one, other, (one / other - 1) * 100


def told(row: Row, pairs: Pairs, same: Pairs, chance: random.Random) -> str:
    spread = sorted(within(chance.choices(pairs, k=len(pairs))) for _ in range(RESAMPLED))
    low, high = spread[RESAMPLED // 40], spread[-RESAMPLED // 40 - 1]
    shown, absent, apart = medians(pairs, 0)
    return (
        f"| {row.name} | {row.pairs} | {shown:.1f} µs | {absent:.1f} µs | {apart:+.2f} %"
        f" | {medians(pairs, 1)[2]:+.2f} % ({medians(same, 1)[2]:+.2f} %)"
        f" | {within(pairs):+.2f} % | {low:+.2f} to {high:+.2f} % | {within(same):+.2f} % |"
    )


def main(seed: int = 7) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        shown = store_at(Path(home) / "shown.db", 60)
        absent, copy = (store_at(Path(home) / f"{name}.db", 0) for name in ("absent", "copy"))
        print(f"60 restricted organisations of 197 beside none, SQLite, viewer without grants, seed {seed}")
        print(
            "the same bytes were compared every twentieth pair; processor: in brackets that of the control\n"
        )
        print("| question | pairs | with, median | without | more | processor | in a pair | 95 % | control |")
        print("|---|---|---|---|---|---|---|---|---|")
        for row in ROWS:
            pairs = pairs_of(row, shown, absent, chance)
            same = pairs_of(row, copy, absent, chance)
            print(told(row, pairs, same, chance), flush=True)


if __name__ == "__main__":
    main()
