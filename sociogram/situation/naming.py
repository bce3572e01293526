"""How each one is called on a sheet: by their label, or by letters when the sheet circulates."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from sociogram.language import Bilingual, Lang
from sociogram.situation.situation import Situation

Names = Literal["labels", "letters"]

_SOMEONE = Bilingual("Quelqu'un", "Someone")
_HOME = Bilingual("Lieu de vie", "Home")
_BUILDING = Bilingual("Service", "Service")


class Naming:
    """The names of one sheet. With "letters", people are A, B, C... and no free text is read."""

    def __init__(self, situation: Situation, lang: Lang, buildings: Mapping[str, str], names: Names) -> None:
        self._situation, self._lang, self._names = situation, lang, names
        self._buildings = buildings
        self._labels = self._lettered() if names == "letters" else self._labelled()
        self._counts = Counter(self._labels.values())

    def of(self, element_id: str) -> str:
        """Return what is written at a figure or a container; empty when nothing was said."""
        return self._labels[element_id] if element_id in self._labels else self._buildings.get(element_id, "")

    def full(self, element_id: str) -> str:
        """Return how a sentence names somebody: with the service when two people have the same label."""
        label = self.of(element_id)
        worker = self._situation.professionals.get(element_id)
        if worker is not None and self._counts[label] > 1:
            where = self.of(worker.organisation) if worker.organisation else ""
            where = where or self.words(worker.organisation_text)
            return f"{label} ({where})" if where else label
        return label or self._unsaid(element_id)

    def words(self, text_id: str | None) -> str:
        """Return a working text, in no sheet of letters."""
        return self._situation.words(text_id, self._lang) if self._names == "labels" else ""

    def _unsaid(self, element_id: str) -> str:
        if element_id in self._situation.households:
            return _HOME.in_(self._lang)
        is_figure = any(
            element_id in part
            for part in (
                self._situation.persons,
                self._situation.professionals,
                self._situation.undecided,
            )
        )
        return (_SOMEONE if is_figure else _BUILDING).in_(self._lang)

    def _labelled(self) -> dict[str, str]:
        situation, words = self._situation, self.words
        labels = {one.id: words(one.label) for one in situation.persons.values()}
        for worker in situation.professionals.values():
            labels[worker.id] = words(worker.role) or words(worker.organisation_text)
        for part in (situation.undecided, situation.households, situation.institutions):
            labels |= {one.id: words(one.label) for one in part.values()}
        return labels

    def _lettered(self) -> dict[str, str]:
        situation = self._situation
        people = (*situation.persons, *situation.professionals, *situation.undecided)
        labels = {name: letters(at) for at, name in enumerate(people)}
        return labels | dict.fromkeys((*situation.households, *situation.institutions), "")


def letters(at: int) -> str:
    """Return A for 0, B for 1, ... Z, AA, AB..."""
    word = ""
    at += 1
    while at > 0:
        at, rest = divmod(at - 1, 26)
        word = chr(ord("A") + rest) + word
    return word
