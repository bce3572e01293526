"""`suggest`: one question, the same answer at every door."""

from typing import Any

from sociogram.language import Bilingual, Lang
from sociogram.referral.answer_json import answer_json
from sociogram.referral.network import Network
from sociogram.referral.request import SuggestionRequest, Urgency
from sociogram.referral.suggest import suggest

URGENCIES: tuple[Urgency, ...] = ("normal", "urgent", "tonight")
_ASK = Bilingual("À demander", "Ask")
_CONTACT = Bilingual("Contact", "Contact")
_CONDITIONS = Bilingual("Conditions", "Conditions")
_LEFT_OUT = Bilingual("Écartés", "Left out")


def answer_in(query: SuggestionRequest, network: Network, lang: Lang) -> dict[str, Any]:
    """Return the answer as the JSON object of interface.md."""
    return answer_json(suggest(network, query), lang)


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
    phone = one["contact"]["phone"] or ""
    lines.append(f"  {_CONTACT.in_(lang)}{colon} {one['contact']['text']} {phone}".rstrip())
    if one["conditions"]:
        lines.append(f"  {_CONDITIONS.in_(lang)}{colon} {one['conditions']}")
    lines.append(f"  {_ASK.in_(lang)}{colon} {one['first_call']}")
    lines.append(f"  {one['explanation']}")
    return lines
