"""Several situations merged: which families meet which services, and nobody identifiable.

What leaves this file: letters, names of public services, pens, two years. No name, no label, no home, no
place, no id of a situation, no day or month. The letters follow the shape of what is drawn, never ids or the
order in which situations came. A service is named only if it is public, not discreet, and met by at least
`least` families; else only its sector is, on the same condition; all others are one building without a name.
A green arrow needs as many families to tell it. What was chosen by organisation, place or sector is said on
the sheet, and would tell who the others are: then there are no others, and nothing discreet can be chosen.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from colour_codes.pens import Pen
from colour_codes.sides import Side
from sociogram.access.visibility import visibility_of
from sociogram.circulation.letters import letter_of
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation
from sociogram.errors import bad_input
from sociogram.mega.filters import MegaFilter, chosen_organisations, named_organisations, sector_of
from sociogram.situation.digest import canonical_json, document
from sociogram.situation.situation import Situation
from sociogram.situation.story import ToldArrow, side_of, told_arrows

LEAST = 2
"""How many families must meet a service before it is named, unless more are asked for."""
SMALL = 5
"""Numbers under this are not printed."""
OTHERS = ""
"""The id of the building that stands for all services that are not named."""
SECTOR = ":"
"""Stands before the code of a sector, where a service is not named."""
FAMILY = ""
"""The living end of an arrow: whoever it is, the family."""


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """A family (its letter) and a service; `outward` when the family activates the service."""

    family: str
    service: str
    outward: bool
    pen: Pen


@dataclass(frozen=True, slots=True)
class Merged:
    """`services` are ids of the directory (and OTHERS); `between` are green arrows (from, to)."""

    families: tuple[str, ...]
    services: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    between: tuple[tuple[str, str], ...]
    years: tuple[int, int] | None = None
    fictional: bool = False


Met = tuple[str, bool, Pen]


@dataclass(slots=True)
class _Family:
    """What one situation tells: (service, outward, pen) met, pairs of services that activate each other."""

    meets: set[Met] = field(default_factory=set)
    between: set[tuple[str, str]] = field(default_factory=set)
    years: set[int] = field(default_factory=set)


def merge_situations(
    situations: Iterable[Situation],
    directory: Directory,
    wanted: MegaFilter = MegaFilter(),  # noqa: B008
    least: int = LEAST,
) -> Merged:
    """Return what the situations tell together. BadInput when fewer than two are left to merge.

    A situation given twice counts once. `directory` holds the rows the viewer may see, and no other.
    """
    _check_least(least)
    distinct = {_sameness(one): one for one in situations}
    chosen = _chosen(directory, wanted)
    told = [_family(one, directory, wanted, chosen) for one in distinct.values()]
    drawn = _veiled(told, directory, least)
    if wanted.of_directory:
        drawn = [replace(one, meets={met for met in one.meets if met[0] != OTHERS}) for one in drawn]
    drawn = [one for one in drawn if one.meets]
    if len(drawn) < 2:
        raise _too_few(wanted)
    order = sorted(drawn, key=lambda one: sorted((service, outward) for service, outward, _ in one.meets))
    years = {year for one in drawn for year in one.years}
    return Merged(
        families=tuple(letter_of(rank) for rank in range(len(order))),
        services=tuple(sorted({met[0] for one in order for met in one.meets})),
        meetings=tuple(
            sorted(Meeting(letter_of(rank), *met) for rank, one in enumerate(order) for met in one.meets)
        ),
        between=_told_often(order, least),
        years=(min(years), max(years)) if years else None,
        fictional=all(one.about.fictional for one in distinct.values()),
    )


def _chosen(directory: Directory, wanted: MegaFilter) -> set[str]:
    """Return the organisations chosen among those that may be named; BadInput if another is asked for."""
    rows = {one: row for one, row in directory.organisations.items() if may_be_named(row)}
    if not named_organisations(directory, wanted.organisations) <= set(rows):
        raise bad_input(
            "discreet_choice",
            fr="une organisation discrète ne choisit pas ce qu'une feuille à montrer contient.",
            en="a discreet organisation cannot choose what is on a sheet made to be shown.",
            remedy_fr="Choisir des organisations publiques.",
            remedy_en="Choose public organisations.",
            field="organisation",
        )
    return chosen_organisations(replace(directory, organisations=rows), wanted)


def _sameness(situation: Situation) -> str:
    """A key that two copies of one situation share, whatever their ids."""
    held = document(situation)
    held.pop("id")
    held.pop("positions")
    return canonical_json(held)


def _family(situation: Situation, directory: Directory, wanted: MegaFilter, chosen: set[str]) -> _Family:
    found = _Family()
    for told in told_arrows(situation, directory.organisations):
        if wanted.period is not None and not wanted.period.holds(told.dated):
            continue
        ends = [_end(situation, directory, end) for end in (told.arrow.activator, told.arrow.activated)]
        if wanted.of_directory and not chosen & {service for side, service in ends if side}:
            continue
        _note(found, told, ends)
    return found


def _note(found: _Family, told: ToldArrow, ends: list[tuple[bool, str]]) -> None:
    working = [service for is_service, service in ends if is_service]
    if len(working) == 1:
        found.meets.add((working[0], not ends[0][0], told.pen))
    elif len(working) == 2 and working[0] != working[1]:
        found.between.add((working[0], working[1]))
    if working and told.dated is not None:
        found.years.add(told.dated.year)


def _end(situation: Situation, directory: Directory, end: str) -> tuple[bool, str]:
    """Return whether the end is a service, and which; of a family nothing more is told."""
    if side_of(situation, end, directory.organisations) is Side.LIVING_TOGETHER:
        return False, FAMILY
    someone = situation.professionals.get(end)
    where = end if someone is None else someone.organisation or OTHERS
    if where in situation.institutions or where not in directory.organisations:
        return True, OTHERS
    return True, where


def _veiled(told: list[_Family], directory: Directory, least: int) -> list[_Family]:
    """Name each service as exactly as enough families allow: itself, else its sector, else OTHERS."""
    rows = directory.organisations
    open_to_all = {one for one, row in rows.items() if may_be_named(row)}
    named = _met_by(told, least) & open_to_all
    sector = {one: SECTOR + sector_of(rows[one]) for one in open_to_all - named}
    by_sector = [_renamed(one, {**sector, **{name: name for name in named}}) for one in told]
    kept = _met_by(by_sector, least) - {OTHERS}
    return [_renamed(one, {name: name for name in kept}) for one in by_sector]


def may_be_named(row: Organisation) -> bool:
    """Whether a sheet that circulates may name it: neither what was granted to some nor what is discreet."""
    seen = visibility_of(row.sensitivity)
    return seen.level == "public" and not seen.discreet


def _met_by(told: list[_Family], least: int) -> set[str]:
    counted = Counter(service for one in told for service in {met[0] for met in one.meets})
    return {service for service, count in counted.items() if count >= least}


def _renamed(one: _Family, names: Mapping[str, str]) -> _Family:
    meets = {(names.get(service, OTHERS), outward, pen) for service, outward, pen in one.meets}
    between = {(names.get(start, OTHERS), names.get(end, OTHERS)) for start, end in one.between}
    return _Family(meets, {pair for pair in between if pair[0] != pair[1] and OTHERS not in pair}, one.years)


def _told_often(order: list[_Family], least: int) -> tuple[tuple[str, str], ...]:
    counted = Counter(pair for one in order for pair in one.between)
    return tuple(sorted(pair for pair, count in counted.items() if count >= least))


def _check_least(least: int) -> None:
    if isinstance(least, bool) or not LEAST <= least <= 100:
        raise bad_input(
            "out_of_range",
            fr="ce nombre est hors des limites.",
            en="this number is out of bounds.",
            remedy_fr=f"Donner un nombre de {LEAST} à 100.",
            remedy_en=f"Give a number from {LEAST} to 100.",
            field="least",
        )


def _too_few(wanted: MegaFilter) -> Exception:
    narrowed = wanted.of_directory or wanted.period is not None
    return bad_input(
        "too_few_situations",
        fr="un méga-sociogénogramme réunit au moins deux situations différentes qui rencontrent un service.",
        en="a mega-sociogenogram merges at least two different situations that meet a service.",
        remedy_fr="Élargir les filtres." if narrowed else "Nommer d'autres situations.",
        remedy_en="Widen the filters." if narrowed else "Name other situations.",
        field="situation",
    )
