"""`gaps`: what the network lacks, for one viewer, the same at every door."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from api.use_cases.all_events import all_events
from api.use_cases.known import known_from
from api.use_cases.sheet_events import SheetEvents
from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.errors import BadInput, NotFound, bad_input
from sociogram.gaps.doubles import Double, doubles
from sociogram.gaps.gap_map import GapMap, gap_map
from sociogram.gaps.open_needs import OpenNeed, WhomToAsk, open_needs
from sociogram.gaps.pairs import Pair, UnusedTie, unused_ties
from sociogram.gaps.plain_directory import plain_directory
from sociogram.gaps.refusals import refusal_reasons
from sociogram.loop.event import StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.forms.names import receiver_id
from sociogram.loop.referral import Referral
from sociogram.referral.known import Known
from sociogram.referral.network import Network, network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.stores.protocol import Store

MAX_WEEKS = 520
_ASKED = 12
"""Suggestions asked for, of which the first few not tried yet are named."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is lacking as of a day, from one viewer's open rows and own events."""

    directory: Directory
    today: date
    weeks: int
    pairs: tuple[UnusedTie, ...]
    open_needs: tuple[OpenNeed, ...]
    map: GapMap
    refusals: Mapping[str, int]
    doubles: tuple[Double, ...]


def gaps_of(
    store: Store, viewer: Viewer, directory: Directory, *, sheets: SheetEvents, today: date, weeks: int
) -> Gaps:
    """Return what is lacking. BadInput for weeks that are no number of weeks. `sheets` as in `all_events`."""
    if not 0 <= weeks <= MAX_WEEKS:
        raise _bad_weeks()
    events = all_events(store, viewer, sheets)
    return gaps_in(plain_directory(directory), events, today=today, weeks=weeks)


def gaps_in(directory: Directory, events: Sequence[StoredEvent], *, today: date, weeks: int) -> Gaps:
    """Return what a plain directory and these events lack."""
    referrals, known = fold(events), known_from(events)
    return Gaps(
        directory=directory,
        today=today,
        weeks=weeks,
        pairs=unused_ties(directory, set(_used(referrals, directory))),
        open_needs=open_needs(
            referrals, today, weeks=weeks, whom_to_ask=_whom_to_ask(directory, known, today)
        ),
        map=gap_map(directory, known.checks, today),
        refusals=refusal_reasons(events),
        doubles=doubles(referrals),
    )


def _used(referrals: Mapping[str, Referral], directory: Directory) -> Iterator[Pair]:
    """Yield the pairs of organisations between which a referral went."""
    for referral in referrals.values():
        receiver = receiver_id(referral, directory)
        if referral.sent_on is not None and receiver:
            yield referral.sender, receiver


def _whom_to_ask(directory: Directory, known: Known, today: date) -> WhomToAsk:
    """Return a function that asks the network, built when somebody has to be asked for the first time.

    A discreet organisation or service is never named beside a need: this is printed.
    """
    network: list[Network] = []

    def ask(sender: str, need: str, place: str) -> Sequence[str]:
        if not network:
            network.append(network_of(directory))
        places = (place,) if place else ()
        query = SuggestionRequest(origin=sender, needs=(need,), places=places, k=_ASKED, on=today)
        try:
            found = suggest(network[0], query, known, alternatives=False).suggestions
        except (BadInput, NotFound):
            return ()
        return [
            one.provider.id
            for one in found
            if not (one.provider.discreet or one.service.discreet) and one.provider.id != sender
        ]

    return ask


def _bad_weeks() -> BadInput:
    return bad_input(
        "out_of_range",
        fr="ce nombre de semaines est hors des limites.",
        en="this number of weeks is out of bounds.",
        remedy_fr=f"Donner un nombre de 0 à {MAX_WEEKS}.",
        remedy_en=f"Give a number from 0 to {MAX_WEEKS}.",
        field="weeks",
    )
