"""E13 to E15, and E06 again: what is asked of a sheet before it leaves the room."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sociogram.language import LANGUAGES
from sociogram.rules.findings import Finding, finding
from sociogram.rules.identity import identity_marks, is_letter_only
from sociogram.situation.fields import TEXT_FIELDS, Part
from sociogram.situation.situation import Situation

NEVER_CIRCULATED = frozenset(("source", "age_band"))


def export_findings(situation: Situation, *, allowed: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what stands against letting a situation circulate (strict profile): E06, E13, E14.

    E13 and E14 do not hold for a fictional situation. `allowed`: names anybody may read (organisations).
    """
    found = [finding("E06", name) for name in situation.undecided]
    if not situation.about.fictional:
        found += [*_identifying_texts(situation, allowed), *_not_agreed(situation)]
    return tuple(found)


def mega_findings(situations: Iterable[Situation]) -> tuple[Finding, ...]:
    """Return E15: persons of the living side whose label says more than a letter."""
    return tuple(
        finding("E15", person.id, place=situation.id)
        for situation in situations
        for person in situation.persons.values()
        if any(
            (label := situation.words(person.label, lang)) and not is_letter_only(label) for lang in LANGUAGES
        )
    )


def _identifying_texts(situation: Situation, allowed: Collection[str]) -> Iterator[Finding]:
    about = situation.about
    for text_id in (about.title, about.notice):
        if _identifies(situation, text_id, allowed):
            yield finding("E13", situation.id)
    for part, fields in TEXT_FIELDS.items():
        for one in _elements(situation, part):
            texts = (getattr(one, field) for field in fields if field not in NEVER_CIRCULATED)
            if any(_identifies(situation, text_id, allowed) for text_id in texts):
                yield finding("E13", one.id)


def _identifies(situation: Situation, text_id: str | None, allowed: Collection[str]) -> bool:
    return any(identity_marks(situation.words(text_id, lang), allowed) for lang in LANGUAGES)


def _not_agreed(situation: Situation) -> Iterator[Finding]:
    """E14, said once for all that waits."""
    waiting = [
        one.id for part in TEXT_FIELDS for one in _elements(situation, part) if one.id not in situation.agreed
    ]
    if waiting:
        yield finding("E14", *waiting)


def _elements(situation: Situation, part: Part) -> Iterator[Any]:
    yield from getattr(situation, part).values()
