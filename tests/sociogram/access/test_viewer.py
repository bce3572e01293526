"""A viewer has an id that can be written down."""

import pytest

from sociogram.access.decide import decide
from sociogram.access.resources import RowResource, SituationResource
from sociogram.access.viewer import ANYBODY, LOCAL_OWNER, Viewer
from sociogram.errors import BadInput


@pytest.mark.parametrize("name", ["local", "aïcha", "équipe:nuit", "a@b.example", "x" * 120, "ƝƆ-1"])
def test_ids(name: str) -> None:
    assert Viewer(name).id == name


@pytest.mark.parametrize("name", [" ", "a b", "x" * 121, "\ud800", "a\n", "e\u0301", "../x", "\0"])
def test_what_is_no_id(name: str) -> None:
    with pytest.raises(BadInput) as refused:
        Viewer(name)
    assert name not in str(refused.value) or name == " "


def test_the_local_owner() -> None:
    assert LOCAL_OWNER.id == "local"


def test_somebody_of_whom_nothing_is_known_owns_nothing() -> None:
    for resource in (SituationResource(""), RowResource("", "confidential", frozenset({""}))):
        assert not any(decide(ANYBODY, action, resource) for action in ("read", "write", "delete"))
    assert decide(ANYBODY, "read", RowResource("ana", "public"))
