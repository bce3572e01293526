"""Items carried to the side, as they are."""

from dataclasses import replace

from layouts.sheet import Group, Item, Path
from layouts.symbols.geometry import placed


def moved(item: Item, right: float) -> Item:
    """Return the item `right` mm further to the right. Path data may hold M L C Q and Z."""
    if isinstance(item, Group):
        return replace(item, items=tuple(moved(inner, right) for inner in item.items))
    if isinstance(item, Path):
        return replace(item, d=placed(item.d, right, 0.0, 1.0))
    return replace(item, x=round(item.x + right, 2))
