"""Stores on a server that organisations share: whose situations they may hold, and what the server sees."""

from typing import Protocol, runtime_checkable

from sociogram.access.viewer import Viewer
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.stores.protocol import Store

WARNING = Bilingual(
    "Qui a le mot de passe du serveur, ou une copie de ses disques, y lira : combien de situations vous "
    "gardez et sous quel nom de compte, qui vit avec qui, qui active qui, quand, vers quels services, et "
    "les dates notées ; de vos orientations : quelle organisation oriente vers laquelle, quand, et où cela "
    "en est. Noms, besoins, lieux et notes sont scellés par une clé qui reste sur vos machines : sans le"
    " fichier des clés et la phrase de passe, ils sont perdus. N'y mettre que des pseudonymes, et "
    "demander leur accord aux personnes. Version d'essai : situations fictives seulement.",
    "Whoever has the password of the server, or a copy of its disks, will read there: how many situations"
    " you keep and under which account, who lives with whom, who activates whom, when, towards which "
    "services, and the dates that were noted; of your referrals: which organisation refers to which, when, "
    "and where that stands. Names, needs, places and notes are sealed with a key that stays on"
    " your machines: without the key file and the passphrase they are lost. Put pseudonyms only, and ask "
    "the people concerned. Trial version: fictional situations only.",
)
"""What is said before situations are allowed."""


@runtime_checkable
class SharedStore(Store, Protocol):
    """A store on a server."""

    def allow_situations(self, viewer: Viewer, *, on: bool = True) -> None:
        """Let this viewer's situations be held, or take no new ones."""
        ...


def not_shared() -> BadInput:
    """Situations need no leave in a store of one's own."""
    return bad_input(
        "not_shared",
        fr="ce dépôt n'est pas partagé : il garde déjà vos situations.",
        en="this store is not shared: it holds your situations already.",
        remedy_fr="Donner l'adresse d'un serveur : neo4j://hôte:7687.",
        remedy_en="Give the address of a server: neo4j://host:7687.",
        field="store",
    )
