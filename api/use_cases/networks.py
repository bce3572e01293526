"""The network in which a question is answered: the whole in memory, or, when it would not fit, the part that
the store itself finds. The answers are the same; `network_version` tells which."""

from api.use_cases.references import directory_for_files
from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.errors import SociogramError
from sociogram.referral.known import NOTHING, Known
from sociogram.referral.memory import DEFAULT_MB, estimated_bytes
from sociogram.referral.network import Network, network_of
from sociogram.referral.request import MAX_HOPS, SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.referral.weights import weights
from sociogram.stores.protocol import Store
from sociogram.stores.reaching import NetworkPart, Reaching, ReachQuestion

BY_THE_STORE = "-cypher"
"""Ends the version of an answer that the store searched for. What stands before it is the same digest."""
MEBIBYTE = 1 << 20


class Networks:
    """The last network built, for one viewer of one store. `memory_mb`: what a whole network may take."""

    def __init__(self, memory_mb: int = DEFAULT_MB) -> None:
        self._memory = memory_mb * MEBIBYTE
        self._whole: Network | None = None

    def for_question(
        self, store: Store, viewer: Viewer, query: SuggestionRequest, known: Known = NOTHING
    ) -> Network:
        """Return a network in which `query` has its answer, as the store stands now and with what is `known`
        besides. StoreUnusable when the store does not answer: nothing older is served instead."""
        part = self._part(store, viewer, query, known)
        if part is not None:
            return network_of(part.directory, version=part.version + BY_THE_STORE)
        directory = directory_for_files(store, viewer)
        if self._whole is None or self._whole.directory is not directory:
            self._whole = network_of(directory, before=self._whole)
        return self._whole

    def _part(
        self, store: Store, viewer: Viewer, query: SuggestionRequest, known: Known
    ) -> NetworkPart | None:
        if not isinstance(store, Reaching) or estimated_bytes(store.network_size()) <= self._memory:
            return None
        self._whole = None
        return store.network_part(viewer, _question(query, known))


def _question(query: SuggestionRequest, known: Known) -> ReachQuestion:
    """What of a question decides which rows it needs. What cannot be asked is refused later, in its words."""

    def sent(names: tuple[str, ...] | None) -> tuple[str, ...]:
        return tuple(name for name in names or () if _can_be_sent(name))

    return ReachQuestion(
        "".join(sent((query.origin,))),
        sent(query.needs),
        min(max(query.max_hops, 1), MAX_HOPS),
        weights(),
        must_not_know=sent(query.must_not_know),
        consent=sent(query.consent),
        around=lambda part: _first_relays(part, query, known),
    )


def _first_relays(part: Directory, query: SuggestionRequest, known: Known) -> frozenset[str]:
    """Who is asked first on the ways that will be shown: other ways go around them."""
    try:
        shown = suggest(network_of(part, version=BY_THE_STORE), query, known, alternatives=False)
    except SociogramError:  # what cannot be asked is refused later, in its own words
        return frozenset()
    return frozenset(one.path[1].actor.id for one in shown.suggestions if one.hops)


def _can_be_sent(text: str) -> bool:
    """A lone surrogate cannot; nor can it be the id of anything."""
    return text.isprintable()
