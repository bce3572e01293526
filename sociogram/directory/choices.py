"""Codes given in a question (needs, groups, places), checked against the vocabulary of the directory."""

from collections.abc import Iterable, Sequence

from sociogram.directory.directory import Directory
from sociogram.directory.needs import CATEGORY, GROUP, TYPOLOGY, codes, needs
from sociogram.directory.places import Gazetteer
from sociogram.errors import BadInput, bad_input


def checked_needs(directory: Directory, asked: Sequence[str], *, field: str = "needs") -> tuple[str, ...]:
    """Return the categories asked, each once; BadInput for one unknown or one that is not a person's need."""
    valid = needs(directory.terms)
    for position, code in enumerate(asked):
        if code in valid:
            continue
        if (CATEGORY, code) in directory.terms:
            raise bad_input(
                "not_a_need",
                fr="cette catégorie est un service entre organisations : personne n'y est orienté.",
                en="this category is a service between organisations: nobody is referred to it.",
                remedy_fr=f"Choisir parmi : {', '.join(valid)}.",
                remedy_en=f"Choose among: {', '.join(valid)}.",
                field=f"{field}[{position}]",
            )
        raise unknown_choice("unknown_category", valid, f"{field}[{position}]", "catégorie", "category")
    return tuple(dict.fromkeys(asked))


def checked_categories(directory: Directory, asked: Sequence[str], *, field: str) -> tuple[str, ...]:
    """Return service categories of any sort, each once."""
    return _checked(directory, CATEGORY, asked, field, "unknown_category", "catégorie", "category")


def checked_groups(directory: Directory, asked: Sequence[str], *, field: str) -> tuple[str, ...]:
    """Return target groups, each once."""
    return _checked(directory, GROUP, asked, field, "unknown_group", "public", "group")


def checked_typologies(directory: Directory, asked: Sequence[str], *, field: str) -> tuple[str, ...]:
    """Return typologies, each once."""
    return _checked(directory, TYPOLOGY, asked, field, "unknown_typology", "typologie", "typology")


def checked_places(
    directory: Directory, gazetteer: Gazetteer, asked: Sequence[str], *, field: str
) -> tuple[str, ...]:
    """Return the ids of the places asked, by id or by label (accents and capitals do not matter)."""
    found: dict[str, None] = {}
    for position, text in enumerate(asked):
        ids = gazetteer.ids(text)
        if not ids:
            raise unknown_choice(
                "unknown_place", sorted(directory.places), f"{field}[{position}]", "lieu", "place"
            )
        found.update(dict.fromkeys(ids))
    return tuple(found)


def checked_receivers(directory: Directory, asked: Sequence[str], *, field: str) -> tuple[str, ...]:
    """Return who may receive something or must not: ids of organisations seen, and typologies, each once."""
    valid = codes(directory.terms, TYPOLOGY)
    for position, one in enumerate(asked):
        if one not in valid and one not in directory.organisations:
            raise bad_input(
                "unknown_receiver",
                fr="ce n'est ni une organisation de votre annuaire, ni une typologie.",
                en="this is neither an organisation of your directory nor a typology.",
                remedy_fr=f"Donner l'identifiant d'une organisation, ou choisir parmi : {', '.join(valid)}.",
                remedy_en=f"Give the id of an organisation, or choose among: {', '.join(valid)}.",
                field=f"{field}[{position}]",
            )
    return tuple(dict.fromkeys(asked))


def _checked(
    directory: Directory, kind: str, asked: Sequence[str], field: str, code: str, fr: str, en: str
) -> tuple[str, ...]:
    valid = codes(directory.terms, kind)
    for position, one in enumerate(asked):
        if one not in valid:
            raise unknown_choice(code, valid, f"{field}[{position}]", fr, en)
    return tuple(dict.fromkeys(asked))


def unknown_choice(code: str, valid: Iterable[str], field: str, fr: str, en: str) -> BadInput:
    """Return the refusal of a code (`fr`, `en`: what it would be) that is not among the `valid` ones."""
    choices = ", ".join(valid) or "—"
    article = {"catégorie": "cette catégorie", "typologie": "cette typologie"}.get(fr, f"ce {fr}")
    return bad_input(
        code,
        fr=f"{article} n'est pas dans le vocabulaire de l'annuaire.",
        en=f"this {en} is not in the vocabulary of the directory.",
        remedy_fr=f"Choisir parmi : {choices}.",
        remedy_en=f"Choose among: {choices}.",
        field=field,
    )
