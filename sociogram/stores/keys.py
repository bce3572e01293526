"""The key file beside a database: `<file>.keys`, one slot for the passphrase, one for the recovery sheet.

The database is encrypted with a random 32-byte key that never changes; slots wrap it. Changing a passphrase
rewrites one slot, never the database.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sociogram.stores.failures import missing_passphrase, unusable, wrong_passphrase
from sociogram.stores.key_slot import KEY_BYTES, Cost, KeySlot, read_slot, seal, unseal
from sociogram.stores.passphrase import require_strong
from sociogram.stores.recovery_code import SECRET_BYTES, recovery_code, recovery_letters
from sociogram.stores.safe_file import write_once, write_safely

PASSPHRASE, RECOVERY = "passphrase", "recovery"
_LARGEST = 64 * 1024


def key_path(database: Path) -> Path:
    """Return where the key file of a database stands."""
    return database.with_name(f"{database.name}.keys")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of one key file, by name."""

    path: Path
    slots: Mapping[str, KeySlot]

    def open(self, secret: str) -> bytes:
        """Return the store's key for a passphrase or a recovery code. Raises StoreLocked when neither
        opens."""
        if not secret:
            raise missing_passphrase(place=self.path.name)
        letters = recovery_letters(secret)
        if letters is not None and RECOVERY in self.slots:
            key = unseal(self.slots[RECOVERY], letters)
            if key is not None:
                return key
        key = unseal(self.slots[PASSPHRASE], secret)
        if key is None:
            raise wrong_passphrase(place=self.path.name)
        return key


def make_keys(path: Path, passphrase: str, cost: Cost) -> bytes:
    """Make the key file with a fresh key and return the key. A key file already there is never replaced: it
    is opened instead, so that a database put back beside it can still be read. BadInput for a weak
    passphrase."""
    if not passphrase:
        raise missing_passphrase(place=path.name)
    if path.exists():
        return read_keys(path).open(passphrase)
    require_strong(passphrase, place=path.name)
    key = secrets.token_bytes(KEY_BYTES)
    data = _written({PASSPHRASE: seal(PASSPHRASE, key, passphrase, cost)})
    try:
        made = write_once(path, data)
    except OSError as error:
        raise unusable("cannot_open", place=path.name) from error
    return key if made else read_keys(path).open(passphrase)


def read_keys(path: Path) -> KeyFile:
    """Read a key file. Raises StoreUnusable when it is missing or damaged."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise unusable("keys_missing", place=path.name) from error
    except OSError as error:
        raise unusable("cannot_open", place=path.name) from error
    try:
        return KeyFile(path, _slots(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise unusable("keys_damaged", place=path.name) from error


def change_passphrase(path: Path, secret: str, new: str, cost: Cost) -> None:
    """Rewrite the passphrase's slot. `secret` is the old passphrase or the recovery code. BadInput for a weak
    new one, told only to whoever could open the store."""
    if not new:
        raise missing_passphrase(place=path.name)
    key = read_keys(path).open(secret)
    require_strong(new, place=path.name)
    _put(path, seal(PASSPHRASE, key, new, cost))


def add_recovery_slot(path: Path, secret: str, cost: Cost) -> str:
    """Make a new recovery slot (an older sheet stops working) and return the code to print, once."""
    key = read_keys(path).open(secret)
    code = recovery_code(secrets.token_bytes(SECRET_BYTES))
    _put(path, seal(RECOVERY, key, code.replace("-", ""), cost))
    return code


def _put(path: Path, slot: KeySlot) -> None:
    slots = {**read_keys(path).slots, slot.name: slot}
    try:
        write_safely(path, _written(slots))
    except OSError as error:
        raise unusable("disk_error", place=path.name) from error


def _written(slots: Mapping[str, KeySlot]) -> bytes:
    return json.dumps(
        {"sociogram_keys": 1, "slots": {name: slot.as_json() for name, slot in sorted(slots.items())}},
        indent=1,
    ).encode()


def _slots(data: bytes) -> dict[str, KeySlot]:
    if len(data) > _LARGEST:
        raise ValueError("too large for a key file")
    raw = json.loads(data.decode())
    if raw["sociogram_keys"] != 1:
        raise ValueError("unknown version")
    slots = {
        name: read_slot(name, slot) for name, slot in raw["slots"].items() if name in (PASSPHRASE, RECOVERY)
    }
    if PASSPHRASE not in slots:
        raise ValueError("no slot for the passphrase")
    return slots
