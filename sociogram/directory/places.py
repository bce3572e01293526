"""Places inside places: what a service at one place means for somebody at another.

A service for all of Mali answers a question for Bamako (said to be wider); a service at Siby answers one for
the region of Koulikoro (said to be only in a part); a service at Bamako does not answer one for Kayes.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from sociogram.directory.plain_words import plain_words
from sociogram.directory.rows import Place

AREAS = ("region", "district")
"""The kinds of places that a country is cut into first."""
Reach = Literal["same", "wider", "part"]
_BEST_FIRST: tuple[Reach, ...] = ("same", "wider", "part")


class Gazetteer:
    """The places of a directory, by id and by the words of their labels."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._parents = {place.id: place.parent for place in places.values()}
        self._by_words: dict[tuple[str, ...], list[str]] = {}
        for place in sorted(places.values(), key=lambda place: place.id):
            for words in {plain_words(place.label.fr), plain_words(place.label.en), plain_words(place.id)}:
                self._by_words.setdefault(words, []).append(place.id)

    def ids(self, text: str) -> tuple[str, ...]:
        """Return the places a text names (several may share a label); none for `77 pays`."""
        if text in self._parents:
            return (text,)
        return tuple(self._by_words.get(plain_words(text), ())) if plain_words(text) else ()

    def covers(self, place: str, asked: str) -> bool:
        """Whether a service at `place` covers all of `asked`: the same place, or one that contains it."""
        seen: set[str] = set()
        at = asked
        while at and at not in seen:
            if at == place:
                return True
            seen.add(at)
            at = self._parents.get(at, "")
        return False

    def reach(self, texts: Iterable[str], asked: Iterable[str]) -> Reach | None:
        """Return the best way in which places written as `texts` answer for any of `asked` (ids), or None."""
        found: set[Reach] = set()
        wanted = tuple(asked)
        for place in (one for text in texts for one in self.ids(text)):
            for goal in wanted:
                if place == goal:
                    found.add("same")
                elif self.covers(place, goal):
                    found.add("wider")
                elif self.covers(goal, place):
                    found.add("part")
        return next((reach for reach in _BEST_FIRST if reach in found), None)
