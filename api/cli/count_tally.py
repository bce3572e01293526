"""`sociogram count tally`: the slip of a month, typed in one go or asked line by line."""

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import typer

from api.cli.referral_desk import desk_of
from api.cli.session import CommandSession
from api.use_cases.tallies import enter_tally
from sociogram.counts.tally import FIGURES, LABELS
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.labels import REASONS
from sociogram.loop.kinds import DECLINE_REASONS

_DONE = Bilingual("Relevé de {month} noté, à part des orientations.", "Tally of {month} noted, apart.")
_SKIP = Bilingual("(rien : ne pas savoir)", "(nothing: not known)")
_PAIR = re.compile(r"([a-z_]{1,30})=(\d{1,6})", re.ASCII)


def entered(words: Sequence[str], told: Mapping[str, Any], session: CommandSession) -> None:
    """Enter a slip and say so. BadInput when it does not add up: nothing is kept then."""
    numbers = _typed(words) if words or not sys.stdin.isatty() else _asked(session.lang)
    raw: dict[str, Any] = {key: value for key, value in told.items() if value is not None}
    reasons = {code: numbers.pop(code) for code in DECLINE_REASONS if code in numbers}
    raw |= numbers | ({"reasons": reasons} if reasons else {})
    enter_tally(raw, desk_of(session))
    typer.echo(_DONE.filled(month=told["period"]).in_(session.lang))


def _typed(words: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        pair = _PAIR.fullmatch(word)
        if pair is None or pair[1] not in (*FIGURES, *DECLINE_REASONS) or pair[1] in found:
            raise _bad_number()
        found[pair[1]] = int(pair[2])
    return found


def _asked(lang: Lang) -> dict[str, int]:
    """Ask for the numbers in the order of the slip; an empty line leaves one out."""
    typer.echo(_SKIP.in_(lang))
    found: dict[str, int] = {}
    for name, label in (*LABELS.items(), *REASONS.items()):
        if name in REASONS and not found.get("declined", 1):
            continue
        number = _number(label.in_(lang))
        if number is not None:
            found[name] = number
    return found


def _number(label: str) -> int | None:
    while True:
        said = str(typer.prompt(label, default="", show_default=False)).strip()
        if not said:
            return None
        if said.isascii() and said.isdigit() and len(said) <= 6:
            return int(said)


def _bad_number() -> BadInput:
    known = ", ".join((*FIGURES, *DECLINE_REASONS))
    return bad_input(
        "bad_number",
        fr="un nombre du relevé n'est pas écrit NOM=NOMBRE, ou l'est deux fois.",
        en="a number of the tally is not written NAME=NUMBER, or is written twice.",
        remedy_fr=f"Les noms : {known}.",
        remedy_en=f"The names: {known}.",
        field="tally",
    )
