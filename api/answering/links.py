"""The links of one server: which address they begin with, and the key that proves them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from api.problems import nothing_here, simple_error
from api.use_cases.referral_desk import Desk
from sociogram.errors import Conflict, SociogramError
from sociogram.loop.answer_link import answer_token, answers_now, link_serves, opens, referral_of
from sociogram.loop.checking import checked
from sociogram.loop.event import Event
from sociogram.loop.referral import Referral

ANSWERS_PATH = "/r/"
SIGNED = "lien-de-reponse"
"""Who signs what came by a link: nobody is known by name there."""


@dataclass(frozen=True, slots=True)
class AnswerLinks:
    """`address`: what the proxy publishes, such as https://example.org, without a slash at its end."""

    address: str
    key: bytes

    def link(self, referral: Referral, now: datetime) -> str | None:
        """Return the link of a referral, or None when none may be given."""
        if not link_serves(referral, now):
            return None
        return f"{self.address}{ANSWERS_PATH}{answer_token(referral, self.key)}"

    def referral(self, token: str, desk: Desk) -> Referral:
        """Return the referral of a token. NotFound, in one way, for whatever opens nothing."""
        found = desk.book().referrals.get(referral_of(token))
        if found is None or not opens(token, found, self.key, desk.now):
            raise nothing_here()
        return found

    def note(self, token: str, kind: str, args: Mapping[str, str], desk: Desk) -> None:
        """Note an answer; the one that stands already is noted once. Conflict for one that is not possible.

        NotFound as `referral`.
        """
        referral = self.referral(token, desk)
        if kind == referral.state:
            return
        if kind not in answers_now(referral):
            raise _not_now()
        desk.note([checked(Event(str(uuid4()), kind, referral.id, desk.at, desk.today, SIGNED, args))])


def _not_now() -> SociogramError:
    return simple_error(
        Conflict,
        "answer_not_possible",
        fr="cette réponse n'est plus possible : l'orientation en est plus loin.",
        en="this answer is not possible any more: the referral stands further on.",
        remedy_fr="Voir où elle en est, ou téléphoner à qui oriente.",
        remedy_en="See where it stands, or telephone who refers.",
    )
