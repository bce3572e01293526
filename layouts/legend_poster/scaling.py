"""Items drawn for one paper carried to another of the same shape: everything grows alike, lines too."""

from dataclasses import replace

from layouts.sheet import Group, Item, Path
from layouts.symbols.geometry import placed


def scaled(item: Item, by: float) -> Item:
    """Return the item with every length multiplied. Path data may hold M L C Q and Z."""
    if isinstance(item, Group):
        return replace(item, items=tuple(scaled(inner, by) for inner in item.items))
    if isinstance(item, Path):
        dash = tuple(round(part * by, 3) for part in item.dash)
        return replace(item, d=placed(item.d, 0.0, 0.0, by), width=round(item.width * by, 3), dash=dash)
    return replace(
        item, x=round(item.x * by, 2), y=round(item.y * by, 2), size=round(item.size * by, 2),
        halo=round(item.halo * by, 2),
    )  # fmt: skip
