"""What can be done next with a referral: codes with labels, and what each asks."""

from typing import Any

from api.use_cases.referral_withdrawal import Hop
from sociogram.language import Lang
from sociogram.loop.forms.labels import OUTCOMES, REASONS, STEPS, WAYS, choices
from sociogram.loop.lifecycle import may_be_sent, next_steps
from sociogram.loop.referral import Referral

Field = dict[str, Any]
HAND_WAYS = tuple(way for way in WAYS if way != "arrow")
"""The ways a person sends by. The other one is said by an arrow of a sheet alone."""


def steps_json(referral: Referral, to_tell: tuple[Hop, ...], lang: Lang) -> list[dict[str, Any]]:
    """Return the legal steps in the order of the lifecycle, each with the fields of its `args`."""
    return [
        {"kind": kind, "label": STEPS[kind].in_(lang), "fields": _fields(kind, referral, to_tell, lang)}
        for kind in next_steps(referral)
    ]


def _fields(kind: str, referral: Referral, to_tell: tuple[Hop, ...], lang: Lang) -> list[Field]:
    match kind:
        case "referral_sent":
            ways = [one for one in choices(WAYS, lang) if one["code"] in HAND_WAYS]
            return [_choice("way", [one for one in ways if may_be_sent(referral, one["code"])])]
        case "declined":
            return [_choice("reason", choices(REASONS, lang)), _field("text")]
        case "completed":
            return [_choice("outcome", choices(OUTCOMES, lang))]
        case "rerouted":
            return [_field("to", required=True)]
        case "cancelled":
            return [_field("reason")]
        case "reopened":
            return [_field("note")]
        case "deadline_set":
            return [_field("hours", required=True)]
        case "told":
            known = [{"code": hop.organisation, "label": hop.name} for hop in to_tell if hop.organisation]
            return [{**_field("organisation"), "choices": known}, _field("text")]
    return []


def _field(name: str, *, required: bool = False) -> Field:
    return {"name": name, "required": required, "choices": None}


def _choice(name: str, known: list[dict[str, str]]) -> Field:
    return {"name": name, "required": True, "choices": known}
