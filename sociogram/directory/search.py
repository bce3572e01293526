"""Search in the directory: organisations by words, needs, groups, places and typologies, in pages.

Every word must be found (accents and capitals do not matter; a word may be the beginning of one); what is
called so comes first, then whole words, then beginnings (closeness.py); at equal closeness, by name then id.
Within one kind of filter any value will do, between kinds all must hold, and needs, groups and places hold
for one and the same service. Of a discreet row only its name and category are searched by words: a word that
stands nowhere in the answer must not lead to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sociogram.directory.choices import checked_categories, checked_groups, checked_places, checked_typologies
from sociogram.directory.closeness import Closeness, closeness
from sociogram.directory.directory import Directory
from sociogram.directory.needs import CATEGORY
from sociogram.directory.places import Gazetteer
from sociogram.directory.plain_words import plain, plain_words
from sociogram.directory.rows import Organisation, Service
from sociogram.errors import bad_input

MAX_SIZE = 200
MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation and those of its services that answer (all of them when nothing was asked)."""

    organisation: Organisation
    services: tuple[Service, ...] = ()
    closeness: Closeness = Closeness.WHOLE_NAME


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer. `number` counts from 1; `total` counts the organisations of all pages."""

    items: tuple[Found, ...]
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are (at least one)."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True)
class _Question:
    words: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    typologies: frozenset[str] = frozenset()
    gazetteer: Gazetteer = field(default_factory=lambda: Gazetteer({}))

    @property
    def of_services(self) -> bool:
        return bool(self.needs or self.groups)


def search(
    directory: Directory,
    *,
    text: str = "",
    needs: Sequence[str] = (),
    groups: Sequence[str] = (),
    places: Sequence[str] = (),
    typologies: Sequence[str] = (),
    page: int = 1,
    size: int = 20,
) -> Page:
    """Return one page of the organisations that answer, the closest first. BadInput for an unknown code."""
    _check_page(text, page, size)
    gazetteer = Gazetteer(directory.places)
    question = _Question(
        words=plain_words(text),
        needs=frozenset(checked_categories(directory, needs, field="needs")),
        groups=frozenset(checked_groups(directory, groups, field="groups")),
        places=checked_places(directory, gazetteer, places, field="places"),
        typologies=frozenset(checked_typologies(directory, typologies, field="typologies")),
        gazetteer=gazetteer,
    )
    found = sorted(_found(directory, question), key=_order)
    start = (page - 1) * size
    return Page(tuple(found[start : start + size]), page, size, len(found))


def _check_page(text: str, page: int, size: int) -> None:
    for name, value, low, high in (("page", page, 1, 1_000_000), ("size", size, 1, MAX_SIZE)):
        if isinstance(value, bool) or not low <= value <= high:
            raise bad_input(
                "out_of_range",
                fr="ce nombre est hors des limites.",
                en="this number is out of bounds.",
                remedy_fr=f"Donner un nombre de {low} à {high}.",
                remedy_en=f"Give a number from {low} to {high}.",
                field=name,
            )
    if len(text) > MAX_TEXT:
        raise bad_input(
            "text_too_long",
            fr="ce texte est trop long pour une recherche.",
            en="this text is too long for a search.",
            remedy_fr=f"Au plus {MAX_TEXT} caractères.",
            remedy_en=f"At most {MAX_TEXT} characters.",
            field="text",
        )


def _found(directory: Directory, question: _Question) -> list[Found]:
    services: dict[str, list[Service]] = {}
    for service in directory.services.values():
        services.setdefault(service.organisation_id, []).append(service)
    answers = (
        _answer(directory, question, organisation, services.get(organisation.id, []))
        for organisation in directory.organisations.values()
    )
    return [answer for answer in answers if answer is not None]


def _answer(
    directory: Directory, question: _Question, organisation: Organisation, services: list[Service]
) -> Found | None:
    if question.typologies and organisation.typology not in question.typologies:
        return None
    offered = [service for service in services if _offers(question, service)]
    if question.of_services and not offered:
        return None
    if question.places and not offered and not _reaches(question, organisation.places):
        return None
    close = Closeness.WHOLE_NAME
    if question.words:
        found = _closest(directory, question, organisation, offered)
        if found is None:
            return None
        close, offered = found
    return Found(organisation, tuple(sorted(offered, key=lambda service: service.id)), close)


def _closest(
    directory: Directory, question: _Question, organisation: Organisation, offered: list[Service]
) -> tuple[Closeness, list[Service]] | None:
    """Return how close an organisation is and the services that answer: all, or those that hold the words."""
    names, own = _names(organisation), _own_words(organisation)
    of_itself = closeness(question.words, names, own)
    if of_itself is not None:
        return of_itself, offered
    by_service = [
        (closeness(question.words, names, own + _service_words(directory, service)), service)
        for service in offered
    ]
    found = [(close, service) for close, service in by_service if close is not None]
    return (min(close for close, _ in found), [service for _, service in found]) if found else None


def _offers(question: _Question, service: Service) -> bool:
    return (
        (not question.needs or service.category in question.needs)
        and (not question.groups or bool(question.groups.intersection(service.target_groups)))
        and (not question.places or _reaches(question, service.places))
    )


def _reaches(question: _Question, places: tuple[str, ...]) -> bool:
    return question.gazetteer.reach(places, question.places) is not None


def _names(organisation: Organisation) -> tuple[tuple[str, ...], ...]:
    names = (organisation.id, organisation.name, organisation.acronym, *organisation.aliases)
    return tuple(plain_words(name) for name in names if name)


def _own_words(organisation: Organisation) -> tuple[str, ...]:
    texts = [organisation.id, organisation.name, organisation.acronym, *organisation.aliases]
    if not organisation.discreet:
        texts += [organisation.perimeter, organisation.notes, *organisation.places]
    return tuple(word for text in texts for word in plain_words(text))


def _service_words(directory: Directory, service: Service) -> tuple[str, ...]:
    term = directory.term(CATEGORY, service.category)
    texts = [term.label.fr, term.label.en] if term else [service.category]
    if not service.discreet:
        texts += [service.description, service.conditions, *service.places]
    return tuple(word for text in texts for word in plain_words(text))


def _order(found: Found) -> tuple[int, str, str]:
    return found.closeness, plain(found.organisation.name), found.organisation.id
