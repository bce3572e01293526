"""The rules that look at a situation, gathered."""

from collections.abc import Collection
from itertools import chain

from sociogram.rules import arrow_rules, kinship_rules
from sociogram.rules.findings import Finding
from sociogram.situation.situation import Situation


def broken_rules(situation: Situation, known: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return the errors E02-E06 and E10 of a situation. `known`: organisations the viewer sees.

    E01, E08 and E09 can only stand in a file, and E07 only in a gesture: they are found at those doors.
    """
    return tuple(
        chain(
            arrow_rules.missing_ends(situation, known),
            arrow_rules.self_arrows(situation),
            arrow_rules.arrows_to_own_members(situation),
            kinship_rules.kinship_on_the_working_side(situation),
            arrow_rules.undecided_ends(situation),
            kinship_rules.impossible_lives(situation),
            kinship_rules.impossible_spans(situation),
            kinship_rules.impossible_filiations(situation),
        )
    )
