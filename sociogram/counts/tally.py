"""The paper tally of a month: numbers counted by strokes, without any name, checked when they are entered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sociogram.counts.period import Period
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.loop import values as v
from sociogram.loop.event import StoredEvent
from sociogram.loop.fold import in_order
from sociogram.loop.kinds import DECLINE_REASONS

FIGURES = ("persons", "contacts", "made", "accepted", "declined", "no_answer", "waiting", "completed")
"""In the order of the slip. What is not given is not known, and is not 0."""
LABELS: Mapping[str, Bilingual] = {
    "persons": Bilingual("Personnes différentes reçues ce mois", "Different persons received this month"),
    "contacts": Bilingual("Contacts en tout", "Contacts in all"),
    "made": Bilingual("Orientations faites (A)", "Referrals made (A)"),
    "accepted": Bilingual("Acceptées (B)", "Accepted (B)"),
    "declined": Bilingual("Refusées (C)", "Declined (C)"),
    "no_answer": Bilingual("Sans réponse au délai (D)", "No answer in time (D)"),
    "waiting": Bilingual("Réponse encore attendue (E)", "Answer still awaited (E)"),
    "completed": Bilingual("Parmi les acceptées : service rendu", "Of those accepted: service given"),
}
MOST = 100_000
_number = v.number(0, MOST)
_SHAPE = v.table(
    {"period": v.month},
    {
        "organisation": v.element_id,
        "need": v.element_id,
        "sheet": v.number(1, 999),
        **dict.fromkeys(FIGURES, _number),
        "reasons": v.table({}, dict.fromkeys(DECLINE_REASONS, _number)),
    },
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. A slip of the same month, organisation, need and sheet number replaces the one before."""

    month: str
    organisation: str
    need: str
    sheet: int
    figures: Mapping[str, int]
    reasons: Mapping[str, int]


def checked_tally(raw: object, *, field: str = "tally") -> dict[str, Any]:
    """Return the args of a `tally_entered`, or raise BadInput: a slip whose sums do not hold is refused."""
    args: dict[str, Any] = _SHAPE(raw, field)
    if not any(name in args for name in FIGURES) and not args.get("reasons"):
        raise _refused(field, _EMPTY, _COUNT)
    _check_sums(args, field)
    return args


def slips_of(events: Iterable[StoredEvent], period: Period, organisation: str = "") -> tuple[Slip, ...]:
    """Return the slips of a period, the last of each; of one organisation, when it is named."""
    last: dict[tuple[str, str, str, int], Slip] = {}
    for stored in in_order(events):
        if stored.event.kind != "tally_entered":
            continue
        slip = _slip(stored.event.args)
        if slip is not None:
            last[slip.month, slip.organisation, slip.need, slip.sheet] = slip
    return tuple(
        last[key]
        for key in sorted(last)
        if _in(period, key[0]) and (not organisation or key[1] in ("", organisation))
    )


def _slip(args: Mapping[str, Any]) -> Slip | None:
    """Return the slip of an event; what another program may have noted without the checks counts nothing."""
    try:
        kept = checked_tally(args)
    except BadInput:
        return None
    return Slip(
        kept["period"],
        kept.get("organisation", ""),
        kept.get("need", ""),
        kept.get("sheet", 1),
        {name: kept[name] for name in FIGURES if name in kept},
        kept.get("reasons", {}),
    )


def _in(period: Period, month: str) -> bool:
    first, last = period.months
    return int(month[:4]) == period.year and first <= int(month[5:]) <= last


def _check_sums(args: Mapping[str, Any], field: str) -> None:
    parts = ("accepted", "declined", "no_answer", "waiting")
    known = [args[name] for name in parts if name in args]
    if "made" in args and (
        sum(known) > args["made"] or (len(known) == len(parts) and sum(known) != args["made"])
    ):
        raise _refused(f"{field}.made", _PARTS, _RECOUNT)
    reasons = args.get("reasons") or {}
    if reasons and "declined" in args and sum(reasons.values()) != args["declined"]:
        raise _refused(f"{field}.reasons", _REASONS, _RECOUNT)
    if args.get("completed", 0) > args.get("accepted", MOST):
        raise _refused(f"{field}.completed", _COMPLETED, _RECOUNT)
    if args.get("persons", 0) > args.get("contacts", MOST):
        raise _refused(f"{field}.persons", _PERSONS, _RECOUNT)


_EMPTY = Bilingual("ce relevé ne compte rien.", "this slip counts nothing.")
_PARTS = Bilingual("A n'est pas B + C + D + E.", "A is not B + C + D + E.")
_REASONS = Bilingual(
    "les raisons ne font pas le total des refus.", "the reasons do not make up the refusals."
)
_COMPLETED = Bilingual("plus de services rendus que d'acceptations.", "more services given than acceptances.")
_PERSONS = Bilingual("plus de personnes que de contacts.", "more persons than contacts.")
_COUNT = Bilingual("Donner au moins un nombre.", "Give at least one number.")
_RECOUNT = Bilingual(
    "Recompter les traits, ou ne pas donner le nombre dont on n'est pas sûr.",
    "Count the strokes again, or leave out the number one is not sure of.",
)


def _refused(field: str, says: Bilingual, remedy: Bilingual) -> BadInput:
    return bad_input(
        "bad_tally", fr=says.fr, en=says.en, remedy_fr=remedy.fr, remedy_en=remedy.en, field=field
    )
