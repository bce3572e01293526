"""Which addresses something can be moved from and to."""

from sociogram.stores.moving.refusals import cannot_be_moved, no_store_there, same_store_twice
from sociogram.stores.opening import store_exists
from sociogram.stores.store_url import parse_store_url


def refuse_addresses(source: str, target: str) -> None:
    """Raise BadInput for a store in memory, a file that is not there, or the same store twice."""
    old, new = parse_store_url(source), parse_store_url(target)
    for where, option in ((old, "--from"), (new, "--to")):
        if where.kind == "memory":
            raise cannot_be_moved(option)
    if old.path is not None and not store_exists(source):
        raise no_store_there()
    if source == target or (old.path and new.path and old.path.resolve() == new.path.resolve()):
        raise same_store_twice()
