"""One question in one network: the request, what is known besides, and who must be left out of it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from sociogram.directory.rows import Organisation, Service
from sociogram.referral.known import Known
from sociogram.referral.network import Network
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.service_check import Standing, standing


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`kept_out` must not know of the person, `uncovered` are outside what the person agreed to (ids).

    `selective`: for somebody, somewhere; `dated`: for a day or for tonight. Most questions of a large network
    are neither, and are then spared looking.
    """

    network: Network
    request: SuggestionRequest
    known: Known
    kept_out: frozenset[str]
    uncovered: frozenset[str]
    selective: bool
    dated: bool

    @property
    def avoid(self) -> frozenset[str]:
        """Who is neither suggested nor asked on the way. The origin knows already: it is where ways begin."""
        return (self.kept_out | self.uncovered) - {self.request.origin}

    def standing(self, service: Service) -> Standing:
        """Return what is known of a service, calls included."""
        return standing(service, self.known.checks.get(service.id))

    def fresh(self, days_old: int | None, limit: str) -> bool:
        """Whether something that many days old is still to be relied on (weights.toml, fresh)."""
        return days_old is not None and days_old <= self.network.weights.fresh[limit]


def inquiry_of(network: Network, request: SuggestionRequest, known: Known) -> Inquiry:
    """Return the inquiry of a request that was checked."""
    organisations = network.directory.organisations.values()
    named = frozenset(request.must_not_know)
    kinds = names_kinds(named, network.directory.terms)
    uncovered: frozenset[str] = frozenset()
    if request.consent:
        agreed = frozenset(request.consent)
        uncovered = _ids(one for one in organisations if outside(one.id, one.typology, agreed))
    return Inquiry(
        network=network,
        request=request,
        known=known,
        kept_out=_ids(
            one for one in organisations if told_not_to_know(one.id, one.typology, named, kinds=kinds)
        )
        if named
        else named,
        uncovered=uncovered - {request.origin},
        selective=bool(request.target_groups or request.places or request.languages)
        or request.age is not None,
        dated=request.on is not None or request.urgency == "tonight",
    )


def names_kinds(named: Iterable[str], terms: Container[tuple[str, str]]) -> bool:
    """Whether some of these are kinds of organisations, and not organisations."""
    return any(("typology", code) in terms for code in named)


def told_not_to_know(name: str, typology: str, named: Container[str], *, kinds: bool) -> bool:
    """Whether an organisation is named, or of a kind named. Of unknown kind is of any kind: this is about
    safety."""
    return name in named or (typology in named if typology else kinds)


def outside(name: str, typology: str, agreed: Container[str]) -> bool:
    """Whether an organisation is none of those the person agreed to, nor of a kind agreed to."""
    return name not in agreed and typology not in agreed


def _ids(organisations: Iterable[Organisation]) -> frozenset[str]:
    return frozenset(one.id for one in organisations)
