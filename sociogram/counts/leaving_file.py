"""From exact numbers to what may leave: merged first (semester, region, family), then hidden."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sociogram.counts.aggregate import Aggregate, Line, Lines, Number, Received, Sent
from sociogram.counts.counting import grouped, known_by, made_in, received_by, sent_by
from sociogram.counts.groupings import NO_PLACE, key_of
from sociogram.counts.hiding import hidden_in_line, small
from sociogram.counts.leaving_table import Kept, leaving
from sociogram.counts.measures import Measures, measures_of
from sociogram.counts.parties import OUTSIDE, party, receiver_of, sender_of
from sociogram.counts.period import Period, require_semester
from sociogram.counts.spells import BAND_CODES
from sociogram.counts.standing import STANDINGS, standings
from sociogram.directory.directory import Directory
from sociogram.errors import BadInput, bad_input
from sociogram.loop.event import StoredEvent
from sociogram.loop.kinds import DECLINE_REASONS
from sociogram.loop.referral import Referral

Key = Callable[[Referral], str]


def aggregate_of(
    events: Iterable[StoredEvent],
    *,
    organisation: str,
    period: Period,
    as_of: date,
    public: Directory,
    file_id: str,
) -> Aggregate:
    """Return what `organisation` may send. BadInput for a quarter, or for one that is not public."""
    require_semester(period)
    own = party(organisation, public)
    if own == OUTSIDE:
        raise not_public()
    made = made_in(known_by(events, as_of), period)
    sent = sent_by(made, organisation)
    measures = measures_of(sent)
    towards = received_by(made, organisation, public)
    return Aggregate(
        id=file_id,
        organisation=own,
        period=period,
        month=f"{as_of.year:04d}-{as_of.month:02d}",
        sent=_sent(sent, measures, public),
        # What went to a discreet service bears another name in its sender's file: it cannot be paired.
        received=_received([one for one in towards if receiver_of(one, public) == own], public),
        known=_number(measures.persons.known if measures.persons else 0),
        unmarked=_number(measures.persons.unmarked if measures.persons else 0),
        answer=_in_line(dict(zip(BAND_CODES, measures.answer.bands, strict=True))),
        service=_in_line(dict(zip(BAND_CODES, measures.service.bands, strict=True))),
    )


def _sent(referrals: Sequence[Referral], measures: Measures, public: Directory) -> Sent:
    tables: Mapping[str, Key] = {
        "partners": lambda one: receiver_of(one, public),
        "families": lambda one: key_of("family", one, public),
        "regions": lambda one: key_of("region", one, public) or NO_PLACE,
    }
    line, kept = _tables(referrals, tables)
    shown = line.standing["declined"] is not None
    return Sent(
        line,
        kept["partners"],
        kept["families"],
        kept["regions"],
        _in_line(measures.reasons) if shown else dict.fromkeys(DECLINE_REASONS, None),
    )


def _received(referrals: Sequence[Referral], public: Directory) -> Received:
    line, kept = _tables(referrals, {"partners": lambda one: sender_of(one, public)})
    return Received(line, kept["partners"])


def _tables(
    referrals: Sequence[Referral], keys: Mapping[str, Key]
) -> tuple[Line, Mapping[str, Lines | None]]:
    groups = {name: grouped(referrals, key) for name, key in keys.items()}
    found = leaving(
        _counts(referrals), {name: [_counts(row) for row in rows.values()] for name, rows in groups.items()}
    )
    kept: dict[str, Lines | None] = {}
    for name, rows in found.tables.items():
        kept[name] = None if rows is None else dict(zip(groups[name], map(_line, rows), strict=True))
    return _line(found.totals), kept


def _counts(referrals: Iterable[Referral]) -> list[int]:
    return list(standings(referrals).values())


def _line(kept: Kept) -> Line:
    cells = kept.cells or (None,) * len(STANDINGS)
    return Line(kept.total, dict(zip(STANDINGS, cells, strict=True)))


def _in_line(numbers: Mapping[str, int]) -> Mapping[str, Number]:
    """Return the numbers as they may leave where their sum is known, or may be found out elsewhere."""
    hidden = hidden_in_line(tuple(numbers.values()))
    return {
        code: None if hidden is None or at in hidden else number
        for at, (code, number) in enumerate(numbers.items())
    }


def _number(number: int) -> Number:
    return None if small(number) else number


def not_public() -> BadInput:
    """The refusal of a file for an organisation that is hidden or absent: the same words for both."""
    return bad_input(
        "organisation_not_public",
        fr="cette organisation n'est pas dans l'annuaire ouvert à tous : ses comptes ne sortent pas.",
        en="this organisation is not in the directory open to everybody: its counts do not leave.",
        remedy_fr="Nommer une organisation de l'annuaire ouvert à tous.",
        remedy_en="Name an organisation of the directory open to everybody.",
        field="organisation",
    )
