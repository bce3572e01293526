"""Small sequences of gestures with a name each: one for every rule of the fold."""

import uuid
from typing import Any

Scenario = tuple[list[dict[str, Any]], dict[str, dict[str, str]]]

_TEXTS = {
    "t1": {"fr": "Tante de A", "en": "A's aunt"},
    "t2": {"fr": "agent d'accueil"},
    "t3": {"en": "worker"},
}


def gesture_id(n: int) -> str:
    """Return the id of the n-th gesture of a scenario, from 1."""
    return str(uuid.UUID(int=n, version=4))


def _scenario(*acts: tuple[str, dict[str, Any]]) -> Scenario:
    gestures = [
        {"id": gesture_id(n), "v": 1, "kind": kind, "at": "2026-11-22T08:00:00Z", "by": "amina", "args": args}
        for n, (kind, args) in enumerate(acts, start=1)
    ]
    return gestures, _TEXTS


def _undo(n: int) -> tuple[str, dict[str, Any]]:
    return "undo", {"undoes": gesture_id(n)}


_P1 = ("add_person", {"id": "p1", "label": "t1"})
_W1 = ("add_professional", {"id": "w1", "role": "t2"})
_F1 = ("add_household", {"id": "f1"})
_A1 = ("draw", {"id": "a1", "activator": "p1", "activated": "w1"})
_W2 = ("add_institution", {"id": "w2"})
_REFERRAL = "0f8fad5b-d9cb-469f-a165-70867728950e"
_R1 = (
    "draw",
    {"id": "a1", "activator": "w1", "activated": "w2", "when": "2026-10-05", "referral": _REFERRAL},
)

SCENARIOS: dict[str, Scenario] = {
    "nothing": _scenario(),
    "one-person": _scenario(_P1),
    "undone": _scenario(_P1, _undo(1)),
    "redone": _scenario(_P1, _undo(1), _undo(2)),
    "undone-again": _scenario(_P1, _undo(1), _undo(2), _undo(3)),
    "undo-of-a-later-gesture": _scenario(_undo(2), _P1),
    "undo-of-itself": _scenario(_P1, _undo(2)),
    "undo-twice": _scenario(_P1, _undo(1), _undo(1), _undo(2)),
    "arrow": _scenario(_P1, _W1, _A1),
    "arrow-before-its-end": _scenario(_P1, _A1, _W1),
    "arrow-after-its-end-was-undone": _scenario(_P1, _W1, _undo(2), _A1),
    "arrow-back-with-its-end": _scenario(_P1, _W1, _undo(2), _A1, _undo(3)),
    "arrow-to-an-organisation": _scenario(_P1, ("draw", {"id": "a1", "activator": "org", "activated": "p1"})),
    "organisation-then-person-of-that-id": _scenario(
        _P1,
        ("draw", {"id": "a1", "activator": "org", "activated": "p1"}),
        ("add_person", {"id": "org"}),
        ("remove", {"id": "org"}),
    ),
    "orders": _scenario(
        _P1,
        _W1,
        ("draw", {"id": "a1", "activator": "p1", "activated": "w1", "order": 7}),
        ("draw", {"id": "a2", "activator": "w1", "activated": "p1"}),
        ("change", {"id": "a1", "set": {"order": 20}}),
        ("draw", {"id": "a3", "activator": "w1", "activated": "p1"}),
    ),
    "remove-takes-the-arrows": _scenario(_P1, _W1, _A1, ("remove", {"id": "p1"})),
    "remove-undone": _scenario(_P1, _W1, _A1, ("remove", {"id": "p1"}), _undo(4)),
    "removed-then-placed": _scenario(_P1, ("remove", {"id": "p1"}), ("place", {"at": {"p1": [1, 2]}})),
    "places": _scenario(
        _P1,
        _W1,
        ("place", {"at": {"w1": [1, -2], "p1": [3, 4], "org": [5, 6]}}),
        ("place", {"at": {"p1": [7, 8]}}),
    ),
    "place-of-an-organisation-in-use": _scenario(
        ("add_professional", {"id": "w1", "organisation": "org"}), ("place", {"at": {"org": [5, 6]}})
    ),
    "places-in-the-order-of-utf16": _scenario(
        *(("add_person", {"id": name}) for name in ("\ufb00", "\U00010400", "é", "a")),
        ("place", {"at": {name: [1, 2] for name in ("\ufb00", "\U00010400", "é", "a")}}),
    ),
    "home": _scenario(
        _P1,
        _F1,
        ("move_in", {"id": "m1", "person": "p1", "household": "f1", "since": "2020"}),
        ("move_out", {"id": "m1", "until": "2022-09"}),
        ("change", {"id": "m1", "set": {"since": None}}),
    ),
    "home-of-a-professional": _scenario(
        _W1, _F1, ("move_in", {"id": "m1", "person": "w1", "household": "f1"})
    ),
    "home-removed": _scenario(
        _P1, _F1, ("move_in", {"id": "m1", "person": "p1", "household": "f1"}), ("remove", {"id": "f1"})
    ),
    "side-changed": _scenario(_P1, ("change_side", {"id": "p1", "side": "working"})),
    "side-changed-with-arrows-not-approved": _scenario(
        _P1, _W1, _A1, ("change_side", {"id": "p1", "side": "working"})
    ),
    "side-changed-with-arrows-approved": _scenario(
        _P1, _W1, _A1, ("change_side", {"id": "p1", "side": "working", "approved": True})
    ),
    "side-changed-and-kinship-gone": _scenario(
        _P1,
        ("add_person", {"id": "p2"}),
        ("link", {"id": "l1", "a": "p1", "b": "p2", "kind": "siblings"}),
        ("change_side", {"id": "p1", "side": "working"}),
    ),
    "side-decided": _scenario(
        ("add_undecided", {"id": "u1", "label": "t3"}), ("change_side", {"id": "u1", "side": "living"})
    ),
    "status-of-two-kinds": _scenario(
        ("add_person", {"id": "p1", "status": ["mineurs"]}),
        _W1,
        _A1,
        ("change", {"id": "p1", "set": {"status": "ended"}}),
        ("change", {"id": "a1", "set": {"status": ["mineurs"]}}),
        ("change", {"id": "a1", "set": {"status": "ended", "referral": True}}),
    ),
    "referral-arrow": _scenario(_W1, _W2, _R1),
    "referral-arrow-named-later": _scenario(
        _W1,
        _W2,
        ("draw", {"id": "a1", "activator": "w1", "activated": "w2", "referral": True}),
        ("change", {"id": "a1", "set": {"when": "2026-10", "referral": _REFERRAL}}),
    ),
    "referral-arrow-unmarked": _scenario(_W1, _W2, _R1, ("change", {"id": "a1", "set": {"referral": None}})),
    "referral-arrow-undone": _scenario(_W1, _W2, _R1, _undo(3)),
    "cleared": _scenario(
        ("add_person", {"id": "p1", "label": "t1", "status": ["mineurs"], "birth": "2005"}),
        ("change", {"id": "p1", "set": {"gender": "woman"}}),
        ("change", {"id": "p1", "set": {"label": None, "status": None, "birth": None, "gender": None}}),
    ),
    "agreed": _scenario(
        _P1, _W1, _A1, ("agree", {"id": "a1", "agreed": True}), ("agree", {"id": "p1", "agreed": True}),
        ("agree", {"id": "p1", "agreed": False}), ("agree", {"id": "nobody", "agreed": True}),
    ),
    "text-missing": _scenario(("add_person", {"id": "p1", "label": "t9"})),
    "institution-removed": _scenario(
        ("add_institution", {"id": "i1"}),
        ("add_professional", {"id": "w1", "organisation": "i1"}),
        ("add_household", {"id": "f1", "housed_by": "i1"}),
        ("remove", {"id": "i1"}),
    ),
    "said-by-somebody-removed": _scenario(
        _P1,
        _W1,
        ("add_person", {"id": "p2"}),
        ("draw", {"id": "a1", "activator": "p1", "activated": "w1", "said_by": "p2"}),
        ("remove", {"id": "p2"}),
    ),
    "redirected": _scenario(
        _P1,
        _W1,
        ("add_person", {"id": "p2"}),
        _A1,
        ("redirect", {"id": "a1", "activator": "p2"}),
        ("redirect", {"id": "a1", "activated": "f9", "activator": "a1"}),
        ("remove", {"id": "p1"}),
    ),
    "described": _scenario(
        ("describe", {"title": "t1", "fictional": True, "sensitivity": "restreint"}),
        ("describe", {"title": None, "place": "t2"}),
    ),
}  # fmt: skip
