"""What `serve --share` prints, and where its tablets come in."""

import sys
from dataclasses import dataclass

import segno

from api.sharing import Sharing
from api.use_cases.sharing import scanned_address
from sociogram.language import Bilingual, Lang

_OFFERED = Bilingual(
    "Une tablette peut être invitée depuis une feuille ; elle passera par http://{address}/ (réseau local, "
    "en clair).",
    "A tablet may be invited from a sheet; it will come by http://{address}/ (local network, unencrypted).",
)
_INVITED = Bilingual("Sur la tablette : {address} code {code}", "On the tablet: {address} code {code}")
CONNECTIONS = 40
"""At once. A few tablets need two each; more is somebody trying to stop the others."""


@dataclass(frozen=True, slots=True)
class LocalNetwork:
    """Where tablets may come in."""

    host: str
    port: int

    def sharing(self, lang: Lang) -> Sharing:
        """What may be lent there; invitations are printed where the server was started."""
        return Sharing(f"{self.host}:{self.port}", tell=lambda page, code: tell(page, code, lang))


def announce_sharing(sharing: Sharing, lang: Lang) -> None:
    """Say at launch that tablets may come, and by which address."""
    print(_OFFERED.in_(lang).format(address=sharing.address), flush=True)


def tell(page: str, code: str, lang: Lang) -> None:
    """Print an invitation; in a terminal also as a picture for the tablet's camera."""
    print(_INVITED.in_(lang).format(address=page, code=code), flush=True)
    if sys.stdout.isatty():
        segno.make(scanned_address(page, code), error="m", micro=False).terminal(compact=True)
