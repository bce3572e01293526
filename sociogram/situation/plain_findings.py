"""What the rules say of a plain file, each finding at its place in the file."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from colour_codes.activation_code import channel_of
from colour_codes.sides import Side
from sociogram.language import Bilingual
from sociogram.rules.findings import Finding, finding
from sociogram.rules.situation_rules import broken_rules
from sociogram.situation.plain import broken
from sociogram.situation.plain_gestures import arrow_ids, paths_of_plain, situation_of_plain
from sociogram.situation.plain_shape import PlainSituation

REFUSED = frozenset(("E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10"))
"""The rules whose breach makes every command but `check` refuse a file."""


def plain_findings(plain: PlainSituation, known_organisations: Collection[str]) -> tuple[Finding, ...]:
    """Return the errors E01-E10 of a file, without raising. `known_organisations`: what the viewer sees."""
    paths = paths_of_plain(plain)
    ends = _Ends(plain, known_organisations)
    found = [*plain.faults, *_lost_links(plain, known_organisations)]
    said = {(one.code, one.place.rsplit(".", 1)[0]) for one in plain.faults}
    for one in broken_rules(situation_of_plain(plain), known_organisations):
        place = one.place or next((paths[name] for name in one.elements if name in paths), plain.place)
        if (one.code, place) not in said:
            found.append(replace(one, place=place + ends.missing(one)))
    return (*found, *_wrong_channels(plain, ends))


def require_sound(plain: PlainSituation, known_organisations: Collection[str]) -> None:
    """Raise RuleBroken when the file breaks E01-E10, as every command but `check` does."""
    errors = [one for one in plain_findings(plain, known_organisations) if one.code in REFUSED]
    if errors:
        raise broken(errors, plain.place)


class _Ends:
    """The sides of what arrows may end at, and the arrows of the file by the ids they have been given."""

    def __init__(self, plain: PlainSituation, known: Collection[str]) -> None:
        self._living = {one.id for part in (plain.persons, plain.households) for one in part}
        self._working = {one.id for one in plain.professionals}
        self._known = known
        ids = arrow_ids(plain)
        self.arrows = {ids[arrow.seq]: arrow for arrow in plain.activations}

    def side(self, end: str) -> Side | None:
        if end in self._living:
            return Side.LIVING_TOGETHER
        return Side.WORKING_TOGETHER if end in self._working or end in self._known else None

    def missing(self, one: Finding) -> str:
        """Return ".from" or ".to" for an E02: which end names nobody, the first of them."""
        arrow = self.arrows.get(one.elements[0]) if one.code == "E02" and one.elements else None
        if arrow is None:
            return ""
        return ".to" if self.side(arrow.activator) else ".from"


def _wrong_channels(plain: PlainSituation, ends: _Ends) -> Iterator[Finding]:
    """E01: a channel that differs from the table."""
    for at, (name, arrow) in enumerate(ends.arrows.items()):
        activator, activated = ends.side(arrow.activator), ends.side(arrow.activated)
        if not arrow.channel or arrow.activator == arrow.activated or activator is None or activated is None:
            continue
        right = channel_of(activator=activator, activated=activated)
        if arrow.channel != right:
            place = _place(plain, f"activations[{at}].channel")
            yield finding("E01", name, place=place, says=_SAYS_CHANNEL.filled(right=right))


def _place(plain: PlainSituation, path: str) -> str:
    return f"{plain.place}, $.{path}" if plain.place else f"$.{path}"


def _lost_links(plain: PlainSituation, known: Collection[str]) -> Iterator[Finding]:
    """E02 and E05 for the links a situation could not even hold: an end that is no figure of the file."""
    figures = {one.id for part in (plain.persons, plain.professionals) for one in part}
    homes = {one.id for one in plain.households}
    for at, link in enumerate(plain.links):
        lost = [end for end in (link.a, link.b) if end and end not in figures]
        if lost:
            code = "E05" if all(end in homes or end in known for end in lost) else "E02"
            yield finding(code, *lost, place=_place(plain, f"links[{at}]"))


_SAYS_CHANNEL = Bilingual(
    "ce canal n'est pas celui que donnent les deux bouts : ils donnent {right}.",
    "this channel is not the one that both ends give: they give {right}.",
)
