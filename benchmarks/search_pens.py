"""Search the four coloured pens: the largest smallest difference within the bounds of hue and contrast.

The bounds come first: pens are named at sight (blue, red, orange, green beside real felt pens), see
docs/design/0004-pens-and-palettes.md. Seeded hill climbing from many starts; stdlib only. Run:
    python benchmarks/search_pens.py --seed 1 --starts 12
"""

import argparse
import random
from dataclasses import dataclass

from colour_codes.colour_spaces import hex_of_linear, linear_of_oklch, oklch_of_hex
from colour_codes.contrast import contrast_ratio, smallest_difference

BLACK = "#000000"
LEAST_CONTRAST = 3.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one pen may be: OKLCH ranges, each (least, most)."""

    lightness: tuple[float, float]
    chroma: tuple[float, float]
    hue: tuple[float, float]

    def hold(self, colour: str) -> bool:
        ranges = (self.lightness, self.chroma, self.hue)
        return all(low <= v <= high for v, (low, high) in zip(oklch_of_hex(colour), ranges, strict=True))


BOUNDS = {
    "green": Bounds((0.45, 0.70), (0.12, 0.25), (140, 156)),
    "blue": Bounds((0.40, 0.60), (0.13, 0.30), (255, 265)),
    "orange": Bounds((0.64, 0.75), (0.14, 0.25), (48, 62)),
    "red": Bounds((0.47, 0.60), (0.17, 0.28), (26, 31)),
}


def candidate(name: str, oklch: tuple[float, float, float]) -> str | None:
    """Return the colour as "#rrggbb" if a screen shows it and it keeps every bound, else None."""
    linear = linear_of_oklch(*oklch)
    if any(not -1e-4 <= c <= 1.0001 for c in linear):
        return None
    colour = hex_of_linear(linear)
    kept = BOUNDS[name].hold(colour) and contrast_ratio(colour) >= LEAST_CONTRAST
    return colour if kept else None


def drawn(name: str, chance: random.Random) -> str:
    bounds = BOUNDS[name]
    while True:
        oklch = (
            chance.uniform(*bounds.lightness),
            chance.uniform(*bounds.chroma),
            chance.uniform(*bounds.hue),
        )
        if colour := candidate(name, oklch):
            return colour


def nudged(name: str, colour: str, step: float, chance: random.Random) -> str:
    lightness, chroma, hue = oklch_of_hex(colour)
    moved = (
        lightness + chance.gauss(0, 0.05 * step),
        chroma + chance.gauss(0, 0.05 * step),
        hue + chance.gauss(0, 8 * step),
    )
    return candidate(name, moved) or colour


def climb(chance: random.Random, rounds: int) -> tuple[float, dict[str, str]]:
    pens = {name: drawn(name, chance) for name in BOUNDS}
    best = smallest_difference([*pens.values(), BLACK]).value
    for turn in range(rounds):
        name = chance.choice(list(BOUNDS))
        tried = pens | {name: nudged(name, pens[name], 1 - 0.9 * turn / rounds, chance)}
        value = smallest_difference([*tried.values(), BLACK]).value
        if value >= best:
            best, pens = value, tried
    return best, pens


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--starts", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3000)
    asked = parser.parse_args()
    for start in range(asked.starts):
        value, pens = climb(random.Random(asked.seed * 1000 + start), asked.rounds)
        print(f"{value:6.2f}", *(f"{name} {colour}" for name, colour in pens.items()), flush=True)


if __name__ == "__main__":
    main()
