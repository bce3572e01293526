"""A store with something of each, and the question whether two stores can be told apart."""

from datetime import date

from sociogram.access.viewer import Viewer
from sociogram.stores.moving import move as moving
from sociogram.stores.moving.contents import Movable
from sociogram.stores.moving.digests import Digests
from tests.sociogram.loop.told import told, uuid
from tests.sociogram.stores.invented import (
    ANA,
    BEN,
    HIDDEN,
    OPEN,
    folder,
    gesture,
    organisation,
    person,
    renamed,
    words,
)

TODAY = date(2026, 1, 1)
NEIGHBOUR = Viewer("Zoé@ailleurs")


def silent(count: int) -> None:
    """Nobody watches."""


def moved(source: Movable, target: Movable) -> Digests:
    return moving.move(source, target, silent)


def furnish(store: Movable) -> None:
    """Something of each: withdrawn, undone, passing, of several owners; rows of both layers, that changed."""
    store.create(ANA, "s", [person(1, "t1"), person(2, "t2")], words(t1="Une", t2="Deux"))
    store.append(ANA, "s", [gesture(3, "draw", id="a", activator="p1", activated="p2")], {})
    store.append(ANA, "s", [gesture(4, "withdraw", id="p2")], {})
    store.append(ANA, "s", [gesture(5, "undo", undoes=person(1).id)], {})
    store.create(BEN, "s", [person(1, "t1", by="ben")], words(t1="De Ben"), keep="tonight")
    store.create(BEN, "t", [], {}, keep="tonight", today=TODAY)
    store.create(NEIGHBOUR, "é-1", [], {}, keep=date(2027, 5, 1))
    store.note_events(ANA, [told(1, "referral_made", receiver="beta"), told(2, "accepted")], today=TODAY)
    store.forget_events(ANA, [uuid(2), uuid(7)])
    store.note_events(
        ANA, [told(n, "night_list", functions=[{"label": "Garde"}]) for n in (3, 4)], today=TODAY
    )
    store.note_events(BEN, [told(1, "referral_made", need="autre", by="ben")], today=TODAY)
    store.forget_events(NEIGHBOUR, [uuid(1)])
    store.import_directory(ANA, folder(*OPEN, *HIDDEN), today=TODAY)
    store.import_directory(BEN, folder(*OPEN), today=None)
    store.import_directory(BEN, folder(renamed(organisation("alpha"), "Alpha de Ben")))
    store.import_directory(ANA, folder(organisation("beta", "restreint")))
    store.import_directory(ANA, folder(organisation("beta")))
    store.grant("organisation", "refuge-demo", "ben")
    store.grant("service", "not-there-yet", NEIGHBOUR.id)


def assert_alike(one: Movable, other: Movable) -> None:
    """Nobody can tell them apart."""
    for viewer in (ANA, BEN, NEIGHBOUR, Viewer("stranger")):
        assert one.directory(viewer) == other.directory(viewer)
        assert one.events(viewer) == other.events(viewer)
        assert other.note_events(viewer, [], today=TODAY) == one.events(viewer).version
        lines = one.situations(viewer)
        assert other.situations(viewer) == lines
        for line in lines:
            assert other.record(viewer, line.id) == one.record(viewer, line.id)
            assert other.situation(viewer, line.id) == one.situation(viewer, line.id)
    assert one.expire(date(2026, 1, 2)) == other.expire(date(2026, 1, 2)) == 1
    assert one.expire(date(2026, 1, 3)) == other.expire(date(2026, 1, 3)) == 1
