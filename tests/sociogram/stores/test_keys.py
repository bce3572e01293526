"""The key file: slots, their secrets, and what happens when it is touched."""

import base64
import json
import secrets
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from sociogram.errors import StoreLocked, StoreUnusable
from sociogram.stores.key_slot import Cost, seal, unseal
from sociogram.stores.keys import (
    RECOVERY,
    add_recovery_slot,
    change_passphrase,
    key_path,
    make_keys,
    read_keys,
)
from sociogram.stores.recovery_code import SECRET_BYTES, recovery_code, recovery_letters
from tests.sociogram.stores.invented import CHEAP, PASSPHRASE

NEW = "panier moteur rivière jeudi"


@pytest.fixture
def keys(network: Path) -> Path:
    return key_path(network)


def test_the_default_cost_is_that_of_the_design() -> None:
    assert Cost() == Cost(memory_kib=128 * 1024, passes=3, lanes=1)


def test_a_key_file_gives_its_key_back(keys: Path) -> None:
    key = make_keys(keys, PASSPHRASE, CHEAP)
    assert len(key) == 32
    assert read_keys(keys).open(PASSPHRASE) == key
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600
    assert [path.name for path in keys.parent.iterdir()] == [keys.name]
    for hidden in (key, PASSPHRASE.encode(), base64.b64encode(key), key.hex().encode()):
        assert hidden not in keys.read_bytes()


def test_two_stores_have_two_keys(tmp_path: Path) -> None:
    assert make_keys(tmp_path / "a", PASSPHRASE, CHEAP) != make_keys(tmp_path / "b", PASSPHRASE, CHEAP)


@pytest.mark.parametrize("secret", ["", "Quatre mots sans lien", PASSPHRASE + " ", "AAAA-" * 8 + "AAAA"])
def test_other_secrets_do_not_open(keys: Path, secret: str) -> None:
    make_keys(keys, PASSPHRASE, CHEAP)
    with pytest.raises(StoreLocked):
        read_keys(keys).open(secret)


def test_a_passphrase_opens_however_its_accents_were_typed(keys: Path) -> None:
    key = make_keys(keys, "une gare au mois d'aou\u0302t \ud800", CHEAP)
    assert read_keys(keys).open("une gare au mois d'août \ud800") == key


def test_changing_the_passphrase_keeps_the_key(keys: Path) -> None:
    key = make_keys(keys, PASSPHRASE, CHEAP)
    with pytest.raises(StoreLocked):
        change_passphrase(keys, "fausse", NEW, CHEAP)
    with pytest.raises(StoreLocked):
        change_passphrase(keys, PASSPHRASE, "", CHEAP)
    change_passphrase(keys, PASSPHRASE, NEW, CHEAP)
    assert read_keys(keys).open(NEW) == key
    with pytest.raises(StoreLocked):
        read_keys(keys).open(PASSPHRASE)


def test_the_recovery_code_opens_as_copied_by_hand(keys: Path) -> None:
    key = make_keys(keys, PASSPHRASE, CHEAP)
    code = add_recovery_slot(keys, PASSPHRASE, CHEAP)
    assert RECOVERY in read_keys(keys).slots
    by_hand = code.replace("-", " ").lower().replace("0", "o").replace("1", "l")
    for written in (code, by_hand, code.replace("-", ""), f"  {code}\n"):
        assert read_keys(keys).open(written) == key
    assert read_keys(keys).open(PASSPHRASE) == key
    change_passphrase(keys, code, NEW, CHEAP)
    assert read_keys(keys).open(NEW) == key
    newer = add_recovery_slot(keys, code, CHEAP)
    assert read_keys(keys).open(newer) == key
    with pytest.raises(StoreLocked):
        read_keys(keys).open(code)


def test_a_slip_of_the_pen_in_a_recovery_code_is_seen() -> None:
    code = recovery_code(bytes(range(SECRET_BYTES)))
    assert len(code.split("-")) == 9
    letters = recovery_letters(code)
    assert letters is not None
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    slips = [
        letters[:at] + other + letters[at + 1 :]
        for at in range(36)
        for other in alphabet
        if other != letters[at]
    ]
    swaps = [letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :] for at in range(35)]
    assert [slip for slip in slips + swaps if slip != letters and recovery_letters(slip)] == []
    for wrong in ("", "ABCD", code + "0", code.replace("A", "é", 1) if "A" in code else "é"):
        assert recovery_letters(wrong) is None


def test_codes_differ() -> None:
    assert len({recovery_code(secrets.token_bytes(SECRET_BYTES)) for _ in range(50)}) == 50


def test_slots_cannot_be_swapped_or_weakened(keys: Path) -> None:
    key = secrets.token_bytes(32)
    slot = seal("passphrase", key, PASSPHRASE, CHEAP)
    assert unseal(slot, PASSPHRASE) == key
    assert unseal(replace(slot, name="recovery"), PASSPHRASE) is None
    assert unseal(replace(slot, cost=Cost(32, 1, 1)), PASSPHRASE) is None
    assert unseal(replace(slot, wrapped=bytes([slot.wrapped[0] ^ 1, *slot.wrapped[1:]])), PASSPHRASE) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kdf", "md5"),
        ("memory_kib", 2**40),
        ("memory_kib", "64"),
        ("memory_kib", 1),
        ("passes", 0),
        ("passes", True),
        ("lanes", 10**9),
        ("salt", "!!"),
        ("salt", "AAAA"),
        ("nonce", None),
        ("wrapped", ""),
    ],
)
def test_a_hostile_key_file_is_refused(keys: Path, field: str, value: object) -> None:
    make_keys(keys, PASSPHRASE, CHEAP)
    raw = json.loads(keys.read_text())
    raw["slots"]["passphrase"][field] = value
    keys.write_text(json.dumps(raw))
    with pytest.raises(StoreUnusable) as refused:
        read_keys(keys)
    assert refused.value.first.code == "keys_damaged"


def test_every_flipped_bit_of_a_key_file_is_refused(keys: Path) -> None:
    """Never another key: the key would open nothing, or worse, begin a second store."""
    key = make_keys(keys, PASSPHRASE, CHEAP)
    data = keys.read_bytes()
    for at in range(len(data)):
        keys.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        try:
            opened = read_keys(keys).open(PASSPHRASE)
        except (StoreLocked, StoreUnusable):
            continue
        assert opened == key


def test_a_key_file_too_large_is_refused(keys: Path) -> None:
    keys.write_bytes(b" " * 100_000)
    with pytest.raises(StoreUnusable):
        read_keys(keys)


def test_the_second_maker_opens_what_the_first_made(keys: Path) -> None:
    key = make_keys(keys, PASSPHRASE, CHEAP)
    assert make_keys(keys, PASSPHRASE, CHEAP) == key
    with pytest.raises(StoreLocked):
        make_keys(keys, "autre", CHEAP)
    with pytest.raises(StoreLocked):
        make_keys(keys.with_name("new"), "", CHEAP)
    assert not keys.with_name("new").exists()
