"""Write tests/vectors/geometry/*.json: what the page's geometry must give, to 0.01 mm.

Run: python -m tools.geometry_vectors          (the files are the same on every machine)
`pens-fr.json` and `pens-en.json` are the pens documents the page's own tests draw with.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from colour_codes.palettes import Palette, Stroke, node_stroke
from colour_codes.pens_document import pens_document
from colour_codes.sides import Side
from layouts.individual.boxes import Box
from layouts.individual.elbows import elbows
from layouts.individual.labels import figure_label
from layouts.individual.lines import lines_of
from layouts.individual.placed import placed_scene
from layouts.individual.plots import Stand, Walls, stand_at, walls_around
from layouts.individual.scene import Scene
from layouts.individual.sizes import Sizes
from layouts.sheet import Path as Drawn
from layouts.sheet import Text
from layouts.symbols import (
    badge,
    badge_width,
    building,
    figure,
    figure_outline,
    head,
    home,
    outline_sides,
    stroked,
)
from layouts.text.wrapping import wrap
from sociogram.dates import parse_date
from sociogram.language import LANGUAGES, Lang
from sociogram.rules.passive import passive_sentence
from sociogram.situation.fold import fold
from sociogram.situation.gestures import parse_gestures, parse_texts
from sociogram.situation.stage import stage
from sociogram.situation.staging import Arrow, Container, Staging
from tools.generate_vectors import FOLDER as GESTURES
from tools.gesture_sequences import SITUATION

FOLDER = GESTURES.parent / "geometry"
STUDIO = Sizes(4.0, 1.35)
"""The one size of the studio (api/web/src/geometry/sizes.ts)."""
AREA = Box(6.0, 6.0, 285.0, 198.0)
"""Where things stand on an A4 of the studio (api/web/src/scene/paper.ts)."""
LABELS = (
    "",
    "Femme A",
    "Adolescente A",
    "Frère aîné, a prêté l'argent du voyage",
    "agent d'accueil de l'Antenne",
    "éducatrice-accompagnatrice du centre d'hébergement",
    "Anticonstitutionnellement",
    "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x",
    "« Qui ? » : elle",
    "ɛ ɔ ɲ ŋ Ŋɔnɔ",
    "الأم والأب",
    "Grand-mère\u00a0: 2\u2003enfants",
    "🙂 visage",
)
UNTIL = ("2019", "2021-03", "2023-06-15")
STAGED = 60
"""So many of the random gesture vectors are staged too, beside the written ones."""


def vectors() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) for every file."""
    for lang in LANGUAGES:
        yield _file(f"pens-{lang}", pens_document(lang))
    yield _file("symbols", list(_symbols()))
    yield _file("labels", list(_labels()))
    yield _file("places", list(_places()))
    yield _file("newcomers", list(_newcomers()))
    yield _file("fans", list(_fans()))
    yield _file("elbows", list(_elbows()))
    yield _file("stagings", list(_stagings()))
    yield _file("sentences", list(_sentences()))


def _symbols() -> Iterator[dict[str, Any]]:
    """Yield shapes by the call that draws them."""
    strokes = [node_stroke(side, palette) for palette in Palette for side in Side]
    for n, stroke in enumerate(strokes):
        working = n % 2 == 0
        side = Side.WORKING_TOGETHER if working else Side.LIVING_TOGETHER
        x, top, height = 20.37 + 7.1 * n, 11.3 + n, 15.6
        shapes = figure(x, top, height, stroke, side=side)
        yield {"call": "figure", "args": [x, top, height], "stroke": _stroke(stroke), "working": working,
               "items": _items(shapes)}  # fmt: skip
        box = Box(5.0 + n, 7.5, 30.0 + 11.3 * n, 18.0 + 6.7 * n)
        walls = _items(home(box.x, box.y, box.w, box.h, stroke))
        yield {"call": "home", "args": _box(box), "stroke": _stroke(stroke), "items": walls}
        walls = _items(building(box.x, box.y, box.w, box.h, stroke))
        yield {"call": "building", "args": _box(box), "stroke": _stroke(stroke), "items": walls}
        line = "M 0 0 L 10 3.25"
        items = _items(stroked(line, stroke, fill="#ffffff"))
        yield {"call": "stroked", "d": line, "stroke": _stroke(stroke), "items": items}
    for n, status in enumerate(("active", "ended", "wished")):
        args = [40.0 + n, 12.34, 0.7 * n - 0.4, 3.08]
        items = _items(head(args[0], args[1], args[2], args[3], "#123456", status))  # type: ignore[arg-type]
        yield {"call": "head", "args": args, "status": status, "items": items}
    for words in ("B1", "R12", "V103"):
        items = _items(badge(30.12, 20.98, words, 3.12, colour="#111111", text_colour="#222222"))
        yield {"call": "badge", "args": [30.12, 20.98], "words": words, "size": 3.12, "items": items,
               "width": badge_width(words, 3.12)}  # fmt: skip
    for shape in ("figure", "circle", "square", "diamond", "dome", "triangle"):
        yield {"call": "outline", "shape": shape, "args": [25.5, 9.25, 15.6],
               "points": [[_r(x), _r(y)] for x, y in figure_outline(25.5, 9.25, 15.6, shape)],
               "sides": [[_r(x), _r(y)] for x, y in outline_sides(25.5, 9.25, 15.6, 0.6, shape)]}  # fmt: skip


def _labels() -> Iterator[dict[str, Any]]:
    for text in LABELS:
        for size, width in ((4.0, 16.8), (4.0, 38.4), (2.5, 9.0), (6.0, 200.0)):
            yield {"text": text, "size": size, "width": width, "lines": wrap(text, size, width)}
        label = figure_label(text, STUDIO)
        yield {"text": text, "figure": {"lines": list(label.lines), "width": _r(label.width)}}


def _places() -> Iterator[dict[str, Any]]:
    for text in LABELS:
        stand = stand_at("p", text, (50.25, 40.5), STUDIO)
        yield {"label": text, "at": [50.25, 40.5], "stand": _stand(stand)}
        for kind in ("household", "institution"):
            for w, h in ((0.0, 0.0), (12.4, 30.0), (88.0, 25.5)):
                container = Container("h", kind, Side.LIVING_TOGETHER, text)
                walls = walls_around(container, Box(60.0, 50.0, w, h), STUDIO)
                yield {"label": text, "kind": kind, "content": [60.0, 50.0, w, h], "walls": _walls(walls)}


def _newcomers() -> Iterator[dict[str, Any]]:
    """Yield where newcomers stand on an empty sheet, and when some are placed already."""
    for name, staging in _packaged():
        whole = placed_scene(staging, AREA, STUDIO)
        if whole is None:
            continue
        places = _centres(whole)
        ids = list(places)
        for known in ((), ids[::3], ids[1::2], ids[:-1], ids[1:]):
            positions = tuple(
                (id_, (round(places[id_][0] * 100), round(places[id_][1] * 100))) for id_ in known
            )
            scene = placed_scene(replace(staging, positions=positions), AREA, STUDIO)
            if scene is not None:
                yield {"situation": name, "positions": [[i, *at] for i, at in positions],
                       "centres": {i: [_r(x), _r(y)] for i, (x, y) in _centres(scene).items()},
                       "walls": {i: _walls(wall)["box"] for i, wall in scene.walls.items()}}  # fmt: skip


def _fans() -> Iterator[dict[str, Any]]:
    for name, staging in _packaged():
        yield {"arrows": [asdict(arrow) for arrow in staging.arrows],
               "bows": {line.id: line.fan for line in lines_of(staging) if line.fan is not None},
               "name": name}  # fmt: skip


def _elbows() -> Iterator[dict[str, Any]]:
    """Yield the square ways of each kind between figures in all manner of places, inside one home."""
    for n, (bx, by) in enumerate(
        ((80.0, 40.0), (80.0, 42.0), (30.0, 90.0), (55.0, 95.0), (95.0, 96.0), (50.0, 20.0))
    ):
        spots = {"a": (50.0, 40.0), "b": (bx, by), "j": (75.0 if n > 1 else 110.0, 40.0)}
        stands = {id_: stand_at(id_, f"Personne {id_}", at, STUDIO) for id_, at in spots.items()}
        scene = Scene(AREA, STUDIO, stands, {}, dict.fromkeys(stands, ("h",)))
        for kind in ("couple", "filiation", "foster", "siblings", "other"):
            for joint in (None, "j") if kind in ("filiation", "foster") else (None,):
                ways = [[[_r(x), _r(y)] for x, y in way] for way in elbows(scene, kind, "a", "b", joint)]
                yield {"kind": kind, "spots": spots, "joint": joint is not None, "ways": ways}


def _stagings() -> Iterator[dict[str, Any]]:
    """Yield who stands where, by gesture vector, language and date."""
    names = sorted(path.name for path in GESTURES.glob("*.json"))
    written = [name for name in names if not name.startswith("random-")]
    for n, name in enumerate([*written, *[name for name in names if name.startswith("random-")][:STAGED]]):
        for until in (None, UNTIL[n % len(UNTIL)]):
            lang: Lang = "fr" if n % 2 else "en"
            staging = _staged(name, lang, until)
            yield {"vector": name, "lang": lang, "until": until, "staging": _staging(staging)}


def _sentences() -> Iterator[dict[str, Any]]:
    pairs = (
        ("Femme A", "agent d'écoute"),
        ("adolescente", "مريم"),
        ("Homme A, de retour", "OIM."),
        ("b", "Qui ?"),
    )
    for lang in LANGUAGES:
        for status in ("active", "ended", "wished"):
            for activated, activator in pairs:
                said = passive_sentence(activated, activator, lang, status)
                yield {
                    "lang": lang,
                    "status": status,
                    "activated": activated,
                    "activator": activator,
                    "said": said,
                }


def _packaged() -> Iterator[tuple[str, Staging]]:
    for path in sorted(GESTURES.glob("mali-*.json")):
        yield path.name, _staged(path.name, "fr", None)


class _Names(dict[str, str]):
    """Every id that is asked for is a building named in capitals, save those that begin with x."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and not key.startswith("x")

    def __getitem__(self, key: str) -> str:
        return key.upper()

    def get(self, key: str, default: Any = None) -> Any:
        """Return the name of a building."""
        return key.upper() if key in self else default


def _staged(name: str, lang: Lang, until: str | None) -> Staging:
    vector = json.loads((GESTURES / name).read_text(encoding="utf-8"))
    gestures, texts = parse_gestures(vector["gestures"]), parse_texts(vector["texts"])
    situation = fold(vector.get("situation", SITUATION), gestures, texts)
    date = parse_date(until) if until else None
    return stage(situation, lang=lang, buildings=_Names(), until=date)


def _staging(staging: Staging) -> dict[str, Any]:
    sentences = {line.arrow: line.sentence for line in staging.story}
    return {
        "date": str(staging.date) if staging.date else None,
        "figures": [[f.id, f.kind, f.side.value, f.label, f.inside] for f in staging.figures],
        "containers": [
            [c.id, c.kind, c.side.value, c.label, list(c.members), c.inside] for c in staging.containers
        ],
        "former": [[f.id, f.person, f.household, f.when, f.still] for f in staging.former_homes],
        "arrows": [[*_arrow(arrow), sentences[arrow.id]] for arrow in staging.arrows],
        "kin": [[k.id, k.a, k.b, k.kind, k.ended] for k in staging.kin],
    }


def _arrow(arrow: Arrow) -> list[Any]:
    return [arrow.id, arrow.activator, arrow.activated, arrow.pen.value, arrow.number, arrow.status]


def _centres(scene: Scene) -> dict[str, tuple[float, float]]:
    """Return the centre of every figure, and of every container that holds nothing."""
    held = {container for chain in scene.above.values() for container in chain}
    empty = {id_: wall.box.centre for id_, wall in scene.walls.items() if id_ not in held}
    return {id_: stand.shape.centre for id_, stand in scene.stands.items()} | empty


def _stand(stand: Stand) -> dict[str, Any]:
    return {"shape": _box(stand.shape), "words": _box(stand.words), "box": _box(stand.box)}


def _walls(walls: Walls) -> dict[str, Any]:
    return {"box": _box(walls.box), "words": _box(walls.words), "lines": list(walls.label.lines)}


def _box(box: Box) -> list[float]:
    return [_r(value) for value in (box.x, box.y, box.w, box.h)]


def _items(items: Any) -> list[dict[str, Any]]:
    return [
        {"d": one.d, "stroke": one.stroke, "width": one.width, "dash": list(one.dash), "fill": one.fill}
        if isinstance(one, Drawn)
        else _text(one)
        for one in items
    ]


def _text(text: Text) -> dict[str, Any]:
    return {"text": text.text, "x": text.x, "y": text.y, "size": text.size, "colour": text.colour}


def _stroke(stroke: Stroke) -> dict[str, Any]:
    return asdict(stroke) | {"gap": stroke.gap}


def _r(value: float) -> float:
    return round(value, 4)


def _file(name: str, content: Any) -> tuple[str, str]:
    if isinstance(content, list):
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in content)
        return f"{name}.json", f"[\n{rows}\n]\n"
    return f"{name}.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the files, and remove those that are no longer made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = dict(vectors())
    for path in FOLDER.glob("*.json"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
