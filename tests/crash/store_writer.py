"""A process that writes what it is told and says so only when it is on disk: made to be killed."""

import json
import sys
import time

from sociogram.access.viewer import LOCAL_OWNER
from sociogram.situation.gestures import parse_gestures, parse_texts
from sociogram.stores.key_slot import Cost
from sociogram.stores.opening import open_store
from tests.sociogram.loop import told as invented


def main(path: str, passphrase: str) -> None:
    """Lines of JSON in (`situation`, `gestures`, `texts`), one line out for each: the version reached."""
    store = open_store(f"sqlite:///{path}", passphrase=lambda: passphrase, cost=Cost(64, 1, 1))
    if not store.situations(LOCAL_OWNER):
        store.create(LOCAL_OWNER, "s", [], {})
    print("ready", flush=True)
    for line in sys.stdin:
        told = json.loads(line)
        started = time.monotonic()
        version = store.append(LOCAL_OWNER, "s", parse_gestures(told["gestures"]), parse_texts(told["texts"]))
        store.note_events(LOCAL_OWNER, [invented.told(version, "referral_made", version)], today=invented.DAY)
        print(json.dumps({"version": version, "seconds": time.monotonic() - started}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
