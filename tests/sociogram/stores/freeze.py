"""Make the frozen file of today's version, once: `python -m tests.sociogram.stores.freeze`."""

import sys
import tempfile
from pathlib import Path

from sociogram.stores.keys import key_path
from sociogram.stores.opening import open_store
from sociogram.stores.sqlite.migration import SCHEMA_VERSION
from tests.sociogram.loop.told import DAY, told, uuid
from tests.sociogram.stores.invented import (
    ANA,
    CHEAP,
    HIDDEN,
    OPEN,
    PASSPHRASE,
    folder,
    gesture,
    person,
    words,
)


def freeze(into: Path) -> None:
    """Write `store.<version>` and `keys.<version>.json`, unless they are there."""
    stored, keys = into / f"store.{SCHEMA_VERSION}", into / f"keys.{SCHEMA_VERSION}.json"
    if stored.exists():
        sys.exit(f"{stored.name} is frozen: it is never made again")
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "network.db"
        store = open_store(f"sqlite:///{path}", passphrase=lambda: PASSPHRASE, cost=CHEAP)
        store.import_directory(ANA, folder(*OPEN, *HIDDEN))
        store.grant("organisation", "refuge-demo", "ben")
        store.create(ANA, "gelée", [person(1, "t1"), person(2)], words(t1="Une personne d'avant"))
        store.append(ANA, "gelée", [gesture(3, "withdraw", id="p2")], {})
        store.note_events(ANA, [told(1, "referral_made"), told(2, "referral_sent")], today=DAY)
        store.forget_events(ANA, [uuid(2)])
        store.close()
        stored.write_bytes(path.read_bytes())
        keys.write_bytes(key_path(path).read_bytes())


if __name__ == "__main__":
    freeze(Path(__file__).parent / "frozen")
