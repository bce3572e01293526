"""The referral network as one viewer sees it: a snapshot of public rows, and an overlay of rows granted.

Rows hidden from the viewer are in neither: they never enter the arrays that are searched, so no answer,
count, tie-break or version can tell of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sociogram.directory.directory import Directory
from sociogram.directory.places import Gazetteer
from sociogram.directory.rows import Organisation, Service
from sociogram.directory.version import directory_version
from sociogram.referral import loops
from sociogram.referral.changes import Changes, changes, open_part
from sociogram.referral.snapshot import AREAS, Snapshot, Step, snapshot_of, steps_of
from sociogram.referral.weights import Weights, weights

if TYPE_CHECKING:
    from sociogram.referral.swift import Swift


@dataclass(frozen=True, slots=True)
class Network:
    """What a suggestion reads. `version` is a digest of all the rows this viewer may see.

    The snapshot is that of `base`; where `directory` says otherwise, the overlay replaces it.
    """

    directory: Directory
    gazetteer: Gazetteer
    snapshot: Snapshot
    numbers: Mapping[str, int]
    overlay: Mapping[str, tuple[Step, ...]]
    services: Mapping[str, tuple[Service, ...]]
    weights: Weights
    version: str
    base: Directory
    replaced: frozenset[str] = frozenset()
    held: list["Swift"] = field(default_factory=list, compare=False, repr=False)

    def __contains__(self, actor: str) -> bool:
        return actor in self.directory.organisations

    def steps(self, actor: str) -> Sequence[Step]:
        """Return the steps from an organisation: of the snapshot, then of the overlay.

        The snapshot no longer holds for actors of `replaced`.
        """
        number = None if actor in self.replaced else self.numbers.get(actor)
        own = () if number is None else self.snapshot.steps(number)
        laid_over = self.overlay.get(actor, ())
        return (*own, *laid_over) if laid_over else own

    def swift(self) -> "Swift | None":
        """Return this network for the compiled search, when it is large and the loops are at hand."""
        if len(self.snapshot.targets) < loops.LARGE or not loops.ready():
            return None
        if not self.held:
            from sociogram.referral.swift import Swift

            self.held.append(Swift(self.snapshot, self.numbers, self.overlay, self.replaced))
        return self.held[0]


def network_of(
    directory: Directory,
    *,
    using: Weights | None = None,
    version: str | None = None,
    before: Network | None = None,
) -> Network:
    """Return the network of the rows of one viewer's directory. `version` when they are but a part.

    `before`: an earlier network of the same viewer; when large, its arrays stay and changes are laid over.
    """
    chosen = using or weights()
    public, open_ties = open_part(directory)
    kept = _kept(before, directory, chosen)
    if kept is None:
        areas = _areas(directory.organisations[one] for one in public)
        snapshot, base = snapshot_of(public, open_ties.values(), chosen, areas), directory
        numbers: Mapping[str, int] = {node: number for number, node in enumerate(snapshot.nodes)}
        since = Changes({}, frozenset())
    else:
        since, earlier = kept
        snapshot, base, numbers = earlier.snapshot, earlier.base, earlier.numbers
    loops.met(len(snapshot.targets))
    granted = [tie for tie in directory.relations.values() if tie.id not in open_ties]
    return Network(
        directory=directory,
        gazetteer=Gazetteer(directory.places),
        snapshot=snapshot,
        numbers=numbers,
        overlay=_laid_over(steps_of(granted, frozenset(directory.organisations), chosen), since),
        services=_by_need(directory),
        weights=chosen,
        version=directory_version(directory) if version is None else version,
        base=base,
        replaced=since.replaced,
    )


def _kept(before: Network | None, directory: Directory, using: Weights) -> tuple[Changes, Network] | None:
    if before is None or before.weights != using or len(before.snapshot.targets) < loops.LARGE:
        return None
    since = changes(before.base, directory, using)
    return None if since is None else (since, before)


def _laid_over(granted: Mapping[str, list[Step]], since: Changes) -> dict[str, tuple[Step, ...]]:
    """Return the steps of both by node, cheapest first."""
    return {
        node: tuple(
            sorted(
                [*granted.get(node, ()), *since.steps.get(node, ())],
                key=lambda step: (step.cost, step.to, step.tie),
            )
        )
        for node in {**granted, **since.steps}
    }


def _by_need(directory: Directory) -> dict[str, tuple[Service, ...]]:
    services: dict[str, list[Service]] = {}
    for service in sorted(directory.services.values(), key=lambda service: service.id):
        services.setdefault(service.category, []).append(service)
    return {category: tuple(found) for category, found in services.items()}


def _areas(organisations: Iterable[Organisation]) -> dict[str, int]:
    """Return an area for each organisation: the commonest places have one each, all others share the last."""
    place = {one.id: one.places[0] if one.places else "" for one in organisations}
    common = sorted(Counter(place.values()).items(), key=lambda counted: (-counted[1], counted[0]))
    number = {name: min(at, AREAS - 1) for at, (name, _) in enumerate(common)}
    return {id_: number[name] for id_, name in place.items()}
