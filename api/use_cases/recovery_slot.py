"""A new recovery code for a store that exists."""

from collections.abc import Callable

from sociogram.errors import bad_input
from sociogram.stores.key_slot import Cost
from sociogram.stores.keys import add_recovery_slot, key_path
from sociogram.stores.opening import store_exists
from sociogram.stores.store_url import parse_store_url


def new_recovery_code(url: str, *, passphrase: Callable[[], str]) -> str:
    """Return the code of a new recovery slot; an older sheet opens nothing any more."""
    path = parse_store_url(url).path
    if path is None or not store_exists(url):
        raise bad_input(
            "no_store",
            fr="il n'y a pas encore de dépôt à cette adresse.",
            en="there is no store at this address yet.",
            remedy_fr="Commencer par « sociogram import ».",
            remedy_en="Begin with “sociogram import”.",
            field="--store",
        )
    return add_recovery_slot(key_path(path), passphrase(), Cost())
