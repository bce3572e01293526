"""Random sequences of gestures, the same on every machine for one seed: food for both folds.

Run: python -m tools.gesture_sequences --seed 1 --count 100 > sequences.jsonl
One line is {"gestures", "texts", "digest", "prefix_digests"}: the digest of the fold of all the gestures, and
of the first n for n = 0, 1, 2... of the situation called "random".

Many gestures are of no effect on purpose (what they name was removed, never was, or is of another kind): the
fold is tolerant, and its twins must be tolerant alike. `careful` sequences hold only what the door accepts.
"""

import argparse
import json
import random
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.digest import digest
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture

SITUATION = "random"
ORGANISATIONS = ("org-aube", "org-brise", "org:côte", "ɔrg_dune", "𐐀-org", "ﬀ-org")
_WORDS = (
    "Adolescente A",
    "Tante de A",
    "agent d'accueil",
    "kɔnɔ",
    "مرحبا",
    "👩🏾‍🦱",
    'dit "oui" \\ non',
    "a<b>&c",
    "été",
)
_DATES = ("1999", "2019-12", "2020", "2020-10", "2020-10-31", "2021-02", "2022-09-01", None)
_AT = "2026-11-22T08:00:00Z"
_WEIGHTS = {
    "add_person": 10, "add_household": 4, "add_professional": 7, "add_institution": 3, "add_undecided": 2,
    "describe": 2, "move_in": 6, "move_out": 2, "draw": 14, "redirect": 3, "link": 5, "change": 8,
    "change_side": 3, "agree": 3, "remove": 4, "place": 6, "undo": 9,
}  # fmt: skip
_ADDS = {
    "add_person": "p", "add_household": "f", "add_professional": "w", "add_institution": "i",
    "add_undecided": "u", "move_in": "m", "draw": "a", "link": "l",
}  # fmt: skip


@dataclass
class Sequence:
    """Gestures and the texts they name."""

    gestures: list[Gesture] = field(default_factory=list)
    texts: dict[str, Bilingual] = field(default_factory=dict)


class Maker:
    """Makes one sequence from one random generator."""

    def __init__(self, rng: random.Random, *, careful: bool = False) -> None:
        self.rng, self.careful = rng, careful
        self.made = Sequence()
        self.ids: dict[str, list[str]] = {letter: [] for letter in "pfwiumal"}
        self.count = 0

    def sequence(self, length: int) -> Sequence:
        """Return `length` gestures; when careful, fewer if too many were refused."""
        for _ in range(length * (4 if self.careful else 1)):
            if len(self.made.gestures) == length:
                break
            self._step()
        return self.made

    def _step(self) -> None:
        texts: dict[str, Bilingual] = {}
        gesture = self._gesture(texts)
        if self.careful:
            try:
                check_gestures(
                    SITUATION, self.made.gestures, self.made.texts, [gesture], texts, known=ORGANISATIONS
                )
            except BadInput:
                return
        self.made.gestures.append(gesture)
        self.made.texts |= texts
        letter = _ADDS.get(gesture.kind)
        if letter:
            self.ids[letter].append(gesture.args["id"])

    def _gesture(self, texts: dict[str, Bilingual]) -> Gesture:
        kinds = list(_WEIGHTS)
        kind = self.rng.choices(kinds, [_WEIGHTS[one] for one in kinds])[0]
        args = getattr(self, f"_do_{kind}")(texts) if hasattr(self, f"_do_{kind}") else self._add(kind, texts)
        made = uuid.UUID(int=self.rng.getrandbits(128), version=4)
        by = "amina" if self.careful or self.rng.random() < 0.8 else "brahim"
        return Gesture(str(made), kind, _AT, by, args)

    # What gestures name

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _new_id(self, letter: str) -> str:
        if self.ids[letter] and not self.careful and self._chance(0.04):
            return self.rng.choice(self.ids[letter])
        self.count += 1
        return f"{letter}{self.count}" if self._chance(0.85) else f"{letter}-é{self.count}𐐀"

    def _some(self, letters: str) -> str:
        found = [name for letter in letters for name in self.ids[letter]]
        if not found or (not self.careful and self._chance(0.05)):
            return "nobody"
        return self.rng.choice(found)

    def _end(self) -> str:
        return self.rng.choice(ORGANISATIONS) if self._chance(0.12) else self._some("pppwwfiu")

    def _words(self, texts: dict[str, Bilingual]) -> str:
        self.count += 1
        text_id = f"t{self.count}"
        if self.careful or self._chance(0.95):
            fr, en = self.rng.choice(_WORDS), self.rng.choice(("", *_WORDS))
            texts[text_id] = Bilingual(fr, en)
        return text_id

    def _optional(self, **values: Any) -> dict[str, Any]:
        """Some of the fields, each one time in two."""
        return {name: make() for name, make in values.items() if self._chance(0.5)}

    # One method a kind

    def _fields(self, kind: str, texts: dict[str, Bilingual]) -> dict[str, Any]:
        pick = self.rng.choice

        def words() -> str | None:
            return self._words(texts) if self._chance(0.8) else None

        def date() -> str | None:
            return pick(_DATES)

        def statuses() -> list[str]:
            return self.rng.sample(["mineurs", "migrants_transit", "refoules"], self.rng.randint(0, 2))

        return {
            "add_person": lambda: self._optional(
                label=words, age_band=words, status=statuses, birth=date, death=date,
                gender=lambda: pick(["unspecified", "woman", None]),
                home_mark=lambda: pick(["none", "unsaid", None]),
            ),
            "add_household": lambda: self._optional(
                label=words, place=words, housed_by=lambda: pick([self._some("i"), pick(ORGANISATIONS), None])
            ),
            "add_professional": lambda: self._optional(
                role=words, organisation_text=words,
                organisation=lambda: pick([self._some("i"), pick(ORGANISATIONS), None]),
            ),
            "add_institution": lambda: self._optional(label=words),
            "add_undecided": lambda: self._optional(label=words),
            "move_in": lambda: self._optional(since=date, until=date),
            "draw": lambda: self._optional(
                order=lambda: self.rng.randint(0, 12), when=date, label=words, source=words,
                status=lambda: pick(["active", "ended", "wished"]),
                said_by=lambda: pick([self._some("pw"), None]),
                referral=lambda: pick([True, False]),
            ),
            "link": lambda: self._optional(label=words, since=date, until=date),
        }[kind]()  # fmt: skip

    def _add(self, kind: str, texts: dict[str, Bilingual]) -> dict[str, Any]:
        return {"id": self._new_id(_ADDS[kind]), **self._fields(kind, texts)}

    def _do_describe(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        made = self._optional(
            title=lambda: self._words(texts), notice=lambda: self._words(texts), place=lambda: None,
            fictional=lambda: self._chance(0.5), sensitivity=lambda: self.rng.choice(["public", "restreint"]),
        )  # fmt: skip
        return made or {"fictional": True}

    def _do_move_in(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        head = {"id": self._new_id("m"), "person": self._some("pppw"), "household": self._some("fffi")}
        return head | self._fields("move_in", texts)

    def _do_move_out(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        return {"id": self._some("mmmp"), "until": self.rng.choice(["2021", "2022-03"])}

    def _do_draw(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        head = {"id": self._new_id("a"), "activator": self._end(), "activated": self._end()}
        return head | self._fields("draw", texts)

    def _do_redirect(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        ends = self._optional(activator=self._end, activated=self._end) or {"activated": self._end()}
        return {"id": self._some("aaaap"), **ends}

    def _do_link(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        kind = self.rng.choice(["couple", "filiation", "siblings", "other", "same_person"])
        head = {"id": self._new_id("l"), "a": self._some("pppw"), "b": self._some("pppwu"), "kind": kind}
        return head | self._fields("link", texts)

    def _do_change(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        kind = self.rng.choice(list(_ADDS))
        values = self._fields(kind, texts)
        if kind == "link" and self._chance(0.3):
            values["kind"] = self.rng.choice(["couple", "other"])
        letters = _ADDS[kind] if self.careful or self._chance(0.8) else "pfwiumal"
        return {"id": self._some(letters), "set": values or {"label": None}}

    def _do_change_side(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        args = {"id": self._some("pwuuf"), "side": self.rng.choice(["living", "working"])}
        return args | self._optional(approved=lambda: self._chance(0.8))

    def _do_agree(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        return {"id": self._some("pfwiumal"), "agreed": self._chance(0.7)}

    def _do_remove(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        return {"id": self._some("pfwiumal")}

    def _do_place(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        names = {self._end() for _ in range(self.rng.randint(1, 4))}
        return {
            "at": {name: [self.rng.randint(-5, 29700), self.rng.randint(0, 21000)] for name in sorted(names)}
        }

    def _do_undo(self, texts: dict[str, Bilingual]) -> dict[str, Any]:
        if not self.made.gestures or (not self.careful and self._chance(0.05)):
            return {"undoes": str(uuid.UUID(int=self.rng.getrandbits(128), version=4))}
        recent = self.made.gestures[-6:] if self._chance(0.7) else self.made.gestures
        return {"undoes": self.rng.choice(recent).id}


def sequence(seed: object, *, length: int | None = None, careful: bool = False) -> Sequence:
    """Return the sequence of a seed, of 1 to 45 gestures unless `length` is given."""
    rng = random.Random(f"gestures {seed}")
    return Maker(rng, careful=careful).sequence(length or rng.randint(1, 45))


def as_line(made: Sequence) -> dict[str, Any]:
    """Return a sequence with its digests, as JSON."""
    prefixes = [digest(fold(SITUATION, made.gestures[:n], made.texts)) for n in range(len(made.gestures) + 1)]
    texts = {
        name: {lang: half for lang, half in (("fr", text.fr), ("en", text.en)) if half}
        for name, text in made.texts.items()
    }
    gestures = [gesture.as_json() for gesture in made.gestures]
    return {"gestures": gestures, "texts": texts, "digest": prefixes[-1], "prefix_digests": prefixes}


def lines(seed: int, count: int) -> Iterator[dict[str, Any]]:
    """Yield `count` sequences; every third is careful."""
    for n in range(count):
        yield as_line(sequence(f"{seed}/{n}", careful=n % 3 == 0))


def main() -> None:
    """Print JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    asked = parser.parse_args()
    for line in lines(asked.seed, asked.count):
        sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
