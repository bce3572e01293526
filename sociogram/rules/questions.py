"""W01 to W03, W06: questions a facilitator may ask the sheet. None of them says that something is amiss."""

from collections.abc import Collection, Iterator

from colour_codes.pens import Pen
from sociogram.rules.arrow_rules import stands
from sociogram.rules.findings import Finding, finding
from sociogram.situation.situation import Situation
from sociogram.situation.story import told_arrows

MANY_FIGURES = 40


def unreached_workers(situation: Situation) -> Iterator[Finding]:
    """W01: a professional or a service that no arrow reaches, neither itself nor its building."""
    reached = {arrow.activated for arrow in situation.activations.values()}
    at_work = {
        one.organisation for one in situation.professionals.values() if one.id in reached and one.organisation
    }
    for one in situation.professionals.values():
        if one.id not in reached and one.organisation not in reached:
            yield finding("W01", one.id)
    ends = {arrow.activator: None for arrow in situation.activations.values()}
    services = [*situation.institutions, *(end for end in ends if not stands(situation, end))]
    for name in services:
        if name not in reached and name not in at_work:
            yield finding("W01", name)


def persons_without_home(situation: Situation) -> Iterator[Finding]:
    """W02: somebody in no home, unless it was noted that there is none or that it is not said."""
    housed = {stay.person for stay in situation.memberships.values()}
    for person in situation.persons.values():
        if person.id not in housed and person.home_mark is None:
            yield finding("W02", person.id)


def orange_without_red(situation: Situation, known: Collection[str]) -> Iterator[Finding]:
    """W03: professionals come to the family, and nothing says how the family set them in motion."""
    told = told_arrows(situation, known)
    pens = {one.pen for one in told}
    if Pen.ORANGE in pens and Pen.RED not in pens:
        yield finding("W03", *(one.arrow.id for one in told if one.pen is Pen.ORANGE))


def many_figures(situation: Situation) -> Iterator[Finding]:
    """W06: more figures than one sheet reads well."""
    count = len(situation.persons) + len(situation.professionals) + len(situation.undecided)
    if count > MANY_FIGURES:
        yield finding("W06")
