"""What of a directory goes on the sheet: filters by organisation, place, sector and period.

Within one kind of filter any value will do; between kinds all must hold. A discreet organisation answers to
no sector, and a discreet row to no place of its services: what is never said cannot be asked either.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sociogram.directory.choices import checked_places, unknown_choice
from sociogram.directory.directory import Directory
from sociogram.directory.needs import CATEGORY, TYPOLOGY, codes
from sociogram.directory.places import Gazetteer
from sociogram.directory.plain_words import plain_words
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.errors import bad_input
from sociogram.language import Bilingual, Lang
from sociogram.mega.period import Period, period_of_row

OTHER = "autre"
"""The sector a discreet organisation stands in, and one whose own sector nobody wrote down."""


@dataclass(frozen=True, slots=True)
class MegaFilter:
    """What was asked, each kind empty for "all": ids, labels or names, and a period."""

    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    period: Period | None = None

    @property
    def of_directory(self) -> bool:
        """Whether organisations are chosen."""
        return bool(self.organisations or self.places or self.sectors)


def filtered(directory: Directory, wanted: MegaFilter) -> Directory:
    """Return the rows that stay. BadInput for an organisation, place or sector that is not in `directory`.

    An organisation asked for keeps those it has a tie with. With a period, ties without a date go, and so do
    the organisations that no tie then joins.
    """
    kept = chosen_organisations(directory, wanted)
    ties = {key: tie for key, tie in directory.relations.items() if {tie.from_id, tie.to_id} <= kept}
    if wanted.period is not None:
        ties = {key: tie for key, tie in ties.items() if _within(tie, wanted.period)}
        named = named_organisations(directory, wanted.organisations)
        kept = {end for tie in ties.values() for end in (tie.from_id, tie.to_id)} | named
    return replace(
        directory,
        organisations={key: row for key, row in directory.organisations.items() if key in kept},
        services={key: row for key, row in directory.services.items() if row.organisation_id in kept},
        relations=ties,
    )


def chosen_organisations(directory: Directory, wanted: MegaFilter) -> set[str]:
    """Return the ids of the organisations that answer to places, sectors and organisations."""
    kept = set(directory.organisations)
    if wanted.places:
        kept = _at_places(directory, wanted.places)
    if wanted.sectors:
        sectors = checked_sectors(directory, wanted.sectors)
        offered = _offered(directory)
        rows = directory.organisations
        kept = {one for one in kept if sectors & {sector_of(rows[one]), *offered.get(one, ())}}
    if wanted.organisations:
        named = named_organisations(directory, wanted.organisations)
        ends = [{tie.from_id, tie.to_id} for tie in directory.relations.values()]
        near = {end for pair in ends if pair & named for end in pair}
        kept = (kept & near) | named
    return kept & set(directory.organisations)


def filter_words(directory: Directory, wanted: MegaFilter) -> Bilingual:
    """Return what was chosen, said on the sheet so that nobody takes a part for the whole; "" for all."""
    names = [
        directory.organisations[one].short_name
        for one in sorted(named_organisations(directory, wanted.organisations))
    ]
    sectors = sorted(checked_sectors(directory, wanted.sectors))
    terms = [directory.term(TYPOLOGY, one) or directory.term(CATEGORY, one) for one in sectors]
    places = [
        directory.places[one].label for text in wanted.places for one in Gazetteer(directory.places).ids(text)
    ]
    period = str(wanted.period) if wanted.period else ""

    def said(lang: Lang) -> str:
        chosen = [
            *names,
            *(place.in_(lang) for place in places),
            *(one.label.in_(lang) for one in terms if one),
        ]
        parts = [*dict.fromkeys(chosen), *([period] if period else [])]
        return ", ".join(parts)

    fr, en = said("fr"), said("en")
    return Bilingual(f"Choix : {fr}" if fr else "", f"Chosen: {en}" if en else "")


def sector_of(organisation: Organisation) -> str:
    """Return the typology of an organisation; that of a discreet one is nobody's business."""
    return OTHER if organisation.discreet else organisation.typology or OTHER


def checked_sectors(directory: Directory, asked: Collection[str]) -> set[str]:
    """Return the codes of typologies or service categories asked by code or label, or raise BadInput."""
    valid = (*codes(directory.terms, TYPOLOGY), *codes(directory.terms, CATEGORY))
    by_words = {
        plain_words(words): term.code
        for (kind, code), term in sorted(directory.terms.items())
        if kind in (TYPOLOGY, CATEGORY)
        for words in (code, term.label.fr, term.label.en)
    }
    found = set()
    for position, text in enumerate(asked):
        code = by_words.get(plain_words(text))
        if code is None:
            raise unknown_choice("unknown_sector", valid, f"sector[{position}]", "secteur", "sector")
        found.add(code)
    return found


def named_organisations(directory: Directory, asked: Collection[str]) -> set[str]:
    """Return the ids of the organisations asked by id, acronym or name, or raise BadInput."""
    by_words: dict[tuple[str, ...], list[str]] = {}
    for row in directory.organisations.values():
        for words in {plain_words(row.id), plain_words(row.acronym), plain_words(row.name)} - {()}:
            by_words.setdefault(words, []).append(row.id)
    found: set[str] = set()
    for position, text in enumerate(asked):
        ids = [text] if text in directory.organisations else by_words.get(plain_words(text), [])
        if not ids:
            raise bad_input(
                "unknown_organisation",
                fr="cette organisation n'est pas dans l'annuaire.",
                en="this organisation is not in the directory.",
                remedy_fr="Donner son identifiant, son sigle ou son nom entier.",
                remedy_en="Give its id, its acronym or its whole name.",
                field=f"organisation[{position}]",
            )
        found.update(ids)
    return found


def _at_places(directory: Directory, asked: Sequence[str]) -> set[str]:
    """Organisations at a place asked or in a part of it; one for all the country is not "at" a town."""
    gazetteer = Gazetteer(directory.places)
    wanted = checked_places(directory, gazetteer, asked, field="place")
    texts = {row.id: set(row.places) for row in directory.organisations.values()}
    for service in _said_services(directory):
        texts[service.organisation_id].update(service.places)
    return {one for one, places in texts.items() if gazetteer.reach(places, wanted) in ("same", "part")}


def _offered(directory: Directory) -> dict[str, set[str]]:
    """Return the categories of what each organisation offers."""
    found: dict[str, set[str]] = {}
    for service in _said_services(directory):
        found.setdefault(service.organisation_id, set()).add(service.category)
    return found


def _said_services(directory: Directory) -> Iterator[Service]:
    """Yield the services of the organisations, those nobody may connect with theirs left out."""
    for service in directory.services.values():
        owner = directory.organisations.get(service.organisation_id)
        if owner is not None and not (service.discreet or owner.discreet):
            yield service


def _within(tie: Relation, period: Period) -> bool:
    dated = period_of_row(tie.period)
    return dated is not None and dated.meets(period)
