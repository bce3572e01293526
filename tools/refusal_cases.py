"""Random changes at the door, the same on every machine for one seed: what each twin of the door must answer.

Run: python -m tools.refusal_cases --seed 1 --count 100 > cases.jsonl      (JSON Lines)
     python -m tools.refusal_cases --write                                 (tests/vectors/refusals/*.json)
One case is {"log", "texts", "change": {"gestures", "texts"}, "known", "verdict", "digest"}: `verdict` is the
code of the first reason of the refusal, or null; then `digest` is that of the log, the texts and the document
afterwards, so that withdrawals are compared too.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.digest import canonical_json, document
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.situation.withdrawal import named_texts
from tools.gesture_sequences import ORGANISATIONS, SITUATION, Maker, Sequence

FOLDER = Path(__file__).parent.parent / "tests" / "vectors" / "refusals"
FILES, MARK_FILES, CASES = 12, 4, 30
_LETTERS = "pfwiumal"
_MARKS = ("0f8fad5b-d9cb-469f-a165-70867728950e", "1f8fad5b-d9cb-469f-a165-70867728950e")
_HOSTILE = (
    "x" * 121, "é" * 120, "e\u0301" * 120, "a\u0301\u0302\u0303\u0304", "\u202eabc", "a\u0007b", "   ",
    "\u200b", "a\u200bb", "\ufb01n", "l\u200dà", "لا\u200dم", "👩\u200d🏾", "x\ny", "\ufeffabc", "𐐀" * 119,
    "a\u2028b", "a\u00a0b", "\u00ad", "mot " * 60, "\ue000", "\u0301", "ɓ\u030c", "\u061c", "\u0085",
    "\u001f", "k\u0330\u0330\u0330",
)  # fmt: skip


class _Door(Maker):
    """Makes changes on top of a log that the door has accepted."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__(rng, careful=True)

    def change(self) -> tuple[list[Gesture], dict[str, Bilingual]]:
        """Return some gestures, often wrong, and their texts, sometimes wrong."""
        self.careful = False
        gestures: list[Gesture] = []
        texts: dict[str, Bilingual] = {}
        for _ in range(self.rng.choice((1, 1, 1, 2, 3))):
            gesture = self._one(texts)
            gestures.append(gesture)
            for letter in _LETTERS:
                if gesture.kind.startswith("add") or gesture.kind in ("draw", "link", "move_in"):
                    name = str(gesture.args.get("id", ""))
                    if name.startswith(letter) and name not in self.ids[letter]:
                        self.ids[letter].append(name)
        named = {name for one in gestures for name in named_texts(one)}
        return gestures, self._spoilt({name: text for name, text in texts.items() if name in named})

    def _one(self, texts: dict[str, Bilingual]) -> Gesture:
        if self.made.gestures and self._chance(0.06):
            again = self.rng.choice(self.made.gestures)
            at = again.at if self._chance(0.5) else "2026-11-22T08:00:01Z"
            return Gesture(again.id, again.kind, at, again.by, again.args)
        gesture = self._gesture(texts)
        kind, args = gesture.kind, gesture.args
        if self._chance(0.1):
            named = [*self.made.texts, "nothing"]
            element = self.rng.choice(named) if self._chance(0.3) else self._some(_LETTERS)
            kind, args = "withdraw", {"id": element}
        elif self._chance(0.12):
            kind, args = self._of_the_rules()
        if self._chance(0.1) and texts and kind == "change":
            args = {**args, "set": {**args["set"], "label": self.rng.choice([*texts, *self.made.texts])}}
        return Gesture(gesture.id, kind, gesture.at, "amina" if self._chance(0.9) else "brahim", args)

    def _of_the_rules(self) -> tuple[str, dict[str, Any]]:
        """A gesture that a rule may refuse: dates, filiation, own members, no side."""
        pick, some, new = self.rng.choice, self._some, self._new_id
        person, lives = some("p"), {"birth": "2010-05", "death": pick(["2010", "2009-12-31"])}
        stay = {"person": person, "household": some("f")}
        return pick(
            (
                ("change", {"id": person, "set": lives}),
                ("change", {"id": person, "set": {"death": "1990"}}),
                ("draw", {"id": new("a"), "activator": person, "activated": person}),
                ("draw", {"id": new("a"), "activator": some("u"), "activated": some("w")}),
                ("draw", {"id": new("a"), "activator": person, "activated": some("f"), "when": "2021"}),
                ("draw", {"id": new("a"), "activator": some("f"), "activated": some("i")}),
                ("link", {"id": new("l"), "a": some("p"), "b": some("p"), "kind": "filiation"}),
                ("link", {"id": new("l"), "a": some("p"), "b": some("w"), "kind": "same_person"}),
                ("change_side", {"id": some("pwu"), "side": pick(["living", "working"]), "approved": True}),
                ("move_in", {"id": new("m"), **stay, "since": "2022", "until": "2020"}),
                ("move_in", {"id": new("m"), **stay}),
            )
        )  # fmt: skip

    def _spoilt(self, texts: dict[str, Bilingual]) -> dict[str, Bilingual]:
        if self._chance(0.15):
            for name in list(texts):
                if self._chance(0.6):
                    texts[name] = Bilingual(self.rng.choice(_HOSTILE), "")
        if self._chance(0.04):
            texts["unnamed"] = Bilingual("rien ne me nomme", "")
        if self.made.texts and self._chance(0.05):
            name = self.rng.choice(list(self.made.texts))
            texts[name] = self.made.texts[name] if self._chance(0.5) else Bilingual("autre chose", "")
        return texts


class _MarkDoor(_Door):
    """Makes changes that put the mark of a referral on arrows of every sort, or move what it stands on."""

    def sequence(self, length: int) -> Sequence:
        """As any sequence, and then an arrow that is a referral already."""
        made = super().sequence(length)
        ends = {"activator": "w-mark", "activated": "i-mark"}
        for letter, kind, args in (
            ("w", "add_professional", {"id": "w-mark"}),
            ("i", "add_institution", {"id": "i-mark"}),
            ("a", "draw", {"id": "a-mark", **ends, "when": "2026-10", "referral": _MARKS[0]}),
        ):
            at = self._gesture({})
            made.gestures.append(Gesture(at.id, kind, at.at, "amina", args))
            self.ids[letter].append(str(args["id"]))
        return made

    def _one(self, texts: dict[str, Bilingual]) -> Gesture:
        pick = self.rng.choice
        arrow = "a-mark" if self._chance(0.5) else self._some("a")
        mark = pick([*_MARKS, True, None])
        dated = {
            "when": pick(["2026", "2026-10", "2026-10-05"]),
            "status": pick(["active", "ended", "wished"]),
        }
        ends = {"activator": self._working_end(), "activated": self._working_end()}
        kind, args = pick(
            (
                *(("draw", {"id": self._new_id("a"), **ends, **dated, "referral": mark or False}),) * 5,
                ("change", {"id": arrow, "set": {"referral": mark, **(dated if self._chance(0.7) else {})}}),
                ("change", {"id": arrow, "set": {"when": pick([None, "2025", "2025-01"])}}),
                ("change", {"id": arrow, "set": {"status": pick(["wished", "ended"])}}),
                ("redirect", {"id": arrow, "activated": self._working_end()}),
                ("change_side", {"id": self._some("pw"), "side": "living", "approved": True}),
            )
        )
        made = self._gesture(texts)
        return Gesture(made.id, kind, made.at, "amina", args)

    def _working_end(self) -> str:
        return self.rng.choice(ORGANISATIONS) if self._chance(0.4) else self._some("wwwwip")


def mark_case(seed: object) -> dict[str, Any]:
    """Return the case of a seed, of marks that make arrows referrals."""
    rng = random.Random(f"marks {seed}")
    return _case_of(_MarkDoor(rng), rng, shortest=14)


def case(seed: object) -> dict[str, Any]:
    """Return the case of a seed."""
    rng = random.Random(f"refusals {seed}")
    return _case_of(_Door(rng), rng)


def _case_of(door: _Door, rng: random.Random, shortest: int = 0) -> dict[str, Any]:
    start = door.sequence(rng.randint(shortest, 22))
    gestures, texts = door.change()
    known = [one for one in ORGANISATIONS if rng.random() < 0.7]
    raw = {name: _text(text) for name, text in texts.items()}
    made: dict[str, Any] = {
        "log": [one.as_json() for one in start.gestures],
        "texts": {name: _text(text) for name, text in start.texts.items()},
        "change": {"gestures": [one.as_json() for one in gestures], "texts": raw},
        "known": known,
    }
    return made | _answer(start, gestures, raw, known)


def _answer(
    start: Sequence, gestures: list[Gesture], raw: dict[str, Any], known: list[str]
) -> dict[str, Any]:
    parse_gestures([one.as_json() for one in gestures])  # every case has a good shape
    try:
        done = check_gestures(SITUATION, start.gestures, start.texts, gestures, parse_texts(raw), known=known)
    except BadInput as refusal:
        return {"verdict": refusal.first.code, "digest": None}
    after = {
        "log": [one.as_json() for one in done.log],
        "texts": {name: {"fr": text.fr, "en": text.en} for name, text in done.texts.items()},
        "document": document(fold(SITUATION, done.log, done.texts)),
    }
    return {"verdict": None, "digest": sha256(canonical_json(after).encode()).hexdigest()}


def _text(text: Bilingual) -> dict[str, str]:
    return {lang: half for lang, half in (("fr", text.fr), ("en", text.en)) if half}


def lines(seed: int, count: int) -> Iterator[dict[str, Any]]:
    """Yield `count` cases, one in ten of marks."""
    for n in range(count):
        yield (mark_case if n % 10 == 9 else case)(f"{seed}/{n}")


def vectors() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) for every shared vector."""
    for at in range(FILES):
        cases = [case(f"vector/{at}/{n}") for n in range(CASES)]
        yield f"cases-{at:02d}.json", json.dumps(cases, ensure_ascii=False, indent=0) + "\n"
    for at in range(MARK_FILES):
        marks = [mark_case(f"vector/{at}/{n}") for n in range(CASES)]
        yield f"marks-{at:02d}.json", json.dumps(marks, ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Print JSON lines, or write the vectors."""
    parser = argparse.ArgumentParser(description="Random changes at the door, with the door's answer.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if asked.write:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, text in vectors():
            (FOLDER / name).write_text(text, encoding="utf-8")
        return
    for line in lines(asked.seed, asked.count):
        sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
