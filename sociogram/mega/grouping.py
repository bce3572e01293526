"""The tiles of a network: its organisations by sector or by place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sociogram.directory.directory import Directory
from sociogram.directory.needs import TYPOLOGY
from sociogram.directory.places import Gazetteer
from sociogram.directory.plain_words import plain_words
from sociogram.directory.rows import Organisation
from sociogram.errors import bad_input
from sociogram.language import Bilingual
from sociogram.mega.filters import OTHER, sector_of

By = Literal["sector", "place"]
NOWHERE = "sans-lieu"
_COARSE = ("region", "district", "country", "region_of_countries", "continent", "world")
_OTHERS = Bilingual(fr="Autres", en="Others")
_NOWHERE = Bilingual(fr="Lieu non précisé", en="Place not given")


@dataclass(frozen=True, slots=True)
class TileGroup:
    """The organisations (ids, in order) that share one tile. `id` is a code of the vocabulary or a place."""

    id: str
    label: Bilingual
    members: tuple[str, ...]


def tile_groups(directory: Directory, by: By) -> tuple[TileGroup, ...]:
    """Return the tiles that hold everyone once, the largest first."""
    gazetteer = Gazetteer(directory.places)
    members: dict[str, list[str]] = {}
    for one in sorted(directory.organisations):
        row = directory.organisations[one]
        key = known_sector(row, directory) if by == "sector" else _place(row, directory, gazetteer)
        members.setdefault(key, []).append(one)
    order = sorted(members, key=lambda key: (key in (OTHER, NOWHERE), -len(members[key]), key))
    return tuple(TileGroup(key, _label(directory, by, key), tuple(members[key])) for key in order)


def known_sector(row: Organisation, directory: Directory) -> str:
    """Return the sector of an organisation if the vocabulary has it, else OTHER."""
    code = sector_of(row)
    return code if directory.term(TYPOLOGY, code) else OTHER


def sector_label(directory: Directory, code: str) -> Bilingual:
    """Return what a sector is called; OTHER is the same whatever the vocabulary calls it."""
    term = directory.term(TYPOLOGY, code)
    return _OTHERS if term is None or code == OTHER else term.label


def opened_tiles(groups: tuple[TileGroup, ...], asked: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of the tiles asked by id or label; BadInput for one that is not there."""
    by_words = {
        plain_words(words): group.id
        for group in reversed(groups)
        for words in (group.id, group.label.fr, group.label.en)
    }
    found = set()
    for position, text in enumerate(asked):
        known = by_words.get(plain_words(text))
        if known is None:
            raise bad_input(
                "unknown_tile",
                fr="cette tuile n'est pas sur la feuille.",
                en="this tile is not on the sheet.",
                remedy_fr=f"Choisir parmi : {', '.join(group.id for group in groups) or '—'}.",
                remedy_en=f"Choose among: {', '.join(group.id for group in groups) or '—'}.",
                field=f"open[{position}]",
            )
        found.add(known)
    return frozenset(found)


def outer_ties(directory: Directory, groups: tuple[TileGroup, ...]) -> Mapping[tuple[str, str], int]:
    """Return how many ties join two different tiles, by their ids in order."""
    home = {one: group.id for group in groups for one in group.members}
    counted: dict[tuple[str, str], int] = {}
    for tie in directory.relations.values():
        start, end = home.get(tie.from_id), home.get(tie.to_id)
        if start is not None and end is not None and start != end:
            pair = (min(start, end), max(start, end))
            counted[pair] = counted.get(pair, 0) + 1
    return {pair: counted[pair] for pair in sorted(counted)}


def inside(directory: Directory, group: TileGroup) -> Directory:
    """Return the rows of one tile: its organisations and the ties between them."""
    kept = set(group.members)
    return Directory(
        {one: directory.organisations[one] for one in group.members},
        {key: row for key, row in directory.services.items() if row.organisation_id in kept},
        {key: tie for key, tie in directory.relations.items() if {tie.from_id, tie.to_id} <= kept},
        directory.places,
        directory.terms,
    )


def _place(row: Organisation, directory: Directory, gazetteer: Gazetteer) -> str:
    """The first place written that is known, as a region or larger."""
    known = (place for text in row.places for place in gazetteer.ids(text)[:1])
    at = next(known, "")
    seen: set[str] = set()
    while at and at not in seen and directory.places[at].kind not in _COARSE:
        seen.add(at)
        at = directory.places[at].parent if directory.places[at].parent in directory.places else at
    return at or NOWHERE


def _label(directory: Directory, by: By, key: str) -> Bilingual:
    if by == "sector":
        return sector_label(directory, key)
    return directory.places[key].label if key in directory.places else _NOWHERE
