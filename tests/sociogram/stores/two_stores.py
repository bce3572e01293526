"""Two stores asked the same, step for step: same answers, same refusals, whatever the order."""

import os
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from sociogram.access.viewer import Viewer
from sociogram.errors import SociogramError
from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Keep, Store
from sociogram.stores.record import Record
from tests.sociogram.loop.told import told, uuid
from tests.sociogram.stores.invented import (
    ANA,
    BEN,
    CHEAP,
    HIDDEN,
    OPEN,
    PASSPHRASE,
    folder,
    gesture,
    organisation,
    renamed,
)

IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
VIEWERS = (ANA, BEN)
NAMES = ("s", "t")
PEOPLE = st.integers(1, 4)
FOLDERS = (
    folder(*OPEN),
    folder(*OPEN, *HIDDEN),
    folder(*HIDDEN[:1]),
    folder(renamed(organisation("refuge-demo"), "Ouverte")),
    folder(renamed(organisation("alpha"), "Alpha bis"), organisation("beta", "restreint")),
)


def outcome(store: Store, ask: Callable[[Store], Any]) -> Any:
    """What a store answers, or how it refuses."""
    try:
        return ask(store)
    except SociogramError as error:
        return (type(error), error.problems)


class TwoStores(RuleBasedStateMachine):
    """Everything is asked of both stores, here memory and file; the second is closed and opened again now and
    then."""

    sent = Bundle("sent")

    def __init__(self) -> None:
        super().__init__()
        self.home = tempfile.TemporaryDirectory(dir=IN_MEMORY)
        self.number = 0
        self.today = date(2026, 1, 1)
        self.first = self.reference()
        self.second = self.opened()

    @property
    def keys(self) -> Path:
        return Path(self.home.name) / "neo4j"

    def reference(self) -> Store:
        return MemoryStore()

    def opened(self) -> Store:
        return self.opened_file()

    def opened_file(self) -> Store:
        url = f"sqlite:///{Path(self.home.name) / 'reseau.db'}"
        return open_store(url, passphrase=lambda: PASSPHRASE, cost=CHEAP)

    def both(self, ask: Callable[[Store], Any]) -> Any:
        first, second = outcome(self.first, ask), outcome(self.second, ask)
        assert first == second
        return first

    def made(self, kind: str, by: Viewer, **args: Any) -> Gesture:
        self.number += 1
        return gesture(self.number, kind, by=by.id, **args)

    @rule(
        viewer=st.sampled_from(VIEWERS),
        name=st.sampled_from(NAMES),
        keep=st.sampled_from(["forever", "tonight", 1, 3]),
    )
    def create(self, viewer: Viewer, name: str, keep: Any) -> None:
        until = self.today + timedelta(keep) if isinstance(keep, int) else keep
        self.number += 1
        label = f"t{self.number}"
        one = self.made("add_person", viewer, id="p1", label=label)
        texts = {label: Bilingual(fr=f"Personne {self.number}")}
        self.both(lambda store: store.create(viewer, name, [one], texts, keep=until, today=self.today))

    @rule(
        target=sent,
        viewer=st.sampled_from(VIEWERS),
        name=st.sampled_from(NAMES),
        kinds=st.lists(
            st.sampled_from(["add_person", "draw", "remove", "withdraw", "change", "place"]), max_size=3
        ),
        ends=st.tuples(PEOPLE, PEOPLE),
        behind=st.sampled_from([None, 0, 1, 2, 5]),
    )
    def append(
        self, viewer: Viewer, name: str, kinds: list[str], ends: tuple[int, int], behind: int | None
    ) -> Any:
        first, second = (f"p{number}" for number in ends)
        batch, texts = [], {}
        for kind in kinds:
            label = f"t{self.number + 1}"
            args: dict[str, Any] = {
                "add_person": {"id": first, "label": label},
                "draw": {"id": f"a{self.number}", "activator": first, "activated": second, "label": label},
                "remove": {"id": first},
                "withdraw": {"id": second},
                "change": {"id": second, "set": {"label": label}},
                "place": {"at": {first: [1, 2], second: [3, 4]}},
            }[kind]
            if label in (args.get("label"), args.get("set", {}).get("label")):
                texts[label] = Bilingual(fr=f"Mot {self.number}")
            batch.append(self.made(kind, viewer, **args))
        version = outcome(self.first, lambda store: store.log(viewer, name).version)
        match = version - behind if isinstance(version, int) and behind is not None else None
        self.both(lambda store: store.append(viewer, name, batch, texts, if_match=match))
        return (viewer, name, batch, texts)

    @rule(again=sent)
    def send_again(self, again: Any) -> None:
        viewer, name, batch, texts = again
        self.both(lambda store: store.append(viewer, name, batch, texts))

    @rule(again=sent, viewer=st.sampled_from(VIEWERS))
    def undo(self, again: Any, viewer: Viewer) -> None:
        _, name, batch, _ = again
        if batch:
            one = self.made("undo", viewer, undoes=batch[-1].id)
            self.both(lambda store: store.append(viewer, name, [one], {}))

    @rule(viewer=st.sampled_from(VIEWERS), name=st.sampled_from(NAMES), which=st.integers(0, 9))
    def withdraw(self, viewer: Viewer, name: str, which: int) -> None:
        """Take back somebody who is there, then look with a fresh program."""
        people = outcome(self.first, lambda store: list(store.situation(viewer, name).persons))
        if isinstance(people, list) and people:
            one = self.made("withdraw", viewer, id=people[which % len(people)])
            self.both(lambda store: store.append(viewer, name, [one], {}))
            self.open_again()

    @rule(viewer=st.sampled_from(VIEWERS), name=st.sampled_from(NAMES))
    def delete(self, viewer: Viewer, name: str) -> None:
        self.both(lambda store: store.delete(viewer, name))

    @rule(viewer=st.sampled_from(VIEWERS), name=st.sampled_from(NAMES), days=st.integers(-1, 1))
    def keep(self, viewer: Viewer, name: str, days: int) -> None:
        keep: Keep = "forever" if days < 0 else self.today + timedelta(days) if days else "tonight"
        self.both(lambda store: store.keep(viewer, name, keep, today=self.today))

    @rule(viewer=st.sampled_from(VIEWERS), name=st.sampled_from(NAMES))
    def move(self, viewer: Viewer, name: str) -> None:
        """Out of each store and back, as a sheet goes from memory to the disk."""
        record = self.both(lambda store: store.record(viewer, name))
        if isinstance(record, Record):
            self.both(lambda store: store.delete(viewer, name))
            self.both(lambda store: store.adopt(viewer, record, keep="tonight", today=self.today))

    @rule(
        viewer=st.sampled_from(VIEWERS),
        numbers=st.lists(st.integers(1, 8), max_size=4),
        kind=st.sampled_from(["referral_made", "accepted", "service_checked"]),
    )
    def note(self, viewer: Viewer, numbers: list[int], kind: str) -> None:
        """Ids are few: some are there with another content, some were forgotten."""
        batch = [told(number, kind, by=viewer.id) for number in numbers]
        self.both(lambda store: store.note_events(viewer, batch, today=self.today))

    @rule(viewer=st.sampled_from(VIEWERS), numbers=st.lists(st.integers(1, 8), max_size=2))
    def forget(self, viewer: Viewer, numbers: list[int]) -> None:
        self.both(lambda store: store.forget_events(viewer, [uuid(number) for number in numbers]))

    @rule(days=st.integers(0, 2))
    def expire(self, days: int) -> None:
        self.today += timedelta(days)
        self.both(lambda store: store.expire(self.today))

    @rule(viewer=st.sampled_from(VIEWERS), brought=st.sampled_from(FOLDERS))
    def bring(self, viewer: Viewer, brought: Any) -> None:
        self.both(lambda store: store.import_directory(viewer, brought))

    @rule(
        viewer=st.sampled_from(VIEWERS),
        row=st.sampled_from([("organisation", "refuge-demo"), ("service", "alpha--ecoute-1")]),
    )
    def grant(self, viewer: Viewer, row: Any) -> None:
        self.both(lambda store: store.grant(*row, viewer.id))

    @rule()
    def open_again(self) -> None:
        self.second.close()
        self.second = self.opened()

    @invariant()
    def both_show_the_same(self) -> None:
        for viewer in VIEWERS:
            self.both(lambda store, who=viewer: store.directory(who))
            reached = self.both(lambda store, who=viewer: store.events(who)).version
            self.both(lambda store, who=viewer, at=reached - 1: store.events(who, after=at))
            lines = self.both(lambda store, who=viewer: store.situations(who))
            for line in lines:
                self.both(lambda store, who=viewer, name=line.id: store.situation(who, name))
                for after in {0, 1, line.version - 1}:
                    log = self.both(
                        lambda store, who=viewer, name=line.id, at=after: store.log(who, name, after=at)
                    )
                    assert log.version == line.version

    def teardown(self) -> None:
        self.first.close()
        self.second.close()
        self.home.cleanup()


def thorough(examples: int, steps: int) -> settings:
    """The same sequences each time, as many as said."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
