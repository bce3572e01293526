"""Referrals as text for a terminal."""

from typing import Any

from sociogram.language import Bilingual, Lang

_OVERDUE = Bilingual("EN RETARD", "OVERDUE")
_NEXT = Bilingual("Possible maintenant", "Possible now")
_NONE = Bilingual("Aucune orientation ici.", "No referral here.")
_LATE = Bilingual("{count} en retard", "{count} overdue")
_TOWARDS = Bilingual("{sender} vers {receiver}", "{sender} to {receiver}")


def list_text(found: dict[str, Any], lang: Lang) -> str:
    """Return the list, one referral in two lines."""
    if not found["items"]:
        return _NONE.in_(lang)
    head = [_LATE.in_(lang).format(count=found["overdue"])] if found["overdue"] else []
    return "\n".join([*head, *("\n".join(_line(one, lang)) for one in found["items"])])


def detail_text(found: dict[str, Any], lang: Lang) -> str:
    """Return one referral: where it stands, its history, what can be done next."""
    colon = "\u00a0:" if lang == "fr" else ":"
    lines = _line(found["referral"], lang)
    lines += [f"  {found['referral']['consent_text']}", ""]
    lines += [f"  {one['on']}  {one['text']}" for one in found["history"]]
    if found["withdrawal"]:
        lines += ["", f"  {found['withdrawal']['text']}"]
    if found["steps"]:
        lines += ["", f"  {_NEXT.in_(lang)}{colon}"]
        lines += [f"  - {command_word(one['kind'])} ({one['label']})" for one in found["steps"]]
    return "\n".join(lines)


def command_word(kind: str) -> str:
    """Return how a step is called on the command line."""
    return {"referral_sent": "sent", "deadline_set": "deadline"}.get(kind, kind.replace("_", "-"))


def _line(one: dict[str, Any], lang: Lang) -> list[str]:
    state = one["state"]["label"]
    age = f", {one['age']['text']}" if one["age"] else ""
    late = f"  {_OVERDUE.in_(lang)}" if one["overdue"] else ""
    ends = _TOWARDS.in_(lang).format(sender=one["sender"]["name"], receiver=one["receiver"]["name"])
    place = f" ({one['place']['label']})" if one["place"] else ""
    return [f"{one['reference']}  {state}{age}{late}", f"  {one['need']['label']}{place} — {ends}"]
