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
    situation = situation_of_plain(plain)
    paths = paths_of_plain(plain)
    found = [
        *plain.faults,
        *_wrong_channels(plain, known_organisations),
        *_lost_links(plain, known_organisations),
    ]
    said = {(one.code, one.place.rsplit(".", 1)[0]) for one in plain.faults}
    for one in broken_rules(situation, known_organisations):
        place = one.place or next((paths[name] for name in one.elements if name in paths), plain.place)
        if (one.code, place) not in said:
            found.append(replace(one, place=place))
    return tuple(found)


def require_sound(plain: PlainSituation, known_organisations: Collection[str]) -> None:
    """Raise RuleBroken when the file breaks E01-E10, as every command but `check` does."""
    errors = [one for one in plain_findings(plain, known_organisations) if one.code in REFUSED]
    if errors:
        raise broken(errors, plain.place)


def _wrong_channels(plain: PlainSituation, known: Collection[str]) -> Iterator[Finding]:
    """E01: a channel that differs from the table."""
    living = {one.id for part in (plain.persons, plain.households) for one in part}
    working = {one.id for one in plain.professionals}
    ids = arrow_ids(plain)
    for at, arrow in enumerate(plain.activations):
        sides = [
            Side.LIVING_TOGETHER
            if end in living
            else Side.WORKING_TOGETHER
            if end in working or end in known
            else None
            for end in (arrow.activator, arrow.activated)
        ]
        if not arrow.channel or sides[0] is None or sides[1] is None:
            continue
        right = channel_of(activator=sides[0], activated=sides[1])
        if arrow.channel != right:
            place = (
                f"{plain.place}, $.activations[{at}].channel"
                if plain.place
                else f"$.activations[{at}].channel"
            )
            yield finding("E01", ids[arrow.seq], place=place, says=_SAYS_CHANNEL.filled(right=right))


def _lost_links(plain: PlainSituation, known: Collection[str]) -> Iterator[Finding]:
    """E02 and E05 for the links a situation could not even hold: an end that is no figure of the file."""
    figures = {one.id for part in (plain.persons, plain.professionals) for one in part}
    homes = {one.id for one in plain.households}
    for at, link in enumerate(plain.links):
        lost = [end for end in (link.a, link.b) if end and end not in figures]
        if lost:
            code = "E05" if all(end in homes or end in known for end in lost) else "E02"
            yield finding(
                code, *lost, place=f"{plain.place}, $.links[{at}]" if plain.place else f"$.links[{at}]"
            )


_SAYS_CHANNEL = Bilingual(
    "ce canal n'est pas celui que donnent les deux bouts : ils donnent {right}.",
    "this channel is not the one that both ends give: they give {right}.",
)
