"""The key that seals texts before they go to a server: in a key file of this machine, never on the server.

The server holds a sign made with the key, so that a machine with another key file is refused instead of
writing texts that its colleagues cannot read.
"""

import hmac
import threading
from collections.abc import Callable
from pathlib import Path
from typing import LiteralString

from sociogram.stores.derived_key import derived_key
from sociogram.stores.failures import missing_passphrase, unusable
from sociogram.stores.key_slot import Cost
from sociogram.stores.keys import key_path, make_keys, read_keys
from sociogram.stores.neo4j import store_node
from sociogram.stores.neo4j.graph import Graph, Transaction
from sociogram.stores.neo4j.sealing import Seal

_SIGN = "MATCH (s:Sociogram {name: 'store'}) RETURN s.network AS network, s.key_sign AS sign"
_SIGN_FIRST: LiteralString = (
    store_node.HOLD + "WITH s, coalesce(s.key_sign, $sign) AS sign SET s.key_sign = sign RETURN sign"
)


class ServerKey:
    """The key, asked for once, when it is first needed."""

    def __init__(self, graph: Graph, beside: Path, secret: Callable[[], str] | None, cost: Cost) -> None:
        """`beside`: the key file is this name with `.keys`."""
        self._graph = graph
        self._path = key_path(beside)
        self._secret = secret
        self._cost = cost
        self._lock = threading.Lock()
        self._key: bytes | None = None

    def seal(self) -> Seal:
        """Return what seals and opens texts."""
        return Seal(self.key(), self._graph.place)

    def key(self) -> bytes:
        """Return the key. Raises StoreLocked, or StoreUnusable when the server's texts have another one."""
        with self._lock:
            if self._key is None:
                self._key = self._checked(self._opened())
            return self._key

    def examine(self) -> None:
        """Raise what `key` would, and leave no sign."""
        key = read_keys(self._path).open(self._secret() if self._secret else "")
        network, sign = self._graph.read(_signed)
        if sign is not None and not hmac.compare_digest(sign, _own_sign(key, network)):
            raise unusable("other_keys", place=self._path.name)

    def forget(self) -> None:
        """Hold the key no longer."""
        with self._lock:
            self._key = None

    def _opened(self) -> bytes:
        if self._secret is None:
            raise missing_passphrase(place=self._path.name)
        if self._path.exists():
            return read_keys(self._path).open(self._secret())
        if self._graph.read(_signed)[1] is not None:
            raise unusable("keys_elsewhere", place=self._path.name)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return make_keys(self._path, self._secret(), self._cost)

    def _checked(self, key: bytes) -> bytes:
        network, sign = self._graph.read(_signed)
        own = _own_sign(key, network)
        if sign is None:
            sign = self._graph.write(lambda tx: _sign_first(tx, own))
        if not hmac.compare_digest(sign, own):
            raise unusable("other_keys", place=self._path.name)
        return key


def _signed(tx: Transaction) -> tuple[str, str | None]:
    found = tx.run(_SIGN).single(strict=True)
    return found["network"], found["sign"]


def _sign_first(tx: Transaction, own: str) -> str:
    sign = tx.run(_SIGN_FIRST, sign=own).single(strict=True)["sign"]
    store_node.count_commit(tx)
    return str(sign)


def _own_sign(key: bytes, network: str) -> str:
    return derived_key(key, f"sign of {network}").hex()
