"""Referrals said to a demo from outside, and the moves of a case worker on a phone."""

import json
import urllib.request
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.sync_api import Locator, Page

from tests.browser.conftest import TOKEN, Served

NARROWEST = {"width": 360, "height": 740}
PHONE = {"viewport": NARROWEST, "has_touch": True, "is_mobile": True}
WORDS = {
    "fr": {
        "origin": "Votre organisation",
        "tonight": "Ce soir",
        "send": "Chercher qui peut aider",
        "refer": "Orienter ici",
        "agreed": "D'accord",
        "refused": "Non, ou pas demandé",
        "phone": "C'est dit au téléphone",
        "alone": "La personne y va elle-même",
        "slip": "Donner le papier à détacher",
        "print": "Imprimer le papier à détacher",
        "follow": "Voir le suivi",
        "elsewhere": "Chercher ailleurs, pour la même personne",
        "same": "même personne",
        "empty": "est vide",
        "whole": "Toute l'orientation",
        "more": "Autres suites",
        "withdraw": "La personne retire son accord",
        "withdrawn": "Noter le retrait",
        "told": "est prévenue",
        "closed": "Closes",
    },
    "en": {
        "origin": "Your organisation",
        "tonight": "Tonight",
        "send": "Find who can help",
        "refer": "Refer here",
        "agreed": "Agreed",
        "refused": "No, or not asked",
        "phone": "Said on the telephone",
        "alone": "The person goes herself",
        "slip": "Give the tear-off slip",
        "print": "Print the tear-off slip",
        "follow": "See the follow-up",
        "elsewhere": "Look elsewhere, for the same person",
        "same": "same person",
        "empty": "is empty",
        "whole": "The whole referral",
        "more": "Other steps",
        "withdraw": "The person withdraws consent",
        "withdrawn": "Keep the withdrawal",
        "told": "was told",
        "closed": "Closed",
    },
}


def asked(served: Served, path: str, body: Any = None) -> Any:
    """What the API answers; a body is posted."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{served.address}/api/v1{path}", data=data, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def said(kind: str, subject: str, day: date, **args: Any) -> dict[str, Any]:
    """An event said at noon of a day."""
    return {"id": str(uuid4()), "kind": kind, "subject": subject, "at": f"{day}T12:00:00Z", "args": args}


def referral(
    day: date, *steps: dict[str, Any], receiver: str = "hcme", need: str = "juridique"
) -> tuple[str, Any]:
    """A referral of ARACEM sent on a day, and its events; `steps` are (kind and args) of the days after."""
    id_ = str(uuid4())
    consent = {"scope": "need", "language": "fr", "month": str(day)[:7]}
    made = {
        "need": need,
        "sender": "aracem",
        "receiver": receiver,
        "focal_point": False,
        "priority": "urgent",
    }
    events = [
        said("referral_made", id_, day, **made, person=str(uuid4()), consent=consent),
        said("referral_sent", id_, day, way="phone"),
        *(
            said(one["kind"], id_, day + timedelta(days=at + 1), **one.get("args", {}))
            for at, one in enumerate(steps)
        ),
    ]
    return id_, events


def today() -> date:
    return datetime.now(UTC).date()


def ask(page: Page, lang: str, need: str, *, tonight: bool = False, origin: str = "aracem") -> None:
    """Fill in the question and wait for the answer."""
    words = WORDS[lang]
    page.evaluate("location.hash = '#/help'")
    page.get_by_role("combobox", name=words["origin"]).fill(origin)
    page.keyboard.press("Enter")
    page.locator(f".chip input[value={need}]").check(force=True)
    if tonight:
        page.get_by_role("radio", name=words["tonight"], exact=True).check(force=True)
    page.get_by_role("button", name=words["send"]).tap()
    page.wait_for_selector(".answer-body .suggestion")


def refer(page: Page, lang: str, card: Locator, agreed: bool, way: str) -> str:
    """Refer from a card; the reference that was given."""
    words = WORDS[lang]
    card.get_by_role("button", name=words["refer"]).tap()
    page.get_by_role("button", name=words["agreed" if agreed else "refused"], exact=True).tap()
    page.get_by_role("button", name=words[way]).tap()
    return page.locator(".send-kept .reference").inner_text()
