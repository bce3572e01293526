"""Write tests/vectors/gestures/*.json: what every fold of gestures must give, in every language.

Run: python -m tools.generate_vectors          (the files are the same on every machine)
One file is {"name", "situation", "gestures", "texts", "document", "digest"}. A changed file is a changed
contract: read the difference before keeping it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sociogram.situation.digest import digest, document
from sociogram.situation.fold import fold
from sociogram.situation.gestures import parse_gestures, parse_texts
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import gestures_of_plain
from tools.gesture_scenarios import SCENARIOS
from tools.gesture_sequences import SITUATION, Sequence, sequence

_ROOT = Path(__file__).parent.parent
FOLDER = _ROOT / "tests" / "vectors" / "gestures"
_PACKAGED = _ROOT / "sociogram" / "data" / "mali" / "situations"
RANDOM = 200


def vectors() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) for every vector."""
    for name, (gestures, texts) in SCENARIOS.items():
        made = Sequence(list(parse_gestures(gestures)), parse_texts(texts))
        yield _file(f"scenario-{name}", SITUATION, made)
    for path in sorted(_PACKAGED.glob("*.json")):
        plain = read_plain(path.read_bytes(), place=path.name)
        gestures_texts = gestures_of_plain(plain, by="local", at="2026-11-22T08:00:00Z")
        yield _file(f"mali-{path.stem}", plain.id, Sequence(list(gestures_texts[0]), gestures_texts[1]))
    for n in range(RANDOM):
        made = sequence(f"vector/{n}", length=2 + n % 17, careful=n % 4 == 0)
        yield _file(f"random-{n:03d}", SITUATION, made)


def _file(name: str, situation_id: str, made: Sequence) -> tuple[str, str]:
    situation = fold(situation_id, made.gestures, made.texts)
    vector: dict[str, Any] = {
        "name": name,
        "situation": situation_id,
        "gestures": [gesture.as_json() for gesture in made.gestures],
        "texts": {
            key: {lang: half for lang, half in (("fr", text.fr), ("en", text.en)) if half}
            for key, text in made.texts.items()
        },
        "document": document(situation),
        "digest": digest(situation),
    }
    return f"{name}.json", json.dumps(vector, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the files, and remove those that are no longer made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = dict(vectors())
    for old in FOLDER.glob("*.json"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
