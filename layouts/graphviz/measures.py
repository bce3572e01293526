"""What stands on a sheet as boxes: figures with their labels, homes and buildings around their members."""

from collections.abc import Mapping

from layouts.individual.boxes import Box, Point, around
from layouts.individual.model import ancestry
from layouts.individual.plots import stand_at, walls_around
from layouts.individual.sizes import Sizes
from sociogram.situation.staging import Container, Staging


class Measures:
    """The boxes of one staging at one size. A place is the centre of a figure, or of an empty container."""

    def __init__(self, staging: Staging, sizes: Sizes) -> None:
        self.staging, self.sizes = staging, sizes
        self.above = ancestry(staging)
        self.places = {place.id: place for place in staging.containers}
        self.boxes = {f.id: stand_at(f.id, f.label, (0.0, 0.0), sizes).box for f in staging.figures}
        for place in staging.containers:
            if not self.inside(place.id):
                self.boxes[place.id] = _middled(walls_around(place, Box(0.0, 0.0, 0.0, 0.0), sizes).box)

    def inside(self, holder: str | None) -> tuple[str, ...]:
        """Return what stands directly inside a container (None: on the bare sheet), in order."""
        wanted = (holder,) if holder is not None else ()
        return tuple(id_ for id_, above in self.above.items() if above[:1] == wanted)

    def edges(self) -> tuple[tuple[str, str], ...]:
        """Return every line of the sheet as (from, to), those between a container and its own left out."""
        staging = self.staging
        lines = [(arrow.activator, arrow.activated) for arrow in staging.arrows]
        lines += [(line.a, line.b) for line in staging.kin]
        lines += [(former.person, former.household) for former in staging.former_homes]
        known = [(a, b) for a, b in lines if a != b and a in self.above and b in self.above]
        return tuple((a, b) for a, b in known if a not in self.above[b] and b not in self.above[a])

    def wall(self, place: Container, content: Box) -> Box:
        """Return the outline of a container around its content."""
        return walls_around(place, content, self.sizes).box

    def box(self, id_: str, at: Mapping[str, Point]) -> Box:
        """Return the box of a figure or container when all stand where `at` says."""
        if id_ in self.boxes:
            return self.boxes[id_].moved(*at[id_])
        return self.wall(self.places[id_], around(self.box(one, at) for one in self.inside(id_)))


def _middled(box: Box) -> Box:
    return Box(-box.w / 2, -box.h / 2, box.w, box.h)
