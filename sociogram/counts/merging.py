"""Partners' files put together, so that a referral which both ends counted is one.

A referral is in the file of its sender, and in that of its receiver if this one keeps a log. For each pair of
organisations both books are laid side by side:

- the sender sent no file: the receiver's book counts;
- both sent one: who heard more is believed (`both_ends.py`);
- where a number is hidden, the sender's book counts as it is.

The result does not depend on the order of the files. With nothing hidden, and one book of each pair that
knows all the other one knows, it is what the joined logs would give.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sociogram.counts.aggregate import Aggregate, Line, Lines, Number
from sociogram.counts.both_ends import both_ends
from sociogram.counts.figures import NONE, ZERO, Figure, Figures, added, exactly, figure, figures
from sociogram.counts.files_together import distinct
from sociogram.counts.parties import NEUTRAL
from sociogram.counts.period import Period
from sociogram.counts.spells import BAND_CODES
from sociogram.counts.standing import STANDINGS
from sociogram.loop.kinds import DECLINE_REASONS

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two books that do not say the same of one pair: both numbers, for the two to talk about."""

    sender: str
    receiver: str
    by_sender: Figures
    by_receiver: Figures


@dataclass(frozen=True, slots=True)
class Merged:
    """Everything together. `unsorted`: what only receivers know, which no family or region is known for.

    `persons`: the true number of different persons is at least the first and at most the second.
    """

    period: Period
    files: tuple[Aggregate, ...]
    missing: tuple[str, ...]
    total: Figures
    pairs: Mapping[Pair, Figures]
    families: Mapping[str, Figures]
    regions: Mapping[str, Figures]
    unsorted: Figures
    reasons: Mapping[str, Figure]
    persons: tuple[int, int | None]
    answer: Mapping[str, Figure]
    service: Mapping[str, Figure]
    differences: tuple[Difference, ...]


def merged(files: Iterable[tuple[str, Aggregate]]) -> Merged:
    """Return the files together, each with the place it came from. BadInput names the place."""
    kept = distinct(files)
    books = _books(kept)
    pairs = {pair: _together(sent, received) for pair, (sent, received) in books.items()}
    learnt = added(_learnt(books[pair], pairs[pair]) for pair in pairs)
    sent = [one.sent for one in kept]
    return Merged(
        period=kept[0].period,
        files=kept,
        missing=_missing(kept, pairs),
        total=added(figures(one.all) for one in sent) + learnt,
        pairs={pair: found for pair, found in pairs.items() if found != NONE},
        families=_table([(one.all, one.families) for one in sent]),
        regions=_table([(one.all, one.regions) for one in sent]),
        unsorted=learnt,
        reasons=_summed([one.reasons for one in sent], DECLINE_REASONS),
        persons=_persons(kept),
        answer=_summed([one.answer for one in kept], BAND_CODES),
        service=_summed([one.service for one in kept], BAND_CODES),
        differences=tuple(
            Difference(*pair, ours, theirs)
            for pair, (ours, theirs) in books.items()
            if ours is not None and theirs is not None and ours.exact and theirs.exact and ours != theirs
        ),
    )


def _books(files: Sequence[Aggregate]) -> dict[Pair, tuple[Figures | None, Figures | None]]:
    """Return what the sender and the receiver of each pair say; None for who sent no file."""
    senders = {one.organisation for one in files}
    sent: dict[Pair, Figures] = {}
    received: dict[Pair, Figures] = {}
    for one in files:
        for partner, line in (one.sent.partners or {}).items():
            pair = (one.organisation, partner)
            sent[pair] = sent.get(pair, NONE) + figures(line)
        for partner, line in (one.received.partners or {}).items():
            pair = (partner, one.organisation)
            received[pair] = received.get(pair, NONE) + figures(line)
    untold = {one.organisation for one in files if one.sent.partners is None}
    unheard = {one.organisation for one in files if one.received.partners is None}
    return {
        pair: (
            sent.get(pair, _UNKNOWN if pair[0] in untold else NONE) if pair[0] in senders else None,
            received.get(pair, _UNKNOWN if pair[1] in unheard else NONE) if pair[1] in senders else None,
        )
        for pair in sorted(sent.keys() | received.keys())
    }


_HIDDEN = Figure(0, exact=False)
_UNKNOWN = Figures(_HIDDEN, dict.fromkeys(STANDINGS, _HIDDEN), _HIDDEN)


def _together(ours: Figures | None, theirs: Figures | None) -> Figures:
    if ours is None or theirs is None:
        return ours or theirs or NONE
    return both_ends(ours, theirs) if ours.exact and theirs.exact else ours


def _learnt(books: tuple[Figures | None, Figures | None], found: Figures) -> Figures:
    """Return what the receiver's book adds to the sender's; a class may lose what another one gains."""
    ours, _ = books
    if ours is None:
        return found
    if not ours.exact or found == ours:
        return NONE
    return exactly(a - b for a, b in zip(found.numbers, ours.numbers, strict=True))


def _table(tables: Iterable[tuple[Line, Lines | None]]) -> dict[str, Figures]:
    """Return the sums by family or region; a file without the table stands under ''."""
    rows: dict[str, Figures] = {}
    for every, lines in tables:
        given: Lines = lines if lines is not None else {"": every} if every.total != 0 else {}
        for key, line in given.items():
            rows[key] = rows.get(key, NONE) + figures(line)
    return dict(sorted(rows.items()))


def _summed(tables: Sequence[Mapping[str, Number]], codes: Sequence[str]) -> dict[str, Figure]:
    return {code: sum((figure(one[code]) for one in tables), ZERO) for code in codes}


def _persons(files: Sequence[Aggregate]) -> tuple[int, int | None]:
    """Each organisation counts its own: between the largest of them and all of them together."""
    most = 0
    for one in files:
        known_and_not = None if one.known is None or one.unmarked is None else one.known + one.unmarked
        upper = known_and_not if known_and_not is not None else one.sent.all.total
        if upper is None:
            return max(file.known or 0 for file in files), None
        most += upper
    return max(file.known or 0 for file in files), most


def _missing(files: Sequence[Aggregate], pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Return who is named by others and sent nothing, in the order of their ids."""
    senders = {one.organisation for one in files}
    return tuple(sorted({end for pair in pairs for end in pair} - senders - NEUTRAL.keys()))
