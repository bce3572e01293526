"""The one choke point: every store asks here, where rows are loaded, before anything leaves it."""

from typing import Literal

from sociogram.access.resources import Resource, RowResource
from sociogram.access.viewer import Viewer

Action = Literal["read", "write", "delete"]


def decide(viewer: Viewer, action: Action, resource: Resource) -> bool:
    """Return whether `viewer` may do this. What is refused must look absent (NotFound, or simply not there).

    A situation is its owner's alone, and so are the events of referrals. A row is changed only by the viewer
    who brought it; it is read by everybody when public, else only by those it was opened to: not even by
    whoever imported it.
    """
    if isinstance(resource, RowResource) and action == "read" and resource.level == "public":
        return True
    if not viewer.id:
        return False  # nobody known owns nothing and was granted nothing
    if isinstance(resource, RowResource) and action == "read":
        return viewer.id in resource.opened_to
    return viewer.id == resource.owner
