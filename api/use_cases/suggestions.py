"""`suggest`: one question, the same answer at every door."""

from dataclasses import replace
from datetime import date
from typing import Any

from sociogram.dates import parse_date
from sociogram.errors import bad_input
from sociogram.language import Bilingual, Lang
from sociogram.referral.answer_json import answer_json
from sociogram.referral.known import NOTHING, Known
from sociogram.referral.network import Network
from sociogram.referral.request import SuggestionRequest, Urgency
from sociogram.referral.suggest import suggest

URGENCIES: tuple[Urgency, ...] = ("normal", "urgent", "tonight")
_ASK = Bilingual("À demander", "Ask")
_CONTACT = Bilingual("Contact", "Contact")
_CONDITIONS = Bilingual("Conditions", "Conditions")
_BRING = Bilingual("À apporter", "Bring")
_OTHER_WAY = Bilingual("Autre chemin", "Another way")
_LEFT_OUT = Bilingual("Écartés", "Left out")


def answer_in(
    query: SuggestionRequest, network: Network, lang: Lang, known: Known = NOTHING
) -> dict[str, Any]:
    """Return the answer as the JSON object of interface.md."""
    return answer_json(suggest(network, query, known), lang)


def dated(query: SuggestionRequest, today: date) -> SuggestionRequest:
    """Return the question; what is for tonight is for today."""
    return replace(query, on=today) if query.urgency == "tonight" and query.on is None else query


def day_asked(text: str | None, *, field: str = "on") -> date | None:
    """Return the day written in a question. BadInput for what is no day."""
    if not text:
        return None
    day = parse_date(text, field=field)
    if day.day is None:
        raise bad_input(
            "bad_date",
            fr="ce n'est pas un jour entier.",
            en="this is not a whole day.",
            remedy_fr="Écrire AAAA-MM-JJ, par exemple 2026-11-22.",
            remedy_en="Write YYYY-MM-DD, such as 2026-11-22.",
            field=field,
        )
    return day.first_day


def answer_text(answer: dict[str, Any], lang: Lang) -> str:
    """Return the answer as text for a terminal: no number of trust, no ranking of colleagues."""
    lines = [answer["explanation"]]
    if answer["suggestions"]:
        lines += ["", answer["heading"].upper()]
    for one in answer["suggestions"]:
        lines += ["", *_card(one, lang)]
    if answer["excluded"]:
        lines += ["", f"{_LEFT_OUT.in_(lang)} :" if lang == "fr" else f"{_LEFT_OUT.in_(lang)}:"]
        lines += [f"  - {reason['text']}" for reason in answer["excluded"]]
    return "\n".join(lines)


def _card(one: dict[str, Any], lang: Lang) -> list[str]:
    lines = [f"* {one['provider_name']} — {one['need_label']}"]
    if one["description"]:
        lines.append(f"  {one['description']}")
    lines += [
        f"  {before['short_name']} — {step['evidence']} — {step['short_name']}"
        for before, step in zip(one["path"], one["path"][1:], strict=False)
    ]
    colon = " :" if lang == "fr" else ":"
    for other in one["alternatives"] or ():
        names = " — ".join(step["short_name"] for step in other["path"])
        lines.append(f"  {_OTHER_WAY.in_(lang)}{colon} {names}")
    phone = one["contact"]["phone"] or ""
    lines.append(f"  {_CONTACT.in_(lang)}{colon} {one['contact']['text']} {phone}".rstrip())
    if one["conditions"]:
        lines.append(f"  {_CONDITIONS.in_(lang)}{colon} {one['conditions']}")
    if one["what_to_bring"]:
        lines.append(f"  {_BRING.in_(lang)}{colon} {one['what_to_bring']}")
    lines.append(f"  {_ASK.in_(lang)}{colon} {one['first_call']}")
    lines.append(f"  {one['do_not_say']}")
    lines.append(f"  {one['explanation']}")
    return lines
