"""E05 and E10: what joins persons, and what time and filiation allow."""

from collections.abc import Iterator, Mapping

from sociogram.language import Bilingual
from sociogram.rules.findings import Finding, finding
from sociogram.situation.situation import Situation

MAX_PARENTS = 2


def kinship_on_the_working_side(situation: Situation) -> Iterator[Finding]:
    """E05: kinship joins two different persons; only "same person" joins the two sides."""
    for kinship in situation.kinships.values():
        ends = (kinship.a, kinship.b)
        if any(end in situation.undecided for end in ends):
            continue  # E06 says it
        living = sum(end in situation.persons for end in ends)
        if kinship.a == kinship.b or living != (1 if kinship.kind == "same_person" else 2):
            yield finding("E05", kinship.id, *ends)


def impossible_lives(situation: Situation) -> Iterator[Finding]:
    """E10: death before birth, or a dead person who activates somebody."""
    for person in situation.persons.values():
        if person.birth and person.death and person.death.last_day < person.birth.first_day:
            yield finding("E10", person.id, says=_BEFORE_BIRTH)
    for arrow in situation.activations.values():
        activator = situation.persons.get(arrow.activator)
        if activator is None or activator.death is None or arrow.when is None:
            continue
        if arrow.when.first_day > activator.death.last_day:
            yield finding("E10", arrow.id, activator.id, says=_AFTER_DEATH)


def impossible_spans(situation: Situation) -> Iterator[Finding]:
    """E10: a home or a couple that ends before it begins."""
    for stay in situation.memberships.values():
        if stay.since and stay.until and stay.until.last_day < stay.since.first_day:
            yield finding("E10", stay.id, stay.person, stay.household, says=_ENDS_FIRST)
    for kinship in situation.kinships.values():
        if kinship.since and kinship.until and kinship.until.last_day < kinship.since.first_day:
            yield finding("E10", kinship.id, kinship.a, kinship.b, says=_ENDS_FIRST)


def impossible_filiations(situation: Situation) -> Iterator[Finding]:
    """E10: more than two parents, or somebody who is their own ancestor."""
    parents: dict[str, list[str]] = {}
    for kinship in situation.kinships.values():
        if kinship.kind == "filiation" and kinship.a not in parents.setdefault(kinship.b, []):
            parents[kinship.b].append(kinship.a)
    for child, known in parents.items():
        if len(known) > MAX_PARENTS:
            yield finding("E10", child, *known, says=_TOO_MANY_PARENTS)
    for cycle in _cycles(parents):
        yield finding("E10", *cycle, says=_OWN_ANCESTOR)


def _cycles(parents: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each cycle of filiation once, walking without recursion."""
    done: set[str] = set()
    for start in parents:
        path: list[str] = []
        on_path: set[str] = set()
        waiting = [(start, False)]
        while waiting:
            person, leaving = waiting.pop()
            if leaving:
                on_path.discard(path.pop())
                done.add(person)
            elif person in on_path:
                yield tuple(path[path.index(person) :])
            elif person not in done:
                path.append(person)
                on_path.add(person)
                waiting.append((person, True))
                waiting.extend((parent, False) for parent in reversed(parents.get(person, [])))


_ENDS_FIRST = Bilingual("cette fin est datée d'avant le début.", "this end is dated before the start.")
_BEFORE_BIRTH = Bilingual("le décès est daté d'avant la naissance.", "the death is dated before the birth.")
_AFTER_DEATH = Bilingual(
    "cette flèche part de quelqu'un après son décès.", "this arrow starts from somebody after their death."
)
_TOO_MANY_PARENTS = Bilingual(
    "plus de deux parents par filiation ; pour un autre parent, choisir le lien « autre » et le nommer.",
    'more than two parents by filiation; for another parent, choose the link "other" and name it.',
)
_OWN_ANCESTOR = Bilingual(
    "par ces liens de filiation, quelqu'un serait son propre ancêtre.",
    "by these filiation lines, somebody would be their own ancestor.",
)
