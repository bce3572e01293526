"""A new recovery code for a store that exists."""

from collections.abc import Callable

from sociogram.errors import BadInput, bad_input
from sociogram.stores.key_slot import Cost
from sociogram.stores.keys import add_recovery_slot
from sociogram.stores.opening import keys_of, store_exists
from sociogram.stores.store_url import parse_store_url


def new_recovery_code(url: str, *, passphrase: Callable[[], str]) -> str:
    """Return the code of a new recovery slot; an older sheet opens nothing any more.

    A server's slot is in the key file of this machine; nothing is asked of the server.
    """
    keys = keys_of(url)
    if keys is None or not store_exists(url):
        raise _no_key_here(str(keys)) if parse_store_url(url).server else _no_store()
    return add_recovery_slot(keys, passphrase(), Cost())


def _no_store() -> BadInput:
    return bad_input(
        "no_store",
        fr="il n'y a pas encore de dépôt à cette adresse.",
        en="there is no store at this address yet.",
        remedy_fr="Commencer par « sociogram import ».",
        remedy_en="Begin with “sociogram import”.",
        field="--store",
    )


def _no_key_here(keys: str) -> BadInput:
    return bad_input(
        "no_key_here",
        fr="cette machine n'a pas la clé des textes de ce serveur.",
        en="this machine does not have the key of this server's texts.",
        remedy_fr="Elle se fait avec la première situation gardée ; si une autre machine l'a déjà, copier"
        " son fichier ici (SOCIOGRAM_NEO4J_KEYS dit où).",
        remedy_en="It is made with the first situation that is kept; if another machine has it already,"
        " copy its file here (SOCIOGRAM_NEO4J_KEYS says where).",
        place=keys,
        field="--store",
    )
