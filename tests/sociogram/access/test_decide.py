"""Every combination of viewer, action and resource, against the sentences of the rule."""

import itertools

import pytest

from sociogram.access.decide import Action, decide
from sociogram.access.resources import RowResource, SituationResource
from sociogram.access.viewer import LOCAL_OWNER, Viewer

ACTIONS: tuple[Action, ...] = ("read", "write", "delete")
VIEWERS = (
    Viewer("ana"),
    Viewer("ben"),
    LOCAL_OWNER,
    Viewer("ben", frozenset({"alpha"}), frozenset({"owner", "admin"})),
)


@pytest.mark.parametrize(("viewer", "action"), list(itertools.product(VIEWERS, ACTIONS)))
def test_a_situation_is_its_owners_alone(viewer: Viewer, action: Action) -> None:
    assert decide(viewer, action, SituationResource("ana")) is (viewer.id == "ana")


@pytest.mark.parametrize("viewer", VIEWERS)
def test_a_public_row_is_read_by_everybody_and_changed_by_its_bringer(viewer: Viewer) -> None:
    row = RowResource("ana", "public")
    assert decide(viewer, "read", row)
    assert decide(viewer, "write", row) is decide(viewer, "delete", row) is (viewer.id == "ana")


@pytest.mark.parametrize("viewer", VIEWERS)
def test_a_confidential_row_is_read_by_those_it_was_opened_to_not_by_its_bringer(viewer: Viewer) -> None:
    assert not decide(viewer, "read", RowResource("ana", "confidential"))
    opened = RowResource("ana", "confidential", frozenset({"ben"}))
    assert decide(viewer, "read", opened) is (viewer.id == "ben")
    assert decide(viewer, "write", opened) is (viewer.id == "ana")
