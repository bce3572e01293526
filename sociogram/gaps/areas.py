"""The areas of a network: what its places are cut into, one level below the countries."""

from collections.abc import Iterable, Mapping

from sociogram.directory.directory import Directory
from sociogram.directory.places import AREAS, Gazetteer
from sociogram.directory.plain_words import plain
from sociogram.directory.rows import Place, Service


def areas_of(directory: Directory) -> tuple[Place, ...]:
    """Return the regions and districts, in the order of their names."""
    found = [place for place in directory.places.values() if place.kind in AREAS]
    return tuple(sorted(found, key=lambda place: (plain(place.label.fr), place.id)))


def service_places(directory: Directory, service: Service) -> tuple[str, ...]:
    """Return where a service is given: its own places, else those of its organisation."""
    return service.places or directory.organisations[service.organisation_id].places


class Grounds:
    """Which areas texts of places stand in, and which they cover from outside."""

    def __init__(self, directory: Directory) -> None:
        self._gazetteer = Gazetteer(directory.places)
        self._areas = areas_of(directory)
        self._kept: dict[tuple[str, ...], Mapping[str, bool]] = {}

    def of(self, texts: Iterable[str]) -> Mapping[str, bool]:
        """Return the areas these places serve; True: on the spot, False: from a place that contains it."""
        key = tuple(texts)
        if key not in self._kept:
            reaches = {area.id: self._gazetteer.reach(key, (area.id,)) for area in self._areas}
            self._kept[key] = {area: reach != "wider" for area, reach in reaches.items() if reach}
        return self._kept[key]
