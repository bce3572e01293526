"""Where the links of a server are answered, and what is printed of it at launch."""

from dataclasses import dataclass

from api.answering.links import ANSWERS_PATH, AnswerLinks
from sociogram.language import Bilingual, Lang

ANSWERS_AT_ONCE = 100
"""Connections. Each answer is two short requests; more is somebody trying to stop the others."""
_OFFERED = Bilingual(
    "On peut répondre à une orientation sans compte par {address}{path}… ; le serveur mandataire qui publie "
    "cette adresse la demande à 127.0.0.1:{port}.",
    "A referral may be answered without an account by {address}{path}…; the proxy that publishes this "
    "address asks for it at 127.0.0.1:{port}.",
)


@dataclass(frozen=True, slots=True)
class AnswersOffered:
    """The links, and the port of this computer where their listener waits for the proxy."""

    links: AnswerLinks
    port: int


def announce_answers(offered: AnswersOffered, lang: Lang) -> None:
    """Say at launch by which address referrals are answered."""
    said = _OFFERED.in_(lang).format(address=offered.links.address, path=ANSWERS_PATH, port=offered.port)
    print(said, flush=True)
