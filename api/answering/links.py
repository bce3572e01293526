"""The links of one server: which address they begin with, and the key that proves them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from api.problems import nothing_here
from api.use_cases.referral_desk import Desk
from sociogram.loop.answer_link import (
    ANSWERS,
    SIGNED,
    answer_token,
    answers_now,
    link_serves,
    opens,
    proven_referral,
)
from sociogram.loop.checking import checked
from sociogram.loop.event import Event
from sociogram.loop.referral import Referral

ANSWERS_PATH = "/r/"


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

    def gave(self, token: str) -> bool:
        """Whether such a link was ever given: known without a look into the store."""
        return bool(proven_referral(token, self.key))

    def referral(self, token: str, desk: Desk) -> Referral:
        """Return the referral of a token. NotFound, in one way, for whatever opens nothing."""
        named = proven_referral(token, self.key)
        found = desk.book().referrals.get(named) if named else None
        if found is None or not opens(token, found, self.key, desk.now):
            raise nothing_here()
        return found

    def note(self, token: str, kind: str, args: Mapping[str, str], desk: Desk) -> bool:
        """Note an answer; False when it is not possible as the referral stands, and nothing is noted.

        The one that stands already is noted once. NotFound as `referral`; BadInput for an unknown reason.
        """
        referral = self.referral(token, desk)
        if kind in answers_now(referral):
            event = Event(str(uuid4()), kind, referral.id, desk.at, desk.today, SIGNED, args)
            desk.note([checked(event)])
            return True
        stands = kind in ANSWERS and kind == referral.state
        return stands and args.get("reason", "") == referral.declined_reason
