"""Build a situation gesture by gesture, undo one, take one back, and look at what remains.

python examples/fold_gestures.py
"""

from typing import Any
from uuid import UUID

from sociogram.language import Bilingual
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture
from sociogram.situation.situation import Situation

TEXTS = {
    "t1": Bilingual("Tante", "Aunt"),
    "t2": Bilingual("Institutrice", "Teacher"),
    "t3": Bilingual("Voisine", "Neighbour"),
}


def gesture(number: int, kind: str, **args: Any) -> Gesture:
    """Return a gesture; a page would give it a random id and the hour of the day."""
    return Gesture(
        id=str(UUID(int=number)), kind=kind, at=f"2024-01-01T10:{number:02d}:00Z", by="someone", args=args
    )


GESTURES = (
    gesture(1, "add_person", id="p1", label="t1"),
    gesture(2, "add_professional", id="w1", role="t2"),
    gesture(3, "draw", id="a1", activator="w1", activated="p1", order=1),
    gesture(4, "draw", id="a2", activator="p1", activated="w1", order=2),
    gesture(5, "undo", undoes=str(UUID(int=4))),
    gesture(6, "add_person", id="p2", label="t3"),
    gesture(7, "draw", id="a3", activator="p1", activated="p2", order=2),
)
TAKEN_BACK = gesture(8, "withdraw", id="p2")


def situation(gestures: tuple[Gesture, ...]) -> tuple[Situation, set[str]]:
    """Return the situation these gestures make, and the words that are left in its table of texts."""
    kept = check_gestures("essai", (), {}, gestures, TEXTS)
    return fold("essai", kept.log, kept.texts), {text.fr for text in kept.texts.values()}


if __name__ == "__main__":
    for gestures in (GESTURES, (*GESTURES, TAKEN_BACK)):
        made, words = situation(gestures)
        arrows = [f"{arrow.activator} -> {arrow.activated}" for arrow in made.activations.values()]
        print(", ".join(arrows), "|", ", ".join(sorted(words)))
