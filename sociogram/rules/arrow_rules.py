"""E02 to E04, E06: what an arrow needs to be drawn."""

from collections.abc import Collection, Iterator

from sociogram.rules.findings import Finding, finding
from sociogram.situation.links import Activation, Membership
from sociogram.situation.situation import Situation


def missing_ends(situation: Situation, known: Collection[str]) -> Iterator[Finding]:
    """E02: an end that is neither in the situation nor an organisation the viewer sees."""
    for arrow in situation.activations.values():
        if not all(stands(situation, end) or end in known for end in (arrow.activator, arrow.activated)):
            yield finding("E02", arrow.id)


def self_arrows(situation: Situation) -> Iterator[Finding]:
    """E03: an arrow from somebody to the same."""
    for arrow in situation.activations.values():
        if arrow.activator == arrow.activated:
            yield finding("E03", arrow.id)


def arrows_to_own_members(situation: Situation) -> Iterator[Finding]:
    """E04: an arrow between a container and what stands in it, at the date of the arrow."""
    homes: dict[tuple[str, str], list[Membership]] = {}
    for membership in situation.memberships.values():
        homes.setdefault((membership.household, membership.person), []).append(membership)
    for arrow in situation.activations.values():
        ends = ((arrow.activator, arrow.activated), (arrow.activated, arrow.activator))
        if any(_holds(situation, homes.get(pair, []), arrow, *pair) for pair in ends):
            yield finding("E04", arrow.id, arrow.activator, arrow.activated)


def undecided_ends(situation: Situation) -> Iterator[Finding]:
    """E06: a figure without a side carries neither arrow nor kinship."""
    for arrow in situation.activations.values():
        for end in (arrow.activator, arrow.activated):
            if end in situation.undecided:
                yield finding("E06", end, arrow.id)
    for kinship in situation.kinships.values():
        for end in (kinship.a, kinship.b):
            if end in situation.undecided:
                yield finding("E06", end, kinship.id)


def stands(situation: Situation, element_id: str) -> bool:
    """Return whether a figure or a container of the situation has this id."""
    return any(
        element_id in part
        for part in (
            situation.persons,
            situation.professionals,
            situation.households,
            situation.institutions,
            situation.undecided,
        )
    )


def _holds(
    situation: Situation, memberships: list[Membership], arrow: Activation, container: str, member: str
) -> bool:
    if any(_covers(membership, arrow) for membership in memberships):
        return True
    professional = situation.professionals.get(member)
    if professional is not None and professional.organisation == container:
        return True
    household = situation.households.get(member)
    return household is not None and household.housed_by == container


def _covers(membership: Membership, arrow: Activation) -> bool:
    """Whether the person may have lived there then; an arrow without date is of the home still lived in."""
    if arrow.when is None:
        return membership.until is None
    after_start = membership.since is None or membership.since.on_or_before(arrow.when)
    return after_start and (membership.until is None or arrow.when.on_or_before(membership.until))
