"""Several processes and threads on one file: `import` during `serve` works, nothing is lost or doubled."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from sociogram.stores.protocol import Store
from tests.sociogram.stores.invented import ANA, BEN, OPEN, PASSPHRASE, folder, person

Opening = Callable[[], Store]
EACH = 25

_OTHER = """
import sys
from sociogram.directory.packaged import packaged_directory
from sociogram.stores.opening import open_store
from tests.sociogram.stores.invented import ANA, CHEAP, person

store = open_store(f"sqlite:///{sys.argv[1]}", passphrase=lambda: sys.argv[2], cost=CHEAP)
what, start = sys.argv[3], int(sys.argv[4])
if what == "import":
    store.import_directory(ANA, packaged_directory())
elif what == "create":
    store.create(ANA, f"s{start}", [person(start)], {})
else:
    for number in range(start, start + int(sys.argv[5])):
        store.append(ANA, "s", [person(number)], {})
store.close()
"""


def other(network: Path, what: str, start: int = 0) -> "subprocess.Popen[bytes]":
    words = [str(network), PASSPHRASE, what, str(start), str(EACH)]
    return subprocess.Popen([sys.executable, "-c", _OTHER, *words])


def test_two_processes_write_one_situation(open_network: Opening, network: Path) -> None:
    store = open_network()
    store.create(ANA, "s", [], {})
    writers = [other(network, "append", 1000), other(network, "append", 2000)]
    for number in range(1, EACH + 1):
        store.append(ANA, "s", [person(number)], {})
    assert [writer.wait(60) for writer in writers] == [0, 0]
    log = store.log(ANA, "s")
    wanted = {f"p{start + number}" for start in (1000, 2000) for number in range(EACH)}
    wanted |= {f"p{number}" for number in range(1, EACH + 1)}
    assert log.version == len(log.gestures) == 3 * EACH
    assert {one.args["id"] for one in log.gestures} == wanted
    assert store.situation(ANA, "s").persons.keys() == wanted


def test_an_import_elsewhere_is_seen_here(open_network: Opening, network: Path) -> None:
    store = open_network()
    store.import_directory(BEN, folder(*OPEN))
    assert len(store.directory(ANA).organisations) == 2
    assert other(network, "import").wait(60) == 0
    assert len(store.directory(ANA).organisations) > 100
    assert "refuge-demo" not in store.directory(ANA).organisations


def test_two_processes_make_one_store_at_the_same_moment(open_network: Opening, network: Path) -> None:
    makers = [other(network, "create", start) for start in (1, 2, 3)]
    assert [maker.wait(60) for maker in makers] == [0, 0, 0]
    assert [line.id for line in open_network().situations(ANA)] == ["s1", "s2", "s3"]


def test_threads_share_a_store(store: Store) -> None:
    store.create(ANA, "s", [], {})
    faults: list[BaseException] = []

    def work(start: int) -> None:
        try:
            for number in range(start, start + EACH):
                store.append(ANA, "s", [person(number)], {})
                assert f"p{number}" in store.situation(ANA, "s").persons
                store.import_directory(ANA, folder(*OPEN))
                assert len(store.directory(BEN).organisations) == 2
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(start,)) for start in (100, 200, 300, 400)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    log = store.log(ANA, "s")
    assert log.version == len({one.id for one in log.gestures}) == 4 * EACH
