"""Small private files: the old one or the new one, whatever fails in between."""

import os
from pathlib import Path

import pytest

from sociogram.errors import StoreUnusable
from sociogram.stores.keys import change_passphrase, key_path, make_keys, read_keys
from sociogram.stores.safe_file import write_once, write_safely
from tests.sociogram.stores.invented import CHEAP, PASSPHRASE


def refuse(*_: object) -> None:
    raise OSError("invented")


def test_written_over_and_never_over(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    assert write_once(path, b"first")
    assert not write_once(path, b"second")
    assert path.read_bytes() == b"first"
    write_safely(path, b"third")
    assert path.read_bytes() == b"third"
    assert [one.name for one in tmp_path.iterdir()] == ["keys"]


def test_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "keys"
    assert write_once(path, b"first")
    assert not write_once(path, b"second")
    assert path.read_bytes() == b"first"
    assert [one.name for one in tmp_path.iterdir()] == ["keys"]


@pytest.mark.parametrize("step", ["fsync", "open"])
def test_a_failing_disk_leaves_the_old_keys(
    network: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    keys = key_path(network)
    key = make_keys(keys, PASSPHRASE, CHEAP)
    with monkeypatch.context() as patched:
        patched.setattr(os, step, refuse)
        with pytest.raises(StoreUnusable):
            change_passphrase(keys, PASSPHRASE, "panier moteur rivière jeudi", CHEAP)
    assert read_keys(keys).open(PASSPHRASE) == key


def test_keys_that_cannot_be_made_or_read(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(StoreUnusable):
            make_keys(key_path(network), PASSPHRASE, CHEAP)
    assert list(network.parent.iterdir()) == []
    key_path(network).mkdir()
    with pytest.raises(StoreUnusable):
        read_keys(key_path(network))
