"""A new passphrase is long, varied and not everybody's; an older store opens as ever."""

import json
import unicodedata
from pathlib import Path

import pytest

from sociogram.errors import BadInput
from sociogram.stores.key_slot import seal
from sociogram.stores.keys import PASSPHRASE as SLOT
from sociogram.stores.keys import change_passphrase, key_path, make_keys, read_keys
from sociogram.stores.opening import open_store
from sociogram.stores.passphrase import COMMONEST, LEAST, WELL_KNOWN, weakness
from tests.sociogram.stores.invented import ANA, CHEAP, OPEN, PASSPHRASE, folder

STRONG = (
    PASSPHRASE,
    "mangue tournevis Kayes orage",
    "xK9$w!Lq2#vB7^zR",
    "phrase secrète d'essai",
    "ߒߞߏ ߞߊ߲ ߦߋ ߞߊ߲ ߘߌ ߞߐ",
    "сложный пароль для меня тут",
)
WEAK = {
    "short": ("", "a", "mangue", "quatre mots là", " " * 40, "été \ud800"),
    "repeated": (
        "a" * 40,
        "mangue mangue mangue mangue",
        "ab" * 20,
        "motdepasse motdepasse",
        "!!!!!!!!@@@@@@@@####",
    ),
    "known": (
        "correct horse battery staple",
        "Correct-Horse-Battery-Staple!",
        "abcdefghijklmnopq",
        "zyxwvutsrqponmlkj",
        "azertyuiopqsdfghjklm",
        "password123456789",
        "Mot de passe, Azerty 123456 !",
        "sociogram demo secret",
    ),
}


@pytest.mark.parametrize("secret", STRONG)
def test_these_will_do(secret: str) -> None:
    assert weakness(secret) is None
    assert weakness(unicodedata.normalize("NFD", secret)) is None


@pytest.mark.parametrize(("kind", "secret"), [(kind, one) for kind, all_ in WEAK.items() for one in all_])
def test_these_will_not_and_are_told_so_kindly(kind: str, secret: str) -> None:
    problem = weakness(secret)
    assert problem is not None
    assert problem.code == f"weak_passphrase_{kind}"
    for lang, four in (("fr", "quatre mots sans lien"), ("en", "four words without a tie")):
        line = problem.line(lang)  # type: ignore[arg-type]
        assert four in line
        assert len(secret.strip()) < 4 or secret not in line


@pytest.mark.parametrize("known", [*COMMONEST, *WELL_KNOWN])
def test_the_commonest_do_not_pass_by_being_said_twice_or_dressed_up(known: str) -> None:
    assert len(COMMONEST) == 10
    for dressed in (known, known * 3, f"{known} {known.upper()} {known}!", f"{known}{'1234567890' * 2}"):
        assert weakness(dressed) is not None, dressed


def test_one_letter_less_than_enough() -> None:
    enough = "mangue tournevis"
    assert len(enough) == LEAST
    assert weakness(enough) is None
    assert weakness(enough[:-1]) is not None
    assert weakness(enough[:6] + "    " + enough[6:-1]) is not None


def test_a_very_long_one_is_judged_at_once() -> None:
    assert weakness("mangue tournevis Kayes orage " * 1 + "x" * 10**6) is None


def test_nothing_is_made_with_a_weak_one(network: Path) -> None:
    store = open_store(f"sqlite:///{network}", passphrase=lambda: "azerty123", cost=CHEAP)
    with pytest.raises(BadInput) as refused:
        store.import_directory(ANA, folder(*OPEN))
    assert refused.value.first.code == "weak_passphrase_short"
    store.close()
    assert list(network.parent.iterdir()) == []
    with pytest.raises(BadInput):
        make_keys(key_path(network), "azerty123", CHEAP)
    assert not key_path(network).exists()


def test_changing_to_a_weak_one_is_refused_and_the_old_one_still_opens(network: Path) -> None:
    keys = key_path(network)
    key = make_keys(keys, PASSPHRASE, CHEAP)
    with pytest.raises(BadInput):
        change_passphrase(keys, PASSPHRASE, "azerty123", CHEAP)
    assert read_keys(keys).open(PASSPHRASE) == key


def test_a_store_made_before_opens_with_its_weak_one(network: Path) -> None:
    keys = key_path(network)
    key = b"k" * 32
    slot = seal(SLOT, key, "ancienne", CHEAP)
    keys.write_text(json.dumps({"sociogram_keys": 1, "slots": {SLOT: slot.as_json()}}))
    assert read_keys(keys).open("ancienne") == key
    assert make_keys(keys, "ancienne", CHEAP) == key
