"""Blocks: what moves as one on the sheet. A home or building with all it holds, or a figure on its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from layouts.individual.generations import births_of, generations
from sociogram.situation.staging import Container, Figure, Staging


@dataclass(frozen=True, slots=True)
class Block:
    """`container` is None for a figure on its own. `levels` are rows of ids: figures, or blocks inside.

    A level may be broken into several rows but never mixes with another one. `living` when a home or a living
    figure; `related` when kinship joins those inside: a generation of up to six stays whole.
    """

    id: str
    container: Container | None
    levels: tuple[tuple[str, ...], ...]
    living: bool
    related: bool = False

    @property
    def size(self) -> int:
        """How many things it holds."""
        return sum(len(level) for level in self.levels)


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks by id; `top` are those that stand directly on the sheet, in order of appearance."""

    by_id: Mapping[str, Block]
    top: tuple[str, ...]
    figures: Mapping[str, Figure]


def blocks_of(staging: Staging) -> Blocks:
    """Return the blocks of a staging: homes and buildings with their members, and loose figures."""
    figures = {figure.id: figure for figure in staging.figures}
    births, found = births_of(figures), dict[str, Block]()
    for container in staging.containers:
        members = [m for m in container.members if m in figures]
        homes = tuple(c.id for c in staging.containers if c.inside == container.id)
        rows = generations(members, staging.kin, births) if container.kind == "household" else [members]
        levels = tuple(tuple(row) for row in (*rows, homes) if row)
        living = container.kind == "household"
        related = any(k.a in members and k.b in members and k.kind != "other" for k in staging.kin)
        found[container.id] = Block(container.id, container, levels, living, related)
    held = {m for c in staging.containers for m in c.members}
    for figure in staging.figures:
        if figure.id not in held:
            living = figure.kind == "person"
            found[figure.id] = Block(figure.id, None, ((figure.id,),), living)
    nested = {c.id for c in staging.containers if c.inside in found}
    return Blocks(found, tuple(b for b in found if b not in nested), figures)
