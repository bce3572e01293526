"""Whom the ways of one question leave out: who must not know, and who is outside what the person agreed to.

The rule is that of the search in memory (referral/inquiry.py), asked here of the nodes that a hop reached.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from sociogram.referral.inquiry import names_kinds, outside, told_not_to_know
from sociogram.stores.neo4j import reach_queries
from sociogram.stores.neo4j.graph import Transaction
from sociogram.stores.neo4j.reach_rows import Granted, by_ids
from sociogram.stores.reaching import ReachQuestion

Leaving = tuple[bool, bool]
"""Who must not know; who did not get the person's agreement: which of the two a search leaves out."""
NOBODY: Leaving = (False, False)


@dataclass(slots=True)
class LeftOut:
    """Judges organisations by their ids, each once. `kinds`: whether kinds of organisations must not know."""

    tx: Transaction
    granted: Granted
    question: ReachQuestion
    kinds: bool
    _judged: dict[str, Leaving] = field(default_factory=dict)

    def searches(self) -> tuple[Leaving, ...]:
        """The search that answers, then those that tell why somebody is not reached (referral/suggest.py)."""
        named, agreed = bool(self.question.must_not_know), bool(self.question.consent)
        wanted = [(named, agreed), (False, agreed) if named else NOBODY, NOBODY]
        return tuple(dict.fromkeys(wanted))

    def among(self, names: Iterable[str], leaving: Leaving) -> set[str]:
        """Return those of these organisations that a search leaves out. The origin knows already."""
        if leaving == NOBODY:
            return set()
        asked = set(names) - {self.question.origin}
        self._judge(asked - self._judged.keys())
        return {one for one in asked if any(a and b for a, b in zip(self._judged[one], leaving, strict=True))}

    def _judge(self, names: set[str]) -> None:
        if not names:
            return
        found = {one["id"]: one for one in self.tx.run(reach_queries.KINDS, ids=sorted(names))}
        # What several people say of one id, and what was granted, is chosen where rows are read.
        chosen = {name for name in names if name not in found or found[name]["beside"]}
        chosen |= names & {row.id for row in self.granted.closed if row.kind == "organisation"}
        kinds = {name: one["typology"] for name, one in found.items()}
        if chosen:
            seen = self.granted.directory(by_ids(self.tx, "organisation", chosen)).organisations
            kinds |= {name: seen[name].typology if name in seen else "" for name in chosen}
        for name in names:
            self._judged[name] = self._judgement(name, kinds[name])

    def _judgement(self, name: str, typology: str) -> Leaving:
        named, agreed = self.question.must_not_know, self.question.consent
        return (
            bool(named) and told_not_to_know(name, typology, named, kinds=self.kinds),
            bool(agreed) and outside(name, typology, agreed),
        )


def left_out(
    tx: Transaction, granted: Granted, question: ReachQuestion, terms: Container[tuple[str, str]]
) -> LeftOut:
    """Return the judge of one question. `terms`: the words the viewer sees, by (kind, code)."""
    return LeftOut(tx, granted, question, names_kinds(question.must_not_know, terms))
