"""Counts at the doors: what is asked is checked here, and answered as JSON, a file or a list of figures."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from api.use_cases.references import directory_for_files
from api.use_cases.referral_desk import Desk
from sociogram.access.viewer import ANYBODY
from sociogram.counts.aggregate import Aggregate
from sociogram.counts.answer_json import counts_json
from sociogram.counts.counting import Counts, Question, count
from sociogram.counts.groupings import BY, By
from sociogram.counts.leaving_file import aggregate_of
from sociogram.counts.merged_json import merged_json
from sociogram.counts.merging import merged
from sociogram.counts.period import parse_period, require_semester
from sociogram.dates import parse_date
from sociogram.directory.directory import Directory
from sociogram.errors import BadInput, bad_input
from sociogram.language import Lang


@dataclass(frozen=True, slots=True)
class CountAsked:
    """A question as it was asked: texts that nobody has checked. Without `as_of`: what is known today."""

    period: str
    by: Sequence[str] = ()
    as_of: str = ""
    organisation: str = ""


def counted(asked: CountAsked, desk: Desk) -> Counts:
    """Return the exact numbers for who asks. BadInput for what cannot be asked."""
    question = Question(
        parse_period(asked.period), _as_of(asked.as_of, desk.today), _by(asked.by), asked.organisation
    )
    return count(desk.events(), question, public_directory(desk))


def counts_answer(asked: CountAsked, desk: Desk, lang: Lang) -> dict[str, Any]:
    """Return the exact numbers as JSON."""
    return counts_json(counted(asked, desk), public_directory(desk), lang, desk.today)


def own_aggregate(asked: CountAsked, desk: Desk) -> Aggregate:
    """Return what may leave. Without an organisation: the only one that made referrals here."""
    period = require_semester(parse_period(asked.period))
    events = desk.events()
    public = public_directory(desk)
    organisation = asked.organisation or _only_sender(
        stored.event.args["sender"] for stored in events if stored.event.kind == "referral_made"
    )
    purpose = f"counts {organisation} {period}"
    found = aggregate_of(
        events,
        organisation=organisation,
        period=period,
        as_of=_as_of(asked.as_of, desk.today),
        public=public,
        file_id="",
    )
    return _named(found, desk.store.secret(purpose))


def merged_answer(files: Iterable[tuple[str, Aggregate]], desk: Desk, lang: Lang) -> dict[str, Any]:
    """Return partners' files together, as JSON."""
    return merged_json(merged(files), public_directory(desk), lang)


def public_directory(desk: Desk) -> Directory:
    """Return the rows that everybody may see: counts name nothing else."""
    return directory_for_files(desk.store, ANYBODY)


def _named(found: Aggregate, secret: bytes) -> Aggregate:
    """Give a file its random id: a newer count of the same period and the same store bears it again."""
    return replace(found, id=str(UUID(bytes=hashlib.sha256(secret).digest()[:16], version=4)))


def _by(asked: Sequence[str]) -> tuple[By, ...]:
    known: list[By] = []
    for word in asked:
        found = next((by for by in BY if by == word), None)
        if found is None:
            raise bad_input(
                "bad_grouping",
                fr="on ne compte pas par cela.",
                en="nothing is counted by this.",
                remedy_fr=f"Choisir parmi : {', '.join(BY)}.",
                remedy_en=f"Choose among: {', '.join(BY)}.",
                field="by",
            )
        known.append(found)
    return tuple(known)


def _as_of(asked: str, today: date) -> date:
    if not asked:
        return today
    day = parse_date(asked, field="as_of").last_day
    if day > today:
        raise bad_input(
            "as_of_future",
            fr="ce jour n'est pas encore passé : le même compte donnerait demain un autre nombre.",
            en="this day is not over yet: the same count would give another number tomorrow.",
            remedy_fr="Donner aujourd'hui ou un jour passé.",
            remedy_en="Give today or a day in the past.",
            field="as_of",
        )
    return day


def _only_sender(senders: Iterable[str]) -> str:
    found = set(senders)
    if len(found) == 1:
        return found.pop()
    raise which_organisation()


def which_organisation() -> BadInput:
    """The refusal of a file without saying whose."""
    return bad_input(
        "which_organisation",
        fr="de quelle organisation ? Ce dépôt n'en a pas une et une seule qui oriente.",
        en="of which organisation? This store does not have one and only one that refers.",
        remedy_fr="La nommer par son identifiant de l'annuaire.",
        remedy_en="Name it by its id in the directory.",
        field="organisation",
    )
